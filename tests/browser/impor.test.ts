import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { impor as words } from '../../client/i18n/id/impor.ts';
import { masalah } from '../../client/i18n/id/masalah.ts';
import { masuk } from '../../client/i18n/id/masuk.ts';
import { pegawai as kata } from '../../client/i18n/id/pegawai.ts';
import { umum } from '../../client/i18n/id/umum.ts';
import { tambahAdmin } from '../../server/operations/admin.ts';
import { terbitkanKode } from '../../server/operations/aktivasi.ts';
import { openDataRooms } from '../../server/operations/rooms.ts';
import { dengan } from '../support/simpeg.ts';
import { type Phone, startPhone } from './support/chromium.ts';
import { axeFindings } from './support/screens.ts';
import { aWorld, type World } from './support/world.ts';

let world: World;
let phone: Phone;
const dir = mkdtempSync(join(tmpdir(), 'kinerja-impor-'));
const admin = { nip: '197106211998031001', sandi: '' };

const berkas = (nama: string, tabel: readonly (readonly string[])[]): string => {
  const path = join(dir, nama);
  writeFileSync(path, tabel.map((satu) => satu.join(';')).join('\r\n'));
  return path;
};

beforeAll(async () => {
  world = await aWorld();
  await world.stop();
  const rooms = await openDataRooms(
    { dataDir: world.dataDir },
    {
      clock: Date.now,
      random: () => randomInt(2 ** 32) / 2 ** 32,
      randomBytes: (size) => new Uint8Array(randomBytes(size)),
    },
  );
  const made = await tambahAdmin(rooms, { nip: admin.nip, nama: 'Wawan', instansi: 'P0000001' });
  const slip = await terbitkanKode(rooms, { nip: admin.nip });
  await rooms.store.close();
  admin.sandi = made.ok && slip.ok ? (slip.slip[0]?.kode ?? '') : '';
  await world.start();
  phone = await startPhone();
}, 60_000);
afterAll(async () => {
  await phone?.close();
  await world?.close();
  rmSync(dir, { recursive: true, force: true });
});

test('the code of a slip in the place of a password lets its owner choose one, and says what is wrong with it', async () => {
  const { page } = phone;
  await page.goto(`${world.url}/masuk`);
  await page.fill('#nip', admin.nip);
  await page.fill('#sandi', admin.sandi);
  await page.getByRole('button', { name: masuk.masuk, exact: true }).click();
  await page.getByText(masuk.kodeDiterima('operator layanan')).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  const simpan = page.getByRole('button', { name: masuk.simpanSandi });
  for (const [sandi, kata] of [
    ['terlalu pendek', masalah.sandi_pendek({})],
    ['wawan bismillah merdeka', masalah.sandi_mudah({})],
  ] as const) {
    await page.fill('#baru', sandi);
    await simpan.click();
    await page.getByText(kata).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('baru');
  }
  await page.fill('#baru', 'ladang-perahu-sembilan-jagung');
  await simpan.click();
  await page.getByText(masuk.siapkan.luringSiap).waitFor();
});

test('the admin brings in a school by file, by keyboard, sees what differs, and takes it back', async () => {
  const { page } = phone;
  await page.goto(`${world.url}/impor`);
  const unggah = async (path: string): Promise<void> => {
    await page.setInputFiles('#impor-berkas', path);
    await page.getByRole('button', { name: words.baca }).press('Enter');
    await page.getByRole('heading', { name: /orang$/ }).waitFor();
  };
  const terapkan = async (jumlah: number): Promise<void> => {
    await page.getByRole('button', { name: words.terapkan(jumlah) }).press('Enter');
    await page.getByRole('button', { name: words.ya, exact: true }).press('Enter');
    await page.getByText(words.selesai, { exact: true }).waitFor();
  };
  await unggah(berkas('satu.csv', dengan(2, 'NIP Atasan', '')));
  await page.getByRole('button', { name: words.saringan('bermasalah', 1) }).press('Enter');
  await page.getByText('NIP atasan kosong', { exact: false }).waitFor();
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: words.saringan('semua', 3) }).press('Enter');
  await page.getByRole('checkbox', { name: words.ikut('Budi Santoso') }).press('Space');
  await terapkan(2);
  await page.getByRole('link', { name: words.unggahLain }).click();
  await unggah(berkas('dua.csv', dengan(2, 'Jabatan', 'Guru Agama')));
  await page.getByRole('button', { name: words.saringan('berubah', 1) }).press('Enter');
  const beda = page.getByRole('row', { name: /Jabatan/ });
  expect(await beda.getByRole('cell').allTextContents()).toEqual(['Guru Kelas', 'Guru Agama']);
  await page.reload();
  await terapkan(2);
  const jabatan = (): unknown[] =>
    world
      .rows('SELECT jabatan FROM accounts WHERE nip = ?', '198703122011012004')
      .map((row) => Object.values(row as object)[0]);
  expect(jabatan()).toEqual(['Guru Agama']);
  await page.getByRole('button', { name: words.urungkanSatu('dua.csv') }).press('Enter');
  await page.getByRole('button', { name: words.urungkan, exact: true }).last().press('Enter');
  await page.getByText(words.diurungkan(2)).waitFor();
  expect(jabatan()).toEqual(['Guru Kelas']);
}, 40_000);

test('the admin sees what awaits her, moves a teacher by keyboard, takes it back, and mends a finding with one tap', async () => {
  const { page } = phone;
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${world.url}/`);
  await page.getByRole('link', { name: /yang perlu dibetulkan di susunan/ }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('link', { name: kata.judul, exact: true }).press('Enter');
  await page.getByRole('searchbox', { name: kata.cari }).fill(world.anyGuru.nip);
  await page.getByRole('status').or(page.locator('.pegawai-baris')).first().waitFor();
  const baris = page.locator('.pegawai-baris');
  await baris.filter({ hasText: world.anyGuru.nama }).press('Enter');
  await page.getByRole('button', { name: kata.apa.mutasi, exact: true }).press('Enter');
  const sekolah = page.getByLabel(kata.ke);
  await sekolah.selectOption({ index: 1 });
  await page.getByRole('button', { name: umum.aksi.simpan, exact: true }).press('Enter');
  await page.getByRole('alert').getByText(kata.belumLengkap).waitFor();
  await page.getByLabel(kata.alasan).fill('SK Kepala Dinas 800/112/2026');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: umum.aksi.simpan, exact: true }).press('Enter');
  await page.getByText(/^Tercatat\. Berlaku/).waitFor();
  const hak = (): unknown[] =>
    world.rows(
      "SELECT peran FROM grants WHERE account = (SELECT id FROM accounts WHERE nip = ?) AND (until IS NULL OR until > since) ORDER BY since",
      world.anyGuru.nip,
    );
  expect(hak()).toHaveLength(3);
  await page.getByRole('button', { name: /^Batalkan:/ }).first().press('Enter');
  await page.getByText(kata.dibatalkan).waitFor();
  expect(hak()).toEqual([{ peran: 'guru' }]);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${world.url}/susunan`);
  await page.getByRole('heading', { name: kata.temuan.tanpaAtasan.judul }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}, 40_000);
