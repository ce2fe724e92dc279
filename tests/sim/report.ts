import { INVARIANTS } from './invariants.ts';
import { type Outcome, type Scenario, simulate } from './simulate.ts';
import { shrinkScenario, writeTrace } from './trace.ts';

const MOST_TOLD = 10;

const sentenceOf = (invariant: string): string =>
  INVARIANTS.find(({ id }) => id === invariant)?.says ?? 'the product failed';

/** What a run broke, and how to see it again; empty where every promise held. */
export const tell = ({ seed, phones, steps }: Scenario, { breaches }: Outcome): string => {
  const [broken] = breaches;
  if (!broken) return '';
  return [
    `${broken.invariant} broken, ${sentenceOf(broken.invariant)}`,
    ...breaches.slice(0, MOST_TOLD).map(({ invariant, what }) => `  ${invariant}: ${what}`),
    `again: npm run sim -- --phones ${phones} --steps ${steps} --seed ${seed}`,
  ].join('\n');
};

/** The shortest trace found within so many seconds that breaks the same promise, as text; empty where none was broken. */
export const shorten = async (scenario: Scenario, outcome: Outcome, seconds: number): Promise<string> => {
  const [broken] = outcome.breaches;
  if (!broken || seconds === 0) return '';
  const trace = await shrinkScenario(scenario, { invariant: broken.invariant, seconds });
  const { seed, phones } = scenario;
  return [
    `or, in ${trace.length} steps: put these lines into FILE, npm run sim -- --phones ${phones} --seed ${seed} --trace FILE`,
    writeTrace(trace),
  ].join('\n');
};

/** Plays a scenario: both texts in one, and what it came to. */
export const play = async (
  scenario: Scenario,
  seconds: number,
): Promise<{ readonly outcome: Outcome; readonly text: string }> => {
  const outcome = await simulate(scenario);
  const text = [tell(scenario, outcome), await shorten(scenario, outcome, seconds)].join('\n').trim();
  return { outcome, text };
};
