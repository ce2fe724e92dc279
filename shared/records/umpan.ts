import * as z from 'zod/mini';
import { LIMITS } from '../protocol/limits.ts';
import { text } from './text.ts';

/**
 * Umpan balik berkelanjutan (PermenPANRB 6/2022): one message between a teacher and the head,
 * about an entry (`tentang`, its id) or about the work as a whole (null).
 */
export const Umpan = z.strictObject({
  tentang: z.nullable(z.string().check(z.maxLength(80))),
  teks: text({ min: 1, max: LIMITS.catatanLetters }),
  dari: z.string(),
  dariNama: text({ max: 160 }),
});
export type Umpan = z.infer<typeof Umpan>;
/** `dibaca` is when the other side read it, epoch ms on the receiver's clock. */
export type UmpanState = { readonly tahap: 'TERKIRIM' | 'DIBACA'; readonly pada?: number };
