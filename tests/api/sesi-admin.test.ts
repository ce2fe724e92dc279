import { describe, expect, test } from 'vitest';
import { KunciSandi, OpsiBuktiKunci, OpsiDaftarKunci } from '../../shared/protocol/index.ts';
import { Authenticator, type Lie } from '../support/authenticator.ts';
import { aCatat, SHARD } from '../support/builders.ts';
import { buktikan } from '../support/bukti.ts';
import type { Phone } from '../support/phone.ts';
import { aServer, ORIGIN, PAK_TRISNO, type Person, SANDI, SRI, type TestServer } from '../support/server.ts';
import { expectProblem, phoneOf } from './signed-in.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WAWAN: Person = {
  ...{ id: 'p_admin1', nip: '197106211998031001', nama: 'Wawan', jabatan: 'Admin Dinas' },
  ...{ shard: 'sek:P0000000', peran: 'admin' },
};

const aDinas = (config = {}): Promise<TestServer> =>
  aServer({ people: [SRI, PAK_TRISNO, WAWAN], config: { origins: [ORIGIN], ...config } });
const read = (admin: Phone): Promise<Response> => admin.ask('/api/staff');
const post = (phone: Phone, path: string, body: unknown = {}): Promise<Response> =>
  phone.ask(path, { method: 'POST', body: JSON.stringify(body) }, { 'content-type': 'application/json' });
const slip = (admin: Phone): Promise<Response> => post(admin, `/api/access/${SRI.id}/slip`);
/** Reads on for so many minutes, as somebody who is at work. */
const atWork = async (server: TestServer, admin: Phone, minutes: number): Promise<void> => {
  for (let i = 0; i < minutes; i += 20) {
    server.clock.forward(20 * MINUTE);
    expect((await read(admin)).status).toBe(200);
  }
};

describe('the admin’s part of a session', () => {
  test('ends after half an hour without use, and begins anew with the password once more', async () => {
    const server = await aDinas();
    const wawan = await phoneOf(server, WAWAN);
    server.clock.forward(29 * MINUTE);
    expect((await read(wawan)).status).toBe(200);
    server.clock.forward(29 * MINUTE);
    expect((await read(wawan)).status).toBe(200);
    server.clock.forward(30 * MINUTE);
    await expectProblem(await read(wawan), 'sesi_admin');
    await expectProblem(await slip(wawan), 'sesi_admin');
    await expectProblem(await buktikan(wawan, 'bukan-sandi-wawan-ini'), 'sandi_lama_salah');
    await expectProblem(await read(wawan), 'sesi_admin');
    expect((await buktikan(wawan)).status).toBe(204);
    expect((await read(wawan)).status).toBe(200);
    expect((await slip(wawan)).status).toBe(200);
  });

  test('ends twelve hours after he proved who he is, however busy he was', async () => {
    const server = await aDinas();
    const wawan = await phoneOf(server, WAWAN);
    await atWork(server, wawan, 11 * 60 + 40);
    server.clock.forward(20 * MINUTE);
    await expectProblem(await read(wawan), 'sesi_admin');
    await buktikan(wawan);
    await atWork(server, wawan, 40);
  });

  test('is not kept open by a screen that asks by itself', async () => {
    const server = await aDinas();
    const wawan = await phoneOf(server, WAWAN);
    for (let i = 0; i < 29; i += 1) {
      server.clock.forward(MINUTE);
      expect((await wawan.ask('/api/system')).status).toBe(200);
    }
    server.clock.forward(MINUTE);
    await expectProblem(await wawan.ask('/api/system'), 'sesi_admin');
  });

  test('is of one session: a proof on one phone opens nothing on another of his', async () => {
    const server = await aDinas();
    const [satu, dua] = [await phoneOf(server, WAWAN), await phoneOf(server, WAWAN)];
    server.clock.forward(HOUR);
    await buktikan(satu);
    expect((await read(satu)).status).toBe(200);
    await expectProblem(await read(dua), 'sesi_admin');
  });

  test('does not come back when the clock of the server is set back', async () => {
    const server = await aDinas();
    const wawan = await phoneOf(server, WAWAN);
    server.clock.forward(HOUR);
    await buktikan(wawan);
    server.clock.forward(-25 * MINUTE);
    await expectProblem(await read(wawan), 'sesi_admin');
  });

  test('ends, and the head who is an admin as well goes on recording, sending and reading what is hers', async () => {
    const server = await aDinas();
    const account = PAK_TRISNO.id;
    await server.store.write((tx) =>
      tx.putGrant({ account, shard: SHARD, view: 'milik', peran: 'admin', since: 0, until: null }),
    );
    const trisno = await phoneOf(server, PAK_TRISNO);
    await trisno.syncAll();
    server.clock.forward(20 * 24 * HOUR);
    await trisno.add({ ...aCatat(), at: server.clock.now() });
    await trisno.syncAll();
    expect([...trisno.verdicts.values()].map(({ r }) => r)).toEqual(['ok']);
    expect((await trisno.ask('/api/devices')).status).toBe(200);
    await expectProblem(await trisno.ask('/api/audit'), 'sesi_admin');
  });

  test('who holds a right over others is signed in for a month without use, not for two', async () => {
    const server = await aDinas();
    const [wawan, sri] = [await phoneOf(server, WAWAN), await phoneOf(server, SRI)];
    server.clock.forward(31 * 24 * HOUR);
    await expectProblem(await wawan.ask('/api/session'), 'masuk_lagi');
    expect((await sri.ask('/api/session')).status).toBe(200);
  });
});

