import * as z from 'zod/mini';

const Params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/**
 * Verdict on the command with device number `o`, in the order of the request.
 * ok: in the ledger at `n`, receipt `rc` · no: final, needs the person · wait: base unknown yet, keep and retry ·
 * beda: in the ledger as a competing version. `dup` marks the answer to a repeat. `rcs` are the receipts, six letters each,
 * of the commands that follow and are ok (or repeats) as well, one number and one line further each.
 */
export const WireVerdict = z.discriminatedUnion('r', [
  z.object({
    o: z.int(),
    r: z.literal('ok'),
    n: z.int(),
    rc: z.string(),
    rcs: z.optional(z.string().check(z.regex(/^([0-9A-Z]{6})+$/))),
    dup: z.optional(z.literal(1)),
  }),
  z.object({
    o: z.int(),
    r: z.literal('no'),
    code: z.string(),
    params: z.optional(Params),
    dup: z.optional(z.literal(1)),
  }),
  z.object({ o: z.int(), r: z.literal('wait'), base: z.string() }),
  z.object({
    o: z.int(),
    r: z.literal('beda'),
    n: z.int(),
    rc: z.string(),
    head: z.string(),
    dup: z.optional(z.literal(1)),
  }),
]);
export type WireVerdict = z.infer<typeof WireVerdict>;

type Accepted = Extract<WireVerdict, { r: 'ok' }>;
const LETTERS = 6;

/** True where `next` is the command and the line right after the run that began with `first`. */
const goesOn = (first: Accepted, length: number, next: WireVerdict): next is Accepted =>
  next.r === 'ok' && next.dup === first.dup && next.o === first.o + length && next.n === first.n + length;

/** Verdicts for the wire: what was accepted in a row becomes one, since a queue of weeks mostly is. */
export const packVerdicts = (verdicts: readonly WireVerdict[]): WireVerdict[] => {
  const packed: WireVerdict[] = [];
  for (let at = 0; at < verdicts.length; ) {
    const first = verdicts[at] as WireVerdict;
    const receipts: string[] = [];
    at += 1;
    for (let next = verdicts[at]; first.r === 'ok' && next; next = verdicts[at]) {
      if (!goesOn(first, receipts.length + 1, next)) break;
      receipts.push(next.rc.replace('-', ''));
      at += 1;
    }
    packed.push(receipts.length > 0 ? { ...(first as Accepted), rcs: receipts.join('') } : first);
  }
  return packed;
};

/** One verdict a command again. */
export const unpackVerdicts = (packed: readonly WireVerdict[]): WireVerdict[] =>
  packed.flatMap((verdict) => {
    if (verdict.r !== 'ok' || verdict.rcs === undefined) return [verdict];
    const { rcs, ...first } = verdict;
    const others = Array.from({ length: rcs.length / LETTERS }, (_, i) => {
      const letters = rcs.slice(i * LETTERS, (i + 1) * LETTERS);
      const rc = `${letters.slice(0, 3)}-${letters.slice(3)}`;
      return { ...first, o: first.o + i + 1, n: first.n + i + 1, rc };
    });
    return [first, ...others];
  });
