import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guruSebulan, guruTamu } from '../../client/screens/penilai/model.ts';
import { susunWawasan, type Wawasan } from '../../client/screens/penilai/wawasan-model.ts';
import { jumlahIsian, tambahHari, tanggalPada } from '../../shared/domain/index.ts';
import { fromWireRecord, TabelSekolah, type TindakanPegawai } from '../../shared/protocol/index.ts';
import type { RecordKind, RecordOf } from '../../shared/records/index.ts';
import { aCommand, anEntri, KEPALA, SHARD } from '../support/builders.ts';
import { buktikan } from '../support/bukti.ts';
import { anInstansi, BU_WATI, jadi, SEKOLAH_LAIN, tindak } from '../support/organisasi.ts';
import type { Phone } from '../support/phone.ts';
import { BU_LAIN, BUDI, PAK_TRISNO, type Person, SRI, type TestServer } from '../support/server.ts';
import { phoneOf } from './signed-in.ts';

/*
 * What a head reads on his own phone, worked out from its records, beside what the table of whoever stands above him says of
 * the same school: both count by one rule, so they come to the same days.
 */

const HARI = 86_400_000;
/** The test clock begins on Monday 23 November 2026. */
const HARI_INI = '2026-11-23';
const ALASAN = 'SK Kepala Dinas 800/112/2026';

const semua = <K extends RecordKind>(phone: Phone, shard: string, kind: K): RecordOf<K>[] =>
  [...phone.records.values()]
    .map((row) => fromWireRecord(row).record)
    .filter((row) => row.shard === shard && row.kind === kind && !row.deleted) as RecordOf<K>[];

const bacaan = (phone: Phone, shard: string) => {
  const entri = semua(phone, shard, 'entri');
  return {
    satker: semua(phone, shard, 'satker')[0],
    pegawai: semua(phone, shard, 'pegawai'),
    penugasan: semua(phone, shard, 'penugasan'),
    ...{ entri, skp: [], menunggu: [] },
    kendala: semua(phone, shard, 'kendala') as never[],
    mulai: entri.map(({ content }) => content.tanggal).sort()[0] ?? null,
  };
};

const diHp = async (
  server: TestServer,
  kepala: Person,
  shard: string,
): Promise<{ wawasan: Wawasan; phone: Phone }> => {
  const phone = await phoneOf(server, kepala);
  await phone.syncAll();
  const hariIni = tanggalPada(server.clock.now(), 'Asia/Jakarta');
  return { phone, wawasan: susunWawasan(bacaan(phone, shard), { hariIni, saya: kepala.id }) };
};

const diTabel = async (wati: Phone, shard: string) => {
  const { list } = TabelSekolah.parse(await (await wati.ask('/api/insight')).json());
  return list.find((satu) => satu.shard === shard);
};

/** What both of them say of a school. */
const angkaHp = ({ isian, tertinggal, orang }: Wawasan) => {
  const { terisi, hariKerja } = jumlahIsian(isian);
  const sejak = tertinggal.flatMap(({ kosongAkhir }) => kosongAkhir[0] ?? []).sort()[0] ?? null;
  return { guru: orang.size, terisi, hariKerja, tertinggal: tertinggal.length, tertinggalSejak: sejak };
};

let nomor = 0;
const catat = async (server: TestServer, { id }: Person, shard: string, tanggal: string): Promise<void> => {
  nomor += 1;
  const body = anEntri({ tanggal, uraian: `Mengajar ke-${nomor}` });
  const command = aCommand({ kind: 'entri.catat', shard, record: null, base: null, body });
  await server.ledger.submit({
    actor: { id, nama: id, peran: ['guru'] },
    device: `d_${id}`,
    receivedAt: Date.parse(`${tanggal}T05:00:00Z`),
    commands: [{ ...command, number: nomor }],
  });
};

const PINDAH: TindakanPegawai = { apa: 'mutasi', ke: SEKOLAH_LAIN, mulai: '2026-11-25', alasan: ALASAN };

