import type { AnyRecord } from '../../shared/records/index.ts';
import type { ChainHead, StoredCommand, StoredVerdict, WriteTx } from '../store/index.ts';
import { chainHash, commitmentOf, idOf } from './chain.ts';
import { keepFigures } from './figures.ts';

/** A command that was decided but has no number yet. */
export type Unnumbered = Omit<StoredCommand, 'commitment' | 'outcome'>;

/** What is to be appended: the record as it stands after it; `head` where a competing version was stored. */
type Accepted = { readonly command: Unnumbered; readonly record: AnyRecord; readonly verdict: 'ok' | 'beda' };

/** The command as the next line after `before`: its verdict, and what the chain holds of it. */
export const nextLine = (
  before: ChainHead,
  { command, record, verdict }: Accepted,
): { readonly line: ChainHead; readonly stored: StoredCommand } => {
  const n = before.n + 1;
  const decided = (h: Uint8Array): StoredVerdict =>
    verdict === 'ok' ? { verdict, n, h } : { verdict, n, h, head: record.head };
  const commitment = commitmentOf({ ...command, outcome: decided(before.h) });
  const line = { n, h: chainHash(before.h, idOf(command), commitment) };
  return { line, stored: { ...command, commitment, outcome: decided(line.h) } };
};

/**
 * Gives the command the shard's next number, chains it, and writes record and command with that number. Also a command
 * that left the record as it was moves its number on: the phone learns from it that its command is in there.
 */
export const append = async (tx: WriteTx, accepted: Accepted): Promise<StoredVerdict> => {
  const { command, record } = accepted;
  const { shard, base } = command.content;
  const { line, stored } = nextLine(await tx.lockShard(shard), accepted);
  const old = command.content.record === null ? null : await tx.record(shard, record.id);
  await tx.putRecord({ n: line.n, record });
  await tx.insertCommand(stored);
  await tx.advanceShard(shard, line);
  const { receivedAt } = command;
  await keepFigures(
    tx,
    { ...{ shard, base, receivedAt }, n: line.n, id: idOf(command) },
    { before: old?.record ?? null, after: record },
  );
  return stored.outcome;
};

/** A refused command as it is kept. */
export const refusedLine = (
  command: Unnumbered,
  outcome: Extract<StoredVerdict, { verdict: 'no' }>,
): StoredCommand => ({ ...command, commitment: commitmentOf({ ...command, outcome }), outcome });

/** Keeps a refusal, outside the chain, so that a repeat gets the same answer. */
export const keepRefusal = async (
  tx: WriteTx,
  command: Unnumbered,
  outcome: Extract<StoredVerdict, { verdict: 'no' }>,
): Promise<StoredVerdict> => {
  await tx.insertCommand(refusedLine(command, outcome));
  return outcome;
};
