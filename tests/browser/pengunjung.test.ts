import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { listen } from '../../server/operations/index.ts';
import { Terbitan } from '../../shared/publik/index.ts';
import { buka, HARI_KERJA, type Sekolah, tambahSekolah } from '../support/publik.ts';
import { aServer } from '../support/server.ts';
import { CHROMIUM } from './support/chromium.ts';

const NAMA = 'SD Negeri 2 Arunika Pegunungan Selatan';
const penuh = (banyak: number, hari: number): number[][] =>
  Array.from({ length: banyak }, () => HARI_KERJA.slice(0, hari));
const SEKOLAH: readonly Sekolah[] = [
  { npsn: '20000101', nama: 'SD Negeri 1 Arunika', hari: penuh(9, 9) },
  { npsn: '20000102', nama: NAMA, hari: penuh(8, 11) },
  { npsn: '20000201', nama: 'SD Negeri Pulau', kabupaten: 'Kabupaten Baruna', hari: penuh(3, 1) },
];

/** Somebody without an account, in a browser without scripts. */
const aPengunjung = async (): Promise<{ page: Page; url: string }> => {
  const server = await aServer({ staticDir: join(import.meta.dirname, '../../dist/client') });
  for (const sekolah of SEKOLAH) await tambahSekolah(server, sekolah);
  await buka(server, { sejak: '2026-10' });
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
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  return { page: await context.newPage(), url: http.url };
};

test('anybody finds a school by its name with the keyboard alone, reads its figures and how they are counted, takes the data along, and asks after a document', async () => {
  const { page, url } = await aPengunjung();
  await page.goto(`${url}/publik`);
  await page.getByRole('heading', { name: 'Hari kerja terisi, Oktober 2026' }).waitFor();
  await page.getByLabel('Nama sekolah, NPSN, atau kabupaten').fill('pegunungan');
  await page.keyboard.press('Enter');
  await page.waitForURL(/cari=pegunungan/);
  expect(await page.getByRole('link', { name: /^SD Negeri/ }).count()).toBe(1);
  await page.getByRole('link', { name: NAMA }).press('Enter');
  await page.getByRole('heading', { name: NAMA }).waitFor();
  // Eleven of the month's 22 working days, by each of eight teachers.
  await page.getByText('50%', { exact: true }).first().waitFor();
  await page.getByText('Angka sebagai tabel').first().press('Enter');
  await page.getByRole('cell', { name: '50%' }).waitFor();

  await page.goto(`${url}/publik/sekolah/20000201`);
  await page
    .getByText(/kurang dari 5 orang/)
    .first()
    .waitFor();
  expect(await page.locator('main').textContent()).not.toMatch(/\d ?%/);

  await page.getByRole('link', { name: 'Cara hitung dan data terbuka' }).press('Enter');
  await page.getByText('Setiap guru dihitung sama', { exact: false }).waitFor();
  const [unduhan] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('a[href="/publik/data/pengisian.csv"]').press('Enter'),
  ]);
  const csv = readFileSync(await unduhan.path(), 'utf8');
  expect(csv).toContain(`"sekolah","Kabupaten Arunika","20000102","${NAMA}","8","terisi","50","tepat"`);
  expect(csv).not.toContain('20000201');
  const json = (await (await fetch(`${url}/publik/data/pengisian.json`)).json()) as { terbitan: unknown[] };
  expect(json.terbitan.map((satu) => Terbitan.parse(satu).periode)).toEqual(['2026-10']);

  await page.getByRole('link', { name: 'Periksa dokumen' }).press('Enter');
  await page.getByLabel('Kode di kaki dokumen').fill('K7M2-9QWX-3TRF-P');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/cek\?kode=/);
  await page.getByRole('heading', { name: /^Kode (belum lengkap|tidak dikenal)$/ }).waitFor();
});
