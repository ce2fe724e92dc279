import { expect, test } from 'vitest';
import {
  ajukanKeberatan,
  bacaEvaluasi,
  bukaLagiEvaluasi,
  kembalikanEvaluasi,
  kirimEvaluasi,
  nilaiDanTetapkan,
  nilaiEvaluasi,
  pakaiIsian,
  simpanEvaluasi,
  tarikEvaluasi,
  tetapkanEvaluasi,
} from '../../../client/actions/index.ts';
import {
  type EvaluasiRow,
  evaluasiOf,
  evaluasiOfPeriode,
  fold,
  type JournalRow,
} from '../../../client/store/index.ts';
import { compareWithLedger, verifyLedger } from '../../../server/ledger/index.ts';
import type { Evaluasi, Penilaian } from '../../../shared/records/index.ts';
import { SHARD } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { aServer, PAK_TRISNO, SRI, type TestServer } from '../../support/server.ts';

const HARI = 86_400_000;
const NILAI: Penilaian = { hasil: 'SESUAI', perilaku: 'DI_ATAS', umpan: [], catatan: '' };
const anEvaluasi = (refleksi = ''): Evaluasi => ({
  periode: { tahun: 2026, tipe: 'bulanan', angka: 11 },
  hasil: [
    {
      kode: 'GR-U-01',
      rhk: 'Terlaksananya pembelajaran',
      kegiatan: 1,
      ukuran: [{ indikator: 'Jumlah jam', target: '24 JP', realisasi: '24 JP' }],
    },
  ],
  diri: { hasil: null, perilaku: null },
  refleksi,
});

const of = (phone: FakePhone): Promise<EvaluasiRow[]> => evaluasiOf(phone.store, SRI.id);
const one = async (phone: FakePhone): Promise<EvaluasiRow> => (await of(phone))[0]!;
/** The same with what the penilai has put down. */
const rated = async (phone: FakePhone): Promise<EvaluasiRow> =>
  (await evaluasiOfPeriode(phone.store, anEvaluasi().periode))[0]!;
const onServer = (server: TestServer) =>
  server.store.read(async (tx) => (await tx.recordsOfKind(SHARD, 'evaluasi')).map(({ record }) => record));
const isSound = async (server: TestServer): Promise<void> => {
  expect(await verifyLedger(server.store)).toMatchObject({ ok: true });
  expect(await compareWithLedger(server.store, SHARD)).toEqual([]);
  expect(server.faults).toEqual([]);
};

/** Sri has sent her evaluation of November, and the head has it. */
const aSent = async () => {
  const server = await aServer();
  const [sri, head] = [await aReadyPhone(server, SRI), await aReadyPhone(server, PAK_TRISNO)];
  const made = await simpanEvaluasi(sri.acting, anEvaluasi('Dari HP pertama'), null);
  if (!made.ok) throw new Error(made.code);
  await kirimEvaluasi(sri.acting, made.id);
  await sri.run();
  await head.run();
  return { server, sri, head };
};

test('an evaluation handed in by mistake is taken back before it has left the phone, mended and handed in again', async () => {
  const server = await aServer();
  const sri = await aReadyPhone(server, SRI);
  const made = await simpanEvaluasi(sri.acting, anEvaluasi('Belum selesai'), null);
  if (!made.ok) throw new Error(made.code);
  await kirimEvaluasi(sri.acting, made.id);
  expect(await tarikEvaluasi(sri.acting, await one(sri))).toMatchObject({ ok: true });
  expect(await one(sri)).toMatchObject({ state: { tahap: 'DRAF' }, content: { refleksi: 'Belum selesai' } });
  await simpanEvaluasi(sri.acting, anEvaluasi('Selesai'), await one(sri));
  await kirimEvaluasi(sri.acting, made.id);
  await sri.run();
  expect(await onServer(server)).toMatchObject([
    { state: { tahap: 'DIAJUKAN' }, content: { refleksi: 'Selesai' } },
  ]);
  await isSound(server);
});