describe('on the head’s own phone', () => {
  /** Four weeks of the old school, and a new one that has been at it as long; Sri moves on the 25th. */
  const sesudahPindah = async (hari: number) => {
    const server = await anInstansi();
    const wati = await phoneOf(server, BU_WATI);
    for (const shard of [SHARD, SEKOLAH_LAIN]) await catat(server, BUDI, shard, '2026-10-26');
    await jadi(wati, SRI, PINDAH);
    server.clock.forward(hari * HARI);
    return server;
  };

  test('a teacher who moved away is owed no day more at the old school, and stands in no list of it', async () => {
    const server = await sesudahPindah(28);
    const { wawasan, phone } = await diHp(server, PAK_TRISNO, SHARD);
    const [sri] = wawasan.isian.filter(({ owner }) => owner === SRI.id);
    // 23 and 24 November are the last days of hers within the last four weeks.
    expect(sri).toMatchObject({ hariKerja: 2, kosong: ['2026-11-23', '2026-11-24'] });
    expect(wawasan.tertinggal.map(({ owner }) => owner)).toEqual([BUDI.id]);
    expect([...wawasan.orang.keys()]).toEqual([BUDI.id]);
    expect(wawasan.hariIni?.dari).toBe(1);
    const konteks = { ...bacaan(phone, SHARD), entri: [], saya: KEPALA };
    const guru = (bulan: string) => guruSebulan(bulan, '2026-12-21', konteks as never);
    expect(guru('2026-12').map(({ pegawai }) => pegawai.owner)).toEqual([BUDI.id]);
    expect(guru('2026-11').find(({ pegawai }) => pegawai.owner === SRI.id)).toMatchObject({
      ringkas: { hariKerja: 17 },
      ...{ bertugas: false, kosongBerturut: 0 },
    });
  });

  test('at the new school nothing is owed before the day she came', async () => {
    const { wawasan } = await diHp(await sesudahPindah(3), BU_LAIN, SEKOLAH_LAIN);
    expect(wawasan.isian).toMatchObject([{ owner: SRI.id, hariKerja: 1, kosong: ['2026-11-25'] }]);
    expect(wawasan.tertinggal).toEqual([]);
    expect(wawasan.hariIni).toEqual({ terisi: 0, dari: 1 });
  });

  test('a move that is entered late is owed at the new school from the day she could record there, not from the letter’s date', async () => {
    const server = await anInstansi();
    const wati = await phoneOf(server, BU_WATI);
    for (const shard of [SHARD, SEKOLAH_LAIN]) await catat(server, BUDI, shard, '2026-10-26');
    await jadi(wati, SRI, { ...PINDAH, mulai: '2026-11-02' });
    server.clock.forward(3 * HARI);
    await buktikan(wati);
    const { wawasan } = await diHp(server, BU_LAIN, SEKOLAH_LAIN);
    // Written on Monday the 23rd: that day and the two after it are over by Thursday.
    expect(wawasan.isian).toMatchObject([
      { owner: SRI.id, hariKerja: 3, kosong: ['2026-11-23', '2026-11-24', '2026-11-25'] },
    ]);
    expect(await diTabel(wati, SEKOLAH_LAIN)).toMatchObject(angkaHp(wawasan));
    // Taken on and ended again: when it was written stays.
    await jadi(wati, SRI, { apa: 'keluar', sebab: 'nonaktif', mulai: '2026-11-27', alasan: ALASAN });
    server.clock.forward(7 * HARI);
    await buktikan(wati);
    const kemudian = await diHp(server, BU_LAIN, SEKOLAH_LAIN);
    expect(kemudian.wawasan.isian).toMatchObject([{ owner: SRI.id, hariKerja: 4 }]);
    expect(await diTabel(wati, SEKOLAH_LAIN)).toMatchObject(angkaHp(kemudian.wawasan));
  });

  test('a teacher who stands in for the head is owed nothing on those days, on her own phone and in the table above', async () => {
    const server = await anInstansi();
    const wati = await phoneOf(server, BU_WATI);
    await catat(server, BUDI, SHARD, '2026-11-02');
    const tugas = { jenis: 'plt', mulai: '2026-11-16', akhir: '2026-12-31', alasan: ALASAN } as const;
    await jadi(wati, SRI, { apa: 'tugaskan', unit: SHARD, ...tugas });
    const { wawasan } = await diHp(server, SRI, SHARD);
    expect(wawasan.isian.find(({ owner }) => owner === SRI.id)).toMatchObject({ hariKerja: 10 });
    expect([...wawasan.orang.keys()]).toEqual([BUDI.id]);
    expect(wawasan.tertinggal.map(({ owner }) => owner)).toEqual([BUDI.id]);
    expect(await diTabel(wati, SHARD)).toMatchObject(angkaHp(wawasan));
    expect(angkaHp((await diHp(server, PAK_TRISNO, SHARD)).wawasan)).toEqual(angkaHp(wawasan));
  });

  test('who teaches there too owes nothing there: she stands there by name alone', async () => {
    const server = await anInstansi();
    await catat(server, BUDI, SEKOLAH_LAIN, '2026-10-26');
    const tugas = { jenis: 'nonInduk', mulai: '2026-11-02', akhir: null, alasan: ALASAN } as const;
    await jadi(await phoneOf(server, BU_WATI), SRI, { apa: 'tugaskan', unit: SEKOLAH_LAIN, ...tugas });
    const { wawasan, phone } = await diHp(server, BU_LAIN, SEKOLAH_LAIN);
    expect(wawasan.isian).toEqual([]);
    expect(wawasan.hariIni).toEqual({ terisi: 0, dari: 0 });
    expect(guruTamu(bacaan(phone, SEKOLAH_LAIN), HARI_INI).map(({ owner }) => owner)).toEqual([SRI.id]);
  });

  test('who has retired owes nothing since', async () => {
    const server = await anInstansi();
    await catat(server, BUDI, SHARD, '2026-10-26');
    await jadi(await phoneOf(server, BU_WATI), SRI, {
      ...{ apa: 'keluar', sebab: 'pensiun', mulai: '2026-11-02', alasan: ALASAN },
    });
    const { wawasan } = await diHp(server, PAK_TRISNO, SHARD);
    expect(wawasan.isian.find(({ owner }) => owner === SRI.id)?.hariKerja).toBe(5);
    expect(wawasan.tertinggal.map(({ owner }) => owner)).toEqual([BUDI.id]);
  });
});

