import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import * as tables from '../../server/store/postgres/tables.ts';
import { aPostgresDatabase } from '../support/postgres.ts';

/* That both dialects' schemas are the same needs no server: `tests/unit/server/store/parity.test.ts`. */

const kindOf = (type: string): string => type.split(' ')[0] ?? '';

test('what the migrations made is what the schema says, and text is compared by its bytes', async () => {
  const client = new pg.Client({ connectionString: await aPostgresDatabase() });
  await client.connect();
  onTestFinished(() => client.end());
  const { rows } = await client.query(
    `SELECT table_name AS "table", column_name AS name, is_nullable = 'NO' AS not_null, data_type AS type,
            collation_name AS collation
     FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  const line = (table: string, name: string, notNull: boolean, type: string | undefined) =>
    `${table}.${name} ${type}${notNull ? ' not null' : ''}`;
  const made = rows.map(({ table, name, not_null: notNull, type }) =>
    line(table, name, notNull, kindOf(type)),
  );
  const wanted = Object.values(tables)
    .filter((one) => is(one, PgTable))
    .flatMap((table) =>
      Object.values(getTableColumns(table)).map((column) =>
        line(getTableName(table), column.name, column.notNull, kindOf(column.getSQLType())),
      ),
    );
  expect(made.sort()).toEqual(wanted.sort());
  const texts = rows.filter(({ type }) => type === 'text');
  expect(new Set(texts.map(({ collation }) => collation))).toEqual(new Set(['C']));
});
