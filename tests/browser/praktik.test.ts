import { afterAll, beforeAll, expect, test } from 'vitest';
import { evaluasi } from '../../client/i18n/id/evaluasi.ts';
import { beranda, detail } from '../../client/i18n/id/guru.ts';
import { penilai } from '../../client/i18n/id/penilai.ts';
import { praktik } from '../../client/i18n/id/praktik.ts';
import { skp } from '../../client/i18n/id/skp.ts';
import type { PraktikState } from '../../shared/records/index.ts';
import { LAPTOP, type Phone, startPhone } from './support/chromium.ts';
import { signIn } from './support/person.ts';
import { axeFindings, settled } from './support/screens.ts';
import { until } from './support/until.ts';
import { hariIni } from './support/waktu.ts';
import { aWorld, type World } from './support/world.ts';

const { milik: words, penilai: kata } = praktik;
let world: World;
let phone: Phone;
let laptop: Phone;

beforeAll(async () => {
  world = await aWorld();
  [phone, laptop] = await Promise.all([startPhone(), startPhone({ size: LAPTOP })]);
  await signIn(phone.page, world.url, world.anyGuru);
  await signIn(laptop.page, world.url, world.head);
});
afterAll(async () => {
  await phone?.close();
  await laptop?.close();
  await world?.close();
});

const onServer = (): PraktikState | undefined =>
  world.rows<{ state: string }>(
    "SELECT state FROM records WHERE kind = 'praktik' AND owner = ?",
    world.anyGuru.id,
  )[0]?.state as PraktikState | undefined;
const tahap = (wanted: PraktikState['tahap']) =>
  until(`the server has ${wanted}`, () => {
    const state = onServer();
    return (typeof state === 'string' ? (JSON.parse(state) as PraktikState) : state)?.tahap === wanted;
  });

const findings: string[] = [];
const look = async (where: string, { page }: Phone): Promise<void> => {
  await settled(page);
  for (const finding of await axeFindings(page)) findings.push(`${where}: ${finding}`);
  const size = page.viewportSize() ?? LAPTOP;
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) findings.push(`${where}: ${wide} px wider than a small phone`);
  await page.setViewportSize(size);
};

test('a teacher prepares her practice without a network; what is missing is said, and it goes by itself', async () => {
  const { page, context } = phone;
  await page.goto(`${world.url}/skp`);
  await page.getByRole('link', { name: skp.praktik }).click();
  await page.getByRole('button', { name: words.kirim.PERSIAPAN }).waitFor();
  await context.setOffline(true);
  await page.getByRole('button', { name: words.kirim.PERSIAPAN }).click();
  await page.getByText(words.kosong.fokus).first().waitFor();
  await look('preparation', phone);
  await page.selectOption('#fokus', { label: 'Keteraturan suasana kelas' });
  await page.fill('#target-guru', 'Menyapa dan menyebut nama setiap murid');
  await page.reload();
  expect(await page.inputValue('#target-guru')).toBe('Menyapa dan menyebut nama setiap murid');
  expect(await page.inputValue('#perilaku-2')).toBe('Mengingatkan kesepakatan kelas');
  await page.getByRole('button', { name: words.kirim.PERSIAPAN }).click();
  await page.getByText(words.menungguJadwal).waitFor();
  await context.setOffline(false);
  await tahap('DIAJUKAN');
});