test('I14: the head’s final word stands where it came first, and does not hold where she took it back before', async () => {
  for (const dulu of ['kepala', 'guru'] as const) {
    const { server, sri, head } = await aSent();
    await tarikEvaluasi(sri.acting, await one(sri));
    await nilaiDanTetapkan(head.acting, await rated(head), NILAI);
    const urut = dulu === 'kepala' ? [head, sri] : [sri, head];
    for (const phone of [...urut, ...urut]) await phone.run();
    expect(await onServer(server)).toMatchObject([
      { state: { tahap: dulu === 'kepala' ? 'DITETAPKAN' : 'DRAF' } },
    ]);
    expect((await one(sri)).state.tahap).toBe(dulu === 'kepala' ? 'DITETAPKAN' : 'DRAF');
    await isSound(server);
  }
});

test('two evaluations of one month from two phones: one record, the other text kept and put into it', async () => {
  const server = await aServer();
  const [first, second] = [await aReadyPhone(server, SRI), await aReadyPhone(server, SRI)];
  await simpanEvaluasi(first.acting, anEvaluasi('Dari HP pertama'), null);
  const late = await simpanEvaluasi(second.acting, anEvaluasi('Dari HP kedua'), null);
  if (!late.ok) throw new Error(late.code);
  await kirimEvaluasi(second.acting, late.id);
  await first.run();
  await second.run();
  expect(await onServer(server)).toHaveLength(1);
  const [utama, lain] = await of(second);
  expect([utama, lain]).toMatchObject([
    { lokal: 'bersih', state: { tahap: 'DRAF' }, content: { refleksi: 'Dari HP pertama' } },
    { lokal: 'ditolak', code: 'sudah_ada', state: { tahap: 'DRAF' }, content: { refleksi: 'Dari HP kedua' } },
  ]);
  await pakaiIsian(second.acting, lain!, utama!);
  await second.run();
  await first.run();
  for (const phone of [first, second])
    expect(await of(phone)).toMatchObject([{ lokal: 'bersih', content: { refleksi: 'Dari HP kedua' } }]);
  expect((await second.status()).refused).toBe(0);
  await isSound(server);
});

test('on one phone a second evaluation of a month is refused before it is written', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  expect(await simpanEvaluasi(phone.acting, anEvaluasi(), null)).toMatchObject({ ok: true });
  expect(await simpanEvaluasi(phone.acting, anEvaluasi(), null)).toMatchObject({
    ok: false,
    code: 'sudah_ada',
  });
  expect(await of(phone)).toHaveLength(1);
});

test('a final word given offline on a text that was returned meanwhile does not land on it, and the ratings stay', async () => {
  const { server, head } = await aSent();
  const laptop = await aReadyPhone(server, PAK_TRISNO);
  await kembalikanEvaluasi(laptop.acting, await one(laptop), 'Lengkapi realisasinya');
  await laptop.run();
  await nilaiDanTetapkan(head.acting, await rated(head), NILAI);
  await head.run();
  expect((await one(head)).state).toMatchObject({ tahap: 'DIKEMBALIKAN' });
  expect((await rated(head)).penilaian).toMatchObject([{ content: { isi: NILAI } }]);
  await isSound(server);
});

test('ratings that are not final never reach the teacher’s phone, nor any phone but those of who rates there', async () => {
  const { server, sri, head } = await aSent();
  const laptop = await aReadyPhone(server, PAK_TRISNO);
  const secret = { ...NILAI, catatan: 'Belum final, jangan sampai terbaca' };
  await nilaiEvaluasi(head.acting, await rated(head), { ...secret, perilaku: null });
  await head.run();
  await nilaiEvaluasi(head.acting, await rated(head), secret);
  for (const phone of [head, laptop, sri]) await phone.run();
  const fresh = await aReadyPhone(server, SRI);
  for (const phone of [sri, fresh])
    expect(JSON.stringify(await phone.db.records.toArray())).not.toMatch(/Belum final|DI_ATAS/);
  expect((await rated(laptop)).penilaian).toMatchObject([{ content: { isi: secret } }]);
  await tetapkanEvaluasi(laptop.acting, [await rated(laptop)]);
  await laptop.run();
  await sri.run();
  expect((await one(sri)).state).toMatchObject({ tahap: 'DITETAPKAN', nilai: secret, predikat: 'BAIK' });
  await isSound(server);
});

