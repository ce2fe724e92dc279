import type { StoredCommand, StoredRecord } from '../../server/store/index.ts';
import { commandId } from '../../shared/protocol/index.ts';
import type { SimServer } from './server.ts';

/** A shard's ledger and what was made of it, read at one moment. */
export type ShardView = {
  readonly shard: string;
  readonly lines: readonly StoredCommand[];
  readonly records: ReadonlyMap<string, StoredRecord>;
  /** Every command that is known: by a line of its own, or by the history of a record that came back. */
  readonly known: ReadonlySet<string>;
};

const ALL = 1_000_000;

export const idOfLine = ({ device, number, hash }: StoredCommand): string => commandId(device, number, hash);

/** Everything that the server holds of these shards. */
export const readShards = ({ run }: SimServer, shards: readonly string[]): Promise<readonly ShardView[]> =>
  run.store.read(async (tx) => {
    const views: ShardView[] = [];
    for (const shard of shards) {
      const lines = await tx.ledgerLines(shard, 0, ALL);
      const rows = await tx.changedRecords({ shard, afterN: 0, owners: null, limit: ALL });
      const ids = rows.map(({ record }) => record.id);
      const histories = [...(await tx.historiesOf(shard, ids)).values()].flat();
      const known = new Set([...lines.map(idOfLine), ...histories.map(([id]) => id)]);
      views.push({ shard, lines, records: new Map(rows.map((row) => [row.record.id, row])), known });
    }
    return views;
  });
