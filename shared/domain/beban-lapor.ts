import type { Ukuran } from './beban.ts';
import { hariPekan, selisihHari, seninDari, tambahHari } from './tanggal.ts';

/*
 * What a phone may tell of the burden of recording, once its person has agreed: of the week that is over, in which of a few
 * classes her minutes lie, and her seconds per entry. The server adds one to a sum and keeps no more of it than that she
 * was counted (UU 27/2022 article 4: what names nobody any more is no data of a person).
 */

/** Minutes of recording in a week, by class. */
export const MENIT_PEKAN = ['sampai_30', 'sampai_60', 'lebih_60'] as const;
/** Seconds that half of the entries took at most, by class. */
export const DETIK_KEGIATAN = [
  'sampai_30_detik',
  'sampai_60_detik',
  'sampai_120_detik',
  'lebih_120_detik',
] as const;

const BATAS_MENIT = [30, 60];
const BATAS_DETIK = [30, 60, 120];

/** One person's week: `pekan` is its Senin, the rest are positions in the lists above. */
export type LaporanBeban = { readonly pekan: string; readonly menit: number; readonly detik: number };

/** A report is taken for so many days after its week, so that a month is whole before it is counted. */
const DITERIMA = { dari: 7, sampai: 14 };

const kelas = (nilai: number, batas: readonly number[]): number => {
  const ke = batas.findIndex((satu) => nilai <= satu);
  return ke < 0 ? batas.length : ke;
};

/** The report of the week before this one; null where nothing was measured in it. */
export const laporanBeban = (ukuran: readonly Ukuran[], hariIni: string): LaporanBeban | null => {
  const pekan = tambahHari(seninDari(hariIni), -7);
  const sepekan = ukuran.filter(({ hari, jumlah }) => seninDari(hari) === pekan && jumlah > 0);
  if (sepekan.length === 0) return null;
  const menit = sepekan.reduce((sum, { ms }) => sum + ms, 0) / 60_000;
  const detik = sepekan
    .flatMap(({ ms, jumlah }) => Array.from({ length: jumlah }, () => ms / jumlah / 1000))
    .sort((a, b) => a - b);
  const tengah = detik[Math.floor((detik.length - 1) / 2)] ?? 0;
  return { pekan, menit: kelas(menit, BATAS_MENIT), detik: kelas(tengah, BATAS_DETIK) };
};

/** A report as it travels: beside the signed request, never in it. */
export const teksLaporan = ({ pekan, menit, detik }: LaporanBeban): string => `${pekan} ${menit} ${detik}`;

/** Reads one that arrives on a day; null where it is none, or too old or too new to be counted. */
export const bacaLaporan = (teks: string, hariIni: string): LaporanBeban | null => {
  const cocok = /^(20\d{2}-\d{2}-\d{2}) (\d) (\d)$/.exec(teks);
  if (!cocok) return null;
  const [pekan = '', menit, detik] = [cocok[1], Number(cocok[2]), Number(cocok[3])];
  const umur = selisihHari(pekan, hariIni);
  const sah = hariPekan(pekan) === 1 && umur >= DITERIMA.dari && umur <= DITERIMA.sampai;
  return sah && menit < MENIT_PEKAN.length && detik < DETIK_KEGIATAN.length ? { pekan, menit, detik } : null;
};
