import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { migrationNames } from '../migration-names.ts';
import type { Store, WriteTx } from '../port.ts';
import { reads, writes } from '../queries/every.ts';
import { type Alone, holdAlone } from './alone.ts';
import { flushFile, giveFreshInode, putMark, syncDirectoryOf, takeMark } from './durable-files.ts';
import { createLines } from './lines.ts';
import { MIGRATIONS, migrateForward } from './migrate.ts';
import { assertNotMoving } from './moving.ts';
import { roomOf } from './room.ts';
import { createReader, createSavepoint, createWriter } from './transactions.ts';

const FULL = 2;
const BUSY_MS = 5_000;

/** Setting WAL silently lowers `synchronous` to NORMAL (finding F1), so FULL is set after it, and asserted. */
const openWriter = (path: string): Database.Database => {
  const connection = new Database(path);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('trusted_schema = OFF');
  // What a savepoint would take back stays in memory: a group of works writes more than SQLite keeps there by itself.
  connection.pragma('temp_store = MEMORY');
  connection.pragma(`busy_timeout = ${BUSY_MS}`);
  assertPragma(connection, 'journal_mode', 'wal');
  assertPragma(connection, 'synchronous', FULL);
  assertPragma(connection, 'foreign_keys', 1);
  assertPragma(connection, 'trusted_schema', 0);
  return connection;
};

const assertPragma = (connection: Database.Database, name: string, wanted: unknown): void => {
  const found = connection.pragma(name, { simple: true });
  if (found !== wanted) throw new Error(`refusing to start: pragma ${name} is ${found}, not ${wanted}`);
};

const openReader = (path: string): Database.Database => {
  const connection = new Database(path, { readonly: true });
  connection.pragma('trusted_schema = OFF');
  connection.pragma(`busy_timeout = ${BUSY_MS}`);
  return connection;
};

const writesOn = (connection: Database.Database): WriteTx => ({
  ...writes(roomOf(connection)),
  savepoint: createSavepoint(connection),
});

/** A connection for filling a file that nobody relies on yet: no journal, no flushing, much memory. */
export const freshWriter = (path: string): { connection: Database.Database; tx: WriteTx } => {
  const connection = new Database(path);
  for (const pragma of [
    'page_size = 4096',
    'journal_mode = OFF',
    'synchronous = OFF',
    'locking_mode = EXCLUSIVE',
  ])
    connection.pragma(pragma);
  connection.pragma('cache_size = -262144');
  migrateForward(connection);
  return { connection, tx: writesOn(connection) };
};

/** After a crash the file itself is looked at before anything is promised on top of it. */
const assertSound = (connection: Database.Database): void => {
  const found = connection.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') throw new Error(`refusing to start: the database is damaged: ${found}`);
};

/** Pages copied in one go; between two of them requests are served. */
const PAGES_AT_ONCE = 200;

/**
 * On the writing connection itself: the copy then follows what is written meanwhile, where on any other it would begin
 * anew with each write (finding F5). Steps that meet an open transaction are tried again, so nothing uncommitted gets in.
 */
const copyOnline = async (
  connection: Database.Database,
  path: string,
  onProgress?: (done: number, total: number) => void,
): Promise<void> => {
  await connection.backup(path, {
    progress: ({ totalPages, remainingPages }) => {
      onProgress?.(totalPages - remainingPages, totalPages);
      return PAGES_AT_ONCE;
    },
  });
  const copy = new Database(path);
  // Without a log of its own, so that looking at it leaves nothing beside it.
  copy.pragma('journal_mode = DELETE');
  copy.close();
  flushFile(path);
};

/** A copy opened for looking only: nothing in its folder changes. */
export const openSqliteCopy = (
  path: string,
): Pick<Store, 'read' | 'close'> & {
  /** What the database finds wrong with itself; null where nothing is. */
  readonly fault: () => string | null;
} => {
  const connection = new Database(path, { readonly: true, fileMustExist: true });
  connection.pragma('trusted_schema = OFF');
  const reader = createReader(connection, reads(roomOf(connection)));
  return {
    read: reader.read,
    fault: () => {
      const found = connection.pragma('integrity_check(1)', { simple: true });
      return found === 'ok' ? null : String(found);
    },
    close: async () => {
      await reader.idle();
      connection.close();
    },
  };
};

/** What a store tells besides its answers. */
type Watch = {
  /** Told once, when disk or file have failed: the store takes nothing any more, and the process ought to end. */
  readonly onBroken?: (cause: unknown) => void;
};

const openStore = (path: string, alone: Alone, { onBroken = () => undefined }: Watch): Store => {
  const stoppedCleanly = takeMark(`${path}.bersih`);
  if (!stoppedCleanly) giveFreshInode(`${path}-wal`);
  const writing = openWriter(path);
  try {
    assertNotMoving(writing);
  } catch (cause) {
    writing.close();
    throw cause;
  }
  if (!stoppedCleanly) assertSound(writing);
  migrateForward(writing);
  // SQLite makes the log's name durable too, but goes on in silence where that fails: then the whole log would be lost.
  syncDirectoryOf(path);
  const reading = openReader(path);
  const writer = createWriter(writing, { tx: writesOn(writing), onBroken, isOurs: alone.isOurs });
  const reader = createReader(reading, reads(roomOf(reading)));
  const lines = createLines();
  return {
    isShared: false,
    openLine: lines.open,
    tell: lines.tell,
    write: writer.write,
    read: reader.read,
    migrations: () => migrationNames(MIGRATIONS.migrationsFolder),
    copyTo: (path, onProgress) => copyOnline(writing, path, onProgress),
    close: async () => {
      await Promise.all([writer.idle(), reader.idle()]);
      reading.close();
      // Closing would checkpoint: on a failing disk nothing is touched any more, and the next start looks at everything.
      if (writer.isBroken()) return;
      writing.pragma('wal_checkpoint(TRUNCATE)');
      writing.close();
      putMark(`${path}.bersih`);
    },
  };
};

/**
 * Opens the database file, made with its directory where it is missing, and brings its tables up to date. Refuses with
 * an error where a commit would not be durable, the file is damaged, of a newer version, or held by another process.
 */
export const openSqliteStore = async (path: string, watch: Watch = {}): Promise<Store> => {
  mkdirSync(dirname(path), { recursive: true });
  const alone = holdAlone(path);
  try {
    const store = openStore(path, alone, watch);
    return { ...store, close: () => store.close().finally(() => alone.close()) };
  } catch (cause) {
    alone.close();
    throw cause;
  }
};
