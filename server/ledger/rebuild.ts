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
import { readableLines } from './evidence.ts';
import { lostRecord } from './give-back.ts';
import { type Merged, merge, type WithHistory } from './merge.ts';

/** A record, or a verdict, that does not follow from the ledger; `n` is the line that made it so. */
export type Difference = {
  readonly shard: string;
  readonly n: number;
  readonly id: string;
  readonly what: 'putusan' | 'rekam' | 'hilang' | 'lebih';
};

/** What deciding may look up while a shard is decided anew: only what the commands before made. */
type Replay = Pick<ReadTx, 'record' | 'isInHistory' | 'recordsOfKind'>;

const EVERY = Number.MAX_SAFE_INTEGER;

/**
 * Decides every command of a shard again, by the rules of now with the actor and clock of then, and names what is
 * stored differently: a verdict, a record, one that is missing, one too many. Empty where records are what the ledger says.
 */
export const compareWithLedger = async (
  store: Pick<Store, 'read'>,
  shard: string,
): Promise<readonly Difference[]> => compare(store, shard, await replay(store, shard));

type Replayed = {
  readonly records: ReadonlyMap<string, StoredRecord>;
  readonly differences: readonly Difference[];
};

/** Records in a row that cannot be read are passed over: an audit names the row. */
const compare = async (
  store: Pick<Store, 'read'>,
  shard: string,
  replayed: Replayed,
): Promise<readonly Difference[]> => {
  const { records } = replayed;
  const differences = [...replayed.differences];
  const stored = await store.read((tx) => tx.auditShard('records', { shard, afterN: -1, limit: EVERY }));
  for (const { id, n, value } of stored) {
    const made = records.get(id);
    if (!made) differences.push({ shard, n: n ?? 0, id, what: 'lebih' });
    else if (value && canonicalJson(made) !== canonicalJson(value))
      differences.push({ shard, n: made.n, id, what: 'rekam' });
  }
  const known = new Set(stored.map(({ id }) => id));
  for (const [id, { n }] of records) if (!known.has(id)) differences.push({ shard, n, id, what: 'hilang' });
  return differences;
};

/**
 * Makes a shard's records anew from its ledger, in one transaction, and gives what was stored differently before. Nothing
 * is written where a command of the ledger would be decided otherwise today: no rule of now takes an accepted entry away.
 */
export const rebuildRecords = async (
  store: Store,
  shard: string,
): Promise<{
  readonly ok: boolean;
  readonly records: number;
  readonly differences: readonly Difference[];
}> => {
  const { n } = await store.read((tx) => tx.chainHead(shard));
  const replayed = await replay(store, shard);
  const differences = await compare(store, shard, replayed);
  const { records } = replayed;
  if (replayed.differences.length > 0) return { ok: false, records: records.size, differences };
  const isWritten = await store.write(
    async (tx) => {
      // Longer meanwhile: records made from fewer lines would take away what was accepted since.
      if ((await tx.lockShard(shard)).n !== n) return false;
      await tx.removeRecordsOf(shard);
      for (const stored of records.values()) await tx.putRecord(stored);
      return true;
    },
    { shards: [shard] },
  );
  return isWritten ? { ok: true, records: records.size, differences } : rebuildRecords(store, shard);
};

const replay = async (store: Pick<Store, 'read'>, shard: string): Promise<Replayed> => {
  const records = new Map<string, StoredRecord>();
  const histories = new Map<string, Set<string>>();
  const differences: Difference[] = [];
  const lookUp = replayOf(records, histories);
  for await (const line of readableLines(store, shard)) {
    if (line.outcome.verdict === 'no') continue;
    const lost = givenBack(line);
    const decision = lost
      ? merge(presentIn(records, histories, lost.record.id), lost)
      : await judge(lookUp, line, { actor: line.actor, now: line.receivedAt });
    const record = recordIn(decision);
    if (!record || decision.verdict !== line.outcome.verdict)
      differences.push({ shard, n: line.outcome.n, id: idOf(line), what: 'putusan' });
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
  recordsOfKind: async (_shard, kind, owner) =>
    [...records.values()].filter(
      ({ record }) => record.kind === kind && (owner === undefined || record.owner === owner),
    ),
});
