import {
  adaPutusan,
  gabungJumlah,
  type Jumlah,
  jumlahRekam,
  menungguPutusan,
  selisihJumlah,
  VERSI_JUMLAH,
} from '../../shared/pantau/index.ts';
import type { AnyRecord, RecordKind } from '../../shared/records/index.ts';
import type { ReadTx, Store, StoredCommand, WriteTx } from '../store/index.ts';

/*
 * Sums are a fold of the records beside the records: each line takes away what the record before it brought and adds what
 * the one after it brings, in the line's own transaction. Counting anew gives the same (tests/unit/server/ledger/figures).
 */

type Lines = Pick<ReadTx, 'commandIn'>;

const lineOf = async (tx: Lines, shard: string, id: string | null): Promise<StoredCommand | null> => {
  const found = id === null ? null : await tx.commandIn(shard, id);
  return found?.outcome.verdict === 'no' ? null : found;
};

type Line = {
  readonly shard: string;
  readonly n: number;
  /** Id of the command, the version that it was made on, and when it arrived (epoch ms). */
  readonly id: string;
  readonly base: string | null;
  readonly receivedAt: number;
};
type HeadLine = Pick<Line, 'base' | 'receivedAt'>;

/**
 * When the version that waits, or that the record's last decision answers, had arrived; null where there is none, or it is
 * not known. `head` is the line that made the record as it is, where that is at hand.
 */
const arrivalOf = async (tx: Lines, record: AnyRecord, head?: HeadLine): Promise<number | null> => {
  const waits = menungguPutusan(record);
  if (!waits && !adaPutusan(record)) return null;
  const kept = head ? null : await lineOf(tx, record.shard, record.head);
  if (waits) return (head ?? kept)?.receivedAt ?? null;
  const answered = head ? head.base : (kept?.content.base ?? null);
  return (await lineOf(tx, record.shard, answered))?.receivedAt ?? null;
};

const figuresOf = async (tx: Lines, record: AnyRecord, head?: HeadLine): Promise<Jumlah[]> =>
  jumlahRekam(record, await arrivalOf(tx, record, head));

/** Moves a shard's sums on by one line. The line itself need not be in the store yet. */
export const keepFigures = async (
  tx: WriteTx,
  { shard, n, id, base, receivedAt }: Line,
  records: { readonly before: AnyRecord | null; readonly after: AnyRecord },
): Promise<void> => {
  const { before, after } = records;
  if (n === 1) await tx.putFigureVersion({ shard, version: VERSI_JUMLAH });
  const now = await figuresOf(tx, after, after.head === id ? { base, receivedAt } : undefined);
  const moved = before ? selisihJumlah(await figuresOf(tx, before), now) : now;
  for (const figure of moved) await tx.addFigure({ shard, ...figure });
};

const KINDS: readonly RecordKind[] = ['entri', 'skp', 'evaluasi', 'praktik', 'kendala'];

/** The sums that a shard's records come to, counted from the records alone. */
const countFigures = async (tx: ReadTx, shard: string): Promise<Jumlah[]> => {
  const all: Jumlah[] = [];
  for (const kind of KINDS)
    for (const { record } of await tx.recordsOfKind(shard, kind)) all.push(...(await figuresOf(tx, record)));
  return gabungJumlah(all);
};

/** Makes a shard's sums anew from its records, in one transaction; gives how many there are. */
export const recountFigures = (store: Store, shard: string): Promise<number> =>
  store.write(
    async (tx) => {
      const counted = await countFigures(tx, shard);
      await tx.removeFiguresOf(shard);
      for (const figure of counted) await tx.addFigure({ shard, ...figure });
      await tx.putFigureVersion({ shard, version: VERSI_JUMLAH });
      return counted.length;
    },
    { shards: [shard] },
  );

/** How many of a shard's sums are not what its records come to; a shard that was never counted has none. */
export const compareFigures = (store: Store, shard: string): Promise<number> =>
  store.read(async (tx) => {
    if ((await tx.figureVersions()).get(shard) !== VERSI_JUMLAH) return 0;
    return selisihJumlah(await tx.allFigures(shard), await countFigures(tx, shard)).length;
  });

/** Counts the shards that no version of today's rules has counted, one by one; gives how many there were. */
export const countMissingFigures = async (store: Store): Promise<number> => {
  const { shards, versions } = await store.read(async (tx) => ({
    shards: await tx.shards(),
    versions: await tx.figureVersions(),
  }));
  const missing = shards.filter((shard) => versions.get(shard) !== VERSI_JUMLAH);
  for (const shard of missing) await recountFigures(store, shard);
  return missing.length;
};
