import { expect, test } from 'vitest';
import { auditLedger } from '../../server/ledger/index.ts';
import { jalankan } from '../../server/operations/cli-commands.ts';
import { readDemoFoto } from '../../server/operations/demo-data.ts';
import { jalankanRetensi } from '../../server/operations/retensi/retensi.ts';
import type { StoredView } from '../../server/store/index.ts';
import { HalamanCatatan } from '../../shared/protocol/index.ts';
import type { Usulan } from '../../shared/records/index.ts';
import { aCatat, aCommand, onEntri, SHARD, shaOf } from '../support/builders.ts';
import { INSTANSI, impor, ruang } from '../support/impor.ts';
import type { Phone } from '../support/phone.ts';
import { SEAL_KEYS } from '../support/safety.ts';
import { aServer, PAK_TRISNO, type Person, SRI, type TestServer } from '../support/server.ts';
import { SEKOLAH_KECIL } from '../support/simpeg.ts';
import { phoneOf } from './signed-in.ts';

const HARI = 86_400_000;
const JOKO: Person = {
  id: 'p_joko',
  nip: '198002022005011002',
  nama: 'Joko',
  shard: INSTANSI,
  peran: 'admin',
};
const FOTO = new Uint8Array(readDemoFoto('papan-tulis.jpg'));
const SHA = shaOf(FOTO);
const RUJUKAN = { sha: SHA, size: FOTO.length, mime: 'image/jpeg' } as const;

const rooms = (server: TestServer) => ({ ...ruang(server), files: server.files, sealKeys: SEAL_KEYS });
const akun = (server: TestServer, ...argv: readonly string[]) =>
  jalankan({ ...rooms(server), operator: 'rina' }, argv);
const kirimFoto = async (phone: Phone): Promise<void> => {
  const headers = {
    'content-type': 'application/octet-stream',
    ...{ 'upload-offset': '0', 'upload-length': String(FOTO.length) },
  };
  const { status } = await phone.ask(`/api/photos/${SHA}`, { method: 'PUT', body: FOTO }, headers);
  expect(status).toBe(201);
};
const fotoAda = async (phone: Phone): Promise<number> =>
  (await phone.ask(`/api/photos/${SHA}?pemilik=${phone.account}`)).status;
const utuh = async (server: TestServer): Promise<void> => {
  const { faults } = await auditLedger({
    store: server.store,
    files: server.files,
    onProgress: () => undefined,
  });
  expect(faults).toEqual([]);
  expect(server.faults).toEqual([]);
};

/** She hands a usulan in with the photo and takes it back. */
const usulanDitarik = async (phone: Phone): Promise<void> => {
  const body: Usulan = {
    ...{ bidang: 'jabatan', nilai: 'Guru Agama', semula: 'Guru Kelas', tautan: [] },
    ...{ bukti: 'SK 823/112 tanggal 1 Oktober 2026', foto: [RUJUKAN] },
  };
  const id = await phone.add(
    aCommand({ kind: 'usulan.ajukan', shard: SHARD, record: null, base: null, body }),
  );
  await phone.add(aCommand({ kind: 'usulan.tarik', shard: SHARD, record: id, base: id, body: {} }));
  await phone.syncAll();
  expect(phone.verdicts.get(phone.lastNumber)).toMatchObject({ r: 'ok' });
};

const lihatan = (day: string): StoredView => ({
  ...{ shard: SHARD, record: 'd_x.1.AAAAAAAAAAA', viewer: PAK_TRISNO.id, day, viewerNama: 'Sutrisno' },
  ...{ peran: 'penilai', firstAt: 0, lastAt: 0 },
});

