import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { akun } from '../../client/i18n/id/akun.ts';
import { ambilData } from '../../client/i18n/id/ambil-data.ts';
import { antrean } from '../../client/i18n/id/antrean.ts';
import { duaVersi } from '../../client/i18n/id/dua-versi.ts';
import { detail } from '../../client/i18n/id/guru.ts';
import { hilang } from '../../client/i18n/id/hilang.ts';
import { masalah } from '../../client/i18n/id/masalah.ts';
import { masuk } from '../../client/i18n/id/masuk.ts';
import { penyimpanan } from '../../client/i18n/id/penyimpanan.ts';
import { perangkat } from '../../client/i18n/id/perangkat.ts';
import { umum } from '../../client/i18n/id/umum.ts';
import { type Phone, startPhone } from './support/chromium.ts';
import { aKegiatan, catatDi } from './support/kegiatan.ts';
import { sessionOnDisk, signIn, simpan } from './support/person.ts';
import { onServer, rowsOnPhone, waiting } from './support/phone-db.ts';
import { axeFindings } from './support/screens.ts';
import { until } from './support/until.ts';
import { aWorld, type World } from './support/world.ts';

let world: World;
const phones: Phone[] = [];
const aPhoneOfHers = async (profile?: string): Promise<Phone> => {
  const phone = await startPhone(profile === undefined ? {} : { profile });
  phones.push(phone);
  if (profile === undefined) await signIn(phone.page, world.url, world.anyGuru);
  return phone;
};

beforeAll(async () => {
  world = await aWorld();
});
afterEach(async () => {
  for (const phone of phones.splice(0)) await phone.close();
});
afterAll(() => world?.close());

const tiba = (uraian: string, tahap: readonly string[] = ['DIAJUKAN']): Promise<unknown> =>
  until(
    `${uraian} on the server`,
    () => JSON.stringify(onServer(world, uraian)) === JSON.stringify(tahap),
    45_000,
  );
const idOf = (uraian: string): string =>
  world.rows<{ id: string }>(
    "SELECT id FROM records WHERE kind = 'entri' AND json_extract(content, '$.uraian') = ?",
    uraian,
  )[0]?.id ?? '';
const devicesOnServer = (): number =>
  world.rows<{ jumlah: number }>(
    'SELECT count(DISTINCT device) AS jumlah FROM commands WHERE actor = ? AND n > 0',
    world.anyGuru.id,
  )[0]?.jumlah ?? 0;

const sees = (page: Page, uraian: string): Promise<void> => page.getByText(uraian).first().waitFor();

/** Opens an entry, changes its text, and saves. */
const ubah = async (page: Page, id: string, uraian: string): Promise<void> => {
  await page.goto(`${world.url}/kegiatan/${encodeURIComponent(id)}`);
  await page.getByRole('button', { name: detail.ubah, exact: true }).click();
  await page.waitForURL(/\/catat\/draf-/);
  await page.fill('#bidang-uraian', uraian);
  await simpan(page);
};

test('I7: changed on two phones without network, both versions stand side by side, and keeping both keeps both', async () => {
  const [first, second] = [await aPhoneOfHers(), await aPhoneOfHers()];
  const [asal, satu, dua] = [
    'Menyusun soal ulangan tema empat',
    'Menyusun soal ulangan tema empat dan lima',
    'Menyusun kisi-kisi ulangan tema empat',
  ];
  await catatDi(first.page, world.url, aKegiatan(asal));
  await tiba(asal);
  const id = idOf(asal);
  await second.page.goto(`${world.url}/kegiatan/${encodeURIComponent(id)}`);
  await sees(second.page, asal);
  await first.context.setOffline(true);
  await second.context.setOffline(true);
  await ubah(first.page, id, satu);
  await ubah(second.page, id, dua);
  await first.context.setOffline(false);
  await tiba(satu);
  await second.context.setOffline(false);

  const { page } = second;
  await page.locator('.strip', { hasText: umum.strip.duaVersi(1) }).click();
  await page.getByRole('link', { name: satu }).click();
  await page.getByRole('heading', { name: duaVersi.judul }).waitFor();
  await page.getByRole('cell', { name: satu }).waitFor();
  await page.getByRole('cell', { name: dua }).waitFor();
  const kepala = await page.getByRole('columnheader').allTextContents();
  expect(kepala).toEqual([expect.stringMatching(/^Di HP ini · .+\d\d\.\d\d$/), duaVersi.kini]);
  await page.setViewportSize({ width: 320, height: 640 });
  const rusak = await page.getByRole('rowheader').evaluateAll((found) =>
    found.filter((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return range.getClientRects().length > (one.textContent ?? '').split(' ').length;
    }),
  );
  expect(rusak, 'no name of a row is broken within a word').toEqual([]);
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.getByRole('button', { name: duaVersi.terapkan }).click();
  await page.getByText(duaVersi.belumPilih).waitFor();
  await page.getByLabel(duaVersi.pilih.keduanya).check();
  await page.getByRole('button', { name: duaVersi.terapkan }).click();
  await tiba(satu);
  await tiba(dua);
  await until('nothing to wait', async () => (await waiting(page, world.anyGuru)) === 0);
  expect(await page.locator('.strip', { hasText: umum.strip.duaVersi(1) }).count()).toBe(0);
});

