import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg, { type ClientBase, type PoolClient } from 'pg';

export const MIGRATIONS = { migrationsFolder: fileURLToPath(new URL('migrations', import.meta.url)) };

const INT8 = 20;
/** Counters and epoch ms fit into a number; the driver would give them as text. */
export const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
};

/** A commit that is not on disk is no promise, whatever the server was set to; one that waits for its standbys goes on so. */
export const DURABLE = `SELECT set_config('synchronous_commit', 'on', false)
    WHERE current_setting('synchronous_commit') IN ('off', 'local', 'remote_write')`;

const setting = async (client: ClientBase, name: string): Promise<string> => {
  const { rows } = await client.query<{ value: string }>('SELECT current_setting($1) AS value', [name]);
  return rows[0]?.value ?? '';
};

const REQUIRED = { fsync: 'on', full_page_writes: 'on', server_encoding: 'UTF8' } as const;

/** As SQLite's room does with its pragmas: where a commit could be lost, nothing is promised. */
export const assertDurable = async (client: ClientBase): Promise<void> => {
  for (const [name, wanted] of Object.entries(REQUIRED)) {
    const found = await setting(client, name);
    if (found !== wanted)
      throw new Error(`refusing to start: ${name} of PostgreSQL is ${found}, not ${wanted}`);
  }
};

/** Any number that no other program takes in this database. */
const MIGRATING = 7_061_980_214;

const lastOf = async (client: ClientBase): Promise<number> => {
  const { rows } = await client.query<{ last: number }>(
    'SELECT max(created_at) AS last FROM drizzle.__drizzle_migrations',
  );
  return Number(rows[0]?.last);
};
const newest = (): number => readMigrationFiles(MIGRATIONS).at(-1)?.folderMillis ?? 0;

/** True where the tables are just those of this program; for whoever may not change them. */
export const isNewest = async (client: ClientBase): Promise<boolean> => {
  const { rows } = await client.query<{ found: boolean }>(
    "SELECT to_regclass('drizzle.__drizzle_migrations') IS NOT NULL AS found",
  );
  return rows[0]?.found === true && (await lastOf(client)) === newest();
};

/** One server at a time; an older program on newer tables would write rows that the newer one misreads. */
export const migrateForward = async (client: ClientBase): Promise<void> => {
  await client.query('SELECT pg_advisory_lock($1)', [MIGRATING]);
  try {
    await migrate(drizzle(client as PoolClient), MIGRATIONS);
    if ((await lastOf(client)) > newest())
      throw new Error('refusing to start: the database is of a newer version of the app');
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [MIGRATING]);
  }
};
