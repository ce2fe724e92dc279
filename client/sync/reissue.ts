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
): Promise<boolean> =>
  db.transaction('rw', [db.meta, db.journal, db.records, db.drafts], async () => {
    if (((await getMeta(db, 'lastNumber')) ?? 0) !== number) return false;
    await setMeta(db, 'lastNumber', number + after.length);
    await db.journal.bulkPut(before.map((row) => ({ ...row, status: 'gugur' as const })));
    await db.journal.bulkAdd(after);
    for (const { target, shard } of [...before, ...after])
      await refold(db, target, await foldContext(db, shard));
    await db.drafts
      .filter(({ entriId }) => entriId !== undefined && names.has(entriId))
      .modify((draft) => Object.assign(draft, { entriId: names.get(draft.entriId ?? '') }));
    return true;
  });

/**
 * What was numbered under a device id that the server no longer takes from this phone (revoked, forgotten by a restore,
 * or of a key that it has no more) goes again under the id that signing in gave it. If the server had taken one of them
 * and only the answer was lost, it is there twice and the person sees both; the other way, one would be lost. Returns how
 * many; 0 where nothing changed.
 */
export const reissue = async (db: AccountDatabase, oldDevice: string, digest: Digest): Promise<number> => {
  const device = (await getMeta(db, 'saya'))?.device;
  const number = (await getMeta(db, 'lastNumber')) ?? 0;
  const open = (await openCommands(db)).filter(({ status }) => OPEN.has(status));
  if (!device || device === oldDevice || !open.some((row) => row.device === oldDevice)) return 0;
  const names: Names = new Map();
  const before: JournalRow[] = [];
  const after: JournalRow[] = [];
  for (const row of open) {
    // Also what this phone has since made on one of them under its new id.
    if (row.device !== oldDevice && !names.has(row.record ?? '') && !names.has(row.base ?? '')) continue;
    before.push(row);
    after.push(await renamed(row, { device, number: number + after.length + 1, names }, digest));
  }
  return (await store(db, { before, after, names, number })) ? after.length : 0;
};
