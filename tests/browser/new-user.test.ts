import { afterAll, beforeAll, expect, test } from 'vitest';
import { hariTanggalPendek, namaHari } from '../../client/i18n/format.ts';
import { antrean } from '../../client/i18n/id/antrean.ts';
import { banyak } from '../../client/i18n/id/banyak.ts';
import { beranda, catat, detail } from '../../client/i18n/id/guru.ts';
import { salin } from '../../client/i18n/id/isian-lain.ts';
import { masalah } from '../../client/i18n/id/masalah.ts';
import { pola } from '../../client/i18n/id/pola-kamera.ts';
import { umum } from '../../client/i18n/id/umum.ts';
import { tambahHari } from '../../shared/domain/index.ts';
import { type Phone, startPhone } from './support/chromium.ts';
import { aKegiatan, bukaForm, catatDi } from './support/kegiatan.ts';
import { signIn, simpan } from './support/person.ts';
import { onServer, rowsOnPhone } from './support/phone-db.ts';
import { until } from './support/until.ts';
import { hariIni } from './support/waktu.ts';
import { aWorld, type World } from './support/world.ts';

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

const tanggalSalinan = async (): Promise<string[]> =>
  (await rowsOnPhone<{ kind: string; tanggal: string; lokal: string }>(phone.page, world.anyGuru, 'records'))
    .filter(({ kind }) => kind === 'entri')
    .map(({ tanggal }) => tanggal);

test('copies go to each chosen day once, and the day in "Salin ke" can be left out', async () => {
  const { page } = phone;
  await page.goto(`${world.url}/salin`);
  const chips = page.locator('details .chip');
  await page.getByText(salin.beberapaHari).click();
  await chips.first().waitFor();
  const nama = await chips.allTextContents();
  const kosong = Array.from({ length: 21 }, (_, i) => tambahHari(hariIni, -1 - i)).filter((tanggal) =>
    nama.includes(hariTanggalPendek(tanggal)),
  );
  const [satu = '', dua = ''] = kosong;
  expect(dua, 'two empty working days in the demo school’s month').not.toBe('');
  const jumlah = await page.locator('.baris-centang input:checked').count();
  await chips.nth(0).click();
  await page.fill('#salin-ke', satu);
  expect(await chips.filter({ hasText: hariTanggalPendek(satu) }).count()).toBe(0);
  await page.getByRole('button', { name: salin.simpan(jumlah), exact: true }).waitFor();
  await chips.filter({ hasText: hariTanggalPendek(dua) }).click();
  await page.getByRole('button', { name: salin.simpan(2 * jumlah), exact: true }).waitFor();
  await page.fill('#salin-ke', hariIni);
  const sebelum = (await tanggalSalinan()).filter((tanggal) => tanggal === hariIni).length;
  await page.getByLabel(salin.jugaKe(hariIni)).uncheck();
  await tekan(salin.simpan(2 * jumlah));
  await page.waitForURL(`${world.url}/`);
  const ada = await tanggalSalinan();
  expect([hariIni, satu, dua].map((hari) => ada.filter((tanggal) => tanggal === hari).length)).toEqual([
    sebelum,
    jumlah,
    jumlah,
  ]);
});

test('the second tap of a double tap does not close the question that the first one opened', async () => {
  const { page } = phone;
  await catatDi(
    page,
    world.url,
    aKegiatan('Membuka pintu sekolah pagi', { mulai: '00:10', selesai: '00:20' }),
  );
  await bukaForm(page, world.url, aKegiatan('Menyapu halaman sekolah', { mulai: '00:10', selesai: '00:20' }));
  // As soon as the question is there a tap lands beside it.
  await page.evaluate(() => {
    const watcher = new MutationObserver(() => {
      const open = document.querySelector<HTMLDialogElement>('dialog[open]');
      if (!open) return;
      watcher.disconnect();
      open.click();
      document.body.dataset['tapped'] = 'ya';
    });
    watcher.observe(document.body, { subtree: true, attributes: true, attributeFilter: ['open'] });
  });
  await tekan(catat.simpan);
  await page.locator('body[data-tapped]').waitFor();
  const tetap = page.getByRole('button', { name: catat.simpanTetap });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await tetap.isVisible()).toBe(true);
  await until('a later tap beside it to close it', async () => {
    await page.mouse.click(180, 8);
    return !(await tetap.isVisible());
  });
  await simpan(page);
});

