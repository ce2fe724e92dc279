import { afterAll, beforeAll, expect, test } from 'vitest';
import { beban } from '../../client/i18n/id/beban.ts';
import { beranda } from '../../client/i18n/id/guru.ts';
import { kendala, sebabKendala } from '../../client/i18n/id/kendala.ts';
import { penilai } from '../../client/i18n/id/penilai.ts';
import { umum } from '../../client/i18n/id/umum.ts';
import { wawasan } from '../../client/i18n/id/wawasan.ts';
import { laporan } from '../../client/i18n/id/wawasan-laporan.ts';
import { type Phone, startPhone } from './support/chromium.ts';
import { aKegiatan, catatDi } from './support/kegiatan.ts';
import { signIn } from './support/person.ts';
import { onServer } from './support/phone-db.ts';
import { until } from './support/until.ts';
import { aWorld, type World } from './support/world.ts';

const URAIAN = 'Menata pojok baca bersama murid kelas 2';
let world: World;
let guru: Phone;
let kepala: Phone;

beforeAll(async () => {
  world = await aWorld();
  [guru, kepala] = [await startPhone(), await startPhone()];
  for (const each of [guru, kepala]) each.context.setDefaultTimeout(12_000);
  await Promise.all([
    signIn(guru.page, world.url, world.anyGuru),
    signIn(kepala.page, world.url, world.head),
  ]);
});
afterAll(async () => {
  await guru?.close();
  await kepala?.close();
  await world?.close();
});

const kendalaDiServer = (): string[] =>
  world
    .rows<{ tahap: string }>(
      "SELECT json_extract(state, '$.tahap') AS tahap FROM records WHERE kind = 'kendala' ORDER BY n",
    )
    .map(({ tahap }) => tahap);

test('a teacher without a network says in two taps why she cannot fill in, takes it back, and says it again', async () => {
  const { page, context } = guru;
  await page.getByText(beranda.kendala).waitFor();
  await until('the screen to be on the phone', () =>
    page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => /\/jarang-/.test(name))),
  );
  await context.setOffline(true);
  await page.getByRole('link', { name: beranda.kendala }).click();
  await page.getByRole('button', { name: sebabKendala.SAKIT }).click();
  await page.getByText(kendala.antri).waitFor();
  await page.getByRole('button', { name: umum.aksi.urungkan }).click();
  await page.getByText(kendala.belumAda).waitFor();
  await page.getByRole('button', { name: sebabKendala.SINYAL }).click();
  await page.getByText(kendala.antri).waitFor();
  await context.setOffline(false);
  await until('both on the server', () => kendalaDiServer().join() === 'DITARIK,DILAPORKAN');
});

test('what recording cost her is measured on her phone and shown to nobody else', async () => {
  const { page } = guru;
  await catatDi(page, world.url, aKegiatan(URAIAN));
  await until('the entry on the server', () => onServer(world, URAIAN).length === 1);
  await page.goto(`${world.url}/akun/beban`);
  await page.getByText(beban.perKegiatan).waitFor();
  await page.getByRole('button', { name: beban.hapus }).click();
  await page.getByText(beban.kosong).waitFor();
});

test('the head sees it without a network, answers in one tap, and reaches an entry in two', async () => {
  const { page, context } = kepala;
  await page.goto(`${world.url}/wawasan`);
  await page.getByText(sebabKendala.SINYAL).first().waitFor();
  await page.getByText(wawasan.judulRhk).waitFor();
  await page.goto(world.url);
  await page.getByText(penilai.beranda.wawasan).waitFor();
  await context.setOffline(true);
  await page.getByRole('link', { name: penilai.beranda.wawasanKet }).click();
  await page.getByText(wawasan.judulTren).waitFor();
  expect(await page.locator('.kendala-satu', { hasText: sebabKendala.SAKIT }).count()).toBe(0);
  await page.getByRole('button', { name: wawasan.kendala.ketahui }).click();
  await page.getByText(wawasan.kendala.lama(1)).waitFor();
  await page.getByText(wawasan.tabel).click();
  await page.getByRole('columnheader', { name: wawasan.kolom.tidakHadir }).waitFor();
  await page.locator('.tiga-baris').first().click();
  await page.locator('.buka.baris[open] a').first().click();
  await page.waitForURL(/\/kegiatan\/d_/);
  await context.setOffline(false);
  await until('his answer on the server', () => kendalaDiServer().join() === 'DITARIK,DITANGGAPI');
});

test('the week’s report is made, mended, and as it was mended after a reload; then made anew', async () => {
  const { page } = kepala;
  await page.goto(`${world.url}/wawasan/laporan`);
  const isi = page.getByLabel(laporan.isi);
  await until('the report', async () => /Kegiatan: \d+ tercatat/.test(await isi.inputValue()));
  await isi.fill(`${await isi.inputValue()}Senin rapat pembagian tugas`);
  await page.reload();
  await until('his words', async () => (await isi.inputValue()).endsWith('Senin rapat pembagian tugas'));
  await page.getByRole('button', { name: laporan.ulang }).click();
  await until('the figures alone', async () => !(await isi.inputValue()).includes('rapat'));
});

test('she reads that she was heard', async () => {
  const { page } = guru;
  await page.goto(world.url);
  await page.getByText(/menanggapi kendala Anda/).click();
  await page.getByText('Sudah diketahui').waitFor();
});
