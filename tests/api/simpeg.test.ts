import { describe, expect, test } from 'vitest';
import { compareWithLedger, verifyLedger } from '../../server/ledger/index.ts';
import { kenali } from '../../server/operations/simpeg/kenali.ts';
import { pemetaanUntuk } from '../../server/operations/simpeg/sumber.ts';
import { urungkan } from '../../server/operations/simpeg/urungkan.ts';
import { bacaBerkas } from '../../server/people/simpeg/baca.ts';
import { HalamanImpor, HalamanPegawai, KeadaanImpor } from '../../shared/protocol/index.ts';
import { aCommand } from '../support/builders.ts';
import { INSTANSI, impor, ruang } from '../support/impor.ts';
import type { Phone } from '../support/phone.ts';
import { aServer, PAK_TRISNO, type Person, SANDI, type TestServer } from '../support/server.ts';
import { berkasUji, dengan, SEKOLAH_KECIL } from '../support/simpeg.ts';
import { expectProblem, phoneOf } from './signed-in.ts';

const HARI = 86_400_000;
const csv = (tabel: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(tabel.map((satu) => satu.join(';')).join('\r\n'));
const KECIL = csv(SEKOLAH_KECIL);
const [KEPALA = '', SRI = '', BUDI = ''] = SEKOLAH_KECIL.slice(1).map(([nip]) => nip ?? '');
const SEKOLAH = 'sek:69000001';

const orang = async (server: TestServer, nip: string) => (await kenali(server.store)).menurutNip.get(nip);
/** What is known of everybody, by number. */
const isiSemua = async ({ store }: TestServer) =>
  [...(await kenali(store)).menurutNip].map(([nip, { isi, shard }]) => [nip, shard, isi]).sort();
/** Records that are not what the ledger makes of them. */
const bedaCatatan = async ({ store }: TestServer) => {
  const shards = await store.read((tx) => tx.shards());
  return (await Promise.all(shards.map((shard) => compareWithLedger(store, shard)))).flat();
};
const akun = (server: TestServer, nip: string) => server.store.read((tx) => tx.accountByNip(nip));
const aktifkan = async (server: TestServer, nip: string): Promise<void> => {
  const password = await server.passwords.hash(SANDI);
  await server.store.write(async (tx) => {
    const satu = await tx.accountByNip(nip);
    if (satu) await tx.putAccount({ ...satu, password });
  });
};
const masuk = async (server: TestServer, nip: string) => {
  const phone = await phoneOf(server, { id: '', nip, nama: '' });
  return phone.sync();
};

test('the workbook of a district: an account and a school for all who may sign in, and again it changes nothing', async () => {
  const server = await aServer({ people: [] });
  const pertama = await impor(server, berkasUji('simpeg-kabupaten.xlsx'));
  expect(pertama.jumlah).toMatchObject({ baru: 611, berubah: 0, sama: 5, ditolak: 1, hilang: 0 });
  const isi = await kenali(server.store);
  expect(isi.menurutNip.size).toBe(611);
  const akunAda = await server.store.read((tx) =>
    Promise.all([...isi.menurutNip.keys()].map((nip) => tx.accountByNip(nip))),
  );
  expect(akunAda.every((satu) => satu?.deactivatedAt === null && satu.password === '')).toBe(true);
  // Whoever lost digits of her NIP, and whoever never had one, has a number in its place.
  expect([...isi.menurutNip.keys()].filter((nip) => nip.startsWith('99'))).toHaveLength(101 + 5);
  const penilai = [...isi.menurutNip.values()].filter(
    (satu) => satu.shard !== INSTANSI && satu.penilai === null,
  );
  expect(penilai.map((satu) => satu.isi.jabatan)).toEqual(Array.from({ length: 40 }, () => 'Kepala Sekolah'));
  const kedua = await impor(server, berkasUji('simpeg-kabupaten.xlsx'));
  expect(kedua.jumlah).toMatchObject({ baru: 0, berubah: 0, sama: 616 });
  expect(await verifyLedger(server.store)).toMatchObject({ ok: true });
  expect(await bedaCatatan(server)).toEqual([]);
  expect(server.faults).toEqual([]);
}, 30_000);

test('nobody signs in to an account that is not activated yet, whatever she types', async () => {
  const server = await aServer({ people: [] });
  await impor(server, KECIL);
  const phone = await import('../support/phone.ts').then(({ aPhone }) =>
    aPhone((request) => server.fetch(request)),
  );
  for (const sandi of ['x', SRI, '12-03-1987', '!'])
    expect((await phone.signIn(SRI, sandi)).status).toBe(401);
});

test('what is imported reaches her phone, her head is her penilai, and he sees her', async () => {
  const server = await aServer({ people: [] });
  await impor(server, KECIL);
  for (const nip of [KEPALA, SRI]) await aktifkan(server, nip);
  const [sri, kepala] = [await masuk(server, SRI), await masuk(server, KEPALA)];
  expect(sri.chg.map(({ k }) => k).sort()).toEqual(['pegawai', 'satker']);
  expect(sri.chg.find(({ k }) => k === 'pegawai')?.b).toMatchObject({
    penilai: { nama: 'Sutrisno' },
    status: 'PNS',
  });
  expect(kepala.chg.filter(({ k }) => k === 'pegawai')).toHaveLength(3);
});

test('undo within seven days: who came is gone, who changed is as before, and after it the file comes in again', async () => {
  const server = await aServer({ people: [] });
  await impor(server, KECIL);
  const sebelum = (await orang(server, SRI))?.isi;
  const semua = await isiSemua(server);
  const { id, jumlah } = await impor(
    server,
    csv([
      ...dengan(2, 'Jabatan', 'Guru Agama'),
      [
        '199505052020051009',
        '',
        'Baru',
        '05-05-1995',
        'L',
        'PNS',
        'Guru Kelas',
        'SD Negeri 1 Uji',
        '69000001',
        KEPALA,
      ],
    ]),
  );
  expect(jumlah).toMatchObject({ baru: 1, berubah: 1 });
  expect((await akun(server, SRI))?.jabatan).toBe('Guru Agama');
  expect(await urungkan(ruang(server), { id, instansi: INSTANSI })).toEqual({
    ok: true,
    kembali: 2,
    tetap: [],
  });
  expect((await orang(server, SRI))?.isi).toEqual(sebelum);
  expect(await isiSemua(server)).toEqual(semua);
  expect((await akun(server, SRI))?.jabatan).toBe('Guru Kelas');
  expect(await orang(server, '199505052020051009')).toBeUndefined();
  expect((await akun(server, '199505052020051009'))?.deactivatedAt).not.toBeNull();
  expect(await urungkan(ruang(server), { id, instansi: INSTANSI })).toEqual({
    ok: true,
    kembali: 0,
    tetap: [],
  });
  const lagi = await impor(
    server,
    csv([
      ...SEKOLAH_KECIL,
      [
        '199505052020051009',
        '',
        'Baru',
        '05-05-1995',
        'L',
        'PNS',
        'Guru Kelas',
        'SD Negeri 1 Uji',
        '69000001',
        KEPALA,
      ],
    ]),
  );
  expect(lagi.jumlah).toMatchObject({ baru: 1, berubah: 0 });
  expect((await akun(server, '199505052020051009'))?.deactivatedAt).toBeNull();
  expect(await bedaCatatan(server)).toEqual([]);
});

test('undo leaves whoever has begun to work, and whatever another hand changed since; after seven days it is refused', async () => {
  const server = await aServer({ people: [] });
  const { id } = await impor(server, KECIL);
  await aktifkan(server, SRI);
  await masuk(server, SRI);
  await impor(server, csv(dengan(3, 'Jabatan', 'Guru Kelas')));
  const hasil = await urungkan(ruang(server), { id, instansi: INSTANSI });
  expect(hasil).toMatchObject({ ok: true, kembali: 1 });
  expect(hasil.ok && hasil.tetap).toEqual([
    { nama: 'Sri Wahyuni', sebab: 'sudah_dipakai' },
    { nama: 'Budi Santoso', sebab: 'sudah_berubah' },
  ]);
  expect((await masuk(server, SRI)).res).toEqual([]);
  const kedua = await impor(server, KECIL);
  server.clock.forward(8 * HARI);
  expect(await urungkan(ruang(server), { id: kedua.id, instansi: INSTANSI })).toMatchObject({
    code: 'lewat_urung',
  });
});

test('somebody who is not in the file is marked with the day, signs in as ever, and is unmarked when she is back', async () => {
  const server = await aServer({ people: [] });
  await impor(server, KECIL);
  await aktifkan(server, BUDI);
  const { jumlah } = await impor(server, csv(SEKOLAH_KECIL.slice(0, 3)));
  expect(jumlah.hilang).toBe(1);
  expect(await orang(server, BUDI)).toMatchObject({ hilang: true });
  await masuk(server, BUDI);
  await impor(server, KECIL);
  expect(await orang(server, BUDI)).toMatchObject({ hilang: false });
});

test('rows that were left out do not come in, the others do', async () => {
  const server = await aServer({ people: [] });
  expect((await impor(server, KECIL, ['CSV:3'])).jumlah).toMatchObject({ baru: 2, ditolak: 1 });
  expect(await akun(server, SRI)).toBeNull();
});

test('who comes in without a NIP keeps her account when the next file has one; a NIP of another never moves', async () => {
  const server = await aServer({ people: [] });
  await impor(
    server,
    csv(dengan(3, 'NIP', '').map((satu) => satu.map((sel) => (sel === 'PPPK' ? 'Honorer' : sel)))),
  );
  const [[nomor = '', lama] = []] = [...(await kenali(server.store)).menurutNip].filter(([nip]) =>
    nip.startsWith('99'),
  );
  expect(nomor).toMatch(/^99\d{16}$/);
  expect(lama?.isi).toMatchObject({ nama: 'Budi Santoso', status: 'Honorer' });
  await impor(server, KECIL);
  expect((await akun(server, BUDI))?.id).toBe(lama?.id);
  expect(await akun(server, nomor)).toBeNull();
});

test('a move and another superior are shown and not written; a doubted value never replaces one that is held', async () => {
  const server = await aServer({ people: [] });
  const lain = SEKOLAH_KECIL.slice(1).map(([, ...sel], i) => [
    `19700${i + 2}011995011001`,
    ...sel.map((satu) =>
      satu
        .replace('69000001', '69000002')
        .replace('SD Negeri 1', 'SD Negeri 2')
        .replace(KEPALA, '197002011995011001')
        .replace(/^9907.*/, '')
        .replace(/^\d\d-\d\d-\d{4}$/, '')
        .replace(/^P$/, 'L')
        .replace('PPPK', 'PNS'),
    ),
  ]);
  await impor(server, csv([...SEKOLAH_KECIL, ...lain]));
  const pindah = dengan(2, 'NPSN', '69000002').map((satu, i) =>
    i === 2
      ? satu.map((sel) => sel.replace('SD Negeri 1', 'SD Negeri 2').replace(KEPALA, '197002011995011001'))
      : satu,
  );
  const { rencana, jumlah } = await impor(server, csv([...pindah, ...lain]));
  const sri = rencana.baris.find(({ nip }) => nip === SRI);
  expect(sri?.ditahan.map(({ bidang }) => bidang)).toEqual(['npsn', 'penilai']);
  expect(jumlah.berubah).toBe(0);
  expect(await orang(server, SRI)).toMatchObject({ shard: SEKOLAH });
  await impor(server, csv(dengan(2, 'JK', 'L')));
  expect((await orang(server, SRI))?.isi.jenisKelamin).toBe('P');
});

test('how columns were matched is remembered for the source', async () => {
  const server = await aServer({ people: [] });
  await impor(server, KECIL);
  expect(await pemetaanUntuk(server.store, INSTANSI, 'SIMPEG')).toMatchObject({
    nip: 'nip',
    unitkerja: 'unit',
  });
  expect(await pemetaanUntuk(server.store, INSTANSI, 'Dapodik')).toEqual({});
});

describe('the desk of the admin', () => {
  const ADMIN: Person = {
    id: 'p_admin01',
    nip: '197505052000031001',
    nama: 'Wawan',
    shard: INSTANSI,
    peran: 'admin',
  };
  const unggah = async (phone: Phone, bytes: Uint8Array, nama = 'pegawai.csv') => {
    const headers = { 'content-type': 'application/octet-stream' };
    const init = { method: 'POST', body: new Uint8Array(bytes) };
    return phone.ask(`/api/simpeg?name=${encodeURIComponent(nama)}`, init, headers);
  };
  const sampai = async (phone: Phone, id: string, tahap: KeadaanImpor['tahap']): Promise<KeadaanImpor> => {
    for (;;) {
      const keadaan = KeadaanImpor.parse(await (await phone.ask(`/api/simpeg/${id}`)).json());
      if (keadaan.tahap === tahap || keadaan.tahap === 'gagal') return keadaan;
      await new Promise(setImmediate);
    }
  };
  const kirim = (phone: Phone, path: string, body: unknown, method = 'POST') =>
    phone.ask(path, { method, body: JSON.stringify(body) }, { 'content-type': 'application/json' });

  test('a file is laid down, looked at, matched, applied in part, and taken back', async () => {
    const server = await aServer({ people: [ADMIN] });
    const phone = await phoneOf(server, ADMIN);
    const tabel = SEKOLAH_KECIL.map((satu, i) =>
      i === 0 ? satu.map((sel) => (sel === 'Jabatan' ? 'Kolom Aneh' : sel)) : satu,
    );
    const { id } = (await (await unggah(phone, csv(tabel))).json()) as { id: string };
    const siap = await sampai(phone, id, 'siap');
    expect(siap).toMatchObject({
      jumlah: { semua: 3, baru: 3, hilang: 0 },
      sekolahBaru: [{ npsn: '69000001' }],
      yakin: null,
    });
    expect(siap.lembar?.[0]?.judul?.find(({ judul }) => judul === 'Kolom Aneh')?.kolom).toBeNull();
    expect(
      (await kirim(phone, `/api/simpeg/${id}/columns`, { pemetaan: { 'Kolom Aneh': 'jabatan' } }, 'PUT'))
        .status,
    ).toBe(202);
    await sampai(phone, id, 'siap');
    const halaman = HalamanImpor.parse(
      await (await phone.ask(`/api/simpeg/${id}/rows?show=baru&find=sri`)).json(),
    );
    expect(halaman).toMatchObject({
      jumlah: 1,
      baris: [{ kunci: 'CSV:3', nama: 'Sri Wahyuni', tindakan: 'new' }],
    });
    expect((await kirim(phone, `/api/simpeg/${id}/apply`, { kecuali: ['CSV:4'], yakin: null })).status).toBe(
      202,
    );
    const { impor: batch = '' } = await sampai(phone, id, 'selesai');
    expect(await akun(server, BUDI)).toBeNull();
    expect((await akun(server, KEPALA))?.jabatan).toBe('Kepala Sekolah');
    const daftar = await (await phone.ask('/api/simpeg')).json();
    expect(daftar).toMatchObject({
      list: [{ id: batch, tahap: 'DITERAPKAN', baru: 2, dapatDiurungkan: true }],
    });
    const line = await server.store.read((tx) => tx.linesOfRecord(INSTANSI, batch));
    expect(line.map(({ actor }) => [actor.id, ...actor.peran])).toEqual([
      [ADMIN.id, 'admin', 'sistem'],
      [ADMIN.id, 'admin', 'sistem'],
    ]);
    const urung = await phone.ask(`/api/simpeg/${batch}`, { method: 'DELETE' });
    expect(await urung.json()).toEqual({ kembali: 2, tetap: [] });
    expect(server.faults).toEqual([]);
  });

  test('a file that lacks many people asks for their number to be typed', async () => {
    const server = await aServer({ people: [ADMIN] });
    await impor(server, KECIL);
    const phone = await phoneOf(server, ADMIN);
    const { id } = (await (await unggah(phone, csv(SEKOLAH_KECIL.slice(0, 2)))).json()) as { id: string };
    expect((await sampai(phone, id, 'siap')).yakin).toBe(2);
    await expectProblem(
      await kirim(phone, `/api/simpeg/${id}/apply`, { kecuali: [], yakin: null }),
      'perlu_yakin',
    );
    expect((await kirim(phone, `/api/simpeg/${id}/apply`, { kecuali: [], yakin: 2 })).status).toBe(202);
    await sampai(phone, id, 'selesai');
    expect((await akun(server, SRI))?.deactivatedAt).toBeNull();
  });

  test('no phone of hers can write an import, a school or a person, so that none can be forged', async () => {
    const server = await aServer({ people: [ADMIN] });
    await impor(server, KECIL);
    const phone = await phoneOf(server, ADMIN);
    const [satu] = await server.store.read((tx) => tx.recordsOfKind(INSTANSI, 'impor'));
    const { pegawai } = { pegawai: (await orang(server, SRI))?.isi };
    const kirimPerintah = async (kind: string, body: unknown, record: string | null = null) => {
      await phone.add(aCommand({ kind, shard: INSTANSI, record, base: record, body }));
      await phone.syncAll();
      return phone.verdicts.get(phone.lastNumber);
    };
    const isi = satu?.record.kind === 'impor' ? satu.record.content : null;
    const ditolak = { r: 'no', code: 'di_luar_wewenang' };
    expect(await kirimPerintah('impor.mulai', isi)).toMatchObject(ditolak);
    expect(
      await kirimPerintah('pegawai.tetapkan', { pemilik: ADMIN.id, isi: { ...pegawai, penilai: null } }),
    ).toMatchObject(ditolak);
    expect(await kirimPerintah('impor.urungkan', {}, satu?.record.id ?? '')).toMatchObject(ditolak);
  });

  test('for anybody else there is no such address, nor for the admin of another instansi', async () => {
    const lain: Person = { ...ADMIN, id: 'p_admin02', nip: '197606062000031002', shard: 'sek:P0000009' };
    const server = await aServer({ people: [ADMIN, lain, PAK_TRISNO] });
    const admin = await phoneOf(server, ADMIN);
    const { id } = (await (await unggah(admin, KECIL)).json()) as { id: string };
    await sampai(admin, id, 'siap');
    for (const orangLain of [lain, PAK_TRISNO]) {
      const phone = await phoneOf(server, orangLain);
      for (const path of [`/api/simpeg/${id}`, `/api/simpeg/${id}/rows`, `/api/simpeg/${id}/faults.xlsx`])
        await expectProblem(await phone.ask(path), 'tidak_ada');
      await expectProblem(
        await kirim(phone, `/api/simpeg/${id}/apply`, { kecuali: [], yakin: null }),
        'tidak_ada',
      );
      await expectProblem(await phone.ask(`/api/simpeg/${id}`, { method: 'DELETE' }), 'tidak_ada');
    }
    await expectProblem(await unggah(await phoneOf(server, PAK_TRISNO), KECIL), 'tidak_ada');
    expect(await akun(server, SRI)).toBeNull();
  });

  test('what cannot be read is refused with a sentence; the file to send back holds no formula', async () => {
    const server = await aServer({ people: [ADMIN] });
    const phone = await phoneOf(server, ADMIN);
    const rusak = (await (await unggah(phone, new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).json()) as {
      id: string;
    };
    expect((await sampai(phone, rusak.id, 'siap')).kalimat).toMatch(/\.xls lama/);
    const jahat = dengan(2, 'Nama', '=HYPERLINK("http://x")').map((satu, i) =>
      i === 2 ? satu.map((sel) => (sel === 'Guru Kelas' ? '+cmd|x' : sel === 'P' ? '＝1' : sel)) : satu,
    );
    const { id } = (await (await unggah(phone, csv(jahat))).json()) as { id: string };
    await sampai(phone, id, 'siap');
    const berkas = await phone.ask(`/api/simpeg/${id}/faults.xlsx`);
    expect(berkas.headers.get('content-disposition')).toContain('attachment');
    const [lembar] = await bacaBerkas(new Uint8Array(await berkas.arrayBuffer()));
    const sel = (lembar?.baris ?? []).flatMap((satu) => satu.sel);
    expect(sel.every((satu) => typeof satu === 'string' && !/^[=+\-@＝]/.test(satu))).toBe(true);
    expect(sel).toContain(SRI);
    expect(sel).toContain("'＝1");
  });
});

describe('a faulty row leaves its mark on the person', () => {
  const SALAH = csv(dengan(2, 'NIP Atasan', ''));
  const tanda = async (server: TestServer) => (await orang(server, SRI))?.perluDiperbaiki;
  const admin: Person = {
    id: 'p_joko',
    nip: '198002022005011002',
    nama: 'Joko',
    shard: INSTANSI,
    peran: 'admin',
  };
  const tindak = async (phone: Phone, body: object): Promise<number> => {
    const id = (await phone.ask('/api/staff?show=perluDiperbaiki').then((answer) => answer.json())) as {
      baris: { id: string }[];
    };
    const headers = { 'content-type': 'application/json' };
    const path = `/api/staff/${id.baris[0]?.id}`;
    return (await phone.ask(path, { method: 'POST', body: JSON.stringify(body) }, headers)).status;
  };
  const terdaftar = async (phone: Phone): Promise<unknown[]> => {
    const answer = await phone.ask('/api/staff?show=perluDiperbaiki');
    return HalamanPegawai.parse(await answer.json()).baris.map(({ nip, salah }) => [nip, salah]);
  };

  test('until the next file has it right: on her, on her phone, in the list; column and class, and nothing of the cell', async () => {
    const server = await aServer({ people: [] });
    const salah = dengan(2, 'NIK', '99070152038700').map((satu, i) =>
      i === 2 ? satu.map((sel) => (sel === '197001011995011001' ? '' : sel)) : satu,
    );
    await impor(server, csv(salah));
    await server.addPerson(admin);
    const joko = await phoneOf(server, admin);
    expect(await tanda(server)).toMatchObject({ salah: [{ kolom: 'nipAtasan', kelas: 'atasan-kosong' }] });
    expect(JSON.stringify(await tanda(server))).not.toContain('9907');
    expect(await terdaftar(joko)).toEqual([[SRI, 1]]);
    await aktifkan(server, SRI);
    const sri = await masuk(server, SRI);
    expect(sri.chg.find(({ k }) => k === 'pegawai')?.b).toHaveProperty('perluDiperbaiki');
    // The same file again: the same mark, of the same day, and nothing is written.
    const dulu = (await orang(server, SRI))?.head;
    expect((await impor(server, csv(salah))).jumlah).toMatchObject({ berubah: 0, sama: 3 });
    expect((await orang(server, SRI))?.head).toBe(dulu);
    expect((await impor(server, KECIL)).jumlah).toMatchObject({ baru: 0, berubah: 0, sama: 3 });
    expect(await tanda(server)).toBeUndefined();
    expect(await terdaftar(joko)).toEqual([]);
    expect(await bedaCatatan(server)).toEqual([]);
  });

  test('on whoever was here before as well, and taking the import back takes it away', async () => {
    const server = await aServer({ people: [] });
    await impor(server, KECIL);
    const { id, jumlah } = await impor(server, SALAH);
    expect(jumlah).toMatchObject({ berubah: 0, bermasalah: 1 });
    expect(await tanda(server)).toMatchObject({ salah: [{ kelas: 'atasan-kosong' }] });
    expect(await urungkan(ruang(server), { id, instansi: INSTANSI })).toMatchObject({ kembali: 1 });
    expect(await tanda(server)).toBeUndefined();
  });

  test('until somebody mends the field by hand, or says that nothing is left to mend', async () => {
    const server = await aServer({ people: [] });
    await impor(server, csv(dengan(2, 'JK', 'L')));
    await server.addPerson(admin);
    const joko = await phoneOf(server, admin);
    expect(await tanda(server)).toMatchObject({ salah: [{ kolom: 'jk', kelas: 'jk-beda-nip' }] });
    const { isi } = (await orang(server, SRI)) ?? {};
    expect(await tindak(joko, { apa: 'ubah', isi: { ...isi, jabatan: 'Guru Agama' } })).toBe(200);
    expect(await tanda(server)).toBeDefined();
    const lain = isi?.jenisKelamin === 'P' ? 'L' : 'P';
    expect(await tindak(joko, { apa: 'ubah', isi: { ...isi, jenisKelamin: lain } })).toBe(200);
    expect(await tanda(server)).toBeUndefined();
    await impor(server, SALAH);
    expect(await tindak(joko, { apa: 'beres' })).toBe(200);
    expect(await tanda(server)).toBeUndefined();
    expect(await bedaCatatan(server)).toEqual([]);
  });
});
