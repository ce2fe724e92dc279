import { gapsBetween, type Recovery } from '../../shared/protocol/index.ts';
import type { ReadTx, StoredDevice, StoredRecovery, StoredRecoveryReport } from '../store/index.ts';

type Phone = Recovery['done'][number];

const phoneOf = async (
  tx: ReadTx,
  device: Pick<StoredDevice, 'account' | 'label'> | null,
  at: number,
): Promise<Phone> => {
  const account = device && (await tx.accountById(device.account));
  return { nama: account?.nama ?? '', label: device?.label ?? '', at };
};

const phonesOf = async (tx: ReadTx, reports: readonly StoredRecoveryReport[]): Promise<readonly Phone[]> => {
  const phones: Phone[] = [];
  for (const { device, account, reportedAt } of reports) {
    const row = await tx.device(device);
    phones.push(await phoneOf(tx, { account, label: row?.label ?? '' }, reportedAt));
  }
  return phones;
};

/** Phones of the school that have not been heard of since, by the last time that they were. */
const silentSince = async (
  tx: ReadTx,
  { shard, openedAt }: StoredRecovery,
  reports: readonly StoredRecoveryReport[],
): Promise<Phone[]> => {
  const reported = new Set(reports.map(({ device }) => device));
  const silent: Phone[] = [];
  for (const device of await tx.devicesIn(shard))
    if (!reported.has(device.id) && device.seenAt < openedAt)
      silent.push(await phoneOf(tx, device, device.seenAt));
  return silent.sort((a, b) => b.at - a.at);
};

const viewOf = async (tx: ReadTx, recovery: StoredRecovery): Promise<Recovery> => {
  const { shard, id, openedAt, keptN, lostN } = recovery;
  const lines = await tx.recoveredLines(shard, id);
  const reports = await tx.recoveryReports(shard, id);
  return {
    s: shard,
    id,
    at: openedAt,
    kept: keptN,
    lost: lostN,
    back: lines.length,
    missing: gapsBetween(keptN, lostN, lines),
    done: [
      ...(await phonesOf(
        tx,
        reports.filter(({ doneAt }) => doneAt !== null),
      )),
    ],
    busy: [
      ...(await phonesOf(
        tx,
        reports.filter(({ doneAt }) => doneAt === null),
      )),
    ],
    silent: await silentSince(tx, recovery, reports),
  };
};

/** Every lost history of a shard, newest first, with exactly the lines that have not come back. */
export const recoveriesOf = async (tx: ReadTx, shard: string): Promise<readonly Recovery[]> => {
  const views: Recovery[] = [];
  for (const recovery of await tx.recoveries(shard)) views.push(await viewOf(tx, recovery));
  return views;
};
