import { type SyncAnswer, scopeName } from '../../shared/protocol/index.ts';
import { type AccountDatabase, getMeta, type RecordRow, type Saya, setMeta } from '../store/database.ts';

/** What of a shard the person may still hold: by any of the rights held there, as of a head who teaches too. */
const mayHold = ({ kind, owner, shard, visible }: RecordRow, { id, grants }: Saya): boolean =>
  grants.some(({ s, view }) => {
    if (s !== shard) return false;
    if (view !== 'keberatan') return view === 'sekolah' || owner === id || owner === '';
    return (
      kind === 'satker' || kind === 'pegawai' || (visible.kind === 'evaluasi' && 'keberatan' in visible.state)
    );
  });

/** Own texts stay with their author whatever becomes of the rights: readable, and for the rescue file. */
const ownWork = async (
  { journal }: AccountDatabase,
  rows: readonly RecordRow[],
  me: string,
): Promise<ReadonlySet<unknown>> => {
  const mine = rows.filter(({ owner }) => owner === me).map(({ id }) => id);
  return new Set(await journal.where('target').anyOf(mine).uniqueKeys());
};

/**
 * I13: after a right was taken away, no document of others that it covered stays on the phone. Asked of all at once: a
 * hundred awaits in a row that ask nothing of the database, and Dexie loses hold of the transaction they stand in.
 */
export const dropRevoked = async (db: AccountDatabase, saya: Saya): Promise<void> => {
  const beyond = (await db.records.toArray()).filter((row) => !mayHold(row, saya));
  const own = await ownWork(db, beyond, saya.id);
  await db.records.bulkDelete(beyond.filter(({ id }) => !own.has(id)).map(({ id }) => id));
  const shards = new Set(saya.grants.map(({ s }) => s));
  for (const table of [db.give, db.given]) await table.filter(({ shard }) => !shards.has(shard)).delete();
};

/**
 * I9: where pages had begun is forgotten of a scope that is no longer held. Its records have gone: once the right is back,
 * and the server started anew in the middle of pages, they would begin behind all of them.
 */
const forgetBegun = async (db: AccountDatabase, { grants }: Saya): Promise<void> => {
  const began = await getMeta(db, 'posUtuh');
  if (!began) return;
  const held = new Set(grants.map(({ s, view }) => scopeName(s, view)));
  await setMeta(
    db,
    'posUtuh',
    Object.fromEntries(Object.entries(began).filter(([scope]) => held.has(scope))),
  );
};

/** Takes over new grants and a new device id, within the caller's transaction. */
export const applyGrants = async (
  db: AccountDatabase,
  answer: { readonly grant: SyncAnswer['grant']; readonly dev?: string | undefined },
): Promise<void> => {
  const saya = await getMeta(db, 'saya');
  if (!saya || (!answer.grant && !answer.dev)) return;
  const next: Saya = {
    ...saya,
    ...(answer.grant ? { grantVersion: answer.grant.g, grants: answer.grant.list } : {}),
    ...(answer.dev ? { device: answer.dev } : {}),
  };
  await setMeta(db, 'saya', next);
  if (!answer.grant) return;
  await dropRevoked(db, next);
  await forgetBegun(db, next);
};
