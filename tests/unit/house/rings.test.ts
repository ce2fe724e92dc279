import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importsOf, rings, staticImports } from '../../../house/rings.mjs';

const graph = (edges: Readonly<Record<string, readonly string[]>>): Map<string, readonly string[]> =>
  new Map(Object.entries(edges));

test('a ring of scripts is found, however long it is and wherever one comes into it', () => {
  expect(rings(graph({ a: ['b'], b: ['c'], c: ['b', 'd'], d: [] }))).toEqual([['b', 'c']]);
  expect(rings(graph({ z: ['c'], c: ['a'], a: ['b'], b: ['c'] }))).toEqual([['a', 'b', 'c']]);
  expect(rings(graph({ a: ['a'] }))).toEqual([['a']]);
  expect(rings(graph({ a: ['b', 'c'], b: ['c'], c: [] }))).toEqual([]);
});

test('scripts that import only what stands before them are no ring; one import back makes one', () => {
  const later = fc.array(fc.array(fc.nat()), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(later, (wanted) => {
      const edges = wanted.map((list, i) => [String(i), list.filter((n) => n < i).map(String)] as const);
      expect(rings(new Map(edges))).toEqual([]);
      const last = String(wanted.length - 1);
      const closed = new Map([...edges, [last, ['0']], ['0', [last]]] as [string, string[]][]);
      expect(rings(closed).length).toBeGreaterThan(0);
    }),
  );
});

test('imports are read from built code: named, for their effect, handed on; not what is loaded later', () => {
  const built =
    'import{a as b}from"./satu-1.js";import"./dua-2.js";export{c}from"./tiga-3.js";const d=()=>import("./empat-4.js"),e="./lima-5.js";';
  expect(staticImports(built)).toEqual(['satu-1.js', 'dua-2.js', 'tiga-3.js']);
});

test.runIf(existsSync('dist/client/assets'))('no scripts of the build import each other in a ring', () => {
  const imports = importsOf('dist/client/assets');
  expect(imports.size).toBeGreaterThan(10);
  expect(rings(imports)).toEqual([]);
});

test.runIf(existsSync('dist/client/sw.js'))(
  'the door of the app lock is in the precache: without it nobody gets in offline',
  () => {
    expect(readFileSync('dist/client/sw.js', 'utf8')).toMatch(/assets\/kunci-[\w-]{8}\.js/);
  },
);
