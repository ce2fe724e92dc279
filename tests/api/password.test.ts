import { describe, expect, test } from 'vitest';
import { terbitkanKode } from '../../server/operations/aktivasi.ts';
import { ruang } from '../support/impor.ts';
import { aPhone, type Phone } from '../support/phone.ts';
import { aServer, BUDI, SANDI, SRI } from '../support/server.ts';
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
