import { POSTGRES } from '../support/postgres.ts';
import { aRandom } from '../support/random.ts';
import type { Dunia, Ground } from './ground.ts';
import { type Dice, diceOf } from './mutate.ts';
import { faultsOf, type Seen } from './oracle.ts';
import { SEMUA_TARGET, TARGETS } from './targets.ts';

/** What came of a run: `faults` name the seed that shows each of them again. */
export type Fuzzed = {
  readonly requests: number;
  readonly taken: number;
  readonly refusals: Readonly<Record<string, number>>;
  /** Crashes, leaks, answers that no route declares, and refusals that changed something. */
  readonly faults: readonly string[];
};

/** Cases from one seed after another, or these seeds alone. */
type Which =
  | { readonly first: number; readonly goesOn: (done: number) => boolean }
  | { readonly seeds: readonly number[] };

function* seedsOf(which: Which): Generator<number> {
  if ('seeds' in which) yield* which.seeds;
  else for (let done = 0; which.goesOn(done); done += 1) yield which.first + done;
}

type Deal = {
  readonly name: string;
  readonly share: number;
  readonly send: (dice: Dice) => Promise<Response>;
};
type Run = {
  readonly deals: readonly Deal[];
  readonly seen?: Seen;
  readonly rest?: (done: number) => Promise<void>;
};

const run = async ({ deals, seen, rest }: Run, which: Which): Promise<Fuzzed> => {
  const deck = deals.flatMap((deal) => Array.from({ length: deal.share }, () => deal));
  const refusals: Record<string, number> = {};
  const faults: string[] = [];
  let [requests, taken] = [0, 0];
  for (const seed of seedsOf(which)) {
    const dice = diceOf(aRandom(seed));
    const { name, send } = dice.oneOf(deck);
    requests += 1;
    try {
      const { found, code } = await faultsOf(await send(dice), seen);
      faults.push(...found.map((fault) => `seed ${seed}, ${name}: ${fault}`));
      if (code === '') taken += 1;
      else refusals[code] = (refusals[code] ?? 0) + 1;
    } catch (cause) {
      faults.push(
        `seed ${seed}, ${name}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`,
      );
    }
    await rest?.(requests);
  }
  return { requests, taken, refusals, faults };
};

/** Sends a service behind sockets what it can be sent there. */
export const fuzz = (ground: Ground, which: Which): Promise<Fuzzed> =>
  run(
    { deals: TARGETS.map(({ send, ...deal }) => ({ ...deal, send: (dice) => send(dice, ground) })) },
    which,
  );

/** Hours pass after so many requests: else photos would be refused for their number, and for nothing else. */
const REST = 250;

/** Sends a service in this process everything, and sees what each request changed and which route answered. */
export const fuzzDunia = (dunia: Dunia, which: Which): Promise<Fuzzed> => {
  const { server } = dunia;
  const jejak = POSTGRES ? null : dunia.jejak();
  /** Every line is held by a test server, which would look like a leak of the service. */
  const forget = (): void => {
    for (const list of [server.lines, server.security]) list.length = 0;
    jejak?.sejak();
  };
  const seen: Seen = {
    // The first since it was last asked: what a case asks after its own request is another matter.
    route: () => server.lines.splice(0)[0],
    changed: () => jejak?.sejak() ?? [],
    faults: () => server.faults.splice(0),
  };
  const deals = SEMUA_TARGET.map(({ send, ...deal }) => ({
    ...deal,
    send: (dice: Dice) => send(dice, dunia),
  }));
  const rest = async (done: number): Promise<void> => {
    if (done % REST !== 0) return;
    await dunia.pulih();
    forget();
  };
  forget();
  return run({ deals, seen, rest }, which);
};
