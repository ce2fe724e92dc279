import { describe, expect, test } from 'vitest';
import { type Sealed, sealCargo } from '../../client/actions/titip-segel.ts';
import { auditLedger } from '../../server/ledger/index.ts';
import {
  type CarriedHeader,
  CourierAnswer,
  CourierKey,
  type Envelope,
  LIMITS,
  type SyncRequest,
} from '../../shared/protocol/index.ts';
import { aCatat, onEntri, SHARD, shaOf } from '../support/builders.ts';
import { aKeyPair, type Phone, sign, type Tweak } from '../support/phone.ts';
import { aServer, BU_LAIN, BUDI, SRI, type TestServer } from '../support/server.ts';
import { FOTO, linesOf, recordsOn } from '../support/titipan.ts';
import { expectProblem, phoneOf } from './signed-in.ts';

const DAY = 86_400_000;

/** What of a carried file is to differ from an honest one. */
type Wrong = {
  readonly header?: Partial<CarriedHeader>;
  readonly request?: Partial<SyncRequest>;
  readonly envelopes?: readonly Envelope[];
  readonly photos?: readonly { sha: string; bytes: Uint8Array }[];
};

/** The phone's queue as a signed request that travels by hand. */
const envelope = async (phone: Phone, request: Partial<SyncRequest> = {}): Promise<Envelope> => {
  const bytes = new TextEncoder().encode(JSON.stringify(phone.request({ pos: {}, ...request })));
  return { bytes, tanda: await sign(phone.keys, bytes) };
};

const seal = async (server: TestServer, phone: Phone, wrong: Wrong = {}): Promise<Sealed> => {
  const envelopes = wrong.envelopes ?? [await envelope(phone, wrong.request)];
  const photos = (wrong.photos ?? []).map(({ sha, bytes }) => ({ sha, bytes: new Uint8Array(bytes) }));
  const header = {
    kunci: server.courier.key.id,
    ikat: 'AbCdEfGhIjKlMnOp',
    nama: SRI.nama,
    entri: phone.queue.length,
    foto: photos.length,
    bagian: 1,
    dari: 1,
    ...wrong.header,
  };
  return sealCargo(header, { envelopes, photos }, server.courier.key.kunci);
};

type Put = {
  readonly sha?: string;
  readonly offset?: number;
  readonly length?: number | string;
  readonly headers?: Tweak['headers'];
  readonly signedBy?: CryptoKeyPair;
};

/** One piece of a file, as a colleague's phone brings it. */
const put = async (carrier: Phone, bytes: Uint8Array, part: Put = {}): Promise<Response> =>
  carrier.ask(
    `/api/courier/${part.sha ?? shaOf(bytes)}`,
    { method: 'PUT', body: new Uint8Array(bytes) },
    {
      'content-type': 'application/octet-stream',
      'upload-offset': String(part.offset ?? 0),
      'upload-length': String(part.length ?? bytes.length),
      'kinerja-signature': await sign(part.signedBy ?? carrier.keys, bytes),
      ...part.headers,
    },
  );

/** Brings a whole file in as many pieces as it takes. */
const bring = async (carrier: Phone, file: Uint8Array): Promise<CourierAnswer> => {
  const whole = { sha: shaOf(file), length: file.length };
  let offset = 0;
  for (; offset + LIMITS.chunkMaxBytes < file.length; offset += LIMITS.chunkMaxBytes) {
    const piece = file.subarray(offset, offset + LIMITS.chunkMaxBytes);
    expect((await put(carrier, piece, { ...whole, offset })).status).toBe(204);
  }
  const response = await put(carrier, file.subarray(offset), { ...whole, offset });
  expect(response.status).toBe(200);
  return CourierAnswer.parse(await response.json());
};

const village = async () => {
  const server = await aServer();
  const [sri, budi] = [await phoneOf(server, SRI), await phoneOf(server, BUDI)];
  return { server, sri, budi };
};

const revoke = ({ store }: TestServer, { device }: Phone, revokedAt: number): Promise<void> =>
  store.write(async (tx) => {
    const known = await tx.device(device);
    if (known) await tx.putDevice({ ...known, revokedAt });
  });

describe('the key', () => {
  test('is public, and the same for everybody', async () => {
    const { server } = await village();
    const response = await server.request('/api/courier');
    const { id, key } = server.receipts;
    expect(CourierKey.parse(await response.json())).toEqual({ ...server.courier.key, bukti: { id, key } });
  });
});

