import type { Bagian } from './bagian.ts';
import type { Sumbangan } from './kelompok.ts';
import { ATURAN, SISANYA } from './tabel.ts';

/** Tables of the burden of recording: minutes in a week, and seconds for an entry. A report speaks of both, so both count the same people. */
export const TABEL_BEBAN = ['beban', 'detik'] as const;
/** One of {@link TABEL_BEBAN}. */
export type TabelBeban = (typeof TABEL_BEBAN)[number];

/** How many people of a school reported a class of a week. */
export type BebanPekan = { readonly pekan: string; readonly kelas: number; readonly orang: number };

/**
 * The weeks that count. Nobody knows who reported in which, so each must speak of enough people by itself: else whoever
 * reports every week would be most of the school's figure. Where none does, the fullest one alone, each once.
 */
const pekanTerhitung = (perPekan: ReadonlyMap<string, number>): ReadonlySet<string> => {
  const urut = [...perPekan].sort(([a, x], [b, y]) => y - x || b.localeCompare(a));
  const cukup = urut.filter(([, orang]) => orang >= ATURAN.beban.minimal);
  return new Set((cukup.length > 0 ? cukup : urut.slice(0, 1)).map(([pekan]) => pekan));
};

/**
 * What a school brings to a table of burden in a month. Nobody knows whether those of one week are those of the next, so
 * it counts for no more people than reported in its fullest week, each with the school's mean.
 */
export const sumbanganBeban = (tabel: TabelBeban, semua: readonly BebanPekan[]): Sumbangan[] => {
  const perPekan = new Map<string, number>();
  for (const satu of semua) perPekan.set(satu.pekan, (perPekan.get(satu.pekan) ?? 0) + satu.orang);
  const terhitung = pekanTerhitung(perPekan);
  const pekan = semua.filter((satu) => terhitung.has(satu.pekan));
  const total = pekan.reduce((sum, { orang }) => sum + orang, 0);
  const bagian = ATURAN[tabel].kategori.map(
    (_, kelas) => pekan.reduce((sum, satu) => sum + (satu.kelas === kelas ? satu.orang : 0), 0) / total,
  );
  return Array.from({ length: Math.max(0, ...perPekan.values()) }, () => bagian);
};

const batasBagian = ({ persen, batas }: Bagian): readonly [number, number] => {
  if (batas === 'sedikitnya') return [persen, 100];
  if (batas === 'sebanyaknya') return [0, persen];
  return [persen - 0.5, persen + 0.5];
};

/**
 * The class in which the middle person lies, from shares as they are printed and nothing behind them; null where those leave
 * more than one class open. Categories stand in the order of their size.
 */
export const kelasTengah = (tabel: TabelBeban, bagian: readonly Bagian[]): string | null => {
  const sisa = bagian.find(({ kategori }) => kategori === SISANYA);
  const satu = (kategori: string): readonly [number, number] => {
    const tercetak = bagian.find((lain) => lain.kategori === kategori);
    if (tercetak) return batasBagian(tercetak);
    return [0, sisa ? batasBagian(sisa)[1] : 0];
  };
  const { kategori } = ATURAN[tabel];
  const pasti = kategori.filter((_, i) => {
    const [sampai, sebelum] = [kategori.slice(0, i + 1), kategori.slice(0, i)];
    const paling = (daftar: readonly string[], sisi: 0 | 1): number =>
      daftar.reduce((sum, nama) => sum + satu(nama)[sisi], 0);
    const sesudah = kategori.slice(i + 1);
    return paling(sebelum, 1) < 50 && Math.max(paling(sampai, 0), 100 - paling(sesudah, 1)) >= 50;
  });
  return pasti.length === 1 ? (pasti[0] ?? null) : null;
};
