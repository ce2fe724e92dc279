import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beban } from '../../client/i18n/id/beban.ts';
import { dialogKarier } from '../../client/i18n/id/dialog.ts';
import { beranda } from '../../client/i18n/id/guru.ts';
import { kendala, sebabKendala } from '../../client/i18n/id/kendala.ts';
import { penilai } from '../../client/i18n/id/penilai.ts';
import { portofolio } from '../../client/i18n/id/portofolio.ts';
import { setahun } from '../../client/i18n/id/setahun.ts';
import { tindakan } from '../../client/i18n/id/tindakan.ts';
import { umum } from '../../client/i18n/id/umum.ts';
import { wawasan } from '../../client/i18n/id/wawasan.ts';
import { laporan } from '../../client/i18n/id/wawasan-laporan.ts';
import { wilayah } from '../../client/i18n/id/wilayah.ts';
import { readConfig } from '../../server/config.ts';
import { aturPortofolio } from '../../server/operations/portofolio.ts';
import { openDataRooms } from '../../server/operations/rooms.ts';
import { type Phone, startPhone } from './support/chromium.ts';
import { anAdminDinas } from './support/dinas.ts';
import { aKegiatan, catatDi } from './support/kegiatan.ts';
import { signIn } from './support/person.ts';
import { onServer, rowsOnPhone } from './support/phone-db.ts';
import { axeFindings } from './support/screens.ts';
import { until } from './support/until.ts';
import { aWorld, type World } from './support/world.ts';

const URAIAN = 'Menata pojok baca bersama murid kelas 2';
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
  // Measured once the phone has nothing better to do, which may be after it was sent.
  await until('the measure on the phone', async () =>
    (await rowsOnPhone<{ key: string }>(page, world.anyGuru, 'meta')).some(({ key }) => key === 'beban'),
  );
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

test('the pengawas sees from her home which school fills in and why not, its people by name, and no word of their work; without a network the last figures, dated', async () => {
  const phone = await startPhone();
  const { page, context } = phone;
  try {
    await signIn(page, world.url, world.pengawas);
    await page.getByRole('link', { name: penilai.beranda.sekolahBinaan }).click();
    await page.getByText(wilayah.jumlah(1), { exact: true }).waitFor();
    await page.getByText(wilayah.penyebut).waitFor();
    await page.getByText(wilayah.kendalaGuru(1, 1), { exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.locator('.wilayah-baris').press('Enter');
    await page.getByText(world.anyGuru.nama).first().waitFor();
    await page.getByText(sebabKendala.SINYAL).waitFor();
    for (const judul of [wawasan.judulTren, wawasan.judulTanda, wawasan.judulRhk])
      await page.getByRole('heading', { name: judul }).waitFor();
    await page.getByText(wawasan.tabel).press('Enter');
    await page.getByRole('columnheader', { name: wawasan.kolom.bagian }).waitFor();
    // From an RHK to who works for it, by number; nothing leads on to what anybody wrote.
    await page.locator('.buka.baris > summary').first().press('Enter');
    await page
      .getByText(/^\d+ kegiatan$/)
      .first()
      .waitFor();
    expect(await page.locator('main a[href^="/kegiatan"]').count()).toBe(0);
    expect(await page.locator('main').textContent()).not.toMatch(
      new RegExp(`${URAIAN}|${sebabKendala.SAKIT}`),
    );
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    // The head he rates is one tap away, and what that head recorded one more.
    await page.getByRole('link', { name: wilayah.kerjaKepala }).press('Enter');
    await page.waitForURL(/\/guru\/p_/);
    await page.getByRole('heading', { name: world.head.nama }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: wawasan.judulTren }).waitFor();
    await context.setOffline(true);
    await page.goBack();
    await page.getByText(/Ini angka yang terakhir dilihat di HP ini/).waitFor();
    await page.locator('.wilayah-baris').click();
    await page.getByText(wilayah.perluInternet, { exact: false }).waitFor();
    expect(await page.getByText(world.anyGuru.nama).count()).toBe(0);
  } finally {
    await phone.close();
  }
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

test('the district answers a cause for all schools: how many it touches comes first, the teacher reads it, and it is taken back', async () => {
  const admin = await anAdminDinas(world);
  const phone = await startPhone();
  const { page } = phone;
  const jawaban = 'Modem sekolah dikirim pekan ini';
  try {
    await signIn(page, world.url, admin);
    await page.goto(`${world.url}/wilayah`);
    await page.getByRole('heading', { name: wilayah.detikKegiatan }).waitFor();
    await page.getByText(wilayah.tengah('30 sampai 60 detik')).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page
      .getByRole('link', { name: wilayah.tindakLanjuti(sebabKendala.SINYAL), exact: true })
      .press('Enter');
    await page.getByLabel(tindakan.cara).selectOption('JAWABAN');
    await page.getByText(tindakan.teksKurang).waitFor();
    expect(await page.getByRole('button', { name: tindakan.lakukan, exact: true }).isDisabled()).toBe(true);
    await page.getByLabel(tindakan.teks.wajib).fill(jawaban);
    const akan = tindakan.akan({ sekolah: 1, guru: 1, tanggal: 0, bulan: 0, penuh: 0 });
    await page.getByText(akan).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: tindakan.lakukan, exact: true }).press('Enter');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: tindakan.lakukan, exact: true })
      .press('Enter');
    await page.getByText(tindakan.tahap.DILAKUKAN, { exact: true }).waitFor();
    await page.getByText(tindakan.takAda).waitFor();
    expect(await page.locator('main').textContent()).not.toContain(world.anyGuru.nama);
    await guru.page.goto(`${world.url}/kendala`);
    await guru.page.getByText('Wawan (dinas):').waitFor();
    await page.getByRole('button', { name: /^Urungkan:/ }).press('Enter');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: tindakan.urungkan, exact: true })
      .press('Enter');
    await page.getByText(tindakan.tahap.DIURUNGKAN, { exact: true }).waitFor();
    await guru.page.goto(`${world.url}/kendala`);
    await guru.page.getByText('Sudah diketahui').waitFor();
    await guru.page.getByText(jawaban).waitFor({ state: 'detached' });
  } finally {
    await phone.close();
  }
});

