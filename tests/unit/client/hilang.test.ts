import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { catatEntri, periksaHilang, periksaSemua } from '../../../client/actions/index.ts';
import { accountsOnPhone, activeAccount, adaYangHilang } from '../../../client/session/index.ts';
import {
  countWaiting,
  getMeta,
  getSetting,
  openRegistry,
  type Registry,
  type Shelf,
} from '../../../client/store/index.ts';
import type { Transport } from '../../../client/sync/index.ts';
import { DevicesAnswer } from '../../../shared/protocol/index.ts';
import { phoneOf, putuskan } from '../../api/signed-in.ts';
import { anEntri } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import type { Phone } from '../../support/phone.ts';
import { aServer, BUDI, SANDI, SRI, type TestServer } from '../../support/server.ts';

type World = {
  readonly server: TestServer;
  readonly hp: FakePhone;
  /** Her other phone. */
  readonly lain: Phone;
  readonly registry: Registry;
  readonly periksa: (transport?: Transport) => ReturnType<typeof periksaHilang>;
};

const databases = async ({ indexedDB }: Shelf): Promise<(string | undefined)[]> =>
  ((await indexedDB?.databases()) ?? []).map(({ name }) => name);

const aWorld = async (): Promise<World> => {
  const server = await aServer();
  const hp = await aReadyPhone(server, SRI);
  const lain = await phoneOf(server, SRI);
  const registry = openRegistry(hp.shelf);
  const periksa = (transport = hp.line.transport) =>
    periksaHilang(SRI.id, { registry, transport, clock: server.clock.now, shelf: hp.shelf });
  return { server, hp, lain, registry, periksa };
};

const device = async ({ hp }: World): Promise<string> => (await getMeta(hp.db, 'saya'))?.device ?? '';
const mark = async (world: World): Promise<void> => {
  const path = `/api/devices/${await device(world)}/lost`;
  const body = JSON.stringify({ sandi: SANDI });
  const done = await world.lain.ask(path, { method: 'POST', body }, { 'content-type': 'application/json' });
  expect(done.status).toBe(204);
};
const state = async (world: World, id: string) =>
  DevicesAnswer.parse(await (await world.lain.ask('/api/devices')).json()).list.find((one) => one.id === id)
    ?.hilang;

test('T35, T36: a lost phone hands over what it had not sent, is wiped of that account alone, and the owner sees it', async () => {
  const world = await aWorld();
  const { server, hp, registry, periksa } = world;
  const budi = await hp.signInAs(BUDI);
  await budi.run();
  (await hp.signInAs(SRI)).db.close();
  await catatEntri(hp.acting, anEntri({ uraian: 'Kegiatan yang hanya ada di HP hilang' }));
  const id = await device(world);
  await mark(world);
  expect((await hp.run())?.ok).toBe(false);
  hp.db.close();
  expect(await periksa()).toBe('terhapus');
  expect(await databases(hp.shelf)).not.toContain(`kinerja-${SRI.id}`);
  expect(await databases(hp.shelf)).toContain(`kinerja-${BUDI.id}`);
  expect((await accountsOnPhone(registry, hp.shelf)).map(({ id: one }) => one)).toEqual([BUDI.id]);
  expect(await activeAccount(registry)).toBeNull();
  expect(await adaYangHilang(registry)).toBe(true);
  expect(await state(world, id)).toMatchObject({ dihapus: server.clock.now(), entri: 1, foto: 0 });
  expect((await getSetting(registry, 'lenyap')).map(({ lapor }) => lapor)).toEqual([null]);
});

