import { type AturanTabel, PANGSA, SEKOLAH_GABUNGAN } from './tabel.ts';

/** What one person brings to a figure: the share of each category of the table, 1 in all. */
export type Sumbangan = readonly number[];

/** A school in one table of one period; `guru` is how many teach there, whether or not they bring anything to the figure. */
export type Satuan = {
  readonly npsn: string;
  readonly nama: string;
  readonly kabupaten: string;
  readonly guru: number;
  readonly orang: readonly Sumbangan[];
  /** How many people it brings to all tables that must group it alike; left out: this one's alone. */
  readonly ukuran?: Ukuran;
  /** False where it has no part in this table for a reason that is no secret. */
  readonly ikut?: boolean;
};

/** The fewest and the most people that a school brings to any of several tables. */
export type Ukuran = { readonly sedikitnya: number; readonly sebanyaknya: number };

/** Schools of one kabupaten as they may be shown: alone, several as one, and those of which nothing is said. */
export type Kelompok = {
  readonly sendiri: readonly Satuan[];
  readonly gabungan: readonly Satuan[];
  readonly tersembunyi: readonly Satuan[];
};

const ukuranDari = ({ orang, ukuran }: Satuan): Ukuran =>
  ukuran ?? { sedikitnya: orang.length, sebanyaknya: orang.length };
const sedikitnya = (satuan: Satuan): number => ukuranDari(satuan).sedikitnya;

/**
 * Has tables of the same people group a school alike. Were it shown alone in one and among others, or not at all, in
 * another, the difference would tell how many of its teachers recorded nothing: of a school where nobody did, everybody's
 * share. A table that brings nobody for a reason that is no secret (`kecuali`) has no say.
 */
export const kelompokSama = <T extends string>(
  perTabel: Readonly<Record<T, Satuan>>,
  kecuali: readonly T[] = [],
): Record<T, Satuan> => {
  const daftar = Object.entries(perTabel) as [T, Satuan][];
  const banyak = daftar.filter(([tabel]) => !kecuali.includes(tabel)).map(([, { orang }]) => orang.length);
  const ukuran = { sedikitnya: Math.min(...banyak), sebanyaknya: Math.max(...banyak) };
  return Object.fromEntries(
    daftar.map(([tabel, satuan]) => [
      tabel,
      kecuali.includes(tabel) ? { ...satuan, ikut: false } : { ...satuan, ukuran },
    ]),
  ) as Record<T, Satuan>;
};

/** A small school must vanish among the others: nobody may work its figure out of theirs. */
const melindungi = (daftar: readonly Satuan[], minimal: number): boolean => {
  const total = daftar.reduce((sum, satuan) => sum + sedikitnya(satuan), 0);
  const kecil = daftar.filter((satuan) => sedikitnya(satuan) < minimal);
  return (
    // Who brings nobody is no company: what is left of the others would be somebody's own.
    daftar.filter((satuan) => sedikitnya(satuan) > 0).length >= SEKOLAH_GABUNGAN &&
    total >= minimal &&
    kecil.every((satuan) => ukuranDari(satuan).sebanyaknya <= PANGSA * total)
  );
};

/**
 * Hides small groups. A school with fewer people than the table wants is shown only together with others, the smallest
 * first, until it is at most a quarter of them; where the kabupaten has too few, nothing is said of it, and no sum above
 * counts it. Which ones stand together follows from how many people there are, never from the figures: otherwise the
 * grouping itself would tell.
 */
export const kelompokkan = (
  satuanList: readonly Satuan[],
  { minimal }: Pick<AturanTabel, 'minimal'>,
): Kelompok => {
  const urut = satuanList
    // Also one that brings nobody: were it missing, everybody would know of its only teacher that she was ill all month.
    .filter(({ guru, ikut }) => guru > 0 && ikut !== false)
    .sort((a, b) => sedikitnya(a) - sedikitnya(b) || a.npsn.localeCompare(b.npsn));
  const kecil = urut.filter((satuan) => sedikitnya(satuan) < minimal);
  const cukup = urut.filter((satuan) => sedikitnya(satuan) >= minimal);
  if (kecil.length === 0) return { sendiri: cukup, gabungan: [], tersembunyi: [] };
  for (let ikut = 0; ikut <= cukup.length; ikut += 1) {
    const gabungan = [...kecil, ...cukup.slice(0, ikut)];
    if (melindungi(gabungan, minimal)) return { sendiri: cukup.slice(ikut), gabungan, tersembunyi: [] };
  }
  return { sendiri: cukup, gabungan: [], tersembunyi: kecil };
};
