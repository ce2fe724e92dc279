import { mkdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { NOTHING_STABLE, type Stable } from '../../ledger/index.ts';
import type { ReadTx, Store } from '../../store/index.ts';
import { copyPath, type Manifest, manifestPath } from './manifest.ts';

/** The restore tool takes one of the newest three; an older one only by force. */
export const RESTORABLE = 3;
/** Clocks of phone and server may differ by this much when the time of a photo's arrival is compared, ms. */
const FOTO_MARGIN = 3_600_000;

/**
 * What all copies contain that may be restored: for each shard the least of their lines. `copies` are newest first. With
 * fewer than three, all of them; a shard that one of them lacks is safe in none.
 */
export const stableOf = (copies: readonly Manifest[]): Stable => {
  const [newest, ...others] = copies.slice(0, RESTORABLE);
  if (!newest) return NOTHING_STABLE;
  const lines: Record<string, number> = {};
  for (const [shard, { n }] of Object.entries(newest.positions))
    lines[shard] = others.reduce((least, { positions }) => Math.min(least, positions[shard]?.n ?? 0), n);
  const oldest = others.at(-1) ?? newest;
  return { lines, foto: Math.max(0, oldest.madeAt - FOTO_MARGIN) };
};

/**
 * How many copies came before this one when it could last be chosen: those in the place that are newer, or those that were
 * newer when the latest restore put some aside. Else each restore would let the next one reach further back than phones
 * were ever told. Both lists are newest first.
 */
export const newerThan = (
  { id, madeAt }: Manifest,
  { copies, aside }: { readonly copies: readonly Manifest[]; readonly aside: readonly Manifest[] },
): number => {
  const then = aside[0]?.madeAt ?? 0;
  const before = copies.filter((other) => other.madeAt > madeAt && other.madeAt < then);
  const gone = aside.filter((other) => other.madeAt > madeAt);
  return Math.max(
    copies.findIndex((other) => other.id === id),
    before.length + gone.length,
  );
};

/** True where all these lines belong to the server's present history. */
export const isOnChain = async (tx: ReadTx, { positions }: Pick<Manifest, 'positions'>): Promise<boolean> => {
  for (const [shard, { n, h }] of Object.entries(positions)) {
    if (n === 0) continue;
    const here = await tx.chainHashAt(shard, n);
    if (here === null || Buffer.from(here).toString('hex') !== h) return false;
  }
  return true;
};

/** Copies of another history than the server's present one: it was given up by putting back an older copy. */
export const abandonedOf = async (
  store: Pick<Store, 'read'>,
  copies: readonly Manifest[],
): Promise<readonly Manifest[]> => {
  const abandoned: Manifest[] = [];
  for (const copy of copies) if (!(await store.read((tx) => isOnChain(tx, copy)))) abandoned.push(copy);
  return abandoned;
};

/** Folder of the copies that were set aside. */
export const ABANDONED = 'ditinggalkan';

/** Puts copies aside: choosing one of them later would lose what was said to be safe. They are never deleted by themselves. */
export const setAside = (place: string, copies: readonly Pick<Manifest, 'id'>[]): void => {
  if (copies.length === 0) return;
  const aside = join(place, ABANDONED);
  mkdirSync(aside, { recursive: true });
  for (const { id } of copies)
    for (const path of [manifestPath(place, id), copyPath(place, id)])
      renameSync(path, join(aside, basename(path)));
};
