import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { listen } from '../../server/operations/index.ts';
import { buka, HARI_KERJA, type Sekolah, tambahSekolah } from '../support/publik.ts';
import { aServer } from '../support/server.ts';
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
const HALAMAN = [
  '/publik',
  '/publik/sekolah/20000101',
  '/publik/sekolah/20000201',
  '/publik/metode',
  '/status',
];

const lebihLebar = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test('public pages: axe finds nothing, light or dark, none is wider than 320 px, none needs a script or anybody else', async () => {
  const server = await aServer({ people: [], staticDir: join(import.meta.dirname, '../../dist/client') });
  for (const sekolah of SEKOLAH) await tambahSekolah(server, sekolah);
  await buka(server, { sejak: '2026-07' });
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
