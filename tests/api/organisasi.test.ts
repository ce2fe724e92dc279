import { describe, expect, test } from 'vitest';
import { compareWithLedger, verifyLedger } from '../../server/ledger/index.ts';
import { createMejaSusunan } from '../../server/operations/index.ts';
import {
  HalamanPegawai,
  KeadaanOrganisasi,
  SatuPegawai,
  type TindakanPegawai,
} from '../../shared/protocol/index.ts';
import type { Pegawai } from '../../shared/records/index.ts';
import { aCatat, SHARD } from '../support/builders.ts';
import { buktikan } from '../support/bukti.ts';
import { ruang } from '../support/impor.ts';
import {
  anInstansi,
  BU_HARTATI,
  BU_WATI,
  dataOrang,
  jadi,
  SEKOLAH_LAIN,
  tindak,
} from '../support/organisasi.ts';
import type { Phone } from '../support/phone.ts';
import { BU_LAIN, BUDI, PAK_TRISNO, SRI, type TestServer } from '../support/server.ts';
import { expectProblem, phoneOf } from './signed-in.ts';

const HARI = 86_400_000;
const JAM = 3_600_000;
/** The test clock begins on Monday 23 November 2026, 11.00 in Jakarta. */
const PINDAH: TindakanPegawai = {
  apa: 'mutasi',
  ke: SEKOLAH_LAIN,
  mulai: '2026-11-25',
  alasan: 'SK Kepala Dinas 800/112/2026',
};
const SELASA_MALAM = HARI + 13 * JAM;

const dunia = async () => {
  const server = await anInstansi();
  const [wati, sri, trisno] = await Promise.all(
    [BU_WATI, SRI, PAK_TRISNO].map((satu) => phoneOf(server, satu)),
  );
  return { server, wati: wati as Phone, sri: sri as Phone, trisno: trisno as Phone };
};
const sah = async ({ store, faults }: TestServer): Promise<void> => {
  expect(await verifyLedger(store)).toMatchObject({ ok: true });
  const shards = await store.read((tx) => tx.shards());
  for (const shard of shards) expect(await compareWithLedger(store, shard)).toEqual([]);
  expect(faults).toEqual([]);
};
const cobaCatat = async (
  phone: Phone,
  shard: string,
  at: number,
  uraian = 'Mengajar Matematika kelas 5A',
) => {
  await phone.syncAll();
  await phone.add({ ...aCatat({ uraian }, shard), at });
  const answer = await phone.sync();
  const [verdict] = answer.res;
  return verdict?.r === 'no' ? verdict.code : verdict?.r;
};
const isiPegawai = (phone: Phone, owner: string, shard: string): Pegawai | undefined =>
  [...phone.records.values()].find((row) => row.k === 'pegawai' && row.o === owner && row.s === shard)?.b as
    | Pegawai
    | undefined;

