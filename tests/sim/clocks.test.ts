import { expect, test } from 'vitest';
import { clockLie } from './clocks.ts';

test.each([
  [1, 300],
  [2, 300],
  [3, 300],
  // Phones that come at one instant.
  [7021, 60],
  // Two copies of a phone that numbered alike, and somebody who changes "the second of what is shown".
  [7016, 160],
])(
  'I12 no verdict changes when the clocks of all phones are dealt out anew, seed %i',
  {
    timeout: 300_000,
  },
  async (seed, steps) => {
    expect(await clockLie({ seed, phones: 10, steps })).toBe(null);
  },
);
