import { expect, test } from 'vitest';
import {
  catatBanyak,
  catatEntri,
  kunciBulan,
  setujuiEntri,
  ubahEntri,
} from '../../../client/actions/index.ts';
import { getMeta } from '../../../client/store/index.ts';
import { isAllSent } from '../../../client/sync/index.ts';
import { compareWithLedger, verifyLedger } from '../../../server/ledger/index.ts';
import { LIMITS } from '../../../shared/protocol/index.ts';
import { anEntri, SHARD } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { copyOf, restore } from '../../support/restore.ts';
import { aServer, PAK_TRISNO, SRI, type TestServer } from '../../support/server.ts';

const saved = async (phone: FakePhone, part: Parameters<typeof anEntri>[0] = {}): Promise<string> => {
  const done = await catatEntri(phone.acting, anEntri(part));
  if (!done.ok) throw new Error(done.code);
  return done.id;
};

/** Sri's entry, approved; her phone is then gone for good, the head's has seen both. */
const approvedAndLost = async () => {
  const server = await aServer();
  const [sri, head] = [await aReadyPhone(server, SRI), await aReadyPhone(server, PAK_TRISNO)];
  const copy = copyOf(server);
  const id = await saved(sri);
  await sri.run();
  await head.run();
  await setujuiEntri(head.acting, [id]);
  await head.run();
  return { server, sri, head, copy, id };
};

const onServer = async (server: TestServer, id: string) =>
  (await server.store.read((tx) => tx.record(SHARD, id)))?.record ?? null;
const isSound = async (server: TestServer): Promise<void> => {
  expect(await verifyLedger(server.store)).toMatchObject({ ok: true });
  expect(await compareWithLedger(server.store, SHARD)).toEqual([]);
  expect(server.faults).toEqual([]);
};
const recovery = async (server: TestServer) => (await server.ledger.recoveriesFor(PAK_TRISNO.id))[0];

test('an entry whose author’s phone is gone comes back from the head’s, with its approval, word for word', async () => {
  const { server, head, copy, id } = await approvedAndLost();
  const before = await onServer(server, id);
  await restore(server, copy);
  expect(await onServer(server, id)).toBeNull();
  expect(await head.run()).toMatchObject({ ok: true });
  expect(await onServer(server, id)).toEqual(before);
  expect(isAllSent(await head.status())).toBe(true);
  await isSound(server);
});

test('a decision that comes back bears the time when it was made, whoever brings it first', async () => {
  const server = await aServer();
  const [sri, head] = [await aReadyPhone(server, SRI), await aReadyPhone(server, PAK_TRISNO)];
  const id = await saved(sri);
  await sri.run();
  await head.run();
  const copy = copyOf(server);
  await setujuiEntri(head.acting, [id]);
  for (const phone of [head, sri]) await phone.run();
  const before = await onServer(server, id);
  for (const first of [head, sri]) {
    await restore(server, copy);
    server.clock.forward(3 * 86_400_000);
    for (const phone of [first, sri, head, sri]) await phone.run();
    expect(await onServer(server, id)).toEqual(before);
    expect((await sri.entri(id))?.state).toEqual(before?.state);
    await isSound(server);
  }
});

test('what was taken before its month was locked is taken again after it: nobody is asked to mend anything', async () => {
  const server = await aServer();
  const [sri, head] = [await aReadyPhone(server, SRI), await aReadyPhone(server, PAK_TRISNO)];
  const copy = copyOf(server);
  const id = await saved(sri);
  await ubahEntri(sri.acting, id, anEntri({ uraian: 'Dibetulkan sebelum bulannya dikunci' }));
  await sri.run();
  await head.run();
  await kunciBulan(head.acting, '2026-11');
  await head.run();
  const before = await onServer(server, id);
  // Another phone of the head's made the lock: this one brings back only that.
  await head.db.records.where('kind').equals('entri').delete();
  await restore(server, copy);
  await head.run();
  await sri.run();
  expect((await sri.journal()).map(({ status }) => status)).toEqual(['diterima', 'diterima']);
  expect(await onServer(server, id)).toEqual(before);
  expect(await recovery(server)).toMatchObject({ missing: [] });
  await isSound(server);
});

test('what its author’s phone alone knows, and filled in by itself, is taken again after its month was locked', async () => {
  const server = await aServer();
  const [sri, head] = [await aReadyPhone(server, SRI), await aReadyPhone(server, PAK_TRISNO)];
  const copy = copyOf(server);
  const written = await catatBanyak(sri.acting, [
    anEntri(),
    anEntri({ mulai: '10:00', selesai: '11:00' }),
    anEntri({ mulai: '12:00', selesai: '13:00' }),
  ]);
  await sri.run();
  const ids = written.ok ? written.ids : [];
  const before = await Promise.all(ids.map((id) => onServer(server, id)));
  await restore(server, copy);
  await kunciBulan(head.acting, '2026-11');
  await head.run();
  await sri.run();
  expect((await sri.journal()).map(({ status }) => status)).toEqual(['diterima', 'diterima', 'diterima']);
  expect(await Promise.all(ids.map((id) => onServer(server, id)))).toEqual(before);
  expect(before).not.toContain(null);
  await isSound(server);
});

