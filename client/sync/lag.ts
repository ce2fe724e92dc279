import { parseScope } from '../../shared/protocol/index.ts';
import { type AccountDatabase, getMeta, type Meta, setMeta } from '../store/database.ts';

/*
 * A server that was put back is noticed by the position that a request carries. But while records come in pages, the
 * position lags behind: verdicts speak of lines that it has not reached, and a server put back in between may have all of
 * the position and none of those lines. So it is noted when verdicts ran ahead, and once the last page is there, what was
 * acknowledged must show in the records.
 */

const HELD = ['diterima', 'beda', 'aman'] as const;

/** Notes that verdicts have run ahead of the position; within the caller's transaction. */
export const noteLag = (db: AccountDatabase): Promise<void> => setMeta(db, 'tertinggal', true);

/**
 * All records are here up to `pos`. Returns the scopes in which the server has acknowledged more than it now has: there
 * its history is another one than before.
 */
export const lostBehind = async (db: AccountDatabase, pos: Meta['pos']): Promise<readonly string[]> => {
  if (!(await getMeta(db, 'tertinggal'))) return [];
  await db.meta.delete('tertinggal');
  const held = await db.journal
    .where('status')
    .anyOf([...HELD])
    .toArray();
  const records = await db.records.bulkGet(held.map(({ target }) => target));
  const shards = new Set(held.filter(({ n }, i) => n > (records[i]?.n ?? n)).map(({ shard }) => shard));
  return Object.keys(pos).filter((scope) => shards.has(parseScope(scope)?.shard ?? ''));
};
