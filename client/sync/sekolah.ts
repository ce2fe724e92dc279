import { HalamanSekolah, SatuSekolah } from '../../shared/protocol/index.ts';
import type { IdentitasSatker } from '../../shared/records/index.ts';
import { ask, jsonOf } from './ask.ts';
import type { Transport } from './transport.ts';

/** A picture of two megabytes over an office's line. */
const UNGGAH = 120_000;
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
  ask(transport, { method: 'PUT', path: alamat(npsn), ...jsonOf(isi) }, SatuSekolah);

/** Hands in a picture as its logo; null takes the logo away. */
export const sendLogo = (transport: Transport, npsn: string, gambar: ArrayBuffer | null) => {
  const outgoing = gambar
    ? { method: 'PUT' as const, headers: { 'content-type': 'application/octet-stream' }, body: gambar }
    : { method: 'DELETE' as const };
  return ask(transport, { ...outgoing, path: `${alamat(npsn)}/logo`, timeout: UNGGAH }, SatuSekolah);
};
