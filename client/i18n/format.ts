/*
 * Numbers, dates and hours as Indonesian readers write them. Days and months are put together from their names: setting up
 * the browser's own formatter for one date costs a slow phone some tens of milliseconds, and the first screen wants several.
 * Those for numbers are made at their first use and once.
 * Calendar dates (`YYYY-MM-DD`) never pass through a zone; instants (epoch ms) are shown in the phone's own.
 */

const HARI = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];
const BULAN = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};
const bulat = once(() => new Intl.NumberFormat('id-ID'));
const satuDesimal = once(() => new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 }));
const pendek = (nama: string): string => nama.slice(0, 3);
const dua = (bilangan: number): string => String(bilangan).padStart(2, '0');

/** "November" of `2026-11` or a day in it. */
export const namaBulan = (bulan: string): string => BULAN[Number(bulan.slice(5, 7)) - 1] ?? '';
/** "November 2026" of `2026-11`. */
export const bulanTahun = (bulan: string): string => `${namaBulan(bulan)} ${Number(bulan.slice(0, 4))}`;
/** "Senin". */
export const namaHari = (tanggal: string): string => HARI[new Date(`${tanggal}T00:00:00Z`).getUTCDay()] ?? '';
const hariKe = (tanggal: string): number => Number(tanggal.slice(8));

const setempat = (saat: number): string => {
  const date = new Date(saat);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(dua).join('-');
};

/** The year that goes without saying, `2026`; none before it is known what day it is. */
let tahunKini = '';
/** Says what day it is: dates of another year are then written with theirs. */
export const ingatTahun = (hariIni: string): void => {
  tahunKini = hariIni.slice(0, 4);
};
const tahunLain = (tanggal: string): string =>
  tahunKini === '' || tanggal.startsWith(tahunKini) ? '' : ` ${Number(tanggal.slice(0, 4))}`;

/** "23 November"; "23 November 2024" where that is not this year. */
export const tanggalBulan = (tanggal: string): string =>
  `${hariKe(tanggal)} ${namaBulan(tanggal)}${tahunLain(tanggal)}`;
/** "23 November 2026". */
export const tanggalPanjang = (tanggal: string): string => `${hariKe(tanggal)} ${bulanTahun(tanggal)}`;
/** "Senin, 23 November", with the year where that is not this one. */
export const hariTanggal = (tanggal: string): string => `${namaHari(tanggal)}, ${tanggalBulan(tanggal)}`;
/** "Senin, 23 November 2026". */
export const hariTanggalTahun = (tanggal: string): string =>
  `${namaHari(tanggal)}, ${tanggalPanjang(tanggal)}`;
/** "Sen 23 Nov", with the year where that is not this one. */
export const hariTanggalPendek = (tanggal: string): string =>
  `${pendek(namaHari(tanggal))} ${hariKe(tanggal)} ${pendek(namaBulan(tanggal))}${tahunLain(tanggal)}`;

/** "07.10" of `07:10`. */
export const jam = (waktu: string): string => waktu.replace(':', '.');
/** "07.10–08.20". */
export const rentangJam = ({ mulai, selesai }: { mulai: string; selesai: string }): string =>
  `${jam(mulai)}–${jam(selesai)}`;
/** "14.05" of an instant. */
export const jamSaat = (saat: number): string => {
  const date = new Date(saat);
  return `${dua(date.getHours())}.${dua(date.getMinutes())}`;
};
/** "23 November 2026" of an instant. */
export const tanggalSaat = (saat: number): string => tanggalPanjang(setempat(saat));
/** "Sen 23 Nov, 14.05" of an instant. */
export const waktu = (saat: number): string => `${hariTanggalPendek(setempat(saat))}, ${jamSaat(saat)}`;
/** "14.05" for today, otherwise with the day: as short as it can be without being ambiguous. */
export const kapan = (saat: number, sekarang: number): string =>
  setempat(saat) === setempat(sekarang) ? jamSaat(saat) : waktu(saat);
/** "hari ini 09.12", otherwise with the day. */
export const kapanHari = (saat: number, sekarang: number): string =>
  setempat(saat) === setempat(sekarang) ? `hari ini ${jamSaat(saat)}` : waktu(saat);

/** "1.204". */
export const angka = (value: number): string => bulat().format(value);
/** "82 %". */
export const persen = (value: number): string => `${bulat().format(Math.round(value))} %`;
/** "412 KB", "9,4 MB": whole kilobytes, at least 1, since people compare them with their data plan. */
export const ukuran = (bytes: number): string => {
  if (bytes >= 1024 * 1024) return `${satuDesimal().format(bytes / 1024 / 1024)} MB`;
  return `${bulat().format(bytes === 0 ? 0 : Math.max(1, Math.round(bytes / 1024)))} KB`;
};
/** Text with its first letter in upper case. */
export const kapital = (teks: string): string => teks.charAt(0).toUpperCase() + teks.slice(1);
