import { jedaPin, PIN_HABIS, sisaTunggu, type TungguPin } from '../../shared/domain/index.ts';
import {
  type AccountStore,
  bukaLaci,
  getMeta,
  type Kemajuan,
  type KunciAplikasi,
  openBytes,
  pasangSegel,
  type Segel,
  sealBytes,
  setMeta,
  tulisUlang,
  tulisUlangLaci,
} from '../store/index.ts';

/*
 *   data key ─┬─ wrapped by the PIN (PBKDF2)      ─▶ opens without a network
 *             └─ sealed to the server (HPKE)      ─▶ comes back with a sign-in by password
 *
 * The data key itself is in memory only, as a key that no script can read. What that is worth: docs/decisions/0012.
 */

/** OWASP's floor for PBKDF2-HMAC-SHA-256; a phone that can does more. */
const PUTARAN_MIN = 600_000;
const PUTARAN_MAX = 4_000_000;
const PUTARAN_UKUR = 100_000;
/** How long one PIN should take on this phone, ms. */
const LAMA_PIN = 700;

const encoder = new TextEncoder();
const rightKey = (accountId: string): string => `kunci ${accountId}`;

const keyOfPin = async (pin: string, garam: Uint8Array<ArrayBuffer>, putaran: number): Promise<CryptoKey> => {
  const secret = await crypto.subtle.importKey('raw', encoder.encode(pin), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: garam, iterations: putaran },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
};

const dataKey = (raw: ArrayBuffer): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

/** Rounds for PINs on this phone: as many as take about 0.7 s, never fewer than 600,000. `now` in ms. */
export const ukurPutaran = async (now: () => number): Promise<number> => {
  const began = now();
  await keyOfPin('000000', new Uint8Array(16), PUTARAN_UKUR);
  const each = Math.max(1, now() - began) / PUTARAN_UKUR;
  const wanted = Math.round(LAMA_PIN / each / 50_000) * 50_000;
  return Math.min(PUTARAN_MAX, Math.max(PUTARAN_MIN, wanted));
};

const wrapped = async (raw: ArrayBuffer, pin: string, putaran: number): Promise<KunciAplikasi['pin']> => {
  const garam = crypto.getRandomValues(new Uint8Array(16));
  const kek = await keyOfPin(pin, garam, putaran);
  return { garam, putaran, bungkus: await sealBytes(kek, new Uint8Array(raw), 'kunci') };
};

const update = (store: AccountStore, part: Partial<KunciAplikasi>): Promise<KunciAplikasi | null> =>
  store.db.transaction('rw', store.db.meta, async () => {
    const known = await getMeta(store.db, 'kunci');
    if (!known) return null;
    const next = { ...known, ...part };
    await setMeta(store.db, 'kunci', next);
    return next;
  });

/** What a new lock is made of. */
export type KunciBaru = {
  readonly pin: string;
  readonly menit: number;
  readonly putaran: number;
  /** Seals the data key to the server, for this account. */
  readonly segelPulih: (raw: Uint8Array<ArrayBuffer>) => Promise<string>;
};

/** Puts a lock on the account. Its rows are sealed next, by {@link rampungkanKunci}. */
export const pasangKunci = async (store: AccountStore, baru: KunciBaru): Promise<CryptoKey> => {
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const kunci = await dataKey(raw.buffer);
  const [pin, pulih] = [await wrapped(raw.buffer, baru.pin, baru.putaran), await baru.segelPulih(raw)];
  raw.fill(0);
  const about = rightKey(store.accountId);
  const uji = await sealBytes(kunci, encoder.encode(about), about);
  const { menit } = baru;
  await setMeta(store.db, 'kunci', { tahap: 'menyegel', pin, pulih, uji, menit, salah: 0, tunggu: null });
  return kunci;
};

/** How a PIN was answered; `sisa` tries are left, and the next one waits `tunggu`. */
export type JawabPin =
  | { readonly ok: true; readonly kunci: CryptoKey }
  | { readonly ok: false; readonly sisa: number; readonly tunggu: TungguPin };

/** Counts a try before it is looked at, so that a page that is killed meanwhile has used it up. */
const countTry = (
  store: AccountStore,
  now: number,
): Promise<{ kunci: KunciAplikasi; boleh: boolean } | null> =>
  store.db.transaction('rw', store.db.meta, async () => {
    const kunci = await getMeta(store.db, 'kunci');
    if (!kunci) return null;
    if (kunci.salah >= PIN_HABIS || sisaTunggu(kunci.tunggu, now) > 0) return { kunci, boleh: false };
    const salah = kunci.salah + 1;
    const jeda = jedaPin(salah);
    const tunggu = jeda > 0 ? { sejak: now, sampai: now + jeda } : null;
    const next = { ...kunci, salah, tunggu };
    await setMeta(store.db, 'kunci', next);
    return { kunci: next, boleh: true };
  });

