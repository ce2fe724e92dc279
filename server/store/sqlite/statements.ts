import type { Database } from 'better-sqlite3';
import { getTableColumns, is, Param, Placeholder, type SQL, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type {
  SQLiteColumn,
  SQLiteInsertValue,
  SQLiteTable,
  SQLiteUpdateSetSource,
} from 'drizzle-orm/sqlite-core';
import { commands } from './schema.ts';

export type Db = BetterSQLite3Database & { readonly $client: Database };

/** A value that is given when a prepared statement runs. */
export const given = (name: string) => sql.placeholder(name);

/** A command's line. The plus keeps SQLite from walking a school's whole ledger by that number to find one record. */
export const line = sql`+${commands.n}`;
export const isALine = sql`${line} IS NOT NULL`;

type Values = Readonly<Record<string, unknown>>;
type Written = { readonly toSQL: () => { readonly sql: string; readonly params: readonly unknown[] } };

/**
 * The statement of a query that drizzle has written, and the values for its places in their order. Drizzle takes no part
 * in running it: filling in and mapping cost it more than SQLite takes for a row. Columns here are text, integers and
 * buffers, which go in and come out as they are.
 */
const statementOf = (db: Db, query: Written) => {
  const { sql: text, params } = query.toSQL();
  const names = params.map((param) => {
    const place = is(param, Param) ? param.value : param;
    if (!is(place, Placeholder)) throw new Error(`only given values: ${text}`);
    return place.name;
  });
  return {
    statement: db.$client.prepare(text),
    valuesOf: (values: Values): unknown[] => {
      const list = new Array<unknown>(names.length);
      for (let i = 0; i < names.length; i += 1) list[i] = values[names[i] as string];
      return list;
    },
  };
};

type Selecting<Row> = Written & {
  readonly _: { readonly selectedFields: object };
  readonly all: () => Row[];
};

/** A select that runs for every request or command, prepared to cost no more than SQLite takes for it. */
export const quick = <Row extends object>(db: Db, query: Selecting<Row>) => {
  const { statement, valuesOf } = statementOf(db, query);
  statement.raw();
  const keys = Object.keys(query._.selectedFields);
  const rowOf = (found: readonly unknown[]): Row => {
    const row: Record<string, unknown> = {};
    for (let i = 0; i < keys.length; i += 1) row[keys[i] ?? ''] = found[i];
    return row as Row;
  };
  return {
    get: (values: Values): Row | undefined => {
      const found = statement.get(...valuesOf(values)) as unknown[] | undefined;
      return found && rowOf(found);
    },
    all: (values: Values): Row[] => (statement.all(...valuesOf(values)) as unknown[][]).map(rowOf),
  };
};

const everyColumn = <V>(
  table: SQLiteTable,
  value: (key: string, column: SQLiteColumn) => V,
): Record<string, V> =>
  Object.fromEntries(
    Object.entries(getTableColumns(table)).map(([key, column]) => [key, value(key, column)]),
  );

const insertion = <T extends SQLiteTable>(db: Db, table: T) =>
  db.insert(table).values(everyColumn(table, given) as unknown as SQLiteInsertValue<T>);

const runner = <Row extends object>(db: Db, query: Written) => {
  const { statement, valuesOf } = statementOf(db, query);
  return async (row: Row): Promise<void> => {
    statement.run(valuesOf(row as Values));
  };
};

/** Prepared insert of a whole row; throws where its key is taken. */
export const inserter = <T extends SQLiteTable>(db: Db, table: T) => {
  return runner<T['$inferSelect']>(db, insertion(db, table));
};

/** Prepared insert of a whole row that takes the place of the one with the same key. */
export const putter = <T extends SQLiteTable>(db: Db, table: T, key: SQLiteColumn[]) => {
  const columns = Object.entries(getTableColumns(table));
  // The key stays as it is: to write it, the same or not, has SQLite look through every table that refers to it.
  const others = columns.filter(([, column]) => !key.includes(column));
  const fresh: Record<string, SQL> = {};
  for (const [name, column] of others.length > 0 ? others : columns)
    fresh[name] = sql.raw(`excluded."${column.name}"`);
  const set = fresh as unknown as SQLiteUpdateSetSource<T>;
  return runner<T['$inferSelect']>(db, insertion(db, table).onConflictDoUpdate({ target: key, set }));
};

/** Prepared insert of a whole row that leaves one with the same key as it is. */
export const keeper = <T extends SQLiteTable>(db: Db, table: T) => {
  return runner<T['$inferSelect']>(db, insertion(db, table).onConflictDoNothing());
};
