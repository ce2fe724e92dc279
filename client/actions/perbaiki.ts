import { refuse } from '../../shared/protocol/index.ts';
import type { Entri } from '../../shared/records/index.ts';
import {
  type AccountDatabase,
  fold,
  foldContext,
  type JournalRow,
  notYetVisible,
  refold,
} from '../store/index.ts';
import { actOnce, type Done } from './act.ts';
import { type SaveOptions, withDraft } from './entri.ts';
import type { Acting } from './journal.ts';

/** Refused commands and, by their bases, everything made on them; nothing that the server has taken is among them. */
const withDependents = (own: readonly JournalRow[], isFirst: (row: JournalRow) => boolean): JournalRow[] => {
  const gone = new Map<string, JournalRow>();
  for (const row of [...own].sort((a, b) => a.number - b.number)) {
    const isOpen = row.status === 'antri' || row.status === 'menunggu' || row.status === 'ditahan';
    if (isFirst(row) || (isOpen && row.base !== null && gone.has(row.base))) gone.set(row.id, row);
  }
  return [...gone.values()];
};

const isRefused = ({ status }: JournalRow): boolean => status === 'ditolak' || status === 'ditahan';

const ofTarget = (db: AccountDatabase, target: string): Promise<JournalRow[]> =>
  db.journal.where('target').equals(target).toArray();

const giveUp = async (db: AccountDatabase, rows: readonly JournalRow[]): Promise<void> => {
  await db.journal.bulkPut(rows.map((row) => ({ ...row, status: 'gugur' as const })));
  for (const [target, shard] of new Map(rows.map((row) => [row.target, row.shard])))
    await refold(db, target, await foldContext(db, shard));
};

/** Head of the record without what was refused: the version that a corrected text is made on. Null where none is left. */
const soundHead = async (db: AccountDatabase, id: string): Promise<string | null> => {
  const record = await db.records.get(id);
  if (!record) return null;
  const own = await ofTarget(db, id);
  const stale = new Set(withDependents(own, isRefused).map((row) => row.id));
  const sound = notYetVisible(own, record.n).filter((row) => !stale.has(row.id));
  return fold(record.confirmed, sound, await foldContext(db, record.shard))?.head ?? null;
};

/**
 * Mends what was refused: the corrected text goes as a new command on the last sound version (or as a new record where
 * there is none), and the refused ones, with all made on them, become `gugur`. In one transaction with the new one.
 */
export const perbaikiEntri = async (
  acting: Acting,
  id: string,
  content: Entri,
  options: SaveOptions = {},
): Promise<Done> => {
  const base = await soundHead(acting.store.db, id);
  const wanted =
    base === null
      ? { kind: 'entri.catat', record: null, base: null, body: content }
      : { kind: 'entri.ubah', record: id, base, body: content };
  return actOnce(acting, wanted, {
    ...withDraft(content, options),
    before: async (db) => giveUp(db, withDependents(await ofTarget(db, id), isRefused)),
  });
};

/**
 * The author gives a refused command up; what was made on it goes with it. Refuses (`tidak_ada`) for anything that was
 * not refused: it may be on its way, and what the server takes cannot be taken back by forgetting it here.
 */
export const buangPerintah = async (acting: Acting, commandId: string): Promise<Done> => {
  const { db } = acting.store;
  const target = await db.transaction('rw', [db.journal, db.records, db.meta], async () => {
    const row = await db.journal.get(commandId);
    if (!row || !isRefused(row)) return null;
    await giveUp(
      db,
      withDependents(await ofTarget(db, row.target), ({ id }) => id === commandId),
    );
    return row.target;
  });
  if (target === null) return refuse('tidak_ada');
  acting.engine.poke();
  return { ok: true, id: target };
};
