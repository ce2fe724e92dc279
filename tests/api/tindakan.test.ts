import { expect, test } from 'vitest';
import { compareWithLedger, verifyLedger } from '../../server/ledger/index.ts';
import { createTindakanMeja } from '../../server/operations/sekolah/tindakan.ts';
import { DaftarTindakan, PratinjauTindakan } from '../../shared/protocol/index.ts';
import type { IsiTindakan, RecordOf } from '../../shared/records/index.ts';
import { aCommand, aSatker, SHARD } from '../support/builders.ts';
import { ruang } from '../support/impor.ts';
import { anInstansi, BU_WATI, SEKOLAH_LAIN, WILAYAH } from '../support/organisasi.ts';
import type { Phone } from '../support/phone.ts';
import { BUDI, PAK_TRISNO, type Person, SRI, type TestServer } from '../support/server.ts';
import { expectProblem, phoneOf } from './signed-in.ts';

const NPSN = SHARD.slice(4);
const ANDI: Person = { id: 'p_andi01', nip: '198505052010011009', nama: 'Andi', shard: SEKOLAH_LAIN };
const PAK_WAWAN: Person = {
  ...{ id: 'p_wawan1', nip: '197106211998031009', nama: 'Wawan', shard: SHARD, peran: 'admin' },
};
const BUKA: IsiTindakan = { sebab: 'SINYAL', cara: 'TANGGAL', tanggal: null, teks: '', npsn: null };
const SINYAL = { sebab: 'SINYAL', mulai: '2026-11-02', selesai: '2026-11-06', catatan: 'Menara roboh' };

const satkerDi = async ({ store }: TestServer, shard: string): Promise<RecordOf<'satker'>> => {
  const [satker] = await store.read((tx) => tx.recordsOfKind(shard, 'satker'));
  if (satker?.record.kind !== 'satker') throw new Error('no school');
  return satker.record;
};
const batasi = async (server: TestServer, shard: string, npsn: string): Promise<void> => {
  const satker = await satkerDi(server, shard);
  const isi = aSatker({ npsn, batasIsianHari: 7, bulanTerkunci: ['2026-10'] });
  await server.ledger.submit({
    ...{ actor: { id: 'sistem', nama: 'Sistem', peran: ['sistem'] }, device: `s_batas${npsn}` },
    commands: [
      {
        ...aCommand({ kind: 'satker.perbarui', shard, record: satker.id, base: satker.head }),
        ...{ number: 1, body: { pemilik: '', isi } },
      },
    ],
  });
};

const dunia = async () => {
  const server = await anInstansi();
  await server.addPerson(ANDI);
  await server.addPerson(PAK_WAWAN);
  await batasi(server, SHARD, NPSN);
  await batasi(server, SEKOLAH_LAIN, SEKOLAH_LAIN.slice(4));
  const phones = await Promise.all(
    [BU_WATI, PAK_WAWAN, SRI, BUDI, PAK_TRISNO, ANDI].map((who) => phoneOf(server, who)),
  );
  const [wati, wawan, sri, budi, trisno, andi] = phones as [Phone, Phone, Phone, Phone, Phone, Phone];
  const lapor = async (phone: Phone, guru: Person, isi: object, shard = SHARD): Promise<string> => {
    const body = { guru: guru.id, ...SINYAL, ...isi };
    const id = await phone.add(aCommand({ kind: 'kendala.lapor', shard, record: null, base: null, body }));
    await phone.syncAll();
    return id;
  };
  return { server, wati, wawan, sri, budi, trisno, andi, lapor };
};

const kirim = (phone: Phone, isi: object, path = '') =>
  phone.ask(
    `/api/actions${path}`,
    { method: 'POST', body: JSON.stringify(isi) },
    { 'content-type': 'application/json' },
  );
const lakukan = async (phone: Phone, isi: object) =>
  DaftarTindakan.parse(await (await kirim(phone, isi)).json()).list;
const pratinjau = async (phone: Phone, isi: object) =>
  PratinjauTindakan.parse(await (await kirim(phone, isi, '/preview')).json()).jumlah;
const urungkan = async (phone: Phone, id: string) =>
  DaftarTindakan.parse(await (await phone.ask(`/api/actions/${id}`, { method: 'DELETE' })).json()).list;
const dibuka = async (server: TestServer, shard: string) =>
  (await satkerDi(server, shard)).content.tanggalDibuka;
const utuh = async (server: TestServer): Promise<void> => {
  expect(await verifyLedger(server.store)).toMatchObject({ ok: true });
  for (const shard of [SHARD, SEKOLAH_LAIN, WILAYAH])
    expect(await compareWithLedger(server.store, shard)).toEqual([]);
  expect(server.faults).toEqual([]);
};

