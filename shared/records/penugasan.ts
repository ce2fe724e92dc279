import * as z from 'zod/mini';
import { text } from './text.ts';
import { Tanggal } from './waktu.ts';

/** What a person is in a unit: works there (home school), also teaches there, heads it, or stands in for its head. */
export const JENIS_TUGAS = ['induk', 'nonInduk', 'kepala', 'plt', 'plh'] as const;
/** Why an assignment ends; null while none is foreseen. */
export const SEBAB_SELESAI = ['mutasi', 'pensiun', 'nonaktif', 'selesai'] as const;

/**
 * A dated assignment of the record's owner in the unit of its shard (trust.md 3.1 R1: names of roles grant nothing, dated
 * assignments do). Both days are included; `akhir` null is open. `terkait` is the other unit of a move.
 */
export const Penugasan = z.strictObject({
  jenis: z.enum(JENIS_TUGAS),
  mulai: Tanggal,
  akhir: z.nullable(Tanggal),
  sebab: z.nullable(z.enum(SEBAB_SELESAI)),
  alasan: text({ max: 300 }),
  terkait: z.nullable(z.string().check(z.maxLength(20))),
  /** The unit's day on which its beginning was written: nobody could record there before. Absent in records of before. */
  dicatat: z.optional(Tanggal),
});
export type Penugasan = z.infer<typeof Penugasan>;
