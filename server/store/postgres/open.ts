import pg, { type Pool } from 'pg';
import { migrationNames } from '../migration-names.ts';
import type { Store } from '../port.ts';
import { holdWithOthers } from './alone.ts';
import { copyToSqlite } from './copy.ts';
import { translated } from './faults.ts';
import { CHANNEL, openLine } from './line.ts';
import { assertDurable, DURABLE, MIGRATIONS, migrateForward, types } from './prepare.ts';
import { createTransactions } from './transactions.ts';

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
    // One stays however quiet it is: by it a move sees that somebody works here.
    min: 1,
    types,
    ...KEEP_ALIVE,
    ...NAME,
    connectionTimeoutMillis: patience / 2,
    query_timeout: patience,
    idleTimeoutMillis: 60_000,
    onConnect: async (client) => {
      await client.query(settings(patience));
      await holdWithOthers(client);
    },
  });
  // A connection that breaks between two questions says so to nobody in particular, which would end the process. Idle, it
  // leaves the pool by itself; in a work, the next question fails, and that is what the work hears.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
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
    await holdWithOthers(client);
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
  const max = Math.max(1, Math.floor(connections / 2));
  const [writing, reading] = [openPool(url, { max, patience }), openPool(url, { max, patience })];
  const copying = openPool(url, { max: COPIES, patience: COPY_PATIENCE });
  const end = async (): Promise<void> => {
    await Promise.all([writing.end(), reading.end(), copying.end()]);
  };
  try {
    await prepareDatabase(url, patience);
    // Until it is closed, the store is seen to be in use.
    (await writing.connect()).release();
  } catch (cause) {
    await end();
    throw translated(cause);
  }
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
      await end();
    },
  };
};
