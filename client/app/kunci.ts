import type { TungguPin } from '../../shared/domain/index.ts';
import { fromBase64Url } from '../../shared/protocol/index.ts';
import { segelPulih } from '../actions/index.ts';
import {
  aturMenit,
  bukaDenganPin,
  gantiPin,
  type JawabPin,
  lepasKunci,
  maafkanPin,
  pakaiKunci,
  pasangKunci,
  pulihkanKunci,
  rampungkanKunci,
  signIn,
  ukurPutaran,
} from '../session/index.ts';
import {
  type AccountStore,
  getMeta,
  type Kemajuan,
  type KunciAplikasi,
  onlyHere,
  openAccountStore,
} from '../store/index.ts';
import { fetchCourierKey, fetchTransport, senderName, type Trouble } from '../sync/index.ts';
import { holdOpen, letGoOpen } from './account.ts';
import { diKamera } from './kamera.ts';
import { openName } from './world.ts';

/* The app lock as the page uses it: one chunk, loaded where an account has one. The rules are in client/session/kunci.ts. */

/** How an opened account is opened: by putting its seal under the store. */
export type Buka = (store: AccountStore) => Promise<unknown>;

const withStore = async <T>(id: string, work: (store: AccountStore) => Promise<T>): Promise<T> => {
  const store = await openAccountStore(id);
  try {
    return await work(store);
  } finally {
    store.db.close();
  }
};

/** What the door says before anybody has opened it. */
export type DiPintu = {
  readonly nama: string;
  readonly nip: string;
  readonly unsent: number;
  readonly salah: number;
  readonly tunggu: TungguPin;
};

/** Another tab has taken the lock off meanwhile: there is nothing left to open. */
export type TanpaKunci = 'tanpa_kunci';

/** Reads it; nothing of it is sealed. */
export const diPintu = (id: string): Promise<DiPintu | TanpaKunci> =>
  withStore(id, async ({ db }) => {
    const [saya, kunci] = await Promise.all([getMeta(db, 'saya'), getMeta(db, 'kunci')]);
    if (!kunci) return 'tanpa_kunci';
    if (!saya) throw new Error('an app lock on an account that nobody has');
    const { isian, foto } = await onlyHere(db);
    const unsent = isian + foto;
    return { nama: saya.nama, nip: saya.nip, unsent, salah: kunci.salah, tunggu: kunci.tunggu };
  });

/** Tries a PIN at the door. */
export const cobaPin = (id: string, pin: string, now: number): Promise<JawabPin | TanpaKunci> =>
  withStore(id, async (store) =>
    (await getMeta(store.db, 'kunci')) ? bukaDenganPin(store, pin, now) : 'tanpa_kunci',
  );

/** A key that was right a moment ago, on its way from the settings to the door. */
let dibawa: { readonly id: string; readonly kunci: CryptoKey } | null = null;

/** Takes it, once. */
export const kunciDibawa = (id: string): CryptoKey | null => {
  const kunci = dibawa?.id === id ? dibawa.kunci : null;
  dibawa = null;
  return kunci;
};

const tahapDari = (id: string): Promise<KunciAplikasi['tahap'] | undefined> =>
  withStore(id, async ({ db }) => (await getMeta(db, 'kunci'))?.tahap);

const PATIENCE = 2000;

/**
 * Work while no other page has the account open; null where one has. Waited for, not just asked: a page that the browser
 * keeps for the way back still counts as open, and is dropped for who waits.
 */
const alone = async <T>(id: string, work: () => Promise<T>): Promise<T | null> => {
  const { locks } = navigator;
  if (!locks) return work();
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), PATIENCE);
  let begun = false;
  try {
    return await locks.request(openName(id), { signal: waiting.signal }, () => {
      begun = true;
      clearTimeout(timer);
      return work();
    });
  } catch (error) {
    if (begun) throw error;
    return null;
  }
};

/** Nobody sends meanwhile, neither a page that is about to end nor the service worker. */
const whileNobodySends = async (id: string, work: () => Promise<void>): Promise<true> => {
  if (navigator.locks) await navigator.locks.request(senderName(id), work);
  else await work();
  return true;
};

/** How far sealing, or unsealing, has come. */
export type Kerja = Kemajuan & { readonly membuka: boolean };

/** Does what is left of sealing or unsealing; then the account can be opened with what is answered. */
export const siapkanBuka = async (
  id: string,
  kunci: CryptoKey,
  tell: (kerja: Kerja) => void,
): Promise<Buka> => {
  const buka: Buka = (store) => pakaiKunci(store, kunci);
  // The page that asked for it is just letting go; or another one, opened meanwhile, does it first.
  for (let tahap = await tahapDari(id); tahap && tahap !== 'tertutup'; tahap = await tahapDari(id)) {
    const membuka = tahap === 'membuka';
    const work = async (store: AccountStore): Promise<void> =>
      rampungkanKunci(store, await pakaiKunci(store, kunci), (kemajuan) => tell({ ...kemajuan, membuka }));
    await alone(id, () => whileNobodySends(id, () => withStore(id, work)));
  }
  return buka;
};

