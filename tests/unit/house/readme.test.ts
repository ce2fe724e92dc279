import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT } from './planting.ts';

/** Numbers that a text claims, as `<!-- angka:js-gz -->71,2<!-- /angka -->`: by name, decimal comma or point. */
const claimed = (text: string): [name: string, value: number][] =>
  [...text.matchAll(/<!-- angka:([a-z0-9-]+) -->([\d.,]+)<!-- \/angka -->/g)].map((match) => [
    match[1] ?? '',
    Number((match[2] ?? '').replace(',', '.')),
  ]);

describe('README', () => {
  test('its numbers are the measured ones', () => {
    const file = join(PROJECT, 'docs/angka.json');
    const measured = existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>)
      : {};
    const wrong = claimed(readFileSync(join(PROJECT, 'README.md'), 'utf8')).filter(
      ([name, value]) => measured[name] !== value,
    );
    expect(wrong).toEqual([]);
  });

  test('its links to files lead somewhere', () => {
    const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'];
    const links = pages.flatMap((page) =>
      [...readFileSync(join(PROJECT, page), 'utf8').matchAll(/\]\(([^)#:]+)\)/g)].map(
        (match) => match[1] ?? '',
      ),
    );
    expect(links.filter((link) => !existsSync(join(PROJECT, link)))).toEqual([]);
  });

  test('the scripts it names exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
      scripts: object;
    };
    const named = [...readFileSync(join(PROJECT, 'README.md'), 'utf8').matchAll(/npm run ([a-z-]+)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  test('a number in a marker is read with comma or point', () => {
    expect(
      claimed('a <!-- angka:js-gz -->71,2<!-- /angka --> KB, <!-- angka:lcp -->1.9<!-- /angka --> s'),
    ).toEqual([
      ['js-gz', 71.2],
      ['lcp', 1.9],
    ]);
  });
});
