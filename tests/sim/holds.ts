import { expect, test } from 'vitest';
import { tell } from './report.ts';

const MINUTES = 60_000;
/** Enough to shorten a trace to what can be read; `npm run sim` goes on from there. */
const MOST_RUNS = 60;
const STEPS = 1000;

/** Promises that all invariants hold through runs of these seeds. */
export const holdThrough = (seeds: readonly number[], { phones }: { readonly phones: number }): void => {
  for (const seed of seeds)
    test(`I1 to I15 hold through ${STEPS} steps of ${phones} phones, seed ${seed}`, {
      timeout: 10 * MINUTES,
    }, async () => {
      expect((await tell({ seed, phones, steps: STEPS }, MOST_RUNS)).text).toBe('');
    });
};
