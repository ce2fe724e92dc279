import { type Position, parseScope } from '../../shared/protocol/index.ts';
import type { ReadTx, StoredEra, StoredRecovery, WriteTx } from '../store/index.ts';

/*
 * What is known of a history that was lost by putting back an older copy: which lines it had, which have come back, who
 * has reported. It opens by itself at the first phone that knows more than the server.
 */

/** Cause of a run of the server that began with an older copy. */
export const RESTORED = 'pulih';

/** The run in which the lost history parted from this one: the last that began with an older copy, else this run. */
const partedIn = async (tx: ReadTx): Promise<StoredEra | undefined> => {
  const eras = await tx.eras();
  return eras.find(({ cause }) => cause === RESTORED) ?? eras[0];
};

const current = async (tx: ReadTx, shard: string): Promise<StoredRecovery | null> => {
  const [newest] = await tx.recoveries(shard);
  return newest ?? null;
};

const openRecovery = async (tx: WriteTx, shard: string, now: number): Promise<StoredRecovery> => {
  const [newest, era] = [await current(tx, shard), await partedIn(tx)];
  if (newest && newest.era === era?.id) return newest;
  const keptN = era?.heads[shard] ?? 0;
  return {
    shard,
    id: (newest?.id ?? 0) + 1,
    era: era?.id ?? '',
    openedAt: now,
    keptN,
    lostN: keptN,
  };
};

/** A phone of somebody, at a time. */
type Witness = { readonly device: string; readonly account: string; readonly now: number };

const report = async (
  tx: WriteTx,
  seen: { readonly shard: string; readonly n: number },
  { device, account, now }: Witness,
): Promise<void> => {
  const open = await openRecovery(tx, seen.shard, now);
  const recovery = { ...open, lostN: Math.max(open.lostN, seen.n) };
  await tx.putRecovery(recovery);
  const told = { shard: seen.shard, recovery: recovery.id, device, account, seenN: seen.n };
  await tx.putRecoveryReport({ ...told, reportedAt: now, doneAt: null });
};

/** Notes that a phone knows more than the server: its position is not on the chain. */
export const noteFork = async (
  tx: WriteTx,
  { scope, position }: { readonly scope: string; readonly position: Position },
  witness: Witness,
): Promise<void> => {
  const shard = parseScope(scope)?.shard;
  if (shard) await report(tx, { shard, n: position.n }, witness);
};

/**
 * Notes that a phone brings lines of a lost history back. It need not have been told of the loss by this server: it may
 * have heard of it before a second one.
 */
export const noteBringing = async (
  tx: WriteTx,
  lines: { readonly shard: string; readonly n: number },
  witness: Witness,
): Promise<void> => {
  const { id } = await openRecovery(tx, lines.shard, witness.now);
  const reports = await tx.recoveryReports(lines.shard, id);
  if (!reports.some(({ device }) => device === witness.device)) await report(tx, lines, witness);
};

/** Notes that a line of the lost history has come back. */
export const noteReturned = async (tx: WriteTx, shard: string, lostN: number): Promise<void> => {
  const recovery = await current(tx, shard);
  if (!recovery || lostN <= recovery.keptN) return;
  if (lostN > recovery.lostN) await tx.putRecovery({ ...recovery, lostN });
  await tx.addRecoveredLine({ shard, recovery: recovery.id, n: lostN });
};

/** Notes that a phone has brought back all that it holds, in every shard where it had reported. */
export const noteDone = async (
  tx: WriteTx,
  shards: readonly string[],
  { device, now }: { readonly device: string; readonly now: number },
): Promise<void> => {
  for (const shard of shards) {
    const recovery = await current(tx, shard);
    if (!recovery) continue;
    const reports = await tx.recoveryReports(shard, recovery.id);
    const mine = reports.find((report) => report.device === device && report.doneAt === null);
    if (mine) await tx.putRecoveryReport({ ...mine, doneAt: now });
  }
};
