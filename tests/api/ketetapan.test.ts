import { expect, test } from 'vitest';
import { compareWithLedger, verifyLedger } from '../../server/ledger/index.ts';
import { denganPena, SISTEM } from '../../server/operations/pena.ts';
import { aturanPeriode } from '../../shared/domain/index.ts';
import {
  DaftarKetetapan,
  type IsiKetetapan,
  Ketetapan,
  PratinjauKetetapan,
  shardOf,
} from '../../shared/protocol/index.ts';
import type { HariKhusus, Satker } from '../../shared/records/index.ts';
import { aSatker } from '../support/builders.ts';
import { INSTANSI, ruang } from '../support/impor.ts';
import type { Phone } from '../support/phone.ts';
import { aServer, PAK_TRISNO, type Person, type TestServer } from '../support/server.ts';
import { expectProblem, phoneOf } from './signed-in.ts';

const JOKO: Person = {
  id: 'p_joko',
  nip: '198002022005011002',
  nama: 'Joko',
  shard: INSTANSI,
  peran: 'admin',
};
const RAPAT: HariKhusus = {
  mulai: '2027-01-04',
  selesai: '2027-01-05',
  nama: 'Rapat kerja dinas',
  libur: false,
};
const LIBUR: HariKhusus = {
  mulai: '2027-03-01',
  selesai: '2027-03-01',
  nama: 'Hari jadi kabupaten',
  libur: true,
};
const KALENDER: IsiKetetapan = { apa: 'kalender', hari: [RAPAT, LIBUR] };
const nomor = (i: number): string => String(60_000_000 + i);

/** A district of so many schools beside the one of every test, with an admin. */
const aDinas = async (banyak = 24): Promise<{ server: TestServer; joko: Phone }> => {
  const server = await aServer();
  for (let i = 0; i < banyak; i += 1)
    await denganPena({ ...ruang(server), shard: shardOf(nomor(i)) }, (pena) =>
      pena.tulis({
        ...{ actor: SISTEM, device: `s_uji${i}`, kind: 'satker.tetapkan', pada: server.clock.now() },
        body: { pemilik: '', isi: { ...aSatker(), npsn: nomor(i), nama: `SD ${i}`, kalender: [] } },
      }),
    );
  await server.addPerson(JOKO);
  return { server, joko: await phoneOf(server, JOKO) };
};

const kirim = (phone: Phone, path: string, body?: unknown): Promise<Response> =>
  phone.ask(
    `/api/decisions${path}`,
    { method: 'POST', ...(body === undefined ? {} : { body: JSON.stringify(body) }) },
    { 'content-type': 'application/json' },
  );
const kini = async (answer: Response | Promise<Response>): Promise<Ketetapan> =>
  Ketetapan.parse(await (await answer).json());
const sampaiUsai = async (phone: Phone, id: string): Promise<Ketetapan[]> => {
  const langkah: Ketetapan[] = [];
  do langkah.push(await kini(kirim(phone, `/${id}/portion`)));
  while (/^(BERJALAN|MENGURUNGKAN)$/.test(langkah.at(-1)?.tahap ?? ''));
  return langkah;
};
const satker = (server: TestServer, shard: string): Promise<Satker> =>
  server.store.read(async (tx) => {
    const [found] = await tx.recordsOfKind(shard, 'satker');
    if (found?.record.kind !== 'satker') throw new Error('no school');
    return found.record.content;
  });
const punya = async (server: TestServer, hari: HariKhusus): Promise<number> => {
  const shards = (await server.store.read((tx) => tx.shards())).filter((shard) => shard !== INSTANSI);
  const semua = await Promise.all(shards.map((shard) => satker(server, shard)));
  return semua.filter(({ kalender }) => kalender.some(({ nama }) => nama === hari.nama)).length;
};
let ke = 0;
const ubahSatker = (server: TestServer, shard: string, kind: string, body: unknown): Promise<unknown> =>
  denganPena({ ...ruang(server), shard }, async (pena, tx) => {
    const [found] = await tx.recordsOfKind(shard, 'satker');
    const { id = '', head = '' } = found?.record ?? {};
    ke += 1;
    const device = `s_tangan${ke}`;
    return pena.tulis({
      actor: SISTEM,
      device,
      kind,
      body,
      record: id,
      base: head,
      pada: server.clock.now(),
    });
  });
const sehat = async ({ store, faults }: TestServer): Promise<void> => {
  expect(await verifyLedger(store)).toMatchObject({ ok: true });
  const shards = await store.read((tx) => tx.shards());
  expect((await Promise.all(shards.map((shard) => compareWithLedger(store, shard)))).flat()).toEqual([]);
  expect(faults).toEqual([]);
};

