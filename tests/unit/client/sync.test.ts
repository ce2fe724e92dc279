import { expect, test } from 'vitest';
import {
  buangPerintah,
  catatBanyak,
  catatEntri,
  hapusEntri,
  kunciBulan,
  perbaikiEntri,
  pilihVersi,
  setujuiEntri,
  ubahEntri,
} from '../../../client/actions/index.ts';
import { isAllSent } from '../../../client/sync/index.ts';
import { anEntri, SHARD } from '../../support/builders.ts';
import { aFakePhone, aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { aServer, BUDI, PAK_TRISNO, SRI, type TestServer } from '../../support/server.ts';

const saved = async (phone: FakePhone, part: Parameters<typeof anEntri>[0] = {}): Promise<string> => {
  const done = await catatEntri(phone.acting, anEntri(part));
  if (!done.ok) throw new Error(done.code);
  return done.id;
};

const onServer = async (server: TestServer) =>
  (await server.store.read((tx) => tx.recordsOfKind(SHARD, 'entri'))).map(({ record }) => record);

const statuses = async (phone: FakePhone) => (await phone.journal()).map(({ status }) => status);

/** What two phones of one person and the server hold of it, as far as they say it is the server's. */
const confirmed = async (phone: FakePhone) => {
  const rows = await phone.db.records.where('kind').equals('entri').toArray();
  return new Map(rows.map(({ id, n, confirmed: record }) => [id, { n, record }]));
};

test('I9: what a phone fills in by itself is what the server and every other phone hold', async () => {
  const server = await aServer();
  const [first, second] = [await aReadyPhone(server, SRI), await aReadyPhone(server, SRI)];
  const contents = Array.from({ length: 7 }, (_, i) =>
    anEntri({ mulai: `0${i + 1}:00`, selesai: `0${i + 1}:30` }),
  );
  expect(await catatBanyak(first.acting, contents)).toMatchObject({ ok: true });
  const id = await saved(first, { tanggal: '2026-11-20' });
  await ubahEntri(first.acting, id, anEntri({ tanggal: '2026-11-20', uraian: 'Diubah sebelum terkirim' }));
  await first.run();
  await second.run();
  const stored = await server.store.read((tx) => tx.recordsOfKind(SHARD, 'entri'));
  expect(stored).toHaveLength(8);
  expect(await confirmed(first)).toEqual(new Map(stored.map(({ n, record }) => [record.id, { n, record }])));
  expect(await confirmed(second)).toEqual(await confirmed(first));
  expect(await hapusEntri(second.acting, id)).toMatchObject({ ok: true });
  await second.run();
  await first.run();
  expect(await confirmed(first)).toEqual(await confirmed(second));
});

test('an older answer that comes late takes nothing back', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  const id = await saved(phone);
  let opened: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    opened = resolve;
  });
  const slow = await phone.tab(() => held);
  const late = slow.run();
  const kepala = await aReadyPhone(server, PAK_TRISNO);
  while ((await onServer(server)).length === 0) await new Promise((resolve) => setImmediate(resolve));
  await kepala.run();
  await setujuiEntri(kepala.acting, [id]);
  await kepala.run();
  await phone.run();
  opened();
  await late;
  expect((await phone.entri(id))?.state).toMatchObject({ tahap: 'DISETUJUI' });
  expect((await confirmed(phone)).get(id)?.record).toEqual((await onServer(server))[0]);
});

test('what its author gives up while the others travel never leaves, and what is recorded then does', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  await phone.db.meta.put({ key: 'budget', value: 1024 });
  const contents = Array.from({ length: 6 }, (_, i) =>
    anEntri({ mulai: `0${i + 1}:00`, selesai: `0${i + 1}:30` }),
  );
  const done = await catatBanyak(phone.acting, contents);
  if (!done.ok) throw new Error(done.code);
  let met = 0;
  const meddling = await phone.tab(async () => {
    met += 1;
    if (met !== 1) return;
    await phone.db.journal.update(done.ids[5] ?? '', { status: 'gugur' });
    await saved(phone, { tanggal: '2026-11-20' });
  });
  await meddling.run();
  expect(met).toBeGreaterThan(2);
  expect((await onServer(server)).map(({ id }) => id)).not.toContain(done.ids[5]);
  expect(await onServer(server)).toHaveLength(6);
});

