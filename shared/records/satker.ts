import * as z from 'zod/mini';
import { ALUR, LOG_HARIAN } from '../domain/alur.ts';
import { CAPAIAN } from '../domain/predikat.ts';
import { text } from './text.ts';
import { Bulan, isTanggal, Tanggal } from './waktu.ts';

/** A stretch of days, both ends included, that the school's calendar names; `libur` says whether it is free. */
export const HariKhusus = z.strictObject({
  mulai: Tanggal,
  selesai: Tanggal,
  nama: text({ min: 1, max: 120 }),
  libur: z.boolean(),
});
export type HariKhusus = z.infer<typeof HariKhusus>;

/** Named stretches in a school's calendar at most. */
export const KALENDER_TERBANYAK = 400;

/** Dates that are open for somebody at once; of more the oldest close again. */
export const TANGGAL_DIBUKA_TERBANYAK = 500;

/** A year without 29 February: a day of every year is one of this. */
const TAHUN_BIASA = 2025;

/** How the school evaluates from a year on: each month or each quarter, and until when periods, the year and SKP are due. */
export const Periodik = z.strictObject({
  sejak: z.int().check(z.minimum(2022), z.maximum(2099)),
  tipe: z.enum(['bulanan', 'triwulanan']),
  batasHari: z.int().check(z.minimum(0), z.maximum(60)),
  /** Absent where the regulations' own dates hold. */
  batasTahunan: z.optional(z.int().check(z.minimum(0), z.maximum(120))),
  batasSkp: z.optional(z.string().check(z.refine((hari) => isTanggal(`${TAHUN_BIASA}-${hari}`)))),
});

/** Which flow of e-Kinerja the school follows from a year on. */
export const AturanAlur = z.strictObject({
  sejak: z.int().check(z.minimum(2022), z.maximum(2099)),
  alur: z.enum(ALUR),
});

/** Capaian kinerja organisasi of one period, named by its short name. */
export const CapaianSekolah = z.strictObject({
  periode: z.string().check(z.regex(/^20\d{2}-[BTA]\d{1,2}$/)),
  capaian: z.enum(CAPAIAN),
});

/** Lines that a letterhead has above the school's name at most. */
export const KOP_TERBANYAK = 3;
const Kop = z.array(text({ min: 1, max: 120 })).check(z.maxLength(KOP_TERBANYAK));
const Sidik = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** What a school's letterhead is made of, as its admin writes it. */
export const IdentitasSatker = z.strictObject({
  nama: text({ min: 3, max: 120 }),
  kabupaten: text({ max: 120 }),
  alamat: text({ max: 200 }),
  telepon: text({ max: 40 }),
  kop: Kop,
});
export type IdentitasSatker = z.infer<typeof IdentitasSatker>;

/** The hash of a logo; null takes it away. */
export const LogoSatker = z.strictObject({ logo: z.nullable(Sidik) });

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
  logHarian: z.enum(LOG_HARIAN),
  /** Days after which a date can no longer be typed in; null where the month's lock is the only limit. */
  batasIsianHari: z.nullable(z.int().check(z.minimum(1), z.maximum(366))),
  kalender: z.array(HariKhusus).check(z.maxLength(KALENDER_TERBANYAK)),
  bulanTerkunci: z.array(Bulan).check(z.maxLength(240)),
  tanggalDibuka: z
    .array(z.strictObject({ pemilik: z.string(), tanggal: Tanggal }))
    .check(z.maxLength(TANGGAL_DIBUKA_TERBANYAK)),
  /** Absent in records of before: then the school evaluates each month. */
  periodik: z.optional(z.array(Periodik).check(z.maxLength(80))),
  /** Absent where the ministry's own dates hold. */
  alur: z.optional(z.array(AturanAlur).check(z.maxLength(80))),
  capaian: z.optional(z.array(CapaianSekolah).check(z.maxLength(1000))),
  /** Whether teachers may publish portfolios here: the instansi's word, and the school's. Absent: not allowed. */
  portofolio: z.optional(z.strictObject({ instansi: z.boolean(), sekolah: z.boolean() })),
  /** What the letterhead says beside the name; absent where nobody has written it. */
  alamat: z.optional(text({ max: 200 })),
  telepon: z.optional(text({ max: 40 })),
  /** Lines above the name, the highest office first. Absent or empty: the kabupaten alone. */
  kop: z.optional(Kop),
  /** SHA-256 of the logo, a JPEG that the service has drawn itself. */
  logo: z.optional(z.nullable(Sidik)),
});
export type Satker = z.infer<typeof Satker>;