describe('bringing a file', () => {
  test('delivers in the owner’s name and tells the colleague whose it was and how many', async () => {
    const { server, sri, budi } = await village();
    await sri.add(aCatat());
    const { file } = await seal(server, sri);
    const answer = await bring(budi, file);
    expect(answer).toMatchObject({ nama: SRI.nama, baru: 1, sudah: 0, ditolak: 0, menunggu: 0, foto: 0 });
    expect(Object.keys(answer).sort()).toEqual([
      'baru',
      'bukti',
      'ditolak',
      'foto',
      'menunggu',
      'nama',
      'sudah',
    ]);
    expect(await recordsOn(server)).toMatchObject([{ owner: SRI.id }, { kind: 'satker' }]);
    expect(JSON.stringify(answer)).not.toContain('pecahan');
  });

  test('a second time, by another colleague, or after the owner’s own sync, all of it is known already', async () => {
    const { server, sri, budi } = await village();
    const other = await phoneOf(server, BU_LAIN);
    await sri.add(aCatat());
    const { file } = await seal(server, sri);
    const again = await seal(server, sri);
    await bring(budi, file);
    expect(await bring(budi, file)).toMatchObject({ baru: 0, sudah: 1 });
    expect(await bring(other, again.file)).toMatchObject({ baru: 0, sudah: 1 });
    expect((await sri.sync()).res).toMatchObject([{ r: 'ok', dup: 1 }]);
    expect(await linesOf(server, sri.device)).toEqual([1]);
  });

  test('in pieces, over lost answers, overlaps and wrong offsets', async () => {
    const { server, sri, budi } = await village();
    await sri.add(aCatat());
    const { file } = await seal(server, sri);
    const whole = { sha: shaOf(file), length: file.length };
    expect((await put(budi, file.subarray(0, 300), whole)).status).toBe(204);
    expect((await put(budi, file.subarray(0, 300), whole)).status).toBe(204);
    const beyond = await put(budi, file.subarray(500), { ...whole, offset: 500 });
    expect((await expectProblem(beyond, 'posisi_unggah')).params).toEqual({ offset: 300 });
    const last = { ...whole, offset: 300 };
    expect((await put(budi, file.subarray(300), last)).status).toBe(200);
    const repeat = await put(budi, file.subarray(300), last);
    expect(await repeat.json()).toMatchObject({ baru: 0, sudah: 1 });
  });

  test('what waits for an entry that has not come is kept by its owner, and counted', async () => {
    const { server, sri, budi } = await village();
    const first = await sri.add(aCatat());
    await sri.add(onEntri('entri.tarik', first, first));
    const [create, withdraw] = sri.queue;
    sri.queue = withdraw ? [withdraw] : [];
    const late = await seal(server, sri);
    sri.queue = create ? [create] : [];
    const early = await seal(server, sri);
    expect(await bring(budi, late.file)).toMatchObject({ baru: 0, menunggu: 1 });
    expect(await bring(budi, early.file)).toMatchObject({ baru: 1 });
    expect(await bring(budi, late.file)).toMatchObject({ baru: 1, menunggu: 0 });
  });

  test('a refused command is counted and spoils no other', async () => {
    const { server, sri, budi } = await village();
    await sri.add(aCatat({ tanggal: '2030-01-01' }));
    await sri.add(aCatat());
    expect(await bring(budi, (await seal(server, sri)).file)).toMatchObject({ baru: 1, ditolak: 1 });
  });

  test('a phone that used a number twice learns its new name from the receipt only', async () => {
    const { server, sri, budi } = await village();
    await sri.add(aCatat());
    await bring(budi, (await seal(server, sri)).file);
    sri.queue = [{ ...aCatat({ uraian: 'Kegiatan lain dari HP yang disalin' }), number: 1 }];
    const answer = await bring(budi, (await seal(server, sri)).file);
    expect(answer).not.toHaveProperty('dev');
    expect(await linesOf(server, sri.device)).toEqual([1, 1]);
  });
});

describe('photos', () => {
  test('arrive with the entry to the byte, and an unfinished upload is made whole', async () => {
    const { server, sri, budi } = await village();
    const { bytes, ...foto } = FOTO;
    await sri.add(aCatat({ foto: [foto] }));
    const began = await sri.ask(
      `/api/photos/${FOTO.sha}`,
      { method: 'PUT', body: new Uint8Array(bytes.subarray(0, 9000)) },
      {
        'content-type': 'application/octet-stream',
        'upload-offset': '0',
        'upload-length': String(FOTO.size),
      },
    );
    expect(began.status).toBe(204);
    const { file } = await seal(server, sri, { request: { ask: [FOTO.sha] }, photos: [FOTO] });
    expect(await bring(budi, file)).toMatchObject({ baru: 1, foto: 1 });
    expect(await server.files.read(SRI.id, FOTO.sha)).toEqual(Buffer.from(bytes));
    expect((await sri.sync({ request: { ask: [FOTO.sha] } })).blob).toEqual({
      [FOTO.sha]: { off: FOTO.size },
    });
    expect(await server.store.read((tx) => tx.photo(BUDI.id, FOTO.sha))).toBeNull();
  });

  test('that no signed request names are nobody’s, and are not kept', async () => {
    const { server, sri, budi } = await village();
    await sri.add(aCatat());
    expect(await bring(budi, (await seal(server, sri, { photos: [FOTO] })).file)).toMatchObject({
      baru: 1,
      foto: 0,
    });
    expect(await server.store.read((tx) => tx.photo(SRI.id, FOTO.sha))).toBeNull();
  });

  test('a faulty one is passed over, and the entry stands', async () => {
    const { server, sri, budi } = await village();
    await sri.add(aCatat());
    const text = new TextEncoder().encode('<svg onload="alert(1)"/>');
    const photos = [
      { sha: shaOf(text), bytes: text },
      { sha: FOTO.sha, bytes: FOTO.bytes.subarray(0, 500) },
      { sha: 'a'.repeat(64), bytes: new Uint8Array(LIMITS.fotoBytes + 1) },
    ];
    const request = { ask: photos.map(({ sha }) => sha) };
    expect(await bring(budi, (await seal(server, sri, { request, photos })).file)).toMatchObject({
      baru: 1,
      foto: 0,
    });
    expect(server.faults).toEqual([]);
  });
});

