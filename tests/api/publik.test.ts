import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { terbitkanYangJatuhTempo } from '../../server/insight/index.ts';
import { kumpulkanBulan } from '../../server/insight/kumpul.ts';
import { csvTabel } from '../../server/insight/unduhan.ts';
import { tulisPratinjau } from '../../server/operations/publikasi.ts';
import { LEBAR, type Satuan, TABEL, TABEL_BEBAN, Terbitan } from '../../shared/publik/index.ts';
import { aCommand, anEntri } from '../support/builders.ts';
import { buka, HARI_KERJA, type Sekolah, tambahSekolah } from '../support/publik.ts';
import { aRandom } from '../support/random.ts';
import { serang } from '../support/serangan-publik.ts';
import { aServer, type TestServer } from '../support/server.ts';
import { aTempDir } from '../support/temp-dir.ts';
import { expectProblem } from './signed-in.ts';

const penuh = (banyak: number, hari = HARI_KERJA): number[][] =>
  Array.from({ length: banyak }, () => [...hari]);

const BESAR: Sekolah = { npsn: '20000101', nama: 'SD Negeri <1> Arunika', hari: penuh(9), periksa: 3 };
const SEDANG: Sekolah = {
  npsn: '20000102',
  nama: 'SD Negeri 2 Arunika',
  hari: penuh(
    10,
    HARI_KERJA.filter((_, i) => i % 2 === 0),
  ),
  periksa: 9,
};
const LAIN: Sekolah = {
  npsn: '20000103',
  nama: 'SD Negeri 3 Arunika',
  hari: penuh(7, HARI_KERJA.slice(0, 5)),
  periksa: null,
};
const LIMA: Sekolah = {
  npsn: '20000107',
  nama: 'SD Negeri 7 Arunika',
  hari: penuh(5, HARI_KERJA.slice(0, 9)),
};
const KECIL: Sekolah = { npsn: '20000104', nama: 'SD Negeri 4 Arunika', hari: [[...HARI_KERJA], []] };
const TERPENCIL: Sekolah = {
  npsn: '20000201',
  nama: 'SD Negeri Pulau',
  kabupaten: 'Kabupaten Baruna',
  hari: penuh(3),
};

const terlambat = (npsn: string, id: string) => ({
  actor: { id, nama: `Guru ${id}`, peran: ['guru' as const] },
  commands: [
    {
      ...aCommand({
        ...{ kind: 'entri.catat', shard: `sek:${npsn}`, record: null, base: null },
        body: anEntri({ tanggal: '2026-10-05', rencanaAksi: 'AJR' }),
      }),
      number: 1,
    },
  ],
});

/** Burden is there only where somebody reported. */
const BEBAN: ReadonlySet<string> = new Set(TABEL_BEBAN);
const SEMUA = [BESAR, SEDANG, LAIN, LIMA, KECIL, TERPENCIL];

let server: TestServer;
let jadi: Uint8Array | null = null;

/** The schools, laid down once; each test gets a database of its own. */
const aKabupaten = async (): Promise<TestServer> => {
  if (jadi) return aServer({ database: jadi });
  const dasar = await aServer({ people: [] });
  for (const sekolah of SEMUA) await tambahSekolah(dasar, sekolah);
  const salinan = join(aTempDir(), 'salinan.db');
  await dasar.store.copyTo(salinan);
  jadi = readFileSync(salinan);
  return aServer({ database: jadi });
};

const teks = async (path: string, init?: RequestInit): Promise<string> =>
  (await server.request(path, init)).text();
const data = async (tabel: string): Promise<Terbitan[]> =>
  (JSON.parse(await teks(`/publik/data/${tabel}.json`)) as { terbitan: unknown[] }).terbitan.map((one) =>
    Terbitan.parse(one),
  );

