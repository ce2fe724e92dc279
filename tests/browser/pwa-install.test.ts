import { join } from 'node:path';
import { type CDPSession, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { antrean } from '../../client/i18n/id/antrean.ts';
import { penyimpanan } from '../../client/i18n/id/penyimpanan.ts';
import { status, umum } from '../../client/i18n/id/umum.ts';
import { CHROMIUM, type Phone, startPhone } from './support/chromium.ts';
import { aKegiatan, catatDi } from './support/kegiatan.ts';
import { signIn } from './support/person.ts';
import { onServer, rowsOnPhone } from './support/phone-db.ts';
import { until } from './support/until.ts';
import { aWorld, type World } from './support/world.ts';

let world: World;
let phone: Phone;
let session: CDPSession;

beforeAll(async () => {
  world = await aWorld();
  phone = await startPhone();
  await signIn(phone.page, world.url, world.anyGuru);
  session = await phone.context.newCDPSession(phone.page);
});
afterAll(async () => {
  await phone?.close();
  await world?.close();
});

test('the installed app keeps the id of its manifest, whatever its start page becomes', async () => {
  expect((await session.send('Page.getAppId')).appId).toBe(`${world.url}/`);
});

test('the offer to install is held back until something was saved and can no longer be undone, and "Nanti" is remembered', async () => {
  await phone.page.addInitScript(() => {
    const seen: boolean[] = [];
    Object.assign(globalThis, { tawaran: seen });
    addEventListener('beforeinstallprompt', (offer) => setTimeout(() => seen.push(offer.defaultPrevented)));
  });
  await phone.page.goto(world.url);
  await until('the offer of the browser', () =>
    phone.page.evaluate(() => (globalThis as unknown as { tawaran: boolean[] }).tawaran.length > 0),
  );
  expect(await phone.page.evaluate(() => (globalThis as unknown as { tawaran: boolean[] }).tawaran)).toEqual([
    true,
  ]);
  const sheet = phone.page.getByRole('dialog', { name: umum.pasang.judul });
  expect(await sheet.isVisible()).toBe(false);

  await catatDi(phone.page, world.url, aKegiatan('Kegiatan pertama sebelum aplikasi dipasang'));
  await sheet.waitFor();
  expect(await phone.page.locator('.snackbar').count()).toBe(0);
  await sheet.getByRole('button', { name: umum.pasang.nanti }).click();
  await sheet.waitFor({ state: 'hidden' });
  expect(
    await phone.page.evaluate(() => Number(localStorage.getItem('kinerja-pasang-diam'))),
  ).toBeGreaterThan(0);
});

test('the browser installs it as an app of its own, under that id', async () => {
  // Installing is for whoever holds the browser by a pipe; our phones are held by a port.
  const context = await chromium.launchPersistentContext('', {
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await context.newPage();
    await page.goto(world.url);
    const held = await context.newCDPSession(page);
    const manifestId = `${world.url}/`;
    await held.send('PWA.install', { manifestId, installUrlOrBundleUrl: world.url });
    expect((await held.send('PWA.getOsAppState', { manifestId })).badgeCount).toBe(0);
  } finally {
    await context.close();
  }
});

test('whether the phone keeps the data is asked of the phone and said in words, refused or granted', async () => {
  const says = (words: string) => phone.page.getByText(words, { exact: true }).waitFor();
  const ask = () => phone.page.getByRole('button', { name: penyimpanan.aktifkan }).click();
  await phone.page.goto(`${world.url}/akun/penyimpanan`);
  await says(penyimpanan.dijagaTidak);
  await ask();
  await says(penyimpanan.belumBisa);
  // One call: each replaces what the call before it granted.
  await session.send('Browser.grantPermissions', {
    origin: world.url,
    permissions: ['durableStorage', 'notifications', 'backgroundSync', 'periodicBackgroundSync'],
  });
  await ask();
  await says(penyimpanan.dijagaYa);
  await phone.page.reload();
  await says(penyimpanan.dijagaYa);
});

test('with data saver on the text goes and the photo waits until it is asked for', async () => {
  const uraian = 'Menata pojok baca bersama murid kelas lima';
  await session.send('Emulation.setDataSaverOverride', { dataSaverEnabled: true });
  // The override is the page's alone, so the service worker is kept out of it.
  await session.send('Browser.setPermission', {
    permission: { name: 'background-sync' },
    setting: 'denied',
    origin: world.url,
  });
  const foto = [join(import.meta.dirname, '../fixtures/foto/papan-tulis.jpg')];
  await catatDi(phone.page, world.url, aKegiatan(uraian, { mulai: '04:20', selesai: '04:40', foto }));
  await until('the text on the server', () => onServer(world, uraian).length === 1);
  await phone.page
    .locator('.baris-entri', { hasText: uraian })
    .getByText(status.teksTerkirim.teks, { exact: true })
    .waitFor();
  const photos = () => rowsOnPhone<{ status: string }>(phone.page, world.anyGuru, 'photos');
  expect((await photos()).map((photo) => photo.status)).toContain('antri');

  await phone.page.goto(`${world.url}/antrean`);
  const menyusul = phone.page.locator('section', { hasText: antrean.fotoMenyusul }).locator('.list-row');
  await menyusul.filter({ hasText: uraian }).getByText(status.teksTerkirim.pembaca(1)).waitFor();
  await phone.page.getByRole('button', { name: antrean.kirimSekarang }).click();
  await until('the photo to have gone', async () =>
    (await photos()).every((photo) => photo.status === 'terkirim'),
  );
  await menyusul.waitFor({ state: 'detached' });
});