describe('a move', () => {
  test('begins and ends with the midnight of its day: until then the old school takes what she writes, then the new one', async () => {
    const { server, wati, sri } = await dunia();
    const dilihat = await jadi(wati, SRI, PINDAH);
    expect(dilihat.ringkas).toMatchObject({
      unit: { shard: SHARD },
      nanti: { mulai: '2026-11-25', unit: { shard: SEKOLAH_LAIN } },
    });
    expect(await cobaCatat(sri, SHARD, server.clock.now())).toBe('ok');
    expect(await cobaCatat(sri, SEKOLAH_LAIN, server.clock.now(), 'Terlalu dini')).toBe('akses_dicabut');
    server.clock.forward(SELASA_MALAM - 1);
    expect(await cobaCatat(sri, SHARD, server.clock.now(), 'Piket malam')).toBe('ok');
    server.clock.forward(1);
    expect(await cobaCatat(sri, SHARD, server.clock.now(), 'Sesudah pindah')).toBe('akses_dicabut');
    expect(await cobaCatat(sri, SEKOLAH_LAIN, server.clock.now(), 'Hari pertama')).toBe('ok');
    await sah(server);
  });

  test('what was done before it still arrives for thirty days; she reads what is hers, and nobody else’s', async () => {
    const { server, wati, sri, trisno } = await dunia();
    const sebelum = server.clock.now();
    expect(await cobaCatat(sri, SHARD, sebelum)).toBe('ok');
    await jadi(wati, SRI, PINDAH);
    server.clock.forward(10 * HARI);
    await sri.syncAll();
    expect(await cobaCatat(sri, SHARD, sebelum + JAM, 'Ditulis sebelum pindah, tanpa sinyal')).toBe('ok');
    const baru = await phoneOf(server, SRI);
    await baru.syncAll();
    const [milik] = [[...baru.records.values()].filter(({ s }) => s === SHARD)];
    expect(milik.filter(({ k }) => k === 'entri')).toHaveLength(2);
    expect(new Set(milik.map(({ o }) => o))).toEqual(new Set([SRI.id, '']));
    await trisno.syncAll();
    expect([...trisno.records.values()].filter(({ k, o }) => k === 'entri' && o === SRI.id)).toHaveLength(2);
    server.clock.forward(22 * HARI);
    expect(await cobaCatat(sri, SHARD, sebelum + 2 * JAM, 'Terlambat sekali')).toBe('akses_dicabut');
  });

  test('the new head gets her with her data and himself as penilai, and nothing of what she did before', async () => {
    const { server, wati, sri } = await dunia();
    await cobaCatat(sri, SHARD, server.clock.now());
    await jadi(wati, SRI, PINDAH);
    const ratna = await phoneOf(server, BU_LAIN);
    await ratna.syncAll();
    expect(isiPegawai(ratna, SRI.id, SEKOLAH_LAIN)).toMatchObject({
      nama: 'Sri Wahyuni',
      penilai: { id: BU_LAIN.id },
    });
    expect([...ratna.records.values()].filter(({ k }) => k === 'entri')).toEqual([]);
  });

  test('is taken back until it takes effect, at both ends, and leaves no right behind; afterwards it is not', async () => {
    const { server, wati, sri } = await dunia();
    const tugas = (await jadi(wati, SRI, PINDAH)).ringkas.nanti?.id ?? '';
    const kembali = await jadi(wati, SRI, { apa: 'batal', tugas });
    expect(kembali.ringkas).toMatchObject({ unit: { shard: SHARD }, nanti: null, keadaan: 'aktif' });
    server.clock.forward(3 * HARI);
    expect(await cobaCatat(sri, SHARD, server.clock.now())).toBe('ok');
    expect(await cobaCatat(sri, SEKOLAH_LAIN, server.clock.now(), 'Bukan di sini')).toBe('akses_dicabut');
    expect([...sri.records.values()].filter(({ s, del }) => s === SEKOLAH_LAIN && !del)).toEqual([]);
    const lagi = await jadi(wati, SRI, { ...PINDAH, mulai: '2026-11-26' });
    const [kini] = lagi.tugas.filter(({ masa, unit }) => masa === 'kini' && unit.shard === SEKOLAH_LAIN);
    await expectProblem(await tindak(wati, SRI, { apa: 'batal', tugas: kini?.id ?? '' }), 'sudah_berlaku');
    await sah(server);
  });

  test('there and back again: the old school takes her as before', async () => {
    const { server, wati, sri } = await dunia();
    await jadi(wati, SRI, PINDAH);
    server.clock.forward(5 * HARI);
    await jadi(wati, SRI, { ...PINDAH, ke: SHARD, mulai: '2026-11-30' });
    server.clock.forward(3 * HARI);
    expect(await cobaCatat(sri, SHARD, server.clock.now())).toBe('ok');
    expect((await sri.sync()).pos[`${SHARD}/milik`]).toBeDefined();
    const { list } = { list: (await server.ledger.grantsOf(SRI.id)).map(({ s, peran }) => [s, peran]) };
    expect(list).toEqual([
      [SEKOLAH_LAIN, 'pembaca'],
      [SHARD, 'guru'],
    ]);
    await sah(server);
  });

  test('an app of before is told of its rights in the words that it knows', async () => {
    const { server, wati, sri } = await dunia();
    await jadi(wati, SRI, { ...PINDAH, mulai: '2026-11-23' });
    const lama = await sri.sync({ request: { p: 2 } });
    expect(lama.grant?.list).toEqual([{ s: SEKOLAH_LAIN, view: 'milik', peran: 'guru' }]);
    const kini = await sri.sync();
    expect(kini.grant?.list).toContainEqual({ s: SHARD, view: 'milik', peran: 'pembaca' });
    expect(server.faults).toEqual([]);
  });
});

