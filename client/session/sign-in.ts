import { type ProblemParams, SessionAnswer } from '../../shared/protocol/index.ts';
import {
  getMeta,
  getSetting,
  inWipeTurn,
  keepBallast,
  openAccountStore,
  openRegistry,
  type Shelf,
  setMeta,
  setSetting,
} from '../store/index.ts';
import { fetchTransport, readAnswer, type Transport, type Trouble } from '../sync/index.ts';
import { deviceLabel, makeDeviceKey, publicPart } from './device-key.ts';

/** How signing in ended. Codes are the server's, or `tanpa_internet`, `server_diam`, `wifi_masuk`. */
export type SignInResult =
  | {
      readonly ok: true;
      readonly id: string;
      /** The app lock's data key, base64url, where it was asked for and this server could open it. */
      readonly kunci?: string | undefined;
    }
  | {
      readonly ok: false;
      readonly code: Trouble['code'];
      readonly params?: ProblemParams;
      /** How long the server asked to wait, ms. */
      readonly floor?: number;
    };

/** Where signing in happens: the line, what names this browser, and where its databases lie. */
export type Place = { readonly transport?: Transport; readonly agent?: string; readonly shelf?: Shelf };

const TIMEOUT = 30_000;
const SIGN_OUT_TIMEOUT = 5_000;

/** `baru` is a new password, where `sandi` is the code of an activation slip; `kunci` a lock whose PIN was forgotten. */
type Credentials = {
  readonly nip: string;
  readonly sandi: string;
  readonly baru?: string;
  readonly kunci?: string;
};
type Answered =
  | { readonly ok: true; readonly answer: SessionAnswer }
  | (SignInResult & { readonly ok: false });

const encode = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));

/** The key of an account that was used here before, by its NIP or id, so that its device stays the same one. */
export const keptKey = async (
  by: { readonly nip: string } | { readonly id: string },
  { shelf }: Place,
): Promise<CryptoKeyPair | undefined> => {
  const registry = openRegistry(shelf);
  const known = await registry.accounts.where(by).first();
  registry.close();
  if (!known) return undefined;
  const store = await openAccountStore(known.id, shelf);
  const key = await getMeta(store.db, 'key');
  store.db.close();
  return key;
};

const ask = async (credentials: Credentials, key: CryptoKeyPair, place: Place): Promise<Answered> => {
  const { transport = fetchTransport, agent = navigator.userAgent } = place;
  await leaving;
  const body = encode({ ...credentials, key: await publicPart(key), label: deviceLabel(agent) });
  const headers = { 'content-type': 'application/json' };
  const read = await readAnswer(
    await transport({ method: 'POST', path: '/api/session', headers, body, timeout: TIMEOUT }),
  );
  if (!read.ok) return read;
  const parsed = SessionAnswer.safeParse(read.json);
  return parsed.success ? { ok: true, answer: parsed.data } : { ok: false, code: 'server_diam' };
};

/** Keeps who is signed in, and makes the account's database or finds it as it was left. */
export const remember = async (
  answer: SessionAnswer,
  key: CryptoKeyPair,
  { shelf }: Place,
): Promise<void> => {
  const { id, nip, nama, jabatan } = answer.account;
  const registry = openRegistry(shelf);
  const account = { id, nip, nama, jabatan, lastUsed: answer.now, masuk: answer.device };
  // First of all: a wipe under way stops at this, and lets go of the account before its data are touched.
  if (await registry.accounts.get(id)) await registry.accounts.put(account);
  await inWipeTurn(id, () => keepPerson(answer, key, shelf));
  await registry.accounts.put(account);
  await setSetting(registry, 'active', id);
  registry.close();
};

const keepPerson = async (
  { account: { id, nip, nama, jabatan }, ...answer }: SessionAnswer,
  key: CryptoKeyPair,
  shelf: Shelf | undefined,
): Promise<void> => {
  const store = await openAccountStore(id, shelf);
  const { db } = store;
  await db.transaction('rw', db.meta, async () => {
    const known = await getMeta(db, 'saya');
    // New rights come with the next answer, which also brings what they cover: here they would only look as if it were there.
    const { grantVersion, grants } = known ?? { grantVersion: '', grants: answer.grants };
    await setMeta(db, 'key', key);
    await setMeta(db, 'saya', { id, nip, nama, jabatan, device: answer.device, grantVersion, grants });
    // Under another device nothing was handed over yet: what was, she may have thrown away.
    await db.meta.bulkDelete(['attempt', 'serah']);
  });
  await keepBallast(db);
  db.close();
};

/**
 * Signs in with NIP and password and registers this browser's key. The account's database is made, or found as it was
 * left: an unsent queue goes on where it stopped. Needs the network; nothing else in the app does.
 */
export const signIn = async (credentials: Credentials, place: Place = {}): Promise<SignInResult> => {
  let key = (await keptKey({ nip: credentials.nip }, place)) ?? (await makeDeviceKey());
  let answered = await ask(credentials, key, place);
  if (!answered.ok && answered.code === 'perangkat_dicabut') {
    // The old key was revoked: whoever knows the password may register a new one, and the queue goes on under that.
    key = await makeDeviceKey();
    answered = await ask(credentials, key, place);
  }
  if (!answered.ok) return answered;
  await remember(answered.answer, key, place);
  const { account, kunci } = answered.answer;
  return { ok: true, id: account.id, kunci };
};

let leaving: Promise<unknown> = Promise.resolve();

/** Resolves once a session that is being ended is over: its answer takes the cookie away, and would take a newer one's. */
export const afterLeaving = (): Promise<unknown> => leaving;

/** Shuts the phone's door on the account in use: resolves once no reload opens it any more. Nothing of it is deleted. */
export const shutDoor = async (shelf?: Shelf): Promise<void> => {
  const registry = openRegistry(shelf);
  await registry.transaction('rw', registry.settings, registry.accounts, async () => {
    const id = await getSetting(registry, 'active');
    await setSetting(registry, 'active', null);
    if (id !== null) await registry.accounts.update(id, { keluar: true });
  });
  registry.close();
};

/**
 * "Keluar": the server forgets the session where it can be reached; on the phone nothing is deleted, and the account opens
 * by its password alone. The phone's door shuts first: on a slow line, whoever takes the phone next must not find it open.
 */
export const signOut = async ({ transport = fetchTransport, shelf }: Place = {}): Promise<void> => {
  await shutDoor(shelf);
  leaving = transport({ method: 'DELETE', path: '/api/session', timeout: SIGN_OUT_TIMEOUT });
  await leaving;
};
