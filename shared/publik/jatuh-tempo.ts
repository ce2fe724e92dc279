import { hariKe, tambahBulan, tambahHari } from '../domain/tanggal.ts';
import type { Tabel } from './tabel.ts';

/** Days after a month's end until it is counted: what was recorded without a network has arrived, and reviews are through. */
export const HARI_TUTUP = 15;
/** The predikat of a year is counted from this day of the next year on. */
export const TUTUP_TAHUN = '04-01';

/** The day from which a period may be counted and published. */
export const tanggalTerbit = (tabel: Tabel, periode: string): string =>
  tabel === 'predikat'
    ? `${Number(periode.slice(0, 4)) + 1}-${TUTUP_TAHUN}`
    : tambahHari(`${tambahBulan(periode, 1)}-01`, HARI_TUTUP - 1);

/** Periods of a table from the month `sejak` on that are due on a day, in order. */
export const periodeTerbit = (tabel: Tabel, sejak: string, hariIni: string): string[] => {
  const periode: string[] = [];
  const maju = (kini: string): string =>
    tabel === 'predikat' ? String(Number(kini) + 1) : tambahBulan(kini, 1);
  let kini = tabel === 'predikat' ? sejak.slice(0, 4) : sejak;
  while (hariKe(tanggalTerbit(tabel, kini)) <= hariKe(hariIni)) {
    periode.push(kini);
    kini = maju(kini);
  }
  return periode;
};
