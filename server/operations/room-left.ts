import { statfs } from 'node:fs/promises';
import type { RoomLeft } from '../http/index.ts';

const PHOTOS_NEED = 500_000_000;
const TEXT_NEEDS = 100_000_000;
const ASK_EVERY = 5_000;

/** Too little for photos below 5 % of the disk or 500 MB, whichever is less; for anything below 100 MB. */
export const roomIn = ({ free, total }: { readonly free: number; readonly total: number }): RoomLeft => {
  if (free < TEXT_NEEDS) return 'habis';
  return free < Math.min(PHOTOS_NEED, total * 0.05) ? 'sempit' : 'lega';
};

/** Looks at the disk of a folder, every five seconds at most. Where it cannot be asked, writing itself will tell. */
export const watchRoom = (dir: string, clock: () => number): (() => Promise<RoomLeft>) => {
  let [askedAt, known]: [number, RoomLeft] = [Number.NEGATIVE_INFINITY, 'lega'];
  return async () => {
    if (clock() - askedAt < ASK_EVERY) return known;
    askedAt = clock();
    const disk = await statfs(dir).catch(() => null);
    known = disk ? roomIn({ free: disk.bavail * disk.bsize, total: disk.blocks * disk.bsize }) : 'lega';
    return known;
  };
};
