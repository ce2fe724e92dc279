import Database from 'better-sqlite3';
import { flushFile } from './durable-files.ts';
import { migrateForward } from './migrate.ts';

type Row = Readonly<Record<string, unknown>>;

/** A new database file that takes in rows from elsewhere, under the names of their columns. */
export type CopyIn = {
  readonly add: (table: string, rows: readonly Row[]) => void;
  /** Looks whether everything that rows refer to is there, closes the file, and makes it durable. */
  readonly finish: () => void;
  readonly abandon: () => void;
};

/** Makes the file with its tables. Until it is finished it promises nothing, so nothing is flushed before. */
export const openCopyIn = (path: string): CopyIn => {
  const connection = new Database(path);
  connection.pragma('journal_mode = MEMORY');
  connection.pragma('synchronous = OFF');
  // Rows come table by table; what they refer to is looked for at the end.
  connection.pragma('foreign_keys = OFF');
  migrateForward(connection);
  const inserts = new Map<string, Database.Statement>();
  const insertInto = (table: string, row: Row): Database.Statement => {
    const names = Object.keys(row);
    const columns = names.map((name) => `"${name}"`).join(', ');
    const known = inserts.get(table);
    if (known) return known;
    const values = names.map((name) => `@${name}`).join(', ');
    const made = connection.prepare(`INSERT INTO "${table}" (${columns}) VALUES (${values})`);
    inserts.set(table, made);
    return made;
  };
  return {
    add: (table, rows) => {
      connection.transaction(() => {
        for (const row of rows) insertInto(table, row).run(row);
      })();
    },
    finish: () => {
      const lost = connection.pragma('foreign_key_check') as unknown[];
      if (lost.length > 0) throw new Error(`the copy refers to ${lost.length} rows that it does not have`);
      connection.pragma('journal_mode = DELETE');
      connection.close();
      flushFile(path);
    },
    abandon: () => connection.close(),
  };
};
