/*
 * One description of each document. Screen, print, PDF, CSV and XLSX are made from it and add nothing of their own, so
 * that they say the same. It is plain data: its canonical JSON is what a fingerprint stands for.
 */

/** Kinds of documents that can be made. */
export const JENIS_DOKUMEN = [
  'rekap',
  'skp',
  'progres',
  'evaluasi',
  'penilaian',
  'konversi',
  'akumulasi',
  'penetapan',
] as const;
/** A kind of {@link JENIS_DOKUMEN}. */
export type JenisDokumen = (typeof JENIS_DOKUMEN)[number];

/** A column: its heading, its share of the width, and where its text stands. */
export type Kolom = { readonly judul: string; readonly lebar: number; readonly rata?: 'tengah' | 'kanan' };

/** A cell: text, text over several rows, or null where a cell above reaches down. Line feeds part its lines. */
export type Sel = string | { readonly teks: string; readonly baris: number } | null;

/** A line over the whole width, or cells in the order of the columns; `tebal` for sums. */
export type Baris = { readonly kelompok: string } | { readonly sel: readonly Sel[]; readonly tebal?: true };

/** A table; `nomor` adds the line (1) (2) (3) under the headings, as forms have it. */
export type Tabel = {
  readonly kolom: readonly Kolom[];
  readonly nomor?: true;
  readonly baris: readonly Baris[];
  /** What stands there instead where there are no rows. */
  readonly kosong: string;
};

/** A photo by its hash, whose bytes each maker of a page fetches for itself, and what it shows. */
export type FotoDokumen = { readonly sha: string; readonly keterangan: string };

/** A headed part: a table, a numbered list, or photos. */
export type Bagian = {
  readonly judul: string | null;
  readonly tabel?: Tabel;
  readonly daftar?: readonly string[];
  readonly foto?: readonly FotoDokumen[];
  /** Begins on a page of its own. */
  readonly halamanBaru?: true;
  /** The signatures stand under it too, not only at the end. */
  readonly bertanda?: true;
};

/** Facts about one person, label and value, as forms set them side by side. */
export type Blok = {
  readonly judul: string;
  readonly baris: readonly (readonly [label: string, isi: string])[];
};

/** Who signs, and on the right where and when. An empty NIP leaves a line to write on. */
export type TandaTangan = {
  readonly peran: string;
  readonly tempatTanggal: string;
  readonly nama: string;
  readonly nip: string;
};

/** A whole document. */
export type Dokumen = {
  readonly jenis: JenisDokumen;
  /** School letterhead, line by line, the first the highest office; empty where the school is not known. */
  readonly kop: readonly string[];
  /** Which line of it is the school's name, where that is not the second. */
  readonly kopNama?: number;
  /** SHA-256 of the logo beside it, whose bytes each maker of a page fetches for itself. */
  readonly logo?: string;
  readonly judul: string;
  /** Under the title: instansi, period. */
  readonly keterangan: readonly string[];
  readonly identitas: readonly Blok[];
  readonly bagian: readonly Bagian[];
  readonly tanda: readonly TandaTangan[];
  /** Small print at the end. */
  readonly catatan: readonly string[];
  /** What it says stands: approved, fixed, locked. Everything else is a draft, and bears no code to check it by. */
  readonly sah: boolean;
  readonly arah: 'tegak' | 'rebah';
  /** Calendar date of the document, `YYYY-MM-DD`. */
  readonly tanggal: string;
};

/** The text of a cell; empty where a cell above reaches down. */
export const teksSel = (sel: Sel | undefined): string =>
  sel === null || sel === undefined ? '' : typeof sel === 'string' ? sel : sel.teks;

/** SHA-256 of each photo that the document shows, in order. */
export const fotoDari = ({ bagian }: Pick<Dokumen, 'bagian'>): string[] =>
  bagian.flatMap(({ foto }) => (foto ?? []).map(({ sha }) => sha));