describe('standing in for a head', () => {
  const PLT: TindakanPegawai = {
    ...{ apa: 'tugaskan', jenis: 'plt', unit: SEKOLAH_LAIN, mulai: '2026-11-25', akhir: '2026-11-30' },
    alasan: 'Bu Ratna cuti besar',
  };
  test('gives the school for its days and not an hour more, and the days end it by themselves', async () => {
    const { server, wati, trisno } = await dunia();
    await jadi(wati, PAK_TRISNO, PLT);
    const scopes = async () => Object.keys((await trisno.sync()).pos);
    expect(await scopes()).not.toContain(`${SEKOLAH_LAIN}/sekolah`);
    server.clock.forward(SELASA_MALAM);
    expect(await scopes()).toContain(`${SEKOLAH_LAIN}/sekolah`);
    server.clock.forward(6 * HARI - 1);
    expect(await scopes()).toContain(`${SEKOLAH_LAIN}/sekolah`);
    server.clock.forward(1);
    expect(await scopes()).toEqual([`${SHARD}/sekolah`]);
    expect(await cobaCatat(trisno, SEKOLAH_LAIN, server.clock.now() - HARI)).toBe('akses_dicabut');
    await sah(server);
  });

  test('staff are named him while there is no other head, and the next head afterwards', async () => {
    const { server, wati } = await dunia();
    const meja = createMejaSusunan({ ...ruang(server), cadangan: () => null });
    await jadi(wati, SRI, { ...PINDAH, mulai: '2026-11-23' });
    await jadi(wati, BU_LAIN, {
      apa: 'keluar',
      sebab: 'pensiun',
      mulai: '2026-11-25',
      alasan: 'Batas usia pensiun',
    });
    await jadi(wati, PAK_TRISNO, PLT);
    const penilai = async () => {
      await buktikan(wati);
      const satu = await wati.ask(`/api/staff/${SRI.id}`);
      return SatuPegawai.parse(await satu.json()).penilai?.id;
    };
    expect(await penilai()).toBe(BU_LAIN.id);
    server.clock.forward(SELASA_MALAM);
    expect(await meja.selaraskan()).toBe(1);
    expect(await penilai()).toBe(PAK_TRISNO.id);
    expect(await meja.selaraskan()).toBe(0);
    await jadi(wati, BUDI, {
      ...{ apa: 'mutasi', ke: SEKOLAH_LAIN, mulai: '2026-12-01', alasan: 'Promosi', sebagai: 'kepala' },
    });
    server.clock.forward(7 * HARI);
    await meja.selaraskan();
    expect(await penilai()).toBe(BUDI.id);
    await sah(server);
  });

  test.each([
    ['without a last day', { akhir: null }, 'masa_terbuka'],
    ['that ends before it begins', { akhir: '2026-11-24' }, 'masa_terbalik'],
    ['where there is no such school', { unit: 'sek:11111111' }, 'tidak_ada'],
  ] as const)('is refused %s, and nothing of it is kept', async (_, salah, code) => {
    const { server, wati } = await dunia();
    const lama = await server.store.read((tx) => tx.grantsOf(PAK_TRISNO.id));
    await expectProblem(await tindak(wati, PAK_TRISNO, { ...PLT, ...salah } as TindakanPegawai), code);
    expect(await server.store.read((tx) => tx.grantsOf(PAK_TRISNO.id))).toEqual(lama);
    await jadi(wati, PAK_TRISNO, PLT);
    await expectProblem(await tindak(wati, PAK_TRISNO, PLT), 'masa_bertumpuk');
  });
});

