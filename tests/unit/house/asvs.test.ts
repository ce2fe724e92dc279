import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT } from './planting.ts';

/** How many requirements of levels 1 and 2 each chapter of ASVS 5.0.0 has, V1 to V17; 253 in all. */
const CHAPTERS = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];
const STATUS = ['ya', 'sebagian', 'belum', 'tidak berlaku'];

const read = (file: string) => readFileSync(join(PROJECT, file), 'utf8');

const rows = (page: string, first: RegExp): string[][] =>
  read(page)
    .split('\n')
    .filter((line) => first.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));

/** What a page offers as proof and is not there: a file in backticks, or words after › that the file does not hold. */
const missing = (text: string): string[] =>
  [...text.matchAll(/`([\w.-]*(?:\/[\w.-]+)+|[\w-]+\.(?:md|json))`(?: › "([^"]+)")?/g)].flatMap(
    ([whole, file = '', words]) =>
      existsSync(join(PROJECT, file)) && (!words || read(file).includes(words)) ? [] : [whole],
  );

describe('what the pages on security and on the installed app offer as proof', () => {
  test.each([
    'docs/asvs.md',
    'docs/ancaman.md',
    'docs/security.md',
    'docs/privasi.md',
    'docs/pwa.md',
    'SECURITY.md',
  ])('%s: is there, word for word', (page) => {
    expect(missing(read(page))).toEqual([]);
  });

  test('a file that is gone and words that were changed are found', () => {
    expect(missing('`tests/unit/house/no-such.test.ts`')).toHaveLength(1);
    expect(missing('`tests/unit/house/lint.test.ts` › "no such words"')).toHaveLength(1);
    expect(missing('`tests/unit/house/lint.test.ts` › "stops"')).toEqual([]);
  });

  test('every requirement of ASVS levels 1 and 2 has one line, with a known status and what stands behind it', () => {
    const lines = rows('docs/asvs.md', /^\| V\d/);
    const ids = lines.flatMap(([, ids = '']) => ids.split(', '));
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(CHAPTERS.map((_, i) => ids.filter((id) => id.startsWith(`V${i + 1}.`)).length)).toEqual(CHAPTERS);
    expect(lines.filter(([, , , status = '', why]) => !STATUS.includes(status) || !why)).toEqual([]);
  });

  test('the sums in docs/security.md are those of the tables', () => {
    const sums = (lines: string[][], at: number) =>
      STATUS.map((status) =>
        lines.reduce(
          (sum, cells) => sum + (cells[at] === status ? (cells[1]?.split(', ').length ?? 0) : 0),
          0,
        ),
      );
    const [asvs, ancaman] = rows('docs/security.md', /^\| (ASVS|Ancaman)/).map((cells) =>
      cells.slice(2, 6).map(Number),
    );
    expect(asvs).toEqual(sums(rows('docs/asvs.md', /^\| V\d/), 3));
    expect(ancaman).toEqual(sums(rows('docs/ancaman.md', /^\| T\d/), 4));
  });

  test('every threat T01 to T47 has one line, with a known status and what stands behind it', () => {
    const lines = rows('docs/ancaman.md', /^\| T\d/);
    const all = Array.from({ length: 47 }, (_, i) => `T${String(i + 1).padStart(2, '0')}`);
    expect(lines.map(([, id]) => id)).toEqual(all);
    expect(lines.filter(([, , , , status = '', why]) => !STATUS.includes(status) || !why)).toEqual([]);
  });
});
