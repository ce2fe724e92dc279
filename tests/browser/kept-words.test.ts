import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { akun } from '../../client/i18n/id/akun.ts';
import { antrean } from '../../client/i18n/id/antrean.ts';
import { banyak } from '../../client/i18n/id/banyak.ts';
import { beranda, catat, detail, kegiatan } from '../../client/i18n/id/guru.ts';
import { masalah } from '../../client/i18n/id/masalah.ts';
import { masuk } from '../../client/i18n/id/masuk.ts';
import { status, umum } from '../../client/i18n/id/umum.ts';
import { type Phone, startPhone } from './support/chromium.ts';
import { aKegiatan, bukaForm, catatDi } from './support/kegiatan.ts';
import { isi, signIn, simpan } from './support/person.ts';
import { rowsOnPhone, waiting } from './support/phone-db.ts';
import { until } from './support/until.ts';
import { hariIni } from './support/waktu.ts';
import { aWorld, type World } from './support/world.ts';

const FOTO = join(import.meta.dirname, '../fixtures/foto/papan-tulis.jpg');
const [tahun, bulan, hari] = hariIni.split('-');

let world: World;
let phone: Phone;

beforeAll(async () => {
  world = await aWorld();
  phone = await startPhone();
  await signIn(phone.page, world.url, world.anyGuru);
});
afterAll(async () => {
  await phone?.close();
  await world?.close();
});

const tekan = (name: string) => phone.page.getByRole('button', { name, exact: true }).click();
const drafts = () => rowsOnPhone<{ utuh?: boolean }>(phone.page, world.anyGuru, 'drafts');

test('a week that nobody wrote down is laid out from the timetable in one tap, and saved in another', async () => {
  const { page } = phone;
  await page.goto(`${world.url}/catat/banyak`);
  await page.getByRole('button', { name: /^Isi \d+ baris dari jadwal$/ }).click();
  const rows = page.locator('.baris-banyak');
  await rows.first().waitFor();
  const jumlah = await rows.count();
  expect(jumlah).toBeGreaterThan(0);
  const saat = await rows.evaluateAll((list) =>
    list.map((row) =>
      [...row.querySelectorAll('input')]
        .slice(0, 3)
        .map(({ value }) => value)
        .join(' '),
    ),
  );
  expect(new Set(saat).size, saat.join('; ')).toBe(jumlah);
  await tekan(banyak.simpan(jumlah));
  const tetap = page.getByRole('button', { name: catat.simpanTetap });
  const tersimpan = page.locator('.snackbar', { hasText: umum.snackbar.tersimpanBanyak(jumlah) });
  await tersimpan.or(tetap).first().waitFor();
  if (await tetap.isVisible()) await tetap.click();
  await tersimpan.waitFor();
  await page.goto(`${world.url}/catat/banyak`);
  await page.getByRole('button', { name: banyak.tambahBaris }).waitFor();
  await page.getByText(banyak.tempelKosong).waitFor();
});

test('rows of "Isi banyak" are still there after a reload, and so are those that were not ready to be saved', async () => {
  const { page } = phone;
  const baris = (aksi: string, uraian: string, jam: string): string =>
    [aksi, `${hari}/${bulan}/${tahun}`, `00.${jam}`, `00.${Number(jam) + 4}`, uraian, '1', 'kegiatan'].join(
      '\t',
    );
  await page.goto(`${world.url}/catat/banyak`);
  await page.getByRole('radio', { name: banyak.tab.tempel }).check();
  await page.fill(
    '#tempel',
    [baris('', 'Baris satu dari lembar kerja', '10'), baris('', 'pendek', '20')].join('\n'),
  );
  await tekan(banyak.baca);
  await page.locator('.baris-banyak').nth(1).waitFor();
  await page.reload();
  await page.locator('.baris-banyak').nth(1).waitFor();
  expect(await page.inputValue('#baris-1-uraian')).toBe('Baris satu dari lembar kerja');
  await page.locator('#baris-1-rencana option').nth(1).waitFor({ state: 'attached' });
  await page.selectOption('#baris-1-rencana', { index: 1 });
  await tekan(banyak.simpanSiap(1, 1));
  const tetap = page.getByRole('button', { name: catat.simpanTetap });
  const tersimpan = page.locator('.snackbar', { hasText: umum.snackbar.tersimpanBanyak(1) });
  await tersimpan.or(tetap).first().waitFor();
  if (await tetap.isVisible()) await tetap.click();
  await tersimpan.waitFor();
  await page.reload();
  await page.locator('.baris-banyak').first().waitFor();
  expect(await page.inputValue('#baris-2-uraian')).toBe('pendek');
  await tekan(banyak.hapusBaris(2));
});

