import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg, { type Pool, type PoolClient } from 'pg';
import { migrationNames } from '../migration-names.ts';
import type { Store } from '../port.ts';
import { copyToSqlite } from './copy.ts';
import { translated } from './faults.ts';
import { createTransactions } from './transactions.ts';

const MIGRATIONS = { migrationsFolder: fileURLToPath(new URL('migrations', import.meta.url)) };

const INT8 = 20;
/** Counters and epoch ms fit into a number; the driver would give them as text. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
};

/**
 * Said on every connection before its first question. A commit that is not on disk is no promise, whatever the server was
 * set to; a server that waits for its standbys as well (`remote_apply`) goes on doing so. A work that waits longer than
 * phones do is ended, and so is one whose process has gone quiet in the middle, since it holds a school.
 */
const SETTINGS = `SELECT set_config('synchronous_commit', 'on', false)
    WHERE current_setting('synchronous_commit') IN ('off', 'local', 'remote_write');
  SET lock_timeout = '15s'; SET statement_timeout = '60s'; SET idle_in_transaction_session_timeout = '60s'`;

const openPool = (url: string, max: number): Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    application_name: 'e-kinerja-luring',
    onConnect: async (client) => {
      await client.query(SETTINGS);
    },
  });
  // A connection that breaks between two questions says so to nobody in particular, which would end the process. Idle, it
  // leaves the pool by itself; in a work, the next question fails, and that is what the work hears.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
};

const setting = async (client: PoolClient, name: string): Promise<string> => {
  const { rows } = await client.query<{ value: string }>('SELECT current_setting($1) AS value', [name]);
  return rows[0]?.value ?? '';
};

const REQUIRED = { fsync: 'on', full_page_writes: 'on', server_encoding: 'UTF8' } as const;

/** As SQLite's room does with its pragmas: where a commit could be lost, nothing is promised. */
const assertDurable = async (client: PoolClient): Promise<void> => {
  for (const [name, wanted] of Object.entries(REQUIRED)) {
    const found = await setting(client, name);
    if (found !== wanted)
      throw new Error(`refusing to start: ${name} of PostgreSQL is ${found}, not ${wanted}`);
  }
};

/** Any number that no other program takes in this database. */
const MIGRATING = 7_061_980_214;

/** One server at a time; an older program on newer tables would write rows that the newer one misreads. */
const migrateForward = async (client: PoolClient): Promise<void> => {
  await client.query('SET statement_timeout = 0; SET lock_timeout = 0');
  await client.query('SELECT pg_advisory_lock($1)', [MIGRATING]);
  try {
    await migrate(drizzle(client), MIGRATIONS);
    const known = readMigrationFiles(MIGRATIONS).at(-1)?.folderMillis ?? 0;
    const { rows } = await client.query<{ last: number }>(
      'SELECT max(created_at) AS last FROM drizzle.__drizzle_migrations',
    );
    if (Number(rows[0]?.last) > known)
      throw new Error('refusing to start: the database is of a newer version of the app');
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [MIGRATING]);
  }
};

const prepareDatabase = async (pool: Pool): Promise<void> => {
  const client = await pool.connect();
  try {
    await assertDurable(client);
    await migrateForward(client);
  } finally {
    // Its settings were changed for migrating: it is not used again.
    client.release(true);
  }
};

/** How many connections a store opens at most, half of them for reading. */
type Options = { readonly connections?: number };

const CONNECTIONS = 20;

/**
 * Opens a PostgreSQL database (`postgres://…`) and brings its tables up to date. Refuses with an error where a commit would
 * not be durable or the database is of a newer version. Of several servers on one database each may write: how they are
 * kept apart stands in `transactions.ts`.
 */
export const openPostgresStore = async (
  url: string,
  { connections = CONNECTIONS }: Options = {},
): Promise<Store> => {
  const each = Math.max(1, Math.floor(connections / 2));
  const [writing, reading] = [openPool(url, each), openPool(url, each)];
  const close = async (): Promise<void> => {
    await Promise.all([writing.end(), reading.end()]);
  };
  try {
    await prepareDatabase(writing);
  } catch (cause) {
    await close();
    throw translated(cause);
  }
  const transactions = createTransactions({ writing, reading });
  return {
    write: transactions.write,
    read: transactions.read,
    migrations: () => migrationNames(MIGRATIONS.migrationsFolder),
    copyTo: (path, onProgress) => transactions.scan((room) => copyToSqlite(room, path, onProgress)),
    close: async () => {
      await transactions.idle();
      await close();
    },
  };
};
