import { type Scenario, simulate } from './simulate.ts';
import { drawSteps, type Step } from './steps.ts';

/** True where a scenario still breaks the same promise. */
type StillFails = (trace: readonly Step[]) => Promise<boolean>;

const without = (trace: readonly Step[], from: number, size: number): Step[] => [
  ...trace.slice(0, from),
  ...trace.slice(from + size),
];

/** One pass: leaves out stretches of `size` steps wherever the promise is broken without them too. */
const pass = async (trace: readonly Step[], size: number, fails: StillFails): Promise<readonly Step[]> => {
  let left = trace;
  for (let at = left.length - size; at > -size; at -= size) {
    const fewer = without(left, Math.max(0, at), Math.min(size, size + at));
    if (await fails(fewer)) left = fewer;
  }
  return left;
};

/** Leaves steps out of a trace, halves first and single ones last, until each that is left is needed (ddmin). */
const shrink = async (trace: readonly Step[], fails: StillFails): Promise<readonly Step[]> => {
  let left = trace;
  for (let size = Math.ceil(left.length / 2); size >= 1; size = Math.floor(size / 2))
    left = await pass(left, size, fails);
  return left;
};

/** The shortest trace by which the scenario breaks `invariant` that is found within so many seconds. */
export const shrinkScenario = async (
  scenario: Scenario,
  { invariant, seconds }: { readonly invariant: string; readonly seconds: number },
): Promise<readonly Step[]> => {
  const whole = scenario.trace ?? drawSteps(scenario.seed, scenario);
  const until = performance.now() + seconds * 1000;
  const fails: StillFails = async (trace) => {
    if (performance.now() > until) return false;
    const { breaches } = await simulate({ ...scenario, trace });
    return breaches.some((breach) => breach.invariant === invariant);
  };
  const { steps } = await simulate(scenario);
  return shrink(whole.slice(0, steps), fails);
};

/** A trace as text, one step a line. */
export const writeTrace = (trace: readonly Step[]): string =>
  trace.map((step) => JSON.stringify(step)).join('\n');

/** The trace that {@link writeTrace} wrote. */
export const readTrace = (text: string): Step[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Step);
