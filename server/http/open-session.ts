import { type DeviceKey, type Refusal, refuse, type SignInRequest } from '../../shared/protocol/index.ts';
import {
  type Attempt,
  counterKeys,
  DEVICE_COOKIE,
  hashToken,
  newToken,
  readCookie,
  SESSION_COOKIE,
} from '../people/index.ts';
import { holdAccount, type StoredAccount, type StoredDevice, type WriteTx } from '../store/index.ts';
import type { Rooms } from './rooms.ts';
import { expiryOf, holdSession } from './who.ts';

/** A person who is signed in: the token goes into the session cookie, the mark into the browser's. */
export type SignedIn = {
  readonly ok: true;
  readonly account: StoredAccount;
  readonly device: StoredDevice;
  readonly token: string;
  readonly mark: string;
  readonly expiresAt: number;
};

/** The phone that comes in: its key and name, and the cookies that it has. */
type Comer = Pick<SignInRequest, 'key' | 'label'> & { readonly cookies: string | null };

/** Opens a session for somebody who has proved who she is, by whatever means, and registers the phone's key. */
export const openSession = async (
  rooms: Rooms,
  { key, label, cookies }: Comer,
  { account, attempt }: { readonly account: StoredAccount; readonly attempt: Attempt },
): Promise<SignedIn | Refusal> => {
  const now = rooms.clock();
  const token = newToken(rooms.randomBytes);
  const mark = readCookie(cookies, DEVICE_COOKIE) ?? newToken(rooms.randomBytes);
  const before = readCookie(cookies, SESSION_COOKIE);
  const expiresAt = expiryOf(await rooms.ledger.grantsOf(account.id), { createdAt: now, now });
  return rooms.store.write(
    async (tx) => {
      const device = await deviceFor(tx, rooms, { account: account.id, key, label, now });
      if (device.revokedAt !== null) return refuse('perangkat_dicabut');
      const tokenHash = hashToken(token);
      await tx.putDevice({ ...device, label, seenAt: now });
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
  const id = rooms.ledger.newDeviceId(account);
  if (await tx.device(id)) return deviceFor(tx, rooms, { account, key, label, now });
  return { id, account, key, label, createdAt: now, seenAt: now, maxNumber: 0, revokedAt: null };
};