test('dates are opened in every school as the preview said, those concerned are told by whom, and undone all is as before', async () => {
  const { server, wati, sri, budi, trisno, andi, lapor } = await dunia();
  const milikSri = await lapor(sri, SRI, {});
  const milikAndi = await lapor(andi, ANDI, { mulai: '2026-11-05' }, SEKOLAH_LAIN);
  const sakit = await lapor(budi, BUDI, { sebab: 'SAKIT' });
  const jumlah = { sekolah: 2, guru: 2, tanggal: 7, bulan: 0, penuh: 0 };
  expect(await pratinjau(wati, BUKA)).toEqual(jumlah);
  expect(await dibuka(server, SHARD)).toEqual([]);
  const [satu] = await lakukan(wati, { ...BUKA, teks: 'Menara diperbaiki' });
  expect(satu).toMatchObject({ oleh: 'Wati', sekolah: '', tahap: 'DILAKUKAN', jumlah });
  expect(await dibuka(server, SHARD)).toHaveLength(5);
  expect(await dibuka(server, SEKOLAH_LAIN)).toEqual([
    { pemilik: ANDI.id, tanggal: '2026-11-06' },
    { pemilik: ANDI.id, tanggal: '2026-11-05' },
  ]);
  for (const [phone, id] of [
    [sri, milikSri],
    [trisno, milikSri],
    [andi, milikAndi],
  ] as const) {
    await phone.syncAll();
    expect(phone.records.get(id)?.st).toMatchObject({
      tahap: 'DITANGGAPI',
      tanggapan: [{ cara: 'DIBUKA', teks: 'Menara diperbaiki', oleh: 'Wati' }],
    });
  }
  await budi.syncAll();
  expect(budi.records.get(sakit)?.st).toEqual({ tahap: 'DILAPORKAN' });
  const [batal] = await urungkan(wati, satu?.id ?? '');
  expect(batal?.tahap).toBe('DIURUNGKAN');
  expect([await dibuka(server, SHARD), await dibuka(server, SEKOLAH_LAIN)]).toEqual([[], []]);
  await sri.syncAll();
  expect(sri.records.get(milikSri)?.st).toEqual({ tahap: 'DILAPORKAN' });
  await utuh(server);
});

test('a locked month is opened with its dates in the one school that was named, and locked again by the undo', async () => {
  const { server, wati, sri, andi, lapor } = await dunia();
  await lapor(sri, SRI, { mulai: '2026-10-29', selesai: '2026-10-30' });
  await lapor(sri, SRI, {});
  await lapor(andi, ANDI, { mulai: '2026-10-30' }, SEKOLAH_LAIN);
  const isi = { ...BUKA, cara: 'BULAN', npsn: NPSN };
  // The first ended four weeks ago less a day or two: it is still acted on.
  expect(await pratinjau(wati, isi)).toEqual({ sekolah: 1, guru: 1, tanggal: 7, bulan: 1, penuh: 0 });
  const [satu] = await lakukan(wati, isi);
  expect(satu).toMatchObject({ sekolah: aSatker().nama, tahap: 'DILAKUKAN' });
  const bulan = async (shard: string) => (await satkerDi(server, shard)).content.bulanTerkunci;
  expect([await bulan(SHARD), await bulan(SEKOLAH_LAIN)]).toEqual([[], ['2026-10']]);
  await urungkan(wati, satu?.id ?? '');
  expect(await bulan(SHARD)).toEqual(['2026-10']);
  await utuh(server);
});

test('a visit stands beside the head’s own answer, which the undo leaves', async () => {
  const { server, wati, sri, trisno, lapor } = await dunia();
  const id = await lapor(sri, SRI, {});
  await trisno.syncAll();
  const jawaban = { cara: 'DIKETAHUI', tanggal: null, teks: '' };
  await trisno.add(aCommand({ kind: 'kendala.tanggapi', shard: SHARD, record: id, base: id, body: jawaban }));
  await trisno.syncAll();
  const [satu] = await lakukan(wati, { ...BUKA, cara: 'KUNJUNGAN', tanggal: '2026-12-01' });
  await sri.syncAll();
  expect(sri.records.get(id)?.st).toMatchObject({
    tanggapan: [{ cara: 'DIKETAHUI' }, { cara: 'KUNJUNGAN', tanggal: '2026-12-01', oleh: 'Wati' }],
  });
  await urungkan(wati, satu?.id ?? '');
  await sri.syncAll();
  expect(sri.records.get(id)?.st).toMatchObject({ tahap: 'DITANGGAPI', tanggapan: [{ cara: 'DIKETAHUI' }] });
  await utuh(server);
});

