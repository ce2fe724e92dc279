import { readFileSync } from 'node:fs';
import { getTableName, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import * as tables from '../../../../server/store/sqlite/tables.ts';

/** Primary key of each table, in its order; a test of PostgreSQL compares its tables with these. */
const KEYS = new Map(
  Object.values(tables)
    .filter((one) => is(one, SQLiteTable))
    .map((table) => {
      const { primaryKeys, columns } = getTableConfig(table);
      const key = primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary);
      return [getTableName(table), key.map(({ name }) => name)] as const;
    }),
);

/** Tables that no school owns, as docs/scale.md explains them one by one. */
const explained = (): string[] => {
  const [, section = ''] = readFileSync('docs/scale.md', 'utf8').split('## Keys');
  const rows = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'));
  return rows
    .map((line) => line.split('|')[1] ?? '')
    .filter((cell) => !cell.includes('(') && !cell.includes('grants'))
    .flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name));
};

describe('every table can be sharded by school', () => {
  test('what belongs to a school has the school first in its key', () => {
    const bySchool = [...KEYS].filter(([name, [first]]) => first === 'shard' || name === 'shards');
    expect(bySchool.map(([name]) => name).sort()).toEqual([
      'burdens',
      'commands',
      'documents',
      'envelopes',
      'figure_shards',
      'figures',
      'grants',
      'records',
      'recovered_lines',
      'recoveries',
      'recovery_reports',
      'shards',
      'skeletons',
      'upload_parts',
      'uploads',
      'views',
    ]);
  });

  test('every other table is named in docs/scale.md, with its reason', () => {
    const others = [...KEYS].filter(([name, [first]]) => first !== 'shard' && name !== 'shards');
    expect(explained().sort()).toEqual(others.map(([name]) => name).sort());
  });
});
