import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { catatEntri } from '../../../client/actions/index.ts';
import { segelPulih } from '../../../client/actions/titip-segel.ts';
import {
  aturMenit,
  bukaDenganPin,
  gantiPin,
  lepasKunci,
  maafkanPin,
  openAccount,
  pakaiKunci,
  pasangKunci,
  pulihkanKunci,
  rampungkanKunci,
  signIn,
  ukurPutaran,
} from '../../../client/session/index.ts';
import {
  type AccountStore,
  countWaiting,
  forgetTyped,
  getMeta,
  keepTyped,
  openAccountStore,
  openCommands,
  recallTyped,
  tutupLaci,
} from '../../../client/store/index.ts';
import { fromBase64Url, toBase64Url } from '../../../shared/protocol/index.ts';
import { anEntri } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { aServer, BUDI, SANDI, SRI } from '../../support/server.ts';

const PIN = '284917';
/** As few rounds as show the order of things; how long real ones take is a measure, not a test. */
const PUTARAN = 1000;

/** The page's `localStorage`, which Node has not. */
const words = new Map<string, string>();
beforeEach(() => {
  words.clear();
  const shelf = {
    getItem: (key: string) => words.get(key) ?? null,
    setItem: (key: string, value: string) => void words.set(key, value),
    removeItem: (key: string) => void words.delete(key),
  };
  vi.stubGlobal(
    'localStorage',
    new Proxy(shelf, {
      ownKeys: () => [...words.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    }),
  );
});
afterEach(() => {
  forgetTyped(SRI.id);
  vi.unstubAllGlobals();
});

const lockOn = async (store: AccountStore, pin = PIN): Promise<CryptoKey> => {
  const server = (await getMeta(store.db, 'kunciServer'))!;
  const segel = (raw: Uint8Array<ArrayBuffer>) => segelPulih(raw, store.accountId, server.kunci);
  return pasangKunci(store, { pin, menit: 5, putaran: PUTARAN, segelPulih: segel });
};

/** A phone with an entry that waits, locked; its database is closed, as after a reload. */
const aLockedPhone = async (): Promise<FakePhone> => {
  const phone = await aReadyPhone(await aServer(), SRI);
  await catatEntri(phone.acting, anEntri({ uraian: 'RAHASIA kelas lima' }));
  const segel = await pakaiKunci(phone.store, await lockOn(phone.store));
  await rampungkanKunci(phone.store, segel);
  phone.db.close();
  tutupLaci(SRI.id);
  return phone;
};
const locked = ({ shelf }: FakePhone): Promise<AccountStore> => openAccountStore(SRI.id, shelf);
const tryPin = async (phone: FakePhone, pin: string, now = 0) => {
  const store = await locked(phone);
  const answer = await bukaDenganPin(store, pin, now);
  store.db.close();
  return answer;
};

test('a locked account opens with its PIN and with nothing else, without a network', async () => {
  const phone = await aLockedPhone();
  expect(await openAccount(SRI.id, phone.shelf)).toBe('terkunci');
  expect(await tryPin(phone, '284918')).toEqual({ ok: false, sisa: 9, tunggu: null });
  const opened = await tryPin(phone, PIN);
  if (!opened.ok) throw new Error('the right PIN');
  expect(opened.kunci.extractable).toBe(false);
  const orang = await openAccount(SRI.id, phone.shelf, (store) => pakaiKunci(store, opened.kunci));
  if (!orang || orang === 'terkunci') throw new Error('open');
  expect((await openCommands(orang.store.db)).map(({ body }) => body)).toMatchObject([
    { uraian: 'RAHASIA kelas lima' },
  ]);
  orang.store.db.close();
});

test('wrong PINs are slowed down, also across a restart; the tenth leaves only the password, and nothing is erased', async () => {
  const phone = await aLockedPhone();
  let now = 0;
  const waits: number[] = [];
  for (let i = 0; i < 10; i += 1) {
    const answer = await tryPin(phone, '111222', now);
    if (answer.ok) throw new Error('a wrong PIN');
    expect(answer.sisa).toBe(9 - i);
    waits.push((answer.tunggu?.sampai ?? now) - now);
    if (answer.tunggu) expect(await tryPin(phone, PIN, now)).toMatchObject({ ok: false, sisa: 9 - i });
    now = answer.tunggu?.sampai ?? now;
  }
  expect(waits).toEqual([0, 0, 5, 30, 120, 600, 1800, 3600, 3600, 3600].map((s) => s * 1000));
  expect(await tryPin(phone, PIN, now + 86_400_000)).toMatchObject({ ok: false, sisa: 0 });
  const store = await locked(phone);
  expect(await countWaiting(store.db)).toBe(1);
  // Who has proved the password, where the server cannot open the lock any more, has the old PIN again.
  await maafkanPin(store);
  store.db.close();
  expect(await tryPin(phone, PIN, now)).toMatchObject({ ok: true });
});

test('the right PIN takes the count back, another one replaces it, and the old one opens nothing any more', async () => {
  const phone = await aLockedPhone();
  await tryPin(phone, '111222');
  const store = await locked(phone);
  expect(await gantiPin(store, { lama: '999111', baru: '730182' }, 0)).toMatchObject({ ok: false, sisa: 8 });
  expect(await gantiPin(store, { lama: PIN, baru: '730182' }, 0)).toMatchObject({ ok: true });
  await aturMenit(store, 15);
  expect(await getMeta(store.db, 'kunci')).toMatchObject({ salah: 0, tunggu: null, menit: 15 });
  store.db.close();
  expect(await tryPin(phone, PIN)).toMatchObject({ ok: false });
  expect(await tryPin(phone, '730182')).toMatchObject({ ok: true });
});

test('a forgotten PIN costs a sign-in with the password, and the queue is still there and goes', async () => {
  const phone = await aLockedPhone();
  const store = await locked(phone);
  const { pulih } = (await getMeta(store.db, 'kunci'))!;
  const place = { transport: phone.line.transport, shelf: phone.shelf, agent: 'x' };
  expect(await signIn({ nip: SRI.nip, sandi: 'bukan-sandinya-47', kunci: pulih }, place)).toMatchObject({
    ok: false,
    code: 'sandi_salah',
  });
  const signedIn = await signIn({ nip: SRI.nip, sandi: SANDI, kunci: pulih }, place);
  if (!signedIn.ok) throw new Error(signedIn.code);
  const raw = fromBase64Url(signedIn.kunci ?? '');
  const kunci = await pulihkanKunci(store, raw, '730182');
  expect(raw.every((byte) => byte === 0)).toBe(true);
  await pakaiKunci(store, kunci!);
  expect((await openCommands(store.db)).map(({ body }) => body)).toMatchObject([
    { uraian: 'RAHASIA kelas lima' },
  ]);
  store.db.close();
  expect(await tryPin(phone, '730182')).toMatchObject({ ok: true });
});

test("a colleague's password does not open it, nor does a key that is not this lock's", async () => {
  const phone = await aLockedPhone();
  const store = await locked(phone);
  const { pulih } = (await getMeta(store.db, 'kunci'))!;
  const place = { transport: phone.line.transport, shelf: phone.shelf, agent: 'x' };
  const budi = await signIn({ nip: BUDI.nip, sandi: SANDI, kunci: pulih }, place);
  expect(budi).toEqual({ ok: true, id: BUDI.id, kunci: undefined });
  expect(await pulihkanKunci(store, crypto.getRandomValues(new Uint8Array(32)), '730182')).toBeNull();
  expect(await pulihkanKunci(store, new Uint8Array(5), '730182')).toBeNull();
  store.db.close();
  expect(await tryPin(phone, PIN)).toMatchObject({ ok: true });
});

test('a page that is killed while the lock goes on or off asks for the PIN, and finishes', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  await catatEntri(phone.acting, anEntri({ uraian: 'RAHASIA kelas lima' }));
  await lockOn(phone.store);
  phone.db.close();
  expect(await openAccount(SRI.id, phone.shelf)).toBe('terkunci');
  const finish = async () => {
    const opened = await tryPin(phone, PIN);
    if (!opened.ok) throw new Error('the right PIN');
    const store = await locked(phone);
    await rampungkanKunci(store, await pakaiKunci(store, opened.kunci));
    return store;
  };
  const sealed = await finish();
  expect(await getMeta(sealed.db, 'kunci')).toMatchObject({ tahap: 'tertutup' });
  await lepasKunci(sealed);
  sealed.db.close();
  expect(await openAccount(SRI.id, phone.shelf)).toBe('terkunci');
  (await finish()).db.close();
  const free = await openAccount(SRI.id, phone.shelf);
  if (!free || free === 'terkunci') throw new Error('free');
  expect((await openCommands(free.store.db)).map(({ body }) => body)).toMatchObject([
    { uraian: 'RAHASIA kelas lima' },
  ]);
  free.store.db.close();
});

