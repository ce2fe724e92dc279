import { canonicalJson } from '../../../shared/protocol/index.ts';
import type { Phone } from './phone.ts';
import { type Findings, restlessAmong } from './school.ts';
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
  /** A second loss: phones count lines of the first lost history and of the one after it, so numbers name nothing exactly. */
  readonly twoHistories?: boolean;
};

/** What there was, what came of it, and every fault in words. */
export type Verdict = { readonly faults: readonly string[]; readonly figures: string };

const named = (what: string, ids: readonly string[]): string[] =>
  ids.length === 0 ? [] : [`${ids.length} ${what}: ${ids.slice(0, 3).join(', ')}`];

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
  { recovery }: Findings,
  { before }: Expectation,
  { gone, lost }: { readonly gone: ReadonlySet<string>; readonly lost: ReadonlySet<string> },
): number =>
  [...before.commands].filter(
    ([id, [n = 0]]) => gone.has(deviceOf(id)) && n > (recovery?.kept ?? 0) && !lost.has(id),
  ).length;

const deviceOf = (id: string): string => id.split('.')[0] ?? '';

const linesIn = (ranges: readonly (readonly [number, number])[]): number[] =>
  ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));

const namesOf = (phones: readonly { nama: string }[]): string[] => phones.map(({ nama }) => nama).sort();

/** Whoever came back is said to be done, nobody to be at it still, and exactly the dead to be silent. */
const phoneFaults = (
  { done, busy, silent }: NonNullable<Findings['recovery']>,
  { phones, dead = [] }: Expectation,
): string[] => {
  const owners = (some: readonly Phone[]): string[] => namesOf(some.map(({ warga }) => warga));
  const differ = (said: readonly { nama: string }[], truth: readonly Phone[], what: string): string[] =>
    canonicalJson(namesOf(said)) === canonicalJson(owners(truth))
      ? []
      : [`${what} are said to be: ${namesOf(said).join(', ') || 'nobody'}`];
  return [
    ...differ(done, phones, 'done'),
    ...differ(busy, [], 'at it still'),
    ...differ(silent, dead, 'silent'),
  ];
};

/** The recovery ledger must name exactly those lost lines that any living phone could know of. */
const recoveryFaults = (
  { recovery, state }: Findings,
  expected: Expectation,
  lost: readonly string[],
): string[] => {
  if (!recovery) return ['no recovery was opened'];
  const truth = lost
    .flatMap((id) => expected.before.commands.get(id) ?? [])
    .filter((n) => n <= recovery.lost);
  const said = linesIn(recovery.missing);
  const silent = truth.filter((n) => !said.includes(n));
  const wrong = expected.twoHistories ? [] : said.filter((n) => !truth.includes(n));
  return [
    ...named('lost lines are not named', silent.map(String)),
    ...named('lines are named lost that are there', wrong.map(String)),
    ...phoneFaults(recovery, expected),
    ...(recovery.back === recovery.lost - recovery.kept - said.length
      ? []
      : [`${recovery.back} lines are said to be back`]),
    ...(state.last > recovery.kept ? [] : ['the ledger has not grown']),
  ];
};

/** Judges what an operator found against the state before. */
export const judge = async (findings: Findings, expected: Expectation): Promise<Verdict> => {
  const { before, phones, fresh, dead = [], copied } = expected;
  const { state, recovery } = findings;
  const found = compare(before, state, fresh);
  const gone = await devicesOf(dead);
  const owners = new Set(dead.map(({ warga }) => warga.id));
  const lost = new Set(found.lostCommands);
  const isExcused = (id: string): boolean =>
    lost.has(id) ||
    lost.has(before.records.get(id)?.head ?? '') ||
    (before.records.get(id)?.variants ?? []).some((one) => lost.has(one.id));
  const held = heldByOthers(findings, expected, { gone, lost });
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
    ...recoveryFaults(findings, expected, found.lostCommands),
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
