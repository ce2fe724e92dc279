import { canonicalJson, LIMITS, toWireRecord, type WireRecord } from '../../shared/protocol/index.ts';
import { type AccountDatabase, type GiveRow, getMeta, type RecordRow, setMeta } from '../store/database.ts';

/*
 *   409 ──▶ keepForGiving: the sealed records that no copy need have, `tunggu`
 *       ──▶ records fetched anew ──▶ crossOff: what the server has is struck out, `siap`
 *       ──▶ give, page by page; what a request with 200 carried is struck out; an empty one says that this was all
 *
 * The list outlives a second fork: it is only ever shortened by what the server has. What was struck out then goes once
 * more, whole and under its own history's name: the server has forgotten that those lines had come back.
 */

const asGiven = (row: RecordRow): GiveRow[] => {
  const { confirmed, n, seal, hist, root = '', shard } = row;
  if (!confirmed || !seal) return [];
  const wire: WireRecord = { ...toWireRecord(confirmed, n), seal, root, ...(hist ? { hist } : {}) };
  return [{ id: `${confirmed.id} ${confirmed.head} ${root} ${seal}`, shard, wire }];
};

/** What earlier losses left to give, or had given: where this loss is another one than theirs, all of it goes again. */
const againWith = async (db: AccountDatabase, shard: string): Promise<void> => {
  const last = (await getMeta(db, 'root')) ?? '';
  const rows = [db.give, db.given].map((table) => table.where('shard').equals(shard).toArray());
  const older = (await Promise.all(rows)).flat().filter(({ wire }) => (wire.root ?? '') !== last);
  await db.given.where('shard').equals(shard).delete();
  await db.give.bulkPut(older.map((row) => ({ ...row, lagi: 1 as const })));
};

/** Puts aside what the server sealed in this shard and some copy may lack; within the caller's transaction. */
export const keepForGiving = async (db: AccountDatabase, shard: string): Promise<void> => {
  const safe = (await getMeta(db, 'stable'))?.[shard] ?? 0;
  const rows = await db.records.filter((row) => row.shard === shard && row.n > safe).toArray();
  await againWith(db, shard);
  await db.give.bulkPut(rows.flatMap(asGiven));
  await setMeta(db, 'pulih', { ...(await getMeta(db, 'pulih')), [shard]: 'tunggu' });
};

/** The same version, decided at the same time: a decision that was sent again bears the time of its second arrival. */
const isSame = ({ wire }: GiveRow, now: RecordRow | undefined): boolean =>
  now?.confirmed?.head === wire.head && canonicalJson(now.confirmed.state) === canonicalJson(wire.st);

const strikeOut = async (db: AccountDatabase, rows: readonly GiveRow[]): Promise<void> => {
  await db.give.bulkDelete(rows.map(({ id }) => id));
  await db.given.bulkPut(rows.map(({ lagi: _, ...row }) => row));
};

/** Lets go of what every copy of the server has by now; `stable` is a line of each shard. */
export const forgetGiven = async (
  db: AccountDatabase,
  stable: Readonly<Record<string, number>>,
): Promise<void> => {
  const rows = await db.given.toArray();
  const now = await db.records.bulkGet(rows.map(({ wire }) => wire.id));
  const safe = rows.filter(({ shard }, i) => (now[i]?.n ?? 0) <= (stable[shard] ?? 0));
  await db.given.bulkDelete(safe.map(({ id }) => id));
};

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
    // Of two lost histories the server must hear every line: that it has the record says nothing of either.
    const isOneLoss = rows.every(({ lagi }) => lagi === undefined);
    const known = isOneLoss ? rows.filter((row, i) => isSame(row, now[i])) : [];
    await strikeOut(db, known);
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
  await strikeOut(db, given);
  if (given.length === 0 && !carriedLost) await setMeta(db, 'pulih', {});
};

/** True while sealed records, or the word that there are none left, must still go. */
export const isGiving = async (db: AccountDatabase): Promise<boolean> => (await nextGiven(db)) !== null;