describe('nothing is public until the instansi chooses', () => {
  test.each(['/publik', '/publik/metode', '/publik/data/pengisian.csv', '/publik/sekolah/69593332'])(
    '%s says so, and a look leads nowhere',
    async (path) => {
      server = await aServer();
      const response = await server.request(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('belum membuka data kinerja');
    },
  );
});

describe('what is public', () => {
  beforeEach(async () => {
    server = await aKabupaten();
  });

  test('a page without a script or anything from elsewhere says filling, reviews and kinds of work by school', async () => {
    await buka(server);
    const response = await server.request('/publik');
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self';/);
    expect(page).not.toMatch(/<script|<style|style=|https?:\/\/(?!creativecommons)/);
    for (const kata of [
      'Oktober 2026',
      'Dinas Contoh',
      'SD Negeri &lt;1&gt; Arunika',
      '95% atau lebih',
      'Menilai hasil belajar',
    ])
      expect(page).toContain(kata);
    const satu = await teks('/publik/sekolah/20000101');
    expect(satu).toContain('95% atau lebih');
  });

  test('a school’s page says why it has no figure: too few people, or nothing is out yet; and each is reached from the first page, whatever tables were chosen', async () => {
    await buka(server, { tabel: 'jenis,predikat' });
    const page = await teks('/publik');
    for (const { npsn } of SEMUA) expect(page).toContain(`href="/publik/sekolah/${npsn}"`);
    const pulau = await teks(`/publik/sekolah/${TERPENCIL.npsn}`);
    expect(pulau).toContain('kurang dari 5 orang');
    expect(pulau).toContain('Belum ada yang terbit untuk tabel ini.');
    expect(pulau).not.toContain('kurang dari 10 orang');
  });

  test('never a name, a NIP, an id or a word that somebody wrote', async () => {
    await buka(server);
    const semua = await Promise.all(
      ['/publik', '/publik/metode', '/publik/sekolah/20000101', '/publik/sekolah/20000104']
        .concat(
          ['pengisian', 'periksa', 'jenis', 'predikat'].flatMap((t) => [
            `/publik/data/${t}.csv`,
            `/publik/data/${t}.json`,
          ]),
        )
        .map((path) => teks(path)),
    );
    for (const isi of semua) expect(isi).not.toMatch(/Rahasia|Guru p_|p_10|1987\d{14}|Sutrisno/);
  });

  test('small schools stand among others or are not counted, and no download tells one from them', async () => {
    await buka(server);
    const bagian = (hari: number) => [hari / HARI_KERJA.length, 1 - hari / HARI_KERJA.length];
    const satuan: Satuan[] = SEMUA.map(({ npsn, nama, hari, kabupaten }) => ({
      ...{ npsn, nama, kabupaten: kabupaten ?? 'Kabupaten Arunika', guru: hari.length },
      orang: hari.map((satu) => bagian(satu.length)),
    }));
    const [september, oktober] = await data('pengisian');
    expect([september?.periode, oktober?.periode]).toEqual(['2026-09', '2026-10']);
    if (!oktober) throw new Error('no October');
    expect(oktober.tersembunyi.map(({ npsn }) => npsn)).toEqual([TERPENCIL.npsn]);
    const [gabungan] = oktober.baris.filter(({ npsn }) => npsn === null);
    expect(gabungan?.anggota.map(({ npsn }) => npsn)).toEqual([KECIL.npsn, LIMA.npsn, LAIN.npsn]);
    expect(serang(oktober, satuan).filter(({ rentang: [a, b] }) => b - a < LEBAR - 1e-6)).toEqual([]);
    expect(await teks('/publik/sekolah/20000201')).toContain('kurang dari 5 orang');
    expect(await teks('/publik/data/pengisian.csv')).not.toContain(TERPENCIL.npsn);
  });

  test('every table of a month, attacked as it is downloaded and laid beside the others, keeps everybody at a distance', async () => {
    const diam = { npsn: '20000108', nama: 'SD Negeri 8 Arunika', hari: [[], [], [], [], [], []] };
    await tambahSekolah(server, diam);
    await server.store.write(async (tx) => {
      for (const [i, { npsn, hari }] of SEMUA.entries())
        await tx.addBurden({
          ...{ shard: `sek:${npsn}`, pekan: '2026-10-05', apa: 'menit' as const },
          ...{ kelas: i % 3, orang: hari.length },
        });
    });
    await buka(server, { tabel: TABEL.join() });
    const rooms = { periode: '2026-10', pada: server.clock.now() };
    const satuan = await kumpulkanBulan(server.store, rooms);
    const baris = new Map<string, unknown>();
    for (const tabel of TABEL.filter((satu) => satu !== 'predikat')) {
      const oktober = (await data(tabel)).find(({ periode }) => periode === '2026-10');
      if (!oktober) throw new Error(`${tabel}: no October`);
      const sempit = serang(oktober, satuan(tabel)).filter(({ rentang: [a, b] }) => b - a < LEBAR - 1e-6);
      expect(sempit).toEqual([]);
      const siapa = oktober.baris.map(({ npsn, anggota, guru }) => [
        npsn ?? anggota.map((a) => a.npsn),
        guru,
      ]);
      baris.set(tabel, [siapa, oktober.tersembunyi]);
    }
    // Six teachers who recorded nothing: did their school stand alone, or were it missing from one table, that would be known.
    expect(JSON.stringify(baris.get('pengisian'))).toMatch(/"20000108","20000104"/);
    for (const tabel of ['periksa', 'jenis']) expect(baris.get(tabel)).toEqual(baris.get('pengisian'));
  });

  test('of 1,000 random questions to the page none is answered with a group of one to four', async () => {
    await buka(server);
    const { number } = aRandom(30);
    const satu = <T>(dari: readonly T[]): T => dari[Math.floor(number() * dari.length)] as T;
    const sebut = SEMUA.flatMap(({ npsn, nama, kabupaten = '' }) => [npsn, nama, kabupaten]);
    const wrong: string[] = [];
    for (let i = 0; i < 1_000; i += 1) {
      const kata = satu(sebut);
      const dari = Math.floor(number() * kata.length);
      const cari = kata.slice(dari, dari + 1 + Math.floor(number() * 12));
      const bulan = satu(['', '2026-09', '2026-10', '2026-11', '2026-1']);
      const tanya = `/publik?${new URLSearchParams({ bulan, cari })}`;
      const page = (await teks(tanya)).replace(/<[^>]*>/g, ' ');
      if (/(?<![\d.,])[1-4]\s+(?:guru|orang)\b/.test(page)) wrong.push(tanya);
    }
    expect(wrong).toEqual([]);
    expect(await teks(`/publik/sekolah/${TERPENCIL.npsn}`)).not.toMatch(/\d+ ?%/);
  });

  test('figures are what a recount of the records gives', async () => {
    await buka(server);
    const sekolah = (await data('pengisian'))[1]?.baris.find(({ npsn }) => npsn === SEDANG.npsn);
    const terisi = Math.round((100 * SEDANG.hari[0]!.length) / HARI_KERJA.length);
    expect(sekolah).toMatchObject({
      guru: 10,
      bagian: [{ kategori: 'terisi', persen: terisi, batas: 'tepat' }, {}],
    });
    const periksa = (await data('periksa'))[1]?.baris.find(({ npsn }) => npsn === SEDANG.npsn);
    expect(periksa?.bagian).toEqual([
      { kategori: 'lebih_lama', persen: 95, batas: 'sedikitnya' },
      { kategori: 'tujuh_hari', persen: 5, batas: 'sebanyaknya' },
    ]);
  });

  test('the schema takes what is published, and no row of another shape', async () => {
    await buka(server);
    const skema = z.fromJSONSchema(JSON.parse(await teks('/publik/data/skema.json')));
    for (const tabel of TABEL.filter((satu) => satu !== 'predikat' && !BEBAN.has(satu))) {
      const terbit = JSON.parse(await teks(`/publik/data/${tabel}.json`)) as { terbitan: Terbitan[] };
      expect(terbit.terbitan.length).toBeGreaterThan(0);
      expect(skema.safeParse(terbit).error).toBeUndefined();
      const [pertama] = terbit.terbitan;
      for (const salah of [
        { baris: 'semua' },
        { ...pertama, periode: 'Oktober' },
        { ...pertama, baris: [{ npsn: 1 }] },
      ])
        expect(skema.safeParse({ ...terbit, terbitan: [salah] }).success).toBe(false);
    }
  });

  test('every cell of the CSV is quoted, and none begins what a spreadsheet computes', () => {
    const nama = ['=1+1', ' =1+1', '＝1+1', '\t@SUM(A1)', '|cmd', 'SD "Satu", Arunika'];
    const baris = nama.map((satu) => ({
      ...{ kabupaten: 'Arunika', npsn: '20000101', nama: satu, guru: 5, anggota: [] },
      bagian: [{ kategori: 'terisi', persen: 40, batas: 'tepat' as const }],
    }));
    const kosong = { kabupaten: '', sekolah: 6, tersembunyi: 0, guru: 30, bagian: [] };
    const terbit = Terbitan.parse({
      ...{ tabel: 'pengisian', periode: '2026-10', baris, kabupaten: [], instansi: kosong, tersembunyi: [] },
    });
    const csv = csvTabel({ terbitan: { pengisian: [terbit] } } as never, 'pengisian');
    const [, ...lines] = csv.trimEnd().split('\r\n');
    expect(lines).toHaveLength(nama.length);
    for (const line of lines) expect(line).toMatch(/^"([^"]|"")*"(,"([^"]|"")*")*$/);
    expect(lines.map((line) => line.split('","').at(-5))).toEqual([
      ...["'=1+1", "' =1+1", "'＝1+1", "'\t@SUM(A1)", "'|cmd"],
      'SD ""Satu"", Arunika',
    ]);
  });

  test('what was published stays as it is, whatever is recorded afterwards', async () => {
    await buka(server);
    const dulu = await teks('/publik/data/pengisian.csv');
    await tambahSekolah(server, { npsn: '20000105', nama: 'SD Negeri 5 Arunika', hari: penuh(9, [1, 2]) });
    expect(await terbitkanYangJatuhTempo({ store: server.store, clock: server.clock.now })).toBe(0);
    await buka(server);
    expect(await teks('/publik/data/pengisian.csv')).toBe(dulu);
  });

  test('a table that is chosen later is of the same count as those before: laid beside them it tells nobody what came in between', async () => {
    const nyaris: Sekolah = {
      npsn: '20000108',
      nama: 'SD Negeri 8 Arunika',
      hari: [...penuh(4), ...penuh(8, [])],
    };
    await tambahSekolah(server, nyaris);
    await buka(server, { tabel: 'pengisian' });
    // Her entries come weeks late, and make five of four people who recorded something.
    const { actor, commands } = terlambat('20000108', 'p_108_4');
    const [late] = await server.ledger.submit({
      ...{ actor, device: 'd_late', commands },
      receivedAt: server.clock.now() - 10 * 86_400_000,
    });
    expect(late?.verdict).toMatchObject({ r: 'ok' });
    await buka(server, { tabel: 'pengisian,jenis' });
    const disebut = async (tabel: string) => {
      const terbitan = (await data(tabel)).find(({ periode }) => periode === '2026-10');
      return {
        baris: terbitan?.baris.map(({ npsn, guru, anggota }) => [npsn, guru, ...anggota.map((a) => a.npsn)]),
        tersembunyi: terbitan?.tersembunyi,
      };
    };
    expect((await disebut('jenis')).baris?.length).toBeGreaterThan(0);
    expect(await disebut('jenis')).toEqual(await disebut('pengisian'));
  });

  test('minutes and seconds of recording are each a choice, and of the same count: five people or more, the middle one said', async () => {
    await server.store.write(async (tx) => {
      const tambah = (npsn: string, apa: 'menit' | 'detik', kelas: number, orang: number) =>
        tx.addBurden({ shard: `sek:${npsn}`, pekan: '2026-10-05', apa, kelas, orang });
      for (const [kelas, orang] of [6, 2, 1].entries()) await tambah('20000101', 'menit', kelas, orang);
      for (const [kelas, orang] of [1, 6, 2].entries()) await tambah('20000101', 'detik', kelas, orang);
      for (const apa of ['menit', 'detik'] as const) await tambah('20000201', apa, 0, 3);
    });
    await buka(server, { tabel: 'beban' });
    expect(await teks('/publik')).toContain('Nilai tengahnya: paling lama 30 menit');
    expect((await server.request('/publik/data/detik.csv')).status).toBe(404);
    await buka(server, { tabel: 'beban,detik' });
    expect(await teks('/publik')).toContain('Nilai tengahnya: 30 sampai 60 detik');
    const oktober = async (tabel: string) => (await data(tabel)).find(({ periode }) => periode === '2026-10');
    const [menit, detik] = [await oktober('beban'), await oktober('detik')];
    const siapa = (terbit: Terbitan | undefined) => ({
      baris: terbit?.baris.map(({ npsn, guru }) => [npsn, guru]),
      tersembunyi: terbit?.tersembunyi.map(({ npsn }) => npsn),
    });
    expect(siapa(detik)).toEqual(siapa(menit));
    expect(detik?.baris.map(({ npsn }) => npsn)).toEqual(['20000101']);
    expect(detik?.tersembunyi.map(({ npsn }) => npsn)).toContain('20000201');
  });

  test('a month appears by itself two weeks after its end', async () => {
    await buka(server);
    expect(await teks('/publik')).not.toContain('November 2026');
    server.clock.forward(21 * 86_400_000);
    expect(await terbitkanYangJatuhTempo({ store: server.store, clock: server.clock.now })).toBe(0);
    server.clock.forward(86_400_000);
    expect(await terbitkanYangJatuhTempo({ store: server.store, clock: server.clock.now })).toBe(3);
    expect(await teks('/publik')).toContain('November 2026');
  });

  test('only chosen tables are there, and closing takes all of them away at once', async () => {
    await buka(server, { tabel: 'jenis' });
    expect((await server.request('/publik/data/jenis.csv')).status).toBe(200);
    expect((await server.request('/publik/data/pengisian.csv')).status).toBe(404);
    expect(await teks('/publik')).not.toContain('Hari kerja terisi');
    await buka(server, { tabel: 'tidak' });
    expect((await server.request('/publik/data/jenis.csv')).status).toBe(404);
    expect((await server.request('/publik')).status).toBe(404);
  });

  test('a browser that holds the page is told so until something changes, packed or not', async () => {
    await buka(server, { tabel: 'jenis' });
    const satu = await server.request('/publik', { headers: { 'accept-encoding': 'gzip' } });
    const etag = satu.headers.get('etag') ?? '';
    const pada = satu.headers.get('last-modified') ?? '';
    expect([satu.headers.get('content-encoding'), satu.headers.get('vary')]).toEqual([
      'gzip',
      'Accept-Encoding',
    ]);
    expect(satu.headers.get('cache-control')).toBe('public, max-age=300');
    const status = async (headers: Record<string, string>) =>
      (await server.request('/publik', { headers })).status;
    expect(await status({ 'if-none-match': etag })).toBe(304);
    expect(await status({ 'if-none-match': '"lain"', 'if-modified-since': pada })).toBe(200);
    expect(await status({ 'if-modified-since': pada })).toBe(304);
    server.clock.forward(2000);
    await buka(server, { tabel: 'jenis,pengisian' });
    expect(await status({ 'if-none-match': etag })).toBe(200);
    expect(await status({ 'if-modified-since': pada })).toBe(200);
  });

  test('every page and download has validators that a browser and a cache can rely on', async () => {
    await buka(server);
    const unduhan = ['pengisian', 'periksa', 'jenis', 'predikat'].flatMap((t) => [`${t}.csv`, `${t}.json`]);
    const alamat = ['', '?bulan=2026-10', '?cari=negeri', '/metode', '/sekolah/20000101', '/data/skema.json'];
    const semua = [...alamat, ...unduhan.map((nama) => `/data/${nama}`)].map((satu) => `/publik${satu}`);
    const tags = new Set<string>();
    for (const path of semua) {
      const packed = { 'accept-encoding': 'gzip' };
      const [polos, padat] = [await server.request(path), await server.request(path, { headers: packed })];
      const [etag, etagPadat] = [polos, padat].map(({ headers }) => headers.get('etag') ?? '');
      const pada = polos.headers.get('last-modified') ?? '';
      expect([path, polos.status, polos.headers.get('vary')]).toEqual([path, 200, 'Accept-Encoding']);
      expect(etagPadat).not.toBe(etag);
      expect(Date.parse(pada)).toBeLessThanOrEqual(server.clock.now());
      const lagi = async (headers: Record<string, string>) => {
        const response = await server.request(path, { headers });
        return [response.status, (await response.arrayBuffer()).byteLength, response.headers.get('etag')];
      };
      const kemarin = new Date(Date.parse(pada) - 1000).toUTCString();
      expect(await lagi({ 'if-none-match': etag ?? '' })).toEqual([304, 0, etag]);
      expect(await lagi({ ...packed, 'if-none-match': `W/${etagPadat}, "x"` })).toEqual([304, 0, etagPadat]);
      expect(await lagi({ 'if-modified-since': pada })).toEqual([304, 0, etag]);
      expect((await lagi({ 'if-modified-since': kemarin }))[0]).toBe(200);
      expect((await lagi({ 'if-none-match': '"x"', 'if-modified-since': pada }))[0]).toBe(200);
      const isi = await teks(path);
      tags.add(`${etag} ${isi.length}`);
    }
    expect(tags.size).toBe(semua.length - 1);
  });

  test('a download that is not there is told to programs in their own words', async () => {
    await buka(server);
    for (const nama of ['asing.json', 'pengisian.xlsx', 'beban.csv'])
      await expectProblem(await server.request(`/publik/data/${nama}`), 'tidak_ada');
  });

  test('a search finds a school, and its own words come back as words', async () => {
    await buka(server);
    const found = await teks('/publik?cari=negeri%203');
    expect(found).toContain('SD Negeri 3 Arunika');
    expect(found).not.toContain('/publik/sekolah/20000102');
    expect(await teks('/publik?cari=%3Cscript%3E')).toContain('“&lt;script&gt;”');
  });

  test('downloads have a schema, and a CSV that a spreadsheet does not take for a formula', async () => {
    await tambahSekolah(server, { npsn: '20000106', nama: '=HYPERLINK("x")', hari: penuh(9, [1, 2]) });
    await buka(server);
    const skema = JSON.parse(await teks('/publik/data/skema.json')) as { $id: string };
    expect(skema.$id).toBe('/publik/data/skema.json');
    const csv = await teks('/publik/data/pengisian.csv');
    expect(csv.split('\r\n')[0]?.replaceAll('"', '')).toBe(
      'periode,tingkat,kabupaten,npsn,nama,guru,kategori,persen,batas',
    );
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
  });

  test('a preview is one file with everything in it, and publishes nothing', async () => {
    const out = join(aTempDir(), 'pratinjau.html');
    const rooms = { store: server.store, clock: server.clock.now };
    expect(await tulisPratinjau(rooms, { out, nama: 'Dinas Contoh' })).toMatchObject({ ok: true });
    const page = readFileSync(out, 'utf8');
    for (const kata of ['Pratinjau', 'Oktober 2026', 'SD Negeri 2 Arunika', 'prefers-color-scheme'])
      expect(page).toContain(kata);
    expect((await server.request('/publik')).status).toBe(404);
    expect(await tulisPratinjau(rooms, { out })).toMatchObject({ ok: false });
  });
});
