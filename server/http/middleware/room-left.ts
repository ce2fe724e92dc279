import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

/** How much room the data folder's disk has: enough, too little for photos, too little for anything. */
export type RoomLeft = 'lega' | 'sempit' | 'habis';

const SECONDS = 900;

/**
 * Refuses what would fill the disk before its body is read: photos first, text only when the last reserve is touched. Then
 * what was accepted stays safe, reading goes on, and phones keep the rest.
 */
export const whileRoom =
  (left: () => Promise<RoomLeft>, { photos }: { readonly photos: boolean }): MiddlewareHandler =>
  async (c, next) => {
    const found = await left();
    const isTooLittle = found === 'habis' || (photos && found === 'sempit');
    return isTooLittle ? problem(c, 'penuh', { retryAfter: SECONDS }) : next();
  };
