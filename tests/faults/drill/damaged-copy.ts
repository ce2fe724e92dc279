import { join } from 'node:path';
import Database from 'better-sqlite3';
import { copiesIn } from '../../../server/operations/index.ts';
import { backUp, inSchool } from './scenarios.ts';
import { teach } from './work.ts';

/** A line of the ledger becomes another one on the disk: the database stays sound, its chain does not. */
const damage = (dataDir: string): void => {
  const database = new Database(join(dataDir, 'kinerja.db'));
  database.exec("UPDATE commands SET body = '{}' WHERE n = 5");
  database.close();
};

/** A copy whose check fails counts for nothing: the operator is told, and no phone holds anything for safe by it. */
export const damagedCopy = inSchool(async (school) => {
  const { machine, teachers, phones } = school;
  const [phone] = teachers;
  if (!phone) throw new Error('nobody works');
  await teach(phone, { name: 'Pekan satu', number: 1 });
  await phone.run();
  damage(machine.dataDir);
  const refused = await backUp(school).then(
    () => ['a damaged copy was said to be checked'],
    (cause: unknown) => (String(cause).includes('Cadangan gagal') ? [] : [String(cause)]),
  );
  await Promise.all(phones.map(({ run }) => run()));
  const safe = (await phone.journal()).filter(({ status }) => status === 'aman');
  const copies = copiesIn(machine.place);
  const faults = [
    ...refused,
    ...(copies.length > 0 ? ['a damaged copy counts'] : []),
    ...(safe.length > 0 ? [`${safe.length} commands are safe in no sound copy`] : []),
  ];
  return { name: 'a copy that does not verify', times: [], faults, figures: 'no phone was told of it' };
});
