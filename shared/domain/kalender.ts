import type { HariKhusus, Satker } from '../records/satker.ts';
import { hariPekan, selisihHari } from './tanggal.ts';

/** What a calendar says of a day: a working day, a free weekday of the week, or a named holiday. */
export type JenisHari =
  | { readonly jenis: 'kerja' }
  | { readonly jenis: 'akhir-pekan' }
  | { readonly jenis: 'libur'; readonly nama: string };

type Kalender = Pick<Satker, 'hariKerja' | 'kalender'>;

/** The named stretches of the school's calendar that hold a date, the shortest first; of equal ones the holiday first. */
export const hariKhususPada = (tanggal: string, kalender: readonly HariKhusus[]): HariKhusus[] =>
  kalender
    .filter((hari) => hari.mulai <= tanggal && tanggal <= hari.selesai)
    .sort(
      (a, b) =>
        selisihHari(a.mulai, a.selesai) - selisihHari(b.mulai, b.selesai) ||
        Number(b.libur) - Number(a.libur),
    );

/**
 * Kind of a day by the school's own calendar. The shortest stretch decides, so that teachers can work in a week of a
 * long holiday and a public holiday can fall into an exam week; a named holiday wins over a weekend.
 */
export const jenisHari = (tanggal: string, satker: Kalender): JenisHari => {
  const [khusus] = hariKhususPada(tanggal, satker.kalender);
  if (khusus?.libur) return { jenis: 'libur', nama: khusus.nama };
  return satker.hariKerja.includes(hariPekan(tanggal)) ? { jenis: 'kerja' } : { jenis: 'akhir-pekan' };
};
