import { unzipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { catatEntri, exportQueue, newDraft, saveDraft } from '../../../client/actions/index.ts';
import {
  accountsOnPhone,
  activeAccount,
  deviceLabel,
  eraseAccount,
  openAccount,
  signIn,
  signOut,
} from '../../../client/session/index.ts';
import {
  getSetting,
  keepShared,
  openRegistry,
  setSetting,
  sharedId,
  sharedWaiting,
  takeShared,
} from '../../../client/store/index.ts';
import { isSignedBy } from '../../../server/people/index.ts';
import { SyncRequest } from '../../../shared/protocol/index.ts';
import { anEntri } from '../../support/builders.ts';
import { aFakePhone, aReadyPhone } from '../../support/fake-phone.ts';
import { aServer, BUDI, PAK_TRISNO, SANDI, SRI } from '../../support/server.ts';

test('a wrong password or no network signs nobody in and stores nothing', async () => {
  const server = await aServer();
  const phone = await aFakePhone(server, SRI);
  const place = { transport: phone.line.transport, shelf: phone.shelf, agent: 'x' };
  expect(await signIn({ nip: BUDI.nip, sandi: 'bukan-sandinya-47' }, place)).toMatchObject({
    ok: false,
    code: 'sandi_salah',
  });
  phone.line.next('permintaan-hilang');
  expect(await signIn({ nip: BUDI.nip, sandi: SANDI }, place)).toMatchObject({
    ok: false,
    code: 'server_diam',
  });
  const registry = openRegistry(phone.shelf);
  expect((await accountsOnPhone(registry, phone.shelf)).map(({ id }) => id)).toEqual([SRI.id]);
});

test('the app starts for the person in use without a network, and the head is one', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, PAK_TRISNO);
  phone.db.close();
  phone.line.always('permintaan-hilang');
  const registry = openRegistry(phone.shelf);
  const orang = await openAccount((await activeAccount(registry)) ?? '', phone.shelf);
  expect(orang).toMatchObject({
    account: { id: PAK_TRISNO.id, nama: PAK_TRISNO.nama },
    peran: 'penilai',
    actor: { peran: ['penilai'] },
  });
  if (orang && orang !== 'terkunci') orang.store.db.close();
});

test('signing out deletes nothing, and the same phone keeps its name when its owner comes back', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  const before = (await phone.db.meta.get('saya'))?.value as { device: string };
  await catatEntri(phone.acting, anEntri());
  const place = { transport: phone.line.transport, shelf: phone.shelf };
  await signOut(place);
  expect(await phone.run()).toMatchObject({ ok: false, code: 'masuk_lagi' });
  const registry = openRegistry(phone.shelf);
  expect(await activeAccount(registry)).toBeNull();
  expect(await accountsOnPhone(registry, phone.shelf)).toMatchObject([
    { id: SRI.id, belum: { isian: 1, foto: 0 }, keluar: true },
  ]);
  const back = await phone.signInAs(SRI);
  expect((await back.db.meta.get('saya'))?.value).toMatchObject({ device: before.device });
  expect(await back.run()).toMatchObject({ ok: true, sent: 1 });
  expect(await accountsOnPhone(registry, phone.shelf)).toMatchObject([{ id: SRI.id, keluar: false }]);
});

test('the door shuts before the service is asked: a slow line leaves nobody signed in, and no answer of it ends a newer session', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  const registry = openRegistry(phone.shelf);
  let jawab = (): void => undefined;
  const gone = new Promise<void>((resolve) => {
    jawab = resolve;
  });
  const slow: typeof phone.line.transport = async (request) => {
    if (request.method === 'DELETE') await gone;
    return phone.line.transport(request);
  };
  const leaving = signOut({ transport: slow, shelf: phone.shelf });
  await vi.waitFor(async () => expect(await activeAccount(registry)).toBeNull());
  const next = phone.signInAs(BUDI);
  jawab();
  await leaving;
  expect(await (await next).run()).toMatchObject({ ok: true });
  expect(await activeAccount(registry)).toBe(BUDI.id);
});

test('erasing asks for the number of what was not sent, and takes one account only', async () => {
  const server = await aServer();
  const sri = await aReadyPhone(server, SRI);
  await catatEntri(sri.acting, anEntri());
  const budi = await sri.signInAs(BUDI);
  const registry = openRegistry(sri.shelf);
  expect(await eraseAccount(registry, sri.store, null)).toEqual({ ok: false, unsent: 1 });
  expect(await eraseAccount(registry, sri.store, 2)).toEqual({ ok: false, unsent: 1 });
  expect(await eraseAccount(registry, sri.store, 1)).toEqual({ ok: true });
  expect((await accountsOnPhone(registry, sri.shelf)).map(({ id }) => id)).toEqual([BUDI.id]);
  expect(await activeAccount(registry)).toBe(BUDI.id);
  expect(await budi.run()).toMatchObject({ ok: true });
});