test('words being typed are sealed a moment later, read at once, survive a lock, and lie open again when it goes off', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  const { store } = phone;
  keepTyped(store, 'lama', 'KATA lama');
  const segel = await pakaiKunci(store, await lockOn(store));
  await rampungkanKunci(store, segel);
  keepTyped(store, 'baru', { teks: 'KATA baru' });
  expect(recallTyped(store, 'baru')).toEqual({ teks: 'KATA baru' });
  await vi.waitFor(() => expect(words.size).toBe(2));
  expect([...words.values()].join(' ')).not.toContain('KATA');
  tutupLaci(SRI.id);
  expect(recallTyped(store, 'baru')).toBeUndefined();
  keepTyped(store, 'baru', 'KATA yang lain');
  const opened = await bukaDenganPin(store, PIN, 0);
  if (!opened.ok) throw new Error('the right PIN');
  await lepasKunci(store);
  const last = await pakaiKunci(store, opened.kunci);
  expect(recallTyped(store, 'baru')).toEqual({ teks: 'KATA baru' });
  await rampungkanKunci(store, last);
  expect([...words.values()].sort()).toEqual(['"KATA lama"', '{"teks":"KATA baru"}']);
});

test('rounds follow the phone: a slow one does the fewest that are allowed, a fast one more', async () => {
  const clock = (ms: number) => {
    let now = -ms;
    return () => {
      now += ms;
      return now;
    };
  };
  expect(await ukurPutaran(clock(400))).toBe(600_000);
  expect(await ukurPutaran(clock(70))).toBe(1_000_000);
  expect(await ukurPutaran(clock(1))).toBe(4_000_000);
});

test('a sign-in that asks for a broken lock is still a sign-in', async () => {
  const phone = await aLockedPhone();
  const kunci = toBase64Url(crypto.getRandomValues(new Uint8Array(113)));
  const place = { transport: phone.line.transport, shelf: phone.shelf, agent: 'x' };
  expect(await signIn({ nip: SRI.nip, sandi: SANDI, kunci }, place)).toEqual({
    ok: true,
    id: SRI.id,
    kunci: undefined,
  });
});
