import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kunci as kata } from '../../client/i18n/id/kunci.ts';
import { kunciAtur as words } from '../../client/i18n/id/kunci-atur.ts';
import { aCatat } from '../support/builders.ts';
import { Phone as ApiPhone, aKeyPair } from '../support/phone.ts';
import { type Phone, startPhone } from './support/chromium.ts';
import { aKegiatan, catatDi } from './support/kegiatan.ts';
import { signIn } from './support/person.ts';
import { onServer, rowsOnPhone, waiting } from './support/phone-db.ts';
import { axeFindings } from './support/screens.ts';
import { until } from './support/until.ts';
import { hariIni } from './support/waktu.ts';
import { aWorld, type World } from './support/world.ts';

const PIN = '284917';
const LAMA = 'Membimbing murid membaca cerita rakyat';

let world: World;
let phone: Phone;

beforeAll(async () => {
  world = await aWorld();
  phone = await startPhone();
  await signIn(phone.page, world.url, world.anyGuru);
  await catatDi(phone.page, world.url, aKegiatan(LAMA));
  await until('the first entry on the server', () => onServer(world, LAMA).length === 1);
});
afterAll(async () => {
  await phone?.close();
  await world?.close();
});

/** Everything that lies on the phone for this person, as letters. */
const onDisk = async (): Promise<string> => {
  const tables = ['meta', 'journal', 'records', 'drafts', 'riwayat', 'give'];
  const rows = await Promise.all(tables.map((name) => rowsOnPhone(phone.page, world.anyGuru, name)));
  const typed = await phone.page.evaluate(() => JSON.stringify({ ...localStorage }));
  return JSON.stringify(rows) + typed;
};

const buka = async (pin: string): Promise<void> => {
  await phone.page.fill('#pin', pin);
  await phone.page.getByRole('button', { name: kata.buka, exact: true }).click();
};

test('switched on in the settings: what is on the phone is sealed, and the app goes on where she was', async () => {
  const { page } = phone;
  await page.goto(`${world.url}/akun/kunci`);
  await page.fill('#pin-baru', '123456');
  await page.fill('#pin-ulang', '123456');
  await page.getByRole('button', { name: words.nyalakan }).click();
  await page.getByText(kata.cacat.mudah).waitFor();
  await page.fill('#pin-baru', PIN);
  await page.fill('#pin-ulang', PIN);
  await page.getByRole('button', { name: words.nyalakan }).click();
  await page.getByRole('heading', { name: words.aktif }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await onDisk()).not.toContain(LAMA);
});

test('after a reload there is a door; a wrong PIN opens nothing, the right one does, offline too', async () => {
  const { page } = phone;
  await phone.context.setOffline(true);
  await page.goto(`${world.url}/kegiatan`);
  await buka('111222');
  await page.getByText(kata.salah(9)).waitFor();
  expect(await page.content()).not.toContain(LAMA);
  expect(await axeFindings(page)).toEqual([]);
  await buka(PIN);
  await page.locator('.baris-entri', { hasText: LAMA }).waitFor();
});

test('what is recorded behind the lock is sealed, waits through a lock, and sends itself after the PIN', async () => {
  const { page } = phone;
  const baru = 'Menilai latihan pecahan di balik kunci';
  await catatLuring(baru);
  expect(await onDisk()).not.toContain(baru);
  await page.goto(`${world.url}/`);
  await page.getByText(kata.menunggu(1)).waitFor();
  await phone.context.setOffline(false);
  await page.reload();
  await buka(PIN);
  await until('the entry on the server', () => onServer(world, baru).length === 1);
  await until('nothing to wait', async () => (await waiting(page, world.anyGuru)) === 0);
});

