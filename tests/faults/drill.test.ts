import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { damagedCopy } from './drill/damaged-copy.ts';
import { somebodyComesLate } from './drill/late-comers.ts';
import { everybodyLives, somePhonesDie, twiceInARow } from './drill/scenarios.ts';
import { plantFault, plants } from './support/plants.ts';
import { aWorkFolder } from './support/workplace.ts';

// The short form of `npm run drill`: fewer phones, the same processes, command lines and comparisons.
const SHORT = { teachers: 3 };
const SMALL = { teachers: 2 };

const work = aWorkFolder();
afterAll(() => work.remove());

test('a lost server is whole again once the phones have come back: nothing lost, nothing doubled, nobody asked', async () => {
  expect((await everybodyLives(SHORT)).faults).toEqual([]);
});

test('with phones dead for good, what others hold comes back, and the recovery ledger names exactly what does not', async () => {
  expect((await somePhonesDie(SHORT)).faults).toEqual([]);
});

test('a second loss while phones are half-way through the first costs nothing more', async () => {
  expect((await twiceInARow(SHORT)).faults).toEqual([]);
});

test('a copy that does not verify makes nothing safe, and one that was not verified is caught', async () => {
  expect((await damagedCopy(SMALL)).faults).toEqual([]);
  const program = plantFault(plants.safeBeforeVerification, join(work.folder, 'tanpa-periksa'));
  const { faults } = await damagedCopy({ ...SMALL, program });
  expect(faults.join()).toMatch(/damaged copy counts.*safe in no sound copy/);
});

test('a phone that comes when the new history is longer than the lost one notices all the same, and one that goes by its position alone is caught', async () => {
  expect((await somebodyComesLate(SMALL)).faults).toEqual([]);
  const program = plantFault(plants.cursorOnly, join(work.folder, 'hanya-posisi'));
  const { faults } = await somebodyComesLate({ ...SMALL, program });
  expect(faults.join()).toContain('commands lost');
});
