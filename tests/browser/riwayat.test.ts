import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { akun } from '../../client/i18n/id/akun.ts';
import { detail } from '../../client/i18n/id/guru.ts';
import { penilai } from '../../client/i18n/id/penilai.ts';
import { privasi } from '../../client/i18n/id/privasi.ts';
import { riwayat as words } from '../../client/i18n/id/riwayat.ts';
import { umum } from '../../client/i18n/id/umum.ts';
import { ReceiptKey, receiptText } from '../../shared/protocol/index.ts';
import { LAPTOP, type Phone, startPhone } from './support/chromium.ts';
import { aKegiatan, catatDi } from './support/kegiatan.ts';
import { signIn, simpan } from './support/person.ts';
import { onServer } from './support/phone-db.ts';
import { axeFindings, settled } from './support/screens.ts';
import { until } from './support/until.ts';
import { aWorld, type World } from './support/world.ts';

const AWAL = 'Membuat media gambar pecahan dari kertas';
const JADI = 'Membuat media gambar pecahan dari kardus';

let world: World;
let phone: Phone;
let laptop: Phone;

beforeAll(async () => {
  world = await aWorld();
  phone = await startPhone();
  laptop = await startPhone({ size: LAPTOP });
  await signIn(phone.page, world.url, world.anyGuru);
  await catatDi(phone.page, world.url, aKegiatan(AWAL));
  await until('the entry on the server', () => onServer(world, AWAL).length === 1);
});
afterAll(async () => {
  await phone?.close();
  await laptop?.close();
  await world?.close();
});

const idOf = (uraian: string): string =>
  world.rows<{ id: string }>("SELECT id FROM records WHERE json_extract(content, '$.uraian') = ?", uraian)[0]
    ?.id ?? '';

const baris = (kata: string | undefined) =>
  phone.page.locator('ol.riwayat > li', { has: phone.page.locator('b', { hasText: kata ?? '?' }) });

test('a teacher sees who recorded, changed, returned and looked, each line with a genuine receipt', async () => {
  const { page } = phone;
  const id = idOf(AWAL);
  await page.goto(`${world.url}/kegiatan/${encodeURIComponent(id)}`);
  await page.getByRole('button', { name: detail.ubah, exact: true }).click();
  await page.fill('#bidang-uraian', JADI);
  await simpan(page);
  await until('the change on the server', () => onServer(world, JADI).length === 1);
  await signIn(laptop.page, world.url, world.head);
  await laptop.page.goto(`${world.url}/periksa`);
  await laptop.page.locator('.periksa-baris', { hasText: JADI }).locator('button').click();
  await laptop.page.locator('.periksa-isi h2', { hasText: JADI }).waitFor();
  await laptop.page.keyboard.press('k');
  await laptop.page.getByRole('button', { name: penilai.periksa.cepat[2] ?? '' }).click();
  await laptop.page.getByRole('button', { name: penilai.periksa.kirimKembali }).click();
  await until('the return on the server', () => onServer(world, JADI)[0] === 'DIKEMBALIKAN');
  await until(
    'the view on the server',
    () => world.rows('SELECT 1 FROM views WHERE record = ?', id).length === 1,
  );

  await page.goto(`${world.url}/kegiatan/${encodeURIComponent(id)}`);
  await page.getByRole('link', { name: detail.riwayatLengkap }).click();
  await baris(words.jenis['entri.kembalikan']).waitFor();
  await baris(words.jenis['entri.catat']).getByText(world.anyGuru.nama).waitFor();
  await baris(words.jenis['entri.ubah'])
    .getByText(words.ubahan('Uraian', AWAL, JADI))
    .waitFor();
  await baris(words.jenis['entri.kembalikan'])
    .getByText(penilai.periksa.cepat[2] ?? '')
    .waitFor();
  await expect.poll(() => page.getByText(words.keaslian.asli).count()).toBe(3);
  await page.locator('.riwayat-lihat li', { hasText: world.head.nama }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
});

test('a receipt that was saved as a file is checked by anybody who has the public key', async () => {
  const { page } = phone;
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    baris(words.jenis['entri.catat']).getByText(words.simpan).click(),
  ]);
  const file = JSON.parse(readFileSync(await download.path(), 'utf8')) as {
    bukti: Parameters<typeof receiptText>[0];
    tandaTangan: string;
    kunci: unknown;
  };
  const { key } = ReceiptKey.parse(file.kunci);
  const served = ReceiptKey.parse(await (await fetch(`${world.url}/api/receipt-key`)).json());
  expect(key).toEqual(served.key);
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  const imported = await crypto.subtle.importKey('jwk', key, curve, false, ['verify']);
  const isGenuine = await crypto.subtle.verify(
    { name: 'ECDSA', hash: 'SHA-256' },
    imported,
    Buffer.from(file.tandaTangan, 'base64url'),
    new TextEncoder().encode(receiptText(file.bukti)),
  );
  expect(isGenuine).toBe(true);
});

test('without a network the history that was loaded last is there, and what was never loaded says why not', async () => {
  const { page } = phone;
  await phone.context.setOffline(true);
  await page.reload();
  await baris(words.jenis['entri.kembalikan']).waitFor();
  await page.getByRole('button', { name: words.coba }).waitFor();
  await expect.poll(() => page.getByText(words.keaslian.asli).count()).toBe(3);
  await page.goto(`${world.url}/akun/riwayat`);
  await page.getByRole('button', { name: words.coba }).waitFor();
  expect(await page.locator('ol.riwayat > li').count()).toBe(0);
  await phone.context.setOffline(false);
  await page.getByRole('button', { name: words.coba }).click();
  await page.getByRole('link', { name: JADI }).first().waitFor();
});

test('after the server was restored from a copy the phone says so once, and Riwayat goes on saying it', async () => {
  const { page } = phone;
  const file = join(world.dataDir, 'kinerja.db');
  await world.stop();
  copyFileSync(file, `${file}.salinan`);
  await world.start();
  const uraian = 'Menata pojok baca bersama wali murid';
  await catatDi(page, world.url, aKegiatan(uraian, { mulai: '02:00', selesai: '02:10' }));
  await until('the entry on the server', () => onServer(world, uraian).length === 1);
  await world.stop();
  rmSync(`${file}-wal`, { force: true });
  copyFileSync(`${file}.salinan`, file);
  await world.start();
  expect(onServer(world, uraian)).toEqual([]);
  await page.goto(world.url);
  const kabar = page.locator('.pita', { hasText: 'dikirim ulang dari HP ini' });
  await kabar.waitFor();
  await until('the entry is back', () => onServer(world, uraian).length === 1);
  await kabar.getByRole('button', { name: umum.server.mengerti }).click();
  await kabar.waitFor({ state: 'detached' });
  await page.goto(`${world.url}/akun`);
  await page.getByRole('link', { name: akun.riwayat }).click();
  await page.getByText('dikirim ulang dari HP ini').waitFor();
  await settled(page);
  expect(await page.locator('.pita', { hasText: 'dikirim ulang' }).count()).toBe(0);
  await page.getByRole('link', { name: uraian }).first().waitFor();
});

test('Privasi says what is kept and who reads it, and leads to who did', async () => {
  const { page } = phone;
  await page.goto(`${world.url}/akun`);
  await page.getByRole('link', { name: akun.privasi }).click();
  for (const { judul } of privasi.bagian) await page.getByRole('heading', { name: judul }).waitFor();
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('link', { name: privasi.bukaRiwayat }).click();
  await page.waitForURL('**/akun/riwayat');
});
