import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setujuiEntri, ubahEntri } from '../../../client/actions/index.ts';
import type { Entri } from '../../../shared/records/index.ts';
import { backUpUnderLoad } from './load.ts';
import type { Phone } from './phone.ts';
import { aSchool, comeBack, inspect, type School, type Size } from './school.ts';
import { stateOf } from './state.ts';
import { judge, type Verdict } from './verdict.ts';
import { teach, workFor } from './work.ts';

/** A story with its verdict; `times` are those that an operator waits, from the moment the data is gone. */
export type Outcome = Verdict & { readonly name: string; readonly times: readonly string[] };

export type Scenario = (size: Size) => Promise<Outcome>;

export const FIRST = { name: 'Pekan satu', number: 1 };
export const SECOND = { name: 'Pekan dua', number: 2 };

/** `npm run backup`; the name of the copy. Throws where none was made. */
export const backUp = async ({ machine }: School): Promise<string> => {
  const said = await machine.npm('backup');
  const id = /Cadangan (\S+) selesai/.exec(said)?.[1];
  if (!id) throw new Error(`npm run backup said: ${said}`);
  return id;
};

/** The service is killed, and the disk with its data is gone. */
export const destroy = async ({ machine }: School): Promise<void> => {
  await machine.kill();
  machine.destroyData();
};

const seconds = (since: number): number => (performance.now() - since) / 1000;

/** Puts a copy back and starts the service; seconds until it serves. */
export const putBack = async ({ machine }: School, ...args: readonly string[]): Promise<number> => {
  const began = performance.now();
  await machine.npm('restore', ...args);
  await machine.start();
  return seconds(began);
};

/** Phones come back by themselves; then the service is stopped and looked at. */
export const conclude = async (
  name: string,
  { school, serving, ...expected }: { school: School; serving: number } & Parameters<typeof judge>[1],
): Promise<Outcome> => {
  const began = performance.now();
  const turns = await comeBack(expected.phones);
  const back = serving + seconds(began);
  // Whoever was first has yet to fetch what the others brought.
  await comeBack(expected.phones);
  const verdict = await judge(await inspect(school), expected);
  const times = [
    `serving after ${serving.toFixed(1)} s`,
    `everything back after ${back.toFixed(1)} s, in ${turns} turns`,
  ];
  return { name, times, ...verdict };
};

/** A story in a school of its own, which is gone afterwards. */
export const inSchool =
  (story: (school: School) => Promise<Outcome>): Scenario =>
  async (size) => {
    const school = await aSchool(size);
    try {
      return await story(school);
    } finally {
      await school.close();
    }
  };

/** Work, copy, more work of every kind, disaster, newest copy: everybody lives, and nobody does anything. */
export const everybodyLives = inSchool(async (school) => {
  await workFor(school, FIRST);
  await backUp(school);
  await workFor(school, SECOND);
  const before = await stateOf(school.machine);
  await destroy(school);
  const serving = await putBack(school);
  return conclude('everybody lives', { school, serving, before, phones: school.phones });
});

/** Some phones never come back: of their work, what others had fetched does; the rest is named, line for line. */
export const somePhonesDie = inSchool(async (school) => {
  const { teachers } = school;
  const dead = teachers.slice(1, 1 + Math.ceil(teachers.length / 3));
  const phones = school.phones.filter((phone) => !dead.includes(phone));
  await workFor(school, FIRST);
  await backUp(school);
  const copied = await stateOf(school.machine);
  await workFor(school, SECOND);
  for (const [i, phone] of dead.entries()) {
    await teach(phone, { name: 'Pekan tiga', number: 300 + i });
    await phone.run();
  }
  // Somebody else writes after them: a living phone has seen that there were lines between.
  const [living] = teachers;
  if (living) await teach(living, { name: 'Pekan tiga', number: 399 });
  await living?.run();
  const before = await stateOf(school.machine);
  await destroy(school);
  const serving = await putBack(school);
  return conclude('some phones are dead for good', { school, serving, before, phones, dead, copied });
});

const manyCopies = async (school: School): Promise<string[]> => {
  const ids: string[] = [];
  await workFor(school, FIRST);
  for (let i = 0; i < 5; i += 1) {
    ids.push(await backUp(school));
    const [first] = school.teachers;
    if (first) await teach(first, { name: `Selingan ${i}`, number: 400 + i });
    await comeBack(school.phones);
  }
  await workFor(school, SECOND);
  return ids;
};

