import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import * as records from '../../../shared/records/index.ts';
import { PROJECT } from './planting.ts';

type JsonSchema = {
  readonly properties?: Record<string, JsonSchema>;
  readonly items?: JsonSchema;
  readonly anyOf?: JsonSchema[];
};

const isSchema = (value: unknown): value is z.ZodMiniType =>
  typeof value === 'object' && value !== null && '_zod' in value;

const keysOf = (schema: JsonSchema): string[] => [
  ...Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => [key, ...keysOf(inner)]),
  ...(schema.items ? keysOf(schema.items) : []),
  ...(schema.anyOf ?? []).flatMap(keysOf),
];

/** Terms of the glossary: what stands in backticks in the first column of its tables. */
const terms = (): string[] =>
  readFileSync(join(PROJECT, 'docs/istilah.md'), 'utf8')
    .split('\n')
    .flatMap((line) => /^\| `([^`]+)`/.exec(line)?.[1] ?? []);

/** Every line has a meaning and a source, so that a term is not merely listed. */
const rows = (): string[][] =>
  readFileSync(join(PROJECT, 'docs/istilah.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

test('the glossary has a line for every field of a record', () => {
  const exported: unknown[] = Object.values(records);
  const schemas = exported.filter(isSchema);
  const fields = new Set(
    schemas.flatMap((schema) => keysOf(z.toJSONSchema(schema, { unrepresentable: 'any' }) as JsonSchema)),
  );
  expect(fields.size).toBeGreaterThan(30);
  expect([...fields].filter((field) => !terms().includes(field)).sort()).toEqual([]);
});

test('the glossary has a line for every record and for every rule, named as its file', () => {
  const names = ['records', 'domain'].flatMap((room) => readdirSync(join(PROJECT, 'shared', room)));
  const files = names.filter((name) => name.endsWith('.ts')).map((name) => name.replace(/\.ts$/, ''));
  const mechanics = ['index', 'record', 'text'];
  expect(files.filter((file) => !mechanics.includes(file) && !terms().includes(file)).sort()).toEqual([]);
});

test('each line of the glossary says meaning, source and what not to take it for', () => {
  expect(rows().filter((cells) => cells.length !== 4 || !cells[1] || !cells[2])).toEqual([]);
  expect(terms().filter((term, i, all) => all.indexOf(term) !== i)).toEqual([]);
});
