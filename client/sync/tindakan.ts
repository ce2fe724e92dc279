import { DaftarTindakan, PratinjauTindakan } from '../../shared/protocol/index.ts';
import type { IsiTindakan } from '../../shared/records/index.ts';
import { ask, jsonOf } from './ask.ts';
import type { Transport } from './transport.ts';

const ALAMAT = '/api/actions';
/** An act goes school by school; a district has hundreds of them. */
const LAMA = 300_000;

/** Asks for what was done about causes. */
export const fetchTindakanKendala = (transport: Transport) =>
  ask(transport, { method: 'GET', path: ALAMAT }, DaftarTindakan);

/** Asks what an act would touch. */
export const previewTindakanKendala = (transport: Transport, isi: IsiTindakan) =>
  ask(transport, { method: 'POST', path: `${ALAMAT}/preview`, ...jsonOf(isi) }, PratinjauTindakan);

/** Has it done. */
export const sendTindakanKendala = (transport: Transport, isi: IsiTindakan) =>
  ask(transport, { method: 'POST', path: ALAMAT, timeout: LAMA, ...jsonOf(isi) }, DaftarTindakan);

/** Has it taken back. */
export const undoTindakanKendala = (transport: Transport, id: string) =>
  ask(
    transport,
    { method: 'DELETE', path: `${ALAMAT}/${encodeURIComponent(id)}`, timeout: LAMA },
    DaftarTindakan,
  );
