import { canonicalJson, LIMITS, toWireRecord, type WireRecord } from '../../shared/protocol/index.ts';
import { type AccountDatabase, type GiveRow, getMeta, type RecordRow, setMeta } from '../store/database.ts';

/*
 *   409 ──▶ keepForGiving: the sealed records that no copy need have, `tunggu`
 *       ──▶ records fetched anew ──▶ crossOff: what the server has is struck out, `siap`
 *       ──▶ give, page by page; what a request with 200 carried is struck out; an empty one says that this was all
 *
 * The list outlives a second fork: it is only ever shortened by what the server has.
 */

const asGiven = (row: RecordRow): GiveRow[] => {
  const { confirmed, n, seal, hist, shard } = row;
  if (!confirmed || !seal) return [];
  const wire: WireRecord = { ...toWireRecord(confirmed, n), seal, ...(hist ? { hist } : {}) };
  return [{ id: `${confirmed.id} ${confirmed.head} ${seal}`, shard, wire }];
};

/** Puts aside what the server sealed in this shard and some copy may lack; within the caller's transaction. */
export const keepForGiving = async (db: AccountDatabase, shard: string): Promise<void> => {
  const safe = (await getMeta(db, 'stable'))?.[shard] ?? 0;
  const rows = await db.records.filter((row) => row.shard === shard && row.n > safe).toArray();
  await db.give.bulkPut(rows.flatMap(asGiven));
  await setMeta(db, 'pulih', { ...(await getMeta(db, 'pulih')), [shard]: 'tunggu' });
};

/** The same version, decided at the same time: a decision that was sent again bears the time of its second arrival. */
const isSame = ({ wire }: GiveRow, now: RecordRow | undefined): boolean =>
  now?.confirmed?.head === wire.head && canonicalJson(now.confirmed.state) === canonicalJson(wire.st);

/** What was wanted anew has been fetched, namely the records of these shards: what the server has just so need not go back. */
export const crossOff = async (db: AccountDatabase, shards: ReadonlySet<string>): Promise<void> => {
  const pulih = { ...(await getMeta(db, 'pulih')) };
  for (const shard of Object.keys(pulih).filter((name) => pulih[name] === 'tunggu')) {
    // A shard whose right was taken away meanwhile: its records are no longer this phone's to give.
    if (!shards.has(shard)) {
      delete pulih[shard];
      continue;
    }
    const rows = await db.give.where('shard').equals(shard).toArray();
    const now = await db.records.bulkGet(rows.map(({ wire }) => wire.id));
    const known = rows.filter((row, i) => isSame(row, now[i]));
    await db.give.bulkDelete(known.map(({ id }) => id));
    pulih[shard] = 'siap';
  }
  await setMeta(db, 'pulih', pulih);
};

/** What the next request gives back, as much as it may carry; null where this phone has nothing to say of lost histories. */
export const nextGiven = async (db: AccountDatabase): Promise<readonly GiveRow[] | null> => {
  const pulih = (await getMeta(db, 'pulih')) ?? {};
  const ready = Object.keys(pulih).filter((shard) => pulih[shard] === 'siap');
  if (ready.length === 0 || ready.length < Object.keys(pulih).length) return null;
  const picked: GiveRow[] = [];
  let left: number = LIMITS.giveBytes;
  for (const row of await db.give.where('shard').anyOf(ready).limit(200).toArray()) {
    left -= JSON.stringify(row.wire).length;
    if (picked.length > 0 && left < 0) break;
    picked.push(row);
  }
  return picked;
};

/**
 * The server has answered a request that carried these: they are struck out. Where there were none, and no command goes
 * again for a lost history, this phone has brought back all that it holds.
 */
export const afterGiven = async (
  db: AccountDatabase,
  given: readonly GiveRow[] | null,
  carriedLost: boolean,
): Promise<void> => {
  if (given === null) return;
  await db.give.bulkDelete(given.map(({ id }) => id));
  if (given.length === 0 && !carriedLost) await setMeta(db, 'pulih', {});
};

/** True while sealed records, or the word that there are none left, must still go. */
export const isGiving = async (db: AccountDatabase): Promise<boolean> => (await nextGiven(db)) !== null;
