import { expect, test } from 'vitest';
import { catatEntri, setujuiEntri, terimaBerkas, ubahEntri } from '../../../client/actions/index.ts';
import { getMeta, putPhoto } from '../../../client/store/index.ts';
import { isAllSent } from '../../../client/sync/index.ts';
import { aPhoto } from '../../sim/photo.ts';
import { anEntri, SHARD } from '../../support/builders.ts';
import { aFakePhone, aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { copyOf, restore } from '../../support/restore.ts';
import { aServer, BUDI, PAK_TRISNO, SRI, type TestServer } from '../../support/server.ts';
import { buktiDi, FOTO, savedWithPhoto, terima, titip } from '../../support/titipan.ts';

const saved = async (phone: FakePhone, part: Parameters<typeof anEntri>[0] = {}): Promise<string> => {
  const done = await catatEntri(phone.acting, anEntri(part));
  if (!done.ok) throw new Error(done.code);
  return done.id;
};
const idsOnServer = async (server: TestServer) =>
  (await server.store.read((tx) => tx.recordsOfKind(SHARD, 'entri'))).map(({ record }) => record.id).sort();
const idsOnPhone = async ({ db }: FakePhone) =>
  (await db.records.where('kind').equals('entri').primaryKeys()).sort();

test('after the server was restored from an older copy, what it had lost is sent again', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  const kept = await saved(phone);
  await phone.run();
  const copy = copyOf(server);
  const lost = await saved(phone, { mulai: '10:00', selesai: '11:00' });
  await ubahEntri(phone.acting, kept, anEntri({ uraian: 'Diubah sesudah salinan' }));
  await phone.run();
  await restore(server, copy);
  expect(await idsOnServer(server)).toEqual([kept]);
  expect(await phone.run()).toMatchObject({ ok: true });
  expect(await idsOnServer(server)).toEqual([kept, lost].sort());
  expect(await phone.entri(kept)).toMatchObject({
    content: { uraian: 'Diubah sesudah salinan' },
    variants: [],
  });
  expect(isAllSent(await phone.status())).toBe(true);
  expect((await phone.journal()).map(({ status }) => status)).toEqual(['diterima', 'diterima', 'diterima']);
});

// Found by `npm run soak`, seed 20261149.
test('a photo that came after the copy was made comes again, though the copy has all of its text and the place of the phone', async () => {
  const server = await aServer();
  const choice = { photos: false };
  const phone = await aReadyPhone(server, SRI, choice);
  await savedWithPhoto(phone);
  await phone.run();
  await phone.run();
  const copy = copyOf(server);
  choice.photos = true;
  await phone.run();
  expect(isAllSent(await phone.status())).toBe(true);
  await restore(server, copy);
  const there = () => server.store.read((tx) => tx.photo(SRI.id, FOTO.sha));
  expect(await there()).toBeNull();
  expect(await phone.run()).toMatchObject({ ok: true });
  expect(await there()).toMatchObject({ state: 'utuh' });
  expect(isAllSent(await phone.status())).toBe(true);
});

test('a server that was only started anew is asked for the photos that it has, and is sent no byte of them', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  await savedWithPhoto(phone);
  await phone.run();
  await restore(server, copyOf(server));
  const pieces: string[] = [];
  const { fetch } = server;
  const watch: TestServer['fetch'] = (request) => {
    if (request.method === 'PUT') pieces.push(request.url);
    return fetch(request);
  };
  Object.assign(server, { fetch: watch });
  await phone.run();
  expect(pieces).toEqual([]);
  expect(isAllSent(await phone.status())).toBe(true);
});