const catatLuring = async (uraian: string): Promise<void> => {
  const { page } = phone;
  await page.goto(`${world.url}/`);
  await buka(PIN);
  await page.getByRole('navigation').first().waitFor();
  await page.evaluate(() => {
    history.pushState(null, '', '/catat');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  const { isi, simpan } = await import('./support/person.ts');
  await isi(page, aKegiatan(uraian, { mulai: '05:00', selesai: '05:30' }));
  await simpan(page);
};

/** Puts the app out of sight, and back into it so many minutes later. */
const tinggalkan = (menit: number): Promise<void> =>
  phone.page.evaluate((lama) => {
    const look = (state: string): void => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    look('hidden');
    const { now } = Date;
    Date.now = () => now() + lama * 60_000;
    look('visible');
    Date.now = now;
  }, menit);

test('left alone longer than she chose the app locks by itself, and not before', async () => {
  const { page } = phone;
  await page.goto(`${world.url}/akun/kunci`);
  await buka(PIN);
  await page.getByRole('heading', { name: words.aktif }).waitFor();
  await tinggalkan(4);
  await page.getByRole('heading', { name: words.aktif }).waitFor();
  await tinggalkan(6);
  await page.getByRole('heading', { name: kata.judul }).waitFor();
});

test('locked by hand nothing of her work is left on the screen; a forgotten PIN costs a sign-in, and no word', async () => {
  const { page } = phone;
  const tertinggal = 'Menyusun rapor yang belum sempat dikirim';
  await phone.context.setOffline(true);
  await catatLuring(tertinggal);
  await page.goto(`${world.url}/akun/kunci`);
  await buka(PIN);
  await page.getByRole('button', { name: words.kunciSekarang }).click();
  await page.getByRole('heading', { name: kata.judul }).waitFor();
  await page.getByRole('button', { name: kata.lupa }).click();
  await page.fill('#sandi', world.anyGuru.sandi);
  await page.fill('#pin-baru', '730182');
  await page.fill('#pin-ulang', '730182');
  await page.getByRole('button', { name: kata.simpanPin }).click();
  await page.getByText(kata.perluInternet).waitFor();
  await phone.context.setOffline(false);
  await page.getByRole('button', { name: kata.simpanPin }).click();
  await page.getByRole('heading', { name: words.aktif }).waitFor();
  await until('the entry on the server', () => onServer(world, tertinggal).length === 1);
});

/** Files below a folder in which one of these words stands, as bytes or as the two-byte letters of a database. */
const memuat = (folder: string, words: readonly string[]): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
    .flatMap((path) => {
      const bytes = readFileSync(path);
      return words
        .filter((word) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')))
        .map((word) => `${path.slice(folder.length)}: ${word}`);
    });

test('fifty words that came while the lock was on stand in no file of the whole profile once it is locked', async () => {
  const kepala = await startPhone();
  try {
    const { page } = kepala;
    await signIn(page, world.url, world.head);
    await page.goto(`${world.url}/akun/kunci`);
    await page.fill('#pin-baru', PIN);
    await page.fill('#pin-ulang', PIN);
    await page.getByRole('button', { name: words.nyalakan }).click();
    await page.getByRole('heading', { name: words.aktif }).waitFor();
    const tanda = await limaPuluh();
    await page.goto(`${world.url}/periksa`);
    await page.fill('#pin', PIN);
    await page.getByRole('button', { name: kata.buka, exact: true }).click();
    await until('the last of them on the screen', async () =>
      (await page.content()).includes(tanda.at(-1) ?? ''),
    );
    await page.goto(`${world.url}/akun/kunci`);
    await page.fill('#pin', PIN);
    await page.getByRole('button', { name: kata.buka, exact: true }).click();
    await page.getByRole('button', { name: words.kunciSekarang }).click();
    await page.getByRole('heading', { name: kata.judul }).waitFor();
    await kepala.kill();
    // It is the right place that is looked at: the name of the account's database is no secret.
    expect(memuat(kepala.profile, [`kinerja-${world.head.id}`])).not.toEqual([]);
    expect(memuat(kepala.profile, tanda)).toEqual([]);
  } finally {
    await kepala.close();
  }
});

/** A teacher of his records fifty activities on another phone; the word that each of them has of its own. */
const limaPuluh = async (): Promise<readonly string[]> => {
  const lain = new ApiPhone((request) => fetch(request), await aKeyPair(), world.url);
  expect((await lain.signIn(world.anyGuru.nip, world.anyGuru.sandi)).status).toBe(200);
  const tanda = Array.from({ length: 50 }, () => `tanda-${randomBytes(9).toString('hex')}`);
  for (const [i, satu] of tanda.entries()) {
    const part = { tanggal: hariIni, uraian: `Menilai ${satu}`, mulai: jamKe(i), selesai: jamKe(i + 1) };
    await lain.add(aCatat(part));
  }
  await lain.syncAll();
  expect(new Set([...lain.verdicts.values()].map(({ r }) => r))).toEqual(new Set(['ok']));
  return tanda;
};
/** Every five minutes from midnight on. */
const jamKe = (i: number): string =>
  `${String(Math.floor(i / 12)).padStart(2, '0')}:${String((i % 12) * 5).padStart(2, '0')}`;

test('switched off with the PIN: the app asks no more, and everything reads as before', async () => {
  const { page } = phone;
  const lain = await phone.context.newPage();
  await lain.goto(world.url);
  await lain.locator('#pin').waitFor();
  await page.fill('#pin-matikan', '730182');
  await page.getByRole('button', { name: words.matikan }).click();
  await page.getByRole('button', { name: words.nyalakan }).waitFor();
  await page.goto(`${world.url}/kegiatan`);
  await page.locator('.baris-entri', { hasText: LAMA }).waitFor();
  expect(await onDisk()).toContain(LAMA);
  // The tab that still stands at the door has nothing to open any more, whatever is typed there.
  await lain.fill('#pin', '111222');
  await lain.getByRole('button', { name: kata.buka, exact: true }).click();
  await lain.getByRole('navigation').first().waitFor();
  await lain.close();
});
