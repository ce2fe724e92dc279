import { definitionOf } from '../../shared/commands/index.ts';
import { type Jumlah, jumlahRekam, menungguPutusan, VERSI_JUMLAH } from '../../shared/pantau/index.ts';
import type { WireVerdict } from '../../shared/protocol/index.ts';
import { type StoredCommand, type StoredRecord, StoreUnavailableError } from '../store/index.ts';
import { nextLine, refusedLine } from './append.ts';
import { hashOf, keepTextOf } from './chain.ts';
import { arrivedAt, CommandFault, type Desk, type Incoming, judgeBy, satkerOf, settledBy } from './decide.ts';
import type { Gathered } from './gathered.ts';
import { wireVerdict } from './receipts.ts';

/*
 * What a phone brings after days without a signal is mostly creations under numbers that were never used, in a school that
 * has lost no history. Nothing is known of them and nothing stands beside them, so there is nothing to look up between one
 * and the next: such a run is decided without a wait, and its records and lines are written together. It comes to the same
 * as command by command (`handle`), where everything else goes.
 */

/** True for a command that is judged by the school's settings alone. */
const standsAlone = ({ kind, record, base }: Incoming['content']): boolean => {
  const definition = definitionOf(kind);
  if (!definition || record !== null || base !== null) return false;
  // The settings themselves count for what comes after them.
  return definition.creates && !definition.unique && definition.record !== 'satker';
};

/** How many commands from the first on are fresh: of one school, under rising numbers that were never used. */
export const countFresh = async (
  { isNew, isLossless }: Gathered,
  commands: readonly Incoming[],
): Promise<number> => {
  const shard = commands[0]?.content.shard;
  const isFresh = ({ device, number, content }: Incoming, i: number): boolean =>
    content.shard === shard &&
    standsAlone(content) &&
    isNew(device, number) &&
    number > (commands[i - 1]?.number ?? 0);
  const stop = commands.findIndex((command, i) => !isFresh(command, i));
  const count = stop < 0 ? commands.length : stop;
  return count > 0 && (await isLossless(shard ?? '')) ? count : 0;
};

/** Decides fresh commands of one school and stores what became of them. */
export const takeFresh = async (
  { tx }: Gathered,
  commands: readonly [Incoming, ...Incoming[]],
  desk: Desk,
): Promise<WireVerdict[]> => {
  const { shard } = commands[0].content;
  const satker = await satkerOf(tx, shard, desk.settings);
  const before = await tx.lockShard(shard);
  const held = { record: null, baseKnown: false, satker, siblings: [] };
  const records: StoredRecord[] = [];
  const figures: Jumlah[] = [];
  const lines: StoredCommand[] = [];
  let head = before;
  const take = (incoming: Incoming): WireVerdict => {
    const { device, number, content } = incoming;
    const arrived = arrivedAt({ device, number, content, hash: hashOf(content) }, desk);
    const { actor, early, named } = arrived;
    const settled = settledBy(arrived, early ?? judgeBy(named, held, { actor, now: desk.now }), desk);
    // What creates waits for nothing.
    if (settled.verdict === 'wait') throw new Error(`${content.kind} waits for a base that it has not`);
    const isRefused = settled.verdict === 'no';
    const stored = isRefused ? refusedLine(settled.command, settled.outcome) : nextLine(head, settled).stored;
    lines.push(stored);
    const { outcome } = stored;
    if (!isRefused && outcome.verdict !== 'no') {
      head = { n: outcome.n, h: outcome.h };
      keepTextOf(content.body, settled.record.content);
      const { record, command } = settled;
      records.push({ n: outcome.n, record });
      figures.push(...jumlahRekam(record, menungguPutusan(record) ? command.receivedAt : null));
    }
    return wireVerdict(number, outcome);
  };
  try {
    const verdicts = commands.map(take);
    await tx.insertCommands(lines);
    if (records.length === 0) return verdicts;
    if (before.n === 0) await tx.putFigureVersion({ shard, version: VERSI_JUMLAH });
    await tx.putRecords(records);
    await tx.advanceShard(shard, head);
    for (const figure of figures) await tx.addFigure({ shard, ...figure });
    return verdicts;
  } catch (cause) {
    if (cause instanceof StoreUnavailableError) throw cause;
    throw new CommandFault({ cause });
  }
};
