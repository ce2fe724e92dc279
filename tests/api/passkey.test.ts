import { describe, expect, test } from 'vitest';
import { terbitkanKode } from '../../server/operations/aktivasi.ts';
import {
  HalamanAkses,
  KunciSandi,
  KunciSandiSaya,
  OpsiDaftarKunci,
  OpsiMasukKunci,
  type ProblemCode,
  SessionAnswer,
} from '../../shared/protocol/index.ts';
import { Akses } from '../../shared/records/index.ts';
import { Authenticator, type Lie } from '../support/authenticator.ts';
import { SHARD } from '../support/builders.ts';
import { ruang } from '../support/impor.ts';
import { aKeyPair, aPhone, Phone, publicKey } from '../support/phone.ts';
import { aServer, ORIGIN, PAK_TRISNO, type Person, SANDI, SRI, type TestServer } from '../support/server.ts';
import { expectProblem, phoneOf } from './signed-in.ts';

const WAWAN: Person = {
  ...{ id: 'p_admin1', nip: '197106211998031001', nama: 'Wawan', jabatan: 'Admin Dinas' },
  ...{ shard: 'sek:P0000001', peran: 'admin' },
};
const MINUTE = 60_000;
const JSON_BODY = { 'content-type': 'application/json' };

const aSchool = (config = {}): Promise<TestServer> =>
  aServer({ people: [SRI, PAK_TRISNO, WAWAN], config: { origins: [ORIGIN], ...config } });
const newPhone = (server: TestServer): Promise<Phone> => aPhone((request) => server.fetch(request));
const post = (phone: Phone, path: string, body: unknown, headers = {}): Promise<Response> =>
  phone.ask(path, { method: 'POST', body: JSON.stringify(body) }, { ...JSON_BODY, ...headers });

const options = async (phone: Phone): Promise<OpsiDaftarKunci> =>
  OpsiDaftarKunci.parse(await (await post(phone, '/api/passkeys/options', { sandi: SANDI })).json());
const register = async (phone: Phone, key: Authenticator, lie: Lie = {}): Promise<Response> =>
  post(phone, '/api/passkeys', { nama: 'HP dinas', ...key.create(await options(phone), lie) });
/** A phone with a passkey of its owner's in it. */
const withKey = async (server: TestServer, person = PAK_TRISNO) => {
  const phone = await phoneOf(server, person);
  const key = new Authenticator(ORIGIN);
  const made = KunciSandi.parse(await (await register(phone, key)).json());
  return { phone, key, id: made.id };
};
const challenge = async (phone: Phone): Promise<OpsiMasukKunci> =>
  OpsiMasukKunci.parse(await (await phone.ask('/api/session/passkey/options', { method: 'POST' })).json());
const enter = async (phone: Phone, key: Authenticator, lie: Lie = {}, asked?: OpsiMasukKunci) =>
  post(phone, '/api/session/passkey', {
    ...key.get(asked ?? (await challenge(phone)), lie),
    ...{ key: await publicKey(phone.keys), label: 'Chrome di Android' },
  });
const list = async (phone: Phone): Promise<KunciSandiSaya> =>
  KunciSandiSaya.parse(await (await phone.ask('/api/passkeys')).json());
const told = async (phone: Phone): Promise<unknown[]> => {
  await phone.syncAll();
  return [...phone.records.values()]
    .filter(({ k }) => k === 'akses')
    .map(({ b }) => Akses.parse(b))
    .map(({ jenis, keterangan, oleh }) => [jenis, keterangan, oleh]);
};

