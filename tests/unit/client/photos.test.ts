import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catatEntri } from '../../../client/actions/index.ts';
import { entriDenganFoto, putPhoto, queueView } from '../../../client/store/index.ts';
import { isAllSent } from '../../../client/sync/index.ts';
import { mayPhotosGo } from '../../../client/sync/photo-policy.ts';
import { createUploader } from '../../../client/sync/photos.ts';
import { nextChunk } from '../../../client/sync/pieces.ts';
import { readDemoFoto } from '../../../server/operations/demo-data.ts';
import { LIMITS } from '../../../shared/protocol/index.ts';
import type { FotoRujukan } from '../../../shared/records/index.ts';
import { anEntri, shaOf } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone, type PhoneOptions } from '../../support/fake-phone.ts';
import type { Fault, Stranger } from '../../support/network.ts';
import { aServer, SRI, type TestServer } from '../../support/server.ts';

const BYTES = readDemoFoto('papan-tulis.jpg');
const FOTO: FotoRujukan = { sha: shaOf(BYTES), size: BYTES.length, mime: 'image/jpeg' };

/** A phone with an entry and its photo, as the form leaves them. */
const withPhoto = async (
  server: TestServer,
  options: PhoneOptions = {},
): Promise<{ phone: FakePhone; id: string }> => {
  const phone = await aReadyPhone(server, SRI, options);
  const bytes = new Uint8Array(BYTES).buffer;
  await putPhoto(phone.db, { foto: FOTO, bytes, thumb: { bytes, mime: 'image/jpeg' } }, 0);
  const done = await catatEntri(phone.acting, anEntri({ foto: [FOTO] }));
  if (!done.ok) throw new Error(done.code);
  return { phone, id: done.id };
};

const onServer = async ({ store, files }: TestServer) => {
  const row = await store.read((tx) => tx.photo(SRI.id, FOTO.sha));
  return row?.state === 'utuh' ? files.read(SRI.id, FOTO.sha) : null;
};

test('a photo follows its text, whole, in pieces', async () => {
  const server = await aServer();
  const { phone, id } = await withPhoto(server);
  expect(await phone.run()).toMatchObject({ ok: true, photoTrouble: null });
  expect(await onServer(server)).toEqual(Buffer.from(BYTES));
  expect(phone.line.sent.filter((line) => line.startsWith('PUT')).length).toBeGreaterThan(1);
  expect(await phone.entri(id)).toMatchObject({ kirim: { kunci: 'terkirim', fotoMenyusul: 0 } });
  expect(isAllSent(await phone.status())).toBe(true);
});

test('while photos are held back, the text is sent and the photo is said to follow', async () => {
  const server = await aServer();
  const { phone, id } = await withPhoto(server, { photos: false });
  await phone.run();
  expect(await phone.entri(id)).toMatchObject({
    kirim: { kunci: 'teks-terkirim', fotoMenyusul: 1, byteMenyusul: FOTO.size },
  });
  expect(await phone.status()).toMatchObject({ unsent: 0, photosLeft: 1 });
  expect(isAllSent(await phone.status())).toBe(false);
});

test('a photo arrives whole over a line that breaks anywhere, in as many rounds as it takes', async () => {
  const fault = fc.constantFrom<Fault | null>(
    null,
    null,
    'permintaan-hilang',
    'jawaban-hilang',
    'dua-kali',
    'portal',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fault, { maxLength: 14 }), async (faults) => {
      const server = await aServer();
      const { phone } = await withPhoto(server);
      phone.line.next(...faults);
      for (let rounds = 0; rounds <= faults.length; rounds += 1) await phone.run();
      expect(await onServer(server)).toEqual(Buffer.from(BYTES));
      expect(isAllSent(await phone.status())).toBe(true);
    }),
    { numRuns: 6 },
  );
});

