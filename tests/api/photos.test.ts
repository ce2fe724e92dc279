import { describe, expect, test } from 'vitest';
import { readDemoFoto } from '../../server/operations/demo-data.ts';
import { LIMITS } from '../../shared/protocol/index.ts';
import type { FotoRujukan } from '../../shared/records/index.ts';
import { aCatat, anEntri, onEntri, shaOf } from '../support/builders.ts';
import type { Phone } from '../support/phone.ts';
import { aServer, BU_LAIN, BUDI, PAK_TRISNO, SRI, type TestServer } from '../support/server.ts';
import { expectProblem, phoneOf } from './signed-in.ts';

const FOTO = readDemoFoto('papan-tulis.jpg');
const SHA = shaOf(FOTO);
const RUJUKAN: FotoRujukan = { sha: SHA, size: FOTO.length, mime: 'image/jpeg' };

type Put = {
  sha?: string;
  offset?: number | string;
  length?: number | string;
  headers?: Record<string, string | null>;
};

const put = (
  phone: Phone,
  bytes: Uint8Array,
  { sha = SHA, offset = 0, length = FOTO.length, headers = {} }: Put = {},
) =>
  phone.ask(
    `/api/photos/${sha}`,
    { method: 'PUT', body: new Uint8Array(bytes) },
    {
      'content-type': 'application/octet-stream',
      'upload-offset': String(offset),
      'upload-length': String(length),
      ...headers,
    },
  );

const head = (phone: Phone, sha = SHA) => phone.ask(`/api/photos/${sha}`, { method: 'HEAD' });
const get = (phone: Phone, owner: string, sha = SHA) => phone.ask(`/api/photos/${sha}?pemilik=${owner}`);

/** A teacher who has sent the photo and an entry that names it; the entry's id. */
const withPhoto = async (server: TestServer): Promise<{ sri: Phone; id: string }> => {
  const sri = await phoneOf(server, SRI);
  const id = await sri.add(aCatat({ foto: [RUJUKAN] }));
  await sri.sync();
  expect((await put(sri, FOTO)).status).toBe(201);
  return { sri, id };
};

