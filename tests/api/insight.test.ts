import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bebanInstansi } from '../../server/insight/beban-instansi.ts';
import { createInsight, terbitkanYangJatuhTempo } from '../../server/insight/index.ts';
import { recountFigures } from '../../server/ledger/index.ts';
import { SatuPantau, TabelSekolah } from '../../shared/protocol/index.ts';
import { aCommand, anEntri, KEPALA, SHARD } from '../support/builders.ts';
import { anInstansi, BU_HARTATI, BU_WATI, SEKOLAH_LAIN } from '../support/organisasi.ts';
import type { Phone } from '../support/phone.ts';
import { BU_LAIN, BUDI, PAK_TRISNO, SRI, type TestServer } from '../support/server.ts';
import { expectProblem, phoneOf } from './signed-in.ts';

const HARI = 86_400_000;

/** Does something as somebody, received so many days before now. */
const lakukan = async (
  server: TestServer,
  siapa: { readonly id: string; readonly peran: 'guru' | 'penilai' },
  hariLalu: number,
  satu: { readonly kind: string; readonly body: unknown; readonly record?: string },
): Promise<string> => {
  nomor += 1;
  const { kind, body, record = null } = satu;
  const [done] = await server.ledger.submit({
    actor: { id: siapa.id, nama: siapa.id, peran: [siapa.peran] },
    device: `d_${siapa.id}`,
    receivedAt: server.clock.now() - hariLalu * HARI,
    commands: [{ ...aCommand({ kind, shard: SHARD, record, base: record, body }), number: nomor }],
  });
  if (done?.verdict.r !== 'ok') throw new Error(JSON.stringify(done?.verdict));
  return done.id;
};
let nomor = 0;

const sri = { id: SRI.id, peran: 'guru' } as const;
const budi = { id: BUDI.id, peran: 'guru' } as const;
const kepala = { id: KEPALA, peran: 'penilai' } as const;
const catat = (server: TestServer, siapa: typeof sri | typeof budi, tanggal: string, lalu: number) =>
  lakukan(server, siapa, lalu, {
    kind: 'entri.catat',
    body: anEntri({ tanggal, uraian: 'Rahasia kelas 4' }),
  });

/**
 * Monday 23 November; the school began on the 16th. Sri filled in three days of that week and was ill on one, Budi the first
 * day only: he told that there is no signal. Friday was a holiday of the school's own.
 */
const aPekan = async (): Promise<TestServer> => {
  const server = await anInstansi();
  await server.store.write((tx) =>
    tx.putGrant({
      account: BU_HARTATI.id,
      shard: SHARD,
      view: 'keberatan',
      peran: 'atasan',
      since: 0,
      until: null,
    }),
  );
  const [satker] = await server.store.read((tx) => tx.recordsOfKind(SHARD, 'satker'));
  await lakukan(server, kepala, 8, {
    kind: 'kalender.tambah',
    body: { hari: [{ mulai: '2026-11-20', selesai: '2026-11-20', nama: 'Hari jadi sekolah', libur: true }] },
    record: satker?.record.id ?? '',
  });
  const disetujui = await catat(server, sri, '2026-11-16', 7);
  await lakukan(server, kepala, 5, { kind: 'entri.setujui', body: {}, record: disetujui });
  await catat(server, sri, '2026-11-17', 6);
  await catat(server, sri, '2026-11-19', 4);
  await catat(server, budi, '2026-11-16', 7);
  const lapor = (guru: string, sebab: string, mulai: string, selesai: string) => ({
    kind: 'kendala.lapor',
    body: { guru, sebab, mulai, selesai, catatan: '' },
  });
  await lakukan(server, sri, 4, lapor(SRI.id, 'SAKIT', '2026-11-18', '2026-11-18'));
  await lakukan(server, budi, 3, lapor(BUDI.id, 'SINYAL', '2026-11-17', '2026-11-19'));
  return server;
};

const tabelOleh = async (phone: Phone) => TabelSekolah.parse(await (await phone.ask('/api/insight')).json());