test('more photos than one request asks for come again all the same', async () => {
  const server = await aServer();
  const choice = { photos: false };
  const phone = await aReadyPhone(server, SRI, choice);
  for (let satu = 0; satu < 26; satu += 1) {
    const fotos = [0, 1, 2, 3].map((lain) => aPhoto(satu * 4 + lain));
    for (const { foto, bytes } of fotos)
      await putPhoto(phone.db, { foto, bytes, thumb: { bytes, mime: 'image/jpeg' } }, 0);
    await saved(phone, { foto: fotos.map(({ foto }) => foto), mulai: '07:00', selesai: `08:${10 + satu}` });
  }
  await phone.run();
  await phone.run();
  const copy = copyOf(server);
  choice.photos = true;
  await phone.run();
  await restore(server, copy);
  await phone.run();
  const photos = await phone.db.photos.toArray();
  expect(photos).toHaveLength(104);
  for (const { sha } of photos)
    expect(await server.store.read((tx) => tx.photo(SRI.id, sha))).toMatchObject({ state: 'utuh' });
  expect(isAllSent(await phone.status())).toBe(true);
}, 60_000);

test('what the restored server lost of others comes back under its seal; what has none disappears, own work stays', async () => {
  const server = await aServer();
  const [sri, budi] = [await aReadyPhone(server, SRI), await aReadyPhone(server, BUDI)];
  const copy = copyOf(server);
  const [kept, ghost] = [await saved(budi), await saved(budi, { mulai: '13:00', selesai: '14:00' })];
  await budi.run();
  const head = await aReadyPhone(server, PAK_TRISNO);
  expect(await idsOnPhone(head)).toEqual([kept, ghost].sort());
  await head.db.records.update(ghost, { seal: undefined });
  await restore(server, copy);
  // The head's own phone was first seen after the copy was made: he signs in anew.
  const again = await head.signInAs(PAK_TRISNO);
  expect(await again.run()).toMatchObject({ ok: true });
  expect(await idsOnPhone(again)).toEqual([kept]);
  const mine = await saved(sri);
  await sri.run();
  await again.run();
  expect(await idsOnPhone(again)).toEqual([kept, mine].sort());
  await budi.run();
  await again.run();
  expect(await idsOnPhone(again)).toEqual([kept, ghost, mine].sort());
});

test('a decision on what the restored server has lost and nobody can give back waits until its author has sent that again', async () => {
  const server = await aServer();
  const [sri, head] = [await aReadyPhone(server, SRI), await aReadyPhone(server, PAK_TRISNO)];
  const copy = copyOf(server);
  const id = await saved(sri);
  await sri.run();
  await head.run();
  await setujuiEntri(head.acting, [id]);
  await head.run();
  await head.db.records.toCollection().modify({ seal: undefined });
  await restore(server, copy);
  await head.run();
  expect((await head.journal()).map(({ status }) => status)).toEqual(['menunggu']);
  await sri.run();
  await head.run();
  await sri.run();
  for (const phone of [sri, head])
    expect(await phone.entri(id)).toMatchObject({ state: { tahap: 'DISETUJUI' } });
});

test('what a phone numbered before the restored server knew it keeps its names: the device is entered again by its own key', async () => {
  const server = await aServer();
  const copy = copyOf(server);
  const phone = await aReadyPhone(server, SRI);
  const first = await saved(phone);
  await phone.run();
  await ubahEntri(phone.acting, first, anEntri({ uraian: 'Belum sempat terkirim' }));
  await restore(server, copy);
  expect(await phone.run()).toMatchObject({ ok: false, code: 'masuk_lagi' });
  const again = await phone.signInAs(SRI);
  expect(await again.run()).toMatchObject({ ok: true });
  expect(isAllSent(await again.status())).toBe(true);
  const [only, ...others] = await idsOnServer(server);
  expect(others).toEqual([]);
  expect(only).toBe(first);
  expect(await again.entri(first)).toMatchObject({ content: { uraian: 'Belum sempat terkirim' } });
  expect(await idsOnPhone(again)).toEqual([first]);
});

test('a phone that was rolled back and uses numbers again is given a new name, and loses nothing', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  const first = await saved(phone);
  await phone.run();
  const before = (await getMeta(phone.db, 'saya'))!;
  await phone.db.meta.put({ key: 'lastNumber', value: 0 });
  const second = await saved(phone, { mulai: '10:00', selesai: '11:00' });
  expect(second.split('.')[1]).toBe(first.split('.')[1]);
  await phone.run();
  const after = (await getMeta(phone.db, 'saya'))!;
  expect(after.device).not.toBe(before.device);
  const third = await saved(phone, { mulai: '12:00', selesai: '13:00' });
  await phone.run();
  expect(await idsOnServer(server)).toEqual([first, second, third].sort());
});

