import { parseScope, type SyncAnswer } from '../../shared/protocol/index.ts';
import { type AccountDatabase, getMeta, type JournalRow, setMeta } from '../store/database.ts';
import { requeueAfterFork } from './settle.ts';

const shardOf = (scope: string): string => parseScope(scope)?.shard ?? '';

/**
 * A server that was put on a copy from before a transfer does not know that this person ever had a right at that school,
 * and passes over the place that the phone holds there. So each time that the server was started, what is accepted in a
 * school without a right, and may be in no copy, is sent once more: a repeat is free of effect, and what is lost is
 * refused where its author sees it. Within the caller's transaction; returns the rows that changed.
 */
export const askOutside = async (
  db: AccountDatabase,
  { era, pos }: Pick<SyncAnswer, 'era' | 'pos'>,
): Promise<JournalRow[]> => {
  if ((await getMeta(db, 'era')) === era) return [];
  await setMeta(db, 'era', era);
  const held = new Set(Object.keys(pos).map(shardOf));
  const unsafe = await db.journal.where('status').anyOf('diterima', 'beda').toArray();
  const outside = new Set(unsafe.map(({ shard }) => shard).filter((shard) => !held.has(shard)));
  const again = [...outside].flatMap((shard) => requeueAfterFork(unsafe, shard));
  if (again.length === 0) return [];
  await db.journal.bulkPut(again);
  await db.photos.where('status').equals('terkirim').modify({ status: 'antri', offset: 0, tries: 0 });
  return again;
};