test('I8: merely cut off, or answered by a stranger, a phone keeps everything', async () => {
  const world = await aWorld();
  const { hp, lain, periksa } = world;
  await catatEntri(hp.acting, anEntri({}));
  await putuskan(lain, await device(world));
  await hp.run();
  expect(await periksa()).toBe('aman');
  await mark(world);
  const say =
    (status: number, body: string, type = 'application/json'): Transport =>
    async () => ({
      kind: 'jawaban',
      response: new Response(body, { status, headers: { 'content-type': type } }),
    });
  // What another server's key signed, and an order that was heard once before.
  const other = await aServer();
  const forged: Transport = async (request) => {
    const { u, dev, nonce } = JSON.parse(new TextDecoder().decode(request.body as Uint8Array));
    const { wipeText } = await import('../../../shared/protocol/index.ts');
    const order = { u, dev, nonce, sejak: 1 };
    const perintah = { ...order, ...other.receipts.signText(wipeText(order)), key: world.server.receipts.id };
    return say(200, JSON.stringify({ hilang: true, perintah }))(request);
  };
  let heard = '';
  const listening: Transport = async (request) => {
    const answer = await hp.line.transport(request);
    if (answer.kind === 'jawaban') heard = await answer.response.clone().text();
    return { kind: 'putus', dekat: false };
  };
  expect(await periksa(listening)).toBe('aman');
  expect(heard).toContain('"hilang":true');
  for (const stranger of [
    say(200, '<html>Masuk Wi-Fi</html>', 'text/html'),
    say(200, '{"hilang":true}'),
    say(403, '{"code":"perangkat_dicabut"}', 'application/problem+json'),
    say(200, heard),
    forged,
  ])
    expect(await periksa(stranger)).toBe('aman');
  expect(await countWaiting(hp.db)).toBe(1);
  hp.db.close();
  expect(await periksa()).toBe('terhapus');
});

test('a phone that never learnt the receipt key is not wiped by anybody', async () => {
  const world = await aWorld();
  const { hp, periksa } = world;
  await hp.db.meta.delete('kunciServer');
  await mark(world);
  expect(await periksa()).toBe('aman');
});

test('a line that breaks in the middle leaves the account shut and unwiped; the next contact goes on where it stood', async () => {
  const world = await aWorld();
  const { server, hp, registry, periksa } = world;
  for (let i = 0; i < 3; i += 1)
    await catatEntri(hp.acting, anEntri({ mulai: `0${i + 1}:00`, selesai: `0${i + 1}:30` }));
  const id = await device(world);
  await mark(world);
  const cut: Transport = (request) =>
    request.method === 'PUT' ? Promise.resolve({ kind: 'putus', dekat: false }) : hp.line.transport(request);
  expect(await periksa(cut)).toBe('menunggu');
  expect(await activeAccount(registry)).toBeNull();
  expect(await accountsOnPhone(registry, hp.shelf)).toEqual([]);
  expect(await countWaiting(hp.db)).toBe(3);
  expect(await state(world, id)).toMatchObject({ dihapus: null, entri: 0 });
  hp.db.close();
  const tempat = { registry, transport: hp.line.transport, clock: server.clock.now, shelf: hp.shelf };
  expect(await periksaSemua(tempat, null)).toBe(1);
  expect(await state(world, id)).toMatchObject({ entri: 3 });
});

test('an answer that is lost after the wipe is given again later, without the key that is gone', async () => {
  const world = await aWorld();
  const { server, hp, registry, periksa } = world;
  const id = await device(world);
  await mark(world);
  hp.db.close();
  let asked = 0;
  const cut: Transport = (request) => {
    asked += 1;
    return asked > 1 ? Promise.resolve({ kind: 'putus', dekat: false }) : hp.line.transport(request);
  };
  expect(await periksa(cut)).toBe('terhapus');
  expect(await state(world, id)).toMatchObject({ dihapus: null });
  const tempat = { registry, transport: hp.line.transport, clock: server.clock.now, shelf: hp.shelf };
  await periksaSemua(tempat, null);
  expect(await state(world, id)).toMatchObject({ dihapus: server.clock.now() });
});

test('whoever knows the password gets back in before the phone was wiped: then it is hers, and found', async () => {
  const world = await aWorld();
  const { hp, registry, periksa } = world;
  await catatEntri(hp.acting, anEntri({}));
  await mark(world);
  const cut: Transport = (request) =>
    request.method === 'PUT' ? Promise.resolve({ kind: 'putus', dekat: false }) : hp.line.transport(request);
  await periksa(cut);
  const again = await hp.signInAs(SRI);
  expect(await countWaiting(again.db)).toBe(1);
  expect(await activeAccount(registry)).toBe(SRI.id);
  expect(await periksa()).toBe('aman');
  expect((await again.run())?.ok).toBe(true);
});