test('an entry that was changed without a network does not say of its new text that it was sent', async () => {
  const { page, context } = phone;
  const uraian = 'Mengganti lampu kelas enam';
  await catatDi(page, world.url, aKegiatan(uraian, { mulai: '01:10', selesai: '01:20' }));
  await until('the entry on the server', () => onServer(world, uraian).length === 1);
  await context.setOffline(true);
  await page.locator('.baris-entri', { hasText: uraian }).click();
  await tekan(detail.ubah);
  await page.fill('#bidang-uraian', `${uraian} dan lima`);
  await simpan(page);
  await page.locator('.riwayat').waitFor();
  const langkah = await page.locator('.riwayat > li > span:first-child').allTextContents();
  expect(langkah).toEqual([detail.r.tersimpan, detail.r.terkirimLama, detail.r.diHp(detail.r.diubah)]);
  await context.setOffline(false);
});

test('a form from a quick pattern says that it comes from the pattern', async () => {
  const { page } = phone;
  await page.goto(`${world.url}/`);
  await page.locator('.deret-chip.geser button.chip').first().click();
  await page.waitForURL(/\/catat\/draf-/);
  await page.getByText(catat.alasan.pola, { exact: true }).waitFor();
});

test('an activity outside of her lessons is not said to come from the timetable', async () => {
  const { page } = phone;
  await page.goto(`${world.url}/catat`);
  await page.waitForURL(/\/catat\/draf-/);
  await page.getByText(catat.alasan.jadwal, { exact: true }).waitFor();
  await page.fill('#bidang-mulai', '04:00');
  await page.getByText(catat.alasan.jadwal, { exact: true }).waitFor({ state: 'hidden' });
});

test('hours of a pattern that are switched off and on again are the same, and what is on says so', async () => {
  const { page } = phone;
  await page.goto(`${world.url}/pola`);
  await tekan(pola.baru);
  const jamTetap = page.getByRole('switch', { name: pola.jamTetap });
  await page.getByText(pola.jamIkut).waitFor();
  await jamTetap.check();
  await page.getByText(pola.jamPakai).waitFor();
  expect(await page.getByText(pola.jamIkut).count()).toBe(0);
  await page.fill('#pola-mulai', '09:30');
  await page.fill('#pola-selesai', '10:40');
  await jamTetap.uncheck();
  await jamTetap.check();
  expect([await page.inputValue('#pola-mulai'), await page.inputValue('#pola-selesai')]).toEqual([
    '09:30',
    '10:40',
  ]);
});

test('a name that is too long for a pattern is refused with how long it is', async () => {
  const { page } = phone;
  await page.goto(`${world.url}/pola`);
  await tekan(pola.baru);
  await page.fill('#pola-nama', 'a'.repeat(57));
  await tekan(pola.simpan);
  await page.locator('.field-error', { hasText: '(sekarang 57)' }).waitFor();
});

test('a line break in a pasted cell is a blank in the field of its row', async () => {
  const { page } = phone;
  await page.goto(`${world.url}/catat/banyak`);
  await page.getByLabel(banyak.tab.tempel).check();
  await page.fill('#tempel', `\t${hariIni}\t07.00\t08.00\t"Mengajar IPAS\nbab 3"\t2\tJP\t`);
  await tekan(banyak.baca);
  const baris = page.locator('[id$="-uraian"]').last();
  await baris.waitFor();
  expect(await baris.inputValue()).toBe('Mengajar IPAS bab 3');
});

test('a long draft takes three lines of Beranda at most', async () => {
  const { page } = phone;
  const uraian = 'Rapat bersama komite tentang perbaikan atap kelas empat dan lima. '.repeat(7).trim();
  await page.goto(`${world.url}/catat`);
  await page.waitForURL(/\/catat\/draf-/);
  await page.fill('#bidang-uraian', uraian);
  await page.getByText(catat.draf.tersimpan).waitFor();
  await page.goto(`${world.url}/`);
  const draf = page.locator('.list-row', { hasText: 'Rapat bersama komite' });
  await draf.waitFor();
  expect((await draf.boundingBox())?.height).toBeLessThan(110);
});

