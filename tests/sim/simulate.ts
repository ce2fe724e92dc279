import { LIMITS } from '../../shared/protocol/index.ts';
import { greenLies } from './green.ts';
import { happen, quiet, type Touched } from './happen.ts';
import { breachesOf } from './invariants.ts';
import { playAct } from './play.ts';
import { room } from './pulse.ts';
import { quicken } from './quick-crypto.ts';
import { foreignRows, positionLies } from './replica.ts';
import { savesOf } from './saves.ts';
import { drawSteps, type Step } from './steps.ts';
import type { MakeStorage } from './storage.ts';
import type { Breach, Heard } from './witness.ts';
import { World } from './world.ts';

/** A run to be made: by its seed alone, or by a trace in place of the steps that the seed would draw. */
export type Scenario = {
  readonly seed: number;
  readonly phones: number;
  readonly steps: number;
  readonly trace?: readonly Step[] | undefined;
  readonly clocks?: readonly number[] | undefined;
  /** What keeps the server's data; SQLite where it is left out. */
  readonly storage?: MakeStorage | undefined;
};

/** What a run came to: the broken promises, and how much happened in it. */
export type Outcome = {
  readonly breaches: readonly Breach[];
  readonly heard: readonly Heard[];
  readonly steps: number;
  readonly typed: number;
  readonly acked: number;
  readonly aman: number;
  readonly restores: number;
};

/** Milliseconds between two steps. */
const PACE = 7_000;
const PAGE = 8;

const watch = async (world: World, touched: readonly Touched[]): Promise<void> => {
  const { witness } = world;
  for (const { phone, account } of touched) {
    for (const what of await foreignRows(phone, account)) witness.breach('I13', what);
    for (const what of await greenLies(world, phone, account)) witness.breach('I15', what);
  }
};

const afterDeath = async (world: World): Promise<void> => {
  for (const phone of world.phones) {
    if (!phone.settle()) continue;
    for (const account of phone.known) {
      for (const what of await savesOf(phone, account)) world.witness.breach('I3', what);
      for (const what of await positionLies(world, phone, account)) world.witness.breach('I3', what);
    }
  }
};

const step = async (world: World, one: Step): Promise<void> => {
  world.clock.forward(PACE);
  room.refused = false;
  const touched = (await playAct(world, one)) ? [] : await happen(world, one);
  await world.server.settle();
  await afterDeath(world);
  await watch(world, touched);
  for (const fault of world.server.faults.splice(0))
    world.witness.breach('fault', String((fault as Error)?.stack ?? fault));
};

const outcome = ({ witness, server }: World, steps: number): Outcome => {
  const typed = [...witness.typed.values()];
  return {
    breaches: witness.breaches,
    heard: witness.heard,
    steps,
    typed: typed.length,
    acked: typed.filter(({ acked }) => acked).length,
    aman: typed.filter(({ aman }) => aman).length,
    restores: server.history,
  };
};

/** Plays a scenario to its end, or to the first broken promise. The same scenario always gives the same outcome. */
export const simulate = async (scenario: Scenario): Promise<Outcome> => {
  const { trace = drawSteps(scenario.seed, scenario) } = scenario;
  const slow = quicken();
  // Small pages, so that there are many: two hundred records would never fill one.
  const { recordsPerPage } = LIMITS;
  Object.assign(LIMITS, { recordsPerPage: PAGE });
  const world = new World(scenario);
  let done = 0;
  try {
    await world.open();
    for (const one of trace) {
      await step(world, one);
      done += 1;
      if (world.witness.breaches.length > 0) return outcome(world, done);
    }
    await watch(world, await quiet(world));
    world.witness.breaches.push(...(await breachesOf(world)));
    return outcome(world, done);
  } finally {
    await world.close();
    Object.assign(LIMITS, { recordsPerPage });
    slow();
  }
};
