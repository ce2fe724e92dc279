import * as z from 'zod/mini';

/**
 * A place in a shard's ledger: number of the last line seen and the first 8 bytes of its chain hash (base64url).
 * Never a bare number: after a restore a bare number points into another history (finding F4).
 */
export const Position = z.strictObject({
  n: z.int().check(z.minimum(0)),
  h: z.string().check(z.maxLength(11)),
});
export type Position = z.infer<typeof Position>;

/** Before the first line of any ledger. */
export const START: Position = { n: 0, h: '' };

/**
 * What part of a shard a person sees: `milik` is the person's own records and what the school shares,
 * `sekolah` all records of the school, for the head who rates its staff, `keberatan` the people and the evaluations that
 * somebody objected to, for the atasan who decides (trust.md 3.2: contents only on objection).
 */
export const View = z.enum(['milik', 'sekolah', 'keberatan']);
export type View = z.infer<typeof View>;

/** Name of a scope on the wire, such as `sek:69593332/milik`. */
export const scopeName = (shard: string, view: View): string => `${shard}/${view}`;

/** Shard and view of a scope name; null where the text is none. */
export const parseScope = (scope: string): { shard: string; view: View } | null => {
  const match = /^(sek:[A-Z0-9]\d{7})\/(milik|sekolah|keberatan)$/.exec(scope);
  return match ? { shard: match[1] ?? '', view: match[2] as View } : null;
};

/** Shard of a school, by its NPSN. */
export const shardOf = (npsn: string): string => `sek:${npsn}`;
/** True for the shard of an instansi, or of a wilayah of heads: its number begins with a letter, as no NPSN does. */
export const isInstansi = (shard: string): boolean => /^sek:[A-Z]/.test(shard);

/** A shard's name on the wire. */
export const Shard = z.string().check(z.regex(/^sek:[A-Z0-9]\d{7}$/));
/** A scope's name on the wire: shard and view. */
export const Scope = z.string().check(z.regex(/^sek:[A-Z0-9]\d{7}\/(milik|sekolah|keberatan)$/));
