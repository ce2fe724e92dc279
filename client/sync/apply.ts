import {
  fromWireRecord,
  parseScope,
  type SyncAnswer,
  scopeName,
  type WireVerdict,
} from '../../shared/protocol/index.ts';
import {
  type AccountDatabase,
  type GiveRow,
  getMeta,
  type JournalRow,
  type Meta,
  setMeta,
} from '../store/database.ts';
import { rowsById } from '../store/near.ts';
import { openCommands } from '../store/queue.ts';
import { type Arrived, foldContext, refoldMany } from '../store/records.ts';
import { settleDoubts } from './doubt.ts';
import { foreseenRecords } from './foreseen.ts';
import { afterGiven, crossOff, forgetGiven } from './give.ts';
import { applyGrants } from './grants.ts';
import { lostBehind, noteLag } from './lag.ts';
import { askOutside } from './outside.ts';
import { purgeSafe } from './purge.ts';
import { afterVerdict, holdBehindRefused, nowSafe, requeueAgain } from './settle.ts';
import { dropGhosts } from './start-over.ts';

/** An answer, the commands that it answers, and the positions that its request carried. */
export type Settled = {
  readonly pairs: readonly (readonly [JournalRow, WireVerdict])[];
  readonly answer: SyncAnswer;
  readonly asked: Meta['pos'];
  /** Sealed records that the request gave back; null where it said nothing of any. */
  readonly given?: readonly GiveRow[] | null;
  /** Photos that the request asked for. */
  readonly ask?: readonly string[];
};

const samePosition = (a: Meta['pos'], b: Meta['pos']): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    (name) => a[name]?.n === b[name]?.n && a[name]?.h === b[name]?.h,
  );

type Verdicts = Pick<Settled, 'pairs'> & Pick<SyncAnswer, 'now' | 'root' | 'again'> & Partial<SyncAnswer>;

/** Shards of which a lost history is being brought back: not one whose right is gone, since nothing of it is taken there. */
const givingShards = async (
  db: AccountDatabase,
  grant: SyncAnswer['grant'] | undefined,
): Promise<ReadonlySet<string>> => {
  if (Object.keys((await getMeta(db, 'pulih')) ?? {}).length === 0) return new Set();
  const grants = grant?.list ?? (await getMeta(db, 'saya'))?.grants ?? [];
  return new Set(grants.map(({ s }) => s));
};

/** Verdicts onto the rows as they are now; then who waits behind a refused one. Returns the rows that changed. */
const applyVerdicts = async (
  db: AccountDatabase,
  { pairs, now, root, again: codes, grant }: Verdicts,
): Promise<JournalRow[]> => {
  const current = await rowsById(
    db.journal,
    pairs.map(([{ id }]) => id),
  );
  const giving = await givingShards(db, grant);
  const settled = pairs.flatMap(([{ id }, verdict]) => {
    const row = current.get(id);
    return row ? [afterVerdict(row, verdict, { now, root, isGiving: giving.has(row.shard) })] : [];
  });
  await db.journal.bulkPut(settled);
  const again = requeueAgain(await db.journal.where('status').equals('ditolak').toArray(), codes);
  await db.journal.bulkPut(again);
  return [...settled, ...again, ...(await holdOthers(db))];
};

/** Holds what was made on a refused command, frees what no longer is; nothing to look for where none is refused or held. */
const holdOthers = async (db: AccountDatabase): Promise<JournalRow[]> => {
  if ((await db.journal.where('status').anyOf('ditolak', 'ditahan').count()) === 0) return [];
  const held = holdBehindRefused(await openCommands(db));
  await db.journal.bulkPut(held);
  return held;
};

/** Commands that no request can carry, refused by the phone itself: their author can mend them, and the others go on. */
export const refuseHere = (
  db: AccountDatabase,
  suspects: readonly { readonly id: string; readonly code: string }[],
): Promise<void> =>
  db.transaction('rw', [db.meta, db.journal, db.records], async () => {
    const rows = await db.journal.bulkGet(suspects.map(({ id }) => id));
    const refused = rows.flatMap((row, i) =>
      row?.status === 'antri' || row?.status === 'menunggu'
        ? [{ ...row, status: 'ditolak' as const, code: suspects[i]?.code, tries: row.tries + 1 }]
        : [],
    );
    await db.journal.bulkPut(refused);
    await refoldAll(db, [...refused, ...(await holdOthers(db))], new Map());
  });

