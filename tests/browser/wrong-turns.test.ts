import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { antrean } from '../../client/i18n/id/antrean.ts';
import { catat } from '../../client/i18n/id/guru.ts';
import { masalah } from '../../client/i18n/id/masalah.ts';
import { masuk } from '../../client/i18n/id/masuk.ts';
import { umum } from '../../client/i18n/id/umum.ts';
import { type Phone, startPhone } from './support/chromium.ts';
import { aGate, type Gate, type Instead } from './support/gate.ts';
import { aKegiatan, bukaForm, catatDi } from './support/kegiatan.ts';
import { signIn, simpan } from './support/person.ts';
import { onServer, rowsOnPhone, waiting } from './support/phone-db.ts';
import { until } from './support/until.ts';
import { aWorld, type World } from './support/world.ts';

const FOTO = join(import.meta.dirname, '../fixtures/foto/papan-tulis.jpg');

let world: World;
let gate: Gate;
let phone: Phone;

beforeAll(async () => {
  world = await aWorld();
  gate = await aGate(world.url);
  phone = await startPhone();
  await signIn(phone.page, gate.url, world.anyGuru);
});
afterAll(async () => {
  await phone?.close();
  await gate?.close();
  await world?.close();
});

const strip = (): Promise<string | null> => phone.page.locator('.strip').textContent();
const tiba = (uraian: string): Promise<unknown> =>
  until(`${uraian} on the server`, () => onServer(world, uraian).length === 1, 120_000);

const problem = (status: number, code: string, retryAfter?: number): Instead => ({
  status,
  headers: {
    'content-type': 'application/problem+json',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  },
  body: JSON.stringify({ type: `/masalah/${code}`, title: code, status, instance: 'uji', code }),
});

const PORTAL: Instead = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<html><body>Selamat datang di Wi-Fi desa. Masuk dulu.</body></html>',
};

/** Wrong turns of the line: what stands there instead of the service, and what the strip says of one waiting entry. */
const WRONG: readonly { name: string; instead: (path: string) => Instead | undefined; says: string }[] = [
  {
    name: 'a Wi-Fi that wants to be signed in to answers 200 HTML to everything',
    instead: () => PORTAL,
    says: umum.strip.wifiMasuk(1),
  },
  {
    name: 'the server is busy and answers 503 with Retry-After',
    instead: () => problem(503, 'server_sibuk', 2),
    says: umum.strip.ramai(1),
  },
  {
    name: 'a proxy answers 429 without a word of ours',
    instead: () => ({ status: 429, headers: { 'retry-after': '1' }, body: 'slow down' }),
    says: umum.strip.ramai(1),
  },
  {
    name: 'a proxy before a dead server answers 502 HTML',
    instead: () => ({ ...PORTAL, status: 502 }),
    says: umum.strip.serverDiam(1),
  },
  {
    name: 'the server wants a newer app and answers 426',
    instead: (path) => (path.startsWith('/api/') ? problem(426, 'app_lama') : undefined),
    says: umum.strip.perluDiperbarui(1),
  },
];

test.each(WRONG.map((wrong, i) => [wrong.name, wrong, i] as const))(
  '%s: the strip says so, the entry is kept and goes by itself',
  async (name, { instead, says }, i) => {
    const uraian = `Kegiatan ketika ${name}`;
    gate.meet((_, path) => instead(path));
    await catatDi(phone.page, gate.url, aKegiatan(uraian, { mulai: `03:${i}0`, selesai: `03:${i}5` }));
    await expect.poll(strip, { timeout: 15_000 }).toContain(says);
    expect(await waiting(phone.page, world.anyGuru)).toBe(1);
    expect(onServer(world, uraian)).toEqual([]);
    gate.meet(null);
    await tiba(uraian);
    await until('nothing to wait', async () => (await waiting(phone.page, world.anyGuru)) === 0);
  },
);

test('answers are lost on the way: every entry is on the server exactly once', async () => {
  const uraian = 'Kegiatan yang jawaban servernya hilang di jalan';
  let lost = 0;
  gate.meet((method, path) => {
    if (method !== 'POST' || path !== '/api/sync' || lost >= 2) return undefined;
    lost += 1;
    return 'telan';
  });
  await catatDi(phone.page, gate.url, aKegiatan(uraian, { mulai: '02:00', selesai: '02:10' }));
  await until('nothing to wait', async () => (await waiting(phone.page, world.anyGuru)) === 0);
  gate.meet(null);
  expect(lost).toBe(2);
  expect(onServer(world, uraian)).toHaveLength(1);
});

