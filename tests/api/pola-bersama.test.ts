import { describe, expect, test } from 'vitest';
import { compareWithLedger, verifyLedger } from '../../server/ledger/index.ts';
import { tambahSekolah } from '../../server/operations/akun.ts';
import { createPolaMeja } from '../../server/operations/sekolah/pola.ts';
import type { Store } from '../../server/store/index.ts';
import { DaftarPola, POLA_INSTANSI } from '../../shared/protocol/index.ts';
import { POLA_SEKOLAH_TERBANYAK } from '../../shared/records/index.ts';
import { aCommand, SHARD } from '../support/builders.ts';
import { ruang } from '../support/impor.ts';
import { anInstansi, BU_WATI, SEKOLAH_LAIN } from '../support/organisasi.ts';
import type { Phone } from '../support/phone.ts';
import { PAK_TRISNO, type Person, SRI } from '../support/server.ts';
import { expectProblem, phoneOf } from './signed-in.ts';
import { POLA_SEKOLAH as UPACARA } from './wewenang/perintah.ts';

const NPSN = SHARD.slice(4);
const NPSN_LAIN = SEKOLAH_LAIN.slice(4);
const PAK_WAWAN: Person = {
  ...{ id: 'p_wawan1', nip: '197106211998031001', nama: 'Wawan', shard: SHARD, peran: 'admin' },
};

const dunia = async () => {
  const server = await anInstansi();
  await server.addPerson(PAK_WAWAN);
  const [wati, wawan, sri, trisno] = await Promise.all(
    [BU_WATI, PAK_WAWAN, SRI, PAK_TRISNO].map((one) => phoneOf(server, one)),
  );
  return { server, wati: wati as Phone, wawan: wawan as Phone, sri: sri as Phone, trisno: trisno as Phone };
};
const kirim = (phone: Phone, npsn: string, isi: object = UPACARA, id = '') =>
  phone.ask(
    `/api/schools/${npsn}/patterns${id && `/${id}`}`,
    { method: id ? 'PUT' : 'POST', body: JSON.stringify(isi) },
    { 'content-type': 'application/json' },
  );
const pensiunkan = (phone: Phone, npsn: string, id: string) =>
  phone.ask(`/api/schools/${npsn}/patterns/${id}`, { method: 'DELETE' });
const daftar = async (jawaban: Response | Promise<Response>) =>
  DaftarPola.parse(await (await jawaban).json()).list;
const baca = (phone: Phone, npsn: string) => phone.ask(`/api/schools/${npsn}/patterns`);
/** What the sync has laid on a phone of what its school shares, by name. */
const diHp = async (phone: Phone) => {
  await phone.syncAll();
  return [...phone.records.values()]
    .filter(({ k, o }) => k === 'pola' && o === '')
    .map((satu) => ({ nama: (satu.b as { nama: string }).nama, ada: !satu.del }));
};

test('a school’s admin shares, changes and retires in his own name, and phones of the school receive it', async () => {
  const { server, wawan, sri } = await dunia();
  const [satu] = await daftar(kirim(wawan, NPSN));
  expect(satu).toMatchObject({ isi: UPACARA, dinas: false, pensiun: false });
  expect(await diHp(sri)).toEqual([{ nama: 'Upacara', ada: true }]);
  await kirim(wawan, NPSN, { ...UPACARA, nama: 'Apel pagi' }, satu?.id);
  expect(await diHp(sri)).toEqual([{ nama: 'Apel pagi', ada: true }]);
  expect(await daftar(pensiunkan(wawan, NPSN, satu?.id ?? ''))).toMatchObject([{ pensiun: true }]);
  expect(await diHp(sri)).toEqual([{ nama: 'Apel pagi', ada: false }]);
  expect(await daftar(kirim(wawan, NPSN, UPACARA, satu?.id))).toMatchObject([{ pensiun: false }]);
  const lines = await server.store.read((tx) => tx.ledgerLines(SHARD, 0, 100));
  const pola = lines.filter(({ content }) => content.kind.startsWith('polaSekolah.'));
  expect(pola.map(({ content, actor }) => [content.kind, actor.id])).toEqual([
    ['polaSekolah.tambah', PAK_WAWAN.id],
    ['polaSekolah.ubah', PAK_WAWAN.id],
    ['polaSekolah.pensiunkan', PAK_WAWAN.id],
    ['polaSekolah.ubah', PAK_WAWAN.id],
  ]);
  const catatan = await (await wawan.ask('/api/audit')).text();
  expect(catatan).toContain('polaSekolah.pensiunkan');
  expect(await verifyLedger(server.store)).toMatchObject({ ok: true });
  expect(await compareWithLedger(server.store, SHARD)).toEqual([]);
});