describe('retired, out of service, back', () => {
  test('who retires reads on and writes nothing, and nothing of her work is gone', async () => {
    const { server, wati, sri, trisno } = await dunia();
    await cobaCatat(sri, SHARD, server.clock.now());
    await jadi(wati, SRI, {
      apa: 'keluar',
      sebab: 'pensiun',
      mulai: '2026-11-24',
      alasan: 'Batas usia pensiun',
    });
    server.clock.forward(2 * HARI);
    expect(await cobaCatat(sri, SHARD, server.clock.now(), 'Sesudah pensiun')).toBe('akses_dicabut');
    const hp = await phoneOf(server, SRI);
    await hp.syncAll();
    expect([...hp.records.values()].filter(({ k }) => k === 'entri')).toHaveLength(1);
    await trisno.syncAll();
    expect([...trisno.records.values()].filter(({ k, o }) => k === 'entri' && o === SRI.id)).toHaveLength(1);
    await buktikan(wati);
    const { ringkas } = SatuPegawai.parse(await (await wati.ask(`/api/staff/${SRI.id}`)).json());
    expect(ringkas.keadaan).toBe('pensiun');
    await sah(server);
  });

  test('who is put out of service and back again goes on where she stopped', async () => {
    const { server, wati, sri } = await dunia();
    await jadi(wati, SRI, {
      apa: 'keluar',
      sebab: 'nonaktif',
      mulai: '2026-11-23',
      alasan: 'Cuti di luar tanggungan negara',
    });
    await expectProblem(await tindak(wati, SRI, PINDAH), 'tidak_bertugas');
    server.clock.forward(HARI);
    expect(await cobaCatat(sri, SHARD, server.clock.now(), 'Selagi cuti')).toBe('akses_dicabut');
    const kembali = await jadi(wati, SRI, {
      apa: 'aktifkan',
      unit: SHARD,
      mulai: '2026-11-24',
      alasan: 'Cuti selesai',
    });
    expect(kembali.ringkas).toMatchObject({ keadaan: 'aktif', unit: { shard: SHARD } });
    expect(await cobaCatat(sri, SHARD, server.clock.now(), 'Kembali mengajar')).toBe('ok');
    await sah(server);
  });
});

describe('teachers at two schools, and a pengawas over several', () => {
  test('the second school shares its calendar and her name, and takes no record of her work', async () => {
    const { server, wati, sri } = await dunia();
    const tugas = { jenis: 'nonInduk', unit: SEKOLAH_LAIN, mulai: '2026-11-23', akhir: null } as const;
    await jadi(wati, SRI, { apa: 'tugaskan', ...tugas, alasan: 'Kurang guru agama' });
    await sri.syncAll();
    expect([...sri.records.values()].filter(({ s, k }) => s === SEKOLAH_LAIN && k === 'satker')).toHaveLength(
      1,
    );
    expect(await cobaCatat(sri, SEKOLAH_LAIN, server.clock.now())).toBe('akses_dicabut');
    expect(await cobaCatat(sri, SHARD, server.clock.now())).toBe('ok');
    const ratna = await phoneOf(server, BU_LAIN);
    await ratna.syncAll();
    expect(isiPegawai(ratna, SRI.id, SEKOLAH_LAIN)?.nama).toBe('Sri Wahyuni');
    await sah(server);
  });

  test('a pengawas is given schools, and whoever had them before has them no longer', async () => {
    const { server, wati } = await dunia();
    await jadi(wati, BU_HARTATI, { apa: 'bina', unit: [SHARD, SEKOLAH_LAIN] });
    expect(await server.ledger.grantsOf(BU_HARTATI.id)).toHaveLength(3);
    const keadaan = KeadaanOrganisasi.parse(await (await wati.ask('/api/organisation')).json());
    expect(keadaan.temuan).toEqual([]);
    await sah(server);
  });
});

