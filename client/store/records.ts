import type { AnyRecord, Satker } from '../../shared/records/index.ts';
import { actorOf } from './actor.ts';
import { type AccountDatabase, getMetas, type JournalRow, type RecordRow } from './database.ts';
import { type FoldContext, fold, notYetVisible, standOf } from './fold.ts';
import { jamDiketahui } from './jam.ts';
import { rowsById, rowsNear } from './near.ts';

/** The school's settings as this phone knows them; inside a transaction it reads within it. */
export const satkerContent = async (db: AccountDatabase, shard: string): Promise<Satker | null> => {
  const row = await db.records.where('[shard+kind]').equals([shard, 'satker']).first();
  return (row?.visible.content as Satker | undefined) ?? null;
};

/** What folding needs, read once per transaction. */
export const foldContext = async (db: AccountDatabase, shard: string): Promise<FoldContext> => {
  const [{ saya, skew, lastOk }, satker] = await Promise.all([
    getMetas(db, ['saya', 'skew', 'lastOk']),
    satkerContent(db, shard),
  ]);
  const actor = saya ? actorOf(saya, shard) : { id: '', nama: '', peran: [] };
  return { actor, satker, jam: jamDiketahui({ skew, lastOk }) };
};

type Sealing = Pick<RecordRow, 'seal' | 'hist' | 'root'>;

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

/** A record as the server has it, the ledger number of its last change, and the server's seal on both. */
export type Arrived = {
  readonly record: AnyRecord;
  readonly n: number;
  /** Worked out from an own command: it fills a gap, and never takes the place of what the server has sent. */
  readonly isForeseen?: true;
} & Sealing;

/** Own commands by the record that they make or change. */
const ownCommands = async (
  db: AccountDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly JournalRow[]>> => {
  const own = new Map<string, JournalRow[]>();
  for (const row of await rowsNear(db.journal, 'target', ids))
    own.set(row.target, [...(own.get(row.target) ?? []), row]);
  return own;
};

type Known = { readonly before: RecordRow | undefined; readonly own: readonly JournalRow[] };

const refolded = ({ before, own }: Known, context: FoldContext, given?: Arrived): RecordRow | null => {
  const incoming = given?.isForeseen && before?.confirmed ? undefined : given;
  const confirmed = incoming ? keepContent(incoming.record, before) : (before?.confirmed ?? null);
  const n = incoming?.n ?? before?.n ?? 0;
  const pending = notYetVisible(own, n);
  const folded = fold(confirmed, pending, context);
  // While a lost history is fetched anew, a record of others stays as it was as long as own commands on it wait.
  const visible = folded ?? (pending.length > 0 ? (before?.visible ?? null) : null);
  const { seal, hist, root } = incoming ?? before ?? {};
  return visible && { ...rowOf(visible, { confirmed, n, pending, own, before }), seal, hist, root };
};

/**
 * Works out records again from the server's versions and the own commands, within the caller's transaction: read and
 * written in one piece, since a request an entry is what makes a pull of thousands slow. A record of which nothing is
 * left (given up before the server ever saw it) disappears from the screen; its commands stay.
 */
export const refoldMany = async (
  db: AccountDatabase,
  ids: readonly string[],
  context: FoldContext,
  incoming: ReadonlyMap<string, Arrived> = new Map(),
): Promise<void> => {
  const [before, own] = await Promise.all([rowsById(db.records, ids), ownCommands(db, ids)]);
  const rows = ids.map((id) =>
    refolded({ before: before.get(id), own: own.get(id) ?? [] }, context, incoming.get(id)),
  );
  await db.records.bulkPut(rows.filter((row) => row !== null));
  await db.records.bulkDelete(ids.filter((_, i) => rows[i] === null));
};

/** {@link refoldMany} for one record. */
export const refold = (
  db: AccountDatabase,
  id: string,
  context: FoldContext,
  incoming?: Arrived,
): Promise<void> => refoldMany(db, [id], context, new Map(incoming ? [[id, incoming]] : []));

/** A record as the command makes it that has just been written here: there is nothing yet to read it from. */
export const foldNew = (row: JournalRow, context: FoldContext): RecordRow | null =>
  refolded({ before: undefined, own: [row] }, context);

/** A deletion travels without its content; what this phone knew of it stays readable in "Baru dihapus". */
const keepContent = (record: AnyRecord, before: RecordRow | undefined): AnyRecord =>
  record.deleted && record.content === null && before
    ? ({ ...record, content: before.visible.content } as AnyRecord)
    : record;
