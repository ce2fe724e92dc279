import * as z from 'zod/mini';

const Phone = z.object({
  nama: z.string(),
  label: z.string(),
  /** Epoch ms: when it reported, or was last heard of before. */
  at: z.int(),
});

/** A history that a server lost by putting back an older copy, for those who look after the school. */
export const Recovery = z.object({
  s: z.string(),
  /** 1, 2, … within the shard. */
  id: z.int(),
  /** When the first phone noticed, epoch ms. */
  at: z.int(),
  /** Lines of the ledger that both histories have, and how far the lost one was seen to reach. */
  kept: z.int(),
  lost: z.int(),
  /** Lines that have come back. */
  back: z.int(),
  /** Lines that have not, as ranges with both ends. */
  missing: z.array(z.tuple([z.int(), z.int()])),
  /** Phones that brought back all they hold, that are at it, and that have not been heard of since. */
  done: z.array(Phone),
  busy: z.array(Phone),
  silent: z.array(Phone),
});
export type Recovery = z.infer<typeof Recovery>;

/** Answer 200 of GET /api/recovery: newest first. */
export const RecoveryAnswer = z.object({ list: z.array(Recovery) });
export type RecoveryAnswer = z.infer<typeof RecoveryAnswer>;
