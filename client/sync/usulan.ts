import { DaftarUsulan, type PutusanUsulan } from '../../shared/protocol/index.ts';
import { readAnswer, type Trouble } from './answer.ts';
import type { Transport } from './transport.ts';

const TIMEOUT = 30_000;
const PATH = '/api/corrections';

/** Asks for the corrections that wait for an admin. */
export const fetchUsulan = async (
  transport: Transport,
): Promise<{ readonly ok: true; readonly list: DaftarUsulan['list'] } | Trouble> => {
  const read = await readAnswer(await transport({ method: 'GET', path: PATH, timeout: TIMEOUT }));
  if (!read.ok) return read;
  const { data } = DaftarUsulan.safeParse(read.json);
  return data ? { ok: true, list: data.list } : { ok: false, code: 'server_diam', floor: 0 };
};

/** Decides on one of them. */
export const sendPutusan = async (
  transport: Transport,
  id: string,
  putusan: PutusanUsulan,
): Promise<{ readonly ok: true } | Trouble> => {
  const incoming = await transport({
    ...{ method: 'POST', path: `${PATH}/${encodeURIComponent(id)}`, timeout: TIMEOUT },
    headers: { 'content-type': 'application/json' },
    body: new TextEncoder().encode(JSON.stringify(putusan)),
  });
  if (incoming.kind === 'jawaban' && incoming.response.status === 202) return { ok: true };
  const read = await readAnswer(incoming);
  return read.ok ? { ok: false, code: 'server_diam', floor: 0 } : read;
};
