import { expect, test } from 'vitest';
import { stepsInTurn } from '../sim/clocks.ts';
import { simulate } from '../sim/simulate.ts';
import { postgresStorage } from '../sim/storage-postgres.ts';
import { aPostgresDatabase } from '../support/postgres.ts';

test.each([3, 5])(
  'seed %i: the same world with its kills, restores and lost answers hears the same verdicts on PostgreSQL as on SQLite, and no promise is broken',
  async (seed) => {
    const drawn = { seed, phones: 6, steps: 150 };
    const scenario = { ...drawn, trace: stepsInTurn(drawn) };
    const onPostgres = await simulate({ ...scenario, storage: postgresStorage(aPostgresDatabase) });
    expect(onPostgres.breaches).toEqual([]);
    expect(onPostgres.acked).toBeGreaterThan(10);
    expect(onPostgres).toEqual(await simulate(scenario));
  },
  120_000,
);
