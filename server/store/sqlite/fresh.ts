import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { WriteTx } from '../port.ts';
import { commandRow, recordRow } from '../queries/rows.ts';
import { flushFile, putMark, syncDirectoryOf } from './durable-files.ts';
import { freshWriter } from './open.ts';
import { commands, records } from './schema.ts';

/** A database that is being filled and is none yet. */
export type FreshStore = {
  /** One transaction. A work that throws spoils the whole: it can only be abandoned. */
  readonly write: <T>(work: (tx: WriteTx) => Promise<T>) => Promise<T>;
  /** Makes it a database like any other, durable and with the mark of a clean stop. */
  readonly finish: () => Promise<void>;
  /** Leaves nothing behind. */
  readonly abandon: () => Promise<void>;
};

/** An insert without the query builder in between, which takes as long as the insert itself. */
const bareInsert = <T extends SQLiteTable>(
  connection: Database,
  table: T,
): ((row: T['$inferSelect']) => void) => {
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, { name }]) => `"${name}"`).join();
  const given = columns.map(([key]) => `@${key}`).join();
  const statement = connection.prepare(`INSERT INTO "${getTableName(table)}" (${names}) VALUES (${given})`);
  return (row) => void statement.run(row);
};

const remove = (path: string): void => {
  for (const file of [path, `${path}-journal`, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true });
};

/**
 * Makes a database of a great many rows at once. It is written under another name, without journal and without flushing
 * (a crash leaves no database, only a file to be thrown away), and gets its name when all of it is on disk. Refuses where
 * a database is.
 */
export const openFreshSqlite = (path: string): FreshStore => {
  if (existsSync(path)) throw new Error(`${path} is there already`);
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.setengah`;
  remove(draft);
  const { connection, tx: usual } = freshWriter(draft);
  const [insertCommand, insertRecord] = [bareInsert(connection, commands), bareInsert(connection, records)];
  const tx: WriteTx = {
    ...usual,
    insertCommand: async (command) => insertCommand(commandRow(command)),
    putRecord: async (stored) => insertRecord(recordRow(stored)),
  };
  return {
    write: async (work) => {
      connection.exec('BEGIN');
      const value = await work(tx);
      connection.exec('COMMIT');
      return value;
    },
    finish: async () => {
      connection.exec('PRAGMA optimize');
      connection.close();
      flushFile(draft);
      renameSync(draft, path);
      syncDirectoryOf(path);
      putMark(`${path}.bersih`);
    },
    abandon: async () => {
      connection.close();
      remove(draft);
    },
  };
};
