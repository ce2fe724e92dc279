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

/** Cuts one of them off; a repeat is free of effect. */
export const cutOffDevice = async (
  transport: Transport,
  id: string,
): Promise<{ readonly ok: true } | Trouble> => {
  const path = `/api/devices/${encodeURIComponent(id)}`;
  const incoming = await transport({ method: 'DELETE', path, timeout: TIMEOUT });
  if (incoming.kind === 'jawaban' && incoming.response.status === 204) return { ok: true };
  const read = await readAnswer(incoming);
  return read.ok ? { ok: false, code: 'server_diam', floor: 0 } : read;
};

const addressOf = (id: string): string => `/api/devices/${encodeURIComponent(id)}`;

/** Marks one of them as lost, or as found again, by the password. */
export const markDevice = (
  transport: Transport,
  { id, sandi, hilang }: { readonly id: string; readonly sandi: string; readonly hilang: boolean },
): Promise<Ya<null> | Trouble> =>
  tell(transport, {
    method: 'POST',
    path: `${addressOf(id)}/${hilang ? 'lost' : 'found'}`,
    ...jsonOf({ sandi }),
  });

/** Takes over what a lost one had not sent before it was wiped. */
export const takeHanded = (transport: Transport, id: string): Promise<Ya<WorkTaken> | Trouble> =>
  ask(transport, { method: 'POST', path: `${addressOf(id)}/work` }, WorkTaken);

/** Throws it away. */
export const dropHanded = (transport: Transport, id: string): Promise<Ya<null> | Trouble> =>
  tell(transport, { method: 'DELETE', path: `${addressOf(id)}/work` });
