import { MENIT_PEKAN } from '../domain/beban-lapor.ts';
import type { Sumbangan } from './kelompok.ts';
import { ATURAN } from './tabel.ts';

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
 * What a school brings to the table of burden in a month. Nobody knows whether those of one week are those of the next, so
 * it counts for no more people than reported in its fullest week, each with the school's mean.
 */
export const sumbanganBeban = (semua: readonly BebanPekan[]): Sumbangan[] => {
  const perPekan = new Map<string, number>();
  for (const satu of semua) perPekan.set(satu.pekan, (perPekan.get(satu.pekan) ?? 0) + satu.orang);
  const terhitung = pekanTerhitung(perPekan);
  const pekan = semua.filter((satu) => terhitung.has(satu.pekan));
  const total = pekan.reduce((sum, { orang }) => sum + orang, 0);
  const bagian = MENIT_PEKAN.map(
    (_, kelas) => pekan.reduce((sum, satu) => sum + (satu.kelas === kelas ? satu.orang : 0), 0) / total,
  );
  return Array.from({ length: Math.max(0, ...perPekan.values()) }, () => bagian);
};
