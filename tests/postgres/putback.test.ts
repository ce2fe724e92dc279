import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { backUp, conclude, FIRST, SECOND } from '../faults/drill/scenarios.ts';
import { aSchool } from '../faults/drill/school.ts';
import { stateOf } from '../faults/drill/state.ts';
import { workFor } from '../faults/drill/work.ts';
import { aBarePostgresDatabase, dumpPostgres, putDumpBack } from '../support/postgres.ts';
import { aTempDir } from '../support/temp-dir.ts';

test('a dump put back into PostgreSQL is noticed, and once the phones have come back nothing is lost and nothing doubled', async () => {
  const database = await aBarePostgresDatabase();
  const file = join(aTempDir(), 'kinerja.dump');
  const school = await aSchool({ teachers: 2, database });
  onTestFinished(school.close);
  await workFor(school, FIRST);
  await backUp(school);
  dumpPostgres(database, file);
  await workFor(school, SECOND);
  const before = await stateOf(school.machine);
  await school.machine.kill();
  await putDumpBack(database, file);
  const ready = await school.machine.start();
  const outcome = await conclude('a dump put back', {
    school,
    serving: ready / 1000,
    before,
    phones: school.phones,
  });
  expect(outcome.faults).toEqual([]);
  expect(outcome.figures).toMatch(/\d/);
}, 120_000);
