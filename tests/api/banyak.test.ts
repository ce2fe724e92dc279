import { describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { KunciSandi, OpsiDaftarKunci, OpsiMasukKunci } from '../../shared/protocol/index.ts';
import { Authenticator } from '../support/authenticator.ts';
import { aPhone, type Phone, publicKey } from '../support/phone.ts';
import { aServer, ORIGIN, PAK_TRISNO, type Person, SANDI, SRI, type TestServer } from '../support/server.ts';
import { expectProblem, phoneOf } from './signed-in.ts';

/*
 * Several processes on one database, behind a balancer that knows nothing: here two apps on one store, which share what is
 * in it and in the folder, and nothing of what an app keeps in its memory.
 */

const WAWAN: Person = {
  ...{ id: 'p_admin1', nip: '197106211998031001', nama: 'Wawan', jabatan: 'Admin Dinas' },
  ...{ shard: 'sek:P0000001', peran: 'admin' },
};
const MINUTE = 60_000;
const JSON_BODY = { 'content-type': 'application/json' };

/** Two processes: whoever asks this server gets the one that is `at` the moment. */
const twoOf = (server: TestServer) => {
  const apps = [0, 1].map(() => createApp({ ...server, clock: server.clock.now }));
  const place = { at: 0 };
  const fetch: TestServer['fetch'] = async (request, from = '10.0.0.1') =>
    apps[place.at]!.fetch(request, { incoming: { socket: { remoteAddress: from } } });
  return { ...server, fetch, place };
};
const post = (phone: Phone, path: string, body: unknown): Promise<Response> =>
  phone.ask(path, { method: 'POST', body: JSON.stringify(body) }, JSON_BODY);

describe('what one process was told, the other knows', () => {
  test('a challenge that one gave is good at the other, and once', async () => {
    const server = twoOf(await aServer({ people: [SRI, PAK_TRISNO], config: { origins: [ORIGIN] } }));
    const { place } = server;
    const signed = await phoneOf(server, PAK_TRISNO);
    const key = new Authenticator(ORIGIN);
    const options = await post(signed, '/api/passkeys/options', { sandi: SANDI });
    const created = key.create(OpsiDaftarKunci.parse(await options.json()));
    place.at = 1;
    const made = await post(signed, '/api/passkeys', { nama: 'HP dinas', ...created });
    expect(KunciSandi.parse(await made.json()).nama).toBe('HP dinas');
    const phone = await aPhone((request) => server.fetch(request));
    const asked = await post(phone, '/api/session/passkey/options', {});
    const entering = {
      ...key.get(OpsiMasukKunci.parse(await asked.json())),
      ...{ key: await publicKey(phone.keys), label: 'Chrome di Android' },
    };
    place.at = 0;
    expect((await post(phone, '/api/session/passkey', entering)).status).toBe(200);
    for (place.at of [0, 1])
      await expectProblem(await post(phone, '/api/session/passkey', entering), 'kunci_sandi_lewat');
  });

  test('a password that was given again at one is proof at the other, for ten minutes', async () => {
    const server = twoOf(await aServer({ people: [SRI, PAK_TRISNO, WAWAN] }));
    const wawan = await phoneOf(server, WAWAN);
    server.clock.forward(20 * MINUTE);
    const end = () => wawan.ask(`/api/access/${SRI.id}/sessions`, { method: 'DELETE' });
    await expectProblem(await end(), 'bukti_diri');
    expect((await post(wawan, '/api/access/proof', { sandi: SANDI })).status).toBe(204);
    server.place.at = 1;
    expect((await end()).status).toBe(200);
    server.clock.forward(10 * MINUTE);
    await expectProblem(await end(), 'bukti_diri');
  });

  test('failures to sign in are counted together', async () => {
    const server = twoOf(await aServer());
    const phone = await aPhone((request) => server.fetch(request));
    const key = await publicKey(phone.keys);
    const body = { nip: SRI.nip, sandi: 'bukan-sandi-yang-benar', key, label: 'Chrome di Android' };
    const tries: number[] = [];
    for (let i = 0; i < 8; i += 1) {
      server.place.at = i % 2;
      tries.push((await post(phone, '/api/session', body)).status);
    }
    expect(tries.at(-1)).toBe(429);
  });
});
