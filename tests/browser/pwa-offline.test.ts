import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { pengingat } from '../../client/i18n/id/pengingat-setelan.ts';
import { perangkat } from '../../client/i18n/id/perangkat.ts';
import { status, umum } from '../../client/i18n/id/umum.ts';
import { type Phone, startPhone } from './support/chromium.ts';
import { aKegiatan, catatDi } from './support/kegiatan.ts';
import { ketukan, registrationId } from './support/pekerja.ts';
import { signIn } from './support/person.ts';
import { onServer, rowsOnPhone, waiting } from './support/phone-db.ts';
import { until } from './support/until.ts';
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

/** Entries of teachers that wait for an answer, as the head's phone has them. */
const waitingFor = async (page: Page): Promise<number> =>
  (
    await rowsOnPhone<{ kind: string; tahap: string; hapus: number; owner: string }>(
      page,
      world.head,
      'records',
    )
  ).filter(
    ({ kind, tahap, hapus, owner }) =>
      kind === 'entri' && tahap === 'DIAJUKAN' && hapus === 0 && owner !== world.head.id,
  ).length;
const strip = (): Promise<string | null> => phone.page.locator('.strip').textContent();
const baris = (uraian: string) => phone.page.locator('.baris-entri', { hasText: uraian });

test('without network every screen opens cold, with the data of the phone', async () => {
  await phone.context.setOffline(true);
  for (const path of ['/', '/kegiatan', '/kegiatan/kalender', '/skp', '/antrean', '/akun', '/bantuan']) {
    await phone.page.goto(world.url + path);
    await phone.page.locator('main:not([aria-busy=true]) h1, h1').first().waitFor();
  }
  await phone.page.goto(`${world.url}/kegiatan`);
  await phone.page.locator('.baris-entri').first().waitFor();
  expect(await phone.page.evaluate(() => navigator.onLine)).toBe(false);
});

test('what a cold start needs inside is asked for once, before the first scripts ask for it', async () => {
  await phone.context.setOffline(true);
  await phone.page.goto(world.url);
  await phone.page.locator('main:not([aria-busy=true]) h2').first().waitFor();
  const asked = await phone.page.evaluate(() =>
    (document.querySelector('script[data-dalam]')?.getAttribute('data-dalam') ?? '')
      .split(' ')
      .filter((name) => name.endsWith('.js'))
      .map((name) => ({
        times: performance.getEntriesByName(new URL(name, location.href).href).length,
        first:
          document.querySelector(`link[rel=modulepreload][href="${name}"] ~ script[type=module]`) !== null,
      })),
  );
  // The day's screen, the frame, the rules, and what the bundler adds.
  expect(asked).toEqual(Array.from({ length: 4 }, () => ({ times: 1, first: true })));
});

test('a screen that was never fetched says so without network, and opens when there is one', async () => {
  const { page, context } = phone;
  await context.setOffline(true);
  await page.goto(`${world.url}/akun/perangkat`);
  await page.getByText(umum.galat.layarGagal).waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: umum.galat.bukaLagi }).click();
  await page.getByText(perangkat.iniHp, { exact: true }).waitFor();
});

test('what was saved without network is there after a reload, with "Tersimpan di HP", and goes by itself', async () => {
  const uraian = 'Menyiapkan alat peraga pecahan tanpa internet';
  await phone.context.setOffline(true);
  await catatDi(phone.page, world.url, aKegiatan(uraian));
  await phone.page.reload();
  await baris(uraian).getByText(status.tersimpan.teks, { exact: true }).waitFor();
  expect(await waiting(phone.page, world.anyGuru)).toBe(1);
  await expect.poll(strip).toContain(umum.strip.tersimpan(1));
  expect(onServer(world, uraian)).toEqual([]);

  await phone.context.setOffline(false);
  await until('the entry on the server', () => onServer(world, uraian).length === 1, 15_000);
  await baris(uraian).getByText(status.terkirim.teks, { exact: true }).waitFor();
});

test('with the server dead behind a live network an entry is kept, and goes by itself when the server is back', async () => {
  const uraian = 'Memeriksa buku latihan ketika server mati';
  await world.stop();
  await catatDi(phone.page, world.url, aKegiatan(uraian, { mulai: '04:20', selesai: '04:40' }));
  await expect.poll(strip).toContain(umum.strip.serverDiam(1));
  await world.start();
  await until('the entry on the server', () => onServer(world, uraian).length === 1);
  await until('its verdict on the phone', async () => (await waiting(phone.page, world.anyGuru)) === 0);
});