describe('acting on others', () => {
  test('needs a proof of the last ten minutes: one is enough for all that is done in them', async () => {
    const server = await aDinas();
    const wawan = await phoneOf(server, WAWAN);
    server.clock.forward(10 * MINUTE);
    await expectProblem(await slip(wawan), 'bukti_diri');
    await expectProblem(await wawan.ask('/api/audit.csv'), 'bukti_diri');
    expect((await read(wawan)).status).toBe(200);
    await buktikan(wawan);
    server.clock.forward(9 * MINUTE);
    expect((await slip(wawan)).status).toBe(200);
    expect((await wawan.ask('/api/audit.csv')).status).toBe(200);
    server.clock.forward(MINUTE);
    await expectProblem(await slip(wawan), 'bukti_diri');
  });
});

describe('a proof by passkey', () => {
  const options = async (admin: Phone): Promise<OpsiBuktiKunci> =>
    OpsiBuktiKunci.parse(await (await post(admin, '/api/access/proof/options')).json());
  const prove = async (admin: Phone, key: Authenticator, lie: Lie = {}, asked?: OpsiBuktiKunci) =>
    post(admin, '/api/access/proof', { kunci: key.get(asked ?? (await options(admin)), lie) });
  const withKey = async (server: TestServer) => {
    const phone = await phoneOf(server, WAWAN);
    const key = new Authenticator(ORIGIN);
    const asked = OpsiDaftarKunci.parse(
      await (await post(phone, '/api/passkeys/options', { sandi: SANDI })).json(),
    );
    const made = await post(phone, '/api/passkeys', { nama: 'HP dinas', ...key.create(asked) });
    return { phone, key, id: KunciSandi.parse(await made.json()).id };
  };

  test('is as good as the password, and asked of his own passkeys alone', async () => {
    const server = await aDinas();
    const { phone: wawan, key, id } = await withKey(server);
    server.clock.forward(HOUR);
    expect((await options(wawan)).allowCredentials).toEqual([{ type: 'public-key', id }]);
    expect((await prove(wawan, key)).status).toBe(204);
    expect((await slip(wawan)).status).toBe(200);
    expect(server.security.filter(({ apa }) => apa === 'masuk').at(-1)).toMatchObject({
      ...{ cara: 'kunci_sandi_lagi', kode: null },
    });
  });

  test('counts once, in the session that asked, signed by him, on this site', async () => {
    const server = await aDinas();
    const { phone: wawan, key } = await withKey(server);
    const other = await phoneOf(server, WAWAN);
    server.clock.forward(HOUR);
    const asked = await options(wawan);
    await expectProblem(await prove(other, key, {}, asked), 'kunci_sandi_lewat');
    await expectProblem(await prove(wawan, key, { forged: true }), 'kunci_sandi_salah');
    await expectProblem(await prove(wawan, key, { verified: false }), 'kunci_sandi_salah');
    await expectProblem(await prove(wawan, key, { origin: 'https://kinerja.example' }), 'kunci_sandi_salah');
    await expectProblem(await read(wawan), 'sesi_admin');
    expect((await prove(wawan, key, {}, asked)).status).toBe(204);
    await expectProblem(await prove(wawan, key, {}, asked), 'kunci_sandi_lewat');
  });

  test('by somebody else’s passkey is none, and guessing is slowed down without touching the password', async () => {
    const server = await aDinas();
    const { phone: wawan } = await withKey(server);
    const trisno = await phoneOf(server, PAK_TRISNO);
    const theirs = new Authenticator(ORIGIN);
    const asked = OpsiDaftarKunci.parse(
      await (await post(trisno, '/api/passkeys/options', { sandi: SANDI })).json(),
    );
    await post(trisno, '/api/passkeys', { nama: 'Punya Pak Trisno', ...theirs.create(asked) });
    server.clock.forward(HOUR);
    await expectProblem(await prove(wawan, theirs), 'kunci_sandi_salah');
    const tries = await Promise.all(Array.from({ length: 20 }, () => prove(wawan, theirs)));
    expect(tries.some(({ status }) => status === 429)).toBe(true);
    expect((await buktikan(wawan)).status).toBe(204);
  });

  test('is offered to no teacher, and to nobody where passkeys cannot be', async () => {
    const server = await aDinas();
    await expectProblem(await post(await phoneOf(server, SRI), '/api/access/proof/options'), 'tidak_ada');
    const elsewhere = await aDinas({ origins: [] });
    const wawan = await phoneOf(elsewhere, WAWAN);
    await expectProblem(await post(wawan, '/api/access/proof/options'), 'kunci_sandi_mati');
  });
});