test('two devices that rate without knowing of each other: both ratings are there to choose from', async () => {
  const { server, head } = await aSent();
  const laptop = await aReadyPhone(server, PAK_TRISNO);
  await nilaiEvaluasi(laptop.acting, await rated(laptop), { ...NILAI, hasil: 'DI_BAWAH' });
  await nilaiEvaluasi(head.acting, await rated(head), NILAI);
  await laptop.run();
  server.clock.forward(1000);
  await head.run();
  await laptop.run();
  for (const phone of [head, laptop])
    expect((await rated(phone)).penilaian?.map(({ content }) => content.isi.hasil)).toEqual([
      'SESUAI',
      'DI_BAWAH',
    ]);
  await isSound(server);
});

test('ratings and reasons that the server would not have are never shown as the teacher’s text', async () => {
  const { head } = await aSent();
  const { lokal: _, code: __, ...record } = await one(head);
  const context = { actor: head.acting.actor, satker: null, jam: { skew: 0, lastOk: null } };
  const refused = (kind: string, body: unknown, status: string) =>
    [
      {
        id: 'd.1.AAAAAAAAAAA',
        kind,
        body,
        status,
        version: 1,
        shard: SHARD,
        record: record.id,
        base: 'x',
        at: 1,
      },
    ] as JournalRow[];
  for (const [kind, body] of [
    ['evaluasi.tetapkan', NILAI],
    ['evaluasi.kembalikan', { alasan: 'Lengkapi' }],
    ['evaluasi.bukaLagi', { alasan: 'Salah' }],
    ['keberatan.ajukan', { alasan: 'Kurang' }],
    ['keberatan.jelaskan', { teks: 'Sudah' }],
  ] as const)
    expect(fold(record, refused(kind, body, 'ditolak'), context)).toEqual(record);
});

test('a final word opened again before she has read it: her read mark of the old result does not count for the new', async () => {
  const { server, sri, head } = await aSent();
  await nilaiDanTetapkan(head.acting, await rated(head), NILAI);
  await head.run();
  await sri.run();
  await bacaEvaluasi(sri.acting, await one(sri));
  await bukaLagiEvaluasi(head.acting, (await one(head)).id, 'Salah rating');
  await nilaiEvaluasi(head.acting, await rated(head), { ...NILAI, hasil: 'DI_ATAS' });
  await tetapkanEvaluasi(head.acting, [await rated(head)]);
  await head.run();
  await sri.run();
  const { state } = await one(sri);
  expect(state).toMatchObject({ tahap: 'DITETAPKAN', predikat: 'SANGAT_BAIK' });
  expect(state.dibaca).toBeUndefined();
  await isSound(server);
});

test('the window is kept when an objection is written, and one that signal holds up is taken and marked', async () => {
  const { server, sri, head } = await aSent();
  await nilaiDanTetapkan(head.acting, await rated(head), NILAI);
  await head.run();
  await sri.run();
  await bacaEvaluasi(sri.acting, await one(sri));
  await sri.run();
  server.clock.forward(14 * HARI);
  expect(await ajukanKeberatan(sri.acting, await one(sri), 'Belum dihitung')).toMatchObject({ ok: true });
  server.clock.forward(HARI);
  expect(await ajukanKeberatan(sri.acting, await one(sri), 'Terlambat')).toMatchObject({
    code: 'lewat_keberatan',
  });
  await sri.run();
  await head.run();
  expect((await one(head)).state.keberatan).toMatchObject({ alasan: 'Belum dihitung', terlambat: true });
  await isSound(server);
});