test('what was saved arrives, and comes back with a receipt', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  const id = await saved(phone);
  expect(await phone.run()).toMatchObject({ ok: true, sent: 1 });
  expect(await onServer(server)).toMatchObject([{ id, owner: SRI.id, content: anEntri() }]);
  const row = await phone.entri(id);
  expect(row?.kirim).toMatchObject({
    kunci: 'terkirim',
    resi: expect.stringMatching(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/),
  });
  expect(row?.n).toBeGreaterThan(0);
  expect(isAllSent(await phone.status())).toBe(true);
});

test.each([
  ['permintaan-hilang', 0],
  ['jawaban-hilang', 1],
  ['jawaban-terpotong', 1],
  ['portal', 0],
] as const)('after %s nothing is settled here, and the next round settles it once', async (fault, there) => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  const id = await saved(phone);
  phone.line.next(fault);
  expect(await phone.run()).toMatchObject({ ok: false, sent: 0 });
  expect(await statuses(phone)).toEqual(['antri']);
  expect(await onServer(server)).toHaveLength(there);
  expect(isAllSent(await phone.status())).toBe(false);
  expect(await phone.run()).toMatchObject({ ok: true, sent: 1 });
  expect(await onServer(server)).toHaveLength(1);
  expect(await phone.entri(id)).toMatchObject({ kirim: { kunci: 'terkirim' } });
});

test('a request delivered twice takes effect once', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  await saved(phone);
  phone.line.next('dua-kali');
  await phone.run();
  expect(await statuses(phone)).toEqual(['diterima']);
  expect(await onServer(server)).toHaveLength(1);
});

const words =
  (text: string, status: number, headers: Record<string, string> = {}) =>
  () =>
    new Response(text, { status, headers: { 'content-type': 'text/html', ...headers } });
const portalEverywhere = words('<title>Wi-Fi</title>', 200);

test('a Wi-Fi sign-in page is told from a dead server behind a proxy', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  phone.line.next(portalEverywhere, portalEverywhere);
  expect(await phone.run()).toMatchObject({ ok: false, code: 'wifi_masuk' });
  phone.line.next(portalEverywhere, null);
  expect(await phone.run()).toMatchObject({ ok: false, code: 'server_diam' });
  const proxy = words('<h1>502 Bad Gateway</h1>', 502);
  phone.line.next(proxy, proxy);
  expect(await phone.run()).toMatchObject({ ok: false, code: 'server_diam' });
});

test('a busy server is left alone for as long as it asks', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  await saved(phone);
  phone.line.next(words('busy', 503, { 'retry-after': '120' }));
  expect(await phone.run()).toMatchObject({ ok: false, code: 'server_sibuk' });
  const { nextAt } = await phone.status();
  expect(nextAt).toBeGreaterThanOrEqual(server.clock.now() + 120_000);
  expect(await statuses(phone)).toEqual(['antri']);
});

test('without a session the queue stays and grows, and goes on after signing in again', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  await saved(phone);
  phone.line.cookies.clear();
  expect(await phone.run()).toMatchObject({ ok: false, code: 'masuk_lagi' });
  await saved(phone, { mulai: '10:00', selesai: '11:00' });
  expect((await phone.status()).nextAt).toBeNull();
  const again = await phone.signInAs(SRI);
  expect(again.orang.account.id).toBe(SRI.id);
  expect(await again.run()).toMatchObject({ ok: true, sent: 2 });
  expect(await onServer(server)).toHaveLength(2);
});

test("another person's queue on the same phone is neither touched nor sent", async () => {
  const server = await aServer();
  const sri = await aReadyPhone(server, SRI);
  await saved(sri);
  const budi = await sri.signInAs(BUDI);
  await budi.run();
  expect(await budi.journal()).toEqual([]);
  expect(await onServer(server)).toEqual([]);
  expect(await sri.run()).toMatchObject({ ok: false, code: 'bukan_pemilik' });
  expect(await statuses(sri)).toEqual(['antri']);
  const back = await sri.signInAs(SRI);
  expect(await back.run()).toMatchObject({ ok: true, sent: 1 });
});