test('said again it writes nothing in any school, and what broke off half-way is finished by the same words', async () => {
  const { server, wati, sri, andi, lapor } = await dunia();
  await lapor(sri, SRI, {});
  await lapor(andi, ANDI, {}, SEKOLAH_LAIN);
  const faults: unknown[] = [];
  let sisa = 2;
  const rooms = ruang(server);
  const meja = createTindakanMeja({
    ...rooms,
    store: {
      ...rooms.store,
      // The line of the act itself and the first school; then the power fails.
      write: (work, hold) => {
        sisa -= 1;
        return sisa < 0 ? Promise.reject(new Error('listrik padam')) : rooms.store.write(work, hold);
      },
    },
    onFault: (cause) => void faults.push(cause),
  });
  const admin = { id: BU_WATI.id, nama: BU_WATI.nama, hak: [WILAYAH] };
  expect(await meja.lakukan(admin, BUKA)).toMatchObject({ list: [{ tahap: 'BERJALAN', jumlah: null }] });
  expect(faults).toHaveLength(1);
  const terbuka = async () => [
    (await dibuka(server, SHARD)).length,
    (await dibuka(server, SEKOLAH_LAIN)).length,
  ];
  expect((await terbuka()).sort()).toEqual([0, 5]);
  const list = await lakukan(wati, BUKA);
  expect(list).toMatchObject([{ tahap: 'DILAKUKAN', jumlah: { sekolah: 1 } }, { tahap: 'BERJALAN' }]);
  expect(await terbuka()).toEqual([5, 5]);
  const heads = await server.store.read((tx) => tx.heads());
  expect(await pratinjau(wati, BUKA)).toEqual({ sekolah: 0, guru: 0, tanggal: 0, bulan: 0, penuh: 0 });
  await lakukan(wati, BUKA);
  const kini = await server.store.read((tx) => tx.heads());
  expect([kini.get(SHARD), kini.get(SEKOLAH_LAIN)]).toEqual([heads.get(SHARD), heads.get(SEKOLAH_LAIN)]);
  // What broke off can be taken back by itself.
  await urungkan(wati, list[1]?.id ?? '');
  expect((await terbuka()).sort()).toEqual([0, 5]);
  await utuh(server);
});

test('the ledger says who did it and no answer holds a name, a note or a cause of illness', async () => {
  const { server, wati, sri, lapor } = await dunia();
  await lapor(sri, SRI, {});
  await lakukan(wati, BUKA);
  const text = await (await wati.ask('/api/actions')).text();
  for (const rahasia of [SRI.id, SRI.nama, 'Menara roboh', 'SAKIT', 'CUTI'])
    expect(text).not.toContain(rahasia);
  const lines = await server.store.read((tx) => tx.ledgerLines(SHARD, 0, 100));
  expect(lines.filter(({ actor }) => actor.id === BU_WATI.id).map(({ content }) => content.kind)).toEqual([
    ...Array.from({ length: 5 }, () => 'tanggal.buka'),
    'kendala.tindak',
  ]);
  expect(await (await wati.ask('/api/audit?kind=tindakan')).text()).toContain('tindakan.selesai');
});

test('nobody but an admin of the instansi has such a desk, and it takes no cause of illness and no school that is none', async () => {
  const { wati, wawan, sri, trisno } = await dunia();
  for (const phone of [wawan, sri, trisno]) {
    await expectProblem(await phone.ask('/api/actions'), 'tidak_ada');
    await expectProblem(await kirim(phone, BUKA), 'tidak_ada');
    await expectProblem(await kirim(phone, BUKA, '/preview'), 'tidak_ada');
    await expectProblem(await phone.ask('/api/actions/x', { method: 'DELETE' }), 'tidak_ada');
  }
  await expectProblem(await kirim(wati, { ...BUKA, npsn: '99999999' }), 'tidak_ada');
  await expectProblem(await kirim(wati, { ...BUKA, npsn: 'P0000001' }), 'tidak_ada');
  await expectProblem(await wati.ask('/api/actions/x', { method: 'DELETE' }), 'tidak_ada');
  await expectProblem(await kirim(wati, { ...BUKA, sebab: 'SAKIT' }), 'isi_salah');
  await expectProblem(await kirim(wati, { ...BUKA, cara: 'KUNJUNGAN' }), 'isi_salah');
  await expectProblem(
    await kirim(wati, { ...BUKA, cara: 'KUNJUNGAN', tanggal: '2020-01-01' }, '/preview'),
    'isi_salah',
  );
});
