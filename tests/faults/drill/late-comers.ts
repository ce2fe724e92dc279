import type { Phone } from './phone.ts';
import { backUp, conclude, destroy, FIRST, inSchool, putBack, SECOND } from './scenarios.ts';
import { comeBack, type School } from './school.ts';
import { stateOf } from './state.ts';
import { teach, workFor } from './work.ts';

const idsOn = async (phones: readonly Phone[]): Promise<Set<string>> =>
  new Set((await Promise.all(phones.map(({ journal }) => journal()))).flat().map(({ id }) => id));

/** People go on working until the new history is longer than the lost one was; ids of what they did. */
const writeOn = async (
  { machine, teachers }: School,
  { early, beyond }: { readonly early: readonly Phone[]; readonly beyond: number },
): Promise<Set<string>> => {
  const before = await idsOn(early);
  const busy = teachers.filter((phone) => early.includes(phone));
  for (let turn = 0; (await stateOf(machine)).last <= beyond; turn += 1) {
    for (const [i, phone] of busy.entries())
      await teach(phone, { name: `Sesudahnya ${turn}`, number: 800 + 10 * turn + i });
    await comeBack(early);
  }
  return new Set([...(await idsOn(early))].filter((id) => !before.has(id)));
};

/**
 * One phone sleeps while the others bring back the lost history and write on past its end. The last work of its owner
 * is on no other phone, and its position is a line that the server has again, though another one.
 */
export const somebodyComesLate = inSchool(async (school) => {
  await workFor(school, FIRST);
  await backUp(school);
  await workFor(school, SECOND);
  const late = school.teachers.at(-1);
  if (!late) throw new Error('nobody can come late');
  await teach(late, { name: 'Terakhir', number: 700 });
  await late.run();
  const before = await stateOf(school.machine);
  await destroy(school);
  const serving = await putBack(school);
  const early = school.phones.filter((phone) => phone !== late);
  await comeBack(early);
  const fresh = await writeOn(school, { early, beyond: before.last });
  return conclude('somebody comes late', { school, serving, before, phones: school.phones, fresh });
});
