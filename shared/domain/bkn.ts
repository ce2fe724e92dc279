import type { Entri } from '../records/entri.ts';
import type { Skp } from '../records/skp.ts';

/** Columns of BKN's "Tambah Progress Harian", in the order and words that its importers know. */
export const KOLOM_BKN = [
  'Rencana Aksi',
  'Tanggal',
  'Jam Mulai',
  'Jam Selesai',
  'Kegiatan Harian',
  'Realisasi',
  'Satuan',
  'Bukti Dukung',
] as const;

/** BKN's field is a single line. */
const sebaris = (teks: string): string => teks.replace(/\s+/g, ' ').trim();

/** An entry as BKN's eight columns: name of the rencana aksi (its code where the SKP has none), links parted by a space. */
export const barisBkn = (entri: Entri, skp: Skp | null): string[] => {
  const nama = skp?.rhk
    .find(({ kode }) => kode === entri.rhk)
    ?.rencanaAksi.find(({ kode }) => kode === entri.rencanaAksi)?.nama;
  return [
    nama ?? entri.rencanaAksi ?? '',
    entri.tanggal,
    entri.mulai,
    entri.selesai,
    entri.uraian,
    String(entri.realisasi),
    entri.satuan,
    entri.tautan.join(' '),
  ].map(sebaris);
};

/** What a spreadsheet would run as a formula, also behind quotes, spaces and invisible characters (trust.md T24). */
const RUMUS = /^[\s"'\p{Cf}]*[=+\-@|%＝＋－＠]/u;
const ANGKA = /^[+-]?\d+([.,]\d+)?$/;

/** A cell that no spreadsheet takes for a formula; read back by `bacaTempelan` without the apostrophe. */
export const selAman = (teks: string): string => (RUMUS.test(teks) && !ANGKA.test(teks) ? `'${teks}` : teks);

/** A cell of a CSV file as all of ours are written: safe from formulas by {@link selAman}, and quoted (RFC 4180). */
export const selCsv = (teks: string): string => `"${selAman(teks).replaceAll('"', '""')}"`;

/** Entries as a CSV file for Indonesian Excel: BOM, semicolons, CRLF, every cell quoted, columns of {@link KOLOM_BKN}. */
export const csvBkn = (entriList: readonly Entri[], skp: Skp | null): string =>
  `\uFEFF${[KOLOM_BKN, ...entriList.map((entri) => barisBkn(entri, skp))].map((cells) => `${cells.map(selCsv).join(';')}\r\n`).join('')}`;