/**
 * A forgotten PIN: signs in with the password, has the data key back, and puts a new PIN on it. Where the server cannot open
 * it any more the old PIN is the only way, so whoever has proved the password may try that again from the start.
 */
export const lupaPin = async (
  id: string,
  { nip, sandi, pin }: { readonly nip: string; readonly sandi: string; readonly pin: string },
): Promise<
  | { readonly ok: true; readonly kunci: CryptoKey }
  | { readonly ok: false; readonly code: Trouble['code'] | 'kunci_asing' | TanpaKunci }
> => {
  const pulih = await withStore(id, async ({ db }) => (await getMeta(db, 'kunci'))?.pulih);
  if (pulih === undefined) return { ok: false, code: 'tanpa_kunci' };
  const answer = await signIn({ nip, sandi, kunci: pulih });
  if (!answer.ok) return answer;
  const raw = answer.kunci ? fromBase64Url(answer.kunci) : null;
  const kunci = raw && (await withStore(id, (store) => pulihkanKunci(store, raw, pin)));
  if (kunci) return { ok: true, kunci };
  await withStore(id, maafkanPin);
  return { ok: false, code: 'kunci_asing' };
};

/** {@link alone} for the page that has the account open itself. */
const aloneInside = async <T>(store: AccountStore, work: () => Promise<T>): Promise<T | 'tab_lain'> => {
  letGoOpen(store);
  const done = await alone(store.accountId, work);
  holdOpen(store);
  return done ?? 'tab_lain';
};

/** Puts the lock on; the door, shown next, seals what is there. */
export const nyalakanKunci = async (
  store: AccountStore,
  { pin, menit }: { readonly pin: string; readonly menit: number },
): Promise<'siap' | 'tab_lain' | 'tanpa_internet'> => {
  const { accountId } = store;
  const server = await fetchCourierKey(fetchTransport);
  if (!server) return 'tanpa_internet';
  const putaran = await ukurPutaran(() => performance.now());
  const segel = (raw: Uint8Array<ArrayBuffer>): Promise<string> => segelPulih(raw, accountId, server.kunci);
  return aloneInside(store, async () => {
    dibawa = { id: accountId, kunci: await pasangKunci(store, { pin, menit, putaran, segelPulih: segel }) };
    return 'siap' as const;
  });
};

/** Takes the lock off, with its PIN; the door, shown next, opens what is sealed. */
export const matikanKunci = (store: AccountStore, pin: string, now: number): Promise<JawabPin | 'tab_lain'> =>
  aloneInside(store, async () => {
    const answer = await bukaDenganPin(store, pin, now);
    if (!answer.ok) return answer;
    await lepasKunci(store);
    dibawa = { id: store.accountId, kunci: answer.kunci };
    return answer;
  });

export { gantiPin };

/** Minutes in the background after which each account locks, as last read. */
const menitUntuk = new Map<string, number>();

/** Sets how long the app may be in the background. */
export const pilihMenit = async (store: AccountStore, menit: number): Promise<void> => {
  await aturMenit(store, menit);
  menitUntuk.set(store.accountId, menit);
};

const MINUTE = 60_000;
/** A picture that is being taken would be lost with its form: the camera may be in front this long. */
const KAMERA = 15 * MINUTE;
let berhenti: () => void = () => undefined;

/**
 * Locks by itself: after the chosen minutes out of sight, also where the phone slept through them, and when another page
 * of the account is locked by hand.
 */
export const jagaKunci = async (id: string, clock: () => number, kunci: () => void): Promise<void> => {
  berhenti();
  const menit = await withStore(id, async ({ db }) => (await getMeta(db, 'kunci'))?.menit);
  if (menit === undefined) return;
  menitUntuk.set(id, menit);
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`kunci:${id}`);
  let pergi = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const batas = (): number => Math.max((menitUntuk.get(id) ?? menit) * MINUTE, diKamera.peek() ? KAMERA : 0);
  const tutup = (): void => {
    berhenti();
    kunci();
  };
  const lihat = (): void => {
    clearTimeout(timer);
    if (document.visibilityState === 'hidden') {
      pergi = clock();
      timer = setTimeout(tutup, batas());
      return;
    }
    if (pergi > 0 && Math.abs(clock() - pergi) >= batas()) tutup();
    diKamera.value = false;
  };
  document.addEventListener('visibilitychange', lihat);
  addEventListener('pageshow', lihat);
  if (channel) channel.onmessage = tutup;
  berhenti = () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', lihat);
    removeEventListener('pageshow', lihat);
    channel?.close();
    berhenti = () => undefined;
  };
};

/** "Kunci sekarang" in all pages of the account. */
export const kunciDiManaSaja = (id: string): void => {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(`kunci:${id}`);
  channel.postMessage('kunci');
  channel.close();
};
