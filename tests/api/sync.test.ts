import { describe, expect, test } from 'vitest';
import { auditLedger, verifyLedger } from '../../server/ledger/index.ts';
import {
  LIMITS,
  PROTOCOL_VERSION,
  SyncAnswer,
  toBase64Url,
  unpackAnswer,
} from '../../shared/protocol/index.ts';
import { aCatat, anEntri, GURU, onEntri, SHARD } from '../support/builders.ts';
import { aKeyPair, aPhone, sign } from '../support/phone.ts';
import { aServer, BU_LAIN, BUDI, PAK_TRISNO, SANDI, SRI } from '../support/server.ts';
import { expectProblem, phoneOf } from './signed-in.ts';

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

describe('one entry’s way', () => {
  test('from the teacher’s phone to the head and back', async () => {
    const server = await aServer();
    const [sri, kepala] = [await phoneOf(server, SRI), await phoneOf(server, PAK_TRISNO)];
    const id = await sri.add(aCatat());
    await sri.syncAll();
    expect(sri.verdicts.get(1)).toMatchObject({ r: 'ok', n: 2, rc: expect.any(String) });
    await kepala.syncAll();
    expect(kepala.records.get(id)).toMatchObject({ o: GURU, b: anEntri(), st: { tahap: 'DIAJUKAN' } });
    await kepala.add(onEntri('entri.setujui', id, id));
    await kepala.syncAll();
    await sri.syncAll();
    expect(sri.records.get(id)).toMatchObject({ st: { tahap: 'DISETUJUI', oleh: 'Sutrisno' } });
  });

  test('an answer is in the shape that the protocol states', async () => {
    const server = await aServer();
    const sri = await phoneOf(server, SRI);
    await sri.add(aCatat());
    const json = await (await sri.post({ request: { ask: ['a'.repeat(64)] } })).json();
    expect(SyncAnswer.parse(unpackAnswer(json))).toMatchObject({
      p: PROTOCOL_VERSION,
      now: server.clock.now(),
      stable: {},
      again: [],
      grant: { list: [{ s: SHARD, view: 'milik', peran: 'guru' }] },
      blob: { ['a'.repeat(64)]: { off: 0 } },
    });
  });

  test('an answer that was lost is given again, and nothing is doubled', async () => {
    const server = await aServer();
    const sri = await phoneOf(server, SRI);
    await sri.add(aCatat());
    await sri.post();
    const answer = await sri.sync();
    expect(answer.res).toMatchObject([{ r: 'ok', n: 2, dup: 1 }]);
    expect(await verifyLedger(server.store)).toEqual({ ok: true, lines: 2 });
  });

  test('a deflated request is understood, and its signature is over what was deflated', async () => {
    const server = await aServer();
    const sri = await phoneOf(server, SRI);
    await sri.add(aCatat());
    expect((await sri.sync({ deflate: true })).res).toMatchObject([{ r: 'ok' }]);
  });

  test('a large answer comes gzipped to a phone that takes it', async () => {
    const server = await aServer();
    const sri = await phoneOf(server, SRI);
    for (let i = 0; i < 30; i += 1) await sri.add(aCatat({ uraian: `Kegiatan bernomor urut ${i}` }));
    await sri.post();
    const response = await sri.post({ headers: { 'accept-encoding': 'gzip, br' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = await new Response(
      new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')),
    ).text();
    const answer = SyncAnswer.parse(unpackAnswer(JSON.parse(text)));
    expect(answer.res).toHaveLength(30);
    expect(JSON.stringify(answer).length / bytes.length).toBeGreaterThan(6);
    const plain = await sri.post({ headers: { 'accept-encoding': 'gzip;q=0' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
  });

  test('twenty phones at once: numbers without a gap, every command once', async () => {
    const people = Array.from({ length: 20 }, (_, i) => ({
      id: `p_guru${i}`,
      nip: String(198703122011010000 + i * 1000),
      nama: `Guru ${i}`,
    }));
    const server = await aServer({ people });
    const phones = await Promise.all(people.map((person) => phoneOf(server, person)));
    for (const phone of phones)
      for (let k = 0; k < 3; k += 1)
        await phone.add(aCatat({ uraian: `Kegiatan ke-${k} milik ${phone.account}` }));
    const answers = await Promise.all(phones.map((phone) => phone.sync()));
    const numbers = answers.flatMap(({ res }) => res.map((verdict) => ('n' in verdict ? verdict.n : 0)));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i + 2));
    expect(await verifyLedger(server.store)).toEqual({ ok: true, lines: 61 });
  });

  test('a request from a restored server’s future is answered 409 with the scope, and no command is taken', async () => {
    const server = await aServer();
    const sri = await phoneOf(server, SRI);
    await sri.add(aCatat());
    const scope = `${SHARD}/milik`;
    const problem = await expectProblem(
      await sri.post({ request: { pos: { [scope]: { n: 40, h: 'AAAAAAAAAAA' } } } }),
      'sejarah_berubah',
    );
    expect(problem.params).toEqual({ scope });
    expect((await server.store.read((tx) => tx.chainHead(SHARD))).n).toBe(1);
  });

  test('a reused number is handled, and the phone goes on under the new id that it gets', async () => {
    const server = await aServer();
    const sri = await phoneOf(server, SRI);
    await sri.add(aCatat());
    await sri.sync();
    const before = sri.device;
    sri.lastNumber = 0;
    server.clock.forward(1000);
    await sri.add(aCatat({ uraian: 'HP yang dikembalikan ke cadangan' }));
    expect((await sri.sync()).res).toMatchObject([{ r: 'ok', n: 3 }]);
    expect(sri.device).not.toBe(before);
    await sri.add(aCatat({ uraian: 'Dengan nama perangkat yang baru' }));
    expect((await sri.sync()).res).toMatchObject([{ o: 1, r: 'ok', n: 4 }]);
    const again = await aPhone((request) => server.fetch(request));
    again.keys = sri.keys;
    await again.signIn(SRI.nip, SANDI);
    expect(again.device).toBe(sri.device);
  });
});

describe('who is believed', () => {
  test.each([
    ['no signature', { signature: null }],
    ['an empty signature', { signature: '' }],
    ['a signature of zeros', { signature: toBase64Url(new Uint8Array(64)) }],
    ['a signature that is too short', { signature: toBase64Url(new Uint8Array(63)) }],
  ])('%s is no proof of the phone', async (_, tweak) => {
    const server = await aServer();
    const sri = await phoneOf(server, SRI);
    await sri.add(aCatat());
    await expectProblem(await sri.post(tweak), 'bukti_perangkat');
    expect((await server.store.read((tx) => tx.chainHead(SHARD))).n).toBe(1);
  });

  test('a signature over other bytes, or by another key, is no proof', async () => {
    const server = await aServer();
    const sri = await phoneOf(server, SRI);
    await sri.add(aCatat());
    const bytes = bytesOf(sri.request());
    await expectProblem(
      await sri.post({ bytes, signature: await sign(sri.keys, bytesOf(sri.request({ app: 'x' }))) }),
      'bukti_perangkat',
    );
    await expectProblem(
      await sri.post({ bytes, signature: await sign(await aKeyPair(), bytes) }),
      'bukti_perangkat',
    );
    const spaced = new Uint8Array([...bytes, 0x20]);
    await expectProblem(
      await sri.post({ bytes: spaced, signature: await sign(sri.keys, bytes) }),
      'bukti_perangkat',
    );
  });

  test('I8: commands of one person are never taken under another’s session', async () => {
    const server = await aServer();
    const [sri, budi] = [await phoneOf(server, SRI), await phoneOf(server, BUDI)];
    await sri.add(aCatat());
    sri.cookies = budi.cookies;
    await expectProblem(await sri.post(), 'bukan_pemilik');
    await expectProblem(await sri.post({ request: { u: BUDI.id } }), 'perangkat_dicabut');
    expect((await server.store.read((tx) => tx.chainHead(SHARD))).n).toBe(1);
    expect(sri.queue).toHaveLength(1);
  });

  test('a device that nobody knows is entered again by its own key alone; another key, or a revoked one, is refused', async () => {
    const server = await aServer();
    const sri = await phoneOf(server, SRI);
    const { keys } = sri;
    sri.keys = await aKeyPair();
    await expectProblem(await sri.post({ request: { dev: 'd_zzzzzz' } }), 'perangkat_dicabut');
    await expectProblem(await sri.post({ request: { dev: 'pulih' } }), 'perangkat_dicabut');
    sri.keys = keys;
    await expectProblem(await sri.post({ request: { dev: 'pulih' } }), 'perangkat_dicabut');
    expect((await sri.post({ request: { dev: 'd_zzzzzz' } })).status).toBe(200);
    const device = (await server.store.read((tx) => tx.device(sri.device)))!;
    await server.store.write((tx) => tx.putDevice({ ...device, revokedAt: 1 }));
    await expectProblem(await sri.post(), 'perangkat_dicabut');
  });

  test('I2: what was numbered under an id that was given up keeps its name, whichever copy of the phone brings it', async () => {
    const server = await aServer();
    const [before, sri] = [await phoneOf(server, SRI), await phoneOf(server, SRI)];
    await before.add(aCatat());
    await before.post();
    await before.add(aCatat({ mulai: '10:00', selesai: '11:00' }));
    const { ops, dev } = before.request();
    const { res } = await sri.sync({ request: { ops, dev } });
    expect(res).toMatchObject([
      { o: 1, r: 'ok', n: 2, dup: 1 },
      { o: 2, r: 'ok', n: 3 },
    ]);
    // Whoever holds the old key brings nothing that is not there.
    expect((await before.sync()).res).toMatchObject([
      { r: 'ok', n: 2, dup: 1 },
      { r: 'ok', n: 3, dup: 1 },
    ]);
    // The same where one of two ids of one key was revoked: the other vouches for it.
    expect((await sri.post({ request: { dev: 'd_zzzzzz' } })).status).toBe(200);
    const other = (await server.store.read((tx) => tx.device('d_zzzzzz')))!;
    await server.store.write((tx) => tx.putDevice({ ...other, revokedAt: 1 }));
    await sri.add(aCatat({ mulai: '12:00', selesai: '13:00' }));
    expect((await sri.sync({ request: { dev: 'd_zzzzzz' } })).res).toMatchObject([{ r: 'ok', n: 4 }]);
    const audit = { store: server.store, files: null, onProgress: () => undefined };
    expect(await auditLedger(audit)).toMatchObject({ faults: [], lines: 4, unsigned: 1 });
  });

  test('I8: nobody vouches for a phone of somebody else, nor does a phone that was cut off for its successor', async () => {
    const server = await aServer();
    const [sri, budi] = [await phoneOf(server, SRI), await phoneOf(server, BUDI)];
    await sri.add(aCatat());
    const { ops } = sri.request();
    await expectProblem(await budi.post({ request: { ops, dev: sri.device } }), 'perangkat_dicabut');
    const next = await phoneOf(server, SRI);
    const device = (await server.store.read((tx) => tx.device(sri.device)))!;
    await server.store.write((tx) => tx.putDevice({ ...device, revokedAt: 1 }));
    await expectProblem(await sri.post({ request: { ops, dev: next.device } }), 'perangkat_dicabut');
    expect((await server.store.read((tx) => tx.chainHead(SHARD))).n).toBe(1);
    // Heard was the phone that signed: the one that was cut off is as silent as before.
    await next.sync({ request: { ops, dev: sri.device } });
    expect(await server.store.read((tx) => tx.device(sri.device))).toMatchObject({
      revokedAt: 1,
      seenAt: device.seenAt,
      maxNumber: 1,
    });
  });

  test.each([
    ['no cookie', ''],
    ['a made-up token', `__Host-sesi=${'a'.repeat(43)}`],
    ['two tokens', `__Host-sesi=${'a'.repeat(43)}; __Host-sesi=${'b'.repeat(43)}`],
    ['a malformed token', '__Host-sesi=../../etc'],
  ])('with %s the phone is asked to sign in', async (_, cookies) => {
    const server = await aServer();
    const sri = await phoneOf(server, SRI);
    sri.cookies = cookies;
    await expectProblem(await sri.post(), 'masuk_lagi');
  });

  test('the head of another school sees and changes nothing here', async () => {
    const server = await aServer();
    const [sri, lain] = [await phoneOf(server, SRI), await phoneOf(server, BU_LAIN)];
    const id = await sri.add(aCatat());
    await sri.sync();
    await lain.add(onEntri('entri.setujui', id, id));
    await lain.add({ ...onEntri('entri.setujui', id, id), shard: BU_LAIN.shard! });
    const answer = await lain.sync({ request: { pos: { [`${SHARD}/sekolah`]: { n: 0, h: '' } } } });
    expect(answer.res).toMatchObject([{ r: 'no', code: 'akses_dicabut' }, { r: 'wait' }]);
    expect(answer.chg).toEqual([]);
    expect(Object.keys(answer.pos)).toEqual([`${BU_LAIN.shard}/sekolah`]);
  });
});

describe('what a request may be', () => {
  const cases: readonly (readonly [
    string,
    Parameters<Awaited<ReturnType<typeof phoneOf>>['post']>[0],
    Parameters<typeof expectProblem>[1],
  ])[] = [
    ['text/plain', { headers: { 'content-type': 'text/plain' } }, 'jenis_isi'],
    ['brotli', { headers: { 'content-encoding': 'br' } }, 'sandian_isi'],
    ['deflate that is none', { headers: { 'content-encoding': 'deflate' } }, 'sandian_isi'],
    ['a deflate bomb', { bytes: bytesOf({ a: ' '.repeat(20_000_000) }), deflate: true }, 'terlalu_besar'],
    ['600 KB', { bytes: bytesOf({ a: ' '.repeat(600_000) }) }, 'terlalu_besar'],
    ['broken UTF-8', { bytes: Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d) }, 'utf8_rusak'],
    ['nothing', { bytes: new Uint8Array() }, 'json_rusak'],
    ['half of it', { bytes: new TextEncoder().encode('{"p":1') }, 'json_rusak'],
    ['depth of 100,000', { bytes: new TextEncoder().encode('['.repeat(100_000)) }, 'json_dalam'],
    [
      'one key more than allowed',
      {
        bytes: bytesOf(
          Object.fromEntries(Array.from({ length: LIMITS.jsonKeys + 1 }, (_, i) => [`k${i}`, 0])),
        ),
      },
      'json_dalam',
    ],
    ['a key twice', { bytes: new TextEncoder().encode('{"p":1,"p":1}') }, 'kunci_ganda'],
    ['a list', { bytes: bytesOf([]) }, 'amplop'],
    ['null', { bytes: bytesOf(null) }, 'amplop'],
    ['an extra member', { request: { admin: true } as never }, 'amplop'],
    [
      '501 commands',
      {
        request: {
          ops: Array.from({ length: 501 }, (_, i) => ({ n: i + 1, k: 'x', v: 1, s: SHARD, at: 0, b: {} })),
        },
      },
      'amplop',
    ],
    ['version 0', { request: { p: 0 } }, 'amplop'],
    ['a scope that is none', { request: { pos: { '../milik': { n: 0, h: '' } } } }, 'amplop'],
    ['a negative position', { request: { pos: { [`${SHARD}/milik`]: { n: -1, h: '' } } } }, 'amplop'],
    ['a photo hash that is none', { request: { ask: ['../../etc/passwd'] } }, 'amplop'],
    ['a device id with a slash', { request: { dev: '../x' } }, 'amplop'],
    [
      'a command number of 0',
      { request: { ops: [{ n: 0, k: 'x', v: 1, s: SHARD, at: 0, b: {} }] } },
      'amplop',
    ],
    [
      'a number beyond what is exact',
      { bytes: new TextEncoder().encode('{"p":9007199254740993}') },
      'amplop',
    ],
  ];

  test.each(cases)('%s is refused with its own code, and nothing is stored', async (_, tweak, code) => {
    const server = await aServer();
    const sri = await phoneOf(server, SRI);
    await expectProblem(await sri.post(tweak), code);
    expect((await server.store.read((tx) => tx.chainHead(SHARD))).n).toBe(1);
    expect(server.faults).toEqual([]);
  });

  test('of many faults twenty are named, with pointers', async () => {
    const server = await aServer();
    const sri = await phoneOf(server, SRI);
    const problem = await expectProblem(
      await sri.post({ request: { ask: Array.from({ length: 90 }, () => 'x') } }),
      'amplop',
    );
    expect(problem.errors).toHaveLength(20);
    expect(problem.errors?.[0]?.pointer).toBe('/ask/0');
  });

  test('a newer envelope than ours is read as far as it is ours', async () => {
    const server = await aServer();
    const sri = await phoneOf(server, SRI);
    await sri.add(aCatat());
    expect((await sri.sync({ request: { p: 7 } })).res).toMatchObject([{ r: 'ok' }]);
  });

  test('hostile bodies of commands are refused one by one, and the honest one among them arrives', async () => {
    const server = await aServer();
    const sri = await phoneOf(server, SRI);
    const bodies: readonly unknown[] = [
      null,
      [],
      'teks',
      { ...anEntri(), uraian: 'a\u0000b'.repeat(10) },
      { ...anEntri(), uraian: '\ud800'.repeat(20) },
      { ...anEntri(), uraian: 'a'.repeat(15_000) },
      { ...anEntri(), uraian: '\u200b'.repeat(20) },
      { ...anEntri(), catatan: 'a'.repeat(100_000) },
      { ...anEntri(), realisasi: 1.5 },
      { ...anEntri(), tautan: ['javascript:alert(1)'] },
      { ...anEntri(), tahap: 'DISETUJUI' },
      JSON.parse('{"__proto__":{"admin":true}}'),
    ];
    for (const body of bodies) await sri.add({ ...aCatat(), body });
    await sri.add({ ...aCatat(), kind: 'toString' });
    await sri.add({ ...aCatat(), kind: '__proto__' });
    await sri.add(aCatat());
    const answer = await sri.sync();
    expect(answer.res.map(({ r }) => r)).toEqual([...Array(14).fill('no'), 'ok']);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
    expect(server.faults).toEqual([]);
  });
});

test('grants taken away end sending and reading at once; what was said before stays said', async () => {
  const server = await aServer();
  const sri = await phoneOf(server, SRI);
  await sri.add(aCatat());
  await sri.syncAll();
  await server.store.write((tx) =>
    tx.putGrant({
      account: GURU,
      shard: SHARD,
      view: 'milik',
      peran: 'guru',
      since: 0,
      until: server.clock.now(),
    }),
  );
  await sri.add(aCatat({ uraian: 'Ditulis sesudah pindah sekolah' }));
  const answer = await sri.sync();
  expect(answer.res).toMatchObject([{ r: 'no', code: 'akses_dicabut' }]);
  expect(answer).toMatchObject({ grant: { list: [] }, chg: [], pos: {} });
});
