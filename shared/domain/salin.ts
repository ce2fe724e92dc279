import type { Entri } from '../records/entri.ts';

/**
 * The days that copies go to, each once: the day asked for, unless it is left out in favour of others, and these others.
 */
export const hariSalin = (ke: string, lain: readonly string[], tanpaKe: boolean): string[] => [
  ...new Set(tanpaKe && lain.length > 0 ? lain : [ke, ...lain]),
];

/**
 * The activities of a day as new ones of another date, in order of time. Photos, links and notes stay behind: they are
 * evidence of the day they were made on.
 */
export const salinHari = (entriList: readonly Entri[], tanggalBaru: string): Entri[] =>
  [...entriList]
    .sort((a, b) => (a.mulai < b.mulai ? -1 : Number(a.mulai > b.mulai)))
    .map((entri) => ({ ...entri, tanggal: tanggalBaru, catatan: '', tautan: [], foto: [] }));