test('what the instansi shares is in every school, follows each change, and is no school’s to change', async () => {
  const { server, wati, wawan, sri } = await dunia();
  const [asli] = await daftar(kirim(wati, POLA_INSTANSI));
  expect(await diHp(sri)).toEqual([{ nama: 'Upacara', ada: true }]);
  expect(await daftar(baca(wati, NPSN_LAIN))).toMatchObject([{ isi: UPACARA, dinas: true }]);
  const [disini] = await daftar(baca(wawan, NPSN));
  await expectProblem(await kirim(wawan, NPSN, { ...UPACARA, nama: 'Punya kami' }, disini?.id), 'tidak_ada');
  await expectProblem(await pensiunkan(wawan, NPSN, disini?.id ?? ''), 'tidak_ada');
  await kirim(wati, POLA_INSTANSI, { ...UPACARA, nama: 'Upacara Senin' }, asli?.id);
  expect(await diHp(sri)).toEqual([{ nama: 'Upacara Senin', ada: true }]);
  await pensiunkan(wati, POLA_INSTANSI, asli?.id ?? '');
  expect(await diHp(sri)).toEqual([{ nama: 'Upacara Senin', ada: false }]);
  await kirim(wati, POLA_INSTANSI, UPACARA, asli?.id);
  expect(await diHp(sri)).toEqual([{ nama: 'Upacara', ada: true }]);
  expect(await verifyLedger(server.store)).toMatchObject({ ok: true });
});

test('a head’s own phone shares by command; the admin sees it in the same list', async () => {
  const { wawan, trisno, sri } = await dunia();
  await trisno.add(
    aCommand({ kind: 'polaSekolah.tambah', shard: SHARD, record: null, base: null, body: UPACARA }),
  );
  await trisno.syncAll();
  expect(await daftar(baca(wawan, NPSN))).toMatchObject([{ isi: UPACARA, dinas: false }]);
  expect(await diHp(sri)).toEqual([{ nama: 'Upacara', ada: true }]);
});

test('a school of another admin, the instansi’s list and a wilayah are not there for whoever does not keep them', async () => {
  const { wawan, wati, sri } = await dunia();
  for (const phone of [wawan, sri])
    for (const npsn of [NPSN_LAIN, POLA_INSTANSI, 'P0000000', '__proto__', 'x'.repeat(300)]) {
      await expectProblem(await baca(phone, npsn), 'tidak_ada');
      await expectProblem(await kirim(phone, npsn), 'tidak_ada');
    }
  await expectProblem(await baca(wati, 'P0000000'), 'tidak_ada');
  await expectProblem(await kirim(wawan, NPSN, UPACARA, 'd_lain.1.AAAAAAAAAAA'), 'tidak_ada');
  expect(await daftar(baca(wawan, NPSN))).toEqual([]);
});

test.each([
  ['an RHK', { rhk: 'GR-U-01' }, 'isi_salah'],
  ['an origin that is not its to name', { asal: 'd_lain.1.AAAAAAAAAAA' }, 'isi_salah'],
  ['hours the wrong way round', { mulai: '09:00', selesai: '08:00' }, 'jam_terbalik'],
  ['no unit', { satuan: '' }, 'isi_salah'],
] as const)('a pattern with %s is refused and nothing is kept', async (_name, part, code) => {
  const { wawan } = await dunia();
  const jawaban = await kirim(wawan, NPSN, { ...UPACARA, ...part });
  expect(jawaban.status).toBeGreaterThanOrEqual(400);
  expect(code === 'isi_salah' || ((await jawaban.json()) as { code: string }).code === code).toBe(true);
  expect(await daftar(baca(wawan, NPSN))).toEqual([]);
});

