import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import webpush from 'web-push';
import { pushDelivery, remindAll } from '../../server/operations/reminders.ts';
import { PengingatAnswer } from '../../shared/protocol/index.ts';
import { aCatat, SHARD } from '../support/builders.ts';
import type { Phone } from '../support/phone.ts';
import { aServer, BUDI, PAK_TRISNO, SRI, type TestServer } from '../support/server.ts';
import { expectProblem, phoneOf, putuskan } from './signed-in.ts';

const ALAMAT = 'https://fcm.googleapis.com/fcm/send/hp-sri';
const JAM = 3_600_000;
const HARI = 24 * JAM;

const put = (phone: Phone, body: unknown): Promise<Response> =>
  phone.ask('/api/reminder', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const setelan = (lain: object = {}) => ({ alamat: ALAMAT, jam: '15:30', hari: [1, 2, 3, 4, 5], ...lain });
const get = async (phone: Phone) => PengingatAnswer.parse(await (await phone.ask('/api/reminder')).json());

/** A server with one phone that wants to be woken, at half past three of its Monday; and who was knocked at. */
const aReminded = async (answer: (endpoint: string) => number | Error = () => 201) => {
  const server = await aServer();
  const phone = await phoneOf(server, SRI);
  expect((await put(phone, setelan())).status).toBe(200);
  // 11.00 in Jakarta at the start.
  server.clock.forward(4.5 * JAM);
  const knocked: string[] = [];
  const round = (): Promise<number> =>
    remindAll({
      store: server.store,
      clock: server.clock.now,
      deliver: async (endpoint) => {
        knocked.push(endpoint);
        const status = answer(endpoint);
        if (status instanceof Error) throw status;
        return status;
      },
    });
  return { server, phone, knocked, round };
};
const kept = (server: TestServer, { device }: Phone) => server.store.read((tx) => tx.reminderOf(device));

describe('asking to be woken', () => {
  test('holds for this phone of this person, can be changed, and ended twice', async () => {
    const server = await aServer();
    const [phone, other] = [await phoneOf(server, SRI), await phoneOf(server, SRI)];
    expect(await get(phone)).toEqual({ kunci: 'BTest', setelan: null });
    await put(phone, setelan());
    expect(await (await put(phone, setelan({ jam: '06:15', hari: [6, 1] }))).json()).toEqual({
      kunci: 'BTest',
      setelan: { jam: '06:15', hari: [1, 6] },
    });
    expect((await get(other)).setelan).toBeNull();
    for (let i = 0; i < 2; i += 1)
      expect((await phone.ask('/api/reminder', { method: 'DELETE' })).status).toBe(204);
    expect((await get(phone)).setelan).toBeNull();
  });

  test('nobody who is not signed in is asked, set or ended', async () => {
    const server = await aServer();
    const phone = await phoneOf(server, SRI);
    for (const method of ['GET', 'DELETE'])
      expect((await phone.ask('/api/reminder', { method }, { cookie: null })).status).toBe(401);
  });

  test.each<[string, object]>([
    ['an address inside the network (SSRF)', { alamat: 'https://169.254.169.254/latest/meta-data' }],
    ['an address of anybody’s', { alamat: 'https://penyerang.example/fcm.googleapis.com' }],
    ['an hour that there is not', { jam: '24:00' }],
    ['no day', { hari: [] }],
    ['a day twice', { hari: [1, 1] }],
    ['an eighth day', { hari: [8] }],
    ['a field of another person’s (mass assignment)', { account: BUDI.id }],
  ])('%s is refused', async (_, lain) => {
    const server = await aServer();
    const phone = await phoneOf(server, SRI);
    await expectProblem(await put(phone, setelan(lain)), 'isi_salah');
    expect((await get(phone)).setelan).toBeNull();
  });
});

describe('waking', () => {
  test('happens once at the own hour, however often one looks, and again on the next day', async () => {
    const { server, knocked, round } = await aReminded();
    expect([await round(), await round()]).toEqual([1, 0]);
    server.clock.forward(JAM);
    expect(await round()).toBe(0);
    server.clock.forward(23 * JAM);
    expect(await round()).toBe(1);
    expect(knocked).toEqual([ALAMAT, ALAMAT]);
  });

  test('who has two phones is reminded once a day, on the one where she last set it', async () => {
    const { server, phone, knocked, round } = await aReminded();
    const baru = await phoneOf(server, SRI);
    const lain = `${ALAMAT}-baru`;
    await put(baru, setelan({ alamat: lain }));
    expect([(await get(phone)).setelan, (await get(baru)).setelan]).toEqual([
      null,
      { jam: '15:30', hari: [1, 2, 3, 4, 5] },
    ]);
    await round();
    // Back on the first one that same afternoon: today has had its reminder.
    await put(phone, setelan({ jam: '16:00' }));
    server.clock.forward(JAM);
    await round();
    expect(knocked).toEqual([lain]);
    server.clock.forward(HARI);
    await round();
    expect(knocked).toEqual([lain, ALAMAT]);
  });

  test('two rounds at the same time knock once', async () => {
    const { knocked, round } = await aReminded();
    expect((await Promise.all([round(), round()])).sort()).toEqual([0, 1]);
    expect(knocked).toEqual([ALAMAT]);
  });

  test('a service that dies while it knocks does not knock again that day', async () => {
    const { server, phone, knocked, round } = await aReminded();
    const dying = new Promise<number>((resolve) => {
      void remindAll({
        store: server.store,
        clock: server.clock.now,
        // Nobody ever hears what became of it.
        deliver: (endpoint) => {
          resolve(knocked.push(endpoint));
          return new Promise(() => undefined);
        },
      });
    });
    await dying;
    expect((await kept(server, phone))?.lastDay).toBe('2026-11-23');
    expect(await round()).toBe(0);
    expect(knocked).toEqual([ALAMAT]);
  });

  test('what was switched off while a round was on its way is not knocked at', async () => {
    const { server, phone, knocked } = await aReminded();
    const { store, clock } = server;
    const read: typeof store.read = async (work) => {
      const found = await store.read(work);
      await phone.ask('/api/reminder', { method: 'DELETE' });
      return found;
    };
    const deliver = async (endpoint: string): Promise<number> => knocked.push(endpoint);
    expect(await remindAll({ store: { ...store, read }, clock: clock.now, deliver })).toBe(0);
    expect(knocked).toEqual([]);
  });

  test('a push service that is silent holds up nobody but its own', async () => {
    const { server, knocked } = await aReminded();
    const other = await phoneOf(server, BUDI);
    const alamat = `${ALAMAT}-budi`;
    await put(other, setelan({ alamat, jam: '15:00' }));
    let speak = (_: number): void => undefined;
    const silent = new Promise<number>((resolve) => {
      speak = resolve;
    });
    const both = new Promise<void>((resolve) => {
      const deliver = (endpoint: string): Promise<number> => {
        if (knocked.push(endpoint) === 2) resolve();
        return silent;
      };
      void remindAll({ store: server.store, clock: server.clock.now, deliver });
    });
    await both;
    expect(knocked.sort()).toEqual([ALAMAT, alamat]);
    speak(201);
  });

  test('does not happen to a teacher whose day is here already', async () => {
    const { phone, round } = await aReminded();
    await phone.add(aCatat({ tanggal: '2026-11-23' }));
    await phone.sync();
    expect(await round()).toBe(0);
  });

  test('goes by what she is today, not by the head that she will be next week', async () => {
    const { server, phone, round } = await aReminded();
    const since = server.clock.now() + 7 * HARI;
    const memimpin = { account: SRI.id, shard: SHARD, view: 'sekolah', peran: 'penilai' } as const;
    await server.store.write((tx) => tx.putGrant({ ...memimpin, since, until: null }));
    await phone.add(aCatat({ tanggal: '2026-11-23' }));
    await phone.sync();
    expect(await round()).toBe(0);
  });

  test('does not happen to a teacher who told that she is ill or on leave that day; for another cause it does', async () => {
    const { server, phone, round } = await aReminded();
    const kendala = (sebab: string, mulai: string, selesai: string) => ({
      ...aCatat({}),
      kind: 'kendala.lapor',
      body: { guru: SRI.id, sebab, mulai, selesai, catatan: '' },
    });
    await phone.add(kendala('CUTI', '2026-11-20', '2026-11-23'));
    await phone.add(kendala('SINYAL', '2026-11-23', '2026-11-24'));
    expect((await phone.sync()).res.map(({ r }) => r)).toEqual(['ok', 'ok']);
    expect(await round()).toBe(0);
    server.clock.forward(HARI);
    expect(await round()).toBe(1);
  });

  test('leaves weekends and the school’s holidays alone', async () => {
    const { server, knocked, round } = await aReminded();
    const [satker] = await server.store.read((tx) => tx.recordsOfKind(SHARD, 'satker'));
    const { id: record = '', head: base = '' } = satker?.record ?? {};
    const natal = { mulai: '2026-12-25', selesai: '2026-12-25', nama: 'Natal', libur: true };
    const head = await phoneOf(server, PAK_TRISNO);
    await head.add({ ...aCatat({}), kind: 'kalender.tambah', record, base, body: { hari: [natal] } });
    await head.sync();
    await put(head, setelan({ alamat: `${ALAMAT}-kepala`, hari: [1, 2, 3, 4, 5, 6, 7] }));
    server.clock.forward(5 * HARI);
    expect(await round()).toBe(0);
    server.clock.forward(27 * HARI);
    expect(new Date(server.clock.now()).toISOString().slice(0, 10)).toBe('2026-12-25');
    expect(await round()).toBe(0);
    expect(knocked).toEqual([]);
  });

  test.each([404, 410])(
    'an address that the push service no longer knows (%s) is forgotten',
    async (status) => {
      const { server, phone, round } = await aReminded(() => status);
      await round();
      expect(await kept(server, phone)).toBeNull();
    },
  );

  test.each<[string, number | Error]>([
    ['is broken', 503],
    ['cannot be reached', new Error('ECONNREFUSED')],
  ])(
    'a push service that %s costs one day’s reminder; after a fortnight it is asked no more',
    async (_, answer) => {
      const { server, phone, knocked, round } = await aReminded(() => answer);
      for (let day = 0; day < 40; day += 1) {
        await round();
        await round();
        server.clock.forward(HARI);
      }
      expect(knocked).toHaveLength(14);
      expect(await kept(server, phone)).toBeNull();
    },
  );

  test('a phone that was cut off, and a person who left, are woken no more', async () => {
    const { server, phone, round } = await aReminded();
    const second = await phoneOf(server, BUDI);
    await put(second, setelan({ alamat: `${ALAMAT}-budi` }));
    await putuskan(phone, phone.device);
    await server.store.write(async (tx) => {
      const account = await tx.accountById(BUDI.id);
      if (account) await tx.putAccount({ ...account, deactivatedAt: server.clock.now() });
    });
    expect(await round()).toBe(0);
    expect([await kept(server, phone), await kept(server, second)]).toEqual([null, null]);
  });

  test('one phone’s trouble keeps no other from its reminder', async () => {
    const { server, knocked, round } = await aReminded((endpoint) => (endpoint === ALAMAT ? 500 : 201));
    await put(await phoneOf(server, BUDI), setelan({ alamat: `${ALAMAT}-budi` }));
    expect(await round()).toBe(2);
    expect([...knocked].sort()).toEqual([ALAMAT, `${ALAMAT}-budi`]);
  });
});

type Json = Record<string, unknown>;
const dariJson = (part: string): Json => JSON.parse(Buffer.from(part, 'base64url').toString()) as Json;

/** What an Authorization of RFC 8292 says, and whether its key made its signature. */
const baca = async (authorization: string) => {
  const [, token = '', key = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(authorization) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const verifier = await crypto.subtle.importKey(
    'raw',
    new Uint8Array(Buffer.from(key, 'base64url')),
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['verify'],
  );
  const ok = await crypto.subtle.verify(
    { name: 'ECDSA', hash: 'SHA-256' },
    verifier,
    new Uint8Array(Buffer.from(signature, 'base64url')),
    new TextEncoder().encode(`${head}.${claims}`),
  );
  return { ok, key, head: dariJson(head), claims: dariJson(claims) };
};

test('what reaches the push service is empty, signed with the service’s key for that service alone', async () => {
  const asked: { headers: IncomingHttpHeaders; body: string; method: string | undefined }[] = [];
  const service = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      asked.push({ headers: request.headers, body, method: request.method });
      response.writeHead(201).end();
    });
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void service.close());
  const origin = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  const keys = webpush.generateVAPIDKeys();
  const deliver = pushDelivery({ ...keys, contact: 'mailto:admin@dinas.example' });
  expect(await deliver(`${origin}/wpush/hp-sri`)).toBe(201);
  const [only] = asked;
  expect([only?.method, only?.body, only?.headers['content-length']]).toEqual(['POST', '', '0']);
  expect(only?.headers).toMatchObject({ ttl: '10800', urgency: 'normal' });
  // Nothing is encrypted since nothing is said (RFC 8291 is for messages with a body).
  expect(only?.headers['content-encoding']).toBeUndefined();
  const { ok, key, head, claims } = await baca(only?.headers.authorization ?? '');
  expect([ok, key, head]).toEqual([true, keys.publicKey, { typ: 'JWT', alg: 'ES256' }]);
  expect(claims).toMatchObject({ aud: origin, sub: 'mailto:admin@dinas.example' });
  // RFC 8292 section 2: at most 24 hours.
  expect(Number(claims['exp']) * 1000 - Date.now()).toBeLessThanOrEqual(24 * JAM);
});

test('the reading of signatures here takes the example of RFC 8292, and no other claims under it', async () => {
  const [awal, isi, sidik] = [
    'eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9',
    'eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0',
    'i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA',
  ];
  const kunci = 'BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs';
  const { ok, claims } = await baca(`vapid t=${awal}.${isi}.${sidik}, k=${kunci}`);
  expect([ok, claims['aud']]).toEqual([true, 'https://push.example.net']);
  const lain = Buffer.from(JSON.stringify({ ...claims, aud: 'https://lain.example' })).toString('base64url');
  expect((await baca(`vapid t=${awal}.${lain}.${sidik}, k=${kunci}`)).ok).toBe(false);
});
