/*
 * Numbers, dates and hours as Indonesian readers write them. Formatters are made once: making one costs more than a
 * thousand uses. Calendar dates (`YYYY-MM-DD`) never pass through a zone; instants (epoch ms) are shown in the phone's own.
 */

const utc = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('id-ID', { ...options, timeZone: 'UTC' });
const PANJANG = utc({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const TANGGAL = utc({ day: 'numeric', month: 'long', year: 'numeric' });
const HARI_BULAN = utc({ day: 'numeric', month: 'long' });
const HARI_TANGGAL = utc({ weekday: 'long', day: 'numeric', month: 'long' });
const HARI = utc({ weekday: 'long' });
const HARI_PENDEK = utc({ weekday: 'short' });
const TANGGAL_PENDEK = utc({ day: 'numeric', month: 'short' });
const BULAN = utc({ month: 'long', year: 'numeric' });
const BULAN_SAJA = utc({ month: 'long' });
const ANGKA = new Intl.NumberFormat('id-ID');
const SATU_DESIMAL = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 });
const JAM = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

const hariDari = (tanggal: string): number => Date.parse(`${tanggal}T00:00:00Z`);
const setempat = (saat: number): string => {
  const date = new Date(saat);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
};

/** "Senin, 23 November 2026". */
export const hariTanggalTahun = (tanggal: string): string => PANJANG.format(hariDari(tanggal));
/** "Senin, 23 November". */
export const hariTanggal = (tanggal: string): string => HARI_TANGGAL.format(hariDari(tanggal));
/** "Sen 23 Nov". */
export const hariTanggalPendek = (tanggal: string): string =>
  `${HARI_PENDEK.format(hariDari(tanggal))} ${TANGGAL_PENDEK.format(hariDari(tanggal))}`;
/** "23 November 2026". */
export const tanggalPanjang = (tanggal: string): string => TANGGAL.format(hariDari(tanggal));
/** "23 November". */
export const tanggalBulan = (tanggal: string): string => HARI_BULAN.format(hariDari(tanggal));
/** "Senin". */
export const namaHari = (tanggal: string): string => HARI.format(hariDari(tanggal));
/** "November 2026" of `2026-11`. */
export const bulanTahun = (bulan: string): string => BULAN.format(hariDari(`${bulan}-01`));
/** "November" of `2026-11`. */
export const namaBulan = (bulan: string): string => BULAN_SAJA.format(hariDari(`${bulan}-01`));

/** "07.10" of `07:10`. */
export const jam = (waktu: string): string => waktu.replace(':', '.');
/** "07.10–08.20". */
export const rentangJam = ({ mulai, selesai }: { mulai: string; selesai: string }): string =>
  `${jam(mulai)}–${jam(selesai)}`;
/** "14.05" of an instant. */
export const jamSaat = (saat: number): string => jam(JAM.format(saat));
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
export const angka = (value: number): string => ANGKA.format(value);
/** "82 %". */
export const persen = (value: number): string => `${ANGKA.format(Math.round(value))} %`;
/** "412 KB", "9,4 MB": whole kilobytes, at least 1, since people compare them with their data plan. */
export const ukuran = (bytes: number): string => {
  if (bytes >= 1024 * 1024) return `${SATU_DESIMAL.format(bytes / 1024 / 1024)} MB`;
  return `${ANGKA.format(bytes === 0 ? 0 : Math.max(1, Math.round(bytes / 1024)))} KB`;
};
/** Text with its first letter in upper case. */
export const kapital = (teks: string): string => teks.charAt(0).toUpperCase() + teks.slice(1);
