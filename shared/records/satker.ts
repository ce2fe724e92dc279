import * as z from 'zod/mini';
import { text } from './text.ts';
import { Bulan, Tanggal } from './waktu.ts';

/** A stretch of days, both ends included, that the school's calendar names; `libur` says whether it is free. */
export const HariKhusus = z.strictObject({
  mulai: Tanggal,
  selesai: Tanggal,
  nama: text({ min: 1, max: 120 }),
  libur: z.boolean(),
});
export type HariKhusus = z.infer<typeof HariKhusus>;

/**
 * A school (satuan kerja) and what it decides: its zone, working days, calendar, how late an entry may be typed,
 * which months are locked, which single dates were opened again and for whom.
 */
export const Satker = z.strictObject({
  npsn: z.string().check(z.regex(/^[A-Z0-9]\d{7}$/)),
  nama: text({ min: 1, max: 120 }),
  kabupaten: text({ max: 120 }),
  zona: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']),
  /** ISO weekdays, 1 = Senin. */
  hariKerja: z.array(z.int().check(z.minimum(1), z.maximum(7))),
  logHarian: z.enum(['wajib', 'opsional', 'mati']),
  /** Days after which a date can no longer be typed in; null where the month's lock is the only limit. */
  batasIsianHari: z.nullable(z.int().check(z.minimum(1), z.maximum(366))),
  kalender: z.array(HariKhusus).check(z.maxLength(400)),
  bulanTerkunci: z.array(Bulan).check(z.maxLength(240)),
  tanggalDibuka: z.array(z.strictObject({ pemilik: z.string(), tanggal: Tanggal })).check(z.maxLength(500)),
});
export type Satker = z.infer<typeof Satker>;