describe('schools from above', () => {
  test('a pengawas reads of his schools what was owed by each calendar, without illness, and what waits', async () => {
    const server = await aPekan();
    const tabel = await tabelOleh(await phoneOf(server, BU_HARTATI));
    expect(tabel.list.map(({ shard }) => shard)).toEqual([SHARD]);
    expect(tabel).toMatchObject({ sampai: '2026-11-22', belum: 0 });
    // Four working days each (Friday was free); Sri was ill on one of hers.
    expect(tabel.list[0]).toMatchObject({
      ...{ guru: 2, hariKerja: 7, terisi: 4, mengisi: 2, berutang: 2 },
      ...{ tertinggal: 1, tertinggalSejak: '2026-11-17' },
      periksa: { jumlah: 1, tepat: 1, hariTengah: 2 },
      tunggu: [
        { jenis: 'entri', jumlah: 3, sejak: '2026-11-16' },
        { jenis: 'kendala', jumlah: 2, sejak: '2026-11-17' },
      ],
      kendala: [{ sebab: 'SINYAL', guru: 1 }],
    });
  });

  test('an entry that waits for more than a week is an answer that did not come in time; one that arrived lately is not, whatever its day', async () => {
    const server = await aPekan();
    await catat(server, budi, '2026-11-09', 14);
    await catat(server, budi, '2026-11-10', 2);
    const [satu] = (await tabelOleh(await phoneOf(server, BU_HARTATI))).list;
    expect(satu?.periksa).toEqual({ jumlah: 2, tepat: 1, hariTengah: 2 });
    await catat(server, sri, '2026-11-05', 18);
    const [lagi] = (await tabelOleh(await phoneOf(server, BU_HARTATI))).list;
    expect(lagi?.periksa).toEqual({ jumlah: 3, tepat: 1, hariTengah: 14 });
  });

  test('the admin of an instansi has every school, and finds one that has only begun empty rather than at fault', async () => {
    const tabel = await tabelOleh(await phoneOf(await aPekan(), BU_WATI));
    expect(tabel.list.map(({ shard }) => shard).sort()).toEqual([SHARD, SEKOLAH_LAIN].sort());
    expect(tabel.list.find(({ shard }) => shard === SEKOLAH_LAIN)).toMatchObject({
      ...{ guru: 0, mulai: false, hariKerja: 0, terisi: 0, tertinggal: 0, tunggu: [], kendala: [] },
    });
    expect(tabel.list.find(({ shard }) => shard === SHARD)?.mulai).toBe(true);
  });

  test('a school opens to its people: since when each falls behind, no word of their work, nothing of illness', async () => {
    const server = await aPekan();
    const phone = await phoneOf(server, BU_HARTATI);
    const answer = await phone.ask(`/api/insight/${SHARD}`);
    const teks = await answer.text();
    expect(teks).not.toMatch(/Rahasia|SAKIT|tidakHadir/);
    const satu = SatuPantau.parse(JSON.parse(teks));
    expect(satu.penilai).toEqual(['Sutrisno']);
    expect(satu.orang).toEqual([
      {
        ...{ id: BUDI.id, nama: 'Budi Santoso', terakhir: '2026-11-16', kosong: 3, sejak: '2026-11-17' },
        ...{ tertinggal: true, tunggu: 1 },
      },
      {
        ...{ id: SRI.id, nama: 'Sri Wahyuni', terakhir: '2026-11-19', kosong: 0, sejak: null },
        ...{ tertinggal: false, tunggu: 2 },
      },
    ]);
  });

  test('a pengawas sees week by week, first signs and RHK in numbers by name; an admin is told days alone', async () => {
    const server = await aPekan();
    for (const hari of ['16', '17'])
      await lakukan(server, kepala, 0, {
        kind: 'entri.kembalikan',
        body: { alasan: 'Rahasia kepala' },
        record: await catat(server, budi, `2026-11-${hari}`, 1),
      });
    const phone = await phoneOf(server, BU_HARTATI);
    const teks = await (await phone.ask(`/api/insight/${SHARD}`)).text();
    expect(teks).not.toMatch(/Rahasia|SAKIT|tidakHadir|d_p_|d_budi/);
    const { tren, rinci, kepala: pimpinan } = SatuPantau.parse(JSON.parse(teks));
    // Two teachers are too few for a share of days; the week of the 16th is the school's first.
    expect(tren).toEqual([{ awal: '2026-11-16', akhir: '2026-11-22', bagian: null, kegiatan: 6 }]);
    expect(rinci?.tanda).toEqual([
      { id: BUDI.id, jenis: 'dikembalikan', jumlah: 2, dari: 3, sejak: '2026-11-16' },
    ]);
    expect(rinci?.rhk).toMatchObject([
      { rhk: null, jumlah: 6, perGuru: [{ nama: 'Budi Santoso' }, { nama: 'Sri Wahyuni' }] },
    ]);
    expect(pimpinan).toEqual([{ id: PAK_TRISNO.id, nama: 'Sutrisno' }]);
    const admin = await phoneOf(server, BU_WATI);
    const dilihatAdmin = SatuPantau.parse(await (await admin.ask(`/api/insight/${SHARD}`)).json());
    expect(dilihatAdmin.rinci).toBeNull();
    expect(dilihatAdmin.tren).toEqual(tren);
  });

  test('the admin of a school has that school alone, with counts and no word of anybody’s work', async () => {
    const server = await aPekan();
    await server.store.write((tx) =>
      tx.putGrant({
        account: BU_LAIN.id,
        shard: SHARD,
        view: 'milik',
        peran: 'admin',
        since: 0,
        until: null,
      }),
    );
    const phone = await phoneOf(server, BU_LAIN);
    expect((await tabelOleh(phone)).list.map(({ shard }) => shard)).toEqual([SHARD]);
    const satu = await (await phone.ask(`/api/insight/${SHARD}`)).text();
    expect(satu).toContain('Sri Wahyuni');
    expect(satu).not.toMatch(/Rahasia|SAKIT|tidakHadir/);
    await expectProblem(await phone.ask(`/api/insight/${SEKOLAH_LAIN}`), 'tidak_ada');
  });

  test('for a teacher, a head, and of a school that is not hers, there is no such address', async () => {
    const server = await aPekan();
    for (const person of [SRI, PAK_TRISNO, BU_LAIN]) {
      const phone = await phoneOf(server, person);
      await expectProblem(await phone.ask('/api/insight'), 'tidak_ada');
      await expectProblem(await phone.ask(`/api/insight/${SHARD}`), 'tidak_ada');
    }
    const pengawas = await phoneOf(server, BU_HARTATI);
    for (const shard of [SEKOLAH_LAIN, 'sek:P0000001', 'sek:99999999', 'sekolah'])
      await expectProblem(await pengawas.ask(`/api/insight/${shard}`), 'tidak_ada');
  });

  test('who holds the table is told that it is still the same, until something in it is not', async () => {
    const server = await aPekan();
    const phone = await phoneOf(server, BU_HARTATI);
    const first = await phone.ask('/api/insight');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    const again = { headers: { 'if-none-match': etag } };
    expect((await phone.ask('/api/insight', again)).status).toBe(304);
    for (const hari of ['17', '19']) await catat(server, budi, `2026-11-${hari}`, 0);
    const later = await phone.ask('/api/insight', again);
    expect(later.status).toBe(200);
    expect(TabelSekolah.parse(await later.json()).list[0]).toMatchObject({ terisi: 6, tertinggal: 0 });
  });

  test('a day that goes by is owed without anybody doing anything', async () => {
    const server = await aPekan();
    const phone = await phoneOf(server, BU_HARTATI);
    await tabelOleh(phone);
    server.clock.forward(HARI);
    expect(await tabelOleh(phone)).toMatchObject({
      sampai: '2026-11-23',
      list: [{ hariKerja: 9, terisi: 4 }],
    });
  });
});

