import { expect, test } from 'vitest';
import { everybodyLives, somePhonesDie, twiceInARow } from './drill/scenarios.ts';

// The short form of `npm run drill`: fewer phones, the same processes, command lines and comparisons.
const SHORT = { teachers: 3 };

test('a lost server is whole again once the phones have come back: nothing lost, nothing doubled, nobody asked', async () => {
  expect((await everybodyLives(SHORT)).faults).toEqual([]);
});

test('with phones dead for good, what others hold comes back, and the recovery ledger names exactly what does not', async () => {
  expect((await somePhonesDie(SHORT)).faults).toEqual([]);
});

test('a second loss while phones are half-way through the first costs nothing more', async () => {
  expect((await twiceInARow(SHORT)).faults).toEqual([]);
});
