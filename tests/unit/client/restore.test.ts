import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { catatEntri, setujuiEntri, ubahEntri } from '../../../client/actions/index.ts';
import { getMeta } from '../../../client/store/index.ts';
import { isAllSent } from '../../../client/sync/index.ts';
import { createApp } from '../../../server/app.ts';
import { openLedger } from '../../../server/ledger/index.ts';
import { openSqliteStore } from '../../../server/store/index.ts';
import { anEntri, SHARD } from '../../support/builders.ts';
import { aFakePhone, aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { aServer, BUDI, PAK_TRISNO, SRI, type TestServer } from '../../support/server.ts';
import { aTempDir } from '../../support/temp-dir.ts';

/** A copy of the server's database, as an operator keeps it. */
const copyOf = ({ path }: TestServer): string => {
  const copy = join(aTempDir(), 'salinan.db');
  const db = new Database(path, { readonly: true });
  db.prepare('VACUUM INTO ?').run(copy);
  db.close();
  return copy;
};

/** The server goes on from a copy: whoever asks it from now on meets the older history. */
const restore = async (server: TestServer, copy: string): Promise<void> => {
  const store = await openSqliteStore(copy);
  onTestFinished(() => store.close());
  const { clock, randomBytes } = server;
  const ledger = await openLedger({ store, clock: clock.now, randomBytes, onFault: () => undefined });
  const app = createApp({ ...server, store, ledger, clock: clock.now });
  const fetch: TestServer['fetch'] = async (request) =>
    app.fetch(request, { incoming: { socket: { remoteAddress: '10.0.0.1' } } });
  Object.assign(server, { store, ledger, app, fetch });
};

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

test('records that the restored server no longer has disappear, own unsent ones stay', async () => {
  const server = await aServer();
  const [sri, budi] = [await aReadyPhone(server, SRI), await aReadyPhone(server, BUDI)];
  const copy = copyOf(server);
  const theirs = await saved(budi);
  await budi.run();
  const head = await aReadyPhone(server, PAK_TRISNO);
  expect(await idsOnPhone(head)).toEqual([theirs]);
  await restore(server, copy);
  // The head's own phone was first seen after the copy was made: she signs in anew.
  const again = await head.signInAs(PAK_TRISNO);
  expect(await again.run()).toMatchObject({ ok: true });
  expect(await idsOnPhone(again)).toEqual([]);
  const mine = await saved(sri);
  await sri.run();
  await again.run();
  expect(await idsOnPhone(again)).toEqual([mine]);
  await budi.run();
  await again.run();
  expect(await idsOnPhone(again)).toEqual([mine, theirs].sort());
});

test('a decision made on what the restored server has lost waits until its author has sent that again', async () => {
  const server = await aServer();
  const [sri, head] = [await aReadyPhone(server, SRI), await aReadyPhone(server, PAK_TRISNO)];
  const copy = copyOf(server);
  const id = await saved(sri);
  await sri.run();
  await head.run();
  await setujuiEntri(head.acting, [id]);
  await head.run();
  await restore(server, copy);
  await head.run();
  expect((await head.journal()).map(({ status }) => status)).toEqual(['menunggu']);
  await sri.run();
  await head.run();
  await sri.run();
  for (const phone of [sri, head])
    expect(await phone.entri(id)).toMatchObject({ state: { tahap: 'DISETUJUI' } });
});

test('what a phone numbered before the restored server knew it goes again under its new name', async () => {
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
  expect(await again.entri(only ?? '')).toMatchObject({ content: { uraian: 'Belum sempat terkirim' } });
  expect(await idsOnPhone(again)).toEqual([only]);
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