/** A copy of a profile. What a helper of the killed browser still puts in place may vanish meanwhile: then it is made anew. */
const imageOf = async (profile: string): Promise<string> => {
  for (let tries = 1; ; tries += 1) {
    const image = join(mkdtempSync(join(tmpdir(), 'kinerja-salin-')), 'hp');
    try {
      cpSync(profile, image, { recursive: true });
      return image;
    } catch (error) {
      if (tries === 5) throw error;
      await pause(500);
    }
  }
};

test('I2, I11: a phone whose image was copied goes on as two: everything of both arrives once, and nobody does anything', async () => {
  const original = await aPhoneOfHers();
  const awal = 'Kegiatan sebelum HP disalin ke HP baru';
  await catatDi(original.page, world.url, aKegiatan(awal, { mulai: '03:00', selesai: '03:10' }));
  await tiba(awal);
  // Else the copies could differ: whichever wakes while the server is still there would settle it.
  await until('the verdict on the phone', async () => (await waiting(original.page, world.anyGuru)) === 0);
  await sessionOnDisk(original);
  await original.kill();
  const profile = await imageOf(original.profile);
  const before = devicesOnServer();
  const twins = [await aPhoneOfHers(original.profile), await aPhoneOfHers(profile)];
  const texts = ['Kegiatan yang dicatat di HP lama', 'Kegiatan yang dicatat di HP salinan'];
  await world.stop();
  for (const [i, { page }] of twins.entries()) {
    await catatDi(
      page,
      world.url,
      aKegiatan(texts[i] ?? '', { mulai: `03:${i + 1}0`, selesai: `03:${i + 1}5` }),
    );
  }
  const numbers = await Promise.all(
    twins.map(async ({ page }) =>
      (await rowsOnPhone<{ device: string; number: number; status: string }>(page, world.anyGuru, 'journal'))
        .filter(({ status }) => status === 'antri')
        .map(({ device, number }) => `${device}.${number}`),
    ),
  );
  expect(numbers[0]).toEqual(numbers[1]);
  await world.start();
  for (const text of texts) await tiba(text);
  // The copy learns from the answer that it is one; what is recorded before that still bears the old id.
  for (const { page } of twins)
    await until('both have their answers', async () => (await waiting(page, world.anyGuru)) === 0);
  const lagi = ['Lanjutan di HP lama', 'Lanjutan di HP salinan'];
  for (const [i, { page }] of twins.entries())
    await catatDi(
      page,
      world.url,
      aKegiatan(lagi[i] ?? '', { mulai: `03:${i + 3}0`, selesai: `03:${i + 3}5` }),
    );
  for (const text of [...texts, ...lagi, awal]) await tiba(text);
  for (const { page } of twins)
    await until('nothing to wait', async () => (await waiting(page, world.anyGuru)) === 0);
  expect(devicesOnServer()).toBe(before + 1);
});

test('I11: a phone that cleared the app’s storage is a new one: after signing in everything that was sent is back', async () => {
  const { page, context } = await aPhoneOfHers();
  const uraian = 'Kegiatan yang sudah terkirim sebelum HP membersihkan ruang';
  await catatDi(page, world.url, aKegiatan(uraian, { mulai: '02:00', selesai: '02:10' }));
  await tiba(uraian);
  const old = (
    await rowsOnPhone<{ key: string; value: { device: string } }>(page, world.anyGuru, 'meta')
  ).find(({ key }) => key === 'saya')?.value.device;
  await page.goto('about:blank');
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', {
    origin: world.url,
    storageTypes: 'indexeddb,cache_storage,service_workers,local_storage',
  });
  await page.goto(world.url);
  await page.waitForURL(/\/masuk/);
  await signIn(page, world.url, world.anyGuru);
  await page.goto(`${world.url}/kegiatan`);
  await sees(page, uraian);
  const meta = await rowsOnPhone<{ key: string; value: { device: string } }>(page, world.anyGuru, 'meta');
  expect(meta.find(({ key }) => key === 'saya')?.value.device).not.toBe(old);
  await page.goto(`${world.url}/akun/perangkat`);
  await page.getByText(perangkat.iniHp, { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: perangkat.putuskan }).count()).toBeGreaterThan(0);
});

