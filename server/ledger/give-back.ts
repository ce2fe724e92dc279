import {
  type CommandContent,
  contentHash,
  fromWireRecord,
  parseCommandId,
  type WireGrant,
  type WireRecord,
} from '../../shared/protocol/index.ts';
import { GIVEN_BACK, StoreUnavailableError, type WriteTx } from '../store/index.ts';
import { append, type Unnumbered } from './append.ts';
import { digest } from './chain.ts';
import type { Desk } from './decide.ts';
import { type Merged, merge, type WithHistory } from './merge.ts';
import { type Book, noteReturned } from './recovery.ts';
import { historyIn, isSealed, type SealKeys } from './seal.ts';

/*
 * After a restore, phones give back the records that the server had sealed and lost. The seal proves where they come
 * from, the history in it what they contain; a forged or foreign one is passed over, since there is nothing to answer.
 */

const SYSTEM = { id: 'sistem', nama: 'Sistem', peran: ['sistem'] as const };

/** A record from a lost history, with the ids in its history. */
export const lostRecord = (wire: WireRecord): WithHistory => ({
  record: fromWireRecord(wire).record,
  ids: new Set(historyIn(wire).map(([id]) => id)),
});

/** What the server has now under that id. */
const presentRecord = async (tx: WriteTx, { s: shard, id }: WireRecord): Promise<WithHistory | null> => {
  const stored = await tx.record(shard, id);
  if (!stored) return null;
  const history = (await tx.historiesOf(shard, [id])).get(id) ?? [];
  return { record: stored.record, ids: new Set(history.map(([one]) => one)) };
};

type Giving = {
  readonly grants: readonly WireGrant[];
  readonly device: string;
  readonly keys: SealKeys;
  readonly desk: Desk;
  /** What is known of the histories that these records come from. */
  readonly book: Book;
};

const bringBack = async (
  tx: WriteTx,
  wire: WireRecord,
  { device, desk }: Giving,
  merged: Exclude<Merged, { verdict: 'sudah' }>,
): Promise<void> => {
  const { n } = await tx.chainHead(wire.s);
  const content: CommandContent = {
    kind: GIVEN_BACK,
    version: 1,
    shard: wire.s,
    record: wire.id,
    base: null,
    at: desk.now,
    body: { rekam: wire, dari: device },
  };
  const command: Unnumbered = {
    device: 'pulih',
    number: n + 1,
    hash: await contentHash(content, digest),
    content,
    actor: SYSTEM,
    receivedAt: desk.now,
    salt: desk.randomBytes(16),
    envelope: null,
  };
  const outcome = await append(tx, { command, ...merged });
  if (outcome.verdict !== 'no') await enterSkeletons(tx, wire, outcome.n);
};

/** The commands of its history are known from now on, so that bases resolve and their authors' copies are repeats. */
const enterSkeletons = async (tx: WriteTx, wire: WireRecord, n: number): Promise<void> => {
  for (const [id, lostN] of historyIn(wire)) {
    const isKnown = (await tx.isInHistory(wire.s, wire.id, id)) || parseCommandId(id) === null;
    if (!isKnown) await tx.putSkeleton({ shard: wire.s, id, record: wire.id, n, lostN, content: null });
  }
};

const giveOne = async (tx: WriteTx, given: WireRecord, giving: Giving): Promise<void> => {
  const { root = '', ...wire } = given;
  if (!giving.grants.some(({ s }) => s === wire.s) || !isSealed(giving.keys, wire)) return;
  const merged = merge(await presentRecord(tx, wire), lostRecord(wire));
  if (merged.verdict !== 'sudah') await bringBack(tx, wire, giving, merged);
  for (const [, n] of historyIn(wire)) await noteReturned(tx, giving.book, { shard: wire.s, root, n });
};

/** Takes in what a phone gives back; one that cannot be taken does not hold up the others. */
export const takeBack = async (tx: WriteTx, given: readonly WireRecord[], giving: Giving): Promise<void> => {
  for (const wire of given) {
    try {
      await tx.savepoint(() => giveOne(tx, wire, giving));
    } catch (cause) {
      if (cause instanceof StoreUnavailableError) throw cause;
      giving.desk.onFault(cause, wire.id);
    }
  }
};
