import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { routeTable } from '../../server/http/route-table.ts';
import { aDunia } from '../fuzz/ground.ts';
import { faultsOf } from '../fuzz/oracle.ts';
import { RUTE } from '../fuzz/rute.ts';
import { keRuteBenar } from '../fuzz/rute-target.ts';

/*
 * Bar 15: the set of headers of each route, as it answers the right request and a method that it does not know. Reviewed by
 * eye; `UPDATE_KEPALA=1` writes the file anew. Values that differ each time, or from route to route, stand as `…`.
 */
const FILE = new URL('rute/kepala.txt', import.meta.url);
const EACH_TIME: ReadonlySet<string> = new Set([
  ...['request-id', 'date', 'etag', 'last-modified', 'content-length', 'set-cookie', 'kinerja-kode'],
  ...['upload-offset', 'upload-length', 'allow'],
]);

const headersOf = ({ headers }: Response): string =>
  [...new Map(headers)]
    .map(([name, value]) => `${name}: ${EACH_TIME.has(name) ? '…' : value}`)
    .sort()
    .join('\n  ');

test('every route of the service has a right request of its own, and the list names no other', () => {
  expect(Object.keys(RUTE).sort()).toEqual(routeTable.map(({ method, path }) => `${method} ${path}`).sort());
});

test('the right request to each route is taken, or refused for the one thing that is not right in it, as its table says, with the headers of the list', async () => {
  const dunia = await aDunia();
  const { server, peran } = dunia;
  const seen = {
    route: () => server.lines.splice(0)[0],
    changed: () => [],
    faults: () => server.faults.splice(0),
  };
  const said: Record<string, string> = {};
  const sets = new Map<string, string[]>();
  const note = (name: string, response: Response): void => {
    expect(response.headers.has('clear-site-data')).toBe(false);
    const set = headersOf(response);
    sets.set(set, [...(sets.get(set) ?? []), `${name}  (${response.status})`]);
  };
  for (const name of Object.keys(RUTE)) {
    server.lines.length = 0;
    const response = await keRuteBenar(dunia, name);
    note(name, response);
    const { code, found } = await faultsOf(response, seen);
    said[name] = [code, ...found].join(' ');
    const path = (name.split(' ')[1] ?? '').replace(/:[a-z]+/g, 'a');
    note(`${name} asked by PATCH`, await peran.guru.ask(path, { method: 'PATCH' }));
  }
  expect(said).toEqual(
    Object.fromEntries(Object.entries(RUTE).map(([name, { ditolak }]) => [name, ditolak ?? ''])),
  );
  const text = [...sets].map(([set, names]) => `${names.join('\n')}\n  ${set}\n`).join('\n');
  if (process.env['UPDATE_KEPALA']) writeFileSync(FILE, text);
  expect(text).toBe(readFileSync(FILE, 'utf8'));
}, 60_000);