/**
 * Where the phone stands after an answer. A scope whose right is gone stays remembered while something accepted there
 * may be in no copy: only so a restore that loses it is noticed. One whose right came back is fetched from the start.
 */
const nextPositions = async (db: AccountDatabase, { answer, asked }: Settled): Promise<Meta['pos']> => {
  const shardOf = (scope: string): string => parseScope(scope)?.shard ?? '';
  const seen = new Set(Object.keys(answer.pos).map(shardOf));
  const gone = Object.entries(asked).filter(([scope]) => !seen.has(shardOf(scope)));
  const unsafe = new Set<string>();
  if (gone.length > 0)
    await db.journal
      .where('status')
      .anyOf('diterima', 'beda')
      .each(({ shard }) => unsafe.add(shard));
  const held = new Set((await getMeta(db, 'saya'))?.grants.map(({ s, view }) => scopeName(s, view)));
  return Object.fromEntries([
    ...gone.filter(([scope]) => unsafe.has(shardOf(scope))),
    ...Object.entries(answer.pos).filter(([scope]) => held.has(scope) || asked[scope] === undefined),
  ]);
};

/** Where pages begin: a right that comes back is fetched from nothing, whatever place of it was still remembered. */
const startOf = async (db: AccountDatabase, { answer, asked }: Settled): Promise<Meta['pos']> => {
  const held = new Set((await getMeta(db, 'saya'))?.grants.map(({ s, view }) => scopeName(s, view)));
  return Object.fromEntries(
    Object.entries(asked).filter(([scope]) => held.has(scope) || answer.pos[scope] === undefined),
  );
};

/**
 * Pages hold what was last changed after a position. A server that is put on a copy between two of them has records back
 * at lines that the earlier pages had passed over, since they stood further on then. So when it was started anew in the
 * middle of pages, they are fetched once more from where they began. True where that is so.
 */
const beginPagesAgain = async (db: AccountDatabase, settled: Settled): Promise<boolean> => {
  const { answer } = settled;
  const began = await getMeta(db, 'posUtuh');
  if (began && (await getMeta(db, 'era')) !== answer.era) {
    await setMeta(db, 'pos', began);
    await db.meta.delete('posUtuh');
    return true;
  }
  if (answer.more && !began) await setMeta(db, 'posUtuh', await startOf(db, settled));
  if (!answer.more && began) await db.meta.delete('posUtuh');
  return false;
};

/** The page of records, unless somebody else on this phone has moved the position meanwhile: then the next pull has them. */
const takePage = async (db: AccountDatabase, settled: Settled): Promise<Map<string, Arrived> | null> => {
  const { answer, asked } = settled;
  const { root = '' } = answer;
  const pos = (await getMeta(db, 'pos')) ?? {};
  if (!samePosition(pos, asked)) return null;
  if (await beginPagesAgain(db, settled)) return null;
  await setMeta(db, 'pos', await nextPositions(db, settled));
  await setMeta(db, 'root', root);
  return new Map(
    answer.chg.map((wire) => {
      const { id, seal, hist } = wire;
      return [id, { ...fromWireRecord(wire), seal, hist, root }];
    }),
  );
};

/** A row that was accepted by a receipt alone; what the server itself said earlier stands. */
const vouched = (row: JournalRow, before: readonly (JournalRow | undefined)[]): JournalRow => {
  const known = before.find((one) => one?.id === row.id);
  if (row.status !== 'diterima' && row.status !== 'beda') return row;
  return { ...row, carried: known?.status === row.status ? known.carried : 1 };
};

/** The verdicts of one envelope that somebody else carried, and what else concerns this phone. */
export type CarriedVerdicts = Pick<Settled, 'pairs'> & {
  readonly now: number;
  readonly dev?: string | undefined;
};

/**
 * Takes in verdicts that came by hand, in one transaction: as an answer, but they are old, so they say nothing of clocks,
 * positions or when the server was last reached.
 */
