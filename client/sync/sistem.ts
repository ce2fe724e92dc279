import { KeadaanSistem } from '../../shared/protocol/index.ts';
import { readAnswer, type Trouble } from './answer.ts';
import type { Transport } from './transport.ts';

const TIMEOUT = 30_000;

/** Asks how the service stands. */
export const fetchSistem = async (
  transport: Transport,
): Promise<{ readonly ok: true; readonly isi: KeadaanSistem } | Trouble> => {
  const read = await readAnswer(await transport({ method: 'GET', path: '/api/system', timeout: TIMEOUT }));
  if (!read.ok) return read;
  const parsed = KeadaanSistem.safeParse(read.json);
  return parsed.success ? { ok: true, isi: parsed.data } : { ok: false, code: 'server_diam', floor: 0 };
};

/** Has a copy begun. */
export const sendCadangan = async (transport: Transport): Promise<{ readonly ok: true } | Trouble> => {
  const incoming = await transport({ method: 'POST', path: '/api/system/copy', timeout: TIMEOUT });
  if (incoming.kind === 'jawaban' && incoming.response.status === 202) return { ok: true };
  const read = await readAnswer(incoming);
  return read.ok ? { ok: false, code: 'server_diam', floor: 0 } : read;
};
