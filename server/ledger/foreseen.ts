import { isForeseen } from '../../shared/commands/index.ts';
import { PACKED_SINCE, type SyncRequest, type WireVerdict } from '../../shared/protocol/index.ts';

/** Lines of one shard whose records the asking phone can work out by itself. */
export type ForeseenLines = ReadonlySet<number>;

/** First and last of them where they stand in one row without a gap: then they need not be read to be left out. */
export const runOf = (lines: ForeseenLines): readonly [number, number] | null => {
  const [first, last] = [Math.min(...lines), Math.max(...lines)];
  return lines.size > 0 && last - first + 1 === lines.size ? [first, last] : null;
};

/**
 * What this very request has created and its phone foresees (`isForeseen`), by shard: the verdict is all that it needs.
 * A repeat is not among them: whether the first answer ever arrived is not known, so the record goes down whole. Nor is
 * what goes again for a lost history: there the phone wants to see what the server has. Older apps work out nothing.
 */
export const foreseenLines = (
  { p, ops }: Pick<SyncRequest, 'p' | 'ops'>,
  res: readonly WireVerdict[],
): ReadonlyMap<string, ForeseenLines> => {
  const lines = new Map<string, Set<number>>();
  if (p < PACKED_SINCE) return lines;
  for (const [i, op] of ops.entries()) {
    const verdict = res[i];
    if (verdict?.r !== 'ok' || verdict.dup || op.m !== undefined) continue;
    if (!isForeseen({ kind: op.k, version: op.v, record: op.d ?? null })) continue;
    const known = lines.get(op.s) ?? new Set<number>();
    lines.set(op.s, known.add(verdict.n));
  }
  return lines;
};

/** The verdicts with the seals of what was left out: what a phone fills in by itself, it can give back like the rest. */
export const withSeals = (
  { ops }: Pick<SyncRequest, 'ops'>,
  res: readonly WireVerdict[],
  seals: ReadonlyMap<string, ReadonlyMap<number, string>>,
): WireVerdict[] =>
  res.map((verdict, i) => {
    const seal = verdict.r === 'ok' ? seals.get(ops[i]?.s ?? '')?.get(verdict.n) : undefined;
    return seal ? { ...verdict, seal } : verdict;
  });
