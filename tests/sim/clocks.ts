import { permutedClocks } from './people.ts';
import { type Scenario, simulate } from './simulate.ts';
import type { Heard } from './witness.ts';

/** Without the time that the phone's clock showed. */
const timeless = ({ act, r, code }: Heard): string => {
  const [account, kind, , ...words] = act.split('|');
  return [account, kind, ...words, r, code].join('|');
};

/** I12: the first verdict that is another one when every phone has the clock of some other; null where there is none. */
export const clockLie = async (scenario: Scenario): Promise<string | null> => {
  const [one, other] = [await simulate(scenario), await simulate({ ...scenario, clocks: permutedClocks() })];
  const [here, there] = [one.heard.map(timeless), other.heard.map(timeless)];
  const at = here.findIndex((verdict, i) => verdict !== there[i]);
  if (at < 0 && here.length === there.length) return null;
  return `verdict ${at} of seed ${scenario.seed}: "${here[at]}", with other clocks "${there[at]}"`;
};