test('the rescue file holds what would be sent, signed, and the drafts in readable form', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  await catatEntri(phone.acting, anEntri());
  await newDraft(phone.acting, { values: { uraian: 'Belum selesai ditulis' } });
  const files = unzipSync(new Uint8Array(await (await exportQueue(phone.acting)).arrayBuffer()));
  const text = (name: string) => new TextDecoder().decode(files[name]);
  const request = SyncRequest.parse(JSON.parse(text('amplop-1.json')));
  expect(request.ops).toMatchObject([{ k: 'entri.catat', n: 1, b: anEntri() }]);
  const key = (await server.store.read((tx) => tx.device(request.dev)))!.key;
  expect(isSignedBy(key, files['amplop-1.json']!, text('amplop-1.tanda'))).toBe(true);
  expect(text('isi.json')).toContain('Belum selesai ditulis');
  expect(text('isi.json')).not.toContain('privateKey');
});

test('erasing counts photos that have not gone and forms that were begun: they are nowhere else', async () => {
  const server = await aServer();
  const sri = await aReadyPhone(server, SRI);
  const { db } = sri.store;
  const registry = openRegistry(sri.shelf);
  const { id } = await newDraft(sri.acting, { values: { uraian: 'Belum selesai ditulis' } });
  await saveDraft(sri.acting, { id, values: { uraian: 'Belum selesai ditulis juga' } });
  const foto = { sha: 'a'.repeat(64), mime: 'image/jpeg', size: 10 } as const;
  await db.photos.add({ ...foto, status: 'antri', offset: 0, tries: 0, addedAt: 1 });
  expect(await accountsOnPhone(registry, sri.shelf)).toMatchObject([
    { id: SRI.id, belum: { isian: 0, foto: 1 } },
  ]);
  expect(await eraseAccount(registry, sri.store, null)).toEqual({ ok: false, unsent: 2 });
  expect(await eraseAccount(registry, sri.store, 2)).toEqual({ ok: true });
});

test('settings have defaults and stay; what was shared into the app is handed out once', async () => {
  const phone = await aFakePhone(await aServer(), SRI);
  const registry = openRegistry(phone.shelf);
  expect(await getSetting(registry, 'wifiSaja')).toBe(false);
  await setSetting(registry, 'wifiSaja', true);
  expect(await getSetting(registry, 'wifiSaja')).toBe(true);
  await registry.shared.put({ id: 'b1', files: [], text: 'dari WhatsApp', at: 1 });
  expect(await takeShared(registry, 'b1')).toMatchObject({ text: 'dari WhatsApp' });
  expect(await takeShared(registry, 'b1')).toBeUndefined();
});

test('a second thing that is shared leaves the first one waiting; one of a week ago makes room', async () => {
  const registry = openRegistry((await aFakePhone(await aServer(), SRI)).shelf);
  const pekan = 7 * 86_400_000;
  for (const [id, at] of [
    ['lama', 1],
    ['satu', pekan],
    ['dua', pekan + 2],
  ] as const)
    await keepShared(registry, { id, files: [], text: id, at });
  expect(await sharedWaiting(registry, SRI.id)).toEqual(['dua', 'satu']);
  expect(await takeShared(registry, 'dua')).toMatchObject({ text: 'dua' });
  expect(await sharedWaiting(registry, SRI.id)).toEqual(['satu']);
});

test('what one person shared on a borrowed phone is not offered to the next; what nobody was signed in for is', async () => {
  const registry = openRegistry((await aFakePhone(await aServer(), SRI)).shelf);
  const [milik, bebas] = [sharedId('satu', SRI.id), sharedId('dua', null)];
  for (const [i, id] of [milik, bebas].entries())
    await keepShared(registry, { id, files: [], text: id, at: i });
  expect(await sharedWaiting(registry, SRI.id)).toEqual([bebas, milik]);
  expect(await sharedWaiting(registry, BUDI.id)).toEqual([bebas]);
});

test.each([
  [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36',
    'Chrome di Android',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 Version/17.4 Mobile/15E148 Safari/604.1',
    'Safari di iPhone',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0',
    'Edge di Windows',
  ],
  ['Mozilla/5.0 (Android 13; Mobile; rv:124.0) Gecko/124.0 Firefox/124.0', 'Firefox di Android'],
  ['curl/8.0', 'Peramban di Linux'],
])('%s is called %s', (agent, label) => {
  expect(deviceLabel(agent)).toBe(label);
});
