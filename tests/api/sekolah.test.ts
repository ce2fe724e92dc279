import sharp from 'sharp';
import { expect, test } from 'vitest';
import { inspectPhoto } from '../../server/files/index.ts';
import { compareWithLedger, verifyLedger } from '../../server/ledger/index.ts';
import { readDemoFoto } from '../../server/operations/demo-data.ts';
import { HalamanSekolah, LOGO_BYTES, type ProblemCode, SatuSekolah } from '../../shared/protocol/index.ts';
import type { Satker } from '../../shared/records/index.ts';
import { aCommand, aSatker, SHARD } from '../support/builders.ts';
import { anInstansi, BU_WATI, SEKOLAH_LAIN } from '../support/organisasi.ts';
import type { Phone } from '../support/phone.ts';
import { BU_LAIN, PAK_TRISNO, type Person, SRI, type TestServer } from '../support/server.ts';
import { aSkp } from '../unit/shared/skp-builders.ts';
import { expectProblem, phoneOf } from './signed-in.ts';

const NPSN = SHARD.slice(4);
const NPSN_LAIN = SEKOLAH_LAIN.slice(4);
/** The admin of one school. */
const PAK_WAWAN: Person = {
  ...{ id: 'p_wawan1', nip: '197106211998031001', nama: 'Wawan', shard: SHARD, peran: 'admin' },
};
const KOP = {
  ...{ nama: 'SD Negeri 1 Arunika', kabupaten: 'Kabupaten Arunika' },
  ...{ alamat: 'Jalan Melati 1, Arunika', telepon: '(0271) 123456' },
  kop: ['Pemerintah Kabupaten Arunika', 'Dinas Pendidikan'],
};

const dunia = async () => {
  const server = await anInstansi();
  await server.addPerson(PAK_WAWAN);
  const [wati, wawan, sri] = await Promise.all([BU_WATI, PAK_WAWAN, SRI].map((one) => phoneOf(server, one)));
  return { server, wati: wati as Phone, wawan: wawan as Phone, sri: sri as Phone };
};
const ubah = (phone: Phone, npsn: string, isi: object = KOP) =>
  phone.ask(
    `/api/schools/${npsn}`,
    { method: 'PUT', body: JSON.stringify(isi) },
    { 'content-type': 'application/json' },
  );
const unggah = (phone: Phone, bytes: Uint8Array, npsn = NPSN) =>
  phone.ask(
    `/api/schools/${npsn}/logo`,
    { method: 'PUT', body: new Uint8Array(bytes) },
    { 'content-type': 'application/octet-stream' },
  );
const png = (width = 600, height = 400) =>
  sharp({ create: { width, height, channels: 4, background: '#0b5a8c80' } })
    .png()
    .toBuffer();
const satkerDi = async ({ store }: TestServer, shard = SHARD): Promise<Satker> => {
  const [satu] = await store.read((tx) => tx.recordsOfKind(shard, 'satker'));
  return satu?.record.content as Satker;
};
const dokumen = (phone: Phone, jenis = 'skp') =>
  phone.ask(
    '/api/documents',
    {
      method: 'POST',
      body: JSON.stringify({
        ...{
          jenis,
          pemilik: SRI.id,
          bulan: '2026-11',
          periode: null,
          denganFoto: false,
          kertas: 'A4',
          ak: null,
        },
      }),
    },
    { 'content-type': 'application/json' },
  );
const terbitan = async ({ store }: TestServer) => {
  const all = await store.read((tx) =>
    tx.documentsAbout({ shard: SHARD, owner: SRI.id, kind: 'skp', about: '2026' }),
  );
  return all.map(
    ({ content }) => (JSON.parse(content) as { dokumen: { kop: string[]; logo?: string } }).dokumen,
  );
};

