import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const rules = read('docs/contoh/peringatan.yml');
const exprs = [...rules.matchAll(/^\s*expr: (.+)$/gm)].map(([, expr]) => expr ?? '');
/** Figures of the service; `up` is Prometheus's own. */
const figures = (text: string): string[] => [
  ...new Set([...text.matchAll(/\b(?:kinerja|nodejs|process)_\w+/g)].map(([name]) => name)),
];

test('each figure that an alert asks for is one that the service gives', () => {
  const given = read('server/insight/metrik.ts');
  expect(figures(exprs.join('\n')).length).toBeGreaterThan(6);
  expect(figures(exprs.join('\n')).filter((name) => !new RegExp(`\\b${name}\\b`).test(given))).toEqual([]);
});

test('the table for operators and the rules tell of the same signs', () => {
  const table = read('docs/operasi.md').match(/^\| Tanda \|[\s\S]+?\n\n/m)?.[0] ?? '';
  const signs = table.trim().split('\n').slice(2);
  expect(rules.match(/- alert: /g)).toHaveLength(signs.length);
  expect(exprs).toHaveLength(signs.length);
  for (const name of figures(table)) expect(exprs.join('\n')).toContain(name);
});
