import { type AturanTabel, SISANYA } from './tabel.ts';

/**
 * A share as it is printed, in whole percent. `batas` says that it is no exact one: `sedikitnya` means this much or more,
 * `sebanyaknya` this much or less.
 */
export type Bagian = {
  readonly kategori: string;
  readonly persen: number;
  readonly batas: 'tepat' | 'sedikitnya' | 'sebanyaknya';
};

type Satu = { readonly nama: readonly string[]; readonly nilai: number };

const gabung = (daftar: readonly Satu[]): Satu => ({
  nama: daftar.flatMap(({ nama }) => nama),
  nilai: daftar.reduce((sum, { nilai }) => sum + nilai, 0),
});

const tercetak = ({ nama, nilai }: Satu, ujung: number): Bagian => {
  const [satu = SISANYA] = nama;
  const kategori = nama.length === 1 ? satu : SISANYA;
  const batas = Math.round(100 * ujung);
  if (nilai <= ujung) return { kategori, persen: batas, batas: 'sebanyaknya' };
  if (nilai >= 1 - ujung) return { kategori, persen: 100 - batas, batas: 'sedikitnya' };
  return { kategori, persen: Math.round(100 * nilai), batas: 'tepat' };
};

/**
 * Shares (summing to 1, in the order of the table's categories) as they may be printed. One at or below `ujung` could be
 * worked out as what is left of a hundred, so such ones stand together, with the smallest other one where they are still too
 * few; where a single category is nearly all, only that is said.
 */
export const cetakBagian = (
  nilai: readonly number[],
  { kategori, ujung }: Pick<AturanTabel, 'kategori' | 'ujung'>,
): Bagian[] => {
  const semua = kategori.map((nama, i): Satu => ({ nama: [nama], nilai: nilai[i] ?? 0 }));
  const besar = semua.filter((satu) => satu.nilai > ujung).sort((a, b) => b.nilai - a.nilai);
  const kecil = semua.filter((satu) => satu.nilai <= ujung);
  if (kecil.length > 0 && gabung(kecil).nilai <= ujung && besar.length > 1)
    kecil.push(...besar.splice(besar.length - 1));
  const urut = besar.sort((a, b) => kategori.indexOf(a.nama[0] ?? '') - kategori.indexOf(b.nama[0] ?? ''));
  return [...urut, ...(kecil.length > 0 ? [gabung(kecil)] : [])].map((satu) => tercetak(satu, ujung));
};

/** What a printed share stands for where sums are made of it: the middle of what it may be. */
export const tengah = ({ persen, batas }: Bagian): number => {
  if (batas === 'tepat') return persen;
  return batas === 'sedikitnya' ? (persen + 100) / 2 : persen / 2;
};
