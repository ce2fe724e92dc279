import { readFileSync } from 'node:fs';
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { aPostgresDatabase } from '../support/postgres.ts';

/* What docs/scale.md says of a database spread over machines by Citus, held against the tables as the migrations make them. */

const section =
  (readFileSync('docs/scale.md', 'utf8').split('## Spread over machines')[1] ?? '').split('\n## ')[0] ?? '';
/** Table to the column that it is spread by, as the statements there say. */
const spread = new Map(
  [...section.matchAll(/create_distributed_table\('(\w+)', '(\w+)'/g)].map(([, table = '', column = '']) => [
    table,
    column,
  ]),
);

type Rows = readonly Readonly<Record<string, unknown>>[];
let ask: (statement: string) => Promise<Rows>;

beforeAll(async () => {
  const client = new pg.Client({ connectionString: await aPostgresDatabase() });
  await client.connect();
  ask = async (statement) => (await client.query(statement)).rows as Rows;
  return () => client.end();
});

describe('the statements of docs/scale.md spread the tables as they are', () => {
  test('each table of a school is spread by the school, and no other table is spread', async () => {
    const rows = await ask(
      `SELECT table_name AS "table" FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'shard'`,
    );
    // Whose schools are hers is asked of a person: it stands beside her account.
    const ofSchools = rows.map(({ table }) => String(table)).filter((table) => table !== 'grants');
    expect([...spread.keys()].sort()).toEqual([...ofSchools, 'shards'].sort());
    for (const [table, column] of spread) expect(column, table).toBe(table === 'shards' ? 'id' : 'shard');
  });

  test('every key that must be unique holds the column that its table is spread by, and that column is a text', async () => {
    const keys = await ask(`
      SELECT t.relname AS "table", i.relname AS name, array_agg(a.attname::text) AS columns
      FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
      JOIN pg_namespace s ON s.oid = t.relnamespace JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY(x.indkey)
      WHERE s.nspname = 'public' AND x.indisunique GROUP BY 1, 2`);
    const ofSpread = keys.filter(({ table }) => spread.has(String(table)));
    expect(ofSpread.length).toBeGreaterThanOrEqual(spread.size);
    for (const { table, name, columns } of ofSpread)
      expect(columns as string[], String(name)).toContain(spread.get(String(table)));
    const types = await ask(
      `SELECT table_name AS "table", column_name AS name, data_type AS type FROM information_schema.columns WHERE table_schema = 'public'`,
    );
    const ofColumn = ([table, column]: readonly [string, string]) =>
      types.find((one) => one['table'] === table && one['name'] === column)?.['type'];
    expect(new Set([...spread].map(ofColumn))).toEqual(new Set(['text']));
  });

  test('no table that is spread refers to another or is referred to, and none has a trigger', async () => {
    const refs = await ask(
      `SELECT conrelid::regclass::text AS "from", confrelid::regclass::text AS "to" FROM pg_constraint WHERE contype = 'f'`,
    );
    expect(refs.length).toBeGreaterThan(0);
    expect(refs.filter((one) => spread.has(String(one['from'])) || spread.has(String(one['to'])))).toEqual(
      [],
    );
    expect(await ask('SELECT tgname FROM pg_trigger WHERE NOT tgisinternal')).toEqual([]);
  });
});
