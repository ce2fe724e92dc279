import type { SyncAnswer } from '../../shared/protocol/index.ts';
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
const isOwnWork = async (db: AccountDatabase, { id, owner }: RecordRow, me: string): Promise<boolean> =>
  owner === me && (await db.journal.where('target').equals(id).count()) > 0;

/** I13: after a right was taken away, no document of others that it covered stays on the phone. */
export const dropRevoked = async (db: AccountDatabase, saya: Saya): Promise<void> => {
  const gone: string[] = [];
  for (const row of await db.records.toArray())
    if (!mayHold(row, saya) && !(await isOwnWork(db, row, saya.id))) gone.push(row.id);
  await db.records.bulkDelete(gone);
  const shards = new Set(saya.grants.map(({ s }) => s));
  for (const table of [db.give, db.given]) await table.filter(({ shard }) => !shards.has(shard)).delete();
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
  if (answer.grant) await dropRevoked(db, next);
};
