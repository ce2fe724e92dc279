import type { Content, ContentTable, TableCell } from 'pdfmake/interfaces.js';
import {
  type Bagian,
  type Baris,
  type Kolom,
  type Sel,
  type Tabel,
  teksSel,
} from '../../shared/documents/index.ts';

const FOTO_TINGGI = 190;
/** Longest run of letters that a narrow column is asked to hold in one line. */
const KATA_TERPANJANG = 24;
const NOL = '\u200b';

/** A word longer than its column may break anywhere rather than run over its neighbour. */
export const lipat = (teks: string): string =>
  teks.replace(/\S{25,}/gu, (kata) => {
    const huruf = Array.from(kata);
    const potong: string[] = [];
    for (let i = 0; i < huruf.length; i += KATA_TERPANJANG)
      potong.push(huruf.slice(i, i + KATA_TERPANJANG).join(''));
    return potong.join(NOL);
  });

const RATA = { tengah: 'center', kanan: 'right' } as const;

const sel = (isi: Sel | undefined, { rata }: Kolom, tebal: boolean): TableCell =>
  isi === null || isi === undefined
    ? {}
    : {
        text: lipat(teksSel(isi)),
        ...(typeof isi === 'string' ? {} : { rowSpan: isi.baris }),
        ...(rata ? { alignment: RATA[rata] } : {}),
        ...(tebal ? { bold: true } : {}),
      };

const baris = (satu: Baris, kolom: readonly Kolom[]): TableCell[] =>
  'kelompok' in satu
    ? [
        { text: satu.kelompok, bold: true, colSpan: kolom.length, fillColor: '#f0f0f0' },
        ...kolom.slice(1).map(() => ({})),
      ]
    : kolom.map((satuKolom, i) => sel(satu.sel[i], satuKolom, satu.tebal === true));

/** A table of the document, its heading repeated on each page, no row torn. */
export const tabel = ({ kolom, nomor, baris: isi, kosong }: Tabel): Content => {
  if (isi.length === 0) return { text: kosong, margin: [0, 2, 0, 6] };
  const judul = kolom.map((satu) => ({
    text: satu.judul,
    bold: true,
    alignment: 'center' as const,
    fillColor: '#e4e8ee',
  }));
  const angka = kolom.map((_, i) => ({ text: `(${i + 1})`, alignment: 'center' as const, fontSize: 7 }));
  const made: ContentTable = {
    table: {
      headerRows: nomor ? 2 : 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: kolom.map(({ lebar }) => `${lebar}%`),
      body: [judul, ...(nomor ? [angka] : []), ...isi.map((satu) => baris(satu, kolom))],
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      hLineColor: () => '#555',
      vLineColor: () => '#555',
    },
    margin: [0, 2, 0, 8],
  };
  return made;
};

/** Photos two by two, each with what it shows; `url` holds data URLs by hash. */
export const gambar = (
  foto: NonNullable<Bagian['foto']>,
  url: Readonly<Record<string, string>>,
  lebar: number,
): Content => {
  const petak = foto.map(({ sha, keterangan }): TableCell => {
    const ada = url[sha];
    return {
      stack: [
        ada
          ? { image: ada, fit: [lebar / 2 - 12, FOTO_TINGGI], alignment: 'center' as const }
          : {
              text: 'Foto belum ada di server',
              italics: true,
              alignment: 'center' as const,
              margin: [0, 30],
            },
        { text: lipat(keterangan), fontSize: 8, margin: [0, 3, 0, 0] },
      ],
    };
  });
  const rows: TableCell[][] = [];
  for (let i = 0; i < petak.length; i += 2) rows.push([petak[i] ?? {}, petak[i + 1] ?? {}]);
  return {
    table: { dontBreakRows: true, widths: ['50%', '50%'], body: rows },
    layout: 'noBorders',
    margin: [0, 2, 0, 8],
  };
};