describe('what the admin sees', () => {
  const keadaan = async (wati: Phone) =>
    KeadaanOrganisasi.parse(await (await wati.ask('/api/organisation')).json());
  test('heads without a superior; a head who is gone, and all whom he rated; the next head mends it', async () => {
    const { wati } = await dunia();
    const temuan = async () => (await keadaan(wati)).temuan.map(({ jenis, orang }) => [jenis, orang[0]?.id]);
    expect(await temuan()).toEqual([
      ['tanpaAtasan', BU_LAIN.id],
      ['tanpaAtasan', PAK_TRISNO.id],
    ]);
    await jadi(wati, PAK_TRISNO, {
      apa: 'keluar',
      sebab: 'nonaktif',
      mulai: '2026-11-23',
      alasan: 'Diberhentikan sementara',
    });
    expect(await temuan()).toEqual([
      ['tanpaKepala', undefined],
      ['tanpaAtasan', BU_LAIN.id],
      ['penilaiPergi', SRI.id],
      ['penilaiPergi', BUDI.id],
    ]);
    await jadi(wati, BUDI, {
      apa: 'tugaskan',
      jenis: 'kepala',
      unit: SHARD,
      mulai: '2026-11-23',
      akhir: null,
      alasan: 'SK kepala',
    });
    expect(await temuan()).toEqual([
      ['tanpaAtasan', BU_LAIN.id],
      ['tanpaAtasan', BUDI.id],
    ]);
  });

  test('people are searched for by name, NIP and school, filtered and counted; by hand one more comes', async () => {
    const { server, wati } = await dunia();
    const cari = async (query: string) =>
      HalamanPegawai.parse(await (await wati.ask(`/api/staff${query}`)).json());
    expect((await cari('?find=sri')).baris.map(({ nama }) => nama)).toEqual(['Sri Wahyuni']);
    expect((await cari('?find=arunika&show=kepala')).baris.map(({ id }) => id)).toContain(BU_LAIN.id);
    const orang = {
      isi: isiTanpaPenilai('199505052020121005', 'Dewi Lestari'),
      unit: SHARD,
      jenis: 'induk',
      mulai: '2026-11-23',
    };
    const kirim = () =>
      wati.ask(
        '/api/staff',
        { method: 'POST', body: JSON.stringify(orang) },
        { 'content-type': 'application/json' },
      );
    const { id } = (await (await kirim()).json()) as { id: string };
    await expectProblem(await kirim(), 'nip_dipakai');
    const belum = await cari('?show=belumMasuk&find=dewi');
    expect(belum.baris).toMatchObject([{ id, penilai: 'Sutrisno', keadaan: 'aktif', belumMasuk: true }]);
    const isi = { ...isiTanpaPenilai('199505052020121005', 'Dewi Lestari'), golongan: 'III/b' };
    expect((await jadi(wati, { id }, { apa: 'ubah', isi })).isi.golongan).toBe('III/b');
    await expectProblem(
      await tindak(wati, { id }, { apa: 'ubah', isi: { ...isi, nip: SRI.nip } }),
      'nip_dipakai',
    );
    await sah(server);
  });

  test('nobody acts on herself, names somebody who heads nothing, or names a person her own penilai', async () => {
    const { server, wati } = await dunia();
    await server.store.write((tx) =>
      tx.putGrant({
        account: SRI.id,
        shard: 'sek:P0000001',
        view: 'milik',
        peran: 'admin',
        since: 0,
        until: null,
      }),
    );
    const sri = await phoneOf(server, SRI);
    const kepala = {
      jenis: 'kepala',
      unit: SHARD,
      mulai: '2026-11-23',
      akhir: null,
      alasan: 'Saya sendiri',
    } as const;
    await expectProblem(await tindak(sri, SRI, { apa: 'tugaskan', ...kepala }), 'di_luar_wewenang');
    await expectProblem(await tindak(wati, SRI, { apa: 'penilai', penilai: BUDI.id }), 'tidak_bertugas');
    await expectProblem(await tindak(wati, SRI, { apa: 'penilai', penilai: SRI.id }), 'menilai_diri');
    await expectProblem(
      await tindak(wati, { id: 'p_siapa' }, { apa: 'penilai', penilai: SRI.id }),
      'tidak_ada',
    );
  });
});

const isiTanpaPenilai = (nip: string, nama: string) => {
  const { penilai: _, ...isi } = dataOrang({ id: '', nip, nama });
  return isi;
};
