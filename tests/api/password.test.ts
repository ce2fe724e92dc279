import { describe, expect, test } from 'vitest';
import { terbitkanKode } from '../../server/operations/aktivasi.ts';
import { PasswordRules } from '../../shared/protocol/index.ts';
import { ruang } from '../support/impor.ts';
import { aPhone, type Phone, publicKey } from '../support/phone.ts';
import { aServer, BUDI, SANDI, SRI, type TestServer } from '../support/server.ts';
import { expectProblem, phoneOf } from './signed-in.ts';

const BARU = 'ladang-perahu-sembilan-jagung';

const change = (phone: Phone, lama: string, baru: string): Promise<Response> =>
  phone.ask(
    '/api/password',
    { method: 'PUT', body: JSON.stringify({ lama, baru }) },
    { 'content-type': 'application/json' },
  );

describe('changing one’s own password', () => {
  test('ends every other session of hers, and of nobody else; her own goes on', async () => {
    const server = await aServer();
    const [phone, laptop, budi] = [
      await phoneOf(server, SRI),
      await phoneOf(server, SRI),
      await phoneOf(server, BUDI),
    ];
    const answer = await change(phone, SANDI, BARU);
    expect([answer.status, await answer.json()]).toEqual([200, { ended: 1 }]);
    await expectProblem(await laptop.ask('/api/session'), 'masuk_lagi');
    expect((await phone.sync()).res).toEqual([]);
    expect((await budi.ask('/api/session')).status).toBe(200);
    const fresh = await aPhone((request) => server.fetch(request));
    await expectProblem(await fresh.signIn(SRI.nip, SANDI), 'sandi_salah');
    expect((await fresh.signIn(SRI.nip, BARU)).status).toBe(200);
  });

  test('voids a slip that was under way: whoever holds it comes too late', async () => {
    const server = await aServer();
    const issued = await terbitkanKode({ ...ruang(server), random: () => 0.5 }, { nip: SRI.nip });
    const kode = issued.ok ? (issued.slip[0]?.kode ?? '') : '';
    await change(await phoneOf(server, SRI), SANDI, BARU);
    const thief = await aPhone((request) => server.fetch(request));
    await expectProblem(await thief.signIn(SRI.nip, kode), 'sandi_salah');
  });

  test.each([
    ['pendek-sekali', 'sandi_pendek'],
    ['sri wahyuni 19870312', 'sandi_mudah'],
    ['x'.repeat(129), 'sandi_panjang'],
    [SANDI, 'sandi_sama'],
  ] as const)('%s is refused, and the old one holds', async (baru, code) => {
    const server = await aServer();
    const phone = await phoneOf(server, SRI);
    await expectProblem(await change(phone, SANDI, baru), code);
    expect((await phone.signIn(SRI.nip, SANDI)).status).toBe(200);
  });

  test('a stolen session guesses the old one as slowly as a stranger at the door, and keeps nobody outside', async () => {
    const server = await aServer();
    const phone = await phoneOf(server, SRI);
    const guesses = await Promise.all(
      Array.from({ length: 200 }, (_, i) => change(phone, `tebakan-nomor-${i}`, BARU)),
    );
    const reached = guesses.filter(({ status }) => status === 422).length;
    expect(reached).toBeGreaterThan(0);
    expect(reached).toBeLessThanOrEqual(12);
    const last = guesses.find(({ status }) => status === 429);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    await expectProblem(await change(phone, SANDI, BARU), 'terlalu_sering');
    const other = await aPhone((request) => server.fetch(request));
    expect((await other.signIn(SRI.nip, SANDI)).status).toBe(200);
  });

  test('of two at once with the old one, one is too late', async () => {
    const server = await aServer();
    const [one, two] = [await phoneOf(server, SRI), await phoneOf(server, SRI)];
    const answers = await Promise.all([
      change(one, SANDI, BARU),
      change(two, SANDI, 'kapal-lain-tujuh-bintang'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });
});

describe('where the instansi reads BSSN 4/2021 strictly (KINERJA_SANDI=bssn)', () => {
  const DAY = 86_400_000;
  const CAMPUR = 'Ladang-perahu-9-jagung';
  const strict = () => aServer({ config: { sandi: 'bssn' } });
  const door = async (server: TestServer, sandi: string, baru?: string): Promise<Response> => {
    const phone = await aPhone((request) => server.fetch(request));
    const key = await publicKey(phone.keys);
    const body = JSON.stringify({ nip: SRI.nip, sandi, key, label: 'Chrome', ...(baru && { baru }) });
    return phone.ask('/api/session', { method: 'POST', body }, { 'content-type': 'application/json' });
  };
  const rules = async (phone: Phone): Promise<PasswordRules> =>
    PasswordRules.parse(await (await phone.ask('/api/password')).json());

  test('the rules are told where a password is made; by default they are NIST’s and nothing grows old', async () => {
    const lenient = await aServer();
    expect(await rules(await phoneOf(lenient, SRI))).toEqual({ aturan: 'nist', sampai: null });
    lenient.clock.forward(1000 * DAY);
    expect((await door(lenient, SANDI)).status).toBe(200);
    const server = await strict();
    const phone = await phoneOf(server, SRI);
    expect((await rules(phone)).aturan).toBe('bssn');
    await expectProblem(await change(phone, SANDI, BARU), 'sandi_campuran');
    expect((await change(phone, SANDI, CAMPUR)).status).toBe(200);
    expect((await rules(phone)).sampai).toBe(server.clock.now() + 180 * DAY);
  });

  test('one that is too old lets her in with a new one beside it, and nobody with the old one alone', async () => {
    const server = await strict();
    await change(await phoneOf(server, SRI), SANDI, CAMPUR);
    server.clock.forward(181 * DAY);
    const asked = await expectProblem(await door(server, CAMPUR), 'sandi_usang');
    expect(asked.params).toEqual({ aturan: 'bssn' });
    await expectProblem(await door(server, CAMPUR, CAMPUR), 'sandi_sama');
    await expectProblem(await door(server, CAMPUR, BARU), 'sandi_campuran');
    await expectProblem(await door(server, SANDI, 'Kapal-lain-7-bintang'), 'sandi_salah');
    expect((await door(server, CAMPUR, 'Kapal-lain-7-bintang')).status).toBe(200);
    await expectProblem(await door(server, CAMPUR), 'sandi_salah');
    expect((await door(server, 'Kapal-lain-7-bintang')).status).toBe(200);
  });

  test('a slip asks for one by the same rules, and says which', async () => {
    const server = await strict();
    const issued = await terbitkanKode({ ...ruang(server), random: () => 0.5 }, { nip: SRI.nip });
    const kode = issued.ok ? (issued.slip[0]?.kode ?? '') : '';
    const asked = await expectProblem(await door(server, kode), 'sandi_baru');
    expect(asked.params).toMatchObject({ aturan: 'bssn' });
    await expectProblem(await door(server, kode, BARU), 'sandi_campuran');
    expect((await door(server, kode, CAMPUR)).status).toBe(200);
  });
});