describe('an envelope is believed by its signature', () => {
  const spoil = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
    new TextEncoder().encode(new TextDecoder().decode(bytes).replace('"app":"test"', '"app":"lain"'));

  test('one that is not hurts none beside it', async () => {
    const { server, sri, budi } = await village();
    await sri.add(aCatat());
    const good = await envelope(sri);
    const forged = { bytes: spoil(good.bytes), tanda: good.tanda };
    const unreadable = { bytes: new TextEncoder().encode('{'), tanda: good.tanda };
    const huge = { bytes: new Uint8Array(LIMITS.requestBytes + 1).fill(32), tanda: good.tanda };
    const { file } = await seal(server, sri, { envelopes: [forged, unreadable, huge, good] });
    expect(await bring(budi, file)).toMatchObject({ baru: 1 });
  });

  test.each([
    ['changed after signing', 'bukti_perangkat'],
    ['of a device that nobody registered', 'perangkat_dicabut'],
    ['in another person’s name', 'perangkat_dicabut'],
    ['signed by a stranger', 'bukti_perangkat'],
    ['of a phone that was lost long ago', 'perangkat_dicabut'],
    ['of somebody who has left', 'perangkat_dicabut'],
    ['that is no request', 'amplop'],
  ] as const)('one %s is not: %s', async (what, sebab) => {
    const { server, sri, budi } = await village();
    await sri.add(aCatat());
    let one = await envelope(sri);
    if (what === 'changed after signing') one = { ...one, bytes: spoil(one.bytes) };
    if (what === 'of a device that nobody registered') one = await envelope(sri, { dev: 'd_tidakada' });
    if (what === 'in another person’s name') one = await envelope(sri, { u: BUDI.id });
    if (what === 'signed by a stranger') one = { ...one, tanda: await sign(await aKeyPair(), one.bytes) };
    if (what === 'of a phone that was lost long ago')
      await revoke(server, sri, server.clock.now() - 31 * DAY);
    if (what === 'that is no request') one = { ...one, bytes: new TextEncoder().encode('[]') };
    if (what === 'of somebody who has left')
      await server.store.write(async (tx) => {
        const account = await tx.accountById(SRI.id);
        if (account) await tx.putAccount({ ...account, deactivatedAt: 1 });
      });
    const problem = await expectProblem(
      await put(budi, (await seal(server, sri, { envelopes: [one] })).file),
      'titipan_asing',
    );
    expect(problem.params).toEqual({ sebab });
    expect(await recordsOn(server)).toHaveLength(1);
  });

  test('a phone that was revoked within thirty days still gets its last work in', async () => {
    const { server, sri, budi } = await village();
    await sri.add(aCatat());
    const { file } = await seal(server, sri);
    await revoke(server, sri, server.clock.now() - 29 * DAY);
    await expectProblem(await sri.post(), 'perangkat_dicabut');
    expect(await bring(budi, file)).toMatchObject({ baru: 1 });
    const device = await server.store.read((tx) => tx.device(sri.device));
    expect(device?.revokedAt).not.toBeNull();
  });

  test('I2: what a lost phone had numbered is vouched for by the one that its owner has now, by hand as well as online', async () => {
    const { server, sri, budi } = await village();
    await sri.add(aCatat());
    const { ops, dev } = sri.request();
    await revoke(server, sri, server.clock.now() - 31 * DAY);
    const next = await phoneOf(server, SRI);
    const { file } = await seal(server, next, { envelopes: [await envelope(next, { ops, dev })] });
    expect(await bring(budi, file)).toMatchObject({ nama: SRI.nama, baru: 1 });
    expect((await next.sync({ request: { ops, dev } })).res).toMatchObject([{ r: 'ok', dup: 1 }]);
    const audit = await auditLedger({ store: server.store, files: null, onProgress: () => undefined });
    expect(audit.faults).toEqual([]);
  });

  test('a file holds one person’s work: another’s envelope in it is left out', async () => {
    const { server, sri, budi } = await village();
    await sri.add(aCatat());
    await budi.add(aCatat());
    const envelopes = [await envelope(sri), await envelope(budi)];
    expect(await bring(budi, (await seal(server, sri, { envelopes })).file)).toMatchObject({
      nama: SRI.nama,
      baru: 1,
    });
    expect((await recordsOn(server)).filter(({ kind }) => kind === 'entri')).toMatchObject([
      { owner: SRI.id },
    ]);
  });

  test('rights are those of the owner now, not of the one who carries', async () => {
    const { server, sri, budi } = await village();
    await sri.add(aCatat());
    const [grant] = await server.store.read((tx) => tx.grantsOf(SRI.id));
    await server.store.write((tx) => tx.putGrant({ ...grant!, until: server.clock.now() }));
    expect(await bring(budi, (await seal(server, sri)).file)).toMatchObject({ baru: 0, ditolak: 1 });
    expect(grant?.shard).toBe(SHARD);
  });
});