test('days are put into all schools a portion at a time, with what stands already told before, and taken back but for what was changed since', async () => {
  const { server, joko } = await aDinas();
  await ubahSatker(server, shardOf(nomor(3)), 'kalender.tambah', { hari: [LIBUR] });
  const dulu = PratinjauKetetapan.parse(await (await kirim(joko, '/preview', KALENDER)).json());
  expect(dulu).toEqual({ sekolah: 25, sama: 0, berdiri: [0, 1], halangan: [] });
  const mulai = await kini(kirim(joko, '', { id: 'k_abcdefgh', isi: KALENDER }));
  expect(mulai).toMatchObject({ tahap: 'BERJALAN', selesai: 0, dari: 25, oleh: 'Joko' });
  expect(await punya(server, RAPAT)).toBe(0);
  const maju = await sampaiUsai(joko, mulai.id);
  expect(maju.map(({ selesai, tahap }) => [selesai, tahap])).toEqual([
    [20, 'BERJALAN'],
    [25, 'SELESAI'],
  ]);
  expect(maju.at(-1)).toMatchObject({ ditulis: 25, dilewati: [] });
  expect([await punya(server, RAPAT), await punya(server, LIBUR)]).toEqual([25, 25]);
  // Later schools begin with it.
  expect((await satker(server, INSTANSI)).kalender).toMatchObject([RAPAT, LIBUR]);
  const sama = PratinjauKetetapan.parse(await (await kirim(joko, '/preview', KALENDER)).json());
  expect(sama).toMatchObject({ sama: 25, berdiri: [25, 25] });
  await ubahSatker(server, shardOf(nomor(5)), 'kalender.hapus', {
    hari: [RAPAT, LIBUR].map(({ libur: _, ...satu }) => satu),
  });
  expect(await kini(kirim(joko, '/k_abcdefgh/undo'))).toMatchObject({ tahap: 'MENGURUNGKAN', selesai: 0 });
  const mundur = (await sampaiUsai(joko, mulai.id)).at(-1);
  expect(mundur).toMatchObject({ tahap: 'DIURUNGKAN', ditulis: 24, dilewati: ['SD 5'] });
  // What a school had before the decision it keeps.
  expect([await punya(server, RAPAT), await punya(server, LIBUR)]).toEqual([0, 1]);
  expect((await satker(server, INSTANSI)).kalender).toEqual([]);
  await expectProblem(await kirim(joko, '/k_abcdefgh/undo'), 'tahap_salah');
  await sehat(server);
});

test('an answer that was lost does no harm: the same name is the same decision, and a portion said again goes on', async () => {
  const { server, joko } = await aDinas();
  const baru = { id: 'k_abcdefgh', isi: KALENDER };
  expect(await kini(kirim(joko, '', baru))).toEqual(await kini(kirim(joko, '', baru)));
  const [satu, dua] = await Promise.all([
    kini(kirim(joko, '/k_abcdefgh/portion')),
    kini(kirim(joko, '/k_abcdefgh/portion')),
  ]);
  expect([satu.selesai, dua.selesai].sort()).toEqual([20, 20]);
  // Broken off here: whoever opens the screen finds it, goes on or takes it back.
  const lain = await phoneOf(server, JOKO);
  const daftar = DaftarKetetapan.parse(await (await lain.ask('/api/decisions')).json());
  expect(daftar).toMatchObject({ sekolah: 25, list: [{ id: 'k_abcdefgh', tahap: 'BERJALAN', selesai: 20 }] });
  await kirim(lain, '/k_abcdefgh/undo');
  expect((await sampaiUsai(lain, 'k_abcdefgh')).at(-1)).toMatchObject({ tahap: 'DIURUNGKAN', ditulis: 20 });
  expect(await punya(server, RAPAT)).toBe(0);
  server.clock.forward(31 * 86_400_000);
  const nanti = await phoneOf(server, JOKO);
  expect(DaftarKetetapan.parse(await (await nanti.ask('/api/decisions')).json()).list).toEqual([]);
  await sehat(server);
});

test('periods are set and set back, and a school with a full calendar is named and passed over', async () => {
  const { server, joko } = await aDinas(3);
  const isi: IsiKetetapan = { apa: 'periode', sejak: 2027, tipe: 'triwulanan', batasHari: 10 };
  await kirim(joko, '', { id: 'k_perrrrrr', isi });
  expect((await sampaiUsai(joko, 'k_perrrrrr')).at(-1)).toMatchObject({ tahap: 'SELESAI', ditulis: 4 });
  const aturan = async (i: number) => aturanPeriode(await satker(server, shardOf(nomor(i))), 2027);
  expect(await aturan(1)).toMatchObject({ tipe: 'triwulanan', batasHari: 10 });
  await ubahSatker(server, shardOf(nomor(2)), 'periode.atur', { sejak: 2027, tipe: 'bulanan', batasHari: 3 });
  await kirim(joko, '/k_perrrrrr/undo');
  expect((await sampaiUsai(joko, 'k_perrrrrr')).at(-1)).toMatchObject({ ditulis: 3, dilewati: ['SD 2'] });
  expect([(await aturan(1)).tipe, (await aturan(2)).batasHari]).toEqual(['bulanan', 3]);
  for (const awal of ['a', 'b', 'c', 'd'])
    await ubahSatker(server, shardOf(nomor(0)), 'kalender.tambah', {
      hari: Array.from({ length: 100 }, (_, hari) => ({ ...LIBUR, nama: `${awal} ${hari}` })),
    });
  const halangan = [{ nama: 'SD 0', sebab: 'kalender_penuh' }];
  expect(await (await kirim(joko, '/preview', KALENDER)).json()).toMatchObject({ sekolah: 4, halangan });
  await kirim(joko, '', { id: 'k_kaaaaaaa', isi: KALENDER });
  expect((await sampaiUsai(joko, 'k_kaaaaaaa')).at(-1)).toMatchObject({ ditulis: 3, dilewati: ['SD 0'] });
  await sehat(server);
});

test('only an admin of the instansi finds it, and what is no decision is refused', async () => {
  const { server, joko } = await aDinas(1);
  const kepala = await phoneOf(server, PAK_TRISNO);
  await expectProblem(await kepala.ask('/api/decisions'), 'tidak_ada');
  await expectProblem(await kirim(kepala, '', { id: 'k_abcdefgh', isi: KALENDER }), 'tidak_ada');
  await expectProblem(await kirim(joko, '', { id: 's_abcdefgh', isi: KALENDER }), 'isi_salah');
  await expectProblem(await kirim(joko, '/preview', { apa: 'kalender', hari: [] }), 'isi_salah');
  await expectProblem(await kirim(joko, '/k_tiadaada/portion'), 'tidak_ada');
});
