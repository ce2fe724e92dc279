import { parseScope } from '../../shared/protocol/index.ts';
import { type AccountDatabase, getMeta, type JournalRow, type Meta, setMeta } from '../store/database.ts';
import { foldContext, refold } from '../store/records.ts';
import { keepForGiving } from './give.ts';
import { requeueAfterFork } from './settle.ts';

/** All records of a school are fetched anew, so the places of all its scopes go: one that stayed would leave them out. */
const forgetPlaces = async (db: AccountDatabase, scope: string): Promise<void> => {
  const pos = (await getMeta(db, 'pos')) ?? {};
  const shard = parseScope(scope)?.shard;
  const isOf = (name: string): boolean => name === scope || parseScope(name)?.shard === shard;
  const gone = [scope, ...Object.keys(pos).filter(isOf)];
  const without = (places: Meta['pos']): Meta['pos'] =>
    Object.fromEntries(Object.entries(places).filter(([name]) => !isOf(name)));
  await setMeta(db, 'pos', without(pos));
  const began = await getMeta(db, 'posUtuh');
  if (began) await setMeta(db, 'posUtuh', without(began));
  const anew = Object.fromEntries(gone.map((name) => [name, true as const]));
  await setMeta(db, 'ulang', { ...(await getMeta(db, 'ulang')), ...anew });
};

const forgetStable = async (db: AccountDatabase, shard: string): Promise<void> => {
  const { [shard]: _lost, ...rest } = (await getMeta(db, 'stable')) ?? {};
  await setMeta(db, 'stable', rest);
};

/**
 * The server's history is another one than before (409): accepted commands go again, ids unchanged, so that a repeat is
 * free of effect; what it had sealed is put aside for it; the records are fetched anew from the start; photos are asked
 * for again. The old copy stays on the screen until the new one has come: an empty screen would only frighten people.
 */
export const startOver = (db: AccountDatabase, scope: string, now: number): Promise<void> =>
  db.transaction('rw', [db.meta, db.journal, db.records, db.photos, db.give, db.given], async () => {
    await forgetPlaces(db, scope);
    const shard = parseScope(scope)?.shard;
    if (!shard) return;
    await keepForGiving(db, shard);
    await forgetStable(db, shard);
    const taken = await db.journal.where('status').anyOf('diterima', 'beda', 'aman').toArray();
    const again = requeueAfterFork(taken, shard);
    await db.journal.bulkPut(again);
    await db.records
      .filter((row) => row.shard === shard)
      .modify({ confirmed: null, n: 0, seal: undefined, hist: undefined, root: undefined });
    await db.photos
      .where('status')
      .anyOf('terkirim', 'aman')
      .modify({ status: 'antri', offset: 0, tries: 0 });
    const context = await foldContext(db, shard);
    for (const target of new Set(again.map((row) => row.target))) await refold(db, target, context);
    await noteFork(db, { shard, again, now });
  });

/** Scopes of one school that are found changed this soon after one another are one event. */
const SAME_FORK = 600_000;
const MOST_FORKS_KEPT = 20;

type Fork = { readonly shard: string; readonly again: readonly JournalRow[]; readonly now: number };

/** Writes down for the person what happened: by what this phone did, not by what anybody says. */
const noteFork = async (db: AccountDatabase, { shard, again, now }: Fork): Promise<void> => {
  const kept = (await getMeta(db, 'sejarah')) ?? [];
  const last = kept.at(-1);
  const isSame = last?.shard === shard && now - last.pada < SAME_FORK;
  const entri = again.filter(({ kind }) => kind.startsWith('entri.'));
  const next = {
    pada: now,
    shard,
    kegiatan: new Set(entri.map(({ target }) => target)).size + (isSame ? last.kegiatan : 0),
    isian: again.length + (isSame ? last.isian : 0),
    dibaca: false,
  };
  await setMeta(db, 'sejarah', [...(isSame ? kept.slice(0, -1) : kept), next].slice(-MOST_FORKS_KEPT));
};

/**
 * Once replicas fetched anew are complete, what the server no longer knows and nobody here is about to send goes. Returns
 * their shards.
 */
export const dropGhosts = async (
  db: AccountDatabase,
  complete: readonly { shard: string; view: string }[],
): Promise<Set<string>> => {
  const ulang = (await getMeta(db, 'ulang')) ?? {};
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
  return shards;
};
