/*
 * Numbers, dates and hours as Indonesian readers write them. Formatters are made at their first use and once: making one
 * costs more than a thousand uses, and making them all cost a slow phone a tenth of a second before its first screen.
 * Calendar dates (`YYYY-MM-DD`) never pass through a zone; instants (epoch ms) are shown in the phone's own.
 */

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};
const utc = (options: Intl.DateTimeFormatOptions): ((tanggal: string) => string) => {
  const formatter = once(() => new Intl.DateTimeFormat('id-ID', { ...options, timeZone: 'UTC' }));
  return (tanggal) => formatter().format(Date.parse(`${tanggal}T00:00:00Z`));
};
const hariPendek = utc({ weekday: 'short' });
const tanggalPendek = utc({ day: 'numeric', month: 'short' });
const bulanDanTahun = utc({ month: 'long', year: 'numeric' });
const bulanSaja = utc({ month: 'long' });
const bulat = once(() => new Intl.NumberFormat('id-ID'));
const satuDesimal = once(() => new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 }));
const jamMenit = once(
  () => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
);

const setempat = (saat: number): string => {
  const date = new Date(saat);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
};

/** "Senin, 23 November 2026". */
export const hariTanggalTahun = utc({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
/** "Senin, 23 November". */
export const hariTanggal = utc({ weekday: 'long', day: 'numeric', month: 'long' });
/** "Sen 23 Nov". */
export const hariTanggalPendek = (tanggal: string): string =>
  `${hariPendek(tanggal)} ${tanggalPendek(tanggal)}`;
/** "23 November 2026". */
export const tanggalPanjang = utc({ day: 'numeric', month: 'long', year: 'numeric' });
/** "23 November". */
export const tanggalBulan = utc({ day: 'numeric', month: 'long' });
/** "Senin". */
export const namaHari = utc({ weekday: 'long' });
/** "November 2026" of `2026-11`. */
export const bulanTahun = (bulan: string): string => bulanDanTahun(`${bulan}-01`);
/** "November" of `2026-11`. */
export const namaBulan = (bulan: string): string => bulanSaja(`${bulan}-01`);

/** "07.10" of `07:10`. */
export const jam = (waktu: string): string => waktu.replace(':', '.');
/** "07.10–08.20". */
export const rentangJam = ({ mulai, selesai }: { mulai: string; selesai: string }): string =>
  `${jam(mulai)}–${jam(selesai)}`;
/** "14.05" of an instant. */
export const jamSaat = (saat: number): string => jam(jamMenit().format(saat));
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