/** The oldest of five copies, older than what phones were told is safe: refused without force, and still nothing is lost. */
export const oldestCopy = inSchool(async (school) => {
  const [oldest = ''] = await manyCopies(school);
  const before = await stateOf(school.machine);
  await destroy(school);
  const refused = await school.machine.npm('restore', '--dari', oldest).then(
    () => ['an old copy was put back without force'],
    (cause: unknown) => (String(cause).includes('--paksa') ? [] : [String(cause)]),
  );
  const serving = await putBack(school, '--dari', oldest, '--paksa');
  const outcome = await conclude('the oldest copy, by force', {
    school,
    serving,
    before,
    phones: school.phones,
  });
  return { ...outcome, faults: [...refused, ...outcome.faults] };
});

const putBackByHand = async ({ machine: { dataDir, place, start } }: School, id: string): Promise<number> => {
  const began = performance.now();
  for (const name of readdirSync(dataDir).filter((file) => /^kinerja\.db(-wal|-shm)?$/.test(file)))
    rmSync(join(dataDir, name));
  copyFileSync(join(place, `kinerja-${id}.db`), join(dataDir, 'kinerja.db'));
  await start();
  return seconds(began);
};

/** No tool at all: somebody copies the file over the database and starts the service. */
export const copiedByHand = inSchool(async (school) => {
  await workFor(school, FIRST);
  const id = await backUp(school);
  await workFor(school, SECOND);
  const before = await stateOf(school.machine);
  await school.machine.kill();
  const serving = await putBackByHand(school, id);
  return conclude('a file copied by hand', { school, serving, before, phones: school.phones });
});

/** Restored, phones half-way through, destroyed and restored again. */
export const twiceInARow = inSchool(async (school) => {
  await workFor(school, FIRST);
  await backUp(school);
  await workFor(school, SECOND);
  const before = await stateOf(school.machine);
  await destroy(school);
  await putBack(school);
  for (const [i, phone] of school.phones.entries())
    phone.line.left = [Number.POSITIVE_INFINITY, 2, 4, 0][i % 4] ?? 0;
  await Promise.all(school.phones.map(({ run }) => run()));
  const between = await stateOf(school.machine);
  await destroy(school);
  for (const phone of school.phones) phone.line.left = Number.POSITIVE_INFINITY;
  const serving = await putBack(school);
  return conclude('twice in a row', {
    school,
    serving,
    before,
    phones: school.phones,
    between,
  });
});

/** What people do while the server is away: new work, and changes on top of what the server has lost. */
const workOffline = async ({ head, teachers }: School): Promise<Set<string>> => {
  const before = new Set(
    (await Promise.all(teachers.map((phone) => phone.journal()))).flat().map(({ id }) => id),
  );
  for (const row of await head.journal()) before.add(row.id);
  for (const [i, phone] of teachers.entries()) {
    await teach(phone, { name: 'Tanpa server', number: 600 + i });
    await changeOwn(phone);
    await phone.run();
  }
  await approveSome(head);
  const rows = (await Promise.all([head, ...teachers].map((phone) => phone.journal()))).flat();
  return new Set(rows.map(({ id }) => id).filter((id) => !before.has(id)));
};

const ownEntries = async ({ db, warga }: Phone, tahap: string) =>
  (await db.records.where('[kind+tahap]').equals(['entri', tahap]).toArray()).filter(
    ({ owner, hapus, visible }) =>
      hapus === 0 && owner === warga.id && JSON.stringify(visible.content).includes(SECOND.name),
  );

const changeOwn = async (phone: Phone): Promise<void> => {
  for (const { id, visible } of await ownEntries(phone, 'DITARIK'))
    await ubahEntri(phone.acting, id, { ...(visible.content as Entri), catatan: 'diubah tanpa server' });
};

const approveSome = async ({ acting, db }: Phone): Promise<void> => {
  const open = await db.records.where('[kind+tahap]').equals(['entri', 'DIAJUKAN']).toArray();
  const lost = open.filter(
    ({ visible, hapus }) => !hapus && JSON.stringify(visible.content).includes(SECOND.name),
  );
  await setujuiEntri(
    acting,
    lost.slice(0, 3).map(({ id }) => id),
  );
};

/** Phones work on while the server is away. */
export const workingMeanwhile = inSchool(async (school) => {
  await workFor(school, FIRST);
  await backUp(school);
  await workFor(school, SECOND);
  const before = await stateOf(school.machine);
  await destroy(school);
  const fresh = await workOffline(school);
  const serving = await putBack(school);
  return conclude('working on meanwhile', { school, serving, before, phones: school.phones, fresh });
});

/** A copy made while people write: it holds all that was acknowledged before, and nobody waits for it. */
export const backUpWhileWriting = inSchool(async ({ machine }) => {
  const { faults, figures } = await backUpUnderLoad(machine);
  return { name: 'a backup under load', times: [], faults, figures };
});
