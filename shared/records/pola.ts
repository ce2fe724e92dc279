import * as z from 'zod/mini';
import { CommandId } from '../protocol/identity.ts';
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

/** Living patterns that a school shares at most: a list that a teacher still looks through. */
export const POLA_SEKOLAH_TERBANYAK = 40;

/**
 * A pattern that a school shares with its teachers. Each has an SKP of her own, so it names no RHK: `rencanaAksi` is a code
 * of the catalogue of activities and `rencana` its words, by which her phone finds what they serve in her SKP.
 */
export const PolaSekolah = z.extend(Pola, {
  rhk: z.null(),
  rencana: text({ max: 200 }),
  /** The instansi's pattern that this one follows; only the server writes it. */
  asal: z.optional(CommandId),
});
export type PolaSekolah = z.infer<typeof PolaSekolah>;

/** A shared pattern that a teacher does not want to see in her list. */
export const PolaSembunyi = z.strictObject({ pola: CommandId });
export type PolaSembunyi = z.infer<typeof PolaSembunyi>;
