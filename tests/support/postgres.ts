import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { openPostgresStore, openSqliteStore, type Store } from '../../server/store/index.ts';

/** The server that `npm run test:postgres` started; undefined in every other run, which is SQLite's. */
export const POSTGRES = process.env['KINERJA_UJI_POSTGRES'];

const TEMPLATE = 'kinerja_contoh';

const administered = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: POSTGRES });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const urlOf = (database: string): string => String(POSTGRES).replace('/postgres?', `/${database}?`);

/** A database with its tables, to be copied: made once for the run, by whichever worker comes first. */
const prepareTemplate = (): Promise<void> =>
  administered(async (client) => {
    await client.query('SELECT pg_advisory_lock(1)');
    const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [TEMPLATE]);
    if (rows.length > 0) return;
    await client.query(`CREATE DATABASE ${TEMPLATE}_baru`);
    const store = await openPostgresStore(urlOf(`${TEMPLATE}_baru`));
    await store.close();
    await client.query(`ALTER DATABASE ${TEMPLATE}_baru RENAME TO ${TEMPLATE}`);
  });

let template: Promise<void> | undefined;

/** Address of a fresh database on that server, with the tables and nothing in them. */
export const aPostgresDatabase = async (): Promise<string> => {
  template ??= prepareTemplate();
  await template;
  const name = `uji_${randomBytes(6).toString('hex')}`;
  await administered((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`));
  return urlOf(name);
};

const tool = (name: string, ...args: readonly string[]): void => {
  const { status, stderr } = spawnSync(join(process.env['KINERJA_UJI_POSTGRES_ALAT'] ?? '', name), args, {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
};

/** `pg_dump` of a database into a file, as the operator's guide has it. */
export const dumpPostgres = (url: string, file: string): void =>
  tool('pg_dump', '--format=custom', `--file=${file}`, url);

/** Puts a dump back in the place of a database that is gone. */
export const putDumpBack = async (url: string, file: string): Promise<void> => {
  const name = /@\/(\w+)/.exec(url)?.[1] ?? '';
  await administered((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  await administered((client) => client.query(`CREATE DATABASE ${name}`));
  tool('pg_restore', '--exit-on-error', `--dbname=${url}`, file);
};

/** Address of a database without even the tables, for who is to lay them. */
export const aBarePostgresDatabase = async (): Promise<string> => {
  const name = `uji_${randomBytes(6).toString('hex')}`;
  await administered((client) => client.query(`CREATE DATABASE ${name}`));
  return urlOf(name);
};

/** Databases of tests that have ended: emptying one is a tenth of the work of making one. */
const used: string[] = [];

const emptied = async (url: string): Promise<string> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    const deletes = rows.map(({ name }) => `DELETE FROM ${name};`).join(' ');
    // Every table is emptied, so references need no order.
    await client.query(`BEGIN; SET LOCAL session_replication_role = replica; ${deletes} COMMIT;`);
    return url;
  } finally {
    await client.end();
  }
};

/** Address of a database with the tables and nothing in them, which a test before may have used. */
export const anEmptyPostgresDatabase = async (): Promise<string> => {
  const before = used.pop();
  const url = before ? await emptied(before) : await aPostgresDatabase();
  // Registered before whoever closes what is opened on it, so run after that.
  onTestFinished(() => void used.push(url));
  return url;
};

/** A fresh store of the kind that this run is about; `path` is where SQLite would have its file. */
export const openTestStore = async (path: string): Promise<Store> =>
  POSTGRES ? openPostgresStore(await anEmptyPostgresDatabase()) : openSqliteStore(path);
