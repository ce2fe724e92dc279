import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** A finished page, download or answer, with what a browser needs to ask whether it changed; `diubah` in epoch ms. */
export type Siap = {
  readonly jenis: string;
  readonly isi: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
  readonly etag: string;
  readonly diubah: number;
};

/** Something that was written and not packed yet. */
export type Mentah = { readonly jenis: string; readonly teks: string };

const gzipAsync = promisify(gzip);

/** Packs it, off the thread that answers, and names it by its content. */
export const siapkan = async ({ jenis, teks }: Mentah, diubah: number): Promise<Siap> => {
  const isi = new Uint8Array(Buffer.from(teks));
  const etag = createHash('sha256').update(isi).digest('base64url').slice(0, 22);
  return { jenis, isi, gzip: new Uint8Array(await gzipAsync(isi)), etag, diubah };
};
