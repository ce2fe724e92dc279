import { beforeEach, describe, expect, test } from 'vitest';
import { verifyLedger } from '../../server/ledger/index.ts';
import { readDemoFoto } from '../../server/operations/demo-data.ts';
import { aturPortofolio } from '../../server/operations/portofolio.ts';
import { aCatat, aCommand, SHARD, shaOf } from '../support/builders.ts';
import type { Phone } from '../support/phone.ts';
import { aServer, BUDI, PAK_TRISNO, SRI, type TestServer } from '../support/server.ts';
import { phoneOf } from './signed-in.ts';

const KODE = 'abcdefghijklmnopqrstuvwx23';
const FOTO = readDemoFoto('papan-tulis.jpg');
const SHA = shaOf(FOTO);
const JAHAT = `"><script>globalThis.__xss=1</script><img src=x onerror=alert(1)>' onload='x`;

let server: TestServer;
let sri: Phone;
let kepala: Phone;
let entri: string;
let foto: string;

/** The person says it, on the version that the server has, and it is taken. */
const lakukan = async (
  phone: Phone,
  kind: string,
  record: string | null,
  body: unknown = {},
): Promise<string> => {
  await phone.syncAll();
  const base = record && (phone.records.get(record)?.head ?? record);
  const id = await phone.add(aCommand({ kind, shard: SHARD, record, base, body }));
  await phone.syncAll();
  const verdict = phone.verdicts.get(phone.lastNumber);
  if (verdict?.r !== 'ok') throw new Error(`${kind}: ${JSON.stringify(verdict)}`);
  return record ?? id;
};

const isi = (part: object = {}) => ({
  nama: 'Bu Sri',
  sebutan: 'Guru kelas 5',
  pengantar: 'Saya mengajar di kaki gunung.',
  tampilSekolah: true,
  dicari: false,
  butir: [
    {
      entri: foto,
      judul: 'Papan tulis bersama',
      teks: 'Murid menulis jawabannya sendiri.',
      foto: [{ sha: SHA, keterangan: 'Papan tulis penuh jawaban', izin: true }],
    },
    { entri, judul: 'Pojok baca', teks: 'Dibuat dari bambu.', foto: [] },
  ],
  ...part,
});
const terbitkan = async (part: object = {}): Promise<string> => {
  const id = await lakukan(sri, 'portofolio.susun', null, { ...isi(), kode: KODE });
  await lakukan(sri, 'portofolio.terbitkan', id, isi(part));
  return id;
};
const buka = (kode = KODE) => server.request(`/p/${kode}`);
const teks = async (kode = KODE): Promise<string> => (await buka(kode)).text();
const atur = (isian: Readonly<Record<string, string>>) =>
  aturPortofolio({ ...server, clock: server.clock.now }, isian);
const izinkan = (boleh: 'ya' | 'tidak') => atur({ izinkan: boleh, semua: 'true' });

beforeEach(async () => {
  server = await aServer();
  sri = await phoneOf(server, SRI);
  kepala = await phoneOf(server, PAK_TRISNO);
  expect(await izinkan('ya')).toMatchObject({ ok: true });
  const rujukan = { sha: SHA, size: FOTO.length, mime: 'image/jpeg' as const };
  foto = await sri.add(aCatat({ uraian: 'Mengajar pecahan di papan', foto: [rujukan] }));
  entri = await sri.add(aCatat({ uraian: 'Menata pojok baca', mulai: '09:00', selesai: '10:00' }));
  await sri.syncAll();
  const kirim = {
    'content-type': 'application/octet-stream',
    'upload-offset': '0',
    'upload-length': String(FOTO.length),
  };
  await sri.ask(`/api/photos/${SHA}`, { method: 'PUT', body: new Uint8Array(FOTO) }, kirim);
  for (const id of [foto, entri]) await lakukan(kepala, 'entri.setujui', id);
});

