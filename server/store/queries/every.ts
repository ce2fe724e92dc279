import type { ReadTx, WriteTx } from '../port.ts';
import { activationReads, activationWrites } from './activation.ts';
import { auditReads } from './audit.ts';
import { documentReads, documentWrites } from './documents.ts';
import { hilangReads, hilangWrites } from './hilang.ts';
import { historyReads, historyWrites } from './history.ts';
import { ledgerReads, ledgerWrites } from './ledger.ts';
import { lostReads, lostWrites } from './lost.ts';
import { markReads, markWrites } from './marks.ts';
import { officeReads } from './office.ts';
import { overdueReads, overdueWrites } from './overdue.ts';
import { pantauReads, pantauWrites } from './pantau.ts';
import { passkeyReads, passkeyWrites } from './passkeys.ts';
import { peopleReads, peopleWrites } from './people.ts';
import { photoReads, photoWrites } from './photos.ts';
import { publikReads, publikWrites } from './publik.ts';
import { recordReads, recordWrites } from './records.ts';
import { recoveryReads, recoveryWrites } from './recovery.ts';
import { reminderReads, reminderWrites } from './reminder.ts';
import type { Room } from './statements.ts';
import { uploadReads, uploadWrites } from './uploads.ts';

/** All that may be asked through one connection. */
export const reads = (room: Room): ReadTx => ({
  ...ledgerReads(room),
  ...recordReads(room),
  ...peopleReads(room),
  ...photoReads(room),
  ...historyReads(room),
  ...lostReads(room),
  ...recoveryReads(room),
  ...documentReads(room),
  ...activationReads(room),
  ...passkeyReads(room),
  ...reminderReads(room),
  ...hilangReads(room),
  ...markReads(room),
  ...overdueReads(room),
  ...uploadReads(room),
  ...publikReads(room),
  ...pantauReads(room),
  ...auditReads(room),
  ...officeReads(room),
});

/** All that may be asked and changed through one connection, but for the savepoint, which is the dialect's own. */
export const writes = (room: Room): Omit<WriteTx, 'savepoint'> => {
  const reading = reads(room);
  return {
    ...reading,
    ...ledgerWrites(room, reading),
    ...recordWrites(room),
    ...peopleWrites(room),
    ...photoWrites(room),
    ...documentWrites(room),
    ...activationWrites(room),
    ...passkeyWrites(room),
    ...reminderWrites(room),
    ...hilangWrites(room),
    ...markWrites(room),
    ...overdueWrites(room),
    ...uploadWrites(room),
    ...publikWrites(room),
    ...pantauWrites(room),
    ...historyWrites(room),
    ...lostWrites(room),
    ...recoveryWrites(room),
  };
};
