import { isTanggal } from '../records/waktu.ts';

/** What a look at a NIP finds: the digits, what makes it no NIP at all, and what is only odd. */
export type PeriksaNip = {
  readonly nip: string;
  readonly jenis: 'PNS' | 'PPPK';
  /** Refused: other than digits, or not 18 of them. */
  readonly salah: 'bukan_angka' | 'panjang' | null;
  /** Odd parts; real cards carry mistakes too, so these only warn. */
  readonly janggal: readonly ('lahir' | 'tmt' | 'usia' | 'jenis_kelamin')[];
};

/** The digits of a NIP that was typed or pasted with spaces, dots, dashes or an apostrophe before it. */
const digits = (teks: string): string => teks.replace(/[\s.\-'’\p{Cf}]/gu, '');

/** A NIP in its groups of 8, 6, 1 and 3 digits; anything but 18 digits as it came. */
export const formatNip = (nip: string): string =>
  digits(nip).replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');

/** Dates of birth lie before `isTanggal`'s years, so the calendar is asked for the same day of a year alike in leap days. */
const isLahir = (teks: string): boolean => {
  const year = Number(teks.slice(0, 4));
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (
    year >= 1930 && year < 2099 && isTanggal(`${leap ? 2016 : 2015}-${teks.slice(4, 6)}-${teks.slice(6, 8)}`)
  );
};

const isTmt = (tmt: string): boolean => /^(19|20)\d{2}(0[1-9]|1[0-2]|2[1-9])$/.test(tmt);

/**
 * Looks at a NIP: PNS is birth date, year and month of appointment, sex, serial (Perka BKN 22/2007); PPPK has 2 and the
 * count of contracts in place of the month. Only length and digits refuse.
 */
export const periksaNip = (teks: string): PeriksaNip => {
  const nip = digits(teks);
  const jenis = /^2[1-9]$/.test(nip.slice(12, 14)) ? 'PPPK' : 'PNS';
  if (!/^\d*$/.test(nip)) return { nip, jenis, salah: 'bukan_angka', janggal: [] };
  if (nip.length !== 18) return { nip, jenis, salah: 'panjang', janggal: [] };
  const janggal: PeriksaNip['janggal'][number][] = [];
  if (!isLahir(nip.slice(0, 8))) janggal.push('lahir');
  if (!isTmt(nip.slice(8, 14))) janggal.push('tmt');
  if (janggal.length === 0 && Number(nip.slice(8, 12)) - Number(nip.slice(0, 4)) < 15) janggal.push('usia');
  if (!/[12]/.test(nip[14] ?? '')) janggal.push('jenis_kelamin');
  return { nip, jenis, salah: null, janggal };
};
