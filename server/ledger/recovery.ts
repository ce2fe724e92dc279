import { type Position, parseScope, type SyncRequest } from '../../shared/protocol/index.ts';
import type { ReadTx, StoredRecovery, WriteTx } from '../store/index.ts';
import { namedRoot, partedIn } from './roots.ts';

/*
 * What is known of a history that was lost by putting back an older copy: which lines it had, which have come back, who
 * has reported. One for each lost history, since two of them have lines of the same number. It opens by itself at the
 * first phone that knows more than the server.
 */

/** A line of a lost history; `root` is empty where the phone does not know its name. */
export type LostAt = { readonly shard: string; readonly root: string; readonly n: number };

/** Lost histories of a shard that are told apart: names come from phones, and no phone may fill the table with them. */
const MOST_KNOWN = 50;

/** What is known of that lost history; `now` (epoch ms) is when it opens where nothing is. */
const find = async (
  tx: ReadTx,
  { shard, root: said }: Omit<LostAt, 'n'>,
  now: number,
): Promise<StoredRecovery> => {
  const [eras, all] = [await tx.eras(), await tx.recoveries(shard)];
  const root = namedRoot(eras, said);
  const parted = partedIn(eras, root);
  const era = parted?.id ?? '';
  const isForgotten = eras.every(({ id }) => id !== root);
  const known =
    all.find((one) => one.root === root && (isForgotten || one.era === era)) ??
    all.find((one) => one.root === '' && one.era === era);
  if (known) return { ...known, root };
  const [newest] = all;
  if (newest && all.length >= MOST_KNOWN) return newest;
  const keptN = parted?.heads[shard] ?? 0;
  return { shard, id: (newest?.id ?? 0) + 1, era, root, openedAt: now, keptN, lostN: keptN };
};

/** A phone of somebody, at a time. */
type Witness = { readonly device: string; readonly account: string; readonly now: number };

const put = async (tx: WriteTx, seen: LostAt, now: number): Promise<StoredRecovery> => {
  const found = await find(tx, seen, now);
  const recovery = { ...found, lostN: Math.max(found.lostN, seen.n) };
  await tx.putRecovery(recovery);
  return recovery;
};

const report = async (
  tx: WriteTx,
  { recovery: { shard, id: recovery }, n: seenN }: { readonly recovery: StoredRecovery; readonly n: number },
  { device, account, now: reportedAt }: Witness,
): Promise<void> =>
  tx.putRecoveryReport({ shard, recovery, device, account, seenN, reportedAt, doneAt: null });

/** Notes that a phone knows more than the server: its position is not on the chain. */
export const noteFork = async (
  tx: WriteTx,
  { scope, position, root }: { readonly scope: string; readonly position: Position; readonly root: string },
  witness: Witness,
): Promise<void> => {
  const shard = parseScope(scope)?.shard;
  const { n } = position;
  if (shard) await report(tx, { recovery: await put(tx, { shard, root, n }, witness.now), n }, witness);
};

/** Highest line that a request speaks of in each lost history of each shard. */
export const lostLinesIn = ({ ops, give = [] }: SyncRequest): readonly LostAt[] => {
  const highest = new Map<string, LostAt>();
  const see = (seen: LostAt): void => {
    const key = keyOf(seen);
    if (seen.n > (highest.get(key)?.n ?? 0)) highest.set(key, seen);
  };
  for (const { s: shard, m = [] } of ops) for (const [root, n] of m) see({ shard, root, n });
  for (const { s: shard, n, root = '' } of give) see({ shard, root, n });
  return [...highest.values()];
};

/** The lost histories that one request speaks of, so that each is looked up once and not once a line. */
export type Book = ReadonlyMap<string, StoredRecovery>;
const keyOf = ({ shard, root }: Omit<LostAt, 'n'>): string => `${shard} ${root}`;

/**
 * Notes that a phone brings lines of lost histories back. It need not have been told of the loss by this server: it may
 * have heard of it before a second one.
 */
export const noteBringing = async (
  tx: WriteTx,
  lines: readonly LostAt[],
  witness: Witness,
): Promise<Book> => {
  const book = new Map<string, StoredRecovery>();
  for (const seen of lines) {
    const recovery = await put(tx, seen, witness.now);
    book.set(keyOf(seen), recovery);
    const reports = await tx.recoveryReports(seen.shard, recovery.id);
    if (!reports.some(({ device }) => device === witness.device))
      await report(tx, { recovery, n: seen.n }, witness);
  }
  return book;
};

/** Notes that a line of a lost history has come back. */
export const noteReturned = async (tx: WriteTx, book: Book, { shard, root, n }: LostAt): Promise<void> => {
  const recovery = book.get(keyOf({ shard, root }));
  if (recovery && n > recovery.keptN) await tx.addRecoveredLine({ shard, recovery: recovery.id, n });
};

/** Notes that a phone has brought back all that it holds, in every shard where it had reported. */
export const noteDone = async (
  tx: WriteTx,
  shards: readonly string[],
  { device, now }: { readonly device: string; readonly now: number },
): Promise<void> => {
  for (const shard of shards)
    for (const { id } of await tx.recoveries(shard)) {
      const reports = await tx.recoveryReports(shard, id);
      const mine = reports.find((one) => one.device === device && one.doneAt === null);
      if (mine) await tx.putRecoveryReport({ ...mine, doneAt: now });
    }
};