describe('burden as anonymous sums', () => {
  const pada = (phone: Phone, teks: string) => phone.post({ headers: { 'kinerja-beban': teks } });
  const isi = (server: TestServer) => server.store.read((tx) => tx.burdensIn('2026-11'));

  test('a person is counted once a week, whichever phone says it how often, and only in sums', async () => {
    const server = await anInstansi();
    const [satu, dua, budi] = [
      await phoneOf(server, SRI),
      await phoneOf(server, SRI),
      await phoneOf(server, BUDI),
    ];
    for (const phone of [satu, satu, dua]) expect((await pada(phone, '2026-11-16 1 2')).status).toBe(200);
    await pada(budi, '2026-11-16 1 0');
    expect((await isi(server)).map(({ apa, kelas, orang }) => [apa, kelas, orang]).sort()).toEqual([
      ['detik', 0, 1],
      ['detik', 2, 1],
      ['menit', 1, 2],
    ]);
    server.clock.forward(7 * HARI);
    await pada(satu, '2026-11-23 0 0');
    expect(await isi(server)).toHaveLength(5);
  });

  test('nothing of it stands in what the phone signed and the server keeps', async () => {
    const server = await anInstansi();
    const phone = await phoneOf(server, SRI);
    await phone.add(
      aCommand({ kind: 'entri.catat', shard: SHARD, record: null, base: null, body: anEntri() }),
    );
    await pada(phone, '2026-11-16 2 3');
    const { rows } = await server.store.read((tx) => tx.audit('envelopes', null, 10));
    expect(rows.length).toBeGreaterThan(0);
    for (const { value } of rows)
      expect(inflateRawSync(value?.bytes ?? new Uint8Array()).toString()).not.toMatch(/beban|2026-11-16 2 3/);
  });

  test('what is no report, and what a head or an admin says, changes nothing', async () => {
    const server = await anInstansi();
    const phone = await phoneOf(server, SRI);
    for (const teks of ['2026-11-23 0 0', '2026-11-16 9 9', 'x'.repeat(4000)])
      expect((await pada(phone, teks)).status).toBe(200);
    for (const person of [PAK_TRISNO, BU_WATI]) await pada(await phoneOf(server, person), '2026-11-16 0 0');
    expect(await isi(server)).toEqual([]);
  });
});

