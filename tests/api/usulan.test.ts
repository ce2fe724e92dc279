import { expect, test } from 'vitest';
import { compareWithLedger, verifyLedger } from '../../server/ledger/index.ts';
import { readDemoFoto } from '../../server/operations/demo-data.ts';
import { kenali } from '../../server/operations/simpeg/kenali.ts';
import { urungkan } from '../../server/operations/simpeg/urungkan.ts';
import { DaftarUsulan, type PutusanUsulan, SatuPegawai, shardOf } from '../../shared/protocol/index.ts';
import type { Usulan } from '../../shared/records/index.ts';
import { aCommand, shaOf } from '../support/builders.ts';
import { buktikan } from '../support/bukti.ts';
import { INSTANSI, impor, ruang } from '../support/impor.ts';
import { aPhone, type Phone } from '../support/phone.ts';
import { aServer, type Person, SANDI, type TestServer } from '../support/server.ts';
import { dengan, SEKOLAH_KECIL } from '../support/simpeg.ts';
import { expectProblem, phoneOf } from './signed-in.ts';

const JAM = 3_600_000;
const SEKOLAH = shardOf('69000001');
const [KEPALA = '', SRI = '', BUDI = ''] = SEKOLAH_KECIL.slice(1).map(([nip]) => nip ?? '');
const SRI_BENAR = '198703122011012040';
const csv = (tabel: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(tabel.map((satu) => satu.join(';')).join('\r\n'));
const KECIL = csv(SEKOLAH_KECIL);

const admin = (id: string, nip: string, shard: string): Person => ({
  id,
  nip,
  nama: id,
  shard,
  peran: 'admin',
});
const DEWI = admin('p_dewi', '198001012005012001', SEKOLAH);
const JOKO = admin('p_joko', '198002022005011002', INSTANSI);
const RINA = admin('p_rina', '198003032005012003', INSTANSI);
const LAIN = admin('p_lain', '198004042005012004', shardOf('20104523'));

/** A school that came by a file, whose teacher is active; with these admins. */
const aDinas = async (...orang: readonly Person[]): Promise<{ server: TestServer; sri: Phone }> => {
  const server = await aServer({ people: [] });
  await impor(server, KECIL);
  for (const satu of orang) await server.addPerson(satu);
  const password = await server.passwords.hash(SANDI);
  await server.store.write(async (tx) => {
    for (const nip of [KEPALA, SRI]) {
      const akun = await tx.accountByNip(nip);
      if (akun) await tx.putAccount({ ...akun, password });
    }
  });
  const sri = await phoneOf(server, { id: '', nip: SRI, nama: '' });
  await sri.syncAll();
  return { server, sri };
};

const usulkan = async (phone: Phone, part: Partial<Usulan> = {}): Promise<string> => {
  const body: Usulan = {
    ...{ bidang: 'jabatan', nilai: 'Guru Agama', semula: 'Guru Kelas', tautan: ['https://contoh.id/sk.pdf'] },
    bukti: 'SK 823/112 tanggal 1 Oktober 2026',
    foto: [],
    ...part,
  };
  const id = await phone.add(
    aCommand({ kind: 'usulan.ajukan', shard: SEKOLAH, record: null, base: null, body }),
  );
  await phone.syncAll();
  expect(phone.verdicts.get(phone.lastNumber)).toMatchObject({ r: 'ok' });
  return id;
};

const daftar = async (phone: Phone) =>
  DaftarUsulan.parse(await (await phone.ask('/api/corrections')).json()).list;
const putuskan = async (phone: Phone, id: string, part: Partial<PutusanUsulan> = {}): Promise<Response> => {
  const dilihat = (await daftar(phone)).find((satu) => satu.id === id)?.dilihat ?? id;
  const body = JSON.stringify({ shard: SEKOLAH, dilihat, setuju: true, catatan: '', ...part });
  return phone.ask(
    `/api/corrections/${id}`,
    { method: 'POST', body },
    { 'content-type': 'application/json' },
  );
};
const setuju = async (phone: Phone, id: string): Promise<void> =>
  expect((await putuskan(phone, id)).status).toBe(202);

const punya = async (phone: Phone, kind: string, id?: string) => {
  await phone.syncAll();
  const found = [...phone.records.values()].find((satu) => satu.k === kind && (!id || satu.id === id));
  return { content: found?.b, state: found?.st };
};
const sehat = async ({ store, faults }: TestServer): Promise<void> => {
  expect(await verifyLedger(store)).toMatchObject({ ok: true });
  const shards = await store.read((tx) => tx.shards());
  expect((await Promise.all(shards.map((shard) => compareWithLedger(store, shard)))).flat()).toEqual([]);
  expect(faults).toEqual([]);
};
const masuk = async (server: TestServer, nip: string): Promise<number> =>
  (await (await aPhone((request) => server.fetch(request))).signIn(nip, SANDI)).status;
const orang = async (server: TestServer, nip: string) => (await kenali(server.store)).menurutNip.get(nip);

test('the school passes it on, the instansi accepts it: her data say so and where it comes from, and she sees each step', async () => {
  const { server, sri } = await aDinas(DEWI, JOKO);
  const [dewi, joko] = [await phoneOf(server, DEWI), await phoneOf(server, JOKO)];
  const id = await usulkan(sri);
  expect(await daftar(dewi)).toMatchObject([
    { id, nama: 'Sri Wahyuni', kini: 'Guru Kelas', nilai: 'Guru Agama', halangan: null, langkah: 'teruskan' },
  ]);
  expect(await daftar(joko)).toMatchObject([{ halangan: 'menunggu_sekolah' }]);
  await expectProblem(await putuskan(joko, id), 'menunggu_sekolah');
  expect((await putuskan(dewi, id, { catatan: 'SK asli sudah dilihat' })).status).toBe(202);
  expect(await daftar(dewi)).toEqual([]);
  expect((await punya(sri, 'usulan', id)).state).toMatchObject({ tahap: 'DITERUSKAN' });
  expect((await punya(sri, 'pegawai')).content).toMatchObject({ jabatan: 'Guru Kelas' });
  expect(await daftar(joko)).toMatchObject([
    { penerus: { nama: 'p_dewi', catatan: 'SK asli sudah dilihat' }, langkah: 'terima' },
  ]);
  await setuju(joko, id);
  expect((await punya(sri, 'usulan', id)).state).toMatchObject({ tahap: 'DITERIMA', oleh: 'p_joko' });
  expect((await punya(sri, 'pegawai')).content).toMatchObject({
    jabatan: 'Guru Agama',
    asal: { dasar: { dari: 'simpeg' }, bidang: { jabatan: { dari: 'usulan', semula: 'Guru Kelas' } } },
  });
  expect(await server.store.read((tx) => tx.accountByNip(SRI))).toMatchObject({ jabatan: 'Guru Agama' });
  await sehat(server);
});

test('where the school has no admin the instansi decides at once; where he stays silent, after three days', async () => {
  const { server, sri } = await aDinas(JOKO);
  const joko = await phoneOf(server, JOKO);
  await setuju(joko, await usulkan(sri));
  await server.addPerson(DEWI);
  const id = await usulkan(sri, { bidang: 'nama', nilai: 'Sri Wahyuningsih', semula: 'Sri Wahyuni' });
  await expectProblem(await putuskan(joko, id), 'menunggu_sekolah');
  server.clock.forward(73 * JAM);
  await buktikan(joko);
  await setuju(joko, id);
  expect((await punya(sri, 'pegawai')).content).toMatchObject({ nama: 'Sri Wahyuningsih' });
});

test('a refusal needs a reason, reaches her with it, and she may propose again; a decision lands only on what was seen', async () => {
  const { server, sri } = await aDinas(JOKO);
  const joko = await phoneOf(server, JOKO);
  const id = await usulkan(sri);
  await expectProblem(await putuskan(joko, id, { setuju: false }), 'teks_pendek');
  await expectProblem(await putuskan(joko, id, { dilihat: 'd_abcdef.9.AAAAAAAAAAA' }), 'tahap_salah');
  expect((await putuskan(joko, id, { setuju: false, catatan: 'SK-nya belum berlaku' })).status).toBe(202);
  expect((await punya(sri, 'usulan', id)).state).toMatchObject({
    tahap: 'DITOLAK',
    catatan: 'SK-nya belum berlaku',
  });
  await expectProblem(await putuskan(joko, id), 'tahap_salah');
  await usulkan(sri);
});

test('who keeps another school sees nothing of it and decides nothing; a teacher finds no such address; nobody decides on her own', async () => {
  const { server, sri } = await aDinas(LAIN);
  const id = await usulkan(sri);
  const lain = await phoneOf(server, LAIN);
  expect(await daftar(lain)).toEqual([]);
  await expectProblem(await putuskan(lain, id), 'tidak_ada');
  await expectProblem(await lain.ask('/api/simpeg'), 'tidak_ada');
  await expectProblem(await sri.ask('/api/corrections'), 'tidak_ada');
  await server.store.write((tx) =>
    tx.putGrant({
      account: sri.account,
      shard: SEKOLAH,
      view: 'milik',
      peran: 'admin',
      since: 0,
      until: null,
    }),
  );
  expect(await daftar(sri)).toMatchObject([{ halangan: 'usulan_sendiri' }]);
  await expectProblem(await putuskan(sri, id), 'usulan_sendiri');
  // A second right with the same view brings nothing twice.
  const baru = await phoneOf(server, { id: '', nip: SRI, nama: '' });
  const { chg } = await baru.sync();
  expect(new Set(chg.map(({ id: satu }) => satu)).size).toBe(chg.length);
});

test('an accepted correction stands against the next file, which shows it; undo leaves it; a file that agrees has the field back', async () => {
  const { server, sri } = await aDinas(JOKO);
  await setuju(await phoneOf(server, JOKO), await usulkan(sri));
  const lagi = await impor(server, KECIL);
  expect(lagi.jumlah).toMatchObject({ baru: 0, berubah: 0, hilang: 0 });
  expect(lagi.rencana.baris.find(({ nip }) => nip === SRI)).toMatchObject({
    beda: [],
    ditahan: [{ bidang: 'jabatan', sebelum: 'Guru Agama', sesudah: 'Guru Kelas', dibetulkan: true }],
  });
  const lain = await impor(server, csv(dengan(2, 'Nama', 'Sri Wahyuni Lestari')));
  expect((await orang(server, SRI))?.isi).toMatchObject({
    jabatan: 'Guru Agama',
    nama: 'Sri Wahyuni Lestari',
  });
  await urungkan(ruang(server), { id: lain.id, instansi: INSTANSI });
  expect((await orang(server, SRI))?.isi).toMatchObject({ jabatan: 'Guru Agama', nama: 'Sri Wahyuni' });
  await impor(server, csv(dengan(2, 'Jabatan', 'Guru Agama')));
  expect((await punya(sri, 'pegawai')).content).toMatchObject({
    asal: { bidang: { jabatan: { dari: 'simpeg' } } },
  });
  await impor(server, csv(dengan(2, 'Jabatan', 'Guru BK')));
  expect((await orang(server, SRI))?.isi).toMatchObject({ jabatan: 'Guru BK' });
  await sehat(server);
});

test('a NIP is corrected by two people; she signs in with both until the file agrees, and is never doubled', async () => {
  const { server, sri } = await aDinas(JOKO, RINA);
  const [joko, rina] = [await phoneOf(server, JOKO), await phoneOf(server, RINA)];
  const id = await usulkan(sri, { bidang: 'nip', nilai: SRI_BENAR, semula: SRI });
  await setuju(joko, id);
  expect(await daftar(joko)).toMatchObject([{ langkah: 'orang_kedua' }]);
  await expectProblem(await putuskan(joko, id), 'orang_kedua');
  await setuju(rina, id);
  // The phone that she is signed in on goes on as if nothing had happened.
  expect((await punya(sri, 'pegawai')).content).toMatchObject({ nip: SRI_BENAR });
  expect([await masuk(server, SRI), await masuk(server, SRI_BENAR)]).toEqual([200, 200]);
  const lagi = await impor(server, KECIL);
  expect(lagi.jumlah).toMatchObject({ baru: 0, berubah: 0, hilang: 0 });
  expect(lagi.rencana.baris.find(({ nip }) => nip === SRI_BENAR)?.ditahan).toMatchObject([
    { bidang: 'nip', sebelum: SRI_BENAR, sesudah: SRI, dibetulkan: true },
  ]);
  expect((await kenali(server.store)).menurutNip.size).toBe(3);
  expect([await masuk(server, SRI), await masuk(server, SRI_BENAR)]).toEqual([200, 200]);
  await impor(server, csv(dengan(2, 'NIP', SRI_BENAR)));
  expect([await masuk(server, SRI), await masuk(server, SRI_BENAR)]).toEqual([401, 200]);
  expect((await kenali(server.store)).menurutNip.size).toBe(3);
  await sehat(server);
});

test('the number before goes to whoever it really belongs to: another account comes of it, and signs in to itself alone', async () => {
  const { server, sri } = await aDinas(JOKO, RINA);
  const id = await usulkan(sri, { bidang: 'nip', nilai: SRI_BENAR, semula: SRI });
  for (const siapa of [JOKO, RINA]) await setuju(await phoneOf(server, siapa), id);
  const bukanSri = dengan(2, 'Nama', 'Kartika Dewi Anggraini');
  expect((await impor(server, csv(bukanSri))).jumlah).toMatchObject({ baru: 1, berubah: 0 });
  expect((await orang(server, SRI_BENAR))?.isi.nama).toBe('Sri Wahyuni');
  expect((await orang(server, SRI))?.id).not.toBe((await orang(server, SRI_BENAR))?.id);
  expect([await masuk(server, SRI), await masuk(server, SRI_BENAR)]).toEqual([401, 200]);
});

test('a NIP that another account has is refused, and guesses by either of two numbers count as one', async () => {
  const { server, sri } = await aDinas(JOKO, RINA);
  const [joko, rina] = [await phoneOf(server, JOKO), await phoneOf(server, RINA)];
  const salah = await usulkan(sri, { bidang: 'nip', nilai: BUDI, semula: SRI });
  await setuju(joko, salah);
  await expectProblem(await putuskan(rina, salah), 'nip_dipakai');
  expect((await putuskan(rina, salah, { setuju: false, catatan: 'Itu NIP orang lain' })).status).toBe(202);
  const id = await usulkan(sri, { bidang: 'nip', nilai: SRI_BENAR, semula: SRI });
  await setuju(joko, id);
  await setuju(rina, id);
  const tebak = async (nip: string): Promise<number> =>
    (await (await aPhone((request) => server.fetch(request))).signIn(nip, 'bukan sandinya sama sekali'))
      .status;
  const jawaban: number[] = [];
  for (const nip of [SRI, SRI_BENAR, SRI, SRI_BENAR, SRI, SRI_BENAR, SRI]) jawaban.push(await tebak(nip));
  expect(jawaban).toEqual([401, 401, 401, 401, 401, 401, 429]);
});

test('staff see the corrected name of who rates them', async () => {
  const { server, sri } = await aDinas(JOKO);
  const kepala = await phoneOf(server, { id: '', nip: KEPALA, nama: '' });
  await kepala.syncAll();
  const id = await usulkan(kepala, { bidang: 'gelarBelakang', nilai: 'M.Pd.', semula: '' });
  await setuju(await phoneOf(server, JOKO), id);
  expect((await punya(sri, 'pegawai')).content).toMatchObject({ penilai: { nama: 'Sutrisno, M.Pd.' } });
});

test('a photo of evidence is for its owner and for whoever decides: not for her head, nor for another school’s admin', async () => {
  const { server, sri } = await aDinas(DEWI, JOKO, LAIN);
  const foto = new Uint8Array(readDemoFoto('papan-tulis.jpg'));
  const sha = shaOf(foto);
  await usulkan(sri, { foto: [{ sha, size: foto.length, mime: 'image/jpeg' }] });
  const headers = {
    'content-type': 'application/octet-stream',
    'upload-offset': '0',
    'upload-length': String(foto.length),
  };
  expect((await sri.ask(`/api/photos/${sha}`, { method: 'PUT', body: foto }, headers)).status).toBe(201);
  const lihat = async (satu: Person): Promise<number> =>
    (await (await phoneOf(server, satu)).ask(`/api/photos/${sha}?pemilik=${sri.account}`)).status;
  const kepala: Person = { id: '', nip: KEPALA, nama: '' };
  expect(await Promise.all([DEWI, JOKO, LAIN, kepala].map(lihat))).toEqual([200, 200, 404, 404]);
});

test('a wrong penilai or school goes the same way; a yes writes nothing of it and stands beside what the admin mends', async () => {
  const { server, sri } = await aDinas(DEWI, JOKO);
  const [dewi, joko] = [await phoneOf(server, DEWI), await phoneOf(server, JOKO)];
  const id = await usulkan(sri, {
    bidang: 'penilai',
    nilai: 'Ratna, 197501011999012001',
    semula: 'Sutrisno',
  });
  await usulkan(sri, { bidang: 'sekolah', nilai: 'SD Negeri 2 Uji', semula: 'SD Negeri 1 Uji' });
  expect(await daftar(dewi)).toMatchObject([
    { bidang: 'penilai', kini: 'Sutrisno', nilai: 'Ratna, 197501011999012001', langkah: 'teruskan' },
    { bidang: 'sekolah', kini: 'SD Negeri 1 Uji', nilai: 'SD Negeri 2 Uji' },
  ]);
  const satu = async () =>
    SatuPegawai.parse(await (await joko.ask(`/api/staff/${sri.account}`)).json()).usulan ?? [];
  expect((await putuskan(dewi, id)).status).toBe(202);
  expect(await satu()).toEqual([]);
  const dulu = (await orang(server, SRI))?.head;
  await setuju(joko, id);
  expect((await punya(sri, 'usulan', id)).state).toMatchObject({ tahap: 'DITERIMA', oleh: 'p_joko' });
  expect((await orang(server, SRI))?.head).toBe(dulu);
  expect(await satu()).toMatchObject([
    { id, bidang: 'penilai', semula: 'Sutrisno', nilai: 'Ratna, 197501011999012001' },
  ]);
  server.clock.forward(31 * 24 * JAM);
  const lagi = await phoneOf(server, JOKO);
  expect(
    SatuPegawai.parse(await (await lagi.ask(`/api/staff/${sri.account}`)).json()).usulan,
  ).toBeUndefined();
  await sehat(server);
});