test('what only a lost phone had comes back from the file of one’s own data, without network, once, and can be undone', async () => {
  const [lama, baru] = [await aPhoneOfHers(), await aPhoneOfHers()];
  const [sampai, hilang] = ['Kegiatan yang sudah sampai di server', 'Kegiatan yang hanya ada di berkas'];
  await catatDi(lama.page, world.url, aKegiatan(sampai, { mulai: '02:00', selesai: '02:10' }));
  await tiba(sampai);
  await lama.context.setOffline(true);
  const foto = [new URL('../../server/operations/demo/foto/papan-tulis.jpg', import.meta.url).pathname];
  await catatDi(lama.page, world.url, aKegiatan(hilang, { mulai: '02:20', selesai: '02:30', foto }));
  await lama.page.goto(`${world.url}/akun/penyimpanan`);
  const [download] = await Promise.all([
    lama.page.waitForEvent('download'),
    lama.page.getByRole('button', { name: penyimpanan.unduhDataSaya }).click(),
  ]);
  const berkas = await download.path();

  const { page } = baru;
  await page.goto(`${world.url}/kegiatan`);
  await sees(page, sampai);
  await page.goto(`${world.url}/akun/penyimpanan`);
  await page.getByRole('link', { name: ambilData.tautan }).click();
  await page.getByLabel(ambilData.pilih).waitFor({ state: 'attached' });
  await baru.context.setOffline(true);
  const pilih = async (path: string): Promise<void> => page.getByLabel(ambilData.pilih).setInputFiles(path);
  await pilih(foto[0] ?? '');
  await page.getByText(ambilData.salah.bukan_zip).waitFor();
  await pilih(berkas);
  await page.getByRole('heading', { name: ambilData.baru(1) }).waitFor();
  await page.getByLabel(hilang).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: ambilData.ambil(1) }).click();
  await page.getByText(ambilData.selesai(1)).waitFor();
  await page.getByRole('button', { name: ambilData.berkasLain }).click();
  await pilih(berkas);
  await page.getByText(ambilData.kosong).waitFor();

  await baru.context.setOffline(false);
  await tiba(hilang);
  const fotonya = "SELECT json_array_length(content, '$.foto') AS jumlah FROM records WHERE id = ?";
  expect(world.rows(fotonya, idOf(hilang))).toEqual([{ jumlah: 1 }]);
  await page.getByRole('button', { name: ambilData.berkasLain }).click();
  await page.getByRole('button', { name: /^Urungkan pengambilan/ }).click();
  await page.getByText(ambilData.diurungkan(1, 0)).waitFor();
  await until('it to be gone from the server', () => onServer(world, hilang).length === 0);
});

