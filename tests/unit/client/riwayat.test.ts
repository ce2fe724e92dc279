import { expect, test } from 'vitest';
import { catatEntri, kembalikanEntri, ubahEntri } from '../../../client/actions/index.ts';
import { ubahanPer } from '../../../client/screens/guru/riwayat-ubahan.ts';
import {
  catatLihat,
  type HistoryFetcher,
  muatRiwayat,
  periksaBukti,
  riwayatTersimpan,
  sejarahBerubah,
  sejarahDibaca,
} from '../../../client/store/index.ts';
import { historyFetcher } from '../../../client/sync/index.ts';
import { createApp } from '../../../server/app.ts';
import { createReceiptSigner, newReceiptKey } from '../../../server/people/index.ts';
import { anEntri, SHARD } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { copyOf, restore } from '../../support/restore.ts';
import { aServer, PAK_TRISNO, SRI } from '../../support/server.ts';

const saved = async (phone: FakePhone, part: Parameters<typeof anEntri>[0] = {}): Promise<string> => {
  const done = await catatEntri(phone.acting, anEntri(part));
  if (!done.ok) throw new Error(done.code);
  return done.id;
};
const load = (phone: FakePhone, id: string, part: { before?: number; fetcher?: HistoryFetcher } = {}) =>
  muatRiwayat(phone.store, part.fetcher ?? historyFetcher(phone.line.transport), {
    id,
    before: part.before ?? null,
    now: phone.acting.clock(),
  });

/** A teacher's entry that was changed, and given back by the head. */
const aStory = async () => {
  const server = await aServer();
  const sri = await aReadyPhone(server, SRI);
  const id = await saved(sri);
  await ubahEntri(sri.acting, id, anEntri({ uraian: 'Membimbing pecahan senilai', mulai: '08:00' }));
  await sri.run();
  const head = await aReadyPhone(server, PAK_TRISNO);
  const seen = await head.entri(id);
  if (seen) await kembalikanEntri(head.acting, seen, 'Lengkapi foto');
  await head.run();
  return { server, sri, head, id };
};

test('a history is kept on the phone when it was loaded, and stays when the server cannot be reached', async () => {
  const { sri, id } = await aStory();
  expect(await load(sri, id)).toMatchObject({ ok: true });
  const kept = await riwayatTersimpan(sri.store, id);
  expect(kept?.answer.lines.map(({ kind }) => kind)).toEqual([
    'entri.catat',
    'entri.ubah',
    'entri.kembalikan',
  ]);
  sri.line.always('permintaan-hilang');
  expect(await load(sri, id)).toMatchObject({ ok: false, code: 'server_diam' });
  expect(await riwayatTersimpan(sri.store, id)).toEqual(kept);
});

test('older pages of all one’s own are added to what is kept, and a fresh look begins anew', async () => {
  const { sri } = await aStory();
  await load(sri, SHARD);
  const kept = (await riwayatTersimpan(sri.store, SHARD))!;
  await load(sri, SHARD, { before: kept.answer.lines[0]!.receipt.n });
  const numbers = (await riwayatTersimpan(sri.store, SHARD))!.answer.lines.map(({ receipt }) => receipt.n);
  expect(numbers).toEqual(
    [...kept.answer.lines, ...kept.answer.lines.slice(1)].map(({ receipt }) => receipt.n),
  );
  await load(sri, SHARD);
  expect((await riwayatTersimpan(sri.store, SHARD))!.answer.lines).toHaveLength(kept.answer.lines.length);
});

