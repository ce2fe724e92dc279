import type * as z from 'zod/mini';
import { readAnswer, type Trouble } from './answer.ts';
import type { Outgoing, Transport } from './transport.ts';

const TIMEOUT = 30_000;

/** What a desk of the service said. */
export type Ya<T> = { readonly ok: true; readonly isi: T };

/** A request; it waits half a minute where nothing else is said. */
export type Asking = Omit<Outgoing, 'timeout'> & Partial<Pick<Outgoing, 'timeout'>>;

const SILENT: Trouble = { ok: false, code: 'server_diam', floor: 0 };

/** Headers and body of a request that says something. */
export const jsonOf = (value: unknown) => ({
  headers: { 'content-type': 'application/json' },
  body: new TextEncoder().encode(JSON.stringify(value)),
});

/** Asks a desk, and takes of the answer what the schema knows. `server_diam` where it is another one's answer. */
export const ask = async <T>(
  transport: Transport,
  asking: Asking,
  schema: z.ZodMiniType<T>,
): Promise<Ya<T> | Trouble> => {
  const read = await readAnswer(await transport({ timeout: TIMEOUT, ...asking }));
  if (!read.ok) return read;
  const parsed = schema.safeParse(read.json);
  return parsed.success ? { ok: true, isi: parsed.data } : SILENT;
};

/** Tells a desk something that it answers without content: 202 or 204. */
export const tell = async (transport: Transport, asking: Asking): Promise<Ya<null> | Trouble> => {
  const incoming = await transport({ timeout: TIMEOUT, ...asking });
  if (incoming.kind === 'jawaban' && [202, 204].includes(incoming.response.status))
    return { ok: true, isi: null };
  const read = await readAnswer(incoming);
  return read.ok ? SILENT : read;
};
