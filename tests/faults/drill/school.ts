import { compareWithLedger, verifyLedger } from '../../../server/ledger/index.ts';
import type { RecoveryAnswer } from '../../../shared/protocol/index.ts';
import { aMachine, type Machine } from './machine.ts';
import { aPhone, type Phone } from './phone.ts';
import { type State, stateOf, storeOf } from './state.ts';
import type { Staff } from './work.ts';

/** A school at work: the service, and everybody's phone. */
export type School = Staff & {
  readonly machine: Machine;
  /** The head's phone first. */
  readonly phones: readonly Phone[];
  readonly close: () => Promise<void>;
};

/** How many teachers take part, which copy of the program serves them (this project's unless told), and what keeps the data. */
export type Size = { readonly teachers: number; readonly program?: string; readonly database?: string };

/** Starts the demo school; so many of its teachers have signed in, the first of them on two phones. */
export const aSchool = async ({ teachers: teacherCount, program, database }: Size): Promise<School> => {
  const machine = await aMachine(program, database);
  await machine.start();
  const [warga] = machine.seeded.filter(({ peran }) => peran === 'penilai');
  if (!warga) throw new Error('the demo school has no head');
  const head = await aPhone(machine, warga, 1);
  const teachers: Phone[] = [];
  for (const one of machine.seeded.filter(({ peran }) => peran === 'guru').slice(0, teacherCount))
    teachers.push(await aPhone(machine, one, 2 + teachers.length));
  const second = teachers[0] ? await aPhone(machine, teachers[0].warga, 99) : null;
  const phones = [head, ...teachers, ...(second ? [second] : [])];
  await Promise.all(phones.map(({ run }) => run()));
  const close = async (): Promise<void> => {
    for (const phone of phones) phone.close();
    await machine.close();
  };
  return { machine, head, teachers, second, phones, close };
};

const MOST_TURNS = 8;

const everybodyRuns = async (phones: readonly Phone[]): Promise<boolean> => {
  await Promise.all(phones.map(({ run }) => run()));
  const restless = await Promise.all(phones.map((phone) => phone.restless()));
  return restless.every((why) => why === null);
};

/** Phones wake up and do what the app does by itself, again and again, until all are at rest; the number of turns. */
export const comeBack = async (phones: readonly Phone[]): Promise<number> => {
  let turn = 1;
  while (!(await everybodyRuns(phones)) && turn < MOST_TURNS) turn += 1;
  return turn;
};

/** Phones that do not come to rest, each with what keeps it. */
export const restlessAmong = async (phones: readonly Phone[]): Promise<string[]> => {
  const found: string[] = [];
  for (const phone of phones) {
    const why = await phone.restless();
    if (why) found.push(`${phone.warga.nama}: ${why}`);
  }
  return found;
};

/** A lost history as its page shows it, and its name. */
export type Lost = RecoveryAnswer['list'][number] & { readonly root: string };

/** What an operator finds after the service has been stopped: state, chain, records decided anew, the recovery ledger. */
export type Findings = {
  readonly state: State;
  readonly recoveries: readonly Lost[];
  /** Name of the server's first history. */
  readonly first: string;
  readonly faults: readonly string[];
};

/** Asks for the recovery ledger as its page does, stops the service and looks at everything. */
export const inspect = async ({ machine, head }: School): Promise<Findings> => {
  const shown = await head.recoveries();
  await machine.stop();
  const state = await stateOf(machine);
  const store = await storeOf(machine);
  try {
    const verified = await verifyLedger(store);
    const differences = await compareWithLedger(store, state.shard);
    const faults = [
      ...(verified.ok ? [] : [`chain: ${JSON.stringify(verified)}`]),
      ...differences.map((one) => `decided anew: ${JSON.stringify(one)}`),
    ];
    const [kept, eras] = await store.read(async (tx) => [await tx.recoveries(state.shard), await tx.eras()]);
    const recoveries = shown.map((one) => ({
      ...one,
      root: kept.find(({ id }) => id === one.id)?.root ?? '',
    }));
    return { state, recoveries, first: eras.at(-1)?.id ?? '', faults };
  } finally {
    await store.close();
  }
};