test('what has outlived its term goes, what has not stays, and done again there is nothing', async () => {
  const server = await aServer();
  await phoneOf(server, SRI);
  const kini = server.clock.now();
  await server.store.write(async (tx) => {
    await tx.putThrottle({ key: 'akun:lama', failures: 3, since: kini - 2 * HARI, until: 0 });
    await tx.putThrottle({ key: 'akun:masih', failures: 9, since: kini - 2 * HARI, until: kini + 1 });
    await tx.putKnownBrowser({ account: SRI.id, mark: 'lama', seenAt: kini - 181 * HARI });
    await tx.putKnownBrowser({ account: SRI.id, mark: 'baru', seenAt: kini - 179 * HARI });
    for (const day of ['2024-11-20', '2024-11-21', '2024-11-25']) await tx.putView(lihatan(day));
  });
  const dulu = await akun(server, 'retensi');
  expect(dulu.kode).toBe(0);
  expect(dulu.teks).toMatch(/ 2 {2}catatan siapa melihat milik siapa \(730 hari\)/);
  expect(dulu.teks).toContain('Tambahkan --lakukan');
  expect(await server.store.read((tx) => tx.viewsOfRecord(SHARD, lihatan('').record))).toHaveLength(3);
  const { teks } = await akun(server, 'retensi', '--lakukan');
  expect(teks).toMatch(/^Dihapus:/);
  const ada = await server.store.read(async (tx) => ({
    percobaan: [await tx.throttle('akun:lama'), await tx.throttle('akun:masih')].map((satu) => satu?.key),
    peramban: [await tx.isKnownBrowser(SRI.id, 'lama'), await tx.isKnownBrowser(SRI.id, 'baru')],
    lihat: (await tx.viewsOfRecord(SHARD, lihatan('').record)).map(({ day }) => day),
    sesi: (await tx.sessionsOf(SRI.id)).length,
  }));
  expect(ada).toEqual({
    percobaan: [undefined, 'akun:masih'],
    peramban: [false, true],
    lihat: ['2024-11-25'],
    sesi: 1,
  });
  expect((await akun(server, 'retensi', '--lakukan')).teks).toBe('Tidak ada yang melewati masa simpannya.\n');
  server.clock.forward(181 * HARI);
  await akun(server, 'retensi', '--lakukan');
  expect(await server.store.read((tx) => tx.sessionsOf(SRI.id))).toEqual([]);
});

test('photos of a usulan that came to nothing go after thirty days, but never one that an entry needs', async () => {
  const server = await aServer();
  const sri = await phoneOf(server, SRI);
  await usulanDitarik(sri);
  await kirimFoto(sri);
  server.clock.forward(29 * HARI);
  expect(await jalankanRetensi(rooms(server))).not.toHaveProperty('fotoUsulan');
  const entri = await sri.add(aCatat({ tanggal: '2026-12-22', foto: [RUJUKAN] }));
  await sri.syncAll();
  server.clock.forward(2 * HARI);
  expect(await jalankanRetensi(rooms(server))).not.toHaveProperty('fotoUsulan');
  expect(await fotoAda(sri)).toBe(200);
  await sri.add(onEntri('entri.hapus', entri, entri));
  await sri.syncAll();
  // A deleted entry can still be brought back: it needs its photo as well.
  expect(await jalankanRetensi(rooms(server))).not.toHaveProperty('fotoUsulan');
  await utuh(server);
});

test('after thirty days its bytes and its row are gone, and the ledger is as sound as before', async () => {
  const server = await aServer();
  const sri = await phoneOf(server, SRI);
  await usulanDitarik(sri);
  await kirimFoto(sri);
  server.clock.forward(31 * HARI);
  expect((await akun(server, 'retensi')).teks).toMatch(/ 1 {2}foto bukti usulan/);
  expect(await jalankanRetensi(rooms(server))).toMatchObject({ fotoUsulan: 1 });
  expect(await fotoAda(sri)).toBe(404);
  expect(await server.files.read(SRI.id, SHA)).toBeNull();
  expect(await server.store.read((tx) => tx.photo(SRI.id, SHA))).toBeNull();
  await utuh(server);
});

