import * as z from 'zod/mini';
import { text } from './text.ts';
import { Tanggal } from './waktu.ts';

/** How many rows became what. */
export const JumlahImpor = z.strictObject({
  baru: z.int(),
  berubah: z.int(),
  sama: z.int(),
  bermasalah: z.int(),
  ditolak: z.int(),
  hilang: z.int(),
});
export type JumlahImpor = z.infer<typeof JumlahImpor>;

/**
 * One import of personnel data. What it wrote of people are commands of their own, all of the device named `penanda`: by
 * them it is undone. `pemetaan` is which header was taken for which column, for the next file of this source.
 */
export const Impor = z.strictObject({
  sumber: text({ min: 1, max: 60 }),
  berkas: text({ max: 200 }),
  sha: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** Day of the import; it can be undone until seven days after. */
  pada: Tanggal,
  penanda: text({ min: 1, max: 40 }),
  pemetaan: z.record(z.string().check(z.maxLength(80)), z.nullable(z.string().check(z.maxLength(20)))),
  jumlah: JumlahImpor,
});
export type Impor = z.infer<typeof Impor>;

/** An import is going on, done, or taken back. */
export type ImporState = { readonly tahap: 'BERJALAN' | 'DITERAPKAN' | 'DIURUNGKAN' };
