import type { ProblemCode } from '../protocol/problem-codes.ts';
import { isProblemCode } from '../protocol/problem-codes.ts';
import { Entri } from '../records/entri.ts';
import type { Skp } from '../records/skp.ts';
import { cleanText } from '../records/text.ts';
import { bacaBulat, bacaJam, bacaTanggal } from './baca-sel.ts';
import { pecahTabel, tebakPemisah } from './tabel-teks.ts';
import { teksPolos } from './teks-polos.ts';

/** A faulty cell: its field (or the row as a whole), why, and what stands there. */
export type MasalahSel = {
  readonly bidang: keyof Entri | 'baris';
  readonly kode: ProblemCode;
  readonly isi: string;
};

/** A pasted row, numbered from 1 without header and blank lines; fields that could not be read are absent and reported. */
export type BarisTempelan = {
  readonly nomor: number;
  readonly entri: Partial<Entri>;
  readonly masalah: readonly MasalahSel[];
};

type Bidang =
  | 'rencanaAksi'
  | 'tanggal'
  | 'mulai'
  | 'selesai'
  | 'uraian'
  | 'realisasi'
  | 'satuan'
  | 'tautan'
  | 'catatan';

/** BKN's order, for rows without a header. */
const URUTAN: readonly Bidang[] = [
  'rencanaAksi',
  'tanggal',
  'mulai',
  'selesai',
  'uraian',
  'realisasi',
  'satuan',
  'tautan',
];

/** What is read of a row: BKN has no column for notes, so only a header can name one. */
const DIBACA: readonly Bidang[] = [...URUTAN, 'catatan'];

/** Header words, without case, spaces and punctuation. */
const KEPALA: readonly [Bidang, RegExp][] = [
  ['rencanaAksi', /^rencanaaksi$/],
  ['tanggal', /^(tanggal|tgl)(kegiatan)?$/],
  ['mulai', /^(jam|waktu)?mulai(kegiatan)?$/],
  ['selesai', /^(jam|waktu)?selesai(kegiatan)?$/],
  ['uraian', /^(uraian)?(kegiatan)?(harian)?$/],
  ['realisasi', /^(realisasi|volume|jumlah)$/],
  ['satuan', /^satuan$/],
  ['tautan', /^(bukti|bukti(dukung|tautan)|tautan|tautanbukti|link)$/],
  ['catatan', /^(catatan|keterangan)$/],
];

type Kolom = readonly (Bidang | null)[];

const bidangKepala = (cell: string): Bidang | null => {
  const word = teksPolos(cell.replace(/\(.*\)/s, ''));
  return word === '' ? null : (KEPALA.find(([, pattern]) => pattern.test(word))?.[0] ?? null);
};

/** The columns that a header row names; null where the row is no header. */
const bacaKepala = (row: readonly string[]): Kolom | null => {
  const kolom = row.map(bidangKepala);
  return new Set(kolom.filter((bidang) => bidang !== null)).size >= 3 ? kolom : null;
};

/** Header cells that name nothing that is read; a running number is nobody's loss. */
const kolomAsing = (row: readonly string[], kolom: Kolom): string[] =>
  row.flatMap((cell, i) => {
    const nama = cleanText(cell).trim();
    const terbaca = (kolom[i] ?? null) !== null && kolom.indexOf(kolom[i] ?? null) === i;
    return terbaca || nama === '' || /^(no|nomor)$/.test(teksPolos(nama)) ? [] : [nama];
  });

/** The apostrophe that makes a formula harmless in a spreadsheet is no part of the text. */
const tanpaPengaman = (cell: string): string => cell.replace(/^'(?=[\s"'\p{Cf}]*[=+\-@|%＝＋－＠])/u, '');

/** A rencana aksi by its name or code, and the RHK that it belongs to. */
const cariAksi = (teks: string, skp: Skp | null): Pick<Entri, 'rhk' | 'rencanaAksi'> | null => {
  const word = teksPolos(teks);
  for (const { kode: rhk, rencanaAksi } of skp?.rhk ?? [])
    for (const { kode, nama } of rencanaAksi)
      if (kode === teks || teksPolos(nama) === word) return { rhk, rencanaAksi: kode };
  return null;
};

