import { count } from './arguments.ts';
import { clockLie } from './clocks.ts';
import { play } from './report.ts';
import type { Outcome } from './simulate.ts';
import { openStorage } from './stores.ts';

// `npm run soak -- [--minutes N] [--seed S] [--store postgres]`: one seed after another until the time is up: mostly two schools for a
// thousand steps, now and then forty schools or a long life. Prints one line a seed, what broke, and the sums.
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const SHORTEN_SECONDS = 180;
const DECK = [
  ...Array.from({ length: 8 }, () => ({ phones: 10, steps: 1000 })),
  { phones: 5, steps: 5000 },
  { phones: 200, steps: 2000 },
];
const CLOCKS_EVERY = 5;

const until = performance.now() + count('minutes', 15) * 60_000;
const sums = { seeds: 0, steps: 0, typed: 0, acked: 0, aman: 0, restores: 0, verdicts: 0, broken: 0 };

const { storage, close } = await openStorage();

const add = ({ steps, typed, acked, aman, restores, heard }: Outcome): void => {
  const more = { steps, typed, acked, aman, restores, verdicts: heard.length };
  for (const [name, figure] of Object.entries(more)) sums[name as keyof typeof more] += figure;
};

const playOne = async (seed: number): Promise<string[]> => {
  const shape = DECK[seed % DECK.length] ?? { phones: 10, steps: 1000 };
  const { outcome, text } = await play({ seed, ...shape, storage }, SHORTEN_SECONDS);
  add(outcome);
  const lie = seed % CLOCKS_EVERY === 0 ? await clockLie({ seed, phones: 10, steps: 300, storage }) : null;
  return [text, lie ? `I12 broken: ${lie}` : ''].filter((line) => line !== '');
};

for (let seed = count('seed', 1000); performance.now() < until; seed += 1) {
  const broken = await playOne(seed);
  sums.seeds += 1;
  if (broken.length > 0) sums.broken += 1;
  print([`seed ${seed}: ${broken.length === 0 ? 'all held' : ''}`, ...broken].join('\n'));
}
await close();
print(JSON.stringify(sums));
process.exitCode = sums.broken > 0 ? 1 : 0;
