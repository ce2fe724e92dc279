import type { View } from '../../shared/protocol/index.ts';

/** A person of the simulated schools. */
export type SimPerson = {
  readonly id: string;
  readonly nip: string;
  readonly nama: string;
  readonly shard: string;
  readonly view: View;
  readonly peran: 'guru' | 'penilai';
};

/** A phone before anybody has signed in: who uses it, and how far off its clock is. */
export type Plan = { readonly people: readonly SimPerson[]; readonly clockOff: number };

const YEAR = 365 * 86_400_000;
/** Right, a bit off, years ahead, years behind. */
const CLOCKS = [0, 90_000, 3 * YEAR, -2 * YEAR, -600_000, 40 * YEAR, -1 * YEAR];

const person = (school: number, i: number): SimPerson => ({
  id: `p_${school}_${i}`,
  nip: `1987031220${String(school).padStart(4, '0')}${String(i).padStart(4, '0')}`,
  nama: i === 0 ? `Kepala ${school}` : `Guru ${school}-${i}`,
  shard: `sek:2010${String(1000 + school)}`,
  view: i === 0 ? 'sekolah' : 'milik',
  peran: i === 0 ? 'penilai' : 'guru',
});

/** Five phones make a school: the head's, two teachers', a second one of the last, and one that two people share. */
export const planPhones = (phones: number, clocks: readonly number[] = CLOCKS): Plan[] =>
  Array.from({ length: phones }, (_, i) => {
    const school = Math.floor(i / 5);
    const users = [[0], [1], [2], [2], [3, 4]][i % 5] ?? [];
    // Odd milliseconds of its own, so that no two phones ever act at the same instant.
    const clockOff = (clocks[i % clocks.length] ?? 0) + i + 1;
    return { people: users.map((user) => person(school, user)), clockOff };
  });

/** The same phones with their clocks dealt out anew. */
export const permutedClocks = (): readonly number[] => [...CLOCKS.slice(3), ...CLOCKS.slice(0, 3)];
