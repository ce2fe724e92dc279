import { fileURLToPath } from 'node:url';
import type { Database } from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';

export const MIGRATIONS = { migrationsFolder: fileURLToPath(new URL('migrations', import.meta.url)) };

/** An older program on newer tables would write rows that the newer one misreads. */
export const migrateForward = (connection: Database): void => {
  const db = drizzle(connection);
  migrate(db, MIGRATIONS);
  const known = readMigrationFiles(MIGRATIONS).at(-1)?.folderMillis ?? 0;
  const done = connection.prepare('SELECT max(created_at) AS last FROM __drizzle_migrations').get() as {
    last: number;
  };
  if (Number(done.last) > known)
    throw new Error('refusing to start: the database is of a newer version of the app');
};
