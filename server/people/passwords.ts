import { type Algorithm, hash, verify } from '@node-rs/argon2';
import { LIMITS, type Refusal, refuse } from '../../shared/protocol/index.ts';
import { countLetters } from '../../shared/records/index.ts';
import { KATA } from './kata.ts';

/** 64 MiB, three passes, one lane: three times OWASP's floor; about 70 ms on a small server. */
const COST = { algorithm: 2 as Algorithm, memoryCost: 65_536, timeCost: 3, parallelism: 1 };
/** Hashing waits in line, one at a time: the other core stays free for sync. */
const QUEUE = 16;

/** Verifies and makes password hashes; more than {@link QUEUE} waiting are refused with `server_sibuk`. */
export type Passwords = {
  readonly hash: (password: string) => Promise<string>;
  /** Takes as long for an unknown account (null) as for a wrong password, so that accounts cannot be found out. */
  readonly verify: (
    stored: string | null,
    password: string,
  ) => Promise<{ readonly ok: true; readonly matches: boolean } | Refusal>;
};

/** A hash of nothing, at the same cost as real ones and ready before the first stranger asks. */
const dummyHash = ({ memoryCost, timeCost, parallelism }: typeof COST): string =>
  `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Longer than any password may be: hashing it would only cost time. */
const isTooLong = (password: string): boolean => countLetters(password) > LIMITS.passwordMax;

/** `pepper` comes from a file outside the database. */
export const createPasswords = (pepper: Uint8Array, cost: Partial<typeof COST> = {}): Passwords => {
  const options = { ...COST, ...cost, secret: Buffer.from(pepper) };
  const dummy = dummyHash(options);
  let tail: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    waiting += 1;
    const run = tail.then(work).finally(() => {
      waiting -= 1;
    });
    tail = run.catch(() => undefined);
    return run;
  };
  return {
    hash: (password) => inLine(() => hash(password.normalize('NFC'), options)),
    verify: async (stored, password) => {
      const typed = password.normalize('NFC');
      if (isTooLong(typed)) return { ok: true, matches: false };
      // One is being hashed, the others wait.
      if (waiting > QUEUE) return refuse('server_sibuk');
      const matches = await inLine(() => verify(stored ?? dummy, typed, options));
      return { ok: true, matches: matches && stored !== null };
    },
  };
};

/** What a password that a person chooses must be (NIST 800-63B-4): long, no composition rules, no rotation. */
export const passwordFault = (password: string): 'teks_pendek' | 'teks_panjang' | null => {
  const letters = countLetters(password.normalize('NFC'));
  if (letters < LIMITS.passwordMin) return 'teks_pendek';
  return letters > LIMITS.passwordMax ? 'teks_panjang' : null;
};

/** Four simple Indonesian words and two digits, such as `sawah-kapal-lima-merpati-47`; `random` gives numbers in [0, 1). */
export const generatePassphrase = (random: () => number): string => {
  const words = Array.from({ length: 4 }, () => KATA[Math.floor(random() * KATA.length)] ?? 'kapal');
  return `${words.join('-')}-${String(Math.floor(random() * 90) + 10)}`;
};
