import { readFileSync } from 'node:fs';
import { count, text } from './arguments.ts';
import { tell } from './report.ts';
import { readTrace } from './trace.ts';

// `npm run sim -- --phones N --steps N --seed S [--seeds N] [--trace FILE]`: plays seeds, or one trace; of what breaks a
// promise it prints the seed and the shortest trace that breaks it too.
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const MOST_RUNS = 400;

const [phones, steps] = [count('phones', 10), count('steps', 1000)];
const [first, seeds] = [count('seed', 1), count('seeds', 1)];
const file = text('trace');
const trace = file ? readTrace(readFileSync(file, 'utf8')) : undefined;

const play = async (seed: number): Promise<boolean> => {
  const since = performance.now();
  const told = await tell({ seed, phones, steps, trace }, file ? 0 : MOST_RUNS);
  const { breaches, heard, ...figures } = told.outcome;
  const ms = Math.round(performance.now() - since);
  print(JSON.stringify({ seed, ...figures, verdicts: heard.length, ms }));
  if (told.text) print(told.text);
  return breaches.length === 0;
};

let held = true;
for (let seed = first; seed < first + seeds; seed += 1) held = (await play(seed)) && held;
process.exitCode = held ? 0 : 1;
