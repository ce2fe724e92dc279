import type { Satker } from '../records/satker.ts';
import { blokMengajar, uraianMengajar } from './jadwal-hari.ts';
import { bertumpuk } from './jam.ts';
import { jenisHari } from './kalender.ts';
import { hariPekan, tambahHari } from './tanggal.ts';
import { aksiMengajar, type BahanTebakan, type EntriRingkas } from './tebak.ts';

/** Days that the timetable is laid out for, today among them. */
export const HARI_JADWAL = 7;

/** The school's calendar, null where it is not on the phone yet, and the dates on which she was ill or on leave. */
type Hadir = { readonly satker: Satker | null; readonly absen: ReadonlySet<string> };

/**
 * The lessons of the last seven days that nothing was recorded for, oldest first: one row each, to look at and to save
 * together. Only what the timetable says and what is over by now; no holiday, no day of illness or leave, and no hour
 * that an entry stands in already.
 */
export const jadwalBelumTercatat = (bahan: BahanTebakan, { satker, absen }: Hadir): EntriRingkas[] => {
  const { jadwal, riwayat, hariIni, sekarang } = bahan;
  return Array.from({ length: HARI_JADWAL }, (_, i) => tambahHari(hariIni, i - HARI_JADWAL + 1))
    .filter((tanggal) => !absen.has(tanggal) && (!satker || jenisHari(tanggal, satker).jenis === 'kerja'))
    .flatMap((tanggal) => {
      const terisi = riwayat.filter((entri) => entri.tanggal === tanggal);
      return blokMengajar(jadwal, hariPekan(tanggal))
        .filter((blok) => tanggal < hariIni || blok.selesai <= sekarang)
        .filter((blok) => !terisi.some((slot) => bertumpuk(slot, blok)))
        .map((blok) => ({
          ...{ tanggal, mulai: blok.mulai, selesai: blok.selesai },
          ...aksiMengajar(bahan, blok),
          ...{ uraian: uraianMengajar(blok), realisasi: blok.jp, satuan: 'JP' },
        }));
    });
};
