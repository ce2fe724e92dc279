import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { ReadTx, Store, WriteTx } from '../port.ts';
import { activationReads, activationWrites } from './activation-queries.ts';
import { type Alone, holdAlone } from './alone.ts';
import { auditReads } from './audit-queries.ts';
import { documentReads, documentWrites } from './document-queries.ts';
import { flushFile, giveFreshInode, putMark, syncDirectoryOf, takeMark } from './durable-files.ts';
import { hilangReads, hilangWrites } from './hilang-queries.ts';
import { historyReads, historyWrites } from './history-queries.ts';
import { ledgerReads, ledgerWrites } from './ledger-queries.ts';
import { lostReads, lostWrites } from './lost-queries.ts';
import { officeReads } from './office-queries.ts';
import { pantauReads, pantauWrites } from './pantau-queries.ts';
import { passkeyReads, passkeyWrites } from './passkey-queries.ts';
import { peopleReads, peopleWrites } from './people-queries.ts';
import { photoReads, photoWrites } from './photo-queries.ts';
import { publikReads, publikWrites } from './publik-queries.ts';
import { recordReads, recordWrites } from './record-queries.ts';
import { recoveryReads, recoveryWrites } from './recovery-queries.ts';
import { reminderReads, reminderWrites } from './reminder-queries.ts';
import type { Db } from './statements.ts';
import { createReader, createSavepoint, createWriter } from './transactions.ts';

const MIGRATIONS = { migrationsFolder: fileURLToPath(new URL('migrations', import.meta.url)) };

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

/** Names of the changes of the tables, in order; a store that is open has all of them. */
export const migrationNames = (): readonly string[] => {
  const journal = readFileSync(new URL('migrations/meta/_journal.json', import.meta.url), 'utf8');
  return (JSON.parse(journal) as { entries: { tag: string }[] }).entries.map(({ tag }) => tag);
};

/** An older program on newer tables would write rows that the newer one misreads. */
const migrateForward = (connection: Database.Database): void => {
  const db = drizzle(connection);
  migrate(db, MIGRATIONS);
  const known = readMigrationFiles(MIGRATIONS).at(-1)?.folderMillis ?? 0;
  const done = connection.prepare('SELECT max(created_at) AS last FROM __drizzle_migrations').get() as {
    last: number;
  };
  if (Number(done.last) > known)
    throw new Error('refusing to start: the database is of a newer version of the app');
};

const reads = (db: Db): ReadTx => ({
  ...ledgerReads(db),
  ...recordReads(db),
  ...peopleReads(db),
  ...photoReads(db),
  ...historyReads(db),
  ...lostReads(db),
  ...recoveryReads(db),
  ...documentReads(db),
  ...activationReads(db),
  ...passkeyReads(db),
  ...reminderReads(db),
  ...hilangReads(db),
  ...publikReads(db),
  ...pantauReads(db),
  ...auditReads(db),
  ...officeReads(db),
});

const writes = (connection: Database.Database): WriteTx => {
  const db = drizzle(connection);
  const reading = reads(db);
  return {
    ...reading,
    ...ledgerWrites(db, reading),
    ...recordWrites(db),
    ...peopleWrites(db),
    ...photoWrites(db),
    ...documentWrites(db),
    ...activationWrites(db),
    ...passkeyWrites(db),
    ...reminderWrites(db),
    ...hilangWrites(db),
    ...publikWrites(db),
    ...pantauWrites(db),
    ...historyWrites(db),
    ...lostWrites(db),
    ...recoveryWrites(db),
    savepoint: createSavepoint(connection),
  };
};

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
  return { connection, tx: writes(connection) };
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
  const reader = createReader(connection, reads(drizzle(connection)));
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
  if (!stoppedCleanly) assertSound(writing);
  migrateForward(writing);
  // SQLite makes the log's name durable too, but goes on in silence where that fails: then the whole log would be lost.
  syncDirectoryOf(path);
  const reading = openReader(path);
  const writer = createWriter(writing, { tx: writes(writing), onBroken, isOurs: alone.isOurs });
  const reader = createReader(reading, reads(drizzle(reading)));
  return {
    write: writer.write,
    read: reader.read,
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
