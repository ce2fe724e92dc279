import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { getTableConfig as configOfPostgres, PgTable } from 'drizzle-orm/pg-core';
import { getTableConfig as configOfSqlite, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import * as postgres from '../../../../server/store/postgres/tables.ts';
import * as sqlite from '../../../../server/store/sqlite/tables.ts';

const SQLITE: readonly unknown[] = Object.values(sqlite);
const POSTGRES: readonly unknown[] = Object.values(postgres);

type Named = { readonly name: string };
const named = (column: unknown): string => (column as Named).name;
const byName = <T extends Named>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.name < b.name ? -1 : 1));
const TYPES = { text: 'text', integer: 'integer', blob: 'bytes', bigint: 'integer', bytea: 'bytes' } as const;
const kindOf = (type: string) => TYPES[type.split(' ')[0] as keyof typeof TYPES];

/** Over a field of JSON in SQLite; in PostgreSQL, which does not index what reading text as JSON gives, over its rows. */
const EXPRESSIONS: readonly string[] = ['records_portofolio', 'records_entri_hari'];

/** What both dialects must agree on; indexes and foreign keys by what they span. */
const described = (table: SQLiteTable | PgTable) => {
  const config = is(table, SQLiteTable) ? configOfSqlite(table) : configOfPostgres(table as PgTable);
  const key = config.primaryKeys[0]?.columns ?? config.columns.filter(({ primary }) => primary);
  return {
    name: getTableName(table),
    columns: Object.entries(getTableColumns(table)).map(([property, column]) => ({
      property,
      name: column.name,
      type: kindOf(column.getSQLType()),
      notNull: column.notNull,
      unique: column.isUnique,
      fallback: column.default,
    })),
    key: key.map(named),
    indexes: byName(
      config.indexes
        .filter(({ config: { name = '' } }) => !EXPRESSIONS.includes(name))
        .map(({ config: { name = '', unique, columns } }) => ({
          name,
          unique: unique ?? false,
          columns: columns.map(named),
        })),
    ),
    refers: config.foreignKeys
      .map((one) => one.reference())
      .map(({ columns, foreignTable }) => `${columns.map(named)} → ${getTableName(foreignTable)}`)
      .sort(),
  };
};

describe('both dialects have the same tables', () => {
  const ours = byName(SQLITE.filter((one): one is SQLiteTable => is(one, SQLiteTable)).map(described));
  const theirs = byName(POSTGRES.filter((one): one is PgTable => is(one, PgTable)).map(described));

  test('the same names', () => {
    expect(ours.length).toBeGreaterThan(15);
    expect(theirs.map(({ name }) => name)).toEqual(ours.map(({ name }) => name));
  });

  test.each(ours.map((table) => [table.name, table] as const))(
    '%s: the same columns, keys, indexes and references',
    (name, table) => {
      expect(theirs.find((one) => one.name === name)).toEqual(table);
    },
  );
});
