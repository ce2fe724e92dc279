import * as z from 'zod/mini';

const Params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/**
 * Verdict on the command with device number `o`, in the order of the request.
 * ok: in the ledger at `n`, receipt `rc` · no: final, needs the person · wait: base unknown yet, keep and retry ·
 * beda: in the ledger as a competing version. `dup` marks the answer to a repeat. `seal` is that of the record, where it was
 * left out because the phone can make it of its command.
 */
export const WireVerdict = z.discriminatedUnion('r', [
  z.object({
    o: z.int(),
    r: z.literal('ok'),
    n: z.int(),
    rc: z.string(),
    seal: z.optional(z.string()),
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
/**
 * A verdict and those that follow it: `rcs` are the receipts, six letters each, of the commands that are ok (or repeats) as
 * well, one number and one line further each; `seals` theirs, equally long, without the name of the key.
 */
type Run = Accepted & { readonly rcs: string; readonly seals?: string };
const LETTERS = 6;
const KEY_LETTERS = 2;

const keyOf = ({ seal }: Accepted): string | undefined => seal?.slice(0, KEY_LETTERS);

/** True where `next` is the command and the line right after the run that began with `first`, sealed by the same key. */
const goesOn = (first: Accepted, length: number, next: WireVerdict): next is Accepted =>
  next.r === 'ok' &&
  next.dup === first.dup &&
  next.o === first.o + length &&
  next.n === first.n + length &&
  keyOf(next) === keyOf(first) &&
  next.seal?.length === first.seal?.length;

const runOf = (first: Accepted, others: readonly Accepted[]): Run => ({
  ...first,
  rcs: others.map(({ rc }) => rc.replace('-', '')).join(''),
  ...(first.seal === undefined
    ? {}
    : { seals: others.map(({ seal = '' }) => seal.slice(KEY_LETTERS)).join('') }),
});

/** Verdicts for the wire: what was accepted in a row becomes one, since a queue of weeks mostly is. */
export const packVerdicts = (verdicts: readonly WireVerdict[]): (WireVerdict | Run)[] => {
  const packed: (WireVerdict | Run)[] = [];
  for (let at = 0; at < verdicts.length; ) {
    const first = verdicts[at] as WireVerdict;
    const others: Accepted[] = [];
    at += 1;
    for (let next = verdicts[at]; first.r === 'ok' && next; next = verdicts[at]) {
      if (!goesOn(first, others.length + 1, next)) break;
      others.push(next);
      at += 1;
    }
    packed.push(first.r === 'ok' && others.length > 0 ? runOf(first, others) : first);
  }
  return packed;
};

const part = (letters: string, i: number, length: number): string =>
  letters.slice(i * length, (i + 1) * length);

const isRun = (verdict: unknown): verdict is Run =>
  typeof verdict === 'object' && verdict !== null && 'rcs' in verdict && typeof verdict.rcs === 'string';

/** One verdict a command again, to be looked at by the schema. */
export const unpackVerdicts = (packed: readonly unknown[]): unknown[] =>
  packed.flatMap((verdict): unknown[] => {
    if (!isRun(verdict)) return [verdict];
    const { rcs, seals, ...first } = verdict;
    const count = rcs.length / LETTERS;
    const others = Array.from({ length: count }, (_, i) => {
      const letters = part(rcs, i, LETTERS);
      const rc = `${letters.slice(0, 3)}-${letters.slice(3)}`;
      const seal = seals && { seal: `${keyOf(first)}${part(seals, i, seals.length / count)}` };
      return { ...first, o: first.o + i + 1, n: first.n + i + 1, rc, ...seal };
    });
    return [first, ...others];
  });
