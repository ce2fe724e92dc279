import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import {
  ambilData,
  bacaDataSaya,
  daftarAmbilan,
  dataSaya,
  urungkanAmbilan,
} from '../../../client/actions/data-saya.ts';
import {
  catatEntri,
  hapusEntri,
  setujuiEntri,
  simpanDialog,
  ubahEntri,
} from '../../../client/actions/index.ts';
import { dialogTahun, entriInMonth, entriSearch } from '../../../client/store/index.ts';
import { anEntri } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { aServer, BUDI, PAK_TRISNO, SRI } from '../../support/server.ts';
import { FOTO, savedWithPhoto } from '../../support/titipan.ts';

const ekspor = async ({ store, acting, line: { transport } }: FakePhone): Promise<Blob> => {
  const batal = new AbortController().signal;
  const blob = await dataSaya({ store, transport, clock: acting.clock, onKemajuan: () => undefined, batal });
  if (!blob) throw new Error('called off');
  return blob;
};

const baca = async (phone: FakePhone, berkas: Blob) => {
  const dibaca = await bacaDataSaya(phone.acting, berkas);
  if (!dibaca.ok) throw new Error(dibaca.sebab);
  return dibaca;
};

const ambil = async (phone: FakePhone, berkas: Blob, nasib: readonly string[] = ['baru']) => {
  const dibaca = await baca(phone, berkas);
  const dipilih = new Set(dibaca.baris.filter((baris) => nasib.includes(baris.nasib)).map(({ id }) => id));
  return ambilData(phone.acting, dibaca, {
    dipilih,
    onKemajuan: () => undefined,
    batal: new AbortController().signal,
    kecilkan: async (foto) => ({ bytes: await foto.arrayBuffer(), mime: foto.type }),
  });
};

/** What a person has, as she would tell two lists apart. */
const isi = async ({ store, orang }: FakePhone) =>
  (await entriSearch(store, orang.actor.id, ''))
    .map(({ content }) => content)
    .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));

const nasib = async (phone: FakePhone, berkas: Blob) =>
  (await baca(phone, berkas)).baris.map(({ nasib: satu, sebab }) => sebab?.code ?? satu).sort();

test('exported and taken over on an empty phone, the entries are the same; twice is once', async () => {
  const server = await aServer();
  const jam = fc.integer({ min: 6, max: 20 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ jam, uraian: fc.stringMatching(/^[A-Za-z ;"=]{10,40}$/) }), {
        minLength: 1,
        maxLength: 5,
      }),
      async (semua) => {
        const lama = await aReadyPhone(server, SRI);
        const baru = await aReadyPhone(server, SRI);
        for (const { jam: mulai, uraian } of semua)
          await catatEntri(
            lama.acting,
            anEntri({
              uraian: `Ada ${uraian} ada`,
              mulai: `${String(mulai).padStart(2, '0')}:00`,
              selesai: `${String(mulai).padStart(2, '0')}:40`,
            }),
          );
        const berkas = await ekspor(lama);
        const pertama = await ambil(baru, berkas);
        expect(pertama.ditolak.size).toBe(0);
        const unik = [...new Map((await isi(lama)).map((satu) => [JSON.stringify(satu), satu])).values()];
        expect(await isi(baru)).toEqual(unik);
        expect((await ambil(baru, berkas)).diambil).toBe(0);
        expect(await isi(baru)).toEqual(unik);
        expect((await nasib(baru, berkas)).every((satu) => satu === 'sudah')).toBe(true);
      },
    ),
    { numRuns: 6 },
  );
}, 30_000);

test('photos come along, and go to the server like any other', async () => {
  const server = await aServer();
  const lama = await aReadyPhone(server, SRI);
  await savedWithPhoto(lama);
  const baru = await aReadyPhone(server, SRI);
  const berkas = await ekspor(lama);
  expect(await ambil(baru, berkas)).toMatchObject({ diambil: 1, fotoHilang: 0 });
  await baru.run();
  expect((await baru.db.photos.get(FOTO.sha))?.status).toMatch(/terkirim|aman/);
  expect(new Uint8Array((await baru.db.bytes.get(FOTO.sha))?.bytes ?? new ArrayBuffer(0))).toEqual(
    new Uint8Array(FOTO.bytes),
  );
  // A phone that never saw the import knows it by its content, since it has another id on the server.
  const ketiga = await aReadyPhone(server, SRI);
  await ketiga.run();
  expect(await nasib(ketiga, berkas)).toEqual(['sudah']);
});

