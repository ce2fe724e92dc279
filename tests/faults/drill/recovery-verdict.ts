import { canonicalJson } from '../../../shared/protocol/index.ts';
import type { Phone } from './phone.ts';
import type { Findings, Lost } from './school.ts';
import type { State } from './state.ts';
import type { Expectation } from './verdict.ts';

/*
 * What the recovery ledger must say: every lost line that any living phone could know of, and none that is there. Of two
 * lost histories each is held against what the server held when that one was lost.
 */

/** How many of what, with the first of them; empty where there are none. */
export const named = (what: string, ids: readonly string[]): string[] =>
  ids.length === 0 ? [] : [`${ids.length} ${what}: ${ids.slice(0, 3).join(', ')}`];

/** Lines in ranges with both ends, one by one. */
export const linesIn = (ranges: Lost['missing']): number[] =>
  ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));

const namesOf = (phones: readonly { nama: string }[]): string[] => phones.map(({ nama }) => nama).sort();

const differ = (said: readonly { nama: string }[], truth: readonly Phone[], what: string): string[] =>
  canonicalJson(namesOf(said)) === canonicalJson(namesOf(truth.map(({ warga }) => warga)))
    ? []
    : [`${what} are said to be: ${namesOf(said).join(', ') || 'nobody'}`];

/** Nobody is said to be at it still, and exactly the dead to be silent. */
const phoneFaults = ({ busy, silent }: Lost, { dead = [] }: Expectation): string[] => [
  ...differ(busy, [], 'at it still'),
  ...differ(silent, dead, 'silent'),
];

/** Whoever came back is said to be done; after two losses, of one history or the other. */
const doneFaults = ({ recoveries }: Findings, { phones, between }: Expectation): string[] => {
  const [one] = recoveries;
  if (one && !between) return differ(one.done, phones, 'done');
  const done = new Set(recoveries.flatMap((recovery) => namesOf(recovery.done)));
  return named('phones are not said to be done', [
    ...new Set(namesOf(phones.map(({ warga }) => warga)).filter((nama) => !done.has(nama))),
  ]);
};

/** `then` is what the server held when it was lost. */
const lineFaults = (recovery: Lost, then: State, { state }: Findings): string[] => {
  const said = linesIn(recovery.missing);
  const linesOf = (isWanted: (id: string) => boolean): number[] =>
    [...then.commands].flatMap(([id, lines]) => (isWanted(id) ? lines : []));
  const there = new Set(linesOf((id) => state.commands.has(id)));
  const lost = linesOf((id) => !state.commands.has(id)).filter((n) => n <= recovery.lost);
  const wrong = said.filter((n) => there.has(n) || n > then.last);
  return [
    ...named('lost lines are not named', lost.filter((n) => !said.includes(n)).map(String)),
    ...named('lines are named lost that are there', wrong.map(String)),
    ...(recovery.back === recovery.lost - recovery.kept - said.length
      ? []
      : [`${recovery.back} lines are said to be back`]),
    ...(state.last > recovery.kept ? [] : ['the ledger has not grown']),
  ];
};

/** Every fault of the recovery ledger, in words. */
export const recoveryFaults = (findings: Findings, expected: Expectation): string[] => {
  const { before, between } = expected;
  const states = between ? [before, between] : [before];
  const { recoveries, first } = findings;
  if (recoveries.length !== states.length) return [`${recoveries.length} recoveries were opened`];
  return [
    ...doneFaults(findings, expected),
    ...recoveries.flatMap((recovery) => [
      ...phoneFaults(recovery, expected),
      ...lineFaults(recovery, recovery.root === first ? before : (between ?? before), findings),
    ]),
  ];
};
