import type { Decision } from '../../shared/commands/index.ts';
import { canonicalJson, type WireRecord } from '../../shared/protocol/index.ts';
import type { AnyRecord } from '../../shared/records/index.ts';
import {
  GIVEN_BACK,
  type ReadTx,
  type Store,
  type StoredCommand,
  type StoredRecord,
} from '../store/index.ts';
import { idOf } from './chain.ts';
import { judge } from './decide.ts';
import { lostRecord } from './give-back.ts';
import { type Merged, merge, type WithHistory } from './merge.ts';

const PAGE = 500;

/** A record, or a verdict, that does not follow from the ledger. */
export type Difference = {
  readonly shard: string;
  readonly id: string;
  readonly what: 'putusan' | 'rekam' | 'hilang' | 'lebih';
};

/** What deciding may look up while a shard is decided anew: only what the commands before made. */
type Replay = Pick<ReadTx, 'record' | 'isInHistory' | 'recordsOfKind'>;

/**
 * Decides every command of a shard again, by the rules of now with the actor and clock of then, and names what is
 * stored differently: a verdict, a record, one that is missing, one too many. Empty where records are what the ledger says.
 */
export const compareWithLedger = async (store: Store, shard: string): Promise<readonly Difference[]> => {
  const { records, differences } = await replay(store, shard);
  const stored = await store.read((tx) =>
    tx.changedRecords({ shard, afterN: 0, owners: null, limit: records.size + 1 }),
  );
  const known = new Set(stored.map(({ record }) => record.id));
  for (const row of stored) {
    const made = records.get(row.record.id);
    if (!made) differences.push({ shard, id: row.record.id, what: 'lebih' });
    else if (canonicalJson(made) !== canonicalJson(row))
      differences.push({ shard, id: row.record.id, what: 'rekam' });
  }
  for (const id of records.keys()) if (!known.has(id)) differences.push({ shard, id, what: 'hilang' });
  return differences;
};

const replay = async (
  store: Store,
  shard: string,
): Promise<{ records: Map<string, StoredRecord>; differences: Difference[] }> => {
  const records = new Map<string, StoredRecord>();
  const histories = new Map<string, Set<string>>();
  const differences: Difference[] = [];
  const lookUp = replayOf(records, histories);
  for await (const line of linesOf(store, shard)) {
    if (line.outcome.verdict === 'no') continue;
    const lost = givenBack(line);
    const decision = lost
      ? merge(presentIn(records, histories, lost.record.id), lost)
      : await judge(lookUp, line, { actor: line.actor, now: line.receivedAt });
    const record = recordIn(decision);
    if (!record || decision.verdict !== line.outcome.verdict)
      differences.push({ shard, id: idOf(line), what: 'putusan' });
    if (!record) continue;
    records.set(record.id, { n: line.outcome.n, record });
    const history = histories.get(record.id) ?? new Set();
    for (const id of lost?.ids ?? [idOf(line)]) history.add(id);
    histories.set(record.id, history);
  }
  return { records, differences };
};

/** The record that a line brought back from a lost history; null for every other line. */
const givenBack = ({ content }: StoredCommand): WithHistory | null =>
  content.kind === GIVEN_BACK ? lostRecord((content.body as { rekam: WireRecord }).rekam) : null;

const presentIn = (
  records: ReadonlyMap<string, StoredRecord>,
  histories: ReadonlyMap<string, ReadonlySet<string>>,
  id: string,
): WithHistory | null => {
  const stored = records.get(id);
  return stored ? { record: stored.record, ids: histories.get(id) ?? new Set() } : null;
};

const recordIn = (decision: Decision | Merged): AnyRecord | null =>
  decision.verdict === 'ok' || decision.verdict === 'beda' ? decision.record : null;

const replayOf = (
  records: ReadonlyMap<string, StoredRecord>,
  histories: ReadonlyMap<string, ReadonlySet<string>>,
): Replay => ({
  record: async (_shard, id) => records.get(id) ?? null,
  isInHistory: async (_shard, record, commandId) => histories.get(record)?.has(commandId) ?? false,
  recordsOfKind: async (_shard, kind) => [...records.values()].filter(({ record }) => record.kind === kind),
});

async function* linesOf(store: Store, shard: string): AsyncGenerator<StoredCommand> {
  let after = 0;
  for (;;) {
    const from = after;
    const page = await store.read((tx) => tx.ledgerLines(shard, from, PAGE));
    yield* page;
    const last = page.at(-1)?.outcome;
    if (!last || last.verdict === 'no') return;
    after = last.n;
  }
}