test('an admin writes the letterhead of a school of his, in his own name, and phones of the school receive it', async () => {
  const { server, wati, wawan, sri } = await dunia();
  const seen = SatuSekolah.parse(await (await ubah(wawan, NPSN)).json());
  expect(seen).toMatchObject({ npsn: NPSN, isi: KOP, logo: null });
  expect((await ubah(wati, NPSN_LAIN, { ...KOP, nama: 'SD Negeri 2 Arunika' })).status).toBe(200);
  await sri.syncAll();
  const sekolah = [...sri.records.values()].find(({ k }) => k === 'satker')?.b;
  expect(sekolah).toMatchObject(KOP);
  const lines = await server.store.read((tx) => tx.ledgerLines(SHARD, 0, 100));
  expect(
    lines.filter(({ content }) => content.kind === 'satker.identitas').map(({ actor }) => actor.id),
  ).toEqual([PAK_WAWAN.id]);
  // What the head decides stays.
  expect((await satkerDi(server)).hariKerja).toEqual(aSatker().hariKerja);
  expect(await verifyLedger(server.store)).toMatchObject({ ok: true });
  expect(await compareWithLedger(server.store, SHARD)).toEqual([]);
});

test('the list holds every school for the instansi, and his own for the admin of one', async () => {
  const { wati, wawan } = await dunia();
  const daftar = async (phone: Phone, find = '') =>
    HalamanSekolah.parse(await (await phone.ask(`/api/schools?find=${find}`)).json());
  expect((await daftar(wati)).list.map(({ npsn }) => npsn).sort()).toEqual([NPSN, NPSN_LAIN].sort());
  expect((await daftar(wati, NPSN_LAIN)).jumlah).toBe(1);
  expect((await daftar(wawan)).list).toMatchObject([{ npsn: NPSN, tanpaAlamat: true, tanpaLogo: true }]);
});

test('a school of another admin is not there, to read, to write, or to bear a logo', async () => {
  const { server, wawan } = await dunia();
  const sebelum = await satkerDi(server, SEKOLAH_LAIN);
  await expectProblem(await wawan.ask(`/api/schools/${NPSN_LAIN}`), 'tidak_ada');
  await expectProblem(await ubah(wawan, NPSN_LAIN), 'tidak_ada');
  await expectProblem(await unggah(wawan, await png(), NPSN_LAIN), 'tidak_ada');
  await expectProblem(await wawan.ask(`/api/schools/${NPSN_LAIN}/logo`, { method: 'DELETE' }), 'tidak_ada');
  expect(await satkerDi(server, SEKOLAH_LAIN)).toEqual(sebelum);
});

test.each([
  ['an NPSN', { ...KOP, npsn: '12345678' }],
  ['a locked month', { ...KOP, bulanTerkunci: [] }],
  ['a fourth line', { ...KOP, kop: ['a', 'b', 'c', 'd'] }],
  ['text that runs backwards', { ...KOP, alamat: 'Jalan \u202Eitalem' }],
  ['no name', { ...KOP, nama: ' ' }],
])('a letterhead with %s is refused', async (_, isi) => {
  const { wawan } = await dunia();
  await expectProblem(await ubah(wawan, NPSN, isi), 'isi_salah');
});

test('a logo is drawn anew: small, on white, with nothing of what the file held beside the picture', async () => {
  const { server, wawan, sri } = await dunia();
  const gambar = await sharp(await png(1200, 900))
    .withExif({ IFD0: { ImageDescription: '<script>alert(1)</script>' } })
    .png()
    .toBuffer();
  const kotor = Buffer.concat([gambar, Buffer.from('<script>alert(2)</script>')]);
  const { logo } = SatuSekolah.parse(await (await unggah(wawan, kotor)).json());
  const bytes = (await server.files.read(SHARD, logo ?? '')) as Uint8Array;
  expect(inspectPhoto(bytes)).toMatchObject({ ok: true, mime: 'image/jpeg', width: 320, height: 240 });
  expect(Buffer.from(bytes).toString('latin1')).not.toContain('script');
  const address = `/api/photos/${logo}?pemilik=${encodeURIComponent(SHARD)}`;
  const seen = await sri.ask(address);
  expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  await expectProblem(await (await phoneOf(server, BU_LAIN)).ask(address), 'tidak_ada');
  expect((await (await phoneOf(server, BU_WATI)).ask(address)).status).toBe(200);
  expect((await wawan.ask(`/api/schools/${NPSN}/logo`, { method: 'DELETE' })).status).toBe(200);
  expect((await satkerDi(server)).logo).toBe(null);
});

