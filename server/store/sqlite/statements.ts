import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type {
  SQLiteColumn,
  SQLiteInsertValue,
  SQLiteTable,
  SQLiteUpdateSetSource,
} from 'drizzle-orm/sqlite-core';

export type Db = BetterSQLite3Database;

/** A value that is given when a prepared statement runs. */
export const given = (name: string) => sql.placeholder(name);

const everyColumn = <V>(
  table: SQLiteTable,
  value: (key: string, column: SQLiteColumn) => V,
): Record<string, V> =>
  Object.fromEntries(
    Object.entries(getTableColumns(table)).map(([key, column]) => [key, value(key, column)]),
  );

const insertion = <T extends SQLiteTable>(db: Db, table: T) =>
  db.insert(table).values(everyColumn(table, given) as unknown as SQLiteInsertValue<T>);

/** Prepared insert of a whole row; throws where its key is taken. */
export const inserter = <T extends SQLiteTable>(db: Db, table: T) => {
  const statement = insertion(db, table).prepare();
  return async (row: T['$inferSelect']): Promise<void> => {
    statement.run(row);
  };
};

/** Prepared insert of a whole row that takes the place of the one with the same key. */
export const putter = <T extends SQLiteTable>(db: Db, table: T, key: SQLiteColumn[]) => {
  const fresh = everyColumn<SQL>(table, (_, column) => sql.raw(`excluded."${column.name}"`));
  const set = fresh as unknown as SQLiteUpdateSetSource<T>;
  const statement = insertion(db, table).onConflictDoUpdate({ target: key, set }).prepare();
  return async (row: T['$inferSelect']): Promise<void> => {
    statement.run(row);
  };
};

/** Prepared insert of a whole row that leaves one with the same key as it is. */
export const keeper = <T extends SQLiteTable>(db: Db, table: T) => {
  const statement = insertion(db, table).onConflictDoNothing().prepare();
  return async (row: T['$inferSelect']): Promise<void> => {
    statement.run(row);
  };
};
