import * as z from 'zod/mini';
import { text } from './text.ts';

/** Achievements on the page at most: one sheet of A4. */
export const CAPAIAN_DIALOG = 12;

/**
 * The page that a person takes into the talk about her career: which of her approved entries she shows, a sentence of her
 * own on each, and what she wants to learn. Figures are not kept: the page works them out when it is looked at.
 */
export const DialogKarier = z.strictObject({
  tahun: z.int().check(z.minimum(2022), z.maximum(2099)),
  pilihan: z
    .array(z.strictObject({ entri: text({ min: 1, max: 80 }), kalimat: text({ max: 400 }) }))
    .check(z.maxLength(CAPAIAN_DIALOG)),
  belajar: text({ max: 1000 }),
});
export type DialogKarier = z.infer<typeof DialogKarier>;