test('what the service removed stands in the ledger of the instansi, where its admin reads it', async () => {
  const server = await aServer({ people: [] });
  await impor(server, new TextEncoder().encode(SEKOLAH_KECIL.map((satu) => satu.join(';')).join('\r\n')));
  await server.addPerson(JOKO);
  await server.store.write((tx) => tx.putView(lihatan('2024-01-02')));
  await jalankanRetensi(rooms(server));
  const joko = await phoneOf(server, JOKO);
  const { list } = HalamanCatatan.parse(await (await joko.ask('/api/audit')).json());
  expect(list[0]).toMatchObject({ jenis: 'akses.catat', rincian: 'retensi', pelaku: { id: 'sistem' } });
});

test('who has left and asks is forgotten as far as the law lets it: what opens the account, phones’ names, photos nobody judged', async () => {
  const server = await aServer();
  const sri = await phoneOf(server, SRI);
  await usulanDitarik(sri);
  await kirimFoto(sri);
  const entri = await sri.add(aCatat());
  await sri.syncAll();
  const masih = await akun(server, 'data', 'hapus', '--nip', SRI.nip);
  expect(masih.teks).toContain('Masih bertugas');
  expect(masih.teks).toContain('Belum ada yang dihapus');
  expect(await fotoAda(sri)).toBe(200);
  const now = server.clock.now();
  await server.store.write(async (tx) => {
    for (const hak of await tx.grantsOf(SRI.id)) await tx.putGrant({ ...hak, until: now });
  });
  const { kode, teks } = await akun(server, 'data', 'hapus', '--nip', SRI.nip, '--lakukan');
  expect(kode).toBe(0);
  for (const kata of ['1  foto', '1  sesi', '1  nama HP', 'UU 43/2009', 'buku besar'])
    expect(teks).toContain(kata);
  const ada = await server.store.read(async (tx) => ({
    akun: await tx.accountById(SRI.id),
    hp: await tx.devicesOf(SRI.id),
    sesi: await tx.sessionsOf(SRI.id),
    foto: await tx.photo(SRI.id, SHA),
    entri: (await tx.record(SHARD, entri))?.record.owner,
  }));
  expect(ada).toMatchObject({ akun: { password: '' }, sesi: [], foto: null, entri: SRI.id });
  expect(ada.akun?.deactivatedAt).toBe(now);
  expect(ada.hp.map(({ label, revokedAt }) => [label, revokedAt])).toEqual([['', now]]);
  const lines = await server.store.read((tx) => tx.ledgerLines(SHARD, 0, 100));
  const akta = lines.filter(({ content }) => content.kind === 'akses.catat');
  expect(akta.map(({ content }) => content.body)).toMatchObject([
    {
      pemilik: SRI.id,
      isi: { jenis: 'hapus_data', keterangan: 'foto 1, perangkat 1, sesi 1, kunci sandi 0' },
    },
  ]);
  const lagi = await akun(server, 'data', 'hapus', '--nip', SRI.nip, '--lakukan');
  expect(lagi.teks).toContain('0  foto');
  expect((await server.store.read((tx) => tx.chainHead(SHARD))).n).toBe(lines.length);
  await utuh(server);
});

test('photos of entries go once the day is named up to which the schedule lets them go, and a wrong NIP or day is told', async () => {
  const server = await aServer();
  const sri = await phoneOf(server, SRI);
  await sri.add(aCatat({ tanggal: '2026-11-20', foto: [RUJUKAN] }));
  await sri.syncAll();
  await kirimFoto(sri);
  const hapus = (...argv: readonly string[]) => akun(server, 'data', 'hapus', '--lakukan', ...argv);
  expect((await hapus('--nip', SRI.nip, '--foto-sampai', '2026-11-19')).teks).toContain('0  foto');
  expect(await fotoAda(sri)).toBe(200);
  expect((await hapus('--nip', SRI.nip, '--foto-sampai', 'kemarin')).kode).toBe(1);
  expect((await hapus('--nip', '1')).teks).toContain('Tidak ada akun');
  expect((await hapus('--nip', SRI.nip, '--foto-sampai', '2026-11-20')).teks).toContain('1  foto');
  expect(await fotoAda(sri)).toBe(404);
  expect(sri.records.size).toBeGreaterThan(0);
  await utuh(server);
});