test('own entries taken while the records came in pages go again after a restore in between', async () => {
  const server = await aServer();
  const sri = await aReadyPhone(server, SRI);
  const away = await aReadyPhone(server, SRI);
  const many = Array.from({ length: LIMITS.recordsPerPage + 10 }, (_, i) =>
    anEntri({ uraian: `Pertemuan ke-${i} di kelas` }),
  );
  await catatBanyak(away.acting, many);
  await away.run();
  const copy = copyOf(server);
  const id = await saved(sri, { uraian: 'Ditulis selagi halaman lain datang' });
  // The entry with the first page; the second page never comes.
  sri.line.next(null, 'permintaan-hilang');
  await sri.run();
  expect(await onServer(server, id)).not.toBeNull();
  await restore(server, copy);
  await sri.run();
  await sri.run();
  expect(await onServer(server, id)).not.toBeNull();
  await isSound(server);
});

test('a command of a lost history that no record brings back stays refused, and its line stays missing', async () => {
  const server = await aServer();
  const [sri, head] = [await aReadyPhone(server, SRI), await aReadyPhone(server, PAK_TRISNO)];
  const copy = copyOf(server);
  await saved(sri);
  await sri.run();
  const { n } = await server.store.read((tx) => tx.chainHead(SHARD));
  await kunciBulan(head.acting, '2026-11');
  await head.run();
  for (const phone of [sri, head])
    await phone.db.records.filter((row) => row.n === n).modify({ seal: undefined });
  await restore(server, copy);
  await head.run();
  await sri.run();
  await sri.run();
  expect((await sri.journal()).map(({ status, code }) => [status, code])).toEqual([
    ['ditolak', 'bulan_terkunci'],
  ]);
  expect(await recovery(server)).toMatchObject({ missing: [[n, n]] });
});

test('the author who comes later repeats what is known already: nothing doubles, and the body is filled in', async () => {
  const { server, sri, head, copy, id } = await approvedAndLost();
  await restore(server, copy);
  await head.run();
  const skeleton = () => server.store.read((tx) => tx.skeleton(SHARD, id));
  expect((await skeleton())?.content).toBeNull();
  await sri.run();
  expect((await skeleton())?.content).toMatchObject({ kind: 'entri.catat' });
  expect((await sri.journal()).map(({ status }) => status)).toEqual(['diterima']);
  expect(await sri.entri(id)).toMatchObject({ state: { tahap: 'DISETUJUI' }, variants: [] });
  expect(await server.store.read((tx) => tx.recordsOfKind(SHARD, 'entri'))).toHaveLength(1);
  await isSound(server);
});

test('the other way round, author first, the head’s copy adds only the approval', async () => {
  const { server, sri, head, copy, id } = await approvedAndLost();
  await restore(server, copy);
  await sri.run();
  expect(await onServer(server, id)).toMatchObject({ state: { tahap: 'DIAJUKAN' } });
  await head.run();
  await sri.run();
  for (const phone of [sri, head])
    expect(await phone.entri(id)).toMatchObject({ state: { tahap: 'DISETUJUI' }, variants: [] });
  await isSound(server);
});

test('an edit made meanwhile stands beside what comes back: both texts are kept for the author to choose', async () => {
  const { server, sri, head, copy, id } = await approvedAndLost();
  await restore(server, copy);
  // The approval was made on another phone of the head's: this one has only seen it.
  await head.db.journal.clear();
  await sri.run();
  await ubahEntri(sri.acting, id, anEntri({ uraian: 'Diubah sebelum persetujuannya kembali' }));
  await sri.run();
  await head.run();
  await sri.run();
  const entri = await sri.entri(id);
  expect(entri?.content).toMatchObject({ uraian: 'Diubah sebelum persetujuannya kembali' });
  expect(entri?.variants.map(({ kind }) => kind)).toContain('entri.ubah');
  await isSound(server);
});

test('what a phone has to give outlives a second restore in the middle', async () => {
  const { server, head, copy, id } = await approvedAndLost();
  await restore(server, copy);
  head.line.next(null, 'permintaan-hilang');
  await head.run();
  expect(await head.db.give.count()).toBeGreaterThan(0);
  await restore(server, copy);
  await head.run();
  await head.run();
  expect(await onServer(server, id)).toMatchObject({ state: { tahap: 'DISETUJUI' } });
  expect(await head.db.give.count()).toBe(0);
  await isSound(server);
});