test('the server forgets the session: recording goes on, and after signing in everything is sent', async () => {
  const texts = ['Kegiatan ketika sesi sudah berakhir', 'Kegiatan kedua sesudah sesi berakhir'];
  await world.stop();
  const database = new Database(join(world.dataDir, 'kinerja.db'));
  database.exec('DELETE FROM sessions');
  database.close();
  await world.start();
  await catatDi(phone.page, gate.url, aKegiatan(texts[0] ?? '', { mulai: '01:00', selesai: '01:10' }));
  await expect.poll(strip).toContain(umum.strip.perluMasuk(1));
  await catatDi(phone.page, gate.url, aKegiatan(texts[1] ?? '', { mulai: '01:10', selesai: '01:20' }));
  await expect.poll(strip).toContain(umum.strip.perluMasuk(2));
  await phone.page.goto(`${gate.url}/antrean`);
  await phone.page.getByText(masalah.masuk_lagi({ jumlah: 2 })).waitFor();
  await phone.page.getByRole('link', { name: antrean.masukLagi, exact: true }).click();
  await phone.page.getByText(masuk.antreanAman({ isian: 2, foto: 0 })).waitFor();
  await phone.page.fill('#sandi', world.anyGuru.sandi);
  await phone.page.getByRole('button', { name: masuk.masuk, exact: true }).click();
  for (const text of texts) await tiba(text);
});

test('screens fetched ahead that are gone from the server take no open form away, nor a letter of it', async () => {
  const uraian = 'Menulis ketika server sudah memakai versi lain';
  const other = await startPhone();
  try {
    let hilang = 0;
    gate.meet((_, path) => {
      if (!path.startsWith('/assets/banyak-')) return;
      hilang += 1;
      return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'tidak ada' };
    });
    await signIn(other.page, gate.url, world.anyGuru);
    const sebelum = hilang;
    await other.page.goto(`${gate.url}/catat`);
    await other.page.fill('#bidang-uraian', uraian);
    await until('a screen to be fetched ahead in vain', () => hilang > sebelum);
    await other.page.waitForTimeout(500);
    expect(await other.page.inputValue('#bidang-uraian')).toBe(uraian);
    expect(
      await other.page.evaluate(() =>
        (performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]).map(({ type }) => type),
      ),
    ).toEqual(['navigate']);
  } finally {
    gate.meet(null);
    await other.close();
  }
});

test('a full phone saves the words, says that the photo is missing, and takes it in when there is room again', async () => {
  const full = await startPhone();
  const session = await full.context.newCDPSession(full.page);
  const quota = (quotaSize?: number): Promise<unknown> =>
    session.send('Storage.overrideQuotaForOrigin', {
      origin: gate.url,
      ...(quotaSize === undefined ? {} : { quotaSize }),
    });
  /**
   * Nothing is left: the browser reckons with what was free half a minute ago, and lets more in than it has since kept
   * for the app itself.
   */
  const penuhi = async (): Promise<void> => {
    await full.page.evaluate(fillUp);
    await quota(await full.page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0));
  };
  try {
    await quota(8 * 1024 * 1024);
    await signIn(full.page, gate.url, world.anyGuru);
    const uraian = 'Kegiatan di HP yang ruangnya habis';
    await bukaForm(full.page, gate.url, aKegiatan(uraian, { mulai: '00:10', selesai: '00:20' }));
    await penuhi();
    await full.page.getByLabel(catat.galeri).setInputFiles(FOTO);
    await full.page.getByText(masalah.hp_penuh_foto({})).waitFor();
    expect(await full.page.inputValue('#bidang-uraian')).toBe(uraian);
    await simpan(full.page);
    await tiba(uraian);

    await penuhi();
    await full.page.goto(`${gate.url}/catat`);
    await full.page.getByText(umum.galat.simpananTerkunci).waitFor();
    await full.page.evaluate(() => indexedDB.deleteDatabase('isi-penuh'));

    const lagi = 'Foto dicoba lagi sesudah ruang HP ada';
    await bukaForm(full.page, gate.url, aKegiatan(lagi, { mulai: '00:20', selesai: '00:30' }));
    await penuhi();
    await full.page.getByLabel(catat.galeri).setInputFiles(FOTO);
    await full.page.getByText(masalah.hp_penuh_foto({})).waitFor();
    await full.page.evaluate(() => indexedDB.deleteDatabase('isi-penuh'));
    await quota();
    await full.page.getByRole('button', { name: catat.cobaFoto }).click();
    await full.page.locator('.photo-grid img').waitFor();
    await simpan(full.page);
    await tiba(lagi);
    expect((await rowsOnPhone<{ size: number }>(full.page, world.anyGuru, 'photos')).length).toBe(1);
  } finally {
    await full.close();
  }
});

/** Writes to a database of its own until the browser refuses, smaller and smaller pieces, as photos of others do. */
const fillUp = async (): Promise<void> => {
  const open = indexedDB.open('isi-penuh');
  open.onupgradeneeded = () => open.result.createObjectStore('isi', { autoIncrement: true });
  const db = await new Promise<IDBDatabase>((resolve) => {
    open.onsuccess = () => resolve(open.result);
  });
  const put = (bytes: Uint8Array): Promise<boolean> =>
    new Promise((resolve) => {
      const transaction = db.transaction('isi', 'readwrite');
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () => resolve(false);
      transaction.objectStore('isi').put(bytes);
    });
  for (let size = 1024 * 1024; size >= 1024; size /= 2) {
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
    while (await put(bytes));
  }
  db.close();
};
