import { type Refusal, refuse } from '../../shared/protocol/index.ts';
import {
  type Attempt,
  afterAddressFailure,
  afterFailure,
  attemptsLeft,
  counterKeys,
  DEVICE_COOKIE,
  hashToken,
  readCookie,
  waitFor,
} from '../people/index.ts';
import type { ReadTx, StoredAccount } from '../store/index.ts';
import type { Rooms } from './rooms.ts';

/** A refusal; `retryAfter` in seconds. */
export type NotSignedIn = Refusal & { readonly retryAfter?: number };

/** An attempt that may go on: whose account it seems to be, and under which counters it stands. */
export type Gate = { readonly ok: true; readonly account: StoredAccount | null; readonly attempt: Attempt };

/** Who comes in, from where; `name` is what the counters go by where there is no such account. */
type Comer = {
  readonly find: (tx: ReadTx) => Promise<{ readonly account: StoredAccount | null; readonly name: string }>;
  readonly address: string;
  readonly cookies: string | null;
};

/**
 * Counts an attempt to sign in before anything is looked at, so that a hundred at once are no more than a hundred in a row;
 * whoever gets in takes the count back.
 */
export const countAttempt = async (
  rooms: Rooms,
  { find, address, cookies }: Comer,
): Promise<Gate | NotSignedIn> => {
  const now = rooms.clock();
  const mark = readCookie(cookies, DEVICE_COOKIE);
  const { name: expected } = await rooms.store.read(find);
  return rooms.store.write(
    async (tx) => {
      const { account, name } = await find(tx);
      const knownDevice =
        mark !== null && account !== null && (await tx.isKnownBrowser(account.id, hashToken(mark)));
      const attempt: Attempt = { nip: name, address, knownDevice };
      const keys = counterKeys(attempt);
      const [akun, alamat, sebaran] = [
        await tx.throttle(keys.akun),
        await tx.throttle(keys.alamat),
        await tx.throttle(keys.sebaran),
      ];
      const wait = waitFor({ akun, alamat, sebaran }, attempt, now);
      if (wait > 0) return { ...refuse('terlalu_sering'), retryAfter: wait / 1000 };
      await tx.putThrottle(afterFailure(akun, keys.akun, now));
      return { ok: true, account, attempt };
    },
    { names: [true, false].map((knownDevice) => counterKeys({ nip: expected, address, knownDevice }).akun) },
  );
};

/** Counts that it failed; gives how many more are free of waiting. */
export const countFailure = async (rooms: Rooms, attempt: Attempt): Promise<number> => {
  const now = rooms.clock();
  const keys = counterKeys(attempt);
  return rooms.store.write(
    async (tx) => {
      const pair = await tx.throttle(keys.pasangan);
      await tx.putThrottle(afterAddressFailure(await tx.throttle(keys.alamat), keys.alamat, now));
      await tx.putThrottle(afterAddressFailure(pair, keys.pasangan, now));
      // Counted once for each account: many tries at one are that account's own counter's business.
      if (!pair)
        await tx.putThrottle(afterAddressFailure(await tx.throttle(keys.sebaran), keys.sebaran, now));
      return attemptsLeft(await tx.throttle(keys.akun));
    },
    { names: [keys.alamat, keys.pasangan, keys.sebaran] },
  );
};

/** Takes the account's count back: it was right, or no attempt at all. */
export const takeBack = (rooms: Rooms, attempt: Attempt): Promise<void> => {
  const { akun } = counterKeys(attempt);
  return rooms.store.write((tx) => tx.removeThrottle(akun), { names: [akun] });
};
