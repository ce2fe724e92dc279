import { readAnswer, type Trouble } from './answer.ts';
import type { Ya } from './ask.ts';
import type { Transport } from './transport.ts';

const TIMEOUT = 60_000;

/** Fetches a file that a desk hands out, or says why not: a link would put the refusal in the place of the page. */
export const fetchBerkas = async (transport: Transport, path: string): Promise<Ya<Blob> | Trouble> => {
  const incoming = await transport({ method: 'GET', path, timeout: TIMEOUT });
  const isFile =
    incoming.kind === 'jawaban' &&
    incoming.response.ok &&
    incoming.response.headers.get('content-disposition')?.startsWith('attachment') === true;
  if (isFile) return { ok: true, isi: await incoming.response.blob() };
  const read = await readAnswer(incoming);
  return read.ok ? { ok: false, code: 'server_diam', floor: 0 } : read;
};
