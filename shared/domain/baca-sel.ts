import { isTanggal } from '../records/waktu.ts';
import { tanggalDari } from './tanggal.ts';

/** First three letters of a month, in the spellings that spreadsheets carry (Indonesian, old and English). */
const BULAN: Readonly<Record<string, number>> = {
  ...{
    jan: 1,
    feb: 2,
    peb: 2,
    mar: 3,
    apr: 4,
    mei: 5,
    may: 5,
    jun: 6,
    jul: 7,
    agu: 8,
    agt: 8,
    ags: 8,
    aug: 8,
  },
  ...{ sep: 9, okt: 10, oct: 10, nov: 11, nop: 11, des: 12, dec: 12 },
};

/** Days from 1899-12-30, where Excel counts from, to 1970-01-01. */
const EXCEL_1970 = 25_569;

const dua = (angka: string | number): string => String(angka).padStart(2, '0');

const susun = (tahun: string, bulan: string | number, hari: string): string | null => {
  const tanggal = `${tahun.length === 2 ? `20${tahun}` : tahun}-${dua(bulan)}-${dua(hari)}`;
  return isTanggal(tanggal) ? tanggal : null;
};

/**
 * A date as it stands in a cell: 23/11/2026, 23-11-26, 2026-11-23, "Senin, 23 November 2026", 23-Nov-26 or Excel's day
 * number. The day always comes before the month; null where no such day exists.
 */
export const bacaTanggal = (sel: string): string | null => {
  const teks = sel.trim().replace(/[T ]0?0[:.]00([:.]00)?$/, '');
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(teks);
  if (iso) return susun(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '');
  const angka = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(teks);
  if (angka) return susun(angka[3] ?? '', angka[2] ?? '', angka[1] ?? '');
  const kata = /^(?:[a-z']+,?\s+)?(\d{1,2})[-/. ]+([a-z]{3,9})\.?[-/., ]+(\d{4}|\d{2})$/i.exec(teks);
  if (kata) return susun(kata[3] ?? '', BULAN[(kata[2] ?? '').slice(0, 3).toLowerCase()] ?? 0, kata[1] ?? '');
  if (!/^\d{5}$/.test(teks)) return null;
  const seri = tanggalDari(Number(teks) - EXCEL_1970);
  return isTanggal(seri) ? seri : null;
};

const SEHARI = 24 * 60;

const jamMenit = (jam: number, menit: number): string | null =>
  jam < 24 && menit < 60 ? `${dua(jam)}:${dua(menit)}` : null;

/**
 * A time as it stands in a cell: 7.30, 07:30, 07:30:00, "07.30 WIB", 1:15 PM, or a fraction of a day (0,3125). A number
 * cell drops the last zero of 7.30, so 7.3 is read as 7.30. Null where it is no time.
 */
export const bacaJam = (sel: string): string | null => {
  const teks = sel
    .trim()
    .replace(/^(pukul|jam)\s+/i, '')
    .replace(/\s*(wib|wita|wit)$/i, '');
  if (/^0[.,]\d+$/.test(teks)) {
    const minutes = Math.round(Number(teks.replace(',', '.')) * SEHARI);
    return jamMenit(Math.floor(minutes / 60), minutes % 60);
  }
  const match = /^(\d{1,2})(?::(\d{2})|[.,](\d{1,2}))?(?:[:.]\d{2})?\s*([ap]m)?$/i.exec(teks);
  if (!match) return null;
  const [, hour = '', colon, dot, half] = match;
  const minutes = Number(colon ?? (dot ?? '0').padEnd(2, '0'));
  if (!half) return jamMenit(Number(hour), minutes);
  return Number(hour) > 12
    ? null
    : jamMenit((Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0), minutes);
};

/** A whole number as it stands in a cell: 2, "2,00", 1.000; null for a fraction or anything else. */
export const bacaBulat = (sel: string): number | null => {
  const teks = sel.trim();
  if (/^\d{1,3}(\.\d{3})+$/.test(teks)) return Number(teks.replaceAll('.', ''));
  return /^\d{1,9}([.,]0{1,2})?$/.test(teks) ? Number.parseInt(teks, 10) : null;
};
