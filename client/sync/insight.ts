import type * as z from 'zod/mini';
import { SatuPantau, TabelSekolah } from '../../shared/protocol/index.ts';
import { readAnswer, type Trouble } from './answer.ts';
import type { Transport } from './transport.ts';

const TIMEOUT = 30_000;

/** An answer with its validator; `sama` where what is held is still right. */
type Dijawab<T> =
  | { readonly ok: true; readonly isi: T; readonly etag: string }
  | { readonly ok: true; readonly sama: true }
  | Trouble;

const ask = async <T>(
  transport: Transport,
  path: string,
  { etag, schema }: { readonly etag?: string | undefined; readonly schema: z.ZodMiniType<T> },
): Promise<Dijawab<T>> => {
  const headers = etag ? { 'if-none-match': etag } : {};
  const incoming = await transport({ method: 'GET', path, headers, timeout: TIMEOUT });
  if (incoming.kind === 'jawaban' && incoming.response.status === 304) return { ok: true, sama: true };
  const read = await readAnswer(incoming);
  if (!read.ok || incoming.kind !== 'jawaban')
    return read.ok ? { ok: false, code: 'server_diam', floor: 0 } : read;
  const parsed = schema.safeParse(read.json);
  return parsed.success
    ? { ok: true, isi: parsed.data, etag: incoming.response.headers.get('etag') ?? '' }
    : { ok: false, code: 'server_diam', floor: 0 };
};

/** Asks for the schools that one is over; with the validator of what is held already nothing comes twice. */
export const fetchTabelSekolah = (transport: Transport, etag?: string) =>
  ask(transport, '/api/insight', { etag, schema: TabelSekolah });

/** Asks for one of them with its people. */
export const fetchSatuPantau = (transport: Transport, shard: string) =>
  ask(transport, `/api/insight/${encodeURIComponent(shard)}`, { schema: SatuPantau });
