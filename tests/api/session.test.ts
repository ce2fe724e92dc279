import { describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { ProblemDetails, SessionAnswer } from '../../shared/protocol/index.ts';
import { aCatat, SHARD } from '../support/builders.ts';
import { aPhone, publicKey } from '../support/phone.ts';
import { aServer, BUDI, PAK_TRISNO, SANDI, SRI, type TestServer } from '../support/server.ts';
import { expectProblem, phoneOf } from './signed-in.ts';

const WRONG = 'bukan-sandi-yang-benar-00';
const DAY = 86_400_000;
const fresh = (server: TestServer, from = '10.0.0.1') => aPhone((request) => server.fetch(request, from));

describe('signing in', () => {
  test('says who it is, on which phone, with which scopes', async () => {
    const server = await aServer();
    const phone = await fresh(server);
    const response = await phone.signIn(PAK_TRISNO.nip, SANDI);
    expect(SessionAnswer.parse(await response.json())).toEqual({
      account: { id: PAK_TRISNO.id, nip: PAK_TRISNO.nip, nama: 'Sutrisno', jabatan: 'Guru Kelas' },
      device: expect.stringMatching(/^d_[a-z2-9]{10}$/),
      grants: [{ s: SHARD, view: 'sekolah', peran: 'penilai' }],
      now: server.clock.now(),
    });
    expect(SessionAnswer.parse(await (await phone.ask('/api/session')).json()).device).toBe(phone.device);
  });

  test('the cookie is out of reach of scripts, other sites and plain HTTP, and ends with the session', async () => {
    const server = await aServer();
    const response = await (await fresh(server)).signIn(SRI.nip, SANDI);
    const cookies = response.headers.getSetCookie();
    expect(cookies).toEqual([
      expect.stringMatching(
        /^__Host-sesi=[A-Za-z0-9_-]{43}; Path=\/; Max-Age=5184000; HttpOnly; Secure; SameSite=Strict$/,
      ),
      expect.stringMatching(
        /^__Host-hp=[A-Za-z0-9_-]{43}; Path=\/; Max-Age=34560000; HttpOnly; Secure; SameSite=Strict$/,
      ),
    ]);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('the same key is the same phone, another key another one', async () => {
    const server = await aServer();
    const phone = await phoneOf(server, SRI);
    const first = phone.device;
    await phone.signIn(SRI.nip, SANDI);
    expect(phone.device).toBe(first);
    expect((await phoneOf(server, SRI)).device).not.toBe(first);
  });

  test('the database keeps neither token nor password', async () => {
    const server = await aServer();
    const phone = await phoneOf(server, SRI);
    const token = /__Host-sesi=([^;]+)/.exec(phone.cookies)![1]!;
    expect(await server.store.read((tx) => tx.session(token))).toBeNull();
    const account = await server.store.read((tx) => tx.accountById(SRI.id));
    expect(account?.password).toMatch(/^\$argon2id\$/);
  });

  test('T07: every sign-in makes a new token and ends the one before', async () => {
    const server = await aServer();
    const phone = await phoneOf(server, SRI);
    const before = phone.cookies;
    await phone.signIn(SRI.nip, SANDI);
    expect(phone.cookies).not.toBe(before);
    phone.cookies = before;
    await expectProblem(await phone.ask('/api/session'), 'masuk_lagi');
  });

  test('T07: a token that somebody planted is never taken over', async () => {
    const server = await aServer();
    const phone = await fresh(server);
    phone.cookies = `__Host-sesi=${'x'.repeat(43)}`;
    await phone.signIn(SRI.nip, SANDI);
    expect(phone.cookies).not.toContain('x'.repeat(43));
  });

  test('T03: an unknown NIP is answered as a wrong password is', async () => {
    const server = await aServer();
    const known = await expectProblem(await (await fresh(server)).signIn(SRI.nip, WRONG), 'sandi_salah');
    const unknown = await expectProblem(
      await (await fresh(server)).signIn('199912312020121001', WRONG),
      'sandi_salah',
    );
    expect({ ...unknown, instance: '' }).toEqual({ ...known, instance: '' });
  });

  test('T03: and costs the same: of 60 tries each way as many reach the password check, and none differs by a letter or a header', async () => {
    const server = await aServer();
    let checked = 0;
    const passwords = {
      ...server.passwords,
      verify: (...args: Parameters<typeof server.passwords.verify>) => {
        checked += 1;
        return server.passwords.verify(...args);
      },
    };
    const app = createApp({ ...server, clock: server.clock.now, passwords });
    // Each from an address of its own, and late enough that nobody has to wait.
    const seen = async (nip: string, i: number) => {
      server.clock.forward(DAY);
      const phone = await aPhone(async (request) =>
        app.fetch(request, { incoming: { socket: { remoteAddress: `10.1.0.${i}` } } }),
      );
      checked = 0;
      const response = await phone.signIn(nip, WRONG);
      const names = [...response.headers.keys()].sort();
      return { checked, names, ...ProblemDetails.parse(await response.json()), instance: '' };
    };
    for (let i = 0; i < 60; i += 1) {
      const known = await seen(SRI.nip, i);
      expect(known.checked).toBe(known.code === 'sandi_salah' ? 1 : 0);
      expect(await seen('199912312012120001', i)).toEqual(known);
    }
  });

  test('a deactivated account is answered as a wrong password is, and its sessions end at once', async () => {
    const server = await aServer();
    const phone = await phoneOf(server, SRI);
    const account = (await server.store.read((tx) => tx.accountById(SRI.id)))!;
    await server.store.write((tx) => tx.putAccount({ ...account, deactivatedAt: 1 }));
    await expectProblem(await phone.post(), 'masuk_lagi');
    await expectProblem(await phone.signIn(SRI.nip, SANDI), 'sandi_salah');
  });

  test('a revoked phone is told so, at the next request and when it signs in', async () => {
    const server = await aServer();
    const phone = await phoneOf(server, SRI);
    const device = (await server.store.read((tx) => tx.device(phone.device)))!;
    await server.store.write((tx) => tx.putDevice({ ...device, revokedAt: 1 }));
    await expectProblem(await phone.ask('/api/session'), 'perangkat_dicabut');
    await expectProblem(await phone.signIn(SRI.nip, SANDI), 'perangkat_dicabut');
  });

  test.each([
    ['a short NIP', { nip: '123' }],
    ['no password', { sandi: '' }],
    ['a password of 300 letters', { sandi: 'a'.repeat(300) }],
    ['a key that is none', { key: { kty: 'EC', crv: 'P-256', x: 'a', y: 'b' } }],
    [
      'a key with its private half',
      { key: { kty: 'EC', crv: 'P-256', x: 'a'.repeat(43), y: 'b'.repeat(43), d: 'c' } },
    ],
    [
      'a point that is not on the curve',
      { key: { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: `${'B'.repeat(42)}A` } },
    ],
    ['an extra member', { peran: 'penilai' }],
  ])('%s is refused before any password is looked at', async (_, part) => {
    const server = await aServer();
    const phone = await fresh(server);
    const body = JSON.stringify({
      nip: SRI.nip,
      sandi: SANDI,
      key: await publicKey(phone.keys),
      label: '',
      ...part,
    });
    const response = await phone.ask(
      '/api/session',
      { method: 'POST', body },
      { 'content-type': 'application/json' },
    );
    await expectProblem(response, 'isi_salah');
    expect(server.faults).toEqual([]);
  });
});

describe('T01: guessing', () => {
  const statuses = async (
    server: TestServer,
    count: number,
    nip: string,
    from?: string,
  ): Promise<number[]> => {
    const phone = await fresh(server, from);
    const found: number[] = [];
    for (let i = 0; i < count; i += 1) found.push((await phone.signIn(nip, WRONG)).status);
    return found;
  };

  test('five tries are free, then each waits longer than the one before', async () => {
    const server = await aServer();
    expect(await statuses(server, 8, SRI.nip)).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
    const waits: number[] = [];
    const phone = await fresh(server);
    for (let i = 0; i < 12; i += 1) {
      const refused = await phone.signIn(SRI.nip, WRONG);
      await expectProblem(refused.clone(), 'terlalu_sering');
      waits.push(Number(refused.headers.get('retry-after')));
      server.clock.forward(waits.at(-1)! * 1000);
      expect((await phone.signIn(SRI.nip, WRONG)).status).toBe(401);
    }
    expect(waits.slice(0, 4)).toEqual([2, 4, 8, 16]);
    expect(Math.max(...waits)).toBe(900);
  });

  test('many at once are no more tries than many in a row', async () => {
    const server = await aServer();
    const phones = await Promise.all(Array.from({ length: 40 }, () => fresh(server)));
    const responses = await Promise.all(phones.map((phone) => phone.signIn(SRI.nip, WRONG)));
    const counted = responses.filter(({ status }) => status === 401).length;
    expect(counted).toBeLessThanOrEqual(6);
    expect(responses.every(({ status }) => [401, 429, 503].includes(status))).toBe(true);
  });

  test('T29: outsiders do not lock the owner out of a phone that signed in before', async () => {
    const server = await aServer();
    const own = await phoneOf(server, SRI);
    await statuses(server, 30, SRI.nip, '10.6.6.6');
    expect((await (await fresh(server)).signIn(SRI.nip, SANDI)).status).toBe(429);
    expect((await own.signIn(SRI.nip, SANDI)).status).toBe(200);
  });

  test('a phone that knows one account is a stranger to another', async () => {
    const server = await aServer();
    const phone = await phoneOf(server, SRI);
    await statuses(server, 10, BUDI.nip, '10.6.6.6');
    expect((await phone.signIn(BUDI.nip, SANDI)).status).toBe(429);
  });

  test('a right password ends the counting', async () => {
    const server = await aServer();
    await statuses(server, 4, SRI.nip);
    expect((await (await fresh(server)).signIn(SRI.nip, SANDI)).status).toBe(200);
    expect(await statuses(server, 6, SRI.nip)).toEqual(Array(6).fill(401));
  });

  test('T02: one password tried on many accounts from one address stops, and the school behind it still gets in', async () => {
    const server = await aServer();
    const own = await phoneOf(server, SRI);
    const found: number[] = [];
    for (let i = 0; i < 310; i += 1)
      found.push((await own.signIn(String(199001012015011000 + i * 1000), WRONG)).status);
    expect(found.indexOf(429)).toBe(300);
    expect((await own.signIn(SRI.nip, SANDI)).status).toBe(200);
    expect((await (await fresh(server, '10.9.9.9')).signIn(BUDI.nip, SANDI)).status).toBe(200);
  });

  test('behind a proxy the address is the one that the proxy wrote, not what the client made up', async () => {
    const server = await aServer({ config: { trustProxy: 1 } });
    const phone = await fresh(server);
    for (let i = 0; i < 305; i += 1)
      await phone.signIn(String(199001012015011000 + i * 1000), WRONG, {
        'x-forwarded-for': `${i}.${i}.1.1, 36.1.2.3`,
      });
    expect(
      (await (await fresh(server)).signIn(BUDI.nip, SANDI, { 'x-forwarded-for': '36.1.2.3' })).status,
    ).toBe(429);
    expect(
      (await (await fresh(server)).signIn(BUDI.nip, SANDI, { 'x-forwarded-for': '36.9.9.9' })).status,
    ).toBe(200);
  });

  test('the counting survives in the database', async () => {
    const server = await aServer();
    await statuses(server, 7, SRI.nip);
    const again = await aPhone((request) => Promise.resolve(server.app.fetch(request)));
    expect((await again.signIn(SRI.nip, SANDI)).status).toBe(429);
  });
});

describe('a session', () => {
  test('is renewed by syncing, at most once an hour', async () => {
    const server = await aServer();
    const phone = await phoneOf(server, SRI);
    expect((await phone.post()).headers.getSetCookie()).toEqual([]);
    server.clock.forward(59 * DAY);
    expect((await phone.post()).headers.getSetCookie()).toEqual([expect.stringContaining('Max-Age=5184000')]);
    expect((await phone.post()).headers.getSetCookie()).toEqual([]);
    server.clock.forward(59 * DAY);
    expect((await phone.post()).status).toBe(200);
  });

  test('ends after sixty days without use, and a hundred and eighty with', async () => {
    const server = await aServer();
    const idle = await phoneOf(server, SRI);
    const busy = await phoneOf(server, BUDI);
    for (let day = 0; day < 180; day += 30) {
      expect((await busy.post()).status).toBe(200);
      server.clock.forward(30 * DAY);
    }
    await expectProblem(await idle.post(), 'masuk_lagi');
    await expectProblem(await busy.post(), 'masuk_lagi');
  });

  test('of a head ends sooner', async () => {
    const server = await aServer();
    const phone = await phoneOf(server, PAK_TRISNO);
    server.clock.forward(31 * DAY);
    await expectProblem(await phone.post(), 'masuk_lagi');
  });

  test('is forgotten on request, and nothing else is', async () => {
    const server = await aServer();
    const phone = await phoneOf(server, SRI);
    await phone.add(aCatat());
    await phone.sync();
    const { cookies } = phone;
    const response = await phone.ask('/api/session', { method: 'DELETE' });
    expect(response.status).toBe(204);
    expect(response.headers.has('clear-site-data')).toBe(false);
    expect(phone.cookies).not.toContain('sesi');
    phone.cookies = cookies;
    await expectProblem(await phone.ask('/api/session'), 'masuk_lagi');
    await phone.signIn(SRI.nip, SANDI);
    expect((await phone.sync({ request: { pos: {} } })).chg).toHaveLength(2);
  });

  test('forgetting without one is no fault', async () => {
    const server = await aServer();
    expect((await server.request('/api/session', { method: 'DELETE' })).status).toBe(204);
  });
});
