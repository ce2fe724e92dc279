import { createHash } from 'node:crypto';

/** A counter of failures: how many since `since`, refused before `until` (epoch ms). */
export type Counter = {
  readonly key: string;
  readonly failures: number;
  readonly since: number;
  readonly until: number;
};

/** Who tries: the NIP, the address, and whether this browser signed in to that account before. */
export type Attempt = { readonly nip: string; readonly address: string; readonly knownDevice: boolean };

const MINUTE = 60_000;
const FREE = 5;
const LONGEST = 15 * MINUTE;
const WINDOW = 10 * MINUTE;
/** Mobile carriers put thousands behind one address, and a school sits behind one too: never a small number. */
const ADDRESS_FAILURES = 600;
/** Different accounts failing from one address within the window: a list is being tried. */
const ADDRESS_ACCOUNTS = 300;

const short = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16);

/** Names of the counters of an attempt. A known device counts in a lane of its own, so that outsiders cannot lock the owner out. */
export const counterKeys = ({
  nip,
  address,
  knownDevice,
}: Attempt): { akun: string; alamat: string; sebaran: string; pasangan: string } => ({
  akun: `akun:${knownDevice ? 'kenal' : 'asing'}:${short(nip)}`,
  alamat: `alamat:${short(address)}`,
  sebaran: `sebaran:${short(address)}`,
  pasangan: `pasangan:${short(address)}:${short(nip)}`,
});

/** Name of the counter of whoever is signed in and gives the old password for a new one: no outsider can make it run. */
export const changeKey = (nip: string): string => `ganti:${short(nip)}`;

/** Milliseconds that a signed-in person has to wait before the old password is looked at again. */
export const waitToChange = (counter: Counter | null, now: number): number => ownWait(counter, now);

type Known = {
  readonly akun: Counter | null;
  readonly alamat: Counter | null;
  readonly sebaran: Counter | null;
};

/** A counter from the future, left by a clock that ran ahead and was set right, counts for nothing. */
const within = (counter: Counter | null, now: number): Counter | null =>
  counter && counter.since <= now && now - counter.since < WINDOW ? counter : null;

/** Longer than the longest is no wait but a clock that was set back: it must not lock anybody out for years. */
const ownWait = (akun: Counter | null, now: number): number => {
  const left = (akun?.until ?? 0) - now;
  return left > LONGEST ? 0 : Math.max(0, left);
};

/** How long a counter of an address that reached `most` still holds others up. */
const crowdedFor = (counter: Counter | null, most: number, now: number): number => {
  const live = within(counter, now);
  return live && live.failures >= most ? live.since + WINDOW - now : 0;
};

/**
 * Milliseconds to wait before this attempt may reach the password check; 0 to go on. Never a permanent lock. A known
 * device is not held up by its address: the teacher at the school where somebody plays with passwords still gets in.
 */
export const waitFor = ({ akun, alamat, sebaran }: Known, { knownDevice }: Attempt, now: number): number => {
  const own = ownWait(akun, now);
  if (knownDevice) return own;
  return Math.max(own, crowdedFor(alamat, ADDRESS_FAILURES, now), crowdedFor(sebaran, ADDRESS_ACCOUNTS, now));
};

const add = (counter: Counter | null, key: string, now: number): Counter => {
  const live = within(counter, now);
  return { key, failures: (live?.failures ?? 0) + 1, since: live?.since ?? now, until: 0 };
};

/** The account's counter after one more failure: five cost nothing, then 2, 4, 8 … seconds, 15 minutes at the most. */
export const afterFailure = (counter: Counter | null, key: string, now: number): Counter => {
  const failures = (counter?.failures ?? 0) + 1;
  const wait = failures <= FREE ? 0 : Math.min(LONGEST, 2 ** Math.min(20, failures - FREE) * 1000);
  return { key, failures, since: counter?.since ?? now, until: wait === 0 ? 0 : now + wait };
};

/** The address's counter after one more failure within the window. */
export const afterAddressFailure = add;

/** True where this account has not failed from this address within the window: then it counts for the spread of accounts. */
export const isFreshPair = (pasangan: Counter | null, now: number): boolean => within(pasangan, now) === null;

/** Failures that may still come before waiting begins: the first after the free ones starts it. */
export const attemptsLeft = (counter: Counter | null): number =>
  Math.max(0, FREE + 1 - (counter?.failures ?? 0));