const lockMonth = async (server: TestServer): Promise<void> => {
  const head = await aReadyPhone(server, PAK_TRISNO);
  const locked = await kunciBulan(head.acting, anEntri().tanggal.slice(0, 7));
  if (!locked.ok) throw new Error(locked.code);
  await head.run();
};

test('a refused entry stays readable with its reason and holds up nothing but what was made on it', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  const refused = await saved(phone);
  await ubahEntri(phone.acting, refused, anEntri({ uraian: 'Masih dari yang ditolak' }));
  const other = await saved(phone, { tanggal: '2026-10-20' });
  await lockMonth(server);
  await phone.run();
  expect(await statuses(phone)).toEqual(['ditolak', 'ditahan', 'diterima']);
  expect(await phone.entri(refused)).toMatchObject({
    content: { uraian: 'Masih dari yang ditolak' },
    kirim: { kunci: 'perlu-diperbaiki', code: 'bulan_terkunci' },
  });
  expect(await phone.entri(other)).toMatchObject({ kirim: { kunci: 'terkirim' } });
  expect(await phone.status()).toMatchObject({ unsent: 0, refused: 2 });
  expect(isAllSent(await phone.status())).toBe(false);
});

test('a refused entry that is mended arrives, and the refused commands are kept but never sent', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  const refused = await saved(phone);
  await ubahEntri(phone.acting, refused, anEntri({ uraian: 'Masih dari yang ditolak' }));
  await lockMonth(server);
  await phone.run();
  const mended = await perbaikiEntri(phone.acting, refused, anEntri({ tanggal: '2026-10-20' }));
  if (!mended.ok) throw new Error(mended.code);
  expect(mended.id).not.toBe(refused);
  expect(await phone.entri(refused)).toBeUndefined();
  await phone.run();
  expect(await statuses(phone)).toEqual(['gugur', 'gugur', 'diterima']);
  expect(await onServer(server)).toMatchObject([{ id: mended.id, content: { tanggal: '2026-10-20' } }]);
  expect(isAllSent(await phone.status())).toBe(true);
});

test('a refused change that is mended becomes a change of the same entry', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  const id = await saved(phone, { tanggal: '2026-10-20' });
  await phone.run();
  await ubahEntri(phone.acting, id, anEntri({ uraian: 'Pindah ke bulan terkunci' }));
  await lockMonth(server);
  await phone.run();
  expect(await phone.entri(id)).toMatchObject({
    content: { uraian: 'Pindah ke bulan terkunci' },
    kirim: { kunci: 'perlu-diperbaiki' },
  });
  const mended = await perbaikiEntri(phone.acting, id, anEntri({ tanggal: '2026-10-21' }));
  expect(mended).toEqual({ ok: true, id });
  await phone.run();
  expect(await onServer(server)).toMatchObject([{ id, content: { tanggal: '2026-10-21' } }]);
  expect(await phone.entri(id)).toMatchObject({ kirim: { kunci: 'terkirim' }, variants: [] });
});

test('a refused command can be given up, one on its way cannot', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  const id = await saved(phone);
  const [row] = await phone.journal();
  expect(await buangPerintah(phone.acting, row!.id)).toEqual({ ok: false, code: 'tidak_ada' });
  await lockMonth(server);
  await phone.run();
  expect(await buangPerintah(phone.acting, row!.id)).toEqual({ ok: true, id });
  expect(await phone.entri(id)).toBeUndefined();
  expect(isAllSent(await phone.status())).toBe(true);
});

test('two phones that change one entry keep both versions, and both see them', async () => {
  const server = await aServer();
  const one = await aReadyPhone(server, SRI);
  const id = await saved(one);
  await one.run();
  const two = await aReadyPhone(server, SRI);
  await ubahEntri(one.acting, id, anEntri({ uraian: 'Versi dari HP pertama' }));
  await ubahEntri(two.acting, id, anEntri({ uraian: 'Versi dari HP kedua' }));
  await one.run();
  await two.run();
  await one.run();
  for (const phone of [one, two]) {
    expect(await phone.entri(id)).toMatchObject({
      content: { uraian: 'Versi dari HP pertama' },
      variants: [{ content: { uraian: 'Versi dari HP kedua' } }],
      kirim: { kunci: 'dua-versi' },
    });
    expect(isAllSent(await phone.status())).toBe(false);
  }
  const [variant] = (await one.entri(id))!.variants;
  await pilihVersi(one.acting, id, variant!.id, 'varian');
  await one.run();
  await two.run();
  for (const phone of [one, two]) {
    expect(await phone.entri(id)).toMatchObject({ content: { uraian: 'Versi dari HP kedua' }, variants: [] });
    expect(isAllSent(await phone.status())).toBe(true);
  }
});