describe('a passkey', () => {
  test('is made after the password once more, and signs in on a phone that then sends as any other', async () => {
    const server = await aSchool();
    const { phone, key, id } = await withKey(server);
    expect(await list(phone)).toMatchObject({ boleh: true, list: [{ id, nama: 'HP dinas', usedAt: null }] });
    const other = await newPhone(server);
    const answer = await enter(other, key);
    expect(answer.status).toBe(200);
    const { account, device } = SessionAnswer.parse(await answer.json());
    expect(account.nip).toBe(PAK_TRISNO.nip);
    [other.account, other.device] = [account.id, device];
    expect(await told(other)).toEqual([['kunci', 'HP dinas', 'Sutrisno']]);
    expect((await list(other)).list[0]?.usedAt).toBe(server.clock.now());
  });

  test('stands in the ledger when it is added and when it is taken away', async () => {
    const server = await aSchool();
    const { phone, id } = await withKey(server);
    expect((await phone.ask(`/api/passkeys/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await told(phone)).toEqual([
      ['kunci', 'HP dinas', 'Sutrisno'],
      ['kunci_hapus', 'HP dinas', 'Sutrisno'],
    ]);
    const lines = await server.store.read((tx) => tx.ledgerLines(SHARD, 0, 100));
    expect(
      lines.filter(({ content }) => content.kind === 'akses.catat').map(({ actor }) => actor.id),
    ).toEqual([PAK_TRISNO.id, PAK_TRISNO.id]);
  });

  test('that was taken away opens nothing, and neither does one of an account that was closed', async () => {
    const server = await aSchool();
    const { phone, key, id } = await withKey(server);
    await phone.ask(`/api/passkeys/${id}`, { method: 'DELETE' });
    await expectProblem(await enter(await newPhone(server), key), 'kunci_sandi_salah');
    const again = await withKey(server);
    await server.store.write(async (tx) =>
      tx.putAccount({ ...(await tx.accountById(PAK_TRISNO.id))!, deactivatedAt: 1 }),
    );
    await expectProblem(await enter(await newPhone(server), again.key), 'kunci_sandi_salah');
  });

  const LIES: readonly (readonly [string, Lie, ProblemCode])[] = [
    ['of another site', { origin: 'https://kinerja.example' }, 'kunci_sandi_salah'],
    ['for another host', { rpId: 'kinerja.example' }, 'kunci_sandi_salah'],
    ['without user verification', { verified: false }, 'kunci_sandi_salah'],
    ['signed by another key', { forged: true }, 'kunci_sandi_salah'],
    ['whose counter went back', { counter: 0 }, 'kunci_sandi_salah'],
    ['whose counter stood still', { counter: 1 }, 'kunci_sandi_salah'],
    ['meant for making a key', { type: 'webauthn.create' }, 'kunci_sandi_salah'],
    ['of another person', { userHandle: Buffer.from('p_guru01').toString('base64url') }, 'kunci_sandi_salah'],
    ['with a challenge of its own', { challenge: 'A'.repeat(75) }, 'kunci_sandi_lewat'],
  ];
  test.each(LIES)('an answer %s is refused, and no session begins', async (_, lie, code) => {
    const server = await aSchool();
    const { key } = await withKey(server);
    const phone = await newPhone(server);
    expect((await enter(phone, key)).status).toBe(200);
    phone.cookies = '';
    await expectProblem(await enter(phone, key, lie), code);
    expect(phone.cookies).not.toContain('sesi');
    expect((await enter(phone, key)).status).toBe(200);
  });

  test.each(LIES.filter(([, lie]) => !('counter' in lie || 'forged' in lie || 'userHandle' in lie)))(
    'a new one %s is not kept',
    async (_, lie) => {
      const server = await aSchool();
      const phone = await phoneOf(server, PAK_TRISNO);
      const type = lie.type ? 'webauthn.get' : undefined;
      const answer = await register(phone, new Authenticator(ORIGIN), { ...lie, ...(type && { type }) });
      expect(answer.ok).toBe(false);
      expect((await list(phone)).list).toEqual([]);
      expect(server.faults).toEqual([]);
    },
  );
});

describe('its challenge', () => {
  test('holds once', async () => {
    const server = await aSchool();
    const { key } = await withKey(server);
    const phone = await newPhone(server);
    const asked = await challenge(phone);
    expect((await enter(phone, key, {}, asked)).status).toBe(200);
    await expectProblem(await enter(phone, key, {}, asked), 'kunci_sandi_lewat');
  });

  test('once also where the answer to it was wrong', async () => {
    const server = await aSchool();
    const { key } = await withKey(server);
    const phone = await newPhone(server);
    const asked = await challenge(phone);
    await expectProblem(await enter(phone, key, { forged: true }, asked), 'kunci_sandi_salah');
    await expectProblem(await enter(phone, key, {}, asked), 'kunci_sandi_lewat');
  });

  test('for five minutes', async () => {
    const server = await aSchool();
    const { key } = await withKey(server);
    const phone = await newPhone(server);
    const asked = await challenge(phone);
    server.clock.forward(5 * MINUTE);
    await expectProblem(await enter(phone, key, {}, asked), 'kunci_sandi_lewat');
  });

  test('for what it was given for, and in the session that gave the password', async () => {
    const server = await aSchool();
    const phone = await phoneOf(server, PAK_TRISNO);
    const key = new Authenticator(ORIGIN);
    const forEntering = { ...(await options(phone)), challenge: (await challenge(phone)).challenge };
    const body = { nama: 'HP', ...key.create(forEntering) };
    await expectProblem(await post(phone, '/api/passkeys', body), 'kunci_sandi_lewat');
    const other = await phoneOf(server, PAK_TRISNO);
    const stolen = { nama: 'HP', ...key.create(await options(phone)) };
    await expectProblem(await post(other, '/api/passkeys', stolen), 'kunci_sandi_lewat');
    expect((await list(phone)).list).toEqual([]);
  });
});

describe('who may have one', () => {
  test('heads and admins, not teachers; nobody without the password', async () => {
    const server = await aSchool();
    const sri = await phoneOf(server, SRI);
    expect(await list(sri)).toEqual({ boleh: false, list: [] });
    await expectProblem(await post(sri, '/api/passkeys/options', { sandi: SANDI }), 'di_luar_wewenang');
    const wawan = await phoneOf(server, WAWAN);
    expect((await list(wawan)).boleh).toBe(true);
    const wrong = await post(wawan, '/api/passkeys/options', { sandi: 'bukan-sandi-saya-ini' });
    await expectProblem(wrong, 'sandi_lama_salah');
    for (let i = 0; i < 5; i += 1) await post(wawan, '/api/passkeys/options', { sandi: 'bukan-sandi-saya' });
    const right = await post(wawan, '/api/passkeys/options', { sandi: SANDI });
    await expectProblem(right, 'terlalu_sering');
  });

  test('ten at the most, and none twice', async () => {
    const server = await aSchool();
    const { phone, key } = await withKey(server);
    await expectProblem(await register(phone, key, { again: true }), 'kunci_sandi_ada');
    for (let i = 1; i < 10; i += 1) expect((await register(phone, key)).status).toBe(201);
    await expectProblem(await post(phone, '/api/passkeys/options', { sandi: SANDI }), 'kunci_sandi_penuh');
  });

  test('nobody sees or removes another’s, and an id that nobody has is answered the same', async () => {
    const server = await aSchool();
    const { phone, id } = await withKey(server);
    const wawan = await phoneOf(server, WAWAN);
    for (const one of [id, 'x'.repeat(27)])
      await expectProblem(await wawan.ask(`/api/passkeys/${one}`, { method: 'DELETE' }), 'tidak_ada');
    expect((await list(wawan)).list).toEqual([]);
    expect((await list(phone)).list).toHaveLength(1);
  });
});

describe('an admin', () => {
  test('sees the passkeys of people and takes one away; the person is told who did', async () => {
    const server = await aSchool();
    const { phone, key, id } = await withKey(server);
    const wawan = await phoneOf(server, WAWAN);
    const found = HalamanAkses.parse(await (await wawan.ask(`/api/access?find=${PAK_TRISNO.nip}`)).json())
      .orang[0]!;
    expect(found).toMatchObject({ kunci: 1, kunciSandi: [{ id, nama: 'HP dinas' }] });
    const path = `/api/access/${PAK_TRISNO.id}/passkeys/${id}`;
    expect((await wawan.ask(path, { method: 'DELETE' })).status).toBe(204);
    await expectProblem(await wawan.ask(path, { method: 'DELETE' }), 'tidak_ada');
    await expectProblem(await enter(await newPhone(server), key), 'kunci_sandi_salah');
    expect((await told(phone)).at(-1)).toEqual(['kunci_hapus', 'HP dinas', 'Wawan']);
  });

  test('acts only ten minutes after signing in, and never on one under another person’s address', async () => {
    const server = await aSchool();
    const { id } = await withKey(server);
    const wawan = await phoneOf(server, WAWAN);
    const other = `/api/access/${SRI.id}/passkeys/${id}`;
    await expectProblem(await wawan.ask(other, { method: 'DELETE' }), 'tidak_ada');
    server.clock.forward(10 * MINUTE);
    const path = `/api/access/${PAK_TRISNO.id}/passkeys/${id}`;
    await expectProblem(await wawan.ask(path, { method: 'DELETE' }), 'bukti_diri');
  });
});

test('a slip gives the account back to its owner: passkeys of before are gone, and the ledger says so', async () => {
  const server = await aSchool();
  const { phone, key } = await withKey(server);
  const issued = await terbitkanKode(ruang(server), { nip: PAK_TRISNO.nip });
  if (!issued.ok) throw new Error(issued.kalimat);
  const body = {
    ...{ nip: PAK_TRISNO.nip, sandi: issued.slip[0]!.kode, baru: 'ladang-perahu-sembilan-jagung' },
    ...{ key: await publicKey(phone.keys), label: 'Chrome di Android' },
  };
  expect((await post(phone, '/api/session', body)).status).toBe(200);
  await expectProblem(await enter(await newPhone(server), key), 'kunci_sandi_salah');
  expect((await told(phone)).slice(-2)).toEqual([
    ['slip_dipakai', 'Chrome di Android', 'Sutrisno'],
    ['kunci_hapus', 'HP dinas', 'Sutrisno'],
  ]);
});

describe('limits', () => {
  test('forged answers are held up after five, by no more than a wrong password is; passwords are not', async () => {
    const server = await aSchool();
    const { key } = await withKey(server);
    const phone = await newPhone(server);
    const answers: number[] = [];
    for (let i = 0; i < 8; i += 1) answers.push((await enter(phone, key, { forged: true })).status);
    expect(answers).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
    expect((await phone.signIn(PAK_TRISNO.nip, SANDI)).status).toBe(200);
    server.clock.forward(20 * MINUTE);
    phone.cookies = '';
    expect((await enter(phone, key)).status).toBe(200);
  });

  test('ids that nobody has count for the address that they come from', async () => {
    const server = await aSchool();
    const { key } = await withKey(server);
    const phone = await newPhone(server);
    const answers: number[] = [];
    for (let i = 0; i < 7; i += 1) {
      const made = { ...key.get(await challenge(phone)), id: `${i}${'q'.repeat(26)}` };
      const body = { ...made, key: await publicKey(phone.keys), label: '' };
      answers.push((await post(phone, '/api/session/passkey', body)).status);
    }
    expect(answers).toEqual([401, 401, 401, 401, 401, 401, 429]);
    expect((await enter(phone, key)).status).toBe(200);
  });
});

describe('the host name', () => {
  test('is that of a configured origin; an address of numbers, or none configured, has no passkeys', async () => {
    for (const origins of [['http://10.0.0.1:8787'], []]) {
      const server = await aSchool({ origins });
      const phone = await phoneOf(server, PAK_TRISNO);
      expect((await list(phone)).boleh).toBe(false);
      const asked = await phone.ask('/api/session/passkey/options', { method: 'POST' });
      await expectProblem(asked, 'kunci_sandi_mati');
      await expectProblem(await post(phone, '/api/passkeys/options', { sandi: SANDI }), 'kunci_sandi_mati');
    }
  });

  test('of several origins each has its own, and a page of another site is refused at the door', async () => {
    const server = await aSchool({ origins: [ORIGIN, 'https://kinerja.dinas.example'] });
    const phone = await newPhone(server);
    const at = async (origin: string) =>
      phone.ask('/api/session/passkey/options', { method: 'POST' }, { origin });
    const rp = async (origin: string) => OpsiMasukKunci.parse(await (await at(origin)).json()).rpId;
    expect(await rp(ORIGIN)).toBe('kinerja.test');
    expect(await rp('https://kinerja.dinas.example')).toBe('kinerja.dinas.example');
    await expectProblem(await at('https://jahat.example'), 'asal_ditolak');
  });

  test('localhost has them without configuration, for whoever tries the app out', async () => {
    const server = await aSchool({ origins: [] });
    const page = new Phone((request) => server.fetch(request), await aKeyPair(), 'http://localhost:8787');
    const headers = { host: 'localhost:8787', origin: 'http://localhost:8787' };
    const asked = await page.ask('/api/session/passkey/options', { method: 'POST' }, headers);
    expect(OpsiMasukKunci.parse(await asked.json()).rpId).toBe('localhost');
  });
});