test('what the server has already is known by its id, also where it was changed or deleted since', async () => {
  const server = await aServer();
  const sri = await aReadyPhone(server, SRI);
  const catat = async (uraian: string, mulai: string): Promise<string> => {
    const done = await catatEntri(sri.acting, anEntri({ uraian, mulai, selesai: `${mulai.slice(0, 2)}:30` }));
    if (!done.ok) throw new Error(done.code);
    return done.id;
  };
  await catat('Yang tetap seperti semula', '07:00');
  const diubah = await catat('Yang akan diubah sesudahnya', '08:00');
  const dihapus = await catat('Yang akan dihapus sesudahnya', '09:00');
  await sri.run();
  const berkas = await ekspor(sri);
  await ubahEntri(
    sri.acting,
    diubah,
    anEntri({ uraian: 'Yang sudah diubah di HP', mulai: '08:00', selesai: '08:30' }),
  );
  await hapusEntri(sri.acting, dihapus);
  await sri.run();
  const baru = await aReadyPhone(server, SRI);
  await baru.run();
  expect(await nasib(baru, berkas)).toEqual(['beda', 'dihapus_di_sini', 'sudah']);
  const { id, diambil } = await ambil(baru, berkas, ['beda']);
  expect(diambil).toBe(1);
  expect((await baru.entri(diubah))?.content.uraian).toBe('Yang akan diubah sesudahnya');
  expect(await urungkanAmbilan(baru.acting, id)).toEqual({ urung: 1, tetap: 0 });
  expect((await baru.entri(diubah))?.content.uraian).toBe('Yang sudah diubah di HP');
});

test('an approved entry is not changed from a file', async () => {
  const server = await aServer();
  const sri = await aReadyPhone(server, SRI);
  const done = await catatEntri(sri.acting, anEntri({ uraian: 'Sebelum disetujui kepala sekolah' }));
  if (!done.ok) throw new Error(done.code);
  const berkas = await ekspor(sri);
  await ubahEntri(sri.acting, done.id, anEntri({ uraian: 'Sesudah diubah lalu disetujui' }));
  await sri.run();
  const kepala = await aReadyPhone(server, PAK_TRISNO);
  await kepala.run();
  await setujuiEntri(kepala.acting, [done.id]);
  await kepala.run();
  await sri.run();
  expect(await nasib(sri, berkas)).toEqual(['terkunci']);
});

test('a whole import is undone, but for what was worked on since; undone, it can be taken over again', async () => {
  const server = await aServer();
  const lama = await aReadyPhone(server, SRI);
  for (const jam of ['07', '08', '09'])
    await catatEntri(
      lama.acting,
      anEntri({ uraian: `Kegiatan pukul ${jam} tepat`, mulai: `${jam}:00`, selesai: `${jam}:30` }),
    );
  const berkas = await ekspor(lama);
  const baru = await aReadyPhone(server, SRI);
  const { id } = await ambil(baru, berkas);
  expect(await daftarAmbilan(baru.acting)).toHaveLength(1);
  const [satu] = await entriInMonth(baru.store, SRI.id, anEntri({}).tanggal.slice(0, 7));
  if (!satu) throw new Error('nothing taken over');
  await ubahEntri(baru.acting, satu.id, { ...satu.content, uraian: 'Diperbaiki sesudah diambil' });
  expect(await urungkanAmbilan(baru.acting, id)).toEqual({ urung: 2, tetap: 1 });
  expect((await isi(baru)).map(({ uraian }) => uraian)).toEqual(['Diperbaiki sesudah diambil']);
  expect(await daftarAmbilan(baru.acting)).toEqual([]);
  await baru.run();
  expect((await ambil(baru, berkas)).diambil).toBeGreaterThanOrEqual(2);
});

test('whose file it is, is told, and reading one writes nothing', async () => {
  const server = await aServer();
  const lain = await aReadyPhone(server, BUDI);
  await catatEntri(lain.acting, anEntri({ uraian: 'Kegiatan orang lain semata' }));
  const sri = await aReadyPhone(server, SRI);
  const dibaca = await baca(sri, await ekspor(lain));
  expect(dibaca.orang.nip).toBe(BUDI.nip);
  expect(await isi(sri)).toEqual([]);
});

test('a day on which nothing may be recorded refuses its lines with the reason', async () => {
  const sri = await aReadyPhone(await aServer(), SRI);
  const json = data([catatan('a', anEntri({ tanggal: '2099-01-01' })), catatan('b', { uraian: 1 })]);
  expect(await nasib(sri, new Blob([zipSync({ 'data.json': json })]))).toEqual([
    'tanggal_masa_depan',
    'tidak_terbaca',
  ]);
});

