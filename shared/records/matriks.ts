import * as z from 'zod/mini';
import { Ekspektasi, PenilaiSkp } from './skp.ts';
import { kode, text } from './text.ts';

/**
 * What a head lays before everybody of the school: the RHK of his SKP that theirs may intervene in, and what he expects
 * of their conduct. In BKN's words the "matriks peran hasil", without which nobody below can tie an RHK to his.
 */
export const Matriks = z.strictObject({
  tahun: z.int().check(z.minimum(2015), z.maximum(2099)),
  pimpinan: PenilaiSkp,
  rhk: z.array(z.strictObject({ kode, rhk: text({ min: 1, max: 500 }) })).check(z.maxLength(40)),
  perilaku: Ekspektasi,
});
export type Matriks = z.infer<typeof Matriks>;
