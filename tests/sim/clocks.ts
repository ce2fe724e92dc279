import { permutedClocks } from './people.ts';
import { type Scenario, simulate } from './simulate.ts';
import { drawSteps, type Step } from './steps.ts';
import type { Heard } from './witness.ts';

/** Without the time that the phone's clock showed. */
const timeless = ({ act, r, code }: Heard): string => {
  const [account, kind, , ...words] = act.split('|');
  return [account, kind, ...words, r, code].join('|');
};

/**
 * Who of several phones at one instant is first at the server is chance, and a hair of work more or less turns it: where
 * two runs are compared they come one after the other, and of two tabs each hears its answer in a given turn.
 */
const inTurn = (step: Step): Step[] => {
  if (step.do === 'dua-tab') return [{ urutan: ['a', 'b', 'b', 'a', 'a', 'b'], ...step, lain: step.p }];
  if (step.do !== 'bersama') return [step];
  const { ps, ...same } = step;
  return [...new Set(ps)].map((p) => ({ ...same, do: 'kirim', p, siapa: 0 }));
};

/** The steps of a scenario for a run that is compared with another one. */
export const stepsInTurn = (scenario: Scenario): Step[] =>
  (scenario.trace ?? drawSteps(scenario.seed, scenario)).flatMap(inTurn);

/** I12: the first verdict that is another one when every phone has the clock of some other; null where there is none. */
export const clockLie = async (scenario: Scenario): Promise<string | null> => {
  const run = { ...scenario, trace: stepsInTurn(scenario) };
  const [one, other] = [await simulate(run), await simulate({ ...run, clocks: permutedClocks() })];
  const [here, there] = [one.heard.map(timeless), other.heard.map(timeless)];
  const at = here.findIndex((verdict, i) => verdict !== there[i]);
  if (at < 0 && here.length === there.length) return null;
  return `verdict ${at} of seed ${scenario.seed}: "${here[at]}", with other clocks "${there[at]}"`;
};
