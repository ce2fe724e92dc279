import { expect, test } from 'vitest';
import { clockLie } from './clocks.ts';

for (const seed of [1, 2, 3])
  test(`I12 no verdict changes when the clocks of all phones are dealt out anew, seed ${seed}`, {
    timeout: 300_000,
  }, async () => {
    expect(await clockLie({ seed, phones: 10, steps: 300 })).toBe(null);
  });
