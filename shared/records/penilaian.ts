import * as z from 'zod/mini';
import { Penilaian } from './evaluasi.ts';
import { text } from './text.ts';

/**
 * What a penilai has put down so far about an evaluation (`evaluasi`, its id). A record of his own: a rating that is not
 * final yet travels to nobody else but those who rate at that school (trust.md 3.2, "Penilaian draf").
 */
export const CatatanNilai = z.strictObject({ evaluasi: text({ min: 1, max: 80 }), isi: Penilaian });
export type CatatanNilai = z.infer<typeof CatatanNilai>;

/** When the receiver took it in last, epoch ms. */
export type CatatanNilaiState = { readonly tahap: 'TETAP'; readonly pada: number };
