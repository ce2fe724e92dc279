import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { detail } from '../../client/i18n/id/guru.ts';
import { sebabKendala } from '../../client/i18n/id/kendala.ts';
import { penilai } from '../../client/i18n/id/penilai.ts';
import { umum } from '../../client/i18n/id/umum.ts';
import { PHONE, type Phone } from './support/chromium.ts';
import { aKegiatan, catatDi } from './support/kegiatan.ts';
import { type MejaPeriksa, mejaPeriksa } from './support/periksa.ts';
import { simpan } from './support/person.ts';
import { onServer } from './support/phone-db.ts';
import { settled } from './support/screens.ts';
import { until } from './support/until.ts';
import type { World } from './support/world.ts';

const words = penilai.periksa;
const KEGIATAN = [
  'Menyusun kisi-kisi ulangan IPAS',
  'Melatih tari daerah kelas empat',
  'Memeriksa buku penghubung murid',
  'Menata sudut baca kelas',
] as const;
const [TERLAMBAT, DUA_KALI, BERIKUT, BUKA] = KEGIATAN;
const DIUBAH = 'Menyusun kisi-kisi dan soal ulangan IPAS';
const CATATAN = 'Sebutkan juga kelasnya, dan berapa murid yang ikut';

let meja: MejaPeriksa;
let world: World;
let phone: Phone;
let laptop: Phone;

beforeAll(async () => {
  meja = await mejaPeriksa(KEGIATAN);
  ({ world, phone, laptop } = meja);
});
afterAll(() => meja?.tutup());

const baris = (uraian: string) => meja.baris(uraian);
const isi = (uraian: string) => laptop.page.locator('.periksa-isi h2', { hasText: uraian });
const buka = (uraian: string) => meja.buka(uraian);
const tahap = (uraian: string, wanted: string) => meja.tahap(uraian, wanted);
const idOf = (uraian: string): string =>
  world.rows<{ id: string }>(
    "SELECT id FROM records WHERE kind = 'entri' AND json_extract(content, '$.uraian') = ?",
    uraian,
  )[0]?.id ?? '';

/** On the teacher's phone: another text for an entry. */
const ubah = async (id: string, uraian: string, tombol: string = detail.ubah): Promise<void> => {
  await phone.page.goto(`${world.url}/kegiatan/${encodeURIComponent(id)}`);
  await phone.page.getByRole('button', { name: tombol, exact: true }).click();
  await phone.page.waitForURL(/\/catat\/draf-/);
  await phone.page.fill('#bidang-uraian', uraian);
  await simpan(phone.page);
};

test('a note that came too late stands in the dialog again, the strip leads there, and old stands against new', async () => {
  const { page } = laptop;
  await buka(TERLAMBAT);
  await laptop.context.setOffline(true);
  await page.keyboard.press('k');
  await page.locator('#alasan').fill(CATATAN);
  await page.getByRole('dialog').getByText(TERLAMBAT).waitFor();
  await page.getByRole('button', { name: words.kirimKembali }).click();
  await baris(TERLAMBAT).waitFor({ state: 'detached' });
  await ubah(idOf(TERLAMBAT), DIUBAH);
  await tahap(DIUBAH, 'DIAJUKAN');
  await laptop.context.setOffline(false);

  await page.goto(world.url);
  await page.locator('.strip', { hasText: umum.strip.putusanGugur(1) }).click();
  await isi(DIUBAH).waitFor();
  await page.locator('.periksa-isi', { hasText: words.bedaKembali(CATATAN) }).waitFor();
  const ubahan = page.locator('.periksa-isi .ubahan');
  expect(await ubahan.locator('del').textContent()).toBe(TERLAMBAT);
  expect(await ubahan.locator('ins').textContent()).toBe(DIUBAH);
  await page.keyboard.press('k');
  expect(await page.inputValue('#alasan')).toBe(CATATAN);
  await page.getByRole('button', { name: words.kirimKembali }).click();
  await tahap(DIUBAH, 'DIKEMBALIKAN');
  await page.locator('.strip', { hasText: umum.strip.putusanGugur(1) }).waitFor({ state: 'detached' });
});