test('the burden of a month is in the table once it is whole, of groups that are large enough, the same for everybody', async () => {
  const server = await aPekan();
  await server.store.write(async (tx) => {
    for (const [kelas, orang] of [5, 3].entries())
      await tx.addBurden({ shard: SHARD, pekan: '2026-10-05', apa: 'menit', kelas, orang });
    await tx.addBurden({ shard: SEKOLAH_LAIN, pekan: '2026-10-05', apa: 'menit', kelas: 2, orang: 4 });
    await tx.addBurden({ shard: SHARD, pekan: '2026-11-02', apa: 'menit', kelas: 2, orang: 40 });
  });
  await server.store.write(async (tx) => {
    for (const [kelas, orang] of [2, 6].entries())
      await tx.addBurden({ shard: SHARD, pekan: '2026-10-05', apa: 'detik', kelas, orang });
    await tx.addBurden({ shard: SEKOLAH_LAIN, pekan: '2026-10-05', apa: 'detik', kelas: 2, orang: 4 });
  });
  // Before it is counted for good nothing is said of it: another count an hour earlier could be laid beside it.
  expect((await tabelOleh(await phoneOf(server, BU_WATI))).beban).toBeNull();
  await terbitkanYangJatuhTempo({ store: server.store, clock: server.clock.now });
  const [admin, pengawas] = await Promise.all(
    [BU_WATI, BU_HARTATI].map(async (person) => tabelOleh(await phoneOf(server, person))),
  );
  // The other school has no teacher of its own in that month: it is nobody's company, and in no count.
  expect(admin?.beban).toMatchObject({ periode: '2026-10', sekolah: 1, tersembunyi: 0 });
  expect(admin?.beban?.menit.map(({ kategori, persen, batas }) => [kategori, persen, batas])).toEqual([
    ['sampai_30', 63, 'tepat'],
    ['sisanya', 38, 'tepat'],
  ]);
  expect(admin?.beban?.detik?.map(({ kategori, persen }) => [kategori, persen])).toEqual([
    ['sampai_60_detik', 75],
    ['sisanya', 25],
  ]);
  expect(admin?.beban?.tengah).toEqual({ menit: 'sampai_30', detik: 'sampai_60_detik' });
  expect(admin?.beban?.perSekolah.map(({ shard }) => shard)).toEqual([SHARD]);
  expect(admin?.beban?.perSekolah[0]?.detik).toEqual(admin?.beban?.detik);
  // Both are of the same reports and the same moment: what is added afterwards changes neither.
  const dulu = admin?.beban;
  for (const apa of ['menit', 'detik'] as const)
    await server.store.write((tx) =>
      tx.addBurden({ shard: SHARD, pekan: '2026-10-12', apa, kelas: 0, orang: 30 }),
    );
  const kini = await server.store.read((tx) => bebanInstansi(tx, '2026-11-24'));
  expect([kini?.menit, kini?.detik]).toEqual([dulu?.menit, dulu?.detik]);
  const kunci = await server.store.read((tx) => tx.releaseKeys());
  expect(
    new Set(kunci.flatMap(({ tabel, madeAt }) => (/beban|detik/.test(tabel) ? [madeAt] : []))).size,
  ).toBe(1);
  expect(pengawas?.beban).toEqual(admin?.beban);
});