test('rows pasted beyond a hundred wait their turn: none is dropped', async () => {
  const { page } = phone;
  const baris = (nomor: number): string =>
    ['', `${hari}/${bulan}/${tahun}`, '00.30', '00.31', `Baris ke-${nomor}`, '1', 'kegiatan'].join('\t');
  await page.goto(`${world.url}/catat/banyak`);
  await page.getByRole('radio', { name: banyak.tab.tempel }).check();
  await page.fill('#tempel', Array.from({ length: 102 }, (_, i) => baris(i + 1)).join('\n'));
  await tekan(banyak.baca);
  await page.getByText(banyak.menyusul(2)).waitFor();
  expect(await page.locator('.baris-banyak').count()).toBe(100);
  const uraian = page.locator('[id^="baris-"][id$="-uraian"]');
  const pertama = async () => (await uraian.first().getAttribute('id'))?.split('-')[1] ?? '';
  // By their place: to look for a name among the parts of a hundred rows takes seconds each time.
  for (let kali = 0; kali < 2; kali += 1) {
    const nama = banyak.hapusBaris(Number(await pertama()));
    await page.locator(`.baris-banyak button[aria-label="${nama}"]`).click();
  }
  await page.getByText(banyak.menyusul(1)).waitFor({ state: 'detached' });
  expect(await uraian.last().inputValue()).toBe('Baris ke-102');
  await page.locator('button', { hasText: banyak.hapusSemua }).click();
  await page.getByText(banyak.tempelKosong).waitFor();
  await page.locator('.snackbar', { hasText: banyak.semuaDihapus(100) }).waitFor();
  await tekan(umum.aksi.urungkan);
  await uraian.nth(99).waitFor();
  expect(await uraian.last().inputValue()).toBe('Baris ke-102');
  await page.locator('button', { hasText: banyak.hapusSemua }).click();
});

test('what was pasted and cannot be read is shown, a header alone is said to be one, and columns not taken are named', async () => {
  const { page } = phone;
  const kepala = 'Tanggal\tJam Mulai\tJam Selesai\tKegiatan Harian\tSatuan\tKelas\tCatatan';
  await page.goto(`${world.url}/catat/banyak`);
  await page.getByRole('radio', { name: banyak.tab.tempel }).check();
  await page.fill('#tempel', kepala);
  await tekan(banyak.baca);
  await page.getByText(banyak.kepalaSaja).waitFor();
  await page.fill('#tempel', `${kepala}\n11/26/2026\tpagi\t08.00\tMengajar pecahan\tJP\t5A\tRuang tiga`);
  await tekan(banyak.baca);
  await page.getByText(banyak.kolomAsing(['Kelas'])).waitFor();
  await page.getByText(banyak.tertulis(banyak.kolom.tanggal, '11/26/2026')).waitFor();
  await page.getByText(banyak.tertulis(banyak.kolom.mulai, 'pagi')).waitFor();
  expect(await page.inputValue('#baris-1-catatan')).toBe('Ruang tiga');
  await tekan(banyak.hapusBaris(1));
  await page.locator('.baris-banyak').waitFor({ state: 'detached' });
  await tekan(umum.aksi.urungkan);
  expect(await page.inputValue('#baris-1-uraian')).toBe('Mengajar pecahan');
  await page.fill('#baris-1-tanggal', `${tahun}-${bulan}-${hari}`);
  await page.getByText(banyak.tertulis(banyak.kolom.tanggal, '11/26/2026')).waitFor({ state: 'detached' });
  await tekan(banyak.hapusBaris(1));
});

