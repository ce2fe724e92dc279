import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { readDemoFoto } from '../../server/operations/demo-data.ts';
import { listen } from '../../server/operations/index.ts';
import { aturPortofolio } from '../../server/operations/portofolio.ts';
import { phoneOf } from '../api/signed-in.ts';
import { aCommand, anEntri, SHARD, shaOf } from '../support/builders.ts';
import type { Phone } from '../support/phone.ts';
import { buka, HARI_KERJA, type Sekolah, tambahSekolah } from '../support/publik.ts';
import { aServer, PAK_TRISNO, SRI, type TestServer } from '../support/server.ts';
import { CHROMIUM } from './support/chromium.ts';
import { axeFindings } from './support/screens.ts';

const GAMBAR = process.env['GAMBAR_PUBLIK'];
const penuh = (banyak: number, hari: readonly number[]) => Array.from({ length: banyak }, () => hari);

const SEKOLAH: readonly Sekolah[] = [
  { npsn: '20000101', nama: 'SD Negeri 1 Arunika', hari: penuh(9, HARI_KERJA.slice(0, 9)) },
  {
    npsn: '20000102',
    nama: 'SD Negeri 2 Arunika Pegunungan Selatan',
    hari: penuh(8, HARI_KERJA.slice(0, 5)),
  },
  { npsn: '20000103', nama: 'SD Negeri 3 Arunika', hari: penuh(6, HARI_KERJA.slice(0, 8)), periksa: 9 },
  { npsn: '20000104', nama: 'SD Negeri 4 Arunika', hari: penuh(2, HARI_KERJA.slice(0, 3)) },
  { npsn: '20000201', nama: 'SD Negeri Pulau', kabupaten: 'Kabupaten Baruna', hari: penuh(3, [1]) },
];
const KODE = 'abcdefghijklmnopqrstuvwx23';
const PORTOFOLIO = {
  nama: 'Bu Sri',
  sebutan: 'Guru kelas 5',
  pengantar: 'Saya mengajar di kaki gunung.\nMurid saya datang dari empat dusun.',
  tampilSekolah: true,
  dicari: false,
};
/** A school whose teacher has published approved work, laid down as her phone and her head's would. */
const terbitkanPortofolio = async (server: TestServer): Promise<void> => {
  const hasil = await aturPortofolio(
    { ...server, clock: server.clock.now },
    { izinkan: 'ya', npsn: SHARD.slice(4) },
  );
  if (!hasil.ok) throw new Error(hasil.kalimat);
  const sri = await phoneOf(server, SRI);
  const kepala = await phoneOf(server, PAK_TRISNO);
  const perintah = async (
    phone: Phone,
    kind: string,
    record: string | null,
    body: unknown,
  ): Promise<string> => {
    await phone.syncAll();
    const base = record && (phone.records.get(record)?.head ?? record);
    const id = await phone.add(aCommand({ kind, shard: SHARD, record, base, body }));
    await phone.syncAll();
    return record ?? id;
  };
  const foto = readDemoFoto('papan-tulis.jpg');
  const sha = shaOf(foto);
  const rujukan = { sha, size: foto.length, mime: 'image/jpeg' as const };
  const entri = await perintah(sri, 'entri.catat', null, anEntri({ foto: [rujukan] }));
  await sri.ask(
    `/api/photos/${sha}`,
    { method: 'PUT', body: new Uint8Array(foto) },
    {
      'content-type': 'application/octet-stream',
      'upload-offset': '0',
      'upload-length': String(foto.length),
    },
  );
  await perintah(kepala, 'entri.setujui', entri, {});
  const isi = {
    ...PORTOFOLIO,
    butir: [
      {
        entri,
        judul: 'Papan tulis yang diisi murid',
        teks: 'Setiap pagi tiga murid menulis soal buatannya sendiri.',
        foto: [{ sha, keterangan: 'Papan tulis penuh soal buatan murid', izin: true }],
      },
    ],
  };
  const id = await perintah(sri, 'portofolio.susun', null, { ...isi, kode: KODE });
  await perintah(sri, 'portofolio.terbitkan', id, isi);
};

const HALAMAN = [
  '/publik',
  '/publik/sekolah/20000101',
  '/publik/sekolah/20000201',
  '/publik/metode',
  '/status',
  `/p/${KODE}`,
];

const lebihLebar = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test('public pages: axe finds nothing, light or dark, none is wider than 320 px, none needs a script or anybody else', async () => {
  const server = await aServer({ staticDir: join(import.meta.dirname, '../../dist/client') });
  for (const sekolah of SEKOLAH) await tambahSekolah(server, sekolah);
  await buka(server, { sejak: '2026-07' });
  await terbitkanPortofolio(server);
  const http = await listen((request, bindings) => server.app.fetch(request, bindings), {
    host: '127.0.0.1',
    port: 0,
  });
  onTestFinished(() => http.drain(0));
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  onTestFinished(() => browser.close());
  if (GAMBAR && !existsSync(GAMBAR)) mkdirSync(GAMBAR);
  const salah: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width: 320, height: 640 },
    });
    const page = await context.newPage();
    page.on('request', (request) => {
      if (!request.url().startsWith(http.url)) salah.push(request.url());
    });
    page.on('console', (message) => salah.push(message.text()));
    for (const alamat of HALAMAN) {
      await page.goto(`${http.url}${alamat}`);
      for (const found of await axeFindings(page)) salah.push(`${alamat} ${colorScheme}: ${found}`);
      const lebih = await lebihLebar(page);
      if (lebih > 0) salah.push(`${alamat}: ${lebih} px wider than the screen`);
      if (!GAMBAR) continue;
      for (const [width, height] of [
        [360, 740],
        [1280, 800],
      ] as const) {
        await page.setViewportSize({ width, height });
        await page.screenshot({
          path: `${GAMBAR}/${alamat.replaceAll('/', '_')}-${width}-${colorScheme}.png`,
          fullPage: true,
        });
      }
      await page.setViewportSize({ width: 320, height: 640 });
    }
    await context.close();
  }
  expect(salah).toEqual([]);
});