test('the head agrees on a day, observes without a network, and confirms documents with a tap each', async () => {
  const { page, context } = laptop;
  await page.goto(`${world.url}/observasi`);
  await page.getByRole('button', { name: kata.hitung(kata.saring.giliran, 1) }).click();
  await page.getByRole('button', { name: world.anyGuru.nama }).click();
  await page.fill('#jadwal-tanggal', hariIni);
  await page.fill('#jadwal-mulai', '07:35');
  await page.getByRole('button', { name: kata.jadwalkan }).click();
  await tahap('DIJADWALKAN');
  await phone.page.reload();
  await phone.page.getByText('07.35').waitFor();
  await context.setOffline(true);
  await page.getByRole('button', { name: kata.amati }).click();
  const lembar = page.locator('form').getByRole('radiogroup');
  for (const [i, skala] of (['EFEKTIF', 'BELUM_EFEKTIF', 'EFEKTIF'] as const).entries())
    await lembar.nth(i).getByLabel(words.skala[skala], { exact: true }).check();
  await look('observation', laptop);
  await page.fill('#observasi-catatan', 'Suasana kelas hangat');
  await page.getByRole('button', { name: kata.simpanLembar }).click();
  await page.locator('.praktik-lembar').getByText(words.skala.BELUM_EFEKTIF).waitFor();
  await page.getByRole('button', { name: kata.konfirmasiSemua }).first().click();
  await page.getByText(words.konfirmasi.lengkap).first().waitFor();
  await context.setOffline(false);
  await tahap('DIOBSERVASI');
});

test('she reads what was seen, hands in follow-up and reflection, and the head answers in the same place', async () => {
  const { page } = phone;
  await page.reload();
  await page.getByText('Suasana kelas hangat').waitFor();
  await page.getByText(words.dokumenHitung(1, 3)).waitFor();
  await page.fill('#tujuan', 'Masuk kelas dengan tenang dalam lima menit');
  await look('follow-up', phone);
  await page.getByRole('button', { name: words.kirim.DIOBSERVASI }).click();
  await page.fill('#perubahan', 'Murid mengingatkan kesepakatan sendiri');
  await page.selectOption('#belajar-tambah', { label: 'Observasi praktik pembelajaran sejawat' });
  await page.fill('#belajar-0', 'Belajar mengatur kelompok dari kelas VI');
  await page.getByRole('button', { name: words.kirim.DITINDAKLANJUTI }).click();
  await page.getByText(words.selesai).waitFor();
  await look('whole cycle', phone);
  await tahap('SELESAI');
  await laptop.page.reload();
  await laptop.page.getByText('Murid mengingatkan kesepakatan sendiri').waitFor();
  await laptop.page.fill('#umpan-teks', 'Terima kasih, teruskan semester depan');
  await laptop.page.getByRole('button', { name: detail.umpanKirim }).click();
  await until(
    'her answer is on the server',
    () =>
      world.rows("SELECT 1 FROM records WHERE kind = 'umpan' AND content LIKE '%semester depan%'").length > 0,
  );
  await page.reload();
  await page.getByText('Terima kasih, teruskan semester depan').waitFor();
  expect(findings).toEqual([]);
});

test('the school chooses its flow and whether a daily log is asked for, and every screen follows', async () => {
  const { page } = laptop;
  await page.goto(`${world.url}/penilaian`);
  await page.getByText(evaluasi.penilai.aturSekolah).click();
  await page.getByLabel(evaluasi.penilai.logPilihan.mati, { exact: true }).check();
  await page.getByLabel(evaluasi.penilai.alurUmum, { exact: true }).check();
  await page.getByRole('button', { name: evaluasi.penilai.aturSimpan }).last().click();
  await until(
    'the server has it',
    () =>
      world.rows(
        "SELECT 1 FROM records WHERE kind = 'satker' AND json_extract(content, '$.logHarian') = 'mati' AND content LIKE '%\"umum\"%'",
      ).length > 0,
  );
  await page.goto(`${world.url}/`);
  await page.getByText(penilai.beranda.perluPerhatian).waitFor();
  expect(await page.getByText(penilai.beranda.tertinggal).count()).toBe(0);
  await phone.page.goto(`${world.url}/skp`);
  await phone.page.getByText(skp.praktik).waitFor({ state: 'detached' });
  await phone.page.goto(`${world.url}/`);
  await phone.page.getByText(beranda.hariIni, { exact: true }).waitFor();
  await phone.page.getByText(/hari kerja terisi/).waitFor({ state: 'detached' });
});
