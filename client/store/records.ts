import type { AnyRecord, Satker } from '../../shared/records/index.ts';
import { actorOf } from './actor.ts';
import { type AccountDatabase, getMeta, type JournalRow, type RecordRow } from './database.ts';
import { type FoldContext, fold, notYetVisible, standOf } from './fold.ts';

/** The school's settings as this phone knows them; inside a transaction it reads within it. */
export const satkerContent = async (db: AccountDatabase, shard: string): Promise<Satker | null> => {
  const row = await db.records.where('[shard+kind]').equals([shard, 'satker']).first();
  return (row?.visible.content as Satker | undefined) ?? null;
};

/** What folding needs, read once per transaction. */
export const foldContext = async (db: AccountDatabase, shard: string): Promise<FoldContext> => {
  const saya = await getMeta(db, 'saya');
  const actor = saya ? actorOf(saya, shard) : { id: '', nama: '', peran: [] };
  return { actor, satker: await satkerContent(db, shard) };
};

type Sealing = Pick<RecordRow, 'seal' | 'hist'>;

const tanggalOf = (record: AnyRecord): string =>
  record.kind === 'entri' ? (record.content?.tanggal ?? '') : '';

const rowOf = (
  visible: AnyRecord,
  parts: {
    confirmed: AnyRecord | null;
    n: number;
    pending: readonly JournalRow[];
    own: readonly JournalRow[];
    before: RecordRow | undefined;
  },
): RecordRow => {
  const { confirmed, n, pending, own, before } = parts;
  const answered = own.filter(({ receipt }) => receipt).sort((a, b) => b.n - a.n)[0];
  const first = own.find(({ id }) => id === visible.id);
  return {
    id: visible.id,
    shard: visible.shard,
    kind: visible.kind,
    owner: visible.owner,
    tanggal: tanggalOf(visible) || (before?.tanggal ?? ''),
    tahap: visible.state.tahap,
    hapus: visible.deleted ? 1 : 0,
    confirmed,
    n,
    visible,
    ...standOf(pending, visible),
    receipt: answered?.receipt,
    answeredAt: answered?.answeredAt,
    dicatatPada: first?.at ?? before?.dicatatPada ?? 0,
  };
};

/**
 * Works out one record again from the server's version and the own commands, within the caller's transaction. A record of
 * which nothing is left (given up before the server ever saw it) disappears from the screen; its commands stay.
 */
export const refold = async (
  db: AccountDatabase,
  id: string,
  context: FoldContext,
  incoming?: { readonly record: AnyRecord; readonly n: number } & Sealing,
): Promise<void> => {
  const [before, own] = await Promise.all([
    db.records.get(id),
    db.journal.where('target').equals(id).toArray(),
  ]);
  const confirmed = incoming ? keepContent(incoming.record, before) : (before?.confirmed ?? null);
  const n = incoming?.n ?? before?.n ?? 0;
  const pending = notYetVisible(own, n);
  const folded = fold(confirmed, pending, context);
  // While a lost history is fetched anew, a record of others stays as it was as long as own commands on it wait.
  const visible = folded ?? (pending.length > 0 ? (before?.visible ?? null) : null);
  const { seal, hist } = incoming ?? before ?? {};
  if (visible)
    await db.records.put({ ...rowOf(visible, { confirmed, n, pending, own, before }), seal, hist });
  else await db.records.delete(id);
};

/** A deletion travels without its content; what this phone knew of it stays readable in "Baru dihapus". */
const keepContent = (record: AnyRecord, before: RecordRow | undefined): AnyRecord =>
  record.deleted && record.content === null && before
    ? ({ ...record, content: before.visible.content } as AnyRecord)
    : record;