/** The instansi's command line, with the service stopped as it asks. */
const izinkanPortofolio = async (): Promise<void> => {
  await world.stop();
  const read = readConfig({ KINERJA_DATA: world.dataDir });
  if (!read.ok) throw new Error(read.kalimat.join(' '));
  const rooms = await openDataRooms(read.config, {
    clock: Date.now,
    random: Math.random,
    randomBytes: (size) => new Uint8Array(randomBytes(size)),
  });
  const hasil = await aturPortofolio(rooms, { izinkan: 'ya', semua: 'true' });
  await rooms.store.close();
  if (!hasil.ok) throw new Error(hasil.kalimat);
  await world.start();
};

test('without a network she looks back on her year and makes her page for the talk', async () => {
  const { page, context } = guru;
  await page.goto(`${world.url}/setahun`);
  await page.getByText(setahun.jenisJudul).waitFor();
  await until(
    'her feedback to be loaded',
    async () => (await page.getByText(/Riwayat dari server/).count()) > 0,
  );
  await context.setOffline(true);
  await page.getByRole('link', { name: setahun.keDialog }).click();
  await page.getByText(dialogKarier.daftar).waitFor();
  await page.locator('.baris-centang input').first().check();
  await page.getByLabel(dialogKarier.kalimatPendek).fill('Murid berani bertanya lebih dulu');
  await page.getByRole('button', { name: dialogKarier.simpan, exact: true }).click();
  await page.locator('.dialog-halaman', { hasText: 'Murid berani bertanya lebih dulu' }).waitFor();
  await until(
    'nothing unsaved',
    async () => (await page.getByText(dialogKarier.belumDisimpan).count()) === 0,
  );
  await context.setOffline(false);
  await until(
    'her page on the server',
    () =>
      world.rows("SELECT 1 FROM records WHERE kind = 'dialog' AND content LIKE '%berani bertanya%'")
        .length === 1,
  );
});

test('once the instansi allows it she publishes approved work after a preview, and takes it back at once', async () => {
  const { page } = guru;
  await izinkanPortofolio();
  await page.goto(`${world.url}/portofolio`);
  await until(
    'the permission on her phone',
    async () => (await page.getByText(portofolio.ditutupInstansi).count()) === 0,
  );
  await page.locator('.baris-centang input').first().check();
  await page.getByRole('button', { name: portofolio.pratinjau }).click();
  await page.getByText(portofolio.kurang.judul).waitFor();
  await page.getByLabel(portofolio.judulButir).fill('Pojok baca dari bambu');
  await page.getByRole('button', { name: portofolio.pratinjau }).click();
  await page.getByText(portofolio.pratinjauIsi).waitFor();
  await page.getByRole('button', { name: portofolio.terbitkan, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: portofolio.terbitkan, exact: true }).click();
  const alamat = (await page.locator('.portofolio-alamat code').textContent()) ?? '';
  await until('the page to be there', async () => (await fetch(alamat)).status === 200);
  expect(await (await fetch(alamat)).text()).toContain('Pojok baca dari bambu');
  await page.getByText(/Terbit sejak/).waitFor();
  await page.getByRole('button', { name: portofolio.tarik }).click();
  await page.getByRole('dialog').getByRole('button', { name: portofolio.tarik }).click();
  await until('the page to be gone', async () => (await fetch(alamat)).status === 410);
  await page.getByText(/^Ditarik .*tidak ada yang dapat melihat/i).waitFor();
});