const RASUK = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
test.each<[string, () => Promise<Uint8Array> | Uint8Array, ProblemCode]>([
  ['an SVG', () => Buffer.from(RASUK), 'bukan_gambar'],
  ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'bukan_gambar'],
  ['a GIF', () => Buffer.from('GIF89a\x01\0\x01\0'), 'bukan_gambar'],
  [
    'a page that begins like a PNG',
    () => Buffer.concat([Buffer.from(PNG), Buffer.from(RASUK)]),
    'gambar_rusak',
  ],
  ['an SVG in the clothes of a WebP', () => Buffer.from(`RIFF${RASUK}`), 'gambar_rusak'],
  ['half a PNG', async () => (await png()).subarray(0, 300), 'gambar_rusak'],
  ['a picture that would fill the memory', () => png(9000, 9000), 'gambar_besar'],
  ['more than two megabytes', () => new Uint8Array(LOGO_BYTES + 1), 'gambar_besar'],
])('%s is no logo, and changes nothing', async (_, berkas, code) => {
  const { server, wawan } = await dunia();
  await expectProblem(await unggah(wawan, await berkas()), code);
  expect((await satkerDi(server)).logo).toBeUndefined();
  expect(server.faults).toEqual([]);
});

test('a document bears the letterhead of its day: what was issued keeps its own, what comes after has the new one', async () => {
  const { server, wawan } = await dunia();
  const sah = (tahun: number, number: number) =>
    server.ledger.submit({
      actor: { id: 'sistem', nama: 'Sistem', peran: ['sistem'] },
      device: 'd_sistem3',
      commands: [
        {
          ...aCommand({ kind: 'skp.tetapkan', shard: SHARD, record: null, base: null }),
          body: { pemilik: SRI.id, isi: aSkp({ tahun }) },
          number,
        },
      ],
    });
  await sah(2026, 1);
  const trisno = await phoneOf(server, PAK_TRISNO);
  const pertama = await dokumen(trisno);
  const kode = pertama.headers.get('kinerja-kode');
  expect([pertama.status, typeof kode]).toEqual([200, 'string']);
  const [lama] = await terbitan(server);
  await ubah(wawan, NPSN, { ...KOP, nama: (await satkerDi(server)).nama });
  const { logo } = SatuSekolah.parse(await (await unggah(wawan, readDemoFoto('papan-tulis.jpg'))).json());
  const kedua = await dokumen(trisno);
  expect(kedua.headers.get('kinerja-kode')).toBe(kode);
  expect(await terbitan(server)).toEqual([lama]);
  // What is not issued bears the new one: a month that is still open.
  const rekap = Buffer.from(await (await dokumen(trisno, 'rekap')).arrayBuffer()).toString('latin1');
  expect(rekap).toContain('/Subtype /Image');
  // And so does what says something else than the one before.
  await ubah(wawan, NPSN, { ...KOP, nama: 'SD Negeri Unggul Arunika' });
  const ketiga = await dokumen(trisno);
  expect(ketiga.headers.get('kinerja-kode')).not.toBe(kode);
  const [baru] = (await terbitan(server)).filter(({ logo: satu }) => satu !== undefined);
  expect(baru).toMatchObject({
    logo,
    kopNama: 2,
    kop: [
      ...['PEMERINTAH KABUPATEN ARUNIKA', 'DINAS PENDIDIKAN', 'SD NEGERI UNGGUL ARUNIKA'],
      `NPSN ${NPSN} · Jalan Melati 1, Arunika · Telepon (0271) 123456`,
    ],
  });
  expect(await terbitan(server)).toHaveLength(2);
  expect(server.faults).toEqual([]);
});