test('a page that has the account open shuts it and leaves the wiping to the next one', async () => {
  const world = await aWorld();
  const { server, hp, registry } = world;
  await mark(world);
  const tempat = { registry, transport: hp.line.transport, clock: server.clock.now, shelf: hp.shelf };
  expect(await periksaHilang(SRI.id, tempat, hp.store)).toBe('menunggu');
  expect(await adaYangHilang(registry)).toBe(true);
  expect(await databases(hp.shelf)).toContain(`kinerja-${SRI.id}`);
});

test('other shelves are not looked at: an account that this phone does not know is none of its business', async () => {
  const { server, hp } = await aWorld();
  const shelf: Shelf = { indexedDB: new IDBFactory(), IDBKeyRange };
  const tempat = {
    ...{ registry: openRegistry(shelf), transport: hp.line.transport, clock: server.clock.now, shelf },
  };
  expect(await periksaHilang(SRI.id, tempat)).toBe('aman');
});

test('T36: a server put back on a copy that knows no loss wipes nothing: only a signed order for this phone does, each time', async () => {
  const world = await aWorld();
  const { server, hp, periksa } = world;
  await catatEntri(hp.acting, anEntri({}));
  const id = await device(world);
  await mark(world);
  const cut: Transport = (request) =>
    request.method === 'PUT' ? Promise.resolve({ kind: 'putus', dekat: false }) : hp.line.transport(request);
  expect(await periksa(cut)).toBe('menunggu');
  hp.db.close();
  const lost = await server.store.read((tx) => tx.lostPhone(id));
  await server.store.write((tx) => tx.removeLostPhone(id));
  expect(await periksa()).toBe('menunggu');
  // Forgotten between the order and the handing over.
  await server.store.write((tx) => tx.putLostPhone(lost!));
  const forgetting: Transport = async (request) => {
    if (request.method === 'PUT') await server.store.write((tx) => tx.removeLostPhone(id));
    return hp.line.transport(request);
  };
  expect(await periksa(forgetting)).toBe('menunggu');
  const again = await hp.signInAs(SRI);
  expect(await countWaiting(again.db)).toBe(1);
});

test('T36: an owner who signs in while her phone is being wiped stops it, and has all that was not sent', async () => {
  const world = await aWorld();
  const { hp, registry, periksa } = world;
  for (let i = 0; i < 3; i += 1)
    await catatEntri(hp.acting, anEntri({ mulai: `0${i + 1}:00`, selesai: `0${i + 1}:30` }));
  await mark(world);
  hp.db.close();
  let signedIn: FakePhone | null = null;
  const back: Transport = async (request) => {
    const answer = await hp.line.transport(request);
    if (request.method === 'PUT') signedIn ??= await hp.signInAs(SRI);
    return answer;
  };
  expect(await periksa(back)).toBe('aman');
  if (!signedIn) throw new Error('nothing was handed over');
  const { db, run }: FakePhone = signedIn;
  expect(await activeAccount(registry)).toBe(SRI.id);
  expect((await registry.accounts.get(SRI.id))?.hilang).toBeUndefined();
  expect(await countWaiting(db)).toBe(3);
  // What counted as handed over counts as that no more: lost again, it is handed over again.
  expect(await getMeta(db, 'serah')).toBeUndefined();
  expect((await run())?.ok).toBe(true);
});

test('T36: an order that comes while its owner signs in again is not carried out', async () => {
  const world = await aWorld();
  const { hp, registry, periksa } = world;
  await catatEntri(hp.acting, anEntri({}));
  await mark(world);
  hp.db.close();
  const late: Transport = async (request) => {
    const answer = await hp.line.transport(request);
    await hp.signInAs(SRI);
    return answer;
  };
  expect(await periksa(late)).toBe('aman');
  expect(await activeAccount(registry)).toBe(SRI.id);
  expect((await registry.accounts.get(SRI.id))?.hilang).toBeUndefined();
});
