import type { Entri } from '../records/entri.ts';

/**
 * The activities of a day as new ones of another date, in order of time. Photos, links and notes stay behind: they are
 * evidence of the day they were made on.
 */
export const salinHari = (entriList: readonly Entri[], tanggalBaru: string): Entri[] =>
  [...entriList]
    .sort((a, b) => (a.mulai < b.mulai ? -1 : Number(a.mulai > b.mulai)))
    .map((entri) => ({ ...entri, tanggal: tanggalBaru, catatan: '', tautan: [], foto: [] }));