test('I8: a phone that was cut off says so, keeps and hands out what waits, and erases only for who types how much that is', async () => {
  const [lost, kept] = [await aPhoneOfHers(), await aPhoneOfHers()];
  const texts = ['Kegiatan di HP yang diputus, satu', 'Kegiatan di HP yang diputus, dua'];
  await lost.context.setOffline(true);
  for (const [i, text] of texts.entries())
    await catatDi(lost.page, world.url, aKegiatan(text, { mulai: `01:${i}0`, selesai: `01:${i}5` }));

  await kept.page.goto(`${world.url}/akun`);
  await kept.page.getByRole('link', { name: akun.perangkat }).click();
  await kept.page.getByRole('heading', { name: perangkat.judul }).waitFor();
  await kept.page.getByText(perangkat.iniHp, { exact: true }).waitFor();
  expect(await axeFindings(kept.page)).toEqual([]);
  // Phones of the tests before lie below: the one last heard of beside this one is the lost one.
  await kept.page.getByRole('button', { name: perangkat.putuskan }).first().click();
  await kept.page.getByText(perangkat.tanya.cut.isi).waitFor();
  expect(await axeFindings(kept.page)).toEqual([]);
  const ya = kept.page.getByRole('button', { name: perangkat.tanya.cut.ya });
  await ya.click();
  await kept.page.getByText(perangkat.sandiKosong).waitFor();
  // A fault takes the keyboard to where it is mended; without a network nothing happens, and that is said.
  const sandi = kept.page.getByLabel(perangkat.sandi);
  expect(await sandi.evaluate((one) => one === document.activeElement)).toBe(true);
  await kept.page.keyboard.type(world.anyGuru.sandi);
  await kept.context.setOffline(true);
  await kept.page.keyboard.press('Enter');
  await kept.page.getByText(perangkat.belum.tanpa_internet).waitFor();
  await kept.context.setOffline(false);
  await kept.page.keyboard.press('Enter');
  // Not the line in the list: the demo's own phones were cut off long ago.
  await kept.page.locator('.snackbar', { hasText: 'sudah diputus' }).waitFor();

  await lost.context.setOffline(false);
  await expect.poll(() => lost.page.locator('.strip').textContent()).toContain(umum.strip.perluMasuk(2));
  await lost.page.goto(`${world.url}/antrean`);
  await lost.page.getByText(masalah.perangkat_dicabut({})).waitFor();
  const [download] = await Promise.all([
    lost.page.waitForEvent('download'),
    lost.page.getByRole('button', { name: antrean.cadangan }).click(),
  ]);
  const zip = unzipSync(readFileSync(await download.path()));
  const inside = Object.values(zip)
    .map((bytes) => new TextDecoder().decode(bytes))
    .join('\n');
  for (const text of texts) expect(inside).toContain(text);

  await lost.page.goto(`${world.url}/akun`);
  await lost.page.getByRole('button', { name: akun.hapusData }).click();
  await lost.page.getByLabel(akun.hapusDataKetik(2)).fill('1');
  await lost.page.getByRole('button', { name: akun.hapusDataYa }).click();
  await lost.page.getByText(akun.hapusDataSalah(2)).waitFor();
  await lost.page.getByRole('button', { name: umum.aksi.batal, exact: true }).click();
  expect(await waiting(lost.page, world.anyGuru)).toBe(2);
  for (const text of texts) expect(onServer(world, text)).toEqual([]);

  // It was hers after all: she signs in again, and it goes under the new key.
  await lost.page.goto(`${world.url}/masuk`);
  await lost.page.getByText(masuk.antreanAman({ isian: 2, foto: 0 })).waitFor();
  await lost.page.fill('#sandi', world.anyGuru.sandi);
  await lost.page.getByRole('button', { name: masuk.masuk, exact: true }).click();
  for (const text of texts) await tiba(text);
  // The server has them before the phone has heard so, and until then it asks for their number.
  await expect.poll(() => waiting(lost.page, world.anyGuru)).toBe(0);

  await lost.page.goto(`${world.url}/akun`);
  await lost.page.getByRole('button', { name: akun.hapusData }).click();
  await lost.page.getByRole('button', { name: akun.hapusDataYa }).click();
  await lost.page.waitForURL(/\/masuk/);
  const left = await lost.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(left).not.toContain(`kinerja-${world.anyGuru.id}`);
});

test('T35, T36: a phone marked as lost is wiped when it comes, says so, and what it had not sent is hers to take over', async () => {
  const [lost, kept] = [await aPhoneOfHers(), await aPhoneOfHers()];
  const text = 'Kegiatan yang hanya ada di HP hilang';
  // The key of the receipts came with the first whole round.
  await until('the key to be there', async () =>
    (await rowsOnPhone<{ key: string }>(lost.page, world.anyGuru, 'meta')).some(
      ({ key }) => key === 'kunciServer',
    ),
  );
  await lost.context.setOffline(true);
  await catatDi(lost.page, world.url, aKegiatan(text, { mulai: '00:10', selesai: '00:20' }));

  await kept.page.goto(`${world.url}/akun/perangkat`);
  await kept.page.getByText(perangkat.iniHp, { exact: true }).waitFor();
  await kept.page.getByRole('button', { name: perangkat.putuskan }).first().waitFor();
  await kept.page
    .getByRole('button', { name: /^Tandai hilang: / })
    .first()
    .click();
  await kept.page.getByText(perangkat.tanya.lost.isi).waitFor();
  await kept.page.getByLabel(perangkat.sandi).fill(world.anyGuru.sandi);
  expect(await axeFindings(kept.page)).toEqual([]);
  await kept.page.getByRole('button', { name: perangkat.tanya.lost.ya, exact: true }).last().click();
  await kept.page
    .getByText(/akan dihapus saat terhubung$/)
    .first()
    .waitFor();

  await lost.context.setOffline(false);
  await lost.page.waitForURL(/\/hilang$/);
  await lost.page.getByRole('heading', { name: hilang.judul }).waitFor();
  await lost.page.getByText(/sudah dihapus dari HP ini/).waitFor();
  expect(await axeFindings(lost.page)).toEqual([]);
  const left = await lost.page.evaluate(async () => [
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...Object.keys(localStorage),
  ]);
  expect(left.filter((name) => name?.includes(world.anyGuru.id))).toEqual([]);
  await lost.page.getByRole('button', { name: hilang.masuk }).click();
  await lost.page.waitForURL(/\/masuk$/);

  await kept.page.reload();
  await kept.page
    .getByText(/^Sudah dihapus pada /)
    .first()
    .waitFor();
  expect(onServer(world, text)).toEqual([]);
  await kept.page.getByRole('button', { name: perangkat.hilang.masukkan }).click();
  await tiba(text);
});
