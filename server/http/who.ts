import { type Refusal, refuse, type SessionAnswer, type WireGrant } from '../../shared/protocol/index.ts';
import { cookie, hashToken, LIFETIME, readCookie, SESSION_COOKIE } from '../people/index.ts';
import {
  holdAccount,
  type ReadTx,
  type StoredAccount,
  type StoredDevice,
  type StoredSession,
} from '../store/index.ts';
import type { Rooms } from './rooms.ts';

/** Name under which one session is held. */
export const holdSession = (tokenHash: string): string => `sesi:${tokenHash}`;

/** Who asks: the session's account and phone. */
export type Who = {
  readonly session: StoredSession;
  readonly account: StoredAccount;
  readonly device: StoredDevice;
};

/** Renewed at most this often: a phone that syncs every quarter of an hour must not cost a disk write each time. */
const RENEW_AFTER = 3_600_000;

const find = async (tx: ReadTx, token: string, now: number): Promise<Who | Refusal> => {
  const session = await tx.session(hashToken(token));
  if (!session || session.expiresAt <= now) return refuse('masuk_lagi');
  const [account, device] = [await tx.accountById(session.account), await tx.device(session.device)];
  if (!account || account.deactivatedAt !== null || !device) return refuse('masuk_lagi');
  return device.revokedAt === null ? { session, account, device } : refuse('perangkat_dicabut');
};

/** Whose request each was, for the log of refusals: gone with the request itself. */
const asked = new WeakMap<Request, string>();

/** Account that a request turned out to be of; null where nobody has asked for it, or nobody is signed in. */
export const accountThatAsked = (request: Request): string | null => asked.get(request) ?? null;

/** The person behind the request's cookie, or `masuk_lagi`, `perangkat_dicabut`. Counts from the next request on. */
export const whoAsks = async (
  rooms: Pick<Rooms, 'store' | 'clock'>,
  request: Request,
): Promise<({ readonly ok: true } & Who) | Refusal> => {
  const token = readCookie(request.headers.get('cookie'), SESSION_COOKIE);
  if (!token) return refuse('masuk_lagi');
  const found = await rooms.store.read((tx) => find(tx, token, rooms.clock()));
  if (!('session' in found)) return found;
  asked.set(request, found.account.id);
  return { ok: true, ...found };
};

/** How long a session of these rights lives from `createdAt` on, when it is used at `now`. */
export const expiryOf = (
  grants: readonly WireGrant[],
  { createdAt, now }: { createdAt: number; now: number },
): number => {
  // Whoever holds any right over others; an admin's own is shorter still, and not of the session (admin-session.ts).
  const over = grants.some(({ peran }) => peran !== 'guru' && peran !== 'pembaca');
  const life = LIFETIME[over ? 'penilai' : 'guru'];
  return Math.min(now + life.idle, createdAt + life.absolute);
};

/** Set-Cookie for a session that ends at `expiresAt`. */
export const sessionCookie = (token: string, expiresAt: number, now: number): string =>
  cookie(SESSION_COOKIE, token, Math.max(0, (expiresAt - now) / 1000));

/** Moves the session's end on; null where it was moved on lately. Gives the Set-Cookie to send along. */
export const renewed = async (
  rooms: Pick<Rooms, 'store' | 'ledger' | 'clock'>,
  who: Who,
  request: Request,
): Promise<string | null> => {
  const now = rooms.clock();
  const token = readCookie(request.headers.get('cookie'), SESSION_COOKIE);
  if (!token || now - who.session.seenAt < RENEW_AFTER) return null;
  const grants = await rooms.ledger.grantsOf(who.account.id);
  const expiresAt = expiryOf(grants, { createdAt: who.session.createdAt, now });
  await rooms.store.write(
    async (tx) => {
      // Signed out meanwhile: a session must not come back.
      if (await tx.session(who.session.tokenHash))
        await tx.putSession({ ...who.session, seenAt: now, expiresAt });
    },
    { names: [holdSession(who.session.tokenHash), holdAccount(who.account.id)] },
  );
  return sessionCookie(token, expiresAt, now);
};

/** An app of before does not know a `pembaca`: it hears of one only where there is nothing else, the rest comes with the sync. */
const understood = (grants: readonly WireGrant[]): WireGrant[] => {
  const works = grants.filter(({ peran }) => peran !== 'pembaca');
  return works.length > 0 ? works : [...grants];
};

/** What a phone is told of who is signed in. */
export const sessionAnswer = async (
  rooms: Pick<Rooms, 'ledger' | 'clock'>,
  { account, device }: Pick<Who, 'account' | 'device'>,
): Promise<SessionAnswer> => ({
  account: { id: account.id, nip: account.nip, nama: account.nama, jabatan: account.jabatan },
  device: device.id,
  grants: understood(await rooms.ledger.grantsOf(account.id)),
  now: rooms.clock(),
});
