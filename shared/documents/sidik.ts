import { canonicalJson } from '../protocol/identity.ts';
import type { Dokumen } from './dokumen.ts';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const HURUF = 13;
const KELOMPOK = 4;

/** Whose document of which school: two of the same words for two people are two documents. */
export type Terbitan = { readonly shard: string; readonly pemilik: string; readonly dokumen: Dokumen };

/** What a fingerprint stands for: the document's whole description in canonical JSON (RFC 8785), with whose it is. */
export const teksTerbitan = ({ shard, pemilik, dokumen }: Terbitan): string =>
  canonicalJson({ shard, pemilik, dokumen });

/**
 * Code of a document: the first 65 bits of the SHA-256 of {@link teksTerbitan} in 13 letters that people can read out and
 * type. The same content has the same code whenever it is made, so a code outlives every database.
 */
export const kodeDokumen = (sha256: Uint8Array): string => {
  let bits = 0n;
  for (let i = 0; i < 9; i += 1) bits = bits * 256n + BigInt(sha256[i] ?? 0);
  bits >>= 7n;
  let kode = '';
  for (let i = HURUF - 1; i >= 0; i -= 1) kode += CROCKFORD[Number((bits >> BigInt(5 * i)) & 31n)];
  return kode;
};

/** As it is printed: `K7M2-9QWX-3TRF-P`. */
export const tulisKode = (kode: string): string =>
  (kode.match(new RegExp(`.{1,${KELOMPOK}}`, 'g')) ?? []).join('-');

/** A code as somebody typed it: spaces, hyphens and small letters do not matter, nor O for 0 or I and L for 1. Null for none. */
export const bacaKode = (teks: string): string | null => {
  const rapi = teks.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return new RegExp(`^[${CROCKFORD}]{${HURUF}}$`).test(rapi) ? rapi : null;
};