test('a phone that was cut off keeps its queue, and sends it after its owner signs in again', async () => {
  const server = await aServer();
  const phone = await aFakePhone(server, SRI);
  await phone.run();
  await saved(phone);
  const { device } = (await getMeta(phone.db, 'saya'))!;
  await server.store.write(async (tx) => {
    const row = await tx.device(device);
    if (row) await tx.putDevice({ ...row, revokedAt: 1 });
  });
  expect(await phone.run()).toMatchObject({ ok: false, code: 'perangkat_dicabut' });
  expect((await phone.journal()).map(({ status }) => status)).toEqual(['antri']);
  const again = await phone.signInAs(SRI);
  expect(await again.run()).toMatchObject({ ok: true, sent: 1 });
  expect(await idsOnServer(server)).toHaveLength(1);
});

test('I6: a phone that was cut off, signed in anew and met a copy that had never cut it off sends what it held', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  const copy = copyOf(server);
  await saved(phone);
  const { device } = (await getMeta(phone.db, 'saya'))!;
  await server.store.write(async (tx) => {
    const row = await tx.device(device);
    if (row) await tx.putDevice({ ...row, revokedAt: 1 });
  });
  await phone.signInAs(SRI);
  await restore(server, copy);
  // The copy knows the old key, and the phone has only the new one.
  const again = await phone.signInAs(SRI);
  expect(await again.run()).toMatchObject({ ok: true, sent: 1 });
  expect(await idsOnServer(server)).toHaveLength(1);
  expect(isAllSent(await again.status())).toBe(true);
});

test('I2: after a phone was cut off and the server restored, nothing that the server has under the old name is there twice', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  const kept = await saved(phone);
  await phone.run();
  const copy = copyOf(server);
  await saved(phone, { mulai: '10:00', selesai: '11:00', uraian: 'Sesudah salinan' });
  await ubahEntri(phone.acting, kept, anEntri({ uraian: 'Diubah sesudah salinan' }));
  await phone.run();
  const { device } = (await getMeta(phone.db, 'saya'))!;
  await server.store.write(async (tx) => {
    const row = await tx.device(device);
    if (row) await tx.putDevice({ ...row, revokedAt: 1 });
  });
  await phone.signInAs(SRI);
  await restore(server, copy);
  const again = await phone.signInAs(SRI);
  expect(await again.run()).toMatchObject({ ok: true });
  expect(isAllSent(await again.status())).toBe(true);
  expect(await idsOnServer(server)).toHaveLength(2);
  expect(await again.entri(kept)).toMatchObject({
    content: { uraian: 'Diubah sesudah salinan' },
    variants: [],
  });
});

test('I1: what a colleague carried and a restored server lost goes again at the owner’s next own sync', async () => {
  const server = await aServer();
  const [sri, budi] = [await aReadyPhone(server, SRI), await aReadyPhone(server, BUDI)];
  const copy = copyOf(server);
  const id = await savedWithPhoto(sri);
  await terima(budi, await titip(sri));
  await budi.run();
  for (const bukti of await buktiDi(budi)) await terimaBerkas(sri.acting, bukti);
  expect((await sri.journal()).map(({ status }) => status)).toEqual(['diterima']);
  await restore(server, copy);
  await server.files.dropPart(SRI.id, FOTO.sha);
  // Others write on, so that no number shows what is missing: her phone never pulled the line that was lost.
  await saved(budi, { uraian: 'Kegiatan Budi sesudah pemulihan' });
  await budi.run();
  expect(await idsOnServer(server)).not.toContain(id);
  expect(await sri.run()).toMatchObject({ ok: true });
  expect(await idsOnServer(server)).toContain(id);
  expect(await server.store.read((tx) => tx.photo(SRI.id, FOTO.sha))).toMatchObject({ state: 'utuh' });
  expect(isAllSent(await sri.status())).toBe(true);
  const sent = sri.line.sent.length;
  await sri.run();
  expect(sri.line.sent.slice(sent)).toEqual(['POST /api/sync']);
});
