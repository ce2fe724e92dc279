import * as z from 'zod/mini';
import { LIMITS } from '../protocol/limits.ts';
import { kode, text } from './text.ts';
import { Jam } from './waktu.ts';

/** A quick pattern: an activity that a teacher does again and again, filled in with one tap. */
export const Pola = z.strictObject({
  nama: text({ min: 1, max: 40 }),
  rhk: z.nullable(kode),
  rencanaAksi: z.nullable(kode),
  uraian: text({ max: LIMITS.uraianMax }),
  mulai: z.nullable(Jam),
  selesai: z.nullable(Jam),
  realisasi: z.int().check(z.minimum(1), z.maximum(LIMITS.realisasiMax)),
  satuan: text({ min: 1, max: LIMITS.satuanLetters }),
});
export type Pola = z.infer<typeof Pola>;
