import { readFileSync } from 'node:fs';
import { count, text } from './arguments.ts';
import { shorten, tell } from './report.ts';
import { simulate } from './simulate.ts';
import { openStorage } from './stores.ts';
import { readTrace } from './trace.ts';

// `npm run sim -- --phones N --steps N --seed S [--seeds N] [--trace FILE] [--shorten SECONDS] [--store postgres]`: plays seeds, or
// one trace; of what breaks a promise it prints the seed and the shortest trace that it finds in the time.
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const SHORTEN_SECONDS = 600;

const [phones, steps] = [count('phones', 10), count('steps', 1000)];
const [first, seeds] = [count('seed', 1), count('seeds', 1)];
const file = text('trace');
const trace = file ? readTrace(readFileSync(file, 'utf8')) : undefined;

const { storage, close } = await openStorage();

const play = async (seed: number): Promise<boolean> => {
  const since = performance.now();
  const scenario = { seed, phones, steps, trace, storage };
  const outcome = await simulate(scenario);
  const { breaches, heard, ...figures } = outcome;
  const ms = Math.round(performance.now() - since);
  print(JSON.stringify({ seed, ...figures, verdicts: heard.length, ms }));
  if (breaches.length === 0) return true;
  print(tell(scenario, outcome));
  print(await shorten(scenario, outcome, count('shorten', file ? 0 : SHORTEN_SECONDS)));
  return false;
};

let held = true;
for (let seed = first; seed < first + seeds; seed += 1) held = (await play(seed)) && held;
await close();
process.exitCode = held ? 0 : 1;
