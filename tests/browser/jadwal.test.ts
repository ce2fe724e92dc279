import { afterAll, beforeAll, expect, test } from 'vitest';
import { banyak } from '../../client/i18n/id/banyak.ts';
import { beban } from '../../client/i18n/id/beban.ts';
import { jadwalMengajar as words } from '../../client/i18n/id/jadwal.ts';
import { umum } from '../../client/i18n/id/umum.ts';
import { hariPekan, NAMA_HARI } from '../../shared/domain/index.ts';
import { type Phone, startPhone } from './support/chromium.ts';
import { signIn } from './support/person.ts';
import { rowsOnPhone, waiting } from './support/phone-db.ts';
import { axeFindings } from './support/screens.ts';
import { until } from './support/until.ts';
import { hariIni } from './support/waktu.ts';
import { aWorld, type Warga, type World } from './support/world.ts';

const HARI = hariPekan(hariIni);

let world: World;
let guru: Phone;
let kepala: Phone;

beforeAll(async () => {
  world = await aWorld();
  [guru, kepala] = [await startPhone(), await startPhone()];
  await signIn(guru.page, world.url, world.anyGuru);
  await signIn(kepala.page, world.url, world.head);
});
afterAll(async () => {
  await guru?.close();
  await kepala?.close();
  await world?.close();
});

const diServer = ({ id }: Warga): { tahap: string; isi: string }[] =>
  world.rows(
    "SELECT json_extract(state, '$.tahap') AS tahap, content AS isi FROM records WHERE kind = 'jadwal' AND owner = ? AND json_extract(state, '$.tahap') = 'SENDIRI'",
    id,
  );
const buka = async ({ page }: Phone): Promise<void> => {
  await page.goto(`${world.url}/akun/jadwal`);
  await page.getByRole('main', { name: words.judul }).waitFor();
};
const tekan = ({ page }: Phone, name: string) => page.getByRole('button', { name, exact: true }).click();
/** Nothing that a reader of the screen would miss, on the smallest phone. */
const cacat = async ({ page }: Phone): Promise<unknown> => {
  await page.setViewportSize({ width: 320, height: 640 });
  const lebih = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [...(await axeFindings(page)), ...(lebih > 0 ? [`${lebih} px too wide`] : [])];
};
const snackbar = ({ page }: Phone, hasText: string) => page.locator('.snackbar', { hasText });

test('without a network, what she puts in the place of the school’s timetable is what Catat guesses from, and it arrives', async () => {
  const { page, context } = guru;
  // The first page of a new phone came before its worker did.
  await page.goto(world.url);
  await until('the screen kept for a day without a network', () =>
    page.evaluate(async () => {
      const names = await caches.keys();
      const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return lists.flat().some(({ url }) => /\/assets\/jadwal-[^/]+\.js$/.test(url));
    }),
  );
  await context.setOffline(true);
  await buka(guru);
  await page.getByText(words.dariSekolah).waitFor();
  const hapus = page
    .locator('section', { has: page.getByRole('heading', { name: words.hari(HARI), exact: true }) })
    .getByRole('button', { name: /^Hapus / });
  const semula = await hapus.count();
  expect(semula).toBeGreaterThan(0);
  await hapus.first().click();
  await until('one lesson less', async () => (await hapus.count()) === semula - 1);
  await tekan(guru, umum.aksi.urungkan);
  await until('the lesson back', async () => (await hapus.count()) === semula);
  for (let sisa = semula; sisa > 0; sisa -= 1) {
    await hapus.first().click();
    await until('one lesson less', async () => (await hapus.count()) === sisa - 1);
  }
  await tekan(guru, words.tambahDi(HARI));
  await page.fill('#jadwal-mulai', '09:00');
  await page.fill('#jadwal-jp', '2');
  await page.fill('#jadwal-selesai', '10:10');
  await page.fill('#jadwal-mapel', 'Bahasa Daerah');
  await page.fill('#jadwal-kelas', '9Z');
  await tekan(guru, words.formulir.lagi);
  // The next one follows the first, and says so where the form covers everything else.
  await page
    .locator('dialog [role=status]')
    .getByText(words.formulir.masuk({ mapel: 'Bahasa Daerah', kelas: '9Z' }, [HARI]))
    .waitFor();
  expect([await page.inputValue('#jadwal-mulai'), await page.inputValue('#jadwal-selesai')]).toEqual([
    '10:10',
    '11:20',
  ]);
  await page.fill('#jadwal-mapel', 'Seni Rupa');
  await page.press('#jadwal-mapel', 'Enter');
  await page.getByText('Bahasa Daerah · 9Z').waitFor();
  // What was not saved yet outlives a reload.
  await page.reload();
  await page.getByText('Bahasa Daerah · 9Z').waitFor();
  await tekan(guru, words.simpan);
  await snackbar(guru, words.tersimpan).waitFor();
  await page.getByText(words.dariSekolah).waitFor({ state: 'detached' });
  await page.goto(`${world.url}/catat`);
  await page.waitForURL(/\/catat\/draf-/);
  await page.locator('#bidang-rencana optgroup option').first().waitFor({ state: 'attached' });
  expect(await page.inputValue('#bidang-uraian')).toBe('Mengajar Bahasa Daerah kelas 9Z');
  expect([await page.inputValue('#bidang-mulai'), await page.inputValue('#bidang-selesai')]).toEqual([
    '09:00',
    '10:10',
  ]);
  expect(await page.inputValue('#bidang-realisasi')).toBe('2');
  expect(diServer(world.anyGuru)).toEqual([]);
  await context.setOffline(false);
  await until('her timetable on the server', () => diServer(world.anyGuru).length === 1);
  expect(diServer(world.anyGuru)[0]?.isi).toContain('Bahasa Daerah');
  await until('nothing left waiting', async () => (await waiting(page, world.anyGuru)) === 0);
});

