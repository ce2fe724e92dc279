import { getTableColumns, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type {
  SQLiteColumn,
  SQLiteInsertValue,
  SQLiteTable,
  SQLiteUpdateSetSource,
} from 'drizzle-orm/sqlite-core';
import type * as tables from '../sqlite/tables.ts';

/*
 * Every question is written once, in the types of the SQLite dialect, and asked in both: PostgreSQL's tables have the
 * same columns with the same values (a test compares them), and drizzle's builder writes each dialect's own SQL. What
 * the dialects do not share stands in `Dialect`.
 */

export type Db = BetterSQLite3Database;
export type Tables = typeof tables;

type Given = Record<string, unknown>;
type Raw = Readonly<Record<string, unknown>>;
type Soon<T> = T | Promise<T>;

/** A statement that is parsed once and run often. */
type Prepared<Row> = {
  readonly all: (given?: Given) => Soon<Row[]>;
  readonly get: (given?: Given) => Soon<Row | undefined>;
};

/** A question as drizzle builds it. */
export type Question<Row> = {
  readonly prepare: () => { readonly all: (given?: Given) => Row[] };
};

/** What drizzle has written, and a question of which the columns are known. */
export type Written = { readonly toSQL: () => { readonly sql: string; readonly params: readonly unknown[] } };
export type Selecting<Row> = Question<Row> & Written & { readonly _: { readonly selectedFields: object } };

/** A change as drizzle builds it. */
export type Change = { readonly prepare: () => unknown };

/** What the dialects say differently. */
export type Dialect = {
  /** Where a row lies: later rows lie further on, as long as none is changed. */
  readonly place: SQL;
  /** True where the text holds the part, letter by letter. */
  readonly holds: (text: SQL, part: SQL) => SQL;
  /** The text with A to Z in lower case, and every other letter as it is. */
  readonly lower: (text: SQL) => SQL;
  /** How many rows a change has changed. */
  readonly changed: (result: unknown) => number;
  /** True where the column is one of a list that is given as JSON: a list of any length is one prepared statement. */
  readonly among: (column: SQLWrapper, list: SQLWrapper) => SQL;
  /** True for a line that is nobody's own work, in the words of the index that finds them. */
  readonly isOffice: SQL;
  /** A field of a JSON object that stands as text; null where it is missing or null. */
  readonly field: (json: unknown, name: string) => SQL;
  /** The day of an entry, in the words of the index that finds a month of a school. */
  readonly tanggal: (content: unknown) => SQL;
  /** A page of a whole table in a fixed order, and the place where it ended; null where nothing follows. */
  readonly page: (
    raw: Room['raw'],
    wanted: PageWanted,
  ) => Promise<{ rows: readonly Raw[]; next: string | null }>;
  /** What the database finds wrong with itself. */
  readonly integrity: (raw: Room['raw']) => Promise<readonly string[]>;
};

type PageWanted = { readonly table: SQLiteTable; readonly after: string | null; readonly limit: number };

/** One connection, and the tables as its dialect knows them. */
export type Room = {
  readonly db: Db;
  readonly tables: Tables;
  readonly dialect: Dialect;
  readonly prepare: <Row>(question: Question<Row>) => Prepared<Row>;
  /** A select of plain columns that runs for every request or command, at as little cost as the dialect can. */
  readonly quick: <Row extends object>(question: Selecting<Row>) => Prepared<Row>;
  /** A change of which every value is given. */
  readonly quickChange: (change: Written) => (given?: Given) => Soon<unknown>;
  readonly change: (change: Change) => (given?: Given) => Soon<unknown>;
  /** Asks something that is put together anew each time. */
  readonly all: <Row>(question: Question<Row>) => Soon<Row[]>;
  /** Rows as they lie, under the names of their columns. */
  readonly raw: (question: SQL) => Soon<Raw[]>;
};

/** A value that is given when a prepared statement runs. */
export const given = (name: string) => sql.placeholder(name);

/** A command's line. The plus keeps SQLite from walking a school's whole ledger by that number to find one record. */
export const line = ({ n }: Tables['commands']): SQL => sql`+${n}`;
export const isALine = (commands: Tables['commands']): SQL => sql`${line(commands)} IS NOT NULL`;

const everyColumn = <V>(
  table: SQLiteTable,
  value: (key: string, column: SQLiteColumn) => V,
): Record<string, V> =>
  Object.fromEntries(
    Object.entries(getTableColumns(table)).map(([key, column]) => [key, value(key, column)]),
  );

const insertion = <T extends SQLiteTable>(db: Db, table: T) =>
  db.insert(table).values(everyColumn(table, given) as unknown as SQLiteInsertValue<T>);

/** A prepared change of a row, of one or of several in their order. */
export type RowChange<Row> = {
  readonly one: (row: Row) => Promise<void>;
  readonly each: <T>(list: readonly T[], rowOf: (one: T) => Row) => Promise<void>;
};

const rowChange = <Row extends Given>(run: (row: Row) => Soon<unknown>): RowChange<Row> => ({
  one: async (row) => {
    await run(row);
  },
  each: async (list, rowOf) => {
    for (const one of list) {
      const soon = run(rowOf(one));
      // What has come at once is not waited for: a turn for each row costs more than a look at it.
      if (soon instanceof Promise) await soon;
    }
  },
});

/** Prepared insert of a whole row; throws where its key is taken. */
export const inserter = <T extends SQLiteTable>(
  { db, quickChange }: Room,
  table: T,
): RowChange<T['$inferSelect']> => rowChange(quickChange(insertion(db, table)));

/** Prepared insert of a whole row that takes the place of the one with the same key. */
export const putters = <T extends SQLiteTable>(
  { db, quickChange }: Room,
  table: T,
  key: SQLiteColumn[],
): RowChange<T['$inferSelect']> => {
  const fresh = everyColumn<SQL>(table, (_, column) => sql.raw(`excluded."${column.name}"`));
  // Not the key itself: a row whose key is named is locked against those who only refer to it.
  const rest = Object.entries(getTableColumns(table)).filter(
    ([, column]) => !key.some(({ name }) => name === column.name),
  );
  const set = Object.fromEntries(
    rest.map(([name]) => [name, fresh[name]]),
  ) as unknown as SQLiteUpdateSetSource<T>;
  const insert = insertion(db, table);
  const run = quickChange(
    rest.length === 0 ? insert.onConflictDoNothing() : insert.onConflictDoUpdate({ target: key, set }),
  );
  return rowChange(run);
};

/** {@link putters} for one row at a time. */
export const putter = <T extends SQLiteTable>(
  room: Room,
  table: T,
  key: SQLiteColumn[],
): RowChange<T['$inferSelect']>['one'] => putters(room, table, key).one;

/** Prepared insert of a whole row that leaves one with the same key as it is. */
export const keeper = <T extends SQLiteTable>({ db, quickChange }: Room, table: T) => {
  const run = quickChange(insertion(db, table).onConflictDoNothing());
  return async (row: T['$inferSelect']): Promise<void> => {
    await run(row);
  };
};
