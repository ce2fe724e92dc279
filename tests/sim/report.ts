import { INVARIANTS } from './invariants.ts';
import { type Outcome, type Scenario, simulate } from './simulate.ts';
import { shrinkScenario, writeTrace } from './trace.ts';

/** What a run came to, and what it broke in words: empty where every promise held. */
export type Told = { readonly outcome: Outcome; readonly text: string };

const MOST_TOLD = 10;

const sentenceOf = (invariant: string): string =>
  INVARIANTS.find(({ id }) => id === invariant)?.says ?? 'the product failed';

/**
 * Plays a scenario. Of what breaks a promise it tells the promise, what was seen, the seed, and the shortest trace that
 * breaks it too, found in `most` runs at most.
 */
export const tell = async (scenario: Scenario, most: number): Promise<Told> => {
  const outcome = await simulate(scenario);
  const [broken] = outcome.breaches;
  if (!broken) return { outcome, text: '' };
  const { seed, phones, steps } = scenario;
  const trace = await shrinkScenario(scenario, { invariant: broken.invariant, most });
  const text = [
    `${broken.invariant} broken, ${sentenceOf(broken.invariant)}`,
    ...outcome.breaches.slice(0, MOST_TOLD).map(({ invariant, what }) => `  ${invariant}: ${what}`),
    `again: npm run sim -- --phones ${phones} --steps ${steps} --seed ${seed}`,
    `or, in ${trace.length} steps: put these lines into FILE, npm run sim -- --phones ${phones} --seed ${seed} --trace FILE`,
    writeTrace(trace),
  ].join('\n');
  return { outcome, text };
};
