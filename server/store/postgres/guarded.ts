import type { StoredCommand, WriteTx } from '../port.ts';

/** Why a work is run again: it lost against another, or it holds too little. */
export type Again = 'conflict' | 'more';

/** What a work holds, and what it turned out to need as well. */
export type Holding = {
  /** Shards that are held. */
  held: ReadonlySet<string>;
  /** The work may find out on its way that it needs more. */
  growing: boolean;
  /** What it needs and does not hold. */
  missing: string | null;
  again: Again | null;
};

const assertHeld = (holding: Holding, shard: string): void => {
  if (holding.held.has(shard)) return;
  if (!holding.growing)
    throw new Error(`${shard} is written without being held: name it in write(work, { shards })`);
  holding.again = 'more';
  holding.missing = shard;
  throw new Error(`${shard} is needed as well`);
};

/** A refusal lies beside the ledger, and needs nobody's leave. */
const assertLineHeld = (holding: Holding, { outcome, content }: StoredCommand): void => {
  if (outcome.verdict !== 'no') assertHeld(holding, content.shard);
};

/** The verbs that lengthen a ledger or change its records ask whether it is held. */
export const guarded = (tx: Omit<WriteTx, 'savepoint'>, holding: Holding): Omit<WriteTx, 'savepoint'> => ({
  ...tx,
  lockShard: async (shard) => {
    assertHeld(holding, shard);
    return tx.lockShard(shard);
  },
  advanceShard: async (shard, head) => {
    assertHeld(holding, shard);
    return tx.advanceShard(shard, head);
  },
  insertCommand: async (command) => {
    assertLineHeld(holding, command);
    return tx.insertCommand(command);
  },
  insertCommands: async (commands) => {
    for (const command of commands) assertLineHeld(holding, command);
    return tx.insertCommands(commands);
  },
  putRecord: async (stored) => {
    assertHeld(holding, stored.record.shard);
    return tx.putRecord(stored);
  },
  putRecords: async (list) => {
    for (const { record } of list) assertHeld(holding, record.shard);
    return tx.putRecords(list);
  },
  removeRecordsOf: async (shard) => {
    assertHeld(holding, shard);
    return tx.removeRecordsOf(shard);
  },
  putSkeleton: async (skeleton) => {
    assertHeld(holding, skeleton.shard);
    return tx.putSkeleton(skeleton);
  },
  putRecovery: async (recovery) => {
    assertHeld(holding, recovery.shard);
    return tx.putRecovery(recovery);
  },
});
