import { MENIT_PEKAN } from '../domain/beban-lapor.ts';
import type { Sumbangan } from './kelompok.ts';

/** How many people of a school reported a class of a week. */
export type BebanPekan = { readonly pekan: string; readonly kelas: number; readonly orang: number };

/**
 * What a school brings to the table of burden in a month. Nobody knows whether those of one week are those of the next, so
 * it counts for no more people than reported in its fullest week, each with the school's mean.
 */
export const sumbanganBeban = (pekan: readonly BebanPekan[]): Sumbangan[] => {
  const perPekan = new Map<string, number>();
  for (const satu of pekan) perPekan.set(satu.pekan, (perPekan.get(satu.pekan) ?? 0) + satu.orang);
  const total = pekan.reduce((sum, { orang }) => sum + orang, 0);
  const bagian = MENIT_PEKAN.map(
    (_, kelas) => pekan.reduce((sum, satu) => sum + (satu.kelas === kelas ? satu.orang : 0), 0) / total,
  );
  return Array.from({ length: Math.max(0, ...perPekan.values()) }, () => bagian);
};