/** The id under which the browser knows our service worker. */
test('with the app closed the service worker sends what waits, and a last chance that fails loses nothing', async () => {
  const uraian = 'Mengisi jurnal kelas lalu menutup aplikasi';
  const session = await phone.context.newCDPSession(phone.page);
  const id = await registrationId(session, world.url);
  const wake = (lastChance: boolean): Promise<unknown> =>
    session.send('ServiceWorker.dispatchSyncEvent', {
      origin: world.url,
      registrationId: id,
      tag: 'kirim',
      lastChance,
    });
  await phone.context.setOffline(true);
  await catatDi(phone.page, world.url, aKegiatan(uraian, { mulai: '04:40', selesai: '05:00' }));
  // A screen that is not the app, on the same origin: the page's own sender is gone, its database can be read.
  await phone.page.goto('about:blank');
  await world.stop();
  await phone.context.setOffline(false);
  await wake(true).catch(() => undefined);
  const beside = await phone.context.newPage();
  await beside.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: 'kosong' }));
  await beside.goto(`${world.url}/healthz`);
  await until('the failed attempt to be noted', async () =>
    (await rowsOnPhone<{ key: string; value: { code?: string } }>(beside, world.anyGuru, 'meta')).some(
      ({ key, value }) => key === 'attempt' && value.code === 'server_diam',
    ),
  );
  expect(await waiting(beside, world.anyGuru)).toBe(1);

  await world.start();
  await wake(false);
  await until('the entry on the server', () => onServer(world, uraian).length === 1, 15_000);
  await until('the outbox to be empty', async () => (await waiting(beside, world.anyGuru)) === 0);
  await beside.close();
});

test('an installed app that is never opened, and whose wake-up for the network was given up, is woken by itself and sends', async () => {
  const uraian = 'Menulis rapor lalu menyimpan HP berhari-hari';
  await phone.page.goto(world.url);
  const session = await phone.context.newCDPSession(phone.page);
  const id = await registrationId(session, world.url);
  await session.send('Browser.setPermission', {
    permission: { name: 'background-sync' },
    setting: 'denied',
    origin: world.url,
  });
  await phone.context.setOffline(true);
  await catatDi(phone.page, world.url, aKegiatan(uraian, { mulai: '04:20', selesai: '04:40' }));
  await phone.page.goto('about:blank');
  await phone.context.setOffline(false);
  await session.send('ServiceWorker.dispatchPeriodicSyncEvent', {
    origin: world.url,
    registrationId: id,
    tag: 'kirim',
  });
  await until('the entry on the server', () => onServer(world, uraian).length === 1, 15_000);
});

test('a knock of the push service says, from this phone’s own data, what waits for the head; once a day', async () => {
  const kepala = await startPhone();
  onTestFinished(() => kepala.close());
  const { page, context } = kepala;
  await signIn(page, world.url, world.head);
  const { knock, shown } = await ketukan(page, context, world.url);
  await until(
    'all that waits on the phone',
    async () => (await shown()).length === 0 && (await waitingFor(page)) > 5,
  );
  const jumlah = await waitingFor(page);
  await knock();
  await until('a notification', async () => (await shown()).length === 1);
  expect((await shown())[0]).toMatch(
    new RegExp(`^e-Kinerja: ${jumlah} kegiatan menunggu diperiksa, tertua \\d+ hari\\.$`),
  );
  await page.evaluate(async () => {
    for (const one of await (await navigator.serviceWorker.ready).getNotifications()) one.close();
  });
  await knock();
  await page.waitForTimeout(1500);
  expect(await shown()).toEqual([]);
});

test('where the service reminds nobody the screen says so, and the phone’s own calendar takes its place', async () => {
  await phone.page.goto(`${world.url}/akun/pengingat`);
  await phone.page.getByText(pengingat.takAda).waitFor();
  await phone.page.getByRole('button', { name: 'Sabtu', exact: true }).click();
  const [berkas] = await Promise.all([
    phone.page.waitForEvent('download'),
    phone.page.getByRole('button', { name: pengingat.kalender, exact: true }).click(),
  ]);
  expect(readFileSync(await berkas.path(), 'utf8')).toContain('BYDAY=MO,TU,WE,TH,FR\r\n');
});
