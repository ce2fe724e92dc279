import * as z from 'zod/mini';
import { TABEL } from '../publik/tabel.ts';
import { text } from '../records/text.ts';
import { Bulan } from '../records/waktu.ts';

/* What the instansi shows to the public (A08): its admin's choice, and what stands because of it. */

const Tabel = z.enum(TABEL);

/** `PUT /api/publication`: the choice. `tabel` empty: nothing is public. `sejak` left out: as before, or this month. */
export const PilihanPublikasi = z.strictObject({
  instansi: text({ min: 3, max: 120 }),
  tabel: z.array(Tabel).check(z.maxLength(TABEL.length)),
  sejak: z.optional(Bulan),
});
export type PilihanPublikasi = z.infer<typeof PilihanPublikasi>;

/** `GET /api/publication`: what was chosen last, and what was published because of it. */
export const KeadaanPublikasi = z.object({
  instansi: z.string(),
  tabel: z.array(Tabel),
  /** First month; null where nothing was ever chosen. */
  sejak: z.nullable(z.string()),
  /** When it was chosen, epoch ms. */
  pada: z.nullable(z.int()),
  terbit: z.array(
    z.object({ tabel: Tabel, banyak: z.int(), terakhir: z.nullable(z.string()), minimal: z.int() }),
  ),
});
export type KeadaanPublikasi = z.infer<typeof KeadaanPublikasi>;
