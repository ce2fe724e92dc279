import { expect, test } from 'vitest';
import { play } from './report.ts';

const MINUTES = 60_000;
/** `npm run sim` goes on from there. */
const SHORTEN_SECONDS = 60;
const STEPS = 1000;

/** Promises that all invariants hold through runs of these seeds. */
export const holdThrough = (seeds: readonly number[], { phones }: { readonly phones: number }): void => {
  for (const seed of seeds)
    test(`I1 to I15 hold through ${STEPS} steps of ${phones} phones, seed ${seed}`, {
      timeout: 10 * MINUTES,
    }, async () => {
      expect((await play({ seed, phones, steps: STEPS }, SHORTEN_SECONDS)).text).toBe('');
    });
};
