import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Fault, faultsAfterFirstStart, faultsIn } from '../support/judge.ts';
import { aWorkFolder } from '../support/workplace.ts';
import { countFaults, cutPower, missedBy } from './cuts.ts';
import { aLongDay, aShortDay, aWorkplace } from './days.ts';
import { failOnce } from './failing-disk.ts';
import type { Failure } from './recorder.ts';
import { type Recorded, recordFirstStart, type Workplace } from './recording.ts';

// `npm run powercut -- --points 10000 --runs 60 [--seed 7]`: power cuts at random points of recorded days, then runs in
// which the disk fails once.
const { values } = parseArgs({
  options: { points: { type: 'string' }, runs: { type: 'string' }, seed: { type: 'string' } },
});
const points = Number(values.points ?? 10_000);
const runs = Number(values.runs ?? 60);
const seed = Number(values.seed ?? 1);
const SHORT_DAYS = 5;

const print = (value: unknown): boolean => process.stdout.write(`${JSON.stringify(value)}\n`);
const seconds = (since: number): number => Math.round((performance.now() - since) / 1000);

const cutDay = async (
  place: Workplace,
  day: Recorded,
  { share, judge = faultsIn }: { share: number; judge?: typeof faultsIn },
): Promise<number> => {
  const missed = missedBy(day);
  const scratch = join(place.folder, 'putus');
  const report = await cutPower(day, { points: share, seed, scratch, judge });
  const { acknowledged, faults } = day.book;
  print({
    points: share,
    events: report.events,
    acknowledged,
    missed,
    complaints: faults,
    bad: countFaults(report),
  });
  for (const { at, fate, faults: found } of report.bad.slice(0, 3)) print({ at, fate, found });
  return report.bad.length + missed.length + faults.length;
};

const cutDays = async (place: Workplace): Promise<number> => {
  const share = Math.ceil(points / (SHORT_DAYS + 1));
  let bad = await cutDay(place, await aLongDay(place, seed), { share });
  for (let day = 1; day <= SHORT_DAYS; day += 1)
    bad += await cutDay(place, await aShortDay(place, seed * 100 + day), { share });
  const first = { share: Math.ceil(points / 50), judge: faultsAfterFirstStart };
  return bad + (await cutDay(place, await recordFirstStart(place), first));
};

/** The disk fails once in each run: each flush in turn, flushes of the log under load, and writes without room. */
const failures = (count: number): Failure[] =>
  Array.from({ length: count }, (_, i) => i + 1).flatMap((at): Failure[] => [
    { flush: at },
    { flush: at * 2, of: '-wal' },
    { write: at * 9 },
  ]);

const failDisk = async (place: Workplace): Promise<number> => {
  const found: Fault[] = [];
  const complaints: string[] = [];
  let [ended, repeats] = [0, 0];
  for (const [at, failure] of failures(Math.ceil(runs / 3)).entries()) {
    const result = await failOnce(place, { name: `gagal-${at}`, failure });
    if (result.faults.length + result.complaints.length > 0) print({ failure, ...result });
    found.push(...result.faults);
    complaints.push(...result.complaints);
    ended += result.code === null ? 0 : 1;
    repeats += result.repeats;
  }
  print({ runs, ended, repeats, complaints: complaints.length, bad: found.length });
  return found.length + complaints.length;
};

const work = aWorkFolder();
const started = performance.now();
try {
  const place = await aWorkplace(work.folder);
  const bad = await cutDays(place);
  print({ cut: points, seed, seconds: seconds(started), bad });
  const since = performance.now();
  const poisoned = await failDisk(place);
  print({ runs, seconds: seconds(since), bad: poisoned });
  process.exitCode = bad + poisoned === 0 ? 0 : 1;
} finally {
  work.remove();
}
