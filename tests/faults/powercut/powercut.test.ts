import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Plant, plantFault, plants } from '../support/plants.ts';
import { aWorkFolder } from '../support/workplace.ts';
import { countFaults, cutPower, missedBy } from './cuts.ts';
import { aShortDay, aWorkplace } from './days.ts';
import { failOnce } from './failing-disk.ts';
import type { Failure } from './recorder.ts';
import { recordDay, type Workplace } from './recording.ts';

const work = aWorkFolder();
let place: Workplace;
beforeAll(async () => {
  place = await aWorkplace(work.folder);
});
afterAll(() => work.remove());

const scratch = join(work.folder, 'putus');

test('the power cut at 100 points of a day with a kill, a stop and three starts: opens, is sound, holds what was answered, no half batch, no photo without its file', async () => {
  const day = await aShortDay(place, 1);
  expect(day.book.faults).toEqual([]);
  expect(missedBy(day)).toEqual([]);
  const report = await cutPower(day, { points: 100, seed: 1, scratch });
  expect(report.bad).toEqual([]);
});

/** What fails, and the exit code of that run; null where the service goes on. */
const failures: readonly (readonly [string, Failure, number | null])[] = [
  ['the flush of the folder at start', { flush: 1 }, 1],
  ['the flush of the name of the log', { flush: 3 }, 1],
  ['the first flush of the log', { flush: 1, of: '-wal' }, 1],
  ['a flush of the log under load', { flush: 5, of: '-wal' }, 1],
  ['a flush of a photo', { flush: 2, of: '.whole' }, null],
  ['the flush of a new folder of photos', { flush: 1, of: 'foto' }, null],
  ['a write without room', { write: 60 }, null],
];

test.each(failures)(
  'F16: %s fails: no phone is told more than that it come again, and after a new start, the repeats and a power cut nothing that was answered is gone',
  async (name, failure, code) => {
    const result = await failOnce(place, { name: `gagal ${name}`, failure });
    expect(result.complaints).toEqual([]);
    expect(result.faults).toEqual([]);
    expect(result.code).toBe(code);
    expect(result.acknowledged).toBeGreaterThan(0);
  },
);

describe('what the power cuts are there to notice', () => {
  const planted: readonly (readonly [string, Plant, string])[] = [
    ['an answer before its commit', plants.answerBeforeCommit, 'lost'],
    ['a batch in two transactions', plants.batchInTwoTransactions, 'half-batch'],
    ['commits that are not flushed', plants.synchronousNormal, 'lost'],
    ['a photo that is named before it is flushed', plants.photoNamedBeforeFlush, 'photo'],
    ['a photo whose name is not flushed', plants.photoNameNotFlushed, 'photo'],
  ];

  test.each(planted)('%s', async (name, plant, kind) => {
    const root = plantFault(plant, join(work.folder, `program ${name}`));
    const parts = [{ commands: 40, end: 'SIGKILL' }] as const;
    const day = await recordDay(place, { name: `hari ${name}`, seed: 1, parts, root });
    const report = await cutPower(day, { points: 40, seed: 1, scratch });
    expect(countFaults(report)).toHaveProperty(kind);
  });

  test('F16: a start that opens the log as it lies after a failed flush', async () => {
    const root = plantFault(plants.logKeepsItsInode, join(work.folder, 'program log'));
    const failure = { flush: 5, of: '-wal' };
    const result = await failOnce(place, { name: 'gagal di log', failure, root });
    expect(result.faults.map(({ kind }) => kind)).toContain('lost');
  });
});
