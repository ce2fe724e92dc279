import { fileURLToPath } from 'node:url';
import type { Database } from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';

export const MIGRATIONS = { migrationsFolder: fileURLToPath(new URL('migrations', import.meta.url)) };

const lastOf = (connection: Database): number =>
  Number(connection.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get());
const newest = (): number => readMigrationFiles(MIGRATIONS).at(-1)?.folderMillis ?? 0;

/** True where the tables are just those of this program; for whoever may not change them. */
export const isNewest = (connection: Database): boolean =>
  connection.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get() !== undefined &&
  lastOf(connection) === newest();

/** An older program on newer tables would write rows that the newer one misreads. */
export const migrateForward = (connection: Database): void => {
  const db = drizzle(connection);
  migrate(db, MIGRATIONS);
  if (lastOf(connection) > newest())
    throw new Error('refusing to start: the database is of a newer version of the app');
};
