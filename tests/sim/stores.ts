import pg from 'pg';
import { startPostgres } from '../../house/postgres.mjs';
import { text } from './arguments.ts';
import { type MakeStorage, sqliteStorage } from './storage.ts';
import { postgresStorage } from './storage-postgres.ts';

/** What keeps the data of a run, and how it is put away. */
type Opened = { readonly storage: MakeStorage; readonly close: () => Promise<void> };

/** What `--store` asks for: files of SQLite, or a PostgreSQL server that is made for this run and goes with it. */
export const openStorage = async (kind = text('store') ?? 'sqlite'): Promise<Opened> => {
  if (kind === 'sqlite') return { storage: sqliteStorage, close: async () => undefined };
  if (kind !== 'postgres') throw new Error(`--store is sqlite or postgres, not ${kind}`);
  const server = await startPostgres();
  if (!server) throw new Error('no PostgreSQL here: initdb was not found');
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  let made = 0;
  const makeDatabase = async (): Promise<string> => {
    made += 1;
    await client.query(`CREATE DATABASE dunia_${made}`);
    return server.urlOf(`dunia_${made}`);
  };
  return {
    storage: postgresStorage(makeDatabase),
    close: async () => {
      await client.end();
      await server.stop();
    },
  };
};
