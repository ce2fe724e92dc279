import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { catatEntri } from '../../../client/actions/index.ts';
import { databaseName, openAccountStore } from '../../../client/store/index.ts';
import { verifyLedger } from '../../../server/ledger/index.ts';
import { anEntri, SHARD } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { copyOf, restore } from '../../support/restore.ts';
import { aServer, BUDI, PAK_TRISNO, SRI, type TestServer } from '../../support/server.ts';

/** Takes the seals away: then a phone brings back by its own commands alone. */
const unseal = ({ db }: FakePhone) => db.records.toCollection().modify({ seal: undefined });

/* A second older copy is put back before everybody has brought back what the first one lost: two histories are gone. */

let hour = 0;
const written = async (phone: FakePhone): Promise<string> => {
  hour = (hour % 20) + 1;
  const [mulai, selesai] = [`${hour}:00`, `${hour}:50`].map((jam) => jam.padStart(5, '0'));
  const done = await catatEntri(phone.acting, anEntri({ mulai, selesai } as never));
  if (!done.ok) throw new Error(done.code);
  await phone.run();
  return done.id;
};
const last = async (server: TestServer) => (await server.store.read((tx) => tx.chainHead(SHARD))).n;
const recoveries = (server: TestServer) => server.ledger.recoveriesFor(PAK_TRISNO.id);
const isThere = async (server: TestServer, id: string) =>
  (await server.store.read((tx) => tx.record(SHARD, id))) !== null;

const aSchool = async () => {
  const server = await aServer();
  const phones = [await aReadyPhone(server, SRI), await aReadyPhone(server, BUDI)] as const;
  const head = await aReadyPhone(server, PAK_TRISNO);
  const other = await aReadyPhone(server, PAK_TRISNO);
  const kept = await last(server);
  return { server, sri: phones[0], budi: phones[1], head, other, kept, copy: copyOf(server) };
};

test('each lost history is counted by itself, and nothing is said missing that everybody brought', async () => {
  const { server, sri, budi, head, copy, kept } = await aSchool();
  for (const phone of [sri, budi, sri]) await written(phone);
  await head.run();
  await restore(server, copy);
  await sri.run();
  await written(sri);
  const second = await last(server);
  await restore(server, copy);
  for (const phone of [head, budi, sri, head, budi, sri]) await phone.run();
  expect(await recoveries(server)).toMatchObject([
    { kept, lost: second, missing: [], busy: [], done: [{ nama: SRI.nama }] },
    { kept, lost: kept + 3, missing: [], busy: [] },
  ]);
  expect(await verifyLedger(server.store)).toMatchObject({ ok: true });
});

test('a command that was lost twice says where it stood both times', async () => {
  const { server, sri, budi, copy, kept } = await aSchool();
  for (const phone of [sri, budi]) await written(phone);
  for (const phone of [sri, budi]) await unseal(phone);
  await restore(server, copy);
  await budi.run();
  await unseal(budi);
  await restore(server, copy);
  for (const phone of [budi, sri, budi, sri]) await phone.run();
  expect((await recoveries(server)).map(({ lost, back, missing }) => ({ lost, back, missing }))).toEqual([
    { lost: kept + 2, back: 2, missing: [] },
    { lost: kept + 1, back: 1, missing: [] },
  ]);
});

test('a line of one lost history stays missing, whatever stood at its number in the other', async () => {
  const { server, sri, budi, head, copy, kept } = await aSchool();
  await written(sri);
  const gone = await written(budi);
  await head.run();
  await head.db.records.filter(({ id }) => id === gone).modify({ seal: undefined });
  await restore(server, copy);
  await sri.run();
  await written(sri);
  expect(await last(server)).toBe(kept + 2);
  await restore(server, copy);
  for (const phone of [sri, head]) await phone.run();
  const found = await recoveries(server);
  expect(found.map(({ lost, back, missing }) => ({ lost, back, missing }))).toEqual(
    expect.arrayContaining([
      { lost: kept + 2, back: 1, missing: [[kept + 2, kept + 2]] },
      { lost: kept + 2, back: 2, missing: [] },
    ]),
  );
});

test('what came back under the seal and was lost again is back in both histories', async () => {
  const { server, budi, head, other, copy, kept } = await aSchool();
  const id = await written(budi);
  for (const phone of [head, other]) await phone.run();
  await restore(server, copy);
  await head.run();
  await restore(server, copy);
  for (const phone of [other, head, head]) await phone.run();
  expect(await isThere(server, id)).toBe(true);
  expect((await recoveries(server)).map(({ back, missing }) => ({ back, missing }))).toEqual([
    { back: 1, missing: [] },
    { back: 1, missing: [] },
  ]);
  expect(await head.db.give.count()).toBe(0);
  server.safe.current = { lines: { [SHARD]: kept + 9 }, foto: 0 };
  await head.run();
  expect(await head.db.given.count()).toBe(0);
});

test('a phone that knows no names of histories is counted with the one that was lost last', async () => {
  const { server, sri, budi, copy, kept } = await aSchool();
  for (const phone of [sri, budi]) await written(phone);
  await sri.db.meta.delete('root');
  await sri.db.journal.toCollection().modify({ root: undefined });
  await sri.db.records.toCollection().modify({ root: undefined });
  await restore(server, copy);
  for (const phone of [budi, sri]) await phone.run();
  expect(await recoveries(server)).toMatchObject([{ kept, lost: kept + 2, back: 2, missing: [] }]);
});

test('a queue that a version before names left half brought back goes on with its lines', async () => {
  const shelf = { indexedDB: new IDBFactory(), IDBKeyRange };
  const old = new Dexie(databaseName(SRI.id), shelf);
  old.version(2).stores({ meta: '&key', journal: '&id, status, target, [device+number], carried' });
  await old.table('journal').bulkPut([
    { id: 'd_a.1.AAAAAAAAAAA', status: 'antri', lostN: 7, body: { a: 1 } },
    { id: 'd_a.2.AAAAAAAAAAA', status: 'antri', body: { a: 2 } },
  ]);
  old.close();
  const { db } = await openAccountStore(SRI.id, shelf);
  expect(await db.journal.toArray()).toEqual([
    { id: 'd_a.1.AAAAAAAAAAA', status: 'antri', lost: [['', 7]], body: { a: 1 } },
    { id: 'd_a.2.AAAAAAAAAAA', status: 'antri', body: { a: 2 } },
  ]);
  db.close();
});