test('a returned entry comes back with the head’s own words and with what is new, and not among those that have no trouble', async () => {
  const { page } = laptop;
  const id = idOf(DIUBAH);
  const baru = `${DIUBAH}, 24 murid kelas lima`;
  await phone.page.goto(world.url);
  await phone.page.getByText(CATATAN).first().waitFor();
  await ubah(id, baru, detail.perbaiki);
  await tahap(baru, 'DIAJUKAN');
  await page.goto(`${world.url}/periksa`);
  await until('the entry on the laptop', async () => {
    if ((await baris(baru).count()) > 0) return true;
    await page.reload();
    await page.waitForTimeout(1500);
    return false;
  });
  await page.getByLabel(words.saringGuru).selectOption(world.anyGuru.id);
  await baris(baru).getByText(words.diperbaiki(CATATAN)).waitFor();
  await buka(baru);
  await page.locator('.periksa-isi', { hasText: words.diperbaiki(CATATAN) }).waitFor();
  const ubahan = page.locator('.periksa-isi .ubahan');
  expect(await ubahan.locator('del').textContent()).toBe(DIUBAH);
  expect(await ubahan.locator('ins').textContent()).toBe(baru);
  const semua = await page.locator('.periksa-baris').count();
  const bermasalah = await page
    .locator('.periksa-baris')
    .filter({ has: page.locator('.peringatan, .periksa-kembali') })
    .count();
  await page.getByRole('button', { name: words.setujuiLengkap(semua - bermasalah) }).waitFor();
});

test('a second press in the first half second decides on no other entry, and Urungkan brings back the one that it names', async () => {
  const { page } = laptop;
  await buka(DUA_KALI);
  const sebelum = await page.locator('.periksa-baris').count();
  await page.getByRole('button', { name: words.setujui, exact: true }).dblclick();
  await baris(DUA_KALI).waitFor({ state: 'detached' });
  await tahap(DUA_KALI, 'DISETUJUI');
  expect(await page.locator('.periksa-baris').count()).toBe(sebelum - 1);
  await isi(BERIKUT).waitFor();
  await page.keyboard.press('u');
  await isi(DUA_KALI).waitFor();
  await tahap(DUA_KALI, 'DIAJUKAN');
  await page.keyboard.press('s');
  await page.keyboard.press('s');
  await baris(DUA_KALI).waitFor({ state: 'detached' });
  expect(await page.locator('.periksa-baris').count()).toBe(sebelum - 1);
  expect(onServer(world, BERIKUT)).toEqual(['DIAJUKAN']);
});

test('what was opened again by mistake is approved again by Urungkan; what stays open says to its author who opened it', async () => {
  const { page } = laptop;
  await buka(BUKA);
  await page.keyboard.press('s');
  await tahap(BUKA, 'DISETUJUI');
  await page.goto(`${world.url}/guru/${world.anyGuru.id}`);
  const satu = page.locator('.daftar > li', { hasText: BUKA });
  const bukaLagi = satu.getByRole('button', { name: penilai.guru.bukaLagi });
  await bukaLagi.click();
  await tahap(BUKA, 'DIAJUKAN');
  await page.locator('.snackbar').getByRole('button', { name: words.urungkan }).click();
  await tahap(BUKA, 'DISETUJUI');
  await bukaLagi.click();
  await tahap(BUKA, 'DIAJUKAN');
  await phone.page.goto(`${world.url}/kegiatan/${encodeURIComponent(idOf(BUKA))}`);
  await until('who opened it, on the teacher’s phone', async () => {
    await phone.page.reload();
    await phone.page.waitForTimeout(1500);
    return (await phone.page.getByText(/^Dibuka lagi oleh /).count()) > 0;
  });
  await phone.page.locator('.riwayat li', { hasText: detail.r.menunggu }).waitFor();
});

/** What of the head's screens cannot be read whole: buttons and answers that are cut, and text under the bar that decides. */
const terpotong = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const tampak = [...document.querySelectorAll<HTMLElement>('main :is(button, a, .chip, h2, p)')].filter(
      (satu) => satu.offsetParent !== null,
    );
    const tepi = (satu: HTMLElement): number =>
      satu.closest('.daftar, .periksa-aksi')?.getBoundingClientRect().right ?? innerWidth;
    const aksi = document.querySelector('.periksa-aksi')?.getBoundingClientRect();
    const tertutup = [...document.querySelectorAll('.periksa-isi :is(h2, p, dd)')].filter((satu) => {
      const kotak = satu.getBoundingClientRect();
      return aksi && kotak.bottom > aksi.top + 1 && kotak.top < aksi.bottom - 1;
    });
    return [
      ...tampak
        .filter((satu) => satu.scrollWidth > satu.clientWidth + 1 && satu.clientWidth > 0)
        .map((satu) => `${satu.textContent} is cut`),
      ...tampak
        .filter((satu) => satu.getBoundingClientRect().right > tepi(satu) + 1)
        .map((satu) => `${satu.textContent} leaves its box`),
      ...tertutup.map((satu) => `${satu.textContent} is covered`),
    ];
  });

