import { parseScope } from '../../shared/protocol/index.ts';
import { type AccountDatabase, getMeta, setMeta } from '../store/database.ts';
import { foldContext, refold } from '../store/records.ts';
import { requeueAfterFork } from './settle.ts';

/** This version of the server marks no backup as verified (`stable`), so everything accepted goes again. */
const STABLE = 0;

/**
 * The server's history is another one than before (409): accepted commands go again, ids unchanged, so that a repeat is
 * free of effect; the records are fetched anew from the start; photos are asked for again. The old copy stays on the
 * screen until the new one has come: an empty screen would only frighten people.
 */
export const startOver = (db: AccountDatabase, scope: string): Promise<void> =>
  db.transaction('rw', [db.meta, db.journal, db.records, db.photos], async () => {
    const { [scope]: _lost, ...pos } = (await getMeta(db, 'pos')) ?? {};
    await setMeta(db, 'pos', pos);
    await setMeta(db, 'ulang', { ...(await getMeta(db, 'ulang')), [scope]: true });
    const shard = parseScope(scope)?.shard;
    if (!shard) return;
    const taken = await db.journal.where('status').anyOf('diterima', 'beda').toArray();
    const again = requeueAfterFork(taken, shard, STABLE);
    await db.journal.bulkPut(again);
    await db.records.filter((row) => row.shard === shard).modify({ confirmed: null, n: 0 });
    await db.photos.where('status').equals('terkirim').modify({ status: 'antri', offset: 0, tries: 0 });
    const context = await foldContext(db, shard);
    for (const target of new Set(again.map((row) => row.target))) await refold(db, target, context);
  });

/** Once a replica fetched anew is complete, what the server no longer knows and nobody here is about to send goes. */
export const dropGhosts = async (
  db: AccountDatabase,
  complete: readonly { shard: string; view: string }[],
): Promise<void> => {
  const ulang = (await getMeta(db, 'ulang')) ?? {};
  if (Object.keys(ulang).length === 0) return;
  const shards = new Set(
    complete.filter(({ shard, view }) => ulang[`${shard}/${view}`]).map(({ shard }) => shard),
  );
  const ghosts = await db.records
    .filter((row) => row.confirmed === null && shards.has(row.shard))
    .primaryKeys();
  for (const id of ghosts) {
    const own = await db.journal.where('target').equals(id).toArray();
    if (!own.some(({ status }) => status !== 'gugur')) await db.records.delete(id);
  }
  await setMeta(db, 'ulang', {});
};
