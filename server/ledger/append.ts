import type { AnyRecord } from '../../shared/records/index.ts';
import type { StoredCommand, StoredVerdict, WriteTx } from '../store/index.ts';
import { chainHash, commitmentOf, idOf } from './chain.ts';

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
  const commitment = commitmentOf(command.salt, command.content.body);
  const line = { n: before.n + 1, h: chainHash(before.h, idOf(command), commitment) };
  const outcome: StoredVerdict =
    verdict === 'ok' ? { verdict, ...line } : { verdict, ...line, head: record.head };
  await tx.putRecord({ n: line.n, record });
  await tx.insertCommand({ ...command, commitment, outcome });
  await tx.advanceShard(shard, line);
  return outcome;
};

/** Keeps a refusal, outside the chain, so that a repeat gets the same answer. */
export const keepRefusal = async (
  tx: WriteTx,
  command: Unnumbered,
  outcome: Extract<StoredVerdict, { verdict: 'no' }>,
): Promise<StoredVerdict> => {
  const commitment = commitmentOf(command.salt, command.content.body);
  await tx.insertCommand({ ...command, commitment, outcome });
  return outcome;
};