test('with text at 150 % and 200 %, at 320 px, nothing of Periksa and Wawasan is cut, nothing covered', async () => {
  await phone.page.goto(`${world.url}/kendala`);
  await phone.page.getByRole('button', { name: sebabKendala.SAKIT }).click();
  await until(
    'what holds her up on the server',
    () =>
      world.rows("SELECT 1 FROM records WHERE kind = 'kendala' AND owner = ?", world.anyGuru.id).length > 0,
  );
  const page = await laptop.context.newPage();
  await page.setViewportSize({ width: 320, height: 640 });
  const session = await laptop.context.newCDPSession(page);
  const found: string[] = [];
  for (const scale of [1.5, 2]) {
    await session.send('Emulation.setEmulatedOSTextScale', { scale });
    for (const path of ['/', '/periksa', `/periksa?kegiatan=${idOf(BERIKUT)}`, '/wawasan']) {
      await page.goto(world.url + path);
      await settled(page);
      if (path.includes('=')) await page.locator('.periksa-isi h2').waitFor();
      if (path === '/wawasan')
        await page.locator('.kendala-satu .chip').first().waitFor({ state: 'attached' });
      found.push(...(await terpotong(page)).map((satu) => `${path} at ${scale}: ${satu}`));
    }
  }
  expect(found).toEqual([]);
  await page.close();
});

test('a photo that the head’s phone cannot fetch now is not said to be on its way from the teacher', async () => {
  const { page } = laptop;
  const [berfoto] = world.rows<{ id: string }>(
    "SELECT id FROM records WHERE kind = 'entri' AND deleted = 0 AND json_extract(state, '$.tahap') = 'DIAJUKAN' AND json_array_length(content, '$.foto') > 0",
  );
  await page.goto(`${world.url}/periksa`);
  await page.locator('.periksa-baris').first().waitFor();
  await laptop.context.setOffline(true);
  await page.goto(`${world.url}/periksa?kegiatan=${berfoto?.id}`);
  await page.locator('.strip', { hasText: umum.strip.tanpaInternet }).waitFor();
  await page.locator('.photo-grid', { hasText: words.fotoDiServer }).waitFor();
  expect(await page.locator('.photo-grid', { hasText: words.fotoMenyusul }).count()).toBe(0);
  await laptop.context.setOffline(false);
  await page.locator('.photo-grid img').first().waitFor();
});

test('what happens while the head looks at Periksa is there within the minute, and he does nothing for it', async () => {
  const baru = 'Menyiapkan lomba cerdas cermat';
  await laptop.page.goto(`${world.url}/periksa`);
  await laptop.page.locator('.periksa-baris').first().waitFor();
  await laptop.page.waitForTimeout(3000);
  await catatDi(phone.page, world.url, aKegiatan(baru, { mulai: '05:00', selesai: '05:10' }));
  await tahap(baru, 'DIAJUKAN');
  await baris(baru).waitFor();
});

test('the line of unread messages leads to the messages', async () => {
  const teks = 'Pak, bolehkah jadwal piket saya ditukar?';
  await phone.page.goto(`${world.url}/umpan`);
  await phone.page.fill('#umpan-teks', teks);
  await phone.page.getByRole('button', { name: detail.umpanKirim }).click();
  const page = await laptop.context.newPage();
  await page.setViewportSize(PHONE);
  await page.goto(world.url);
  const baris = page.getByText(penilai.beranda.umpanBaru(1));
  await until('the message on the head’s phone', async () => {
    await page.reload();
    await page.waitForTimeout(1500);
    return (await baris.count()) > 0;
  });
  await baris.click();
  const pesan = page.locator('.umpan li', { hasText: teks });
  await pesan.waitFor();
  await until('the message in sight', async () => {
    const kotak = await pesan.boundingBox();
    return kotak !== null && kotak.y >= 0 && kotak.y + kotak.height <= PHONE.height;
  });
  await page.close();
});
