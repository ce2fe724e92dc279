import { canonicalJson } from '../../../shared/protocol/index.ts';
import type { Phone } from './phone.ts';
import { linesIn, named, recoveryFaults } from './recovery-verdict.ts';
import { type Findings, type Lost, restlessAmong } from './school.ts';
import { compare, type State } from './state.ts';

/** What a drill expects of the time after. */
export type Expectation = {
  readonly before: State;
  /** Phones that have come back. */
  readonly phones: readonly Phone[];
  /** Commands made since the state before was looked at. */
  readonly fresh?: ReadonlySet<string>;
  /** Phones that are gone for good. */
  readonly dead?: readonly Phone[];
  /** What the copy held: it comes back whoever is dead. */
  readonly copied?: State;
  /** What the server held when it was lost a second time. */
  readonly between?: State;
};

/** What there was, what came of it, and every fault in words. */
export type Verdict = { readonly faults: readonly string[]; readonly figures: string };

/** I9: what phones show is what the server has, no more and no less. */
const unlike = async ({ warga, records }: Phone, { records: server }: State): Promise<string[]> => {
  const rows = await records();
  const differ = rows.filter(
    ({ id, confirmed }) => canonicalJson(confirmed) !== canonicalJson(server.get(id)),
  );
  return named(
    `records differ on the phone of ${warga.nama}`,
    differ.map(({ id }) => id),
  );
};

const devicesOf = async (phones: readonly Phone[]): Promise<Set<string>> => {
  const rows = await Promise.all(phones.map(({ journal }) => journal()));
  return new Set(rows.flat().map(({ device }) => device));
};

/** Lost commands of the dead that other phones held under the seal. */
const heldByOthers = (
  recovery: Lost | undefined,
  { before }: Expectation,
  { gone, lost }: { readonly gone: ReadonlySet<string>; readonly lost: ReadonlySet<string> },
): number =>
  [...before.commands].filter(
    ([id, [n = 0]]) => gone.has(deviceOf(id)) && n > (recovery?.kept ?? 0) && !lost.has(id),
  ).length;

const deviceOf = (id: string): string => id.split('.')[0] ?? '';

/** Judges what an operator found against the state before. */
export const judge = async (findings: Findings, expected: Expectation): Promise<Verdict> => {
  const { before, phones, fresh, dead = [], copied } = expected;
  const { state, recoveries, first } = findings;
  const recovery = recoveries.find(({ root }) => root === first);
  const found = compare(before, state, fresh);
  const gone = await devicesOf(dead);
  const owners = new Set(dead.map(({ warga }) => warga.id));
  const lost = new Set(found.lostCommands);
  const isExcused = (id: string): boolean =>
    lost.has(id) ||
    lost.has(before.records.get(id)?.head ?? '') ||
    (before.records.get(id)?.variants ?? []).some((one) => lost.has(one.id));
  const held = heldByOthers(recovery, expected, { gone, lost });
  const apart = await Promise.all(phones.map((phone) => unlike(phone, state)));
  const faults = [
    ...findings.faults,
    ...(await restlessAmong(phones)),
    ...named(
      'commands lost',
      found.lostCommands.filter((id) => !gone.has(deviceOf(id))),
    ),
    ...(dead.length > 0 && held === 0 ? ['nothing of the dead came back from other phones'] : []),
    ...named('commands doubled', found.doubledCommands),
    ...named('commands from nowhere', found.strangeCommands),
    ...named(
      'records lost',
      found.lostRecords.filter((id) => !lost.has(id)),
    ),
    ...named(
      'records changed',
      found.changedRecords.filter((id) => !isExcused(id)),
    ),
    ...named('records from nowhere', found.strangeRecords),
    ...named(
      'photos lost',
      found.lostPhotos.filter((key) => copied?.photos.has(key) || !owners.has(key.split(' ')[0] ?? '')),
    ),
    ...named('photos damaged', found.damagedPhotos),
    ...named(
      'decisions have another time',
      found.movedTimes.filter((id) => !isExcused(id)),
    ),
    ...apart.flat(),
    ...recoveryFaults(findings, expected),
  ];
  const figures = [
    `${before.commands.size} commands, ${before.records.size} records, ${before.photos.size} photos`,
    `lost with the server ${(recovery?.lost ?? 0) - (recovery?.kept ?? 0)}`,
    ...(dead.length > 0
      ? [
          `${dead.length} phones dead: ${held} of their commands back from other phones, ${found.lostCommands.length} commands and ${found.lostPhotos.length} photos gone for good`,
          `named as missing ${linesIn(recovery?.missing ?? []).length}`,
        ]
      : []),
  ];
  return { faults, figures: figures.join('; ') };
};
