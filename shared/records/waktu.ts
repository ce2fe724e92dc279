import * as z from 'zod/mini';

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for a date that exists, years 2015 to 2099; `new Date` would roll 30 February over instead. */
export const isTanggal = (value: string): boolean => {
  const match = /^(20\d{2})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
  return year >= 2015 && day >= 1 && day <= last;
};

/** Calendar date `YYYY-MM-DD` in the school's own zone. */
export const Tanggal = z.string().check(z.refine(isTanggal, { error: 'tanggal_mustahil' }));
/** Month `YYYY-MM`. */
export const Bulan = z.string().check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/));
/** Wall clock `HH:MM`, 00:00 to 23:59, in the school's own zone. */
export const Jam = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'jam_mustahil' }));