test('a receipt is genuine by the key kept on the phone, without a network, and false when anything in it changed', async () => {
  const { sri, id } = await aStory();
  await load(sri, id);
  const { receipt } = (await riwayatTersimpan(sri.store, id))!.answer.lines[0]!;
  sri.line.always('permintaan-hilang');
  expect(await periksaBukti(sri.store, receipt)).toBe('asli');
  expect(await periksaBukti(sri.store, { ...receipt, n: receipt.n + 1 })).toBe('palsu');
  expect(await periksaBukti(sri.store, { ...receipt, receivedAt: receipt.receivedAt + 1 })).toBe('palsu');
  expect(await periksaBukti(sri.store, { ...receipt, sig: 'bukan tanda tangan' })).toBe('palsu');
  expect(await periksaBukti(sri.store, { ...receipt, key: 'kunci-lain' })).toBe('belum');
});

test('a server with a new key leaves older receipts to the older key', async () => {
  const { server, sri, id } = await aStory();
  await load(sri, id);
  const { receipt } = (await riwayatTersimpan(sri.store, id))!.answer.lines[0]!;
  const app = createApp({
    ...server,
    clock: server.clock.now,
    receipts: createReceiptSigner(newReceiptKey()),
  });
  Object.assign(server, { app, fetch: async (request: Request) => app.fetch(request) });
  await load(sri, id);
  const renewed = (await riwayatTersimpan(sri.store, id))!.answer.lines[0]!.receipt;
  expect(renewed.key).not.toBe(receipt.key);
  for (const one of [receipt, renewed]) expect(await periksaBukti(sri.store, one)).toBe('asli');
});

test('each line says which fields it changed, from what to what', async () => {
  const { sri, id } = await aStory();
  await load(sri, id);
  const { lines } = (await riwayatTersimpan(sri.store, id))!.answer;
  const ubahan = ubahanPer([...lines].reverse());
  expect(lines.map(({ receipt }) => ubahan.get(receipt.id))).toEqual([
    [],
    [
      { bidang: 'Jam mulai', dari: '07.30', jadi: '08.00' },
      {
        bidang: 'Uraian',
        dari: (lines[0]!.body as { uraian: string }).uraian,
        jadi: 'Membimbing pecahan senilai',
      },
    ],
    [],
  ]);
  expect(ubahanPer(lines.slice(1)).get(lines[1]!.receipt.id)).toEqual([]);
});

test('what a head opened goes to the server with his next run, once a day, and the owner sees it', async () => {
  const { server, sri, head, id } = await aStory();
  const look = { record: id, shard: SHARD, hari: '2026-11-23', at: server.clock.now() };
  head.line.always('permintaan-hilang');
  await catatLihat(head.store, look);
  await head.run();
  head.line.always(null);
  await catatLihat(head.store, { ...look, at: look.at + 1 });
  await head.run();
  await head.run();
  expect(head.line.sent.filter((line) => line === 'POST /api/views')).toHaveLength(1);
  await load(sri, id);
  expect((await riwayatTersimpan(sri.store, id))!.answer.views).toEqual([
    {
      ...{ record: id, nama: 'Sutrisno', peran: 'penilai', apa: 'entri' },
      ...{ day: '2026-11-23', firstAt: look.at, lastAt: look.at },
    },
  ]);
});

test('a phone writes down when it found the server’s history changed, and what went again from it', async () => {
  const { server, sri, id } = await aStory();
  await sri.run();
  expect(await sejarahBerubah(sri.store)).toEqual([]);
  const copy = copyOf(server);
  const other = await saved(sri, { mulai: '10:00', selesai: '11:00' });
  await ubahEntri(sri.acting, other, anEntri({ mulai: '10:15', selesai: '11:00' }));
  await sri.run();
  await restore(server, copy);
  server.clock.forward(60_000);
  expect(await sri.run()).toMatchObject({ ok: true });
  const pada = server.clock.now();
  // Four commands on two activities: this server marks no copy as verified, so all that was accepted goes again.
  expect(await sejarahBerubah(sri.store)).toEqual([
    { pada, shard: SHARD, kegiatan: 2, isian: 4, dibaca: false },
  ]);
  await sejarahDibaca(sri.store);
  await sri.run();
  expect(await sejarahBerubah(sri.store)).toMatchObject([{ pada, dibaca: true }]);
  expect(id).not.toBe(other);
});
