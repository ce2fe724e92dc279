import type { Manifest } from './manifest.ts';

const HOURLY = 24;
const DAILY = 14;
const MONTHLY = 12;

/** Copies by how long they are kept, newest first in each: whatever is kept at all is of the first or of some kind. */
export const byKind = (
  copies: readonly Manifest[],
): Readonly<Record<'terbaru' | 'harian' | 'bulanan', readonly Manifest[]>> => {
  const of = (ids: readonly string[]): Manifest[] => copies.filter(({ id }) => ids.includes(id));
  return {
    terbaru: copies.slice(0, HOURLY),
    harian: of(firstOfEach(copies, { letters: 8, most: DAILY })),
    bulanan: of(firstOfEach(copies, { letters: 6, most: MONTHLY })),
  };
};

const firstOfEach = (
  copies: readonly Manifest[],
  { letters, most }: { readonly letters: number; readonly most: number },
): string[] => {
  const first = new Map<string, string>();
  for (const { id } of [...copies].reverse())
    if (!first.has(id.slice(0, letters))) first.set(id.slice(0, letters), id);
  return [...first.values()].slice(-most);
};

/**
 * Copies that are no longer kept: of the newest 24 all stay, then the first of each of 14 days and of 12 months. `copies`
 * are newest first; ids begin with the date.
 */
export const outdated = (copies: readonly Manifest[]): readonly Manifest[] => {
  const kept = new Set([
    ...copies.slice(0, HOURLY).map(({ id }) => id),
    ...firstOfEach(copies, { letters: 8, most: DAILY }),
    ...firstOfEach(copies, { letters: 6, most: MONTHLY }),
  ]);
  return copies.filter(({ id }) => !kept.has(id));
};
