import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from './planting.ts';

/**
 * The statements that a version which still runs would stumble over. What is allowed is listed, so that
 * what nobody thought of is refused: new tables, new indexes, and columns that an old INSERT may leave out.
 */
function breaking(sql: string): string[] {
  const statements = sql
    .replace(/^\s*--(?!>).*$/gm, '')
    .split(/--> statement-breakpoint|;/)
    .map((statement) => statement.replace(/["`]/g, '').replace(/\s+/g, ' ').trim())
    .filter((statement) => statement !== '');
  const made = new Set(statements.map((statement) => /^CREATE TABLE (\w+)/i.exec(statement)?.[1]));
  return statements.filter((statement) => {
    if (/^CREATE (TABLE|INDEX) /i.test(statement)) return false;
    const unique = /^CREATE UNIQUE INDEX \w+ ON (\w+)/i.exec(statement);
    if (unique) return !made.has(unique[1]);
    if (!/^ALTER TABLE \w+ ADD (?!CONSTRAINT|PRIMARY|UNIQUE|CHECK|FOREIGN)/i.test(statement)) return true;
    if (/ (UNIQUE|CHECK|REFERENCES|PRIMARY)\b|,/i.test(statement)) return true;
    return / NOT NULL/i.test(statement) && !/ DEFAULT /i.test(statement);
  });
}

test.each(['sqlite', 'postgres'])('each migration of %s after the first only adds', (dialect) => {
  const folder = join(PROJECT, 'server/store', dialect, 'migrations');
  const later = readdirSync(folder)
    .filter((file) => file.endsWith('.sql') && !file.startsWith('0000_'))
    .sort();
  expect(later.length).toBeGreaterThan(0);
  const found = later.flatMap((file) =>
    breaking(readFileSync(join(folder, file), 'utf8')).map((statement) => `${file}: ${statement}`),
  );
  expect(found, 'expand now, contract in a later version').toEqual([]);
});

test.each([
  'DROP TABLE "a";',
  'ALTER TABLE "a" DROP COLUMN "b";',
  'ALTER TABLE `a` RENAME COLUMN `b` TO `c`;',
  'ALTER TABLE "a" ADD COLUMN "b" text NOT NULL;',
  'ALTER TABLE "a" ALTER COLUMN "b" SET NOT NULL;',
  'ALTER TABLE "a" ADD CONSTRAINT "b" UNIQUE("c");',
  'CREATE UNIQUE INDEX "b" ON "a" ("c");',
])('what an old version would stumble over is seen: %s', (sql) => {
  expect(breaking(sql)).toHaveLength(1);
});
