import type { HariKhusus } from '../records/satker.ts';
import nasional from './libur-nasional.json' with { type: 'json' };

/** Public holidays and joint leave of a year as the government has fixed them, with the decree; days that follow the moon may still move. */
export type LiburNasional = {
  readonly sumber: string;
  readonly hari: readonly { readonly tanggal: string; readonly nama: string; readonly perkiraan: boolean }[];
};

/** The fixed holidays of a year; undefined for a year that this version does not know yet. */
export const liburNasional = (tahun: number): LiburNasional | undefined =>
  (nasional as Readonly<Record<string, LiburNasional>>)[String(tahun)];

/** Public holidays of a year that a calendar does not hold yet: none of its free days of that date bears the name. */
export const liburNasionalKurang = (kalender: readonly HariKhusus[], tahun: number): HariKhusus[] =>
  (liburNasional(tahun)?.hari ?? [])
    .filter(
      ({ tanggal, nama }) =>
        !kalender.some((hari) => hari.libur && hari.mulai === tanggal && hari.nama === nama),
    )
    .map(({ tanggal, nama }) => ({ mulai: tanggal, selesai: tanggal, nama, libur: true }));

/** What a new school's calendar begins with: the holidays that are fixed of the year of a day and of the one after it. */
export const kalenderAwal = (hariIni: string): HariKhusus[] =>
  [0, 1].flatMap((lagi) => liburNasionalKurang([], Number(hariIni.slice(0, 4)) + lagi));
