import { type Algorithm, hash, verify } from '@node-rs/argon2';
import {
  type AturanSandi,
  LIMITS,
  PASSWORD_DAYS,
  type Refusal,
  refuse,
} from '../../shared/protocol/index.ts';
import { countLetters } from '../../shared/records/index.ts';
import { KATA } from './kata.ts';
import { isLeaked } from './sandi-bocor.ts';

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

/** What everybody tries first: words of the trade, rows of the keyboard, piety and patriotism. */
const GUESSES = [
  ...['password', 'sandi', 'rahasia', 'guru', 'kepala', 'sekolah', 'kinerja', 'admin', 'login', 'masuk'],
  ...['bismillah', 'alhamdulillah', 'assalamualaikum', 'indonesia', 'merdeka', 'pancasila', 'garuda', 'pgri'],
  ...['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwerty', 'abcdefghijklmnopqrstuvwxyz', 'sayang', 'iloveyou'],
  ...['1q2w3e4r5t6y7u8i9o0p', '01234567890123456789', '123'],
];
/** Different letters that must be left once all guesses are taken out. */
const OWN_LETTERS = 6;

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** Shared stretches from this length on are no letters of one's own, unless a word is shorter as a whole. */
const STRETCH = 4;

/** A NIP's birth date as people write it: 12 03 1985, 120385. */
const datesIn = (text: string): string[] =>
  [...text.matchAll(/(19|20)(\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])/g)].flatMap(
    ([, century, year, month, day]) => [`${day}${month}${century}${year}`, `${day}${month}${year}`],
  );

const reversed = (text: string): string => [...text].reverse().join('');

/** Length of the longest stretch of `word` that begins at a place of the password; 0 below {@link STRETCH}. */
const sharedAt = (password: string, at: number, word: string): number => {
  let length = 0;
  while (at + length < password.length && word.includes(password.slice(at, at + length + 1))) length += 1;
  return length >= Math.min(STRETCH, word.length) ? length : 0;
};

/** What is left of a password once stretches of names, numbers and common words are taken out, forwards or backwards. */
const remainder = (password: string, context: readonly string[]): string => {
  const known = context.flatMap((one) => [one, ...one.split(/\s+/), ...datesIn(one)]);
  const words = [...GUESSES, ...known].map(plain).filter((word) => word.length >= 3);
  const both = [...words, ...words.map(reversed)];
  const typed = plain(password);
  const own: string[] = [];
  for (let at = 0; at < typed.length; ) {
    const shared = both.reduce((most, word) => Math.max(most, sharedAt(typed, at, word)), 0);
    if (shared === 0) own.push(typed[at] ?? '');
    at += Math.max(1, shared);
  }
  return own.join('');
};

/** What is wrong with a password that somebody chose. */
export type PasswordFault =
  | 'sandi_pendek'
  | 'sandi_panjang'
  | 'sandi_mudah'
  | 'sandi_bocor'
  | 'sandi_campuran';

/** Small and capital letter, digit, and a sign that is none of these: what regulations mean by mixed. */
const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{N}\s]/u];

/**
 * What a password that a person chooses must be (NIST 800-63B-4): long, no composition rules, no rotation, and not made of
 * what is known of her (`context`: name, NIP, post, school) or of what everybody tries, and none that leaked. Under `bssn` mixed as well: what an
 * instansi may read into BSSN 4/2021, which asks to regulate length and mixture and names no figures.
 */
export const passwordFault = (
  password: string,
  context: readonly string[] = [],
  aturan: AturanSandi = 'nist',
): PasswordFault | null => {
  const letters = countLetters(password.normalize('NFC'));
  if (letters < LIMITS.passwordMin) return 'sandi_pendek';
  if (letters > LIMITS.passwordMax) return 'sandi_panjang';
  const isForeign = plain(password).length < letters / 2;
  const own = isForeign ? new Set(password) : new Set(remainder(password, context));
  if (own.size < OWN_LETTERS) return 'sandi_mudah';
  if (isLeaked(password)) return 'sandi_bocor';
  return aturan === 'bssn' && !CLASSES.every((one) => one.test(password)) ? 'sandi_campuran' : null;
};

const DAY = 86_400_000;

/** Until when a password that was set at `setAt` holds (epoch ms); null for good, as NIST has it. */
export const passwordHolds = (aturan: AturanSandi, setAt: number): number | null =>
  aturan === 'bssn' ? setAt + PASSWORD_DAYS * DAY : null;

/** Four simple Indonesian words and two digits, such as `sawah-kapal-lima-merpati-47`; `random` gives numbers in [0, 1). */
export const generatePassphrase = (random: () => number): string => {
  const words = Array.from({ length: 4 }, () => KATA[Math.floor(random() * KATA.length)] ?? 'kapal');
  return `${words.join('-')}-${String(Math.floor(random() * 90) + 10)}`;
};
