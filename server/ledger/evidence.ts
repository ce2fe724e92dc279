import type { DeviceKey } from '../../shared/protocol/index.ts';
import type { Audited, AuditedTables, ReadTx, Store, StoredCommand, StoredEnvelope } from '../store/index.ts';
import { unpackEnvelope } from './envelope.ts';

/** A device with what its signatures are checked by. */
export type DeviceEvidence = { readonly id: string; readonly account: string; readonly key: DeviceKey };

/** A signed request with its bytes as they were signed: null once erased, empty where they cannot be had back. */
export type EnvelopeEvidence = Omit<StoredEnvelope, 'bytes'> & { readonly signed: Uint8Array | null };

/**
 * All that the ledger rests on, in the order in which it can be checked: devices; then school by school each signed
 * request before its first line, the lines in order, and the school's head. The same whether it comes from the database
 * or from an exported file.
 */
export type Evidence =
  | { readonly kind: 'perangkat'; readonly device: DeviceEvidence }
  | { readonly kind: 'amplop'; readonly envelope: EnvelopeEvidence }
  | { readonly kind: 'baris'; readonly line: StoredCommand }
  | { readonly kind: 'kepala'; readonly shard: string; readonly n: number; readonly h: Uint8Array };

const PAGE = 500;

type Page<T extends keyof AuditedTables> = Awaited<ReturnType<ReadTx['audit']>> & {
  readonly rows: readonly Audited<AuditedTables[T]>[];
};

/** Pages of a whole table, as an audit reads it. */
export async function* auditedPages<T extends keyof AuditedTables>(
  store: Pick<Store, 'read'>,
  table: T,
): AsyncGenerator<readonly Audited<AuditedTables[T]>[]> {
  let after: string | null = null;
  do {
    const from: string | null = after;
    const page: Page<T> = await store.read((tx) => tx.audit(table, from, PAGE));
    yield page.rows;
    after = page.next;
  } while (after !== null);
}

/** Lines of a shard in order, without those that cannot be read. */
export async function* readableLines(
  store: Pick<Store, 'read'>,
  shard: string,
): AsyncGenerator<StoredCommand> {
  let afterN = 0;
  for (;;) {
    const from = afterN;
    const page = await store.read((tx) => tx.auditShard('commands', { shard, afterN: from, limit: PAGE }));
    for (const { value } of page) if (value) yield value;
    const last = page.at(-1)?.n ?? null;
    if (last === null) return;
    afterN = last;
  }
}

async function* devicesOf(store: Pick<Store, 'read'>): AsyncGenerator<Evidence> {
  for await (const page of auditedPages(store, 'devices'))
    for (const { value } of page)
      if (value)
        yield { kind: 'perangkat', device: { id: value.id, account: value.account, key: value.key } };
}

const signedOf = ({ bytes }: StoredEnvelope): Uint8Array | null =>
  bytes && (unpackEnvelope(bytes) ?? new Uint8Array());

async function* shardEvidence(store: Pick<Store, 'read'>, shard: string): AsyncGenerator<Evidence> {
  const seen = new Set<string>();
  for await (const line of readableLines(store, shard)) {
    const id = line.envelope;
    if (id !== null && !seen.has(id)) {
      seen.add(id);
      const found = await store.read((tx) => tx.envelope(shard, id));
      if (found) {
        const { bytes: _, ...envelope } = found;
        yield { kind: 'amplop', envelope: { ...envelope, signed: signedOf(found) } };
      }
    }
    yield { kind: 'baris', line };
  }
  const head = await store.read((tx) => tx.chainHead(shard));
  yield { kind: 'kepala', shard, ...head };
}

/** The evidence of these shards, from the database; rows that cannot be read are left out, for an audit to name. */
export async function* evidenceOf(
  store: Pick<Store, 'read'>,
  shards: readonly string[],
): AsyncGenerator<Evidence> {
  yield* devicesOf(store);
  for (const shard of shards) yield* shardEvidence(store, shard);
}
