import { afterAll, beforeAll, expect, test } from 'vitest';
import { tanggalPanjang } from '../../client/i18n/format.ts';
import { kendala, sebabKendala } from '../../client/i18n/id/kendala.ts';
import { umum } from '../../client/i18n/id/umum.ts';
import { wawasan } from '../../client/i18n/id/wawasan.ts';
import { tambahHari } from '../../shared/domain/index.ts';
import { type Phone, startPhone } from './support/chromium.ts';
import { signIn } from './support/person.ts';
import { axeFindings } from './support/screens.ts';
import { until } from './support/until.ts';
import { hariIni } from './support/waktu.ts';
import { aWorld, type World } from './support/world.ts';

/** Beyond the 31 days for which the demo school takes entries. */
const MULAI = tambahHari(hariIni, -40);
const SELESAI = tambahHari(hariIni, -38);
const words = wawasan.kendala;
let world: World;
let guru: Phone;
let kepala: Phone;

beforeAll(async () => {
  world = await aWorld();
  [guru, kepala] = [await startPhone(), await startPhone()];
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

/** Dates that the school has open for somebody. */
const dibuka = (): string[] =>
  world
    .rows<{ tanggal: string }>(
      `SELECT json_extract(satu.value, '$.tanggal') AS tanggal
       FROM records, json_each(json_extract(records.content, '$.tanggalDibuka')) AS satu
       WHERE records.kind = 'satker' ORDER BY tanggal`,
    )
    .map(({ tanggal }) => tanggal);

test('a teacher tells of days that are closed by now: her head opens them, closes them again, and she reads both', async () => {
  const { page } = guru;
  await page.goto(`${world.url}/kendala`);
  await page.getByRole('radio', { name: kendala.lain }).check({ force: true });
  await page.getByLabel(kendala.mulai).fill(MULAI);
  await page.getByLabel(kendala.selesai).fill(SELESAI);
  await page.getByRole('button', { name: sebabKendala.HP }).click();
  await page.getByText(kendala.menunggu).waitFor();

  await kepala.page.goto(`${world.url}/wawasan`);
  await kepala.page.getByRole('button', { name: /^Buka \d tanggal$/ }).click();
  await until('the dates to be open', () => dibuka().length > 0);
  const hari = dibuka();
  expect(hari[0] && hari[0] >= MULAI).toBe(true);
  await kepala.page.getByRole('button', { name: umum.aksi.urungkan }).click();
  await until('the dates to be closed', () => dibuka().length === 0);
  await page.goto(`${world.url}/kendala`);
  await page.getByText(words.ditutup).waitFor();
});

test('a visit is announced for the day that the head chooses, and not by one tap', async () => {
  const { page } = kepala;
  const tanggal = tambahHari(hariIni, 8);
  await guru.page.getByRole('button', { name: sebabKendala.SINYAL }).click();
  await guru.page.getByText(kendala.menunggu).waitFor();
  await page.goto(`${world.url}/wawasan`);
  await page.getByRole('button', { name: words.kunjungi }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words.tanggalKunjungan).fill(tambahHari(hariIni, -1));
  await dialog.getByText(words.tanggalSalah).waitFor();
  expect(await dialog.getByRole('button', { name: words.umumkan }).isDisabled()).toBe(true);
  await dialog.getByLabel(words.tanggalKunjungan).fill(tanggal);
  await dialog.getByLabel(words.catatan).fill('Saya bawa HP sekolah');
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: words.umumkan }).press('Enter');
  await guru.page.goto(`${world.url}/kendala`);
  await guru.page.getByText(`Akan berkunjung ${tanggalPanjang(tanggal)}: Saya bawa HP sekolah`).waitFor();
});
