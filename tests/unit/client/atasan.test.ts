import { expect, test } from 'vitest';
import {
  ajukanKeberatan,
  bacaEvaluasi,
  catatEntri,
  kirimEvaluasi,
  nilaiDanTetapkan,
  putuskanKeberatan,
  setujuiEntri,
  simpanEvaluasi,
} from '../../../client/actions/index.ts';
import { type EvaluasiRow, evaluasiOf, keberatanMasuk } from '../../../client/store/index.ts';
import { compareWithLedger, verifyLedger } from '../../../server/ledger/index.ts';
import type { Evaluasi, Penilaian } from '../../../shared/records/index.ts';
import { anEntri, SHARD } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { aServer, BUDI, PAK_TRISNO, type Person, SRI, type TestServer } from '../../support/server.ts';

const WILAYAH = 'sek:P0000001';
const BU_HARTATI: Person = {
  id: 'p_pengawas',
  nip: '197203141998032002',
  nama: 'Hartati',
  shard: WILAYAH,
  view: 'sekolah',
  peran: 'penilai',
};
const NILAI: Penilaian = { hasil: 'SESUAI', perilaku: 'DI_BAWAH', umpan: [], catatan: '' };
const anEvaluasi = (refleksi: string): Evaluasi => ({
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

/** A school whose head is rated by a pengawas, who decides on its objections. */
const aWilayah = async (): Promise<TestServer> => {
  const server = await aServer();
  await server.addPerson(BU_HARTATI);
  await server.store.write(async (tx) => {
    const since = { since: 0, until: null };
    await tx.putGrant({ account: BU_HARTATI.id, shard: SHARD, view: 'keberatan', peran: 'atasan', ...since });
    await tx.putGrant({ account: PAK_TRISNO.id, shard: WILAYAH, view: 'milik', peran: 'guru', ...since });
  });
  return server;
};
const evaluasi = async (phone: FakePhone, owner: Person): Promise<EvaluasiRow> =>
  (await evaluasiOf(phone.store, owner.id))[0]!;
const kinds = async ({ db }: FakePhone) =>
  (await db.records.toArray()).filter(({ shard }) => shard === SHARD).map(({ kind, owner }) => [kind, owner]);

/** An evaluation handed in on one phone and made final on the other. */
const rated = async (phone: FakePhone, person: Person, head: FakePhone): Promise<void> => {
  const made = await simpanEvaluasi(phone.acting, anEvaluasi(`Milik ${person.nama}`), null);
  if (!made.ok) throw new Error(made.code);
  await kirimEvaluasi(phone.acting, made.id);
  await phone.run();
  await head.run();
  expect(await nilaiDanTetapkan(head.acting, await evaluasi(head, person), NILAI)).toMatchObject({
    ok: true,
  });
  await head.run();
  await phone.run();
};
const isSound = async (server: TestServer): Promise<void> => {
  expect(await verifyLedger(server.store)).toMatchObject({ ok: true });
  for (const shard of [SHARD, WILAYAH]) expect(await compareWithLedger(server.store, shard)).toEqual([]);
  expect(server.faults).toEqual([]);
};

test('a head’s own entry goes to those whom his superior rates; she approves it, and his teachers’ stay where they are', async () => {
  const server = await aWilayah();
  const [sri, head] = [await aReadyPhone(server, SRI), await aReadyPhone(server, PAK_TRISNO)];
  const hers = await catatEntri(sri.acting, anEntri());
  const his = await catatEntri(head.acting, anEntri({ uraian: 'Supervisi kelas V' }));
  if (!hers.ok || !his.ok) throw new Error('not saved');
  await sri.run();
  await head.run();
  const pengawas = await aReadyPhone(server, BU_HARTATI);
  expect(await pengawas.entri(hers.id)).toBeUndefined();
  await setujuiEntri(pengawas.acting, [his.id]);
  await setujuiEntri(head.acting, [hers.id]);
  for (const phone of [pengawas, head, sri]) await phone.run();
  await head.run();
  expect(await head.entri(his.id)).toMatchObject({
    shard: WILAYAH,
    state: { tahap: 'DISETUJUI', oleh: 'Hartati' },
  });
  expect(await sri.entri(hers.id)).toMatchObject({
    shard: SHARD,
    state: { tahap: 'DISETUJUI', oleh: 'Sutrisno' },
  });
  await isSound(server);
});

test('the atasan of a school holds its people and what somebody objected to, and nothing else of it', async () => {
  const server = await aWilayah();
  const [sri, budi] = [await aReadyPhone(server, SRI), await aReadyPhone(server, BUDI)];
  const head = await aReadyPhone(server, PAK_TRISNO);
  await catatEntri(sri.acting, anEntri());
  await rated(sri, SRI, head);
  await rated(budi, BUDI, head);
  const pengawas = await aReadyPhone(server, BU_HARTATI);
  expect((await kinds(pengawas)).filter(([kind]) => kind !== 'satker' && kind !== 'pegawai')).toEqual([]);
  await bacaEvaluasi(sri.acting, await evaluasi(sri, SRI));
  await ajukanKeberatan(sri.acting, await evaluasi(sri, SRI), 'Perilaku dinilai tanpa bukti');
  await sri.run();
  await pengawas.run();
  expect((await kinds(pengawas)).filter(([kind]) => kind !== 'satker' && kind !== 'pegawai')).toEqual([
    ['evaluasi', SRI.id],
  ]);
  expect(await keberatanMasuk(pengawas.store, WILAYAH)).toMatchObject([{ evaluasi: { owner: SRI.id } }]);
});

test('the decision of the atasan, made without a network, reaches teacher and head and is the last word', async () => {
  const server = await aWilayah();
  const [sri, head] = [await aReadyPhone(server, SRI), await aReadyPhone(server, PAK_TRISNO)];
  await rated(sri, SRI, head);
  expect((await evaluasi(sri, SRI)).state.predikat).toBe('KURANG');
  await bacaEvaluasi(sri.acting, await evaluasi(sri, SRI));
  await ajukanKeberatan(sri.acting, await evaluasi(sri, SRI), 'Perilaku dinilai tanpa bukti');
  await sri.run();
  const pengawas = await aReadyPhone(server, BU_HARTATI);
  const putusan = { hasil: 'SESUAI', perilaku: 'SESUAI', alasan: 'Bukti diperiksa' } as const;
  const done = await putuskanKeberatan(pengawas.acting, await evaluasi(pengawas, SRI), putusan);
  expect(done).toMatchObject({ ok: true });
  expect((await evaluasi(pengawas, SRI)).state.predikat).toBe('BAIK');
  for (const phone of [pengawas, sri, head]) await phone.run();
  for (const phone of [sri, head])
    expect((await evaluasi(phone, SRI)).state).toMatchObject({
      tahap: 'DITETAPKAN',
      predikat: 'BAIK',
      keberatan: {
        keputusan: { oleh: 'Hartati', alasan: 'Bukti diperiksa', semula: { predikat: 'KURANG' } },
      },
    });
  await isSound(server);
});

test('a head decides on no objection against himself, and a pengawas whose right has ended on none', async () => {
  const server = await aWilayah();
  const [sri, head] = [await aReadyPhone(server, SRI), await aReadyPhone(server, PAK_TRISNO)];
  await rated(sri, SRI, head);
  await bacaEvaluasi(sri.acting, await evaluasi(sri, SRI));
  await ajukanKeberatan(sri.acting, await evaluasi(sri, SRI), 'Perilaku dinilai tanpa bukti');
  await sri.run();
  await head.run();
  const putusan = { hasil: 'DI_BAWAH', perilaku: 'DI_BAWAH', alasan: 'Tetap' } as const;
  expect(await putuskanKeberatan(head.acting, await evaluasi(head, SRI), putusan)).toMatchObject({
    code: 'di_luar_wewenang',
  });
  const pengawas = await aReadyPhone(server, BU_HARTATI);
  await putuskanKeberatan(pengawas.acting, await evaluasi(pengawas, SRI), putusan);
  const hak = { account: BU_HARTATI.id, shard: SHARD, view: 'keberatan', peran: 'atasan', since: 0 } as const;
  await server.store.write((tx) => tx.putGrant({ ...hak, until: 1 }));
  await pengawas.run();
  await pengawas.run();
  await sri.run();
  expect((await evaluasi(sri, SRI)).state.keberatan?.keputusan).toBeUndefined();
  expect(await kinds(pengawas)).toEqual([]);
  expect((await pengawas.journal()).at(-1)).toMatchObject({ status: 'ditolak', code: 'akses_dicabut' });
});
