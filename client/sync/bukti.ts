import { type BuktiDiri, OpsiBuktiKunci } from '../../shared/protocol/index.ts';
import type { Trouble } from './answer.ts';
import { ask, jsonOf, tell, type Ya } from './ask.ts';
import type { Transport } from './transport.ts';

const PATH = '/api/access/proof';

/** The admin's own password once more, or what a passkey of his signed. */
export const sendBukti = (transport: Transport, bukti: BuktiDiri): Promise<Ya<null> | Trouble> =>
  tell(transport, { method: 'POST', path: PATH, ...jsonOf(bukti) });

/** What an authenticator needs to sign; no passkey is named where he has none. */
export const fetchOpsiBukti = (transport: Transport): Promise<Ya<OpsiBuktiKunci> | Trouble> =>
  ask(transport, { method: 'POST', path: `${PATH}/options` }, OpsiBuktiKunci);
