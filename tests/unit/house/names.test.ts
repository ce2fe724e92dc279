import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from './planting.ts';

const ROOMS = ['client', 'server', 'shared', 'tests'];
const DRAWERS = /^(utils?|helpers?|common|misc|manager|services?|types?|data)\.tsx?$/;
/** Stands for both penilai and pembina, so it stands for nothing. */
const FORBIDDEN = /\b(?:PPK|ppk)\b|[a-z]P(?:pk|PK)\b|\bppk[A-Z]/;

const sources = (): string[] =>
  ROOMS.flatMap((room) =>
    readdirSync(join(PROJECT, room), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(tsx?|css)$/.test(path) && !path.includes('node_modules/'))
      .map((path) => `${room}/${path}`),
  );

test('no file is a drawer for what has no name', () => {
  expect(sources().filter((path) => DRAWERS.test(basename(path)))).toEqual([]);
});

test('no name says PPK', () => {
  const own = basename(import.meta.url);
  const said = sources().filter(
    (path) =>
      !path.endsWith(own) &&
      !path.endsWith('words.test.ts') &&
      FORBIDDEN.test(readFileSync(join(PROJECT, path), 'utf8')),
  );
  expect(said).toEqual([]);
});