const bacaAksi = (teks: string, skp: Skp | null): Partial<Entri> | null =>
  teks === '' ? { rhk: null, rencanaAksi: null } : cariAksi(teks, skp);

/** The links of one cell, readable or not; a dash is none. */
export const tautanSel = (teks: string): string[] =>
  teks === '-' ? [] : teks.split(/[\s,;]+(?=https?:)|\s+/).filter((link) => link !== '');

/** Values of one cell, unchecked; null where it cannot be read. */
const BACA: Readonly<Record<Bidang, (teks: string, skp: Skp | null) => Partial<Entri> | null>> = {
  rencanaAksi: bacaAksi,
  tanggal: (teks) => ({ tanggal: bacaTanggal(teks) ?? '' }),
  mulai: (teks) => ({ mulai: bacaJam(teks) ?? '' }),
  selesai: (teks) => ({ selesai: bacaJam(teks) ?? '' }),
  uraian: (teks) => ({ uraian: teks }),
  realisasi: (teks) => ({ realisasi: bacaBulat(teks) ?? 0 }),
  satuan: (teks) => ({ satuan: teks }),
  tautan: (teks) => ({ tautan: tautanSel(teks) }),
  catatan: (teks) => ({ catatan: teks }),
};

const kodeDari = (bidang: Bidang, value: Partial<Entri>): ProblemCode | null => {
  const checked = Entri.shape[bidang].safeParse(value[bidang]);
  if (checked.success) return null;
  const message = checked.error.issues[0]?.message;
  return isProblemCode(message) ? message : 'isi_salah';
};

type Cells = {
  readonly nomor: number;
  readonly kolom: Kolom;
  readonly row: readonly string[];
  readonly skp: Skp | null;
};

const bacaBaris = ({ nomor, kolom, row, skp }: Cells): BarisTempelan => {
  const masalah: MasalahSel[] = [];
  let entri: Partial<Entri> = { foto: [] };
  for (const bidang of DIBACA) {
    const isi = cleanText(tanpaPengaman(row[kolom.indexOf(bidang)] ?? '')).trim();
    const value = BACA[bidang](isi, skp);
    const kode = value ? kodeDari(bidang, value) : 'rhk_asing';
    if (kode) masalah.push({ bidang, kode, isi });
    else entri = { ...entri, ...value };
  }
  const lebih = row.slice(kolom.length).join(' ').trim();
  if (lebih !== '') masalah.push({ bidang: 'baris', kode: 'isi_salah', isi: lebih });
  return { nomor, entri, masalah };
};

/**
 * Rows pasted from a spreadsheet, in BKN's columns or under a header in any order, tab-, semicolon- or comma-separated.
 * Every row that is not blank comes back; a row without faults holds a whole {@link Entri}. Rencana aksi are looked up
 * in the SKP by name or code. Rules about days and overlaps are `periksaEntri`'s. `asing` are the header's columns that are
 * not taken; with a header alone (`kepalaSaja`) nothing was pasted that could be.
 */
export const bacaTempelan = (
  teks: string,
  skp: Skp | null = null,
): { baris: BarisTempelan[]; asing: string[]; kepalaSaja: boolean } => {
  const lines = teks.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const rows = pecahTabel(lines, tebakPemisah(lines)).filter((row) => row.some((cell) => cell.trim() !== ''));
  const kepala = bacaKepala(rows[0] ?? []);
  const kolom = kepala ?? URUTAN;
  return {
    asing: kepala ? kolomAsing(rows[0] ?? [], kepala) : [],
    kepalaSaja: kepala !== null && rows.length === 1,
    baris: rows.slice(kepala ? 1 : 0).map((row, index) => bacaBaris({ nomor: index + 1, kolom, row, skp })),
  };
};