/**
 * True where the records of a school say who heads it: by an assignment, or by somebody whom he rates. This one of the tests
 * has neither before anybody comes to it, and no service lays down such a school; there a phone that is not his knows no head.
 */
const isTertulis = ({ pegawai, penugasan }: ReturnType<typeof bacaan>, kepala: Person): boolean =>
  penugasan.some(({ owner }) => owner === kepala.id) ||
  pegawai.some(({ content }) => content.penilai?.id === kepala.id);

const aHari = fc.integer({ min: -30, max: 10 }).map((n) => tambahHari(HARI_INI, n));
const aSiapa = fc.constantFrom(SRI, BUDI);
const aTindakan: fc.Arbitrary<TindakanPegawai> = fc.oneof(
  fc.record({
    apa: fc.constant('mutasi' as const),
    ke: fc.constantFrom(SHARD, SEKOLAH_LAIN),
    mulai: aHari,
    alasan: fc.constant(ALASAN),
  }),
  fc.record({
    apa: fc.constant('keluar' as const),
    sebab: fc.constantFrom('pensiun' as const, 'nonaktif' as const),
    mulai: aHari,
    alasan: fc.constant(ALASAN),
  }),
  fc.record({
    apa: fc.constant('aktifkan' as const),
    unit: fc.constantFrom(SHARD, SEKOLAH_LAIN),
    mulai: aHari,
    alasan: fc.constant(ALASAN),
  }),
  fc.record({
    apa: fc.constant('tugaskan' as const),
    jenis: fc.constantFrom('nonInduk' as const, 'plt' as const, 'plh' as const),
    unit: fc.constantFrom(SHARD, SEKOLAH_LAIN),
    mulai: aHari,
    akhir: fc.option(aHari),
    alasan: fc.constant(ALASAN),
  }),
);

/** Teachers who stand in for the head of a school now. */
const yangMenggantikan = async ({ store, clock }: TestServer, shard: string): Promise<Person[]> => {
  const kini = clock.now();
  const hak = await store.read((tx) => tx.grantsIn(shard));
  return [SRI, BUDI].filter(({ id }) =>
    hak.some(
      ({ account, peran, since, until }) =>
        account === id && peran === 'penilai' && since <= kini && (until === null || kini < until),
    ),
  );
};

test('a head’s phone and the table above him come to the same days, whatever has become of his teachers', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(aSiapa, aTindakan, fc.nat(4)), { maxLength: 6 }),
      fc.array(fc.tuple(aSiapa, fc.constantFrom(SHARD, SEKOLAH_LAIN), fc.nat(28)), { maxLength: 12 }),
      async (tindakan, isian) => {
        const server = await anInstansi();
        const wati = await phoneOf(server, BU_WATI);
        for (const [siapa, shard, lalu] of isian)
          await catat(server, siapa, shard, tambahHari(HARI_INI, -lalu));
        // What the desk refuses is part of it: histories are those that an admin can bring about.
        for (const [siapa, satu, kemudian] of tindakan) {
          await tindak(wati, siapa, satu);
          server.clock.forward(kemudian * HARI);
        }
        await buktikan(wati);
        for (const [kepala, shard] of [
          [PAK_TRISNO, SHARD],
          [BU_LAIN, SEKOLAH_LAIN],
        ] as const) {
          const tabel = await diTabel(wati, shard);
          for (const siapa of [kepala, ...(await yangMenggantikan(server, shard))]) {
            const { wawasan, phone } = await diHp(server, siapa, shard);
            if (siapa === kepala || isTertulis(bacaan(phone, shard), kepala))
              expect(tabel).toMatchObject(angkaHp(wawasan));
          }
        }
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);
