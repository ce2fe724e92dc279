import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg, { type Pool } from 'pg';
import { migrationNames } from '../migration-names.ts';
import type { Store } from '../port.ts';
import { copyToSqlite } from './copy.ts';
import { translated } from './faults.ts';
import { CHANNEL, openLine } from './line.ts';
import { createTransactions } from './transactions.ts';

const MIGRATIONS = { migrationsFolder: fileURLToPath(new URL('migrations', import.meta.url)) };

const INT8 = 20;
/** Counters and epoch ms fit into a number; the driver would give them as text. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
};

/** A commit that is not on disk is no promise, whatever the server was set to; one that waits for its standbys goes on so. */
const DURABLE = `SELECT set_config('synchronous_commit', 'on', false)
    WHERE current_setting('synchronous_commit') IN ('off', 'local', 'remote_write')`;

/**
 * Said on every connection before its first question: the database ends what takes longer than is awaited, a wait for a
 * lock before the rest, and a work whose process has gone quiet in the middle, since it holds a school.
 */
const settings = (patience: number): string => {
  const [lock, statement, idle] = [0.75, 0.9, 1.5].map((part) => Math.round(patience * part));
  return `${DURABLE};
  SET lock_timeout = ${lock}; SET statement_timeout = ${statement};
  SET idle_in_transaction_session_timeout = ${idle}`;
};

/** Idle for so long, a connection is asked whether anybody is there, and given up ten seconds later. */
const KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 30_000 };
const NAME = { application_name: 'e-kinerja-luring' };

/**
 * The server's own limits are worth nothing where the network between has died: no answer comes at all, and no fault. So
 * every question has a limit here too, a little later than the server's.
 */
const openPool = (url: string, { max, patience }: { max: number; patience: number }): Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    ...KEEP_ALIVE,
    ...NAME,
    connectionTimeoutMillis: patience / 2,
    query_timeout: patience,
    idleTimeoutMillis: 60_000,
    onConnect: async (client) => {
      await client.query(settings(patience));
    },
  });
  // A connection that breaks between two questions says so to nobody in particular, which would end the process. Idle, it
  // leaves the pool by itself; in a work, the next question fails, and that is what the work hears.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
};

const setting = async (client: pg.Client, name: string): Promise<string> => {
  const { rows } = await client.query<{ value: string }>('SELECT current_setting($1) AS value', [name]);
  return rows[0]?.value ?? '';
};

const REQUIRED = { fsync: 'on', full_page_writes: 'on', server_encoding: 'UTF8' } as const;

/** As SQLite's room does with its pragmas: where a commit could be lost, nothing is promised. */
const assertDurable = async (client: pg.Client): Promise<void> => {
  for (const [name, wanted] of Object.entries(REQUIRED)) {
    const found = await setting(client, name);
    if (found !== wanted)
      throw new Error(`refusing to start: ${name} of PostgreSQL is ${found}, not ${wanted}`);
  }
};

/** Any number that no other program takes in this database. */
const MIGRATING = 7_061_980_214;

/** One server at a time; an older program on newer tables would write rows that the newer one misreads. */
const migrateForward = async (client: pg.Client): Promise<void> => {
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

/** On a connection without limits: an index over years of work takes its time. */
const prepareDatabase = async (url: string, patience: number): Promise<void> => {
  const client = new pg.Client({
    connectionString: url,
    types,
    ...KEEP_ALIVE,
    ...NAME,
    connectionTimeoutMillis: patience / 2,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(DURABLE);
    await assertDurable(client);
    await migrateForward(client);
  } finally {
    await client.end();
  }
};

/** How many connections a store opens at most, half of them for reading, and how long an answer is awaited, ms. */
type Options = { readonly connections?: number; readonly patience?: number };

const CONNECTIONS = 20;
/** Shorter than phones wait for an answer (30 s): they hear 503 and when to come again. */
const PATIENCE = 20_000;
/** A copy counts whole tables. */
const COPY_PATIENCE = 600_000;
const COPIES = 2;

/**
 * Opens a PostgreSQL database (`postgres://…`) and brings its tables up to date. Refuses with an error where a commit would
 * not be durable or the database is of a newer version. Of several servers on one database each may write: how they are
 * kept apart stands in `transactions.ts`.
 */
export const openPostgresStore = async (
  url: string,
  { connections = CONNECTIONS, patience = PATIENCE }: Options = {},
): Promise<Store> => {
  try {
    await prepareDatabase(url, patience);
  } catch (cause) {
    throw translated(cause);
  }
  const max = Math.max(1, Math.floor(connections / 2));
  const [writing, reading] = [openPool(url, { max, patience }), openPool(url, { max, patience })];
  const copying = openPool(url, { max: COPIES, patience: COPY_PATIENCE });
  const transactions = createTransactions({ writing, reading, copying, patience });
  return {
    write: transactions.write,
    read: transactions.read,
    isShared: true,
    openLine: () => openLine(url),
    tell: async (topic) => {
      await writing.query('SELECT pg_notify($1, $2)', [CHANNEL, topic]).catch((cause: unknown) => {
        throw translated(cause);
      });
    },
    migrations: () => migrationNames(MIGRATIONS.migrationsFolder),
    copyTo: (path, onProgress) => transactions.scan((room) => copyToSqlite(room, path, onProgress)),
    close: async () => {
      await transactions.idle();
      await Promise.all([writing.end(), reading.end(), copying.end()]);
    },
  };
};