const unwrap = async (store: AccountStore, pin: string, now: number): Promise<ArrayBuffer | JawabPin> => {
  const tried = await countTry(store, now);
  if (!tried) return { ok: false, sisa: 0, tunggu: null };
  const { kunci, boleh } = tried;
  const refused = { ok: false, sisa: Math.max(0, PIN_HABIS - kunci.salah), tunggu: kunci.tunggu } as const;
  if (!boleh) return refused;
  const { garam, putaran, bungkus } = kunci.pin;
  const raw = await openBytes(await keyOfPin(pin, garam, putaran), bungkus, 'kunci').catch(() => null);
  if (!raw) return refused;
  await update(store, { salah: 0, tunggu: null });
  return raw;
};

/** Opens the lock with its PIN. Wrong ones are counted, slow the next ones down, and erase nothing. */
export const bukaDenganPin = async (store: AccountStore, pin: string, now: number): Promise<JawabPin> => {
  const raw = await unwrap(store, pin, now);
  return raw instanceof ArrayBuffer ? { ok: true, kunci: await dataKey(raw) } : raw;
};

/** Another PIN, with the old one. */
export const gantiPin = async (
  store: AccountStore,
  { lama, baru }: { readonly lama: string; readonly baru: string },
  now: number,
): Promise<JawabPin> => {
  const raw = await unwrap(store, lama, now);
  return raw instanceof ArrayBuffer ? pinUntuk(store, raw, baru) : raw;
};

const pinUntuk = async (store: AccountStore, raw: ArrayBuffer, pin: string): Promise<JawabPin> => {
  const known = await getMeta(store.db, 'kunci');
  const kunci = await dataKey(raw);
  await update(store, {
    pin: await wrapped(raw, pin, known?.pin.putaran ?? PUTARAN_MIN),
    salah: 0,
    tunggu: null,
  });
  return { ok: true, kunci };
};

/** A forgotten PIN: the server gave the data key back after a sign-in by password. Null where it is not this lock's. */
export const pulihkanKunci = async (
  store: AccountStore,
  raw: Uint8Array<ArrayBuffer>,
  pin: string,
): Promise<CryptoKey | null> => {
  const known = await getMeta(store.db, 'kunci');
  if (!known || raw.length !== 32) return null;
  const right = await openBytes(await dataKey(raw.buffer), known.uji, rightKey(store.accountId)).catch(
    () => null,
  );
  if (!right) return null;
  const answer = await pinUntuk(store, raw.buffer, pin);
  raw.fill(0);
  return answer.ok ? answer.kunci : null;
};

/** Takes the count of wrong PINs back, after the password was found right. */
export const maafkanPin = (store: AccountStore): Promise<unknown> =>
  update(store, { salah: 0, tunggu: null });

/** The lock goes off: its rows are opened next, by {@link rampungkanKunci}, and until then the PIN is asked for. */
export const lepasKunci = (store: AccountStore): Promise<unknown> => update(store, { tahap: 'membuka' });

/** Minutes in the background after which the app locks. */
export const aturMenit = (store: AccountStore, menit: number): Promise<unknown> => update(store, { menit });

/** Puts the opened seal under a store: from here on its rows and words read as they are. */
export const pakaiKunci = async (store: AccountStore, kunci: CryptoKey): Promise<Segel> => {
  const segel = { kunci, menutup: (await getMeta(store.db, 'kunci'))?.tahap !== 'membuka' };
  await pasangSegel(store, segel);
  await bukaLaci(store.accountId, segel);
  return segel;
};

/**
 * Does what is left of sealing or unsealing; nothing where all is done. May be killed at any row: the lock asks for its PIN,
 * and it goes on. Nobody else may write meanwhile.
 */
export const rampungkanKunci = async (
  store: AccountStore,
  segel: Segel,
  tell?: (kemajuan: Kemajuan) => void,
): Promise<void> => {
  const known = await getMeta(store.db, 'kunci');
  if (!known || known.tahap === 'tertutup') return;
  await tulisUlang(store, tell);
  await tulisUlangLaci(store.accountId, segel);
  if (known.tahap === 'membuka') await store.db.meta.delete('kunci');
  else await update(store, { tahap: 'tertutup' });
};
