import { format } from 'node:util';
import { afterEach, beforeEach } from 'vitest';

type Loud = 'error' | 'warn';
const LOUD: readonly Loud[] = ['error', 'warn'];
const real = { error: console.error, warn: console.warn };

let heard: string[] = [];
let expected: RegExp[] = [];

/** Says that this test means to provoke a `console.error` or `console.warn`; one that never comes fails it too. */
export const expectConsole = (pattern: RegExp): void => {
  expected.push(pattern);
};

beforeEach(() => {
  heard = [];
  expected = [];
  for (const level of LOUD) {
    console[level] = (...args: unknown[]) => {
      heard.push(format(...args));
    };
  }
});

afterEach(() => {
  for (const level of LOUD) console[level] = real[level];
  const surprising = heard.filter((line) => !expected.some((pattern) => pattern.test(line)));
  const missing = expected.filter((pattern) => !heard.some((line) => pattern.test(line)));
  if (surprising.length > 0) throw new Error(`The console was not quiet:\n${surprising.join('\n')}`);
  if (missing.length > 0) throw new Error(`Expected on the console, never heard: ${missing.join(', ')}`);
});
