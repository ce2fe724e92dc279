import { getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { commandId } from '../../../shared/protocol/index.ts';
import type { Audited, AuditedTables, ReadTx } from '../port.ts';
import { commands, devices, envelopes, photos, records, shards, views } from '../sqlite/schema.ts';
import {
  type CommandRow,
  commandOf,
  commandRow,
  type DeviceRow,
  deviceOf,
  deviceRow,
  type EnvelopeRow,
  envelopeOf,
  envelopeRow,
  type RecordRow,
  recordOf,
  recordRow,
} from './rows.ts';
import type { Room } from './statements.ts';

/*
 * An audit reads rows past the usual mapping: a text where bytes belong, or JSON with a space too many, would look the
 * same after it. A row is as the store wrote it exactly where reading it and writing it again gives the same values.
 * What shape a row has is read off SQLite's tables, also where PostgreSQL keeps it: the values are the same.
 */

type Raw = Readonly<Record<string, unknown>>;
type Reader<Row, T> = {
  readonly table: SQLiteTable;
  readonly of: (row: Row) => T;
  readonly row: (value: T) => Row;
  readonly name: (row: Row) => Pick<Audited<T>, 'shard' | 'n' | 'id'>;
};
type AnyReader = Reader<Raw, unknown>;

const reader = <Row, T>(made: Reader<Row, T>): AnyReader => made as unknown as AnyReader;
/** A table whose rows are values as they stand. */
const plain = <Row>(table: SQLiteTable, name: Reader<Row, Row>['name']): AnyReader =>
  reader<Row, Row>({ table, of: (row) => row, row: (value) => value, name });

const READERS: Readonly<Record<keyof AuditedTables, AnyReader>> = {
  commands: reader({
    table: commands,
    of: commandOf,
    row: commandRow,
    name: ({ shard, n, device, number, hash }: CommandRow) => ({
      shard,
      n,
      id: commandId(device, number, hash),
    }),
  }),
  records: reader({
    table: records,
    of: recordOf,
    row: recordRow,
    name: ({ shard, n, id }: RecordRow) => ({ shard, n, id }),
  }),
  envelopes: reader({
    table: envelopes,
    of: envelopeOf,
    row: envelopeRow,
    name: ({ shard, id }: EnvelopeRow) => ({ shard, n: null, id }),
  }),
  devices: reader({
    table: devices,
    of: deviceOf,
    row: deviceRow,
    name: ({ id }: DeviceRow) => ({ shard: '', n: null, id }),
  }),
  photos: plain<typeof photos.$inferSelect>(photos, ({ owner, sha }) => ({
    shard: '',
    n: null,
    id: `${owner}/${sha}`,
  })),
  shards: plain<typeof shards.$inferSelect>(shards, ({ id, n }) => ({ shard: id, n, id })),
  views: plain<typeof views.$inferSelect>(views, ({ shard, record, viewer }) => ({
    shard,
    n: null,
    id: `${record}/${viewer}`,
  })),
};

const isSame = (a: unknown, b: unknown): boolean =>
  Buffer.isBuffer(a) && Buffer.isBuffer(b) ? a.equals(b) : a === b;

const columnsOf = (table: SQLiteTable) => Object.entries(getTableColumns(table));

/** Values in the shape that the table's columns ask for: bytes as bytes, and every other one as a text or a number. */
const isShaped = (table: SQLiteTable, row: Raw): boolean =>
  columnsOf(table).every(([key, column]) => {
    const value = row[key];
    if (value === null) return !column.notNull;
    if (column.dataType === 'buffer') return Buffer.isBuffer(value);
    return typeof value === column.dataType;
  });

const readable = ({ of }: AnyReader, row: Raw): unknown => {
  try {
    return of(row);
  } catch {
    return null;
  }
};

const audited = (chosen: AnyReader, raw: Raw): Audited<unknown> => {
  const row = Object.fromEntries(columnsOf(chosen.table).map(([key, column]) => [key, raw[column.name]]));
  const value = isShaped(chosen.table, row) ? readable(chosen, row) : null;
  const again = value === null ? null : chosen.row(value);
  const isAsWritten = again !== null && Object.keys(row).every((key) => isSame(row[key], again[key]));
  return { ...chosen.name(row), value, isAsWritten };
};

/** Reading for those who check: every row as it lies, whatever became of it. */
export const auditReads = ({
  raw,
  dialect: { page, integrity },
}: Room): Pick<ReadTx, 'audit' | 'auditShard' | 'integrity'> => ({
  audit: async (table, after, limit) => {
    const chosen = READERS[table];
    const { rows: found, next } = await page(raw, { table: chosen.table, after, limit });
    const rows = found.map((row) => audited(chosen, row)) as Audited<AuditedTables[typeof table]>[];
    return { rows, next };
  },
  auditShard: async (table, { shard, afterN, limit }) => {
    const chosen = READERS[table];
    const found = await raw(
      sql`SELECT * FROM ${sql.identifier(table)} WHERE shard = ${shard} AND n > ${afterN} ORDER BY n LIMIT ${limit}`,
    );
    return found.map((row) => audited(chosen, row)) as Audited<AuditedTables[typeof table]>[];
  },
  integrity: () => integrity(raw),
});