test('twice restored, twice brought back', async () => {
  const { server, head, copy, id } = await approvedAndLost();
  for (let i = 0; i < 2; i += 1) {
    await restore(server, copy);
    await head.run();
    expect(await onServer(server, id)).toMatchObject({ state: { tahap: 'DISETUJUI' }, variants: [] });
  }
  await isSound(server);
});

test('what was taken while the records still came in pages goes again after a second restore in between', async () => {
  const server = await aServer();
  const [sri, head] = [await aReadyPhone(server, SRI), await aReadyPhone(server, PAK_TRISNO)];
  const many = Array.from({ length: LIMITS.recordsPerPage + 10 }, (_, i) =>
    anEntri({ uraian: `Pertemuan ke-${i} di kelas` }),
  );
  const written = await catatBanyak(sri.acting, many);
  const [id = '', other = ''] = written.ok ? written.ids : [];
  await sri.run();
  await head.run();
  const copy = copyOf(server);
  await setujuiEntri(head.acting, [id]);
  await head.run();
  await restore(server, copy);
  await setujuiEntri(head.acting, [other]);
  // 409, then the approvals with the first page; the second page never comes.
  head.line.next(null, null, 'permintaan-hilang');
  await head.run();
  expect(await onServer(server, other)).toMatchObject({ state: { tahap: 'DISETUJUI' } });
  await restore(server, copy);
  await head.run();
  for (const one of [id, other])
    expect(await onServer(server, one)).toMatchObject({ state: { tahap: 'DISETUJUI' } });
  expect(await recovery(server)).toMatchObject({ missing: [], busy: [], done: [{}] });
  await isSound(server);
});

test('a record that was changed on the phone, or sealed by nobody, is passed over', async () => {
  const { server, head, copy, id } = await approvedAndLost();
  await restore(server, copy);
  await head.db.records.toCollection().modify((row) => {
    const content = row.confirmed?.content;
    if (content && 'uraian' in content) Object.assign(content, { uraian: 'Ditambah orang lain' });
  });
  await head.run();
  expect(await onServer(server, id)).toBeNull();
  await isSound(server);
});

test('what lies in every copy is “aman” and travels without a seal; thirty days later the phone lets it go', async () => {
  const server = await aServer();
  const sri = await aReadyPhone(server, SRI);
  const id = await saved(sri);
  await sri.run();
  expect((await sri.db.records.get(id))?.seal).toMatch(/^.{18}$/);
  const { n } = await server.store.read((tx) => tx.chainHead(SHARD));
  server.safe.current = { lines: { [SHARD]: n }, foto: 0 };
  await sri.run();
  expect((await sri.journal()).map(({ status }) => status)).toEqual(['aman']);
  const other = await aReadyPhone(server, SRI);
  expect((await other.db.records.get(id))?.seal).toBeUndefined();
  server.clock.forward(31 * 86_400_000);
  const later = await saved(sri, { tanggal: '2026-12-24', mulai: '10:00', selesai: '11:00' });
  await sri.run();
  server.safe.current = { lines: { [SHARD]: n + 1 }, foto: 0 };
  await sri.run();
  expect((await sri.journal()).map(({ id }) => id)).toEqual([later]);
  expect(await sri.entri(id)).toMatchObject({ content: anEntri() });
});

test('the recovery ledger names exactly the lines that have not come back, and the phones that have', async () => {
  const { server, sri, head, copy, id } = await approvedAndLost();
  await saved(sri, { mulai: '13:00', selesai: '14:00' });
  await sri.run();
  const { n: last } = await server.store.read((tx) => tx.chainHead(SHARD));
  await restore(server, copy);
  const { n: kept } = await server.store.read((tx) => tx.chainHead(SHARD));
  await head.run();
  // The head has seen the entry and made the approval; of the entry after it he knows nothing.
  expect(await recovery(server)).toMatchObject({ kept, lost: last - 1, missing: [] });
  await sri.run();
  expect(await recovery(server)).toMatchObject({ lost: last, back: 3, missing: [] });
  expect(await recovery(server)).toMatchObject({ busy: [], silent: [] });
  expect((await recovery(server))?.done.map(({ nama }) => nama).sort()).toEqual([SRI.nama, PAK_TRISNO.nama]);
  expect(await getMeta(sri.db, 'pulih')).toEqual({});
  expect(await onServer(server, id)).not.toBeNull();
});

test('a line that nobody brings back stands in the recovery ledger', async () => {
  const { server, sri, head, copy } = await approvedAndLost();
  await saved(sri, { mulai: '13:00', selesai: '14:00' });
  await sri.run();
  const { n: last } = await server.store.read((tx) => tx.chainHead(SHARD));
  await head.run();
  await head.db.records.filter(({ n }) => n === last).modify({ seal: undefined });
  await restore(server, copy);
  await head.run();
  expect(await recovery(server)).toMatchObject({ lost: last, missing: [[last, last]] });
});