const catatan = (id: string, content: unknown) => ({ id, kind: 'entri', content, deleted: false });
const data = (semua: readonly unknown[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(strToU8(JSON.stringify({ versi: 1, dibuat: 0, orang: {}, catatan: semua })));

const zip = (files: Parameters<typeof zipSync>[0]): Uint8Array<ArrayBuffer> => new Uint8Array(zipSync(files));
const ubahZip = (cari: number, ubah: (lihat: DataView, at: number) => void): Uint8Array<ArrayBuffer> => {
  const bytes = zip({ 'data.json': data([]) });
  const lihat = new DataView(bytes.buffer);
  for (let at = 0; at + 4 <= bytes.length; at += 1) if (lihat.getUint32(at, true) === cari) ubah(lihat, at);
  return bytes;
};
const DIREKTORI = 0x02014b50;

test.each<[string, string, () => Uint8Array<ArrayBuffer>]>([
  ['no ZIP at all', 'bukan_zip', () => new Uint8Array(4000)],
  ['a ZIP cut in the middle', 'bukan_zip', () => zip({ 'data.json': data([]) }).slice(0, 60)],
  ['a ZIP of something else', 'bukan_data_saya', () => zip({ 'foto.jpg': new Uint8Array(9) })],
  ['text that is no JSON', 'bukan_data_saya', () => zip({ 'data.json': strToU8('{') })],
  ['JSON of another shape', 'bukan_data_saya', () => zip({ 'data.json': strToU8('[1]') })],
  ['a later version', 'versi_asing', () => zip({ 'data.json': strToU8('{"versi":2}') })],
  ['a bomb', 'zip_rasio', () => zip({ 'data.json': new Uint8Array(20_000_000) })],
  ['a name that leads out', 'zip_nama', () => zip({ 'data.json': data([]), '../luar': new Uint8Array(1) })],
  ['an absolute name', 'zip_nama', () => zip({ 'data.json': data([]), '/etc/x': new Uint8Array(1) })],
  ['a sealed ZIP', 'zip_sandi', () => ubahZip(DIREKTORI, (lihat, at) => lihat.setUint16(at + 8, 1, true))],
  [
    'a size that is a lie',
    'zip_rusak',
    () => ubahZip(DIREKTORI, (lihat, at) => lihat.setUint32(at + 24, 5, true)),
  ],
  [
    'a place behind the end',
    'zip_rusak',
    () => ubahZip(DIREKTORI, (lihat, at) => lihat.setUint32(at + 42, 9e6, true)),
  ],
  [
    'more files than anybody has',
    'zip_banyak',
    () => zip(Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [`f${i}`, new Uint8Array(0)]))),
  ],
])('a hostile or foreign file is answered and nothing is written: %s', async (_, sebab, buat) => {
  const sri = await aReadyPhone(await aServer(), SRI);
  expect(await bacaDataSaya(sri.acting, new Blob([buat()]))).toEqual({ ok: false, sebab });
  expect(await isi(sri)).toEqual([]);
});

test('a photo that is not what its name says is left out', async () => {
  const server = await aServer();
  const { bytes: _, ...foto } = FOTO;
  const isinya = anEntri({ uraian: 'Dengan foto yang ditukar orang', foto: [foto] });
  const palsu = new Uint8Array(FOTO.bytes).reverse();
  const berkas = new Blob([
    zip({ 'data.json': data([catatan('a', isinya)]), [`foto/${foto.sha}.jpg`]: palsu }),
  ]);
  const sri = await aReadyPhone(server, SRI);
  expect(await ambil(sri, berkas)).toMatchObject({ diambil: 1, fotoHilang: 1 });
  expect(await isi(sri)).toEqual([{ ...isinya, foto: [] }]);
  expect(await sri.db.bytes.count()).toBe(0);
});

test('any bytes are answered, never thrown upon', async () => {
  const sri = await aReadyPhone(await aServer(), SRI);
  const asli = zip({ 'data.json': data([catatan('a', anEntri({}))]) });
  await fc.assert(
    fc.asyncProperty(fc.nat(asli.length - 1), fc.integer({ min: 0, max: 255 }), async (at, byte) => {
      const bytes = asli.slice();
      bytes[at] = byte;
      const dibaca = await bacaDataSaya(sri.acting, new Blob([bytes]));
      expect(typeof dibaca.ok).toBe('boolean');
    }),
    { numRuns: 100 },
  );
});

test('her page for the career talk comes along, on what its entries are called here; one that is there stays', async () => {
  const server = await aServer();
  const dulu = await aReadyPhone(server, SRI);
  const done = await catatEntri(dulu.acting, anEntri({ uraian: 'Menata pojok baca' }));
  if (!done.ok) throw new Error(done.code);
  const pilihan = [
    { entri: done.id, kalimat: 'Murid meminjam sendiri' },
    { entri: 'd_hilang.1.AAAAAAAAAAA', kalimat: '' },
  ];
  await simpanDialog(dulu.acting, { tahun: 2026, pilihan, belajar: ' Numerasi ' }, null);
  const berkas = await ekspor(dulu);
  const kini = await aReadyPhone(await aServer(), SRI);
  await ambil(kini, berkas);
  const [entri] = await entriInMonth(kini.store, SRI.id, '2026-11');
  const halaman = await dialogTahun(kini.store, SRI.id, 2026);
  expect(halaman?.content).toEqual({
    tahun: 2026,
    pilihan: [{ entri: entri?.id, kalimat: 'Murid meminjam sendiri' }],
    belajar: 'Numerasi',
  });
  await simpanDialog(
    kini.acting,
    { tahun: 2026, pilihan: [], belajar: 'Diubah di sini' },
    halaman?.id ?? null,
  );
  expect((await baca(kini, berkas)).dialog).toEqual([]);
  await kini.run();
  expect((await dialogTahun(kini.store, SRI.id, 2026))?.content.belajar).toBe('Diubah di sini');
  expect((await dialogTahun(kini.store, SRI.id, 2026))?.lokal).toBe('bersih');
});
