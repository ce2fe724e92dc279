import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { registry } from '../../../shared/commands/index.ts';
import * as protocol from '../../../shared/protocol/index.ts';
import { PROJECT } from './planting.ts';

const GOLDEN = join(PROJECT, 'tests/fixtures/golden/wire.json');
const CHANGED =
  'The wire has changed. Raise version.ts (or the version of the command), add a golden file, add an upcaster; then UPDATE_WIRE=1.';

type Pinned = { readonly protocol: number; readonly schemas: Readonly<Record<string, string>> };

const isSchema = (value: unknown): value is z.ZodMiniType =>
  typeof value === 'object' && value !== null && '_zod' in value;

const hashOf = (schema: z.ZodMiniType): string => {
  const json = JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }));
  return createHash('sha256').update(json).digest('hex').slice(0, 16);
};

const current = (): Pinned => {
  const wire = Object.entries(protocol).flatMap(([name, value]) =>
    isSchema(value) ? [[name, hashOf(value)] as const] : [],
  );
  const bodies = [...registry.values()].map(
    ({ kind, version, body }) => [`${kind}@${version}`, hashOf(body)] as const,
  );
  const sorted = [...wire, ...bodies].sort(([a], [b]) => (a < b ? -1 : 1));
  return { protocol: protocol.PROTOCOL_VERSION, schemas: Object.fromEntries(sorted) };
};

const update = (): void => {
  mkdirSync(dirname(GOLDEN), { recursive: true });
  writeFileSync(GOLDEN, `${JSON.stringify(current(), null, 2)}\n`);
};

test('the wire is pinned: no schema that travels changes by accident', () => {
  if (process.env['UPDATE_WIRE'] === '1') update();
  const pinned = JSON.parse(readFileSync(GOLDEN, 'utf8')) as Pinned;
  expect(Object.keys(pinned.schemas).length).toBeGreaterThan(20);
  expect(current(), CHANGED).toEqual(pinned);
});

test('a change of a field, of a limit and of what may be left out changes the hash', () => {
  const base = hashOf(z.strictObject({ a: z.string().check(z.maxLength(4)) }));
  const others = [
    z.strictObject({ b: z.string().check(z.maxLength(4)) }),
    z.strictObject({ a: z.string().check(z.maxLength(5)) }),
    z.strictObject({ a: z.optional(z.string().check(z.maxLength(4))) }),
    z.object({ a: z.string().check(z.maxLength(4)) }),
  ];
  expect(others.map(hashOf)).not.toContain(base);
});