export const applyCarried = (db: AccountDatabase, { pairs, now, dev }: CarriedVerdicts): Promise<void> =>
  db.transaction('rw', [db.meta, db.journal, db.records], async () => {
    const before = await db.journal.bulkGet(pairs.map(([{ id }]) => id));
    const rows = (await applyVerdicts(db, { pairs, now, again: [] })).map((row) => vouched(row, before));
    await db.journal.bulkPut(rows);
    await applyGrants(db, { grant: null, dev });
    await refoldAll(db, rows, new Map());
  });

const refoldAll = async (
  db: AccountDatabase,
  rows: readonly JournalRow[],
  incoming: ReadonlyMap<string, Arrived>,
): Promise<void> => {
  const places = new Map([...incoming.values()].map(({ record }) => [record.id, record.shard]));
  for (const { target, shard } of rows) if (!places.has(target)) places.set(target, shard);
  const isSatker = (id: string): boolean => incoming.get(id)?.record.kind === 'satker';
  for (const shard of new Set(places.values())) {
    const ids = [...places].flatMap(([id, place]) => (place === shard ? [id] : []));
    // The school's settings first: the others are folded by them.
    for (const part of [ids.filter(isSatker), ids.filter((id) => !isSatker(id))])
      if (part.length > 0) await refoldMany(db, part, await foldContext(db, shard), incoming);
  }
};

const isFetchingAnew = async (db: AccountDatabase): Promise<boolean> =>
  Object.keys((await getMeta(db, 'ulang')) ?? {}).length > 0;

/** What lies in every copy of the server by now is safe, and after a time no longer needed here. */
const takeStable = async (
  db: AccountDatabase,
  { answer: { stable, stableFoto = 0, now }, pairs }: Settled,
): Promise<void> => {
  const before = (await getMeta(db, 'stable')) ?? {};
  const hasMoved = Object.entries(stable).some(([shard, n]) => before[shard] !== n);
  const isSafe = pairs.some(([{ shard }, verdict]) => 'n' in verdict && verdict.n <= (stable[shard] ?? 0));
  if (hasMoved || isSafe)
    await db.journal.bulkPut(nowSafe(await db.journal.where('status').equals('diterima').toArray(), stable));
  if (!hasMoved) return;
  await setMeta(db, 'stable', stable);
  await purgeSafe(db, now);
  await forgetGiven(db, stable);
  await db.photos
    .where('status')
    .equals('terkirim')
    .and(({ sentAt = Number.POSITIVE_INFINITY }) => sentAt < stableFoto)
    .modify({ status: 'aman' });
};

/**
 * Takes an answer in, all or nothing, in one transaction (I3): verdicts, records, position, grants. `phoneNow` is epoch
 * ms on the phone's clock. Returns the scopes in which the server turns out to have lost what it had acknowledged.
 */
export const applyAnswer = (
  db: AccountDatabase,
  settled: Settled,
  phoneNow: number,
): Promise<readonly string[]> =>
  db.transaction('rw', [db.meta, db.journal, db.records, db.photos, db.give, db.given], async () => {
    const { answer, given = null, pairs, ask = [] } = settled;
    const rows = await applyVerdicts(db, { ...answer, pairs });
    const page = await takePage(db, settled);
    await applyGrants(db, answer);
    const foreseen = page ? await foreseenRecords(db, settled) : [];
    const again = await askOutside(db, answer, settled);
    await settleDoubts(db, ask, answer);
    await refoldAll(db, [...rows, ...again], new Map([...foreseen, ...(page ?? [])]));
    await afterGiven(
      db,
      given,
      pairs.some(([{ lost }]) => lost !== undefined),
    );
    const scopes = Object.keys(answer.pos).flatMap((scope) => parseScope(scope) ?? []);
    if (page && !answer.more && (await isFetchingAnew(db))) await crossOff(db, await dropGhosts(db, scopes));
    await takeStable(db, settled);
    await setMeta(db, 'skew', answer.now - phoneNow);
    await setMeta(db, 'lastOk', phoneNow);
    await setMeta(db, 'quietUntil', phoneNow + answer.next * 1000);
    if (page && !answer.more) return lostBehind(db, answer.pos);
    if (pairs.length > 0) await noteLag(db);
    return [];
  });