describe('sending a photo', () => {
  test('in one piece: kept, and its offset is known wherever it is asked', async () => {
    const server = await aServer();
    const sri = await phoneOf(server, SRI);
    const response = await put(sri, FOTO);
    expect(response.status).toBe(201);
    expect(response.headers.get('upload-offset')).toBe(String(FOTO.length));
    const asked = await head(sri);
    expect([asked.status, asked.headers.get('upload-offset'), asked.headers.get('upload-length')]).toEqual([
      200,
      String(FOTO.length),
      String(FOTO.length),
    ]);
    expect((await sri.sync({ request: { ask: [SHA] } })).blob).toEqual({ [SHA]: { off: FOTO.length } });
  });

  test('in pieces, cut anywhere, with lost answers and overlaps: the same bytes in the end', async () => {
    const server = await aServer();
    const sri = await phoneOf(server, SRI);
    await expectProblem((await sri.ask(`/api/photos/${SHA}?pemilik=${SRI.id}`)).clone(), 'tidak_ada');
    expect((await head(sri)).status).toBe(404);
    expect((await put(sri, FOTO.subarray(0, 9000))).status).toBe(204);
    expect((await put(sri, FOTO.subarray(0, 9000))).status).toBe(204);
    expect((await head(sri)).headers.get('upload-offset')).toBe('9000');
    expect((await sri.sync({ request: { ask: [SHA] } })).blob[SHA]).toEqual({ off: 9000 });
    expect((await put(sri, FOTO.subarray(5000, 20_000), { offset: 5000 })).headers.get('upload-offset')).toBe(
      '20000',
    );
    expect((await put(sri, FOTO.subarray(20_000), { offset: 20_000 })).status).toBe(201);
    expect((await put(sri, FOTO.subarray(20_000), { offset: 20_000 })).status).toBe(201);
    const bytes = new Uint8Array(await (await get(sri, SRI.id)).arrayBuffer());
    expect(shaOf(bytes)).toBe(SHA);
  });

  test('two pieces at once are written one after the other', async () => {
    const server = await aServer();
    const sri = await phoneOf(server, SRI);
    const responses = await Promise.all([
      put(sri, FOTO),
      put(sri, FOTO),
      put(sri, FOTO.subarray(0, 5000)),
      put(sri, FOTO),
    ]);
    expect(responses.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(server.faults).toEqual([]);
  });

  test('a piece from beyond what is there is refused with the right offset', async () => {
    const server = await aServer();
    const sri = await phoneOf(server, SRI);
    await put(sri, FOTO.subarray(0, 100));
    const response = await put(sri, FOTO.subarray(500), { offset: 500 });
    expect(response.headers.get('upload-offset')).toBe('100');
    expect((await expectProblem(response, 'posisi_unggah')).params).toEqual({ offset: 100 });
  });

  test('bytes that are not what the hash says are thrown away, to begin again', async () => {
    const server = await aServer();
    const sri = await phoneOf(server, SRI);
    const other = FOTO.slice();
    other[900]! ^= 1;
    const response = await put(sri, other);
    expect(response.headers.get('upload-offset')).toBe('0');
    await expectProblem(response, 'sidik_beda');
    expect((await head(sri)).status).toBe(404);
    expect((await put(sri, FOTO)).status).toBe(201);
  });

  const text = (value: string): Uint8Array => new TextEncoder().encode(value);
  const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
  test.each([
    ['an SVG', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'bukan_foto'],
    ['HTML', text('<!doctype html><script>alert(1)</script>'), 'bukan_foto'],
    ['a GIF', text('GIF89a0000000000000000'), 'bukan_foto'],
    ['a PNG', join(Uint8Array.of(0x89), text('PNG\r\n\u001a\n0000000000')), 'bukan_foto'],
    ['HEIC', text('\0\0\0\u0018ftypheic0000000000000'), 'bukan_foto'],
    ['a JPEG that ends in the middle', FOTO.subarray(0, 9000), 'foto_rusak'],
    [
      'a JPEG with a web page behind its end',
      join(FOTO, text('<script>alert(1)</script>')),
      'foto_bermetadata',
    ],
    [
      'a JPEG with a comment',
      join(FOTO.subarray(0, 2), Uint8Array.of(0xff, 0xfe, 0, 6), text('<b/>'), FOTO.subarray(2)),
      'foto_bermetadata',
    ],
    [
      'a JPEG with EXIF',
      join(FOTO.subarray(0, 2), Uint8Array.of(0xff, 0xe1, 0, 8), text('Exif\0\0'), FOTO.subarray(2)),
      'foto_bermetadata',
    ],
  ] as const)('%s is refused and not kept', async (_, bytes, code) => {
    const server = await aServer();
    const sri = await phoneOf(server, SRI);
    const sha = shaOf(bytes);
    await expectProblem(await put(sri, bytes, { sha, length: bytes.length }), code);
    await expectProblem(await get(sri, SRI.id, sha), 'tidak_ada');
    expect((await sri.sync({ request: { ask: [sha] } })).blob[sha]).toEqual({ off: 0 });
  });

  test.each([
    ['another content type', { headers: { 'content-type': 'image/jpeg' } }, 'jenis_isi'],
    ['a content encoding', { headers: { 'content-encoding': 'gzip' } }, 'sandian_isi'],
    ['no offset', { headers: { 'upload-offset': null } }, 'isi_salah'],
    ['a negative offset', { offset: '-1' }, 'isi_salah'],
    ['an offset with an exponent', { offset: '1e3' }, 'isi_salah'],
    ['no length', { headers: { 'upload-length': null } }, 'isi_salah'],
    ['a length of nothing', { length: 0 }, 'isi_salah'],
    ['a length over the limit', { length: 1_500_001 }, 'foto_besar'],
    ['a piece over the length', { length: 100 }, 'posisi_unggah'],
    ['a name that is no hash', { sha: '..%2f..%2fetc%2fpasswd' }, 'tidak_ada'],
    ['a hash in capitals', { sha: SHA.toUpperCase() }, 'tidak_ada'],
  ] as const)('with %s nothing is taken', async (_, part, code) => {
    const server = await aServer();
    const sri = await phoneOf(server, SRI);
    await expectProblem(await put(sri, FOTO, part as Put), code);
    expect(server.faults).toEqual([]);
  });

  test('a piece over 512 KB is refused before it is read', async () => {
    const server = await aServer();
    const sri = await phoneOf(server, SRI);
    await expectProblem(await put(sri, new Uint8Array(600_000), { length: 1_000_000 }), 'terlalu_besar');
  });

  test('without a session nothing is taken and nothing is said', async () => {
    const server = await aServer();
    const sri = await phoneOf(server, SRI);
    sri.cookies = '';
    await expectProblem(await put(sri, FOTO), 'masuk_lagi');
    await expectProblem(await get(sri, SRI.id), 'masuk_lagi');
    expect((await head(sri)).status).toBe(401);
  });
});

describe('seeing a photo', () => {
  test('its owner sees it, also when no entry names it yet', async () => {
    const server = await aServer();
    const sri = await phoneOf(server, SRI);
    await put(sri, FOTO);
    const response = await get(sri, SRI.id);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'; sandbox",
    );
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="${SHA.slice(0, 12)}.jpg"`,
    );
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(response.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect(shaOf(new Uint8Array(await response.arrayBuffer()))).toBe(SHA);
  });

  test('the head sees it once an entry of the owner names it, not before', async () => {
    const server = await aServer();
    const [sri, kepala] = [await phoneOf(server, SRI), await phoneOf(server, PAK_TRISNO)];
    await put(sri, FOTO);
    await expectProblem(await get(kepala, SRI.id), 'tidak_ada');
    await sri.add(aCatat({ foto: [RUJUKAN] }));
    await sri.sync();
    expect((await get(kepala, SRI.id)).status).toBe(200);
  });

  test('the head also sees the photo of a competing version', async () => {
    const server = await aServer();
    const [sri, second, kepala] = [
      await phoneOf(server, SRI),
      await phoneOf(server, SRI),
      await phoneOf(server, PAK_TRISNO),
    ];
    await put(sri, FOTO);
    const id = await sri.add(aCatat());
    await sri.add(onEntri('entri.ubah', id, id, anEntri({ uraian: 'Teks tanpa foto dari HP pertama' })));
    await sri.sync();
    await second.add(
      onEntri('entri.ubah', id, id, anEntri({ uraian: 'Teks dengan foto dari HP kedua', foto: [RUJUKAN] })),
    );
    expect((await second.sync()).res).toMatchObject([{ r: 'beda' }]);
    expect((await get(kepala, SRI.id)).status).toBe(200);
  });

  test('T23: strangers get the answer of a photo that does not exist', async () => {
    const server = await aServer();
    await withPhoto(server);
    const strangers = [await phoneOf(server, BUDI), await phoneOf(server, BU_LAIN)];
    for (const stranger of strangers) {
      const hidden = await expectProblem(await get(stranger, SRI.id), 'tidak_ada');
      const none = await expectProblem(await get(stranger, SRI.id, 'f'.repeat(64)), 'tidak_ada');
      expect({ ...hidden, instance: '' }).toEqual({ ...none, instance: '' });
      await expectProblem(await get(stranger, stranger.account), 'tidak_ada');
      expect((await head(stranger)).status).toBe(404);
    }
  });

  test('T23: naming another’s photo in one’s own entry shows nothing of it, and a known hash saves no upload', async () => {
    const server = await aServer();
    await withPhoto(server);
    const budi = await phoneOf(server, BUDI);
    await budi.add(aCatat({ foto: [RUJUKAN] }));
    await budi.sync();
    await expectProblem(await get(budi, SRI.id), 'tidak_ada');
    await expectProblem(await get(budi, BUDI.id), 'tidak_ada');
    expect((await budi.sync({ request: { ask: [SHA] } })).blob[SHA]).toEqual({ off: 0 });
  });

  test('the head sees no photo of his own staff at another school, and none after his time there', async () => {
    const server = await aServer();
    await withPhoto(server);
    const kepala = await phoneOf(server, PAK_TRISNO);
    expect((await get(kepala, SRI.id)).status).toBe(200);
    const [grant] = await server.store.read((tx) => tx.grantsOf(PAK_TRISNO.id));
    await server.store.write((tx) => tx.putGrant({ ...grant!, until: server.clock.now() }));
    await expectProblem(await get(kepala, SRI.id), 'tidak_ada');
  });

  test.each(['', '?pemilik=', '?pemilik=../..', '?pemilik=%00', '?pemilik=p_guru02'])(
    'with %j as the owner there is none',
    async (query) => {
      const server = await aServer();
      const { sri } = await withPhoto(server);
      await expectProblem(await sri.ask(`/api/photos/${SHA}${query}`), 'tidak_ada');
    },
  );
});

test('a person may not fill the disk: beyond a day’s worth a new photo is refused, a begun one goes on, others are not touched', async () => {
  const server = await aServer();
  const [sri, budi] = [await phoneOf(server, SRI), await phoneOf(server, BUDI)];
  expect((await put(sri, FOTO.subarray(0, 9000))).status).toBe(204);
  const much = {
    owner: SRI.id,
    mime: 'image/jpeg',
    received: 0,
    state: 'utuh',
    size: LIMITS.fotoDayBytes,
  } as const;
  const touched = (sha: string, updatedAt: number) =>
    server.store.write((tx) => tx.putPhoto({ ...much, sha, updatedAt }));
  await touched('a'.repeat(64), server.clock.now() - 86_400_001);
  const other = new Uint8Array(FOTO);
  expect((await put(sri, FOTO.subarray(0, 9000), { sha: 'b'.repeat(64) })).status).toBe(204);
  await touched('c'.repeat(64), server.clock.now());
  const refused = await put(sri, other.subarray(0, 9000), { sha: 'd'.repeat(64) });
  expect(refused.headers.get('retry-after')).toBe('3600');
  const { params } = await expectProblem(refused, 'kuota_foto');
  expect(params).toEqual({ batas: LIMITS.fotoDayBytes, jangka: 'hari' });
  expect((await put(sri, FOTO.subarray(9000), { offset: 9000 })).status).toBe(201);
  expect((await put(budi, FOTO)).status).toBe(201);
});

test('with little room left on the disk photos are refused before their body is read, text is not', async () => {
  const server = await aServer();
  const sri = await phoneOf(server, SRI);
  server.disk.left = 'sempit';
  await expectProblem(await put(sri, FOTO), 'penuh');
  await sri.add(aCatat());
  expect((await sri.sync()).res).toMatchObject([{ r: 'ok' }]);
  server.disk.left = 'habis';
  await expectProblem(await sri.post(), 'penuh');
  server.disk.left = 'lega';
  expect((await put(sri, FOTO)).status).toBe(201);
});