test('the burden of a month stays as it was counted when a school changes its kabupaten: two groupings of one month would tell its own', async () => {
  const server = await aPekan();
  await server.store.write(async (tx) => {
    for (const [i, shard] of [SHARD, SEKOLAH_LAIN, 'sek:20000301', 'sek:20000302'].entries())
      for (const apa of ['menit', 'detik'] as const)
        await tx.addBurden({ shard, pekan: '2026-10-05', apa, kelas: i % 3, orang: i === 0 ? 9 : 2 });
  });
  await terbitkanYangJatuhTempo({ store: server.store, clock: server.clock.now });
  const beban = () => server.store.read((tx) => bebanInstansi(tx, '2026-11-24'));
  const dulu = await beban();
  expect(dulu).toMatchObject({ periode: '2026-10' });
  const [satker] = await server.store.read((tx) => tx.recordsOfKind(SHARD, 'satker'));
  if (satker?.record.kind !== 'satker') throw new Error('no school');
  const [pindah] = await server.ledger.submit({
    actor: { id: 'sistem', nama: 'Sistem', peran: ['sistem'] },
    device: 'd_pindah',
    commands: [
      {
        ...{ number: 1, kind: 'satker.tetapkan', version: 1, shard: SHARD, at: 0 },
        ...{ record: null, base: null },
        body: { pemilik: '', isi: { ...satker.record.content, kabupaten: 'Kota Baruna' } },
      },
    ],
  });
  expect(pindah?.verdict).toEqual(expect.objectContaining({ r: 'ok' }));
  // More reports cannot come; whoever adds to the sums all the same changes nothing either.
  await server.store.write((tx) =>
    tx.addBurden({ shard: SHARD, pekan: '2026-10-12', apa: 'menit', kelas: 2, orang: 30 }),
  );
  expect(await beban()).toEqual(dulu);
});

describe('of several processes none says of a school what another does not', () => {
  const aProcess = ({ store, clock }: TestServer) => createInsight({ store, clock: clock.now }).pantau;
  const tabel = async (pantau: ReturnType<typeof aProcess>) =>
    TabelSekolah.parse(JSON.parse(Buffer.from((await pantau.tabel(null)).isi).toString()));

  test('once one of them has counted a school’s sums by new rules', async () => {
    const server = await aPekan();
    await server.store.write(async (tx) => {
      await tx.addFigure({ shard: SHARD, apa: 'terisi', hari: '2026-11-18', siapa: BUDI.id, nilai: 1 });
      await tx.putFigureVersion({ shard: SHARD, version: 0 });
    });
    const lama = aProcess(server);
    expect((await tabel(lama)).list.find(({ shard }) => shard === SHARD)?.terisi).toBe(5);
    await recountFigures(server.store, SHARD);
    expect(await tabel(lama)).toEqual(await tabel(aProcess(server)));
    expect((await tabel(lama)).list.find(({ shard }) => shard === SHARD)?.terisi).toBe(4);
  });

  test('when a right begins or ends, which is no line of the ledger at that moment', async () => {
    const server = await aPekan();
    const now = server.clock.now();
    await server.store.write((tx) =>
      tx.putGrant({
        ...{ account: SRI.id, shard: SHARD, view: 'sekolah', peran: 'penilai' },
        ...{ since: now + 1000, until: now + 3000 },
      }),
    );
    const lama = aProcess(server);
    const tunggu = async () => (await tabel(lama)).list.find(({ shard }) => shard === SHARD)?.tunggu;
    const sebelum = await tunggu();
    server.clock.forward(2000);
    expect(await tabel(lama)).toEqual(await tabel(aProcess(server)));
    expect(await tunggu()).not.toEqual(sebelum);
    server.clock.forward(1000);
    expect(await tunggu()).toEqual(sebelum);
  });

  test('once one of them has counted a month’s burden for good', async () => {
    const server = await aPekan();
    await server.store.write(async (tx) => {
      for (const [kelas, orang] of [5, 3].entries())
        await tx.addBurden({ shard: SHARD, pekan: '2026-10-05', apa: 'menit', kelas, orang });
    });
    const lama = aProcess(server);
    expect((await tabel(lama)).beban).toBeNull();
    const bagian = [{ kategori: 'sampai_30', persen: 63, batas: 'tepat' }];
    await server.store.write((tx) =>
      tx.keepRelease({
        ...{ tabel: 'beban', periode: '2026-10', madeAt: server.clock.now() },
        content: JSON.stringify({
          ...{ tabel: 'beban', periode: '2026-10', baris: [], kabupaten: [], tersembunyi: [] },
          instansi: { kabupaten: '', sekolah: 1, tersembunyi: 7, guru: 9, bagian },
        }),
      }),
    );
    expect(await tabel(lama)).toEqual(await tabel(aProcess(server)));
    expect((await tabel(lama)).beban?.tersembunyi).toBe(7);
  });
});