test('the list is full at its limit, and a retired pattern makes room', async () => {
  const { wawan } = await dunia();
  for (let i = 0; i < POLA_SEKOLAH_TERBANYAK; i += 1)
    expect((await kirim(wawan, NPSN, { ...UPACARA, nama: `Pola ${i}` })).status).toBe(200);
  await expectProblem(await kirim(wawan, NPSN), 'pola_penuh');
  const [satu] = await daftar(baca(wawan, NPSN));
  await pensiunkan(wawan, NPSN, satu?.id ?? '');
  expect((await kirim(wawan, NPSN)).status).toBe(200);
  await expectProblem(await kirim(wawan, NPSN, UPACARA, satu?.id), 'pola_penuh');
});

describe('what the instansi shares with very many schools', () => {
  const banyak = async () => {
    const server = await anInstansi();
    const rooms = ruang(server);
    for (let i = 0; i < 43; i += 1)
      await tambahSekolah(rooms, { npsn: String(20_300_000 + i), nama: `SD ${i}` });
    const bagian: number[] = [];
    const faults: unknown[] = [];
    let berhentiPada = Number.POSITIVE_INFINITY;
    const write: Store['write'] = (work, hold) => {
      if (bagian.length + 1 >= berhentiPada) return Promise.reject(new Error('listrik padam'));
      bagian.push(hold?.shards?.length ?? 0);
      return rooms.store.write(work, hold);
    };
    const meja = createPolaMeja({
      ...{ ...rooms, store: { ...rooms.store, write } },
      onFault: (cause) => void faults.push(cause),
    });
    const admin = { id: BU_WATI.id, nama: BU_WATI.nama, hak: ['sek:P0000001'] };
    const berhenti = (pada: number): void => {
      berhentiPada = pada;
    };
    /** How many schools have this pattern, and how many lines there are of patterns. */
    const keadaan = (nama: string) =>
      server.store.read(async (tx) => {
        let [ada, baris] = [0, 0];
        for (const shard of await tx.shards()) {
          const pola = (await tx.recordsOfKind(shard, 'pola', '')).map(({ record }) => record);
          ada += pola.filter(
            ({ content, deleted }) => !deleted && (content as { nama: string }).nama === nama,
          ).length;
          baris += (await tx.ledgerLines(shard, 0, 100)).filter(({ content }) =>
            content.kind.startsWith('polaSekolah.'),
          ).length;
        }
        return { ada, baris };
      });
    return { server, meja, admin, bagian, faults, berhenti, keadaan };
  };

  test('is written there first, then goes by portions, and not a line twice', async () => {
    const { server, meja, admin, bagian, keadaan } = await banyak();
    expect(await meja.tambah(admin, POLA_INSTANSI, UPACARA)).toMatchObject({ list: [{ isi: UPACARA }] });
    expect(bagian).toEqual([1, 20, 20, 5]);
    expect(await keadaan('Upacara')).toEqual({ ada: 46, baris: 46 });
    await meja.tambah(admin, POLA_INSTANSI, { ...UPACARA, nama: 'Apel' });
    expect(await keadaan('Apel')).toEqual({ ada: 46, baris: 92 });
    await meja.selaraskan();
    expect(await keadaan('Apel')).toEqual({ ada: 46, baris: 92 });
    for (const shard of ['sek:P0000001', 'sek:20300007'])
      expect(await compareWithLedger(server.store, shard)).toEqual([]);
  });

  test('broken off in the middle, it is shared all the same and finished by itself; a school added meanwhile has it once', async () => {
    const { server, meja, admin, faults, berhenti, keadaan } = await banyak();
    berhenti(3);
    expect(await meja.tambah(admin, POLA_INSTANSI, UPACARA)).toMatchObject({ list: [{ isi: UPACARA }] });
    expect(faults).toHaveLength(1);
    expect(await keadaan('Upacara')).toMatchObject({ ada: 21 });
    await tambahSekolah(ruang(server), { npsn: '20399999', nama: 'SD baru' });
    berhenti(Number.POSITIVE_INFINITY);
    await meja.selaraskan();
    expect(await keadaan('Upacara')).toEqual({ ada: 47, baris: 47 });
  });
});
