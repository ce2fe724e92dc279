import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import pdfmake from 'pdfmake';
import sharp from 'sharp';
import type { Dokumen } from '../../shared/documents/index.ts';
import { type Pilihan, tata } from './tata.ts';

/** One document to be made; photos as they were stored, JPEG or WebP. */
export type Pesanan = {
  readonly id: number;
  readonly dokumen: Dokumen;
  readonly pilihan: Omit<Pilihan, 'foto'>;
  readonly foto: Readonly<Record<string, Uint8Array>>;
};
/** The PDF, or why it could not be made. */
export type Jadi = { readonly id: number } & ({ readonly pdf: Uint8Array } | { readonly gagal: string });

const HURUF = join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts/Roboto');
const roboto = {
  Roboto: {
    normal: join(HURUF, 'Roboto-Regular.ttf'),
    bold: join(HURUF, 'Roboto-Medium.ttf'),
    italics: join(HURUF, 'Roboto-Italic.ttf'),
    bolditalics: join(HURUF, 'Roboto-MediumItalic.ttf'),
  },
};

// Everything that a document needs is handed in: no address and no other file is ever opened for one.
pdfmake.setFonts(roboto);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path: string) => Object.values(roboto.Roboto).includes(path));

const JPEG = /^\xff\xd8/;
/** Wider than a sheet's half at 200 dpi nobody sees. */
const TERLEBAR = 900;

/** What the layout can place: it knows JPEG and PNG, phones mostly send WebP. A photo that cannot be read is left out. */
const gambar = async (bytes: Uint8Array): Promise<string | null> => {
  try {
    const asli = Buffer.from(bytes);
    if (JPEG.test(asli.toString('latin1', 0, 2)) && asli.length < 400_000)
      return `data:image/jpeg;base64,${asli.toString('base64')}`;
    const jpeg = await sharp(asli, { limitInputPixels: 26_000_000 })
      .resize({ width: TERLEBAR, withoutEnlargement: true })
      .jpeg({ quality: 78 })
      .toBuffer();
    return `data:image/jpeg;base64,${jpeg.toString('base64')}`;
  } catch {
    return null;
  }
};

const cetak = async ({ dokumen, pilihan, foto }: Pesanan): Promise<Uint8Array> => {
  const url: Record<string, string> = {};
  for (const [sha, bytes] of Object.entries(foto)) {
    const satu = await gambar(bytes);
    if (satu) url[sha] = satu;
  }
  return new Uint8Array(await pdfmake.createPdf(tata(dokumen, { ...pilihan, foto: url })).getBuffer());
};

parentPort?.on('message', async (pesanan: Pesanan) => {
  let jadi: Jadi;
  try {
    jadi = { id: pesanan.id, pdf: await cetak(pesanan) };
  } catch (cause) {
    jadi = { id: pesanan.id, gagal: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) };
  }
  parentPort?.postMessage(jadi, 'pdf' in jadi ? [jadi.pdf.buffer as ArrayBuffer] : []);
});
