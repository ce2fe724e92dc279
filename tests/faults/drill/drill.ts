import { damagedCopy } from './damaged-copy.ts';
import { largeSchool } from './large.ts';
import { somebodyComesLate } from './late-comers.ts';
import {
  backUpWhileWriting,
  copiedByHand,
  everybodyLives,
  type Outcome,
  oldestCopy,
  type Scenario,
  somePhonesDie,
  twiceInARow,
  workingMeanwhile,
} from './scenarios.ts';

// `npm run drill`: the whole story of a lost server, told by real processes. `-- 2 5` tells only some of it; `-- --besar`
// copies and restores a large school instead.
const STORIES: readonly Scenario[] = [
  everybodyLives,
  somePhonesDie,
  oldestCopy,
  copiedByHand,
  twiceInARow,
  workingMeanwhile,
  somebodyComesLate,
  damagedCopy,
  backUpWhileWriting,
];
const TEACHERS = 12;

const print = (number: number, { name, figures, times, faults }: Outcome): void => {
  process.stdout.write(
    `${faults.length === 0 ? 'ok  ' : 'FAIL'} ${number} ${name}: ${[figures, ...times].join('; ')}\n`,
  );
  for (const fault of faults) process.stdout.write(`       ${fault}\n`);
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const tellStories = async (wanted: readonly number[]): Promise<boolean> => {
  let isGood = true;
  for (const [i, tell] of STORIES.entries()) {
    if (wanted.length > 0 && !wanted.includes(i + 1)) continue;
    const outcome = await tell({ teachers: TEACHERS });
    isGood &&= outcome.faults.length === 0;
    print(i + 1, outcome);
  }
  return isGood;
};

const args = process.argv.slice(2);
const isGood = args.includes('--besar') ? await largeSchool(say) : await tellStories(args.map(Number));
process.exitCode = isGood ? 0 : 1;
