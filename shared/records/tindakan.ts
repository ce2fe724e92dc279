import * as z from 'zod/mini';
import { SEBAB_TERSEBUT } from '../domain/kendala.ts';
import { text } from './text.ts';
import { Tanggal } from './waktu.ts';

/** What an instansi can do about a cause: open closed dates, open locked months with them, announce a visit, answer. */
export const CARA_TINDAKAN = ['TANGGAL', 'BULAN', 'KUNJUNGAN', 'JAWABAN'] as const;
/** One of {@link CARA_TINDAKAN}. */
export type CaraTindakan = (typeof CARA_TINDAKAN)[number];

/** What an admin asks for: for one school by its NPSN, or for all of them (null). Illness and leave he cannot name. */
export const IsiTindakan = z.strictObject({
  sebab: z.enum(SEBAB_TERSEBUT),
  cara: z.enum(CARA_TINDAKAN),
  /** Day of the visit. */
  tanggal: z.nullable(Tanggal),
  teks: text({ max: 300 }),
  npsn: z.nullable(z.string().check(z.regex(/^[A-Z0-9]\d{7}$/))),
});
export type IsiTindakan = z.infer<typeof IsiTindakan>;

const banyak = z.int().check(z.minimum(0));

/** How many schools and teachers an act touches, and how many dates and months it opens; `penuh` dates find no room. */
export const JumlahTindakan = z.strictObject({
  sekolah: banyak,
  guru: banyak,
  tanggal: banyak,
  bulan: banyak,
  penuh: banyak,
});
export type JumlahTindakan = z.infer<typeof JumlahTindakan>;

/**
 * One act of an instansi. What it wrote in schools are commands of their own, all of the device named `penanda`: by them it
 * is taken back.
 */
export const Tindakan = z.strictObject({
  ...IsiTindakan.shape,
  /** Day of the act. */
  pada: Tanggal,
  penanda: text({ min: 1, max: 40 }),
});
export type Tindakan = z.infer<typeof Tindakan>;

/** An act is going on (or broke off), done, or taken back. */
export type TindakanState = {
  readonly tahap: 'BERJALAN' | 'DILAKUKAN' | 'DIURUNGKAN';
  readonly jumlah?: JumlahTindakan;
};
