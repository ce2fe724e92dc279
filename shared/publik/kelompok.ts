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
};

/** Schools of one kabupaten as they may be shown: alone, several as one, and those of which nothing is said. */
export type Kelompok = {
  readonly sendiri: readonly Satuan[];
  readonly gabungan: readonly Satuan[];
  readonly tersembunyi: readonly Satuan[];
};

const banyaknya = (daftar: readonly Satuan[]): number =>
  daftar.reduce((sum, { orang }) => sum + orang.length, 0);

/** A small school must vanish among the others: nobody may work its figure out of theirs. */
const melindungi = (daftar: readonly Satuan[], minimal: number): boolean => {
  const total = banyaknya(daftar);
  const kecil = daftar.filter(({ orang }) => orang.length < minimal);
  return (
    daftar.length >= SEKOLAH_GABUNGAN &&
    total >= minimal &&
    kecil.every(({ orang }) => orang.length <= PANGSA * total)
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
    .filter(({ orang }) => orang.length > 0)
    .sort((a, b) => a.orang.length - b.orang.length || a.npsn.localeCompare(b.npsn));
  const kecil = urut.filter(({ orang }) => orang.length < minimal);
  const cukup = urut.filter(({ orang }) => orang.length >= minimal);
  if (kecil.length === 0) return { sendiri: cukup, gabungan: [], tersembunyi: [] };
  for (let ikut = 0; ikut <= cukup.length; ikut += 1) {
    const gabungan = [...kecil, ...cukup.slice(0, ikut)];
    if (melindungi(gabungan, minimal)) return { sendiri: cukup.slice(ikut), gabungan, tersembunyi: [] };
  }
  return { sendiri: cukup, gabungan: [], tersembunyi: kecil };
};
