import type * as z from 'zod/mini';
import { HalamanSekolah, SatuSekolah } from '../../shared/protocol/index.ts';
import type { IdentitasSatker } from '../../shared/records/index.ts';
import { readAnswer, type Trouble } from './answer.ts';
import type { Outgoing, Transport } from './transport.ts';

const TIMEOUT = 30_000;
/** A picture of two megabytes over an office's line. */
const UNGGAH = 120_000;
type Ya<T> = { readonly ok: true; readonly isi: T };

const ask = async <T>(
  transport: Transport,
  outgoing: Omit<Outgoing, 'timeout'> & Partial<Pick<Outgoing, 'timeout'>>,
  schema: z.ZodMiniType<T>,
): Promise<Ya<T> | Trouble> => {
  const read = await readAnswer(await transport({ timeout: TIMEOUT, ...outgoing }));
  if (!read.ok) return read;
  const parsed = schema.safeParse(read.json);
  return parsed.success ? { ok: true, isi: parsed.data } : { ok: false, code: 'server_diam', floor: 0 };
};

const alamat = (npsn: string): string => `/api/schools/${encodeURIComponent(npsn)}`;

/** Asks for a page of schools. */
export const fetchSekolah = (
  transport: Transport,
  { cari, mulai }: { readonly cari: string; readonly mulai: number },
) =>
  ask(
    transport,
    { method: 'GET', path: `/api/schools?from=${mulai}&find=${encodeURIComponent(cari)}` },
    HalamanSekolah,
  );

/** Asks for one school's letterhead. */
export const fetchSatuSekolah = (transport: Transport, npsn: string) =>
  ask(transport, { method: 'GET', path: alamat(npsn) }, SatuSekolah);

/** Writes it. */
export const sendSekolah = (transport: Transport, npsn: string, isi: IdentitasSatker) =>
  ask(
    transport,
    {
      ...{ method: 'PUT', path: alamat(npsn), headers: { 'content-type': 'application/json' } },
      body: new TextEncoder().encode(JSON.stringify(isi)),
    },
    SatuSekolah,
  );

/** Hands in a picture as its logo; null takes the logo away. */
export const sendLogo = (transport: Transport, npsn: string, gambar: ArrayBuffer | null) => {
  const outgoing = gambar
    ? { method: 'PUT' as const, headers: { 'content-type': 'application/octet-stream' }, body: gambar }
    : { method: 'DELETE' as const };
  return ask(transport, { ...outgoing, path: `${alamat(npsn)}/logo`, timeout: UNGGAH }, SatuSekolah);
};