test('the form’s title and what it says of its draft each fit in one line at 360 px', async () => {
  const { page, context } = phone;
  // A phone's scroll bar takes no room.
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setScrollbarsHidden', { hidden: true });
  await page.goto(`${world.url}/catat`);
  await page.waitForURL(/\/catat\/draf-/);
  await page.locator('.top-bar-note', { hasText: catat.draf.tersimpan }).waitFor();
  const tinggiBaris = (selector: string): Promise<number> =>
    page.locator(selector).evaluate((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    });
  expect([await tinggiBaris('.top-bar h1'), await tinggiBaris('.top-bar-note')]).toEqual([1, 1]);
  const tengah = await page
    .locator('.top-bar > :is(h1, .top-bar-note)')
    .evaluateAll((found) =>
      found.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => (top + bottom) / 2),
    );
  expect(Math.abs((tengah[0] ?? 0) - (tengah[1] ?? 99))).toBeLessThan(3);
  await session.detach();
});

test('a result of four digits is seen whole in the form at 360 px', async () => {
  const { page } = phone;
  await page.goto(`${world.url}/catat`);
  await page.waitForURL(/\/catat\/draf-/);
  await page.fill('#bidang-realisasi', '9999');
  const ruang = await page.locator('#bidang-realisasi').evaluate((field: HTMLInputElement) => {
    const style = getComputedStyle(field);
    const pen = document.createElement('canvas').getContext('2d');
    if (!pen) return -1;
    pen.font = style.font;
    const isi =
      field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    return isi - pen.measureText('9999').width;
  });
  // Room for the caret as well.
  expect(ruang).toBeGreaterThan(8);
});

test('a withdrawn entry shows the way back into review as its button', async () => {
  const { page } = phone;
  const uraian = 'Menata buku di perpustakaan';
  await catatDi(page, world.url, aKegiatan(uraian, { mulai: '01:30', selesai: '01:40' }));
  await page.locator('.baris-entri', { hasText: uraian }).click();
  await page.getByLabel(detail.menu).click();
  await tekan(detail.tarik);
  await tekan(detail.ajukan);
  await page.locator('.snackbar', { hasText: umum.snackbar.diajukan }).waitFor();
});

test('copies to a day that has not come are refused with one short reason', async () => {
  const { page } = phone;
  await page.goto(`${world.url}/salin`);
  await page.locator('.baris-centang input').first().waitFor();
  await page.fill('#salin-ke', tambahHari(hariIni, 1));
  await page.locator('.page-footer .button').click();
  const kata = page.getByRole('alert');
  await kata.waitFor();
  expect((await kata.textContent())?.trim()).toBe(masalah.tanggal_masa_depan({}));
});

test('the buttons of a row that waits stand in one line at 360 px', async () => {
  const { page, context } = phone;
  await context.setOffline(true);
  const uraian = 'Mencatat tanpa sinyal di kebun sekolah';
  await catatDi(page, world.url, aKegiatan(uraian, { mulai: '01:50', selesai: '01:55' }));
  await page.locator('.strip').click();
  await page.getByText(antrean.menunggu).waitFor();
  await page.locator('.baris-antrean', { hasText: uraian }).waitFor();
  const tinggi = await page
    .locator('.baris-antrean', { hasText: uraian })
    .getByRole('button')
    .evaluateAll((found) => found.map((one) => Math.round(one.getBoundingClientRect().top)));
  expect(tinggi).toHaveLength(3);
  expect(new Set(tinggi).size).toBe(1);
  await context.setOffline(false);
});

test('who has said on Beranda that she records on a day off is not asked again at Simpan', async () => {
  const { page, context } = phone;
  const minggu = tambahHari(hariIni, (7 - new Date(`${hariIni}T00:00:00Z`).getUTCDay()) % 7);
  expect(namaHari(minggu)).toBe('Minggu');
  await context.setOffline(true);
  await page.clock.setFixedTime(new Date(`${minggu}T13:00:00+07:00`));
  await page.goto(`${world.url}/`);
  await page.getByRole('link', { name: beranda.tetapCatat }).click();
  await page.waitForURL(/\/catat\/draf-/);
  await page.locator('#bidang-rencana optgroup option').first().waitFor({ state: 'attached' });
  await page.fill('#bidang-uraian', 'Lomba gerak jalan bersama warga');
  await page.reload();
  await page.locator('#bidang-rencana optgroup option').first().waitFor({ state: 'attached' });
  await tekan(catat.simpan);
  await page.locator('.baris-entri', { hasText: 'Lomba gerak jalan' }).waitFor();
  await context.setOffline(false);
});