test('a photo goes on from where the server is, not from where the phone believes it is', async () => {
  const server = await aServer();
  const { phone } = await withPhoto(server);
  phone.line.next(null, 'jawaban-hilang', 'permintaan-hilang');
  await phone.run();
  expect(await server.files.partSize(SRI.id, FOTO.sha)).toBeGreaterThan(0);
  await phone.db.photos.update(FOTO.sha, { offset: FOTO.size - 10 });
  const { store, line } = phone;
  const uploader = createUploader({
    store,
    transport: line.transport,
    clock: server.clock.now,
    allowed: () => true,
  });
  expect(await uploader.run()).toBeNull();
  expect(await onServer(server)).toEqual(Buffer.from(BYTES));
  expect(await phone.db.photos.get(FOTO.sha)).toMatchObject({ status: 'terkirim', offset: FOTO.size });
});

test('a piece that the line loses goes again at once; two in a row wait for the next attempt', async () => {
  const server = await aServer();
  const { phone } = await withPhoto(server);
  phone.line.next(null, 'permintaan-hilang');
  expect(await phone.run()).toMatchObject({ ok: true, photoTrouble: null });
  expect(await onServer(server)).toEqual(Buffer.from(BYTES));

  const again = await aServer();
  const { phone: other } = await withPhoto(again);
  other.line.next(null, 'permintaan-hilang', 'permintaan-hilang');
  expect(await other.run()).toMatchObject({ photoTrouble: { code: 'server_diam' } });
  expect((await other.status()).nextAt).not.toBeNull();
});

test('a trouble in a row is told with when it began; another one begins anew', async () => {
  const server = await aServer();
  const { phone } = await withPhoto(server);
  const mulai = async () => (await queueView(phone.store)).problem;
  const bertemu = async (fault: Fault | Stranger): Promise<number | undefined> => {
    phone.line.next(fault);
    await phone.run();
    server.clock.forward(3_600_000);
    return (await mulai())?.sejak;
  };
  const first = await bertemu('permintaan-hilang');
  expect(first).toBeTypeOf('number');
  expect(await bertemu('permintaan-hilang')).toBe(first);
  expect(await bertemu(() => new Response(null, { status: 503 }))).toBe((first ?? 0) + 2 * 3_600_000);
});

test('the queue finds the activities whose photos have not arrived, and counts photos of none', async () => {
  const { phone, id } = await withPhoto(await aServer(), { photos: false });
  await catatEntri(phone.acting, anEntri({ mulai: '13:00', selesai: '14:00' }));
  await phone.run();
  const lepas = new Uint8Array(BYTES).buffer;
  await putPhoto(
    phone.db,
    { foto: { ...FOTO, sha: 'a'.repeat(64) }, bytes: lepas, thumb: { bytes: lepas, mime: 'image/jpeg' } },
    0,
  );
  await phone.db.photos.update('a'.repeat(64), { status: 'antri' });
  const found = await entriDenganFoto(phone.store, SRI.id);
  expect({ ...found, entri: found.entri.map((one) => one.id) }).toEqual({ entri: [id], lainnya: 1 });
});

test('once text got through the strip tells of photos, not of the network that was not there before', async () => {
  const server = await aServer();
  const { phone } = await withPhoto(server);
  phone.line.next('permintaan-hilang');
  await phone.run();
  expect((await phone.status()).problem).toMatchObject({ code: 'server_diam' });
  const seen: unknown[] = [];
  phone.line.next(null, () => {
    seen.push(phone.status());
    return new Response(null, { status: 503 });
  });
  await phone.run();
  expect(await Promise.all(seen)).toMatchObject([{ unsent: 0, photosLeft: 1, problem: null }]);
});

test('a photo whose bytes do not match its name is tried three times, then kept aside for its owner', async () => {
  const server = await aServer();
  const { phone, id } = await withPhoto(server);
  const other = new Uint8Array(BYTES);
  other[other.length - 40] = (other[other.length - 40] ?? 0) ^ 1;
  await phone.db.bytes.put({ sha: FOTO.sha, bytes: other.buffer });
  await phone.run();
  expect(await phone.db.photos.get(FOTO.sha)).toMatchObject({ status: 'parkir', code: 'sidik_beda' });
  expect(await phone.db.bytes.get(FOTO.sha)).toBeDefined();
  expect(phone.line.sent.filter((line) => line.startsWith('PUT')).length).toBeLessThan(7);
  expect(await phone.entri(id)).toMatchObject({ kirim: { kunci: 'teks-terkirim' } });
  expect(isAllSent(await phone.status())).toBe(false);
});

