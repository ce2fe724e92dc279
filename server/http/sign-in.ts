import { type DeviceKey, type Refusal, refuse, type SignInRequest } from '../../shared/protocol/index.ts';
import {
  type Attempt,
  afterAddressFailure,
  afterFailure,
  attemptsLeft,
  counterKeys,
  DEVICE_COOKIE,
  hashToken,
  isUsableKey,
  newToken,
  readCookie,
  SESSION_COOKIE,
  waitFor,
} from '../people/index.ts';
import {
  holdAccount,
  type ReadTx,
  type StoredAccount,
  type StoredDevice,
  type WriteTx,
} from '../store/index.ts';
import { activate } from './activate.ts';
import { renewed } from './renew-password.ts';
import type { Rooms } from './rooms.ts';
import { expiryOf, holdSession } from './who.ts';

type Wanted = { readonly request: SignInRequest; readonly address: string; readonly cookies: string | null };

/** A person who is signed in: the token goes into the session cookie, the mark into the browser's. */
export type SignedIn = {
  readonly ok: true;
  readonly account: StoredAccount;
  readonly device: StoredDevice;
  readonly token: string;
  readonly mark: string;
  readonly expiresAt: number;
};

/** A refusal; `retryAfter` in seconds. */
export type NotSignedIn = Refusal & { readonly retryAfter?: number };

const BUSY_SECONDS = 5;

/**
 * Signs a person in: throttle, then password, then the phone's key. Every attempt is counted before the password is
 * looked at, so that a hundred at once are no more than a hundred in a row; a right one takes the count back.
 */
export const signIn = async (rooms: Rooms, wanted: Wanted): Promise<SignedIn | NotSignedIn> => {
  const { request } = wanted;
  if (!isUsableKey(request.key)) return refuse('isi_salah', { bidang: 'key' });
  const gate = await countAttempt(rooms, wanted);
  if (!gate.ok) return gate;
  // Empty until it is activated: then no password is the right one.
  const person = gate.account?.deactivatedAt === null ? gate.account : null;
  const stored = person?.password || null;
  const checked = await rooms.passwords.verify(stored, request.sandi);
  if (!checked.ok) return { ...checked, retryAfter: BUSY_SECONDS };
  if (!checked.matches || !gate.account) return bySlip(rooms, wanted, { ...gate, account: person });
  const account = await renewed(rooms, gate.account, wanted.request);
  if (!account.ok) {
    const { akun } = counterKeys(gate.attempt);
    await rooms.store.write((tx) => tx.removeThrottle(akun), { names: [akun] });
    return account;
  }
  return open(rooms, wanted, { account: account.account, attempt: gate.attempt });
};

/** Not her password: perhaps the code of a slip. One that is right but has no new password beside it is no failure. */
const bySlip = async (rooms: Rooms, wanted: Wanted, gate: Gate): Promise<SignedIn | NotSignedIn> => {
  const slip = await activate(rooms, gate.account, wanted.request);
  if (slip === null) return countFailure(rooms, gate.attempt);
  if (slip.ok) return open(rooms, wanted, { account: slip.account, attempt: gate.attempt });
  if (slip.code === 'server_sibuk') return { ...slip, retryAfter: BUSY_SECONDS };
  const { akun } = counterKeys(gate.attempt);
  await rooms.store.write((tx) => tx.removeThrottle(akun), { names: [akun] });
  return slip;
};

type Gate = { readonly ok: true; readonly account: StoredAccount | null; readonly attempt: Attempt };

/** Who knows her number as it was before a correction comes in by it as well; who holds it now comes first. */
const accountFor = async (tx: ReadTx, nip: string): Promise<StoredAccount | null> =>
  (await tx.accountByNip(nip)) ?? (await tx.accountByNipLama(nip));

const countAttempt = async (
  rooms: Rooms,
  { request, address, cookies }: Wanted,
): Promise<Gate | NotSignedIn> => {
  const now = rooms.clock();
  const mark = readCookie(cookies, DEVICE_COOKIE);
  const nip = (await rooms.store.read((tx) => accountFor(tx, request.nip)))?.nip ?? request.nip;
  return rooms.store.write(
    async (tx) => {
      const account = await accountFor(tx, request.nip);
      const knownDevice =
        mark !== null && account !== null && (await tx.isKnownBrowser(account.id, hashToken(mark)));
      const attempt: Attempt = { nip: account?.nip ?? request.nip, address, knownDevice };
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
    {
      names: [true, false].map((knownDevice) => counterKeys({ nip, address, knownDevice }).akun),
    },
  );
};

const countFailure = async (rooms: Rooms, attempt: Attempt): Promise<Refusal> => {
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
      return refuse('sandi_salah', { sisa: attemptsLeft(await tx.throttle(keys.akun)) });
    },
    { names: [keys.alamat, keys.pasangan, keys.sebaran] },
  );
};

const open = async (
  rooms: Rooms,
  { request, cookies }: Wanted,
  { account, attempt }: { account: StoredAccount; attempt: Attempt },
): Promise<SignedIn | Refusal> => {
  const now = rooms.clock();
  const token = newToken(rooms.randomBytes);
  const mark = readCookie(cookies, DEVICE_COOKIE) ?? newToken(rooms.randomBytes);
  const before = readCookie(cookies, SESSION_COOKIE);
  const expiresAt = expiryOf(await rooms.ledger.grantsOf(account.id), { createdAt: now, now });
  return rooms.store.write(
    async (tx) => {
      const device = await deviceFor(tx, rooms, {
        account: account.id,
        key: request.key,
        label: request.label,
        now,
      });
      if (device.revokedAt !== null) return refuse('perangkat_dicabut');
      const tokenHash = hashToken(token);
      await tx.putDevice({ ...device, label: request.label, seenAt: now });
      await tx.putSession({
        tokenHash,
        account: account.id,
        device: device.id,
        createdAt: now,
        seenAt: now,
        expiresAt,
      });
      await tx.putKnownBrowser({ account: account.id, mark: hashToken(mark), seenAt: now });
      await tx.removeThrottle(counterKeys(attempt).akun);
      await tx.removeSessionsExpiredBefore(now);
      if (before) await tx.removeSession(hashToken(before));
      return { ok: true, account, device, token, mark, expiresAt };
    },
    {
      names: [
        holdAccount(account.id),
        counterKeys(attempt).akun,
        ...(before ? [holdSession(hashToken(before))] : []),
      ],
    },
  );
};

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

type Phone = {
  readonly account: string;
  readonly key: DeviceKey;
  readonly label: string;
  readonly now: number;
};

/** The phone of this key, under its newest id where it had to take another; a new one where the key is new. */
const deviceFor = async (
  tx: WriteTx,
  rooms: Rooms,
  { account, key, label, now }: Phone,
): Promise<StoredDevice> => {
  const own = await tx.devicesOf(account);
  const same = own.filter((device) => device.key.x === key.x && device.key.y === key.y);
  const known = same.sort((a, b) => b.createdAt - a.createdAt)[0];
  if (known) return known;
  const letters = Array.from(rooms.randomBytes(6), (byte) => LETTERS[byte % LETTERS.length]);
  const id = `d_${letters.join('')}`;
  if (await tx.device(id)) return deviceFor(tx, rooms, { account, key, label, now });
  return { id, account, key, label, createdAt: now, seenAt: now, maxNumber: 0, revokedAt: null };
};