describe('a published portfolio', () => {
  test('is a page without a script, kept nowhere, found by no search engine unless she wants, with her words and photos', async () => {
    await terbitkan();
    const response = await buka();
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'/,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('etag')).toBe(null);
    expect(response.headers.get('x-robots-tag')).toBe('noindex, nofollow, noarchive');
    for (const kata of [
      'Bu Sri',
      'Guru kelas 5 · SD Negeri 2 Rawawening',
      'Papan tulis bersama',
      'November 2026',
      'Dibuat dari bambu',
    ])
      expect(page).toContain(kata);
    expect(page).not.toMatch(/<script|<style|style=|https?:\/\//);
    expect(page).not.toMatch(/Sri Wahyuni|198703122011012004|Mengajar pecahan|p_guru01|predikat/i);
    const gambar = await server.request(`/p/${KODE}/${SHA}`);
    expect([gambar.status, gambar.headers.get('content-type'), gambar.headers.get('cache-control')]).toEqual([
      200,
      'image/jpeg',
      'no-store',
    ]);
    expect(new Uint8Array(await gambar.arrayBuffer())).toEqual(new Uint8Array(FOTO));
    expect(await verifyLedger(server.store)).toMatchObject({ ok: true });
  });

  test('listed by search engines, and without her school, where she says so', async () => {
    await terbitkan({ dicari: true, tampilSekolah: false });
    const response = await buka();
    expect(response.headers.get('x-robots-tag')).toBe('noarchive');
    expect(await response.text()).not.toContain('Rawawening');
  });

  test('an address that nobody has, or that is a draft’s, has nothing; other methods are refused', async () => {
    await lakukan(sri, 'portofolio.susun', null, { ...isi(), kode: KODE });
    for (const kode of [KODE, 'z'.repeat(26), KODE.toUpperCase(), '%00', `${KODE}'`, "' OR 1=1 --"])
      expect((await buka(encodeURIComponent(kode))).status).toBe(404);
    expect((await server.request(`/p/${KODE}`, { method: 'POST' })).status).toBeGreaterThanOrEqual(403);
  });
});

describe('what takes it away, at the next look', () => {
  const hilang = async (): Promise<void> => {
    const response = await buka();
    expect([response.status, response.headers.get('cache-control')]).toEqual([410, 'no-store']);
    expect(await response.text()).not.toMatch(/Bu Sri|bambu|Rawawening/);
    expect((await server.request(`/p/${KODE}/${SHA}`)).status).toBe(404);
  };

  test('she takes it back, and may publish it again at the same address', async () => {
    const id = await terbitkan();
    await lakukan(sri, 'portofolio.tarik', id);
    await hilang();
    await lakukan(sri, 'portofolio.terbitkan', id, isi());
    expect((await buka()).status).toBe(200);
    await lakukan(sri, 'portofolio.hapus', id);
    await hilang();
  });

  test('the instansi does not allow it any more; nor is anything published from then on', async () => {
    const id = await terbitkan();
    await izinkan('tidak');
    await hilang();
    await sri.syncAll();
    await sri.add(
      aCommand({
        kind: 'portofolio.terbitkan',
        shard: SHARD,
        record: id,
        base: sri.records.get(id)?.head ?? id,
        body: isi(),
      }),
    );
    await sri.syncAll();
    expect(sri.verdicts.get(sri.lastNumber)).toMatchObject({ r: 'no', code: 'portofolio_ditutup' });
  });

  test('the head closes it for his school', async () => {
    await terbitkan();
    await kepala.syncAll();
    const satker = [...kepala.records.values()].find(({ k }) => k === 'satker');
    await lakukan(kepala, 'portofolio.atur', satker?.id ?? '', { boleh: false });
    await hilang();
    await lakukan(kepala, 'portofolio.atur', satker?.id ?? '', { boleh: true });
    expect((await buka()).status).toBe(200);
  });

  test('she no longer works there, or has no account any more', async () => {
    await terbitkan();
    const now = server.clock.now();
    const [hak] = await server.store.read((tx) => tx.grantsOf(SRI.id));
    if (!hak) throw new Error('no right');
    await server.store.write((tx) => tx.putGrant({ ...hak, until: now }));
    await hilang();
    await server.store.write((tx) => tx.putGrant({ ...hak, until: null }));
    expect((await buka()).status).toBe(200);
    const akun = await server.store.read((tx) => tx.accountById(SRI.id));
    if (!akun) throw new Error('no account');
    await server.store.write((tx) => tx.putAccount({ ...akun, deactivatedAt: now }));
    await hilang();
  });

  test('an approval that is withdrawn takes its piece and photo, the last one the page', async () => {
    await terbitkan();
    await lakukan(kepala, 'entri.bukaLagi', foto);
    expect(await teks()).not.toMatch(/Papan tulis|<img/);
    expect(await teks()).toContain('Pojok baca');
    expect((await server.request(`/p/${KODE}/${SHA}`)).status).toBe(404);
    await lakukan(kepala, 'entri.bukaLagi', entri);
    await hilang();
    await lakukan(kepala, 'entri.setujui', foto);
    expect(await teks()).toContain('Papan tulis bersama');
  });
});

describe('attacks', () => {
  test('a script in every field is text', async () => {
    const [satu] = isi().butir;
    await terbitkan({
      nama: JAHAT,
      sebutan: JAHAT,
      pengantar: JAHAT,
      butir: [{ ...satu, judul: JAHAT, teks: JAHAT, foto: [{ sha: SHA, keterangan: JAHAT, izin: true }] }],
    });
    const page = await teks();
    expect(page).toContain('&lt;script&gt;');
    expect(page.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/<script|<img src=x|<[^>]*\son[a-z]+=/i);
    expect(page.match(/<img/g)).toHaveLength(1);
  });

  test('somebody else’s entry, one not approved, a deleted one and a photo of another are not shown', async () => {
    const budi = await phoneOf(server, BUDI);
    const milikBudi = await budi.add(aCatat({ uraian: 'Milik Budi' }));
    await budi.syncAll();
    await lakukan(kepala, 'entri.setujui', milikBudi);
    const menunggu = await lakukan(
      sri,
      'entri.catat',
      null,
      aCatat({ uraian: 'Belum diperiksa', mulai: '13:00', selesai: '14:00' }).body,
    );
    const butir = (id: string, judul: string, sha = SHA) => ({
      entri: id,
      judul,
      teks: '',
      foto: [{ sha, keterangan: 'Foto curian', izin: true }],
    });
    await terbitkan({
      butir: [
        butir(milikBudi, 'Milik Budi'),
        butir(menunggu, 'Belum disetujui'),
        butir('d_tidakada.1.AAAAAAAAAAA', 'Tidak ada'),
        butir(entri, 'Pojok baca'),
        butir(foto, 'Papan tulis', 'b'.repeat(64)),
      ],
    });
    const page = await teks();
    expect(page).not.toMatch(/Milik Budi|Belum disetujui|Tidak ada|Foto curian|<img/);
    expect(page).toContain('Pojok baca');
    expect((await server.request(`/p/${KODE}/${SHA}`)).status).toBe(404);
  });

  test('who copies an address into a portfolio of his own gets nothing by it, even after it was taken back', async () => {
    const id = await terbitkan();
    const budi = await phoneOf(server, BUDI);
    const milikBudi = await budi.add(aCatat({ uraian: 'Milik Budi' }));
    await budi.syncAll();
    await lakukan(kepala, 'entri.setujui', milikBudi);
    server.clock.forward(60_000);
    const palsu = isi({
      nama: 'Penyaru',
      butir: [{ entri: milikBudi, judul: 'Tipuan', teks: '', foto: [] }],
    });
    const tiruan = await lakukan(budi, 'portofolio.susun', null, { ...palsu, kode: KODE });
    await lakukan(budi, 'portofolio.terbitkan', tiruan, palsu);
    expect(await teks()).toContain('Bu Sri');
    await lakukan(sri, 'portofolio.tarik', id);
    expect((await buka()).status).toBe(410);
    expect(await teks()).not.toContain('Penyaru');
  });
});

test('the switch is off at first, and its command line says what is missing', async () => {
  for (const isian of [
    { izinkan: 'mungkin', semua: 'true' },
    { izinkan: 'ya' },
    { izinkan: 'ya', npsn: '00000000' },
  ])
    expect(await atur(isian as Record<string, string>)).toMatchObject({ ok: false });
  const baru = await aServer();
  const guru = await phoneOf(baru, SRI);
  const id = await guru.add(
    aCommand({
      kind: 'portofolio.susun',
      shard: SHARD,
      record: null,
      base: null,
      body: { ...isi(), kode: KODE },
    }),
  );
  await guru.syncAll();
  await guru.add(aCommand({ kind: 'portofolio.terbitkan', shard: SHARD, record: id, base: id, body: isi() }));
  await guru.syncAll();
  expect(guru.verdicts.get(2)).toMatchObject({ r: 'no', code: 'portofolio_ditutup' });
});
