import { DevicesAnswer, type OwnDevice, WorkTaken } from '../../shared/protocol/index.ts';
import { readAnswer, type Trouble } from './answer.ts';
import { ask, jsonOf, tell, type Ya } from './ask.ts';
import type { Transport } from './transport.ts';

const TIMEOUT = 30_000;

/** The person's phones as the server knows them. */
export const fetchDevices = async (
  transport: Transport,
): Promise<{ readonly ok: true; readonly list: readonly OwnDevice[] } | Trouble> => {
  const read = await readAnswer(await transport({ method: 'GET', path: '/api/devices', timeout: TIMEOUT }));
  if (!read.ok) return read;
  const parsed = DevicesAnswer.safeParse(read.json);
  return parsed.success ? { ok: true, list: parsed.data.list } : { ok: false, code: 'server_diam', floor: 0 };
};

const addressOf = (id: string): string => `/api/devices/${encodeURIComponent(id)}`;

/** Cuts one of them off, marks it as lost, or as found again: by the password. A repeat is free of effect. */
export const markDevice = (
  transport: Transport,
  { id, sandi, apa }: { readonly id: string; readonly sandi: string; readonly apa: 'cut' | 'lost' | 'found' },
): Promise<Ya<null> | Trouble> =>
  tell(transport, { method: 'POST', path: `${addressOf(id)}/${apa}`, ...jsonOf({ sandi }) });

/** Takes over what a lost one had not sent before it was wiped. */
export const takeHanded = (transport: Transport, id: string): Promise<Ya<WorkTaken> | Trouble> =>
  ask(transport, { method: 'POST', path: `${addressOf(id)}/work` }, WorkTaken);

/** Throws it away. */
export const dropHanded = (transport: Transport, id: string): Promise<Ya<null> | Trouble> =>
  tell(transport, { method: 'DELETE', path: `${addressOf(id)}/work` });
