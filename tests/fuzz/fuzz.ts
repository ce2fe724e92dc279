import { ProblemDetails } from '../../shared/protocol/index.ts';
import { aRandom } from '../support/random.ts';
import { diceOf } from './mutate.ts';
import { type Ground, TARGETS } from './targets.ts';

/** What came of a run: `crashes` and `leaks` name the seed that shows each of them again. */
export type Fuzzed = {
  readonly requests: number;
  readonly taken: number;
  readonly refusals: Readonly<Record<string, number>>;
  readonly crashes: readonly string[];
  readonly leaks: readonly string[];
};

/** What no answer may ever hold: places in our code, words of the database, folders of the machine. */
const LEAK =
  /node_modules|\.ts:\d|\n\s+at |SQLITE_|sqlite3?\b|SELECT .* FROM|ENOENT|\/(?:home|root|tmp|var)\//i;
/** Answers that only ask to come again: an honest reply of a busy service. */
const LATER = new Set([429, 503, 507]);

const deck = TARGETS.flatMap((target) => Array.from({ length: target.share }, () => target));

/** What is wrong with an answer; empty where nothing is. */
const faultsOf = async (response: Response): Promise<{ crash?: string; leak?: string; code: string }> => {
  const text = await response.text();
  const leak = LEAK.test(text) || response.headers.has('x-powered-by') ? text.slice(0, 200) : undefined;
  const found = leak === undefined ? {} : { leak };
  // A fault that one command caused comes as its verdict, within an answer that is well.
  if (text.includes('"gangguan"'))
    return { ...found, crash: `a fault inside: ${text.slice(0, 200)}`, code: 'gangguan' };
  if (response.status < 400) return { ...found, code: '' };
  if (response.status >= 500 && !LATER.has(response.status))
    return { ...found, crash: `${response.status} ${text.slice(0, 200)}`, code: String(response.status) };
  // A HEAD has no body, and what the files of the app do not hold is a page.
  const problem = text.startsWith('{') ? ProblemDetails.safeParse(JSON.parse(text)) : null;
  if (problem && !problem.success) return { ...found, crash: `no problem: ${text.slice(0, 200)}`, code: '?' };
  return { ...found, code: problem?.data.code ?? String(response.status) };
};

/** Sends cases from seed `first` on while `goesOn`, each from a seed of its own. */
export const fuzz = async (
  ground: Ground,
  { first, goesOn }: { readonly first: number; readonly goesOn: (done: number) => boolean },
): Promise<Fuzzed> => {
  const refusals: Record<string, number> = {};
  const [crashes, leaks]: [string[], string[]] = [[], []];
  let [requests, taken] = [0, 0];
  for (let seed = first; goesOn(requests); seed += 1) {
    const dice = diceOf(aRandom(seed));
    const { name, send } = dice.oneOf(deck);
    requests += 1;
    try {
      const { crash, leak, code } = await faultsOf(await send(dice, ground));
      if (crash) crashes.push(`seed ${seed}, ${name}: ${crash}`);
      if (leak) leaks.push(`seed ${seed}, ${name}: ${leak}`);
      if (code === '') taken += 1;
      else refusals[code] = (refusals[code] ?? 0) + 1;
    } catch (cause) {
      crashes.push(`seed ${seed}, ${name}: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
  }
  return { requests, taken, refusals, crashes, leaks };
};
