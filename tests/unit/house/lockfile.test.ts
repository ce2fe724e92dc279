import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { completed } from '../../../house/complete-lock.mjs';
import { PROJECT } from './planting.ts';

type Packages = Record<string, { version?: string; optionalDependencies?: Record<string, string> }>;

const read = (file: string) =>
  JSON.parse(readFileSync(join(PROJECT, file), 'utf8')) as Record<string, unknown>;

test('npm ci finds every package in the lock file, those for other platforms too', () => {
  const packages = read('package-lock.json')['packages'] as Packages;
  const missing = Object.keys(completed(packages) as Packages).filter((place) => !packages[place]);
  expect(missing, 'run `node house/complete-lock.mjs`').toEqual([]);
});

test('a binary for another platform that is missing is added, with the platform that its name says', () => {
  const parent = {
    version: '2.0.0',
    optionalDependencies: { '@a/b-linux-x64-musl': '2.0.0', '@a/b-wasm': '2.0.0', c: '^1.0.0' },
  };
  const packages = completed({ '': {}, 'node_modules/@a/b': parent }) as Packages;
  expect(Object.keys(packages)).toEqual(['', 'node_modules/@a/b', 'node_modules/@a/b-linux-x64-musl']);
  expect(packages['node_modules/@a/b-linux-x64-musl']).toMatchObject({
    version: '2.0.0',
    os: ['linux'],
    cpu: ['x64'],
    libc: ['musl'],
  });
});

test('every dependency is pinned to one version', () => {
  const { dependencies, devDependencies } = read('package.json') as Record<string, Record<string, string>>;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, range]) => !/^(npm:[a-z@/-]+@)?\d+\.\d+\.\d+$/.test(range),
  );
  expect(loose).toEqual([]);
});

/** Packages that may run a script of theirs when they are installed: one is native, the others are the builder's. */
const MAY_RUN = /(^|\/)node_modules\/(better-sqlite3|esbuild)$/;

test('T47: no package runs a script at installation but those that are known to, and none comes from elsewhere', () => {
  type Locked = { hasInstallScript?: boolean; resolved?: string; link?: boolean };
  const packages = Object.entries(read('package-lock.json')['packages'] as Record<string, Locked>);
  const scripts = packages.filter(
    ([place, { hasInstallScript }]) => hasInstallScript && !MAY_RUN.test(place),
  );
  const elsewhere = packages.filter(
    ([, { resolved, link }]) => link || (resolved && !resolved.startsWith('https://registry.npmjs.org/')),
  );
  expect({ scripts, elsewhere }).toEqual({ scripts: [], elsewhere: [] });
});
