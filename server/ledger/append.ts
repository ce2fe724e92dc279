import type { AnyRecord } from '../../shared/records/index.ts';
import type { StoredCommand, StoredVerdict, WriteTx } from '../store/index.ts';
import { chainHash, commitmentOf, idOf } from './chain.ts';
import { keepFigures } from './figures.ts';

/** A command that was decided but has no number yet. */
export type Unnumbered = Omit<StoredCommand, 'commitment' | 'outcome'>;

/** What is to be appended: the record as it stands after it; `head` where a competing version was stored. */
type Accepted = { readonly command: Unnumbered; readonly record: AnyRecord; readonly verdict: 'ok' | 'beda' };

/**
 * Gives the command the shard's next number, chains it, and writes record and command with that number. Also a command
 * that left the record as it was moves its number on: the phone learns from it that its command is in there.
 */
export const append = async (tx: WriteTx, { command, record, verdict }: Accepted): Promise<StoredVerdict> => {
  const { shard } = command.content;
  const before = await tx.lockShard(shard);
  const n = before.n + 1;
  const decided = (h: Uint8Array): StoredVerdict =>
    verdict === 'ok' ? { verdict, n, h } : { verdict, n, h, head: record.head };
  const commitment = commitmentOf({ ...command, outcome: decided(before.h) });
  const line = { n, h: chainHash(before.h, idOf(command), commitment) };
  const outcome = decided(line.h);
  const old = command.content.record === null ? null : await tx.record(shard, record.id);
  await tx.putRecord({ n: line.n, record });
  await tx.insertCommand({ ...command, commitment, outcome });
  await tx.advanceShard(shard, line);
  const { base } = command.content;
  await keepFigures(
    tx,
    { shard, n, id: idOf(command), base },
    { before: old?.record ?? null, after: record },
  );
  return outcome;
};

/** Keeps a refusal, outside the chain, so that a repeat gets the same answer. */
export const keepRefusal = async (
  tx: WriteTx,
  command: Unnumbered,
  outcome: Extract<StoredVerdict, { verdict: 'no' }>,
): Promise<StoredVerdict> => {
  const commitment = commitmentOf({ ...command, outcome });
  await tx.insertCommand({ ...command, commitment, outcome });
  return outcome;
};