test('a change made on a version that has not reached the server yet waits for it', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  const id = await saved(phone);
  await hapusEntri(phone.acting, id);
  const [made] = await phone.journal();
  await phone.db.journal.update(made!.id, { status: 'gugur' });
  await phone.run();
  expect(await statuses(phone)).toEqual(['gugur', 'menunggu']);
  expect(isAllSent(await phone.status())).toBe(false);
  await phone.db.journal.update(made!.id, { status: 'antri' });
  await phone.run();
  expect(await statuses(phone)).toEqual(['diterima', 'diterima']);
});

test('a second phone fetches all pages, and shows the same', async () => {
  const server = await aServer();
  const one = await aReadyPhone(server, SRI);
  const contents = Array.from({ length: 450 }, (_, i) =>
    anEntri({ uraian: `Kegiatan nomor ${i} bulan ini` }),
  );
  expect(await catatBanyak(one.acting, contents)).toMatchObject({ ok: true });
  expect(await one.run()).toMatchObject({ ok: true, sent: 450 });
  const two = await aFakePhone(server, SRI);
  await two.run();
  const ids = async (phone: FakePhone) =>
    (await phone.db.records.where('kind').equals('entri').primaryKeys()).sort();
  expect(await ids(two)).toEqual(await ids(one));
  expect(await two.db.meta.get('pos')).toEqual(await one.db.meta.get('pos'));
});

test('verdicts count whatever the phone believes the time to be', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI, { clockOff: -3 * 365 * 86_400_000 });
  await saved(phone, { tanggal: '2023-11-20' });
  expect(await phone.run()).toMatchObject({ ok: true, sent: 1 });
  expect((await phone.status()).skew).toBeGreaterThan(1000 * 86_400_000);
});

test('two tabs that send at once send everything once', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  const tab = await phone.tab();
  await saved(phone);
  await saved(tab, { mulai: '10:00', selesai: '11:00' });
  const results = await Promise.all([phone.run(), tab.run()]);
  expect(results.every((result) => result?.ok)).toBe(true);
  expect(await onServer(server)).toHaveLength(2);
  expect(await statuses(phone)).toEqual(['diterima', 'diterima']);
  expect(isAllSent(await tab.status())).toBe(true);
});

test('a late answer takes nothing back that another tab has fetched meanwhile', async () => {
  const server = await aServer();
  const sri = await aReadyPhone(server, SRI);
  const head = await aReadyPhone(server, PAK_TRISNO);
  const id = await saved(sri);
  await sri.run();
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow = await head.tab(() => gate);
  const late = slow.run();
  await expect.poll(() => head.line.sent.filter((line) => line === 'POST /api/sync').length).toBe(2);
  await ubahEntri(sri.acting, id, anEntri({ uraian: 'Versi yang lebih baru' }));
  await sri.run();
  await head.run();
  const after = await head.db.meta.get('pos');
  release();
  await late;
  expect(await head.entri(id)).toMatchObject({ content: { uraian: 'Versi yang lebih baru' } });
  expect(await head.db.meta.get('pos')).toEqual(after);
});

test('an entry given up here that the server had taken after all comes back as what it is', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  const id = await saved(phone);
  await phone.db.journal.update(id, { status: 'ditolak', code: 'amplop' });
  phone.line.next('jawaban-hilang');
  await phone.db.journal.update(id, { status: 'antri' });
  await phone.run();
  await phone.db.journal.update(id, { status: 'ditolak', code: 'amplop' });
  await buangPerintah(phone.acting, id);
  expect(await phone.entri(id)).toBeUndefined();
  await phone.run();
  expect(await phone.entri(id)).toMatchObject({ content: anEntri(), deleted: false });
});