describe('what is not taken', () => {
  test.each([
    ['a text', () => new TextEncoder().encode('Daftar hadir kelas 5A'), 'bukan_titipan'],
    ['a photo', () => new Uint8Array(FOTO.bytes), 'bukan_titipan'],
  ] as const)('%s', async (_, bytes, code) => {
    const { budi } = await village();
    await expectProblem(await put(budi, bytes()), code);
  });

  test('a file for another server, a changed header, a cut file', async () => {
    const { server, sri, budi } = await village();
    await sri.add(aCatat());
    const foreign = await seal(server, sri, { header: { kunci: 'AAAAAAAAAAA' } });
    await expectProblem(await put(budi, foreign.file), 'kunci_titipan');
    const { file } = await seal(server, sri);
    const renamed = Buffer.from(Buffer.from(file).toString('latin1').replace('Wahyuni', 'Wahyono'), 'latin1');
    await expectProblem(await put(budi, renamed), 'titipan_rusak');
    await expectProblem(await put(budi, file.subarray(0, -1)), 'titipan_rusak');
    expect(await recordsOn(server)).toHaveLength(1);
    expect(server.faults).toEqual([]);
  });

  test('anything from somebody who is not signed in, or whose phone did not sign it', async () => {
    const { server, sri, budi } = await village();
    await sri.add(aCatat());
    const { file } = await seal(server, sri);
    await expectProblem(await put(budi, file, { signedBy: sri.keys }), 'bukti_perangkat');
    await expectProblem(await put(budi, file, { headers: { 'kinerja-signature': null } }), 'bukti_perangkat');
    await expectProblem(
      await put(budi, file, { headers: { 'sec-fetch-site': 'cross-site' } }),
      'asal_ditolak',
    );
    budi.cookies = '';
    await expectProblem(await put(budi, file), 'masuk_lagi');
  });

  test.each([
    ['another content type', { headers: { 'content-type': 'text/plain' } }, 'jenis_isi'],
    ['a content encoding', { headers: { 'content-encoding': 'gzip' } }, 'sandian_isi'],
    ['no length', { headers: { 'upload-length': null } }, 'isi_salah'],
    ['a length over the limit', { length: LIMITS.carriedBytes + 1 }, 'terlalu_besar'],
    ['a name that is no hash', { sha: 'titipan' }, 'tidak_ada'],
    ['another file’s hash', { sha: 'a'.repeat(64) }, 'sidik_beda'],
  ] as const)('a piece with %s', async (_, part, code) => {
    const { budi } = await village();
    await expectProblem(await put(budi, new Uint8Array(900), part), code);
  });

  test('a piece over 512 KB', async () => {
    const { budi } = await village();
    const bytes = new Uint8Array(LIMITS.chunkMaxBytes + 1);
    await expectProblem(await put(budi, bytes, { length: 1_000_000 }), 'terlalu_besar');
  });

  test('more than sixty files within the hour, by one person; others go on, and so does the next hour', async () => {
    const { server, sri, budi } = await village();
    const begin = (phone: Phone, i: number) =>
      put(phone, Uint8Array.of(i), { sha: i.toString(16).padStart(64, '0'), length: 900 });
    for (let i = 0; i < 60; i += 1) expect((await begin(budi, i)).status).toBe(204);
    const refused = await begin(budi, 60);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3000);
    await expectProblem(refused, 'terlalu_sering');
    expect((await begin(sri, 60)).status).toBe(204);
    server.clock.forward(3_600_000);
    expect((await begin(budi, 61)).status).toBe(204);
  });
});