test('a photo that a restored server has lost is sent again', async () => {
  const server = await aServer();
  const { phone } = await withPhoto(server);
  await phone.run();
  await server.store.write((tx) => tx.removePhoto(SRI.id, FOTO.sha));
  await server.files.dropPart(SRI.id, FOTO.sha);
  await phone.db.photos.update(FOTO.sha, { status: 'antri', offset: 0 });
  await phone.run();
  expect(await onServer(server)).toEqual(Buffer.from(BYTES));
});

test.each([
  [{}, undefined, true],
  [{}, { type: 'cellular', effectiveType: '4g' }, true],
  [{}, { type: 'cellular', effectiveType: '2g' }, false],
  [{}, { saveData: true }, false],
  [{ hematData: true }, { type: 'wifi' }, false],
  [{ wifiSaja: true }, { type: 'wifi' }, true],
  [{ wifiSaja: true }, { type: 'cellular' }, false],
  [{ wifiSaja: true }, undefined, false],
] as const)('with %j on a line %j photos may go: %s', (choice, line, may) => {
  expect(mayPhotosGo({ wifiSaja: false, hematData: false, ...choice }, line)).toBe(may);
});

test('pieces grow on a fast line and shrink on a slow one, within their limits', () => {
  fc.assert(
    fc.property(fc.nat(2_000_000), fc.nat(60_000), (size, took) => {
      const next = nextChunk(size, took);
      expect(next).toBeGreaterThanOrEqual(LIMITS.chunkMinBytes);
      expect(next).toBeLessThanOrEqual(LIMITS.chunkMaxBytes);
    }),
  );
  expect(nextChunk(16_384, 100)).toBe(32_768);
  expect(nextChunk(16_384, 9_000)).toBe(8_192);
  expect(nextChunk(16_384, 6_000)).toBe(16_384);
});

test('a server without room for photos takes the text; photos wait by themselves and hold nothing up', async () => {
  const server = await aServer();
  const { phone, id } = await withPhoto(server);
  server.disk.left = 'sempit';
  expect(await phone.run()).toMatchObject({ ok: true, photoTrouble: { code: 'penuh' } });
  expect(await phone.entri(id)).toMatchObject({ kirim: { kunci: 'teks-terkirim', fotoMenyusul: 1 } });
  expect(await phone.status()).toMatchObject({ problem: null, nextAt: null });
  server.disk.left = 'lega';
  const later = await catatEntri(phone.acting, anEntri({ mulai: '10:00', selesai: '11:00' }));
  expect(await phone.run()).toMatchObject({ ok: true, photoTrouble: null });
  expect(await phone.entri(later.ok ? later.id : '')).toMatchObject({ kirim: { kunci: 'terkirim' } });
  expect(phone.line.sent.filter((line) => line.startsWith('PUT'))).toHaveLength(1);
  server.clock.forward(900_001);
  await phone.run();
  expect(await phone.entri(id)).toMatchObject({ kirim: { kunci: 'terkirim', fotoMenyusul: 0 } });
});

test('a full disk refuses text as well, and the phone keeps everything until there is room', async () => {
  const server = await aServer();
  const { phone, id } = await withPhoto(server);
  server.disk.left = 'habis';
  expect(await phone.run()).toMatchObject({ ok: false, code: 'penuh' });
  expect(await phone.status()).toMatchObject({ unsent: 1, photosLeft: 1, problem: { code: 'penuh' } });
  server.disk.left = 'lega';
  await phone.run();
  expect(await phone.entri(id)).toMatchObject({ kirim: { kunci: 'terkirim' } });
});
