import { parseScope, type SyncAnswer } from '../../shared/protocol/index.ts';
import { type AccountDatabase, getMeta, type JournalRow, type Meta, setMeta } from '../store/database.ts';
import { doubtPhotos } from './doubt.ts';
import { requeueAfterFork } from './settle.ts';

const shardOf = (scope: string): string => parseScope(scope)?.shard ?? '';

/** What the request carried: its positions, and the commands that the answer speaks of. */
type Request = {
  readonly asked: Meta['pos'];
  readonly pairs: readonly (readonly [JournalRow, unknown])[];
};

/** The line of each shard up to which a request's positions vouched for its history. */
const vouchedFor = (asked: Meta['pos']): ReadonlyMap<string, number> => {
  const lines = new Map<string, number>();
  for (const [scope, { n }] of Object.entries(asked)) {
    const shard = shardOf(scope);
    lines.set(shard, Math.max(n, lines.get(shard) ?? 0));
  }
  return lines;
};

/**
 * What a position does not vouch for, and may be in no copy, is sent once more each time that the server was started: a
 * repeat is free of effect, and what is lost comes back or is refused where its author sees it. Two kinds of it:
 *
 * - what is accepted in a school without a right: a server that was put on a copy from before a transfer does not know of
 *   it, and passes over the place that the phone holds there;
 * - what was accepted beyond the position that the request carried: a server that was put on a copy in between has all of
 *   the position and none of those lines, and others may stand under their numbers by now.
 *
 * Before anything of the answer is taken for safe. Within the caller's transaction; returns the rows that changed.
 */
export const askOutside = async (
  db: AccountDatabase,
  { era, pos }: Pick<SyncAnswer, 'era' | 'pos'>,
  { asked, pairs }: Request,
): Promise<JournalRow[]> => {
  if ((await getMeta(db, 'era')) === era) return [];
  await setMeta(db, 'era', era);
  await doubtPhotos(db);
  const held = new Set(Object.keys(pos).map(shardOf));
  const vouched = vouchedFor(asked);
  // What this very answer speaks of, this very run of the server has.
  const heard = new Set(pairs.map(([{ id }]) => id));
  const unsafe = (await db.journal.where('status').anyOf('diterima', 'beda').toArray()).filter(
    ({ id, shard, n }) => !held.has(shard) || (n > (vouched.get(shard) ?? 0) && !heard.has(id)),
  );
  const again = [...new Set(unsafe.map(({ shard }) => shard))].flatMap((shard) =>
    requeueAfterFork(unsafe, shard),
  );
  if (again.length === 0) return [];
  await db.journal.bulkPut(again);
  return again;
};
