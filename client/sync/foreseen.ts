import { isForeseen } from '../../shared/commands/index.ts';
import { parseScope, type SyncAnswer, type WireVerdict } from '../../shared/protocol/index.ts';
import type { AccountDatabase, JournalRow } from '../store/database.ts';
import { fold } from '../store/fold.ts';
import { type Arrived, foldContext } from '../store/records.ts';

type Answered = {
  readonly pairs: readonly (readonly [JournalRow, WireVerdict])[];
  readonly answer: Pick<SyncAnswer, 'pos' | 'root'>;
};

/** Line of each shard up to which an answer's positions reach. */
const reached = (pos: SyncAnswer['pos']): ReadonlyMap<string, number> => {
  const lines = new Map<string, number>();
  for (const [name, { n }] of Object.entries(pos)) {
    const shard = parseScope(name)?.shard ?? '';
    lines.set(shard, Math.max(n, lines.get(shard) ?? 0));
  }
  return lines;
};

/**
 * Records that the server took from this phone and does not send back, since both make the same of the command: the
 * verdict names the line and bears the seal, the phone fills in the rest. Only up to the answer's position: what lies behind it comes with a
 * later page, and until then is missing here, so that a server put back in between is found out (`lag.ts`). Within the
 * caller's transaction.
 */
export const foreseenRecords = async (
  db: AccountDatabase,
  { pairs, answer }: Answered,
): Promise<ReadonlyMap<string, Arrived>> => {
  const records = new Map<string, Arrived>();
  const contexts = new Map<string, Awaited<ReturnType<typeof foldContext>>>();
  const lines = reached(answer.pos);
  for (const [row, verdict] of pairs) {
    if (verdict.r !== 'ok' || verdict.dup || row.lost || !isForeseen(row)) continue;
    if (verdict.n > (lines.get(row.shard) ?? 0)) continue;
    const context = contexts.get(row.shard) ?? (await foldContext(db, row.shard));
    contexts.set(row.shard, context);
    const record = fold(null, [{ ...row, status: 'diterima' }], context);
    const { n, seal } = verdict;
    if (record) records.set(row.target, { record, n, seal, root: answer.root, isForeseen: true });
  }
  return records;
};
