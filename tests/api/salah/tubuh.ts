import { gzipSync } from 'node:zlib';
import type { ProblemCode } from '../../../shared/protocol/index.ts';

/** A body that is wrong, made from the right one; and what it is refused for on every route that takes JSON. */
export type TubuhSalah = {
  readonly nama: string;
  readonly code: ProblemCode;
  readonly body: (right: string) => string | Uint8Array;
  readonly headers?: Readonly<Record<string, string | null>>;
};

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** The right object with something before its last brace. */
const with_ = (right: string, member: string): string =>
  right === '{}' ? `{${member}}` : `${right.slice(0, -1)},${member}}`;
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const type = (value: string | null) => ({ 'content-type': value });

/** What stands around the JSON, and what is none. */
export const TUBUH_SALAH: readonly TubuhSalah[] = [
  { nama: 'no content type', code: 'jenis_isi', body: (right) => right, headers: type(null) },
  { nama: 'plain text', code: 'jenis_isi', body: (right) => right, headers: type('text/plain') },
  {
    nama: 'a form',
    code: 'jenis_isi',
    body: () => 'a=1&b=2',
    headers: type('application/x-www-form-urlencoded'),
  },
  {
    nama: 'several parts',
    code: 'jenis_isi',
    body: (right) => right,
    headers: type('multipart/form-data; boundary=x'),
  },
  {
    nama: 'brotli',
    code: 'sandian_isi',
    body: (right) => right,
    headers: { 'content-encoding': 'br' },
  },
  {
    nama: 'gzip twice',
    code: 'sandian_isi',
    body: (right) => gzipSync(gzipSync(right)),
    headers: { 'content-encoding': 'gzip, gzip' },
  },
  { nama: 'nothing', code: 'json_rusak', body: () => '' },
  { nama: 'an object that breaks off', code: 'json_rusak', body: (right) => right.slice(0, -1) },
  { nama: 'two documents', code: 'json_rusak', body: (right) => right + right },
  { nama: 'a comma before the end', code: 'json_rusak', body: () => '{"a":1,}' },
  { nama: 'a comment', code: 'json_rusak', body: (right) => `${right}/**/` },
  { nama: 'a byte order mark', code: 'json_rusak', body: (right) => `\ufeff${right}` },
  { nama: 'NaN', code: 'json_rusak', body: (right) => with_(right, '"asing":NaN') },
  { nama: 'UTF-16', code: 'json_rusak', body: () => Buffer.from('{"a":1}', 'utf16le') },
  {
    nama: 'a byte that is no UTF-8',
    code: 'utf8_rusak',
    body: (right) =>
      Buffer.concat([bytes(with_(right, '"asing":"')).subarray(0, -1), Buffer.from([0xff, 0x22, 0x7d])]),
  },
  { nama: 'depth 33', code: 'json_dalam', body: (right) => with_(right, `"asing":${nested(32)}`) },
  { nama: 'a key twice', code: 'kunci_ganda', body: (right) => with_(right, '"asing":1,"asing":1') },
  {
    nama: '1.2 MB',
    code: 'terlalu_besar',
    body: (right) => with_(right, `"asing":"${'x'.repeat(1_200_000)}"`),
  },
];

/** JSON that is none of the schema: each route says `isi_salah`, and the sync `amplop`. */
export const BENTUK_SALAH: readonly Omit<TubuhSalah, 'code'>[] = [
  { nama: 'a member that nobody knows', body: (right) => with_(right, '"asing":1') },
  { nama: 'an owner', body: (right) => with_(right, '"pemilik_":"p_lain"') },
  { nama: '__proto__', body: (right) => with_(right, '"__proto__":{"admin":true}') },
  { nama: 'constructor', body: (right) => with_(right, '"constructor":{"prototype":{"admin":true}}') },
  { nama: 'a list', body: (right) => `[${right}]` },
  { nama: 'null', body: () => 'null' },
  { nama: 'a number', body: () => '1e400' },
  { nama: 'a text', body: (right) => JSON.stringify(right) },
  { nama: 'an empty object', body: () => '{}' },
];