test('a reload in the middle of a word costs no letter', async () => {
  const { page } = phone;
  const uraian = 'Menulis kalimat yang baru saja selesai diketik';
  await page.goto(`${world.url}/catat`);
  await page.waitForURL(/\/catat\/draf-/);
  await page.locator('#bidang-rencana optgroup option').first().waitFor({ state: 'attached' });
  await page.fill('#bidang-uraian', uraian);
  await page.evaluate(() => location.reload());
  await page.waitForLoadState();
  await page.locator('#bidang-uraian').waitFor();
  expect(await page.inputValue('#bidang-uraian')).toBe(uraian);
  await until('the letters in the draft', async () =>
    (await drafts()).some((draft) => (draft as { values?: { uraian?: string } }).values?.uraian === uraian),
  );
});

test('older drafts are found again under Kegiatan; a form that was opened and left by its address is none', async () => {
  const { page } = phone;
  await bukaForm(page, world.url, aKegiatan('Draf kedua yang belum disimpan'));
  await page.goto(`${world.url}/catat`);
  await page.waitForURL(/\/catat\/draf-/);
  await page.goto(world.url);
  await page.getByRole('link', { name: beranda.drafLain(1) }).click();
  const rows = page.locator('.baris-aksi');
  await rows.nth(1).waitFor();
  expect(await rows.count()).toBe(2);
  await page.fill('#cari', 'baru saja selesai');
  await until('one draft found', async () => (await rows.count()) === 1);
  await page
    .getByRole('button', { name: kegiatan.hapusDraf('Menulis kalimat yang baru saja selesai diketik') })
    .click();
  await page.locator('.snackbar', { hasText: catat.drafDihapus }).waitFor();
  await page.fill('#cari', '');
  await page.getByRole('link', { name: 'Draf kedua yang belum disimpan' }).click();
  await page.locator('#bidang-uraian').waitFor();
  await tekan(umum.aksi.kembali);
  await page.waitForURL(`${world.url}/`);
  expect((await drafts()).filter(({ utuh }) => !utuh)).toHaveLength(1);
});

test('the phone’s way back closes the question and stays in the form', async () => {
  const { page } = phone;
  const uraian = 'Kegiatan yang sama dicatat dua kali';
  await catatDi(page, world.url, aKegiatan(uraian, { mulai: '00:30', selesai: '00:40' }));
  await page.getByRole('link', { name: umum.nav.catat, exact: true }).click();
  await page.waitForURL(/\/catat\/draf-/);
  await isi(page, aKegiatan(uraian, { mulai: '00:30', selesai: '00:40' }));
  const form = page.url();
  await tekan(catat.simpan);
  const tetap = page.getByRole('button', { name: catat.simpanTetap });
  await tetap.waitFor();
  await page.evaluate(() => history.back());
  await tetap.waitFor({ state: 'hidden' });
  expect(page.url()).toBe(form);
  expect(await page.inputValue('#bidang-uraian')).toBe(uraian);
});

test('the same photo a second time is named, not swallowed', async () => {
  const { page } = phone;
  for (const _ of [1, 2]) {
    await page.getByLabel(catat.galeri).setInputFiles(FOTO);
    await page.locator('.photo-grid img').waitFor();
  }
  await page.getByText(masalah.foto_sama({})).waitFor();
  expect(await page.locator('.photo-grid img').count()).toBe(1);
});

test('a slipped "Urungkan" after saving has a way forth again', async () => {
  const { page } = phone;
  await page.fill('#bidang-uraian', 'Kegiatan yang diurungkan karena salah ketuk');
  await simpan(page);
  const baris = page.locator('.baris-entri', { hasText: 'salah ketuk' });
  await baris.waitFor();
  await tekan(umum.aksi.urungkan);
  await page.locator('.snackbar', { hasText: umum.snackbar.dihapus }).waitFor();
  await baris.waitFor({ state: 'detached' });
  await tekan(umum.aksi.pulihkan);
  await baris.waitFor();
});

