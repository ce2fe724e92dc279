import { commandId, contentHash, type Digest } from '../../shared/protocol/index.ts';
import { type AccountDatabase, getMeta, type JournalRow, setMeta } from '../store/database.ts';
import { openCommands } from '../store/queue.ts';
import { foldContext, refold } from '../store/records.ts';

const OPEN: ReadonlySet<string> = new Set(['antri', 'menunggu', 'ditahan']);

type Names = Map<string, string>;

const renamedBody = ({ body }: JournalRow, names: Names): unknown => {
  const varian = (body as { varian?: unknown } | null)?.varian;
  const other = typeof varian === 'string' ? names.get(varian) : undefined;
  return other ? { ...(body as object), varian: other } : body;
};

/** The same command under another device and number; what it names of its own kind goes by the new names. */
const renamed = async (
  row: JournalRow,
  place: { readonly device: string; readonly number: number; readonly names: Names },
  digest: Digest,
): Promise<JournalRow> => {
  const { device, number, names } = place;
  const other = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? id));
  const content = { ...row, record: other(row.record), base: other(row.base), body: renamedBody(row, names) };
  const id = commandId(device, number, await contentHash(content, digest));
  names.set(row.id, id);
  return {
    ...content,
    id,
    device,
    number,
    target: content.record ?? id,
    tries: 0,
    code: undefined,
    params: undefined,
  };
};

const store = async (
  db: AccountDatabase,
  {
    before,
    after,
    names,
    number,
  }: { before: JournalRow[]; after: JournalRow[]; names: Names; number: number },
): Promise<void> =>
  db.transaction('rw', [db.meta, db.journal, db.records, db.drafts, db.rancangan], async () => {
    if (((await getMeta(db, 'lastNumber')) ?? 0) !== number) return;
    await setMeta(db, 'lastNumber', number + after.length);
    await db.journal.bulkPut(before.map((row) => ({ ...row, status: 'gugur' as const })));
    await db.journal.bulkAdd(after);
    for (const { target, shard } of [...before, ...after])
      await refold(db, target, await foldContext(db, shard));
    await db.drafts
      .filter(({ entriId }) => entriId !== undefined && names.has(entriId))
      .modify((draft) => Object.assign(draft, { entriId: names.get(draft.entriId ?? '') }));
    for (const one of await db.rancangan.toArray()) {
      const [skp, dilihat] = [names.get(one.skp ?? ''), names.get(one.dilihat ?? '')];
      if (skp) await db.rancangan.put({ ...one, skp, dilihat: dilihat ?? one.dilihat });
    }
  });

/**
 * What was numbered under a device id that the server no longer takes from this phone (revoked, or of a key that it has no
 * more) goes again under the id that signing in gave it, and so does what was made on it since. `old` are those that the
 * server has said it has not got: the others are in its ledger under their old names (I2), or wait for a lost history that
 * is still being brought back.
 */
export const reissue = async (db: AccountDatabase, old: readonly string[], digest: Digest): Promise<void> => {
  const device = (await getMeta(db, 'saya'))?.device;
  const number = (await getMeta(db, 'lastNumber')) ?? 0;
  const open = (await openCommands(db)).filter(({ status }) => OPEN.has(status));
  const asked = new Set(old);
  const unknown = new Set(
    open.filter(({ id, status }) => status === 'antri' && asked.has(id)).map(({ id }) => id),
  );
  if (!device || !open.some((row) => unknown.has(row.id) && row.device !== device)) return;
  const names: Names = new Map();
  const before: JournalRow[] = [];
  const after: JournalRow[] = [];
  for (const row of open) {
    if (!unknown.has(row.id) && !names.has(row.record ?? '') && !names.has(row.base ?? '')) continue;
    before.push(row);
    after.push(await renamed(row, { device, number: number + after.length + 1, names }, digest));
  }
  await store(db, { before, after, names, number });
};
