import { expect, test } from 'vitest';
import { TRACES } from './planted-traces.ts';
import { PLANTS, type Plant, type PlantName } from './plants.ts';
import { type Scenario, simulate } from './simulate.ts';

/** The simulation of a product that has the planted fault: see `plantFaults`. */
const planted = async (name: PlantName): Promise<typeof simulate> => {
  const module = (await import(/* @vite-ignore */ `./simulate.ts?plant=${name}`)) as {
    simulate: typeof simulate;
  };
  return module.simulate;
};

const scenarioOf = (name: PlantName): Scenario => ({ seed: 1, phones: 5, steps: 0, trace: TRACES[name] });

const broken = async (play: typeof simulate, name: PlantName): Promise<string[]> => {
  const { breaches } = await play(scenarioOf(name));
  return [...new Set(breaches.map(({ invariant }) => invariant))];
};

for (const [name, { says, breaks }] of Object.entries(PLANTS) as [PlantName, Plant][]) {
  test(`the simulation sees it where ${says} (${breaks})`, async () => {
    expect(await broken(await planted(name), name)).toContain(breaks);
    // The same story breaks nothing where the fault is not planted.
    expect(await broken(simulate, name)).not.toContain(breaks);
  });
}
