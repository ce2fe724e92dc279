import { describe, expect, test } from 'vitest';
import { terbitkanKode } from '../../server/operations/aktivasi.ts';
import { aPhone, type Phone, publicKey } from '../support/phone.ts';
import { aServer, BUDI, type Person, SANDI, SRI, type TestServer } from '../support/server.ts';
import { expectProblem, phoneOf } from './signed-in.ts';

const BARU = 'ladang-perahu-sembilan-jagung';
const DAY = 86_400_000;

/** Issues a slip as the operator does; gives the code as it is printed. */
const slipFor = async (server: TestServer, { nip }: Person): Promise<string> => {
  const issued = await terbitkanKode(
    { ...server, clock: () => server.clock.now(), random: () => 0.5 },
    { nip },
  );
  if (!issued.ok) throw new Error(issued.kalimat);
  return issued.slip[0]?.kode ?? '';
};

const fresh = (server: TestServer): Promise<Phone> => aPhone((request) => server.fetch(request));

/** Signs in with a code and, where there is one, a new password beside it. */
const by = async (phone: Phone, { nip }: Person, sandi: string, baru?: string): Promise<Response> =>
  phone.ask(
    '/api/session',
    {
      method: 'POST',
      body: JSON.stringify({
        ...{ nip, sandi, key: await publicKey(phone.keys), label: 'Chrome di Android' },
        ...(baru === undefined ? {} : { baru }),
      }),
    },
    { 'content-type': 'application/json' },
  );

/** Another code of the right shape: as if somebody guessed. */
const guess = async (server: TestServer): Promise<string> => {
  const issued = await terbitkanKode(
    { ...server, clock: () => server.clock.now(), random: () => 0.5 },
    { nip: BUDI.nip },
  );
  return issued.ok ? (issued.slip[0]?.kode ?? '') : '';
};

describe('an activation slip', () => {
  test('opens the account once, by a password of her own; the old one and every session end', async () => {
    const server = await aServer();
    const old = await phoneOf(server, SRI);
    const kode = await slipFor(server, SRI);
    const phone = await fresh(server);
    const asked = await expectProblem(await by(phone, SRI, kode), 'sandi_baru');
    expect(asked.params).toEqual({ oleh: 'operator layanan', aturan: 'nist' });
    expect((await by(phone, SRI, kode.toLowerCase().replaceAll('-', ' '), BARU)).status).toBe(200);
    await expectProblem(await old.post(), 'masuk_lagi');
    await expectProblem(await by(await fresh(server), SRI, SANDI), 'sandi_salah');
    await expectProblem(await by(await fresh(server), SRI, kode, BARU), 'sandi_salah');
    expect((await (await fresh(server)).signIn(SRI.nip, BARU)).status).toBe(200);
  });

  test('activates an account that never had a password', async () => {
    const server = await aServer();
    const account = (await server.store.read((tx) => tx.accountById(SRI.id)))!;
    await server.store.write((tx) => tx.putAccount({ ...account, password: '' }));
    const kode = await slipFor(server, SRI);
    expect((await by(await fresh(server), SRI, kode, BARU)).status).toBe(200);
  });

  test('T04: five wrong codes void it, and a wrong one is answered as a wrong password is', async () => {
    const server = await aServer();
    const kode = await slipFor(server, SRI);
    const wrong = await guess(server);
    for (let i = 0; i < 5; i += 1) {
      await expectProblem(await by(await fresh(server), SRI, wrong, BARU), 'sandi_salah');
      server.clock.forward(DAY / 24);
    }
    await expectProblem(await by(await fresh(server), SRI, kode, BARU), 'sandi_salah');
    server.clock.forward(DAY);
    expect((await (await fresh(server)).signIn(SRI.nip, SANDI)).status).toBe(200);
  });

  test('holds fourteen days, is hers alone, and a newer one voids it', async () => {
    const server = await aServer();
    const kode = await slipFor(server, SRI);
    await expectProblem(await by(await fresh(server), BUDI, kode, BARU), 'sandi_salah');
    const lama = await slipFor(server, BUDI);
    await slipFor(server, BUDI);
    await expectProblem(await by(await fresh(server), BUDI, lama, BARU), 'sandi_salah');
    server.clock.forward(15 * DAY);
    await expectProblem(await by(await fresh(server), SRI, kode, BARU), 'sandi_salah');
  });

  test.each([
    ['pendek-sekali', 'sandi_pendek'],
    ['sri wahyuni 19870312', 'sandi_mudah'],
    ['x'.repeat(129), 'sandi_panjang'],
  ] as const)('is not spent on %s', async (baru, code) => {
    const server = await aServer();
    const kode = await slipFor(server, SRI);
    const phone = await fresh(server);
    await expectProblem(await by(phone, SRI, kode, baru), code);
    expect((await by(phone, SRI, kode, BARU)).status).toBe(200);
  });

  test('is not spent on a phone that was cut off, nor on a person who was', async () => {
    const server = await aServer();
    const phone = await phoneOf(server, SRI);
    const device = (await server.store.read((tx) => tx.device(phone.device)))!;
    await server.store.write((tx) => tx.putDevice({ ...device, revokedAt: 1 }));
    const kode = await slipFor(server, SRI);
    await expectProblem(await by(phone, SRI, kode, BARU), 'perangkat_dicabut');
    expect((await by(await fresh(server), SRI, kode, BARU)).status).toBe(200);
    const lagi = await slipFor(server, SRI);
    const account = (await server.store.read((tx) => tx.accountById(SRI.id)))!;
    await server.store.write((tx) => tx.putAccount({ ...account, deactivatedAt: 1 }));
    await expectProblem(await by(await fresh(server), SRI, lagi, BARU), 'sandi_salah');
  });

  test('of two phones that come at once with one slip, one is let in', async () => {
    const server = await aServer();
    const kode = await slipFor(server, SRI);
    const phones = [await fresh(server), await fresh(server)];
    const answers = await Promise.all(phones.map((phone) => by(phone, SRI, kode, BARU)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  test('leaves no code in the database', async () => {
    const server = await aServer();
    const kode = (await slipFor(server, SRI)).replaceAll('-', '');
    const slip = await server.store.read((tx) => tx.activationOf(SRI.id));
    expect(JSON.stringify(slip)).not.toContain(kode);
    expect(slip?.hash).toMatch(/^\$argon2id\$/);
  });
});
