import { KeadaanSistem } from '../../shared/protocol/index.ts';
import { ask, tell } from './ask.ts';
import type { Transport } from './transport.ts';

/** Asks how the service stands. */
export const fetchSistem = (transport: Transport) =>
  ask(transport, { method: 'GET', path: '/api/system' }, KeadaanSistem);

/** Has a copy begun. */
export const sendCadangan = (transport: Transport) =>
  tell(transport, { method: 'POST', path: '/api/system/copy' });