test('Simpan while a photo is still being shrunk waits for it, and one that cannot be read is said before anything is saved', async () => {
  const { page } = phone;
  const uraian = 'Memotret daftar hadir lalu langsung menyimpan';
  await bukaForm(page, world.url, aKegiatan(uraian, { mulai: '00:40', selesai: '00:50' }));
  const besar = readFileSync(join(import.meta.dirname, '../fixtures/foto/daftar-hadir.jpg'));
  await page.getByLabel(catat.galeri).setInputFiles([
    { name: 'satu.jpg', mimeType: 'image/jpeg', buffer: besar },
    {
      name: 'rusak.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    },
  ]);
  await page.locator('button[form=catat]').first().click();
  await page.getByText(catat.fotoBelum).waitFor();
  await page.locator('.photo-grid img').waitFor();
  await page.locator('button[form=catat]').first().click();
  await page.locator('.baris-entri', { hasText: uraian }).waitFor();
  await until('the photo on its way', async () =>
    (await rowsOnPhone<{ status: string }>(page, world.anyGuru, 'photos')).some(
      ({ status }) => status !== 'draf',
    ),
  );
});

test('a form that opens is not covered by what was said of another; an entry that was deleted says so', async () => {
  const { page } = phone;
  const uraian = 'Kegiatan yang dihapus lalu dibaca lagi';
  await catatDi(page, world.url, aKegiatan(uraian, { mulai: '03:20', selesai: '03:40' }));
  await page.locator('nav a[href="/"]').click();
  await page.locator('a.chip[href="/catat"]').click();
  await page.waitForURL(/\/catat\/draf-/);
  await page.locator('#bidang-uraian').waitFor();
  await expect.poll(() => page.locator('.snackbar').allTextContents()).toEqual([]);
  // Nor by the news that the other has arrived meanwhile.
  await until('the other one to arrive', async () => (await waiting(page, world.anyGuru)) === 0);
  await page.waitForTimeout(500);
  expect(await page.locator('.snackbar').allTextContents()).toEqual([]);
  await page.goBack();
  await page.locator('.baris-entri', { hasText: uraian }).click();
  await page
    .getByText(/^Terkirim/)
    .first()
    .waitFor();
  await page.getByLabel(detail.menu).click();
  await page.getByRole('button', { name: detail.hapus, exact: true }).click();
  await page.locator('.status-pill', { hasText: status.dihapus.teks }).waitFor();
  expect(await page.getByText(detail.r.menunggu).count()).toBe(0);
});

test('what waits can be changed or deleted where it waits, and a deletion taken back', async () => {
  const { page } = phone;
  const uraian = 'Menunggu sinyal di antrean sambil dibaca lagi';
  await phone.context.setOffline(true);
  await catatDi(page, world.url, aKegiatan(uraian, { mulai: '01:00', selesai: '01:10' }));
  await page.goto(`${world.url}/antrean`);
  const baris = page.locator('.baris-antrean', { hasText: uraian });
  await baris.getByRole('button', { name: antrean.ubah }).click();
  await page.waitForURL(/\/catat\/draf-/);
  expect(await page.inputValue('#bidang-uraian')).toBe(uraian);
  await page.goto(`${world.url}/antrean`);
  await baris.getByRole('button', { name: umum.aksi.hapus }).click();
  await page.locator('.snackbar', { hasText: umum.snackbar.dihapus }).getByRole('button').first().click();
  await phone.context.setOffline(false);
  await until('it to arrive', async () => (await waiting(page, world.anyGuru)) === 0);
  await page.goto(`${world.url}/kegiatan`);
  await page.locator('.baris-entri', { hasText: uraian }).waitFor();
});

test('a message is sent once however often its button is tapped, and one that is not sent survives a reload', async () => {
  const { page } = phone;
  await page.goto(`${world.url}/umpan`);
  await page.fill('#umpan-teks', 'Pesan yang tombolnya diketuk dua kali');
  await page.getByRole('button', { name: detail.umpanKirim }).dblclick();
  await page.locator('.pesan', { hasText: 'diketuk dua kali' }).first().waitFor();
  await page.fill('#umpan-teks', 'Pesan yang belum dikirim');
  await page.reload();
  await page.locator('.pesan', { hasText: 'diketuk dua kali' }).first().waitFor();
  expect(await page.locator('.pesan', { hasText: 'diketuk dua kali' }).count()).toBe(1);
  expect(await page.inputValue('#umpan-teks')).toBe('Pesan yang belum dikirim');
});

test('training goes on after a reload, and what was saved there is not offered as a draft again', async () => {
  const other = await startPhone();
  const { page } = other;
  try {
    await page.goto(`${world.url}/latihan`);
    await page.getByRole('button', { name: masuk.latihanMode.mulai }).click();
    await page.getByRole('link', { name: beranda.tanpaFoto }).first().click();
    await page.waitForURL(/\/catat\/draf-/);
    await page.locator('#bidang-rencana optgroup option').first().waitFor({ state: 'attached' });
    await page.fill('#bidang-uraian', 'Kegiatan yang dicatat saat berlatih');
    await page.getByText(catat.draf.tersimpan).waitFor();
    await simpan(page);
    const baris = page.locator('.baris-entri', { hasText: 'saat berlatih' });
    await baris.waitFor();
    expect(await page.getByText(/^Lanjutkan draf/).count()).toBe(0);
    await page.reload();
    await page.locator('.strip', { hasText: umum.strip.latihan }).waitFor();
    await baris.waitFor();
    await page.goto(`${world.url}/akun`);
    await page.getByRole('button', { name: umum.latihan.selesai }).click();
    await page.waitForURL(/\/masuk$/);
    await page.goto(world.url);
    await page.waitForURL(/\/masuk$/);
  } finally {
    await other.close();
  }
});

test('what is set in training ends with it: nothing of it is left for whoever signs in on that phone', async () => {
  const other = await startPhone();
  const { page } = other;
  const pilih = (name: string) => page.getByRole('radio', { name, exact: true });
  const tema = () => page.evaluate(() => document.documentElement.dataset['tema'] ?? '');
  const wifi = page.locator('#wifi-saja');
  try {
    await page.goto(`${world.url}/latihan`);
    await page.getByRole('button', { name: masuk.latihanMode.mulai }).click();
    await page.locator('.strip', { hasText: umum.strip.latihan }).waitFor();
    await page.goto(`${world.url}/akun`);
    await wifi.check({ force: true });
    await pilih(akun.temaPilihan.gelap).check({ force: true });
    await page.getByRole('button', { name: akun.kecilkan }).click();
    await pilih(akun.kameraPilihan.aplikasi).check({ force: true });
    await until('both choices on the phone', async () => {
      const rows = await rowsOnPhone<{ key: string; value: unknown }>(page, { id: 'latihan' }, 'meta');
      return ['wifiSaja', 'kameraAplikasi'].every((name) =>
        rows.some(({ key, value }) => key === name && value === true),
      );
    });
    await page.reload();
    await until('the choices after a reload', () => wifi.isChecked());
    await until('the camera', () => pilih(akun.kameraPilihan.aplikasi).isChecked());
    expect(await tema()).toBe('gelap');
    await page.getByRole('button', { name: umum.latihan.selesai }).click();
    await page.waitForURL(/\/masuk$/);
    expect(await tema()).toBe('');
    await signIn(page, world.url, world.head);
    await page.goto(`${world.url}/akun`);
    await page.locator('.profil h2').waitFor();
    expect(await wifi.isChecked()).toBe(false);
    expect(await pilih(akun.kameraPilihan.hp).isChecked()).toBe(true);
    expect(await pilih(akun.temaPilihan.hp).isChecked()).toBe(true);
    await page.getByText(akun.ukuranNilai(100)).waitFor();
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => /tema|skala/.test(key))),
    ).toEqual([]);
  } finally {
    await other.close();
  }
});