test('who has none is led to it, pastes a week of 24 lessons, is told what overlaps, and saves it as one change', async () => {
  const { page } = kepala;
  await page.goto(`${world.url}/akun/beban`);
  const saran = beban.saran({ jenis: 'jadwal' });
  expect(await page.locator('.list-row', { hasText: saran.judul }).getAttribute('href')).toBe('/akun/jadwal');
  await page.goto(`${world.url}/catat/banyak`);
  await page.getByRole('link', { name: banyak.tulisJadwal }).click();
  await page.getByText(words.kosong).waitFor();
  const jam = ['07.30', '08.05', '08.40', '09.15'];
  const rows = NAMA_HARI.slice(0, 6).flatMap((hari) =>
    jam.map((mulai, i) =>
      [i === 0 ? hari : '', mulai, jam[i + 1] ?? '09.50', '6A', i < 2 ? 'Matematika' : 'IPAS'].join('\t'),
    ),
  );
  await tekan(kepala, words.tempel);
  await page.fill('#jadwal-tempelan', ['Hari\tMulai\tSelesai\tKelas\tMapel', ...rows, 'Besok\t1'].join('\n'));
  await page.getByText(words.tempelan.terbaca(24)).waitFor();
  await page.getByText('Baris 25:').waitFor();
  await tekan(kepala, words.tempelan.masukkan(24));
  await page.locator('.top-bar-note', { hasText: words.jumlah(24) }).waitFor();
  // A form says at once what a lesson would lie upon.
  await tekan(kepala, words.tambahDi(1));
  await page.fill('#jadwal-mulai', '08:00');
  await tekan(kepala, words.formulir.masukkan);
  await page
    .locator('.field-error', { hasText: 'Bertumpuk dengan Matematika · 6A, Senin 07.30–08.05' })
    .waitFor();
  expect(await cacat(kepala)).toEqual([]);
  await tekan(kepala, umum.aksi.tutup);
  // Pasted over one another, they are named where they stand, and nothing is saved.
  await tekan(kepala, words.tempel);
  await page.fill('#jadwal-tempelan', 'Selasa\t08.10\t08.30\t6B\tPJOK');
  await tekan(kepala, words.tempelan.masukkan(1));
  await page.getByText(words.perluDibetulkan(1)).waitFor();
  expect(await cacat(kepala)).toEqual([]);
  await tekan(kepala, words.simpan);
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('jadwal-salah');
  await tekan(kepala, words.hapus({ hari: 2, mulai: '08:10', mapel: 'PJOK', kelas: '6B' }));
  await page.getByText(words.perluDibetulkan(1)).waitFor({ state: 'detached' });
  await tekan(kepala, words.simpan);
  await snackbar(kepala, words.tersimpan).waitFor();
  const perintah = (await rowsOnPhone<{ kind: string }>(page, world.head, 'journal')).filter(({ kind }) =>
    kind.startsWith('jadwal.'),
  );
  expect(perintah.map(({ kind }) => kind)).toEqual(['jadwal.susun']);
  await until('his timetable on the server', () => diServer(world.head).length === 1);
});

test('a day is written once and copied to the others, with a way back', async () => {
  const { page } = kepala;
  await buka(kepala);
  const jumlah = (jp: number) => page.locator('.top-bar-note', { hasText: words.jumlah(jp) }).waitFor();
  await jumlah(24);
  for (const mapel of ['Matematika', 'IPAS']) {
    const mulai = mapel === 'IPAS' ? '08:40' : '07:30';
    await tekan(kepala, words.hapus({ hari: 6, mulai, mapel, kelas: '6A' }));
  }
  await jumlah(20);
  await tekan(kepala, words.salinDari(1));
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words.hari(6), exact: true })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: words.salin, exact: true }).click();
  await jumlah(24);
  await tekan(kepala, umum.aksi.urungkan);
  await jumlah(20);
});
