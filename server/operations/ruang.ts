import type { Passwords } from '../people/index.ts';
import type { Store } from '../store/index.ts';

/** What the command line needs from outside; `clock` in epoch ms, `random` in [0, 1). */
export type AkunRooms = {
  readonly store: Store;
  readonly passwords: Passwords;
  readonly clock: () => number;
  readonly random: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
  /** Who sits at the server's command line, by the name of the machine's account; absent for the service itself. */
  readonly operator?: string;
};

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A new id with a prefix that says what it names. */
export const newId = (awalan: string, { randomBytes }: Pick<AkunRooms, 'randomBytes'>): string =>
  `${awalan}_${Array.from(randomBytes(8), (byte) => LETTERS[byte % LETTERS.length]).join('')}`;
