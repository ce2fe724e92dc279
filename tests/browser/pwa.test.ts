import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { akun } from '../../client/i18n/id/akun.ts';
import { bagikan } from '../../client/i18n/id/bagikan.ts';
import { beranda } from '../../client/i18n/id/guru.ts';
import { masuk } from '../../client/i18n/id/masuk.ts';
import { umum } from '../../client/i18n/id/umum.ts';
import { type Phone, startPhone } from './support/chromium.ts';
import { signIn } from './support/person.ts';
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

test('the manifest is read without an error and names id, shortcuts, share target and pictures', async () => {
  const session = await phone.context.newCDPSession(phone.page);
  const { errors, data } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data ?? '{}') as Record<string, unknown>;
  expect(Object.keys(manifest)).toEqual(
    expect.arrayContaining([
      'id',
      'scope',
      'icons',
      'shortcuts',
      'share_target',
      'screenshots',
      'theme_color',
    ]),
  );
  const purposes = (manifest['icons'] as { purpose?: string }[]).map(({ purpose }) => purpose);
  expect(purposes).toEqual(expect.arrayContaining(['maskable', 'monochrome']));
  expect((await session.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([]);
});

test('a first visit shows the door before any script has come, and takes no password that nobody would read', async () => {
  const baru = await startPhone();
  try {
    await baru.context.route('**/assets/*.js', () => undefined);
    await baru.page.goto(world.url, { waitUntil: 'commit' });
    const pintu = baru.page.locator('.pintu-awal');
    await pintu.getByRole('heading', { name: masuk.judul }).waitFor();
    expect(await pintu.textContent()).toContain(masuk.latihan);
    expect(await pintu.locator('input, button, a, form').count()).toBe(0);
    expect(await baru.page.locator('.muat').isVisible()).toBe(false);
    expect(await baru.page.locator('.muat-putus:visible').count()).toBe(0);
  } finally {
    await baru.close();
  }
  await phone.page.goto(world.url, { waitUntil: 'commit' });
  await phone.page.locator('main h2').first().waitFor();
  expect(await phone.page.locator('html').getAttribute('data-pintu')).toBeNull();
});

test('signing in on a slow line: the door stays, with a word, until the first screen is there', async () => {
  const baru = await startPhone();
  const { page } = baru;
  try {
    let lepas = (): void => undefined;
    const sinyal = new Promise<void>((resolve) => {
      lepas = resolve;
    });
    await baru.context.route('**/assets/siapkan-*.js', async (route) => {
      await sinyal;
      await route.continue();
    });
    await page.goto(`${world.url}/masuk`);
    await page.fill('#nip', world.anyGuru.nip);
    await page.fill('#sandi', world.anyGuru.sandi);
    await page.getByRole('button', { name: masuk.masuk, exact: true }).click();
    await page.getByText(masuk.mengunduh).waitFor();
    await page.getByRole('heading', { name: masuk.judul }).waitFor();
    lepas();
    await page.waitForURL(/\/siapkan$/);
    await page.getByRole('heading', { name: masuk.siapkan.judul }).waitFor();
  } finally {
    await baru.close();
  }
});

test('a first visit whose line breaks half-way says so, and goes on when there is a line again', async () => {
  const baru = await startPhone();
  try {
    await baru.context.route('**/assets/*.js', (route) => route.abort('internetdisconnected'));
    await baru.page.goto(world.url);
    const muatLagi = baru.page.locator('a.muat-putus');
    await muatLagi.waitFor();
    expect(await baru.page.locator('p.muat-putus').isVisible()).toBe(true);
    expect(await baru.page.locator('.pintu-awal').isVisible()).toBe(false);
    expect(await baru.page.locator('.muat-siap').isVisible()).toBe(false);
    await baru.context.unroute('**/assets/*.js');
    await muatLagi.click();
    await baru.page.locator('#nip').waitFor();
  } finally {
    await baru.close();
  }
});

test('every picture that the manifest names is there, in the size that it says', async () => {
  const manifest = (await (await fetch(`${world.url}/manifest.webmanifest`)).json()) as {
    icons: { src: string; sizes: string; type: string }[];
    screenshots: { src: string; sizes: string; type: string }[];
    shortcuts: { icons: { src: string; sizes: string; type: string }[] }[];
  };
  const pictures = [
    ...manifest.icons,
    ...manifest.screenshots,
    ...manifest.shortcuts.flatMap(({ icons }) => icons),
  ];
  for (const { src, sizes, type } of pictures.filter((picture) => picture.type === 'image/png')) {
    const bytes = Buffer.from(await (await fetch(world.url + src)).arrayBuffer());
    expect(`${src} ${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)} ${type}`).toBe(
      `${src} ${sizes} image/png`,
    );
  }
});

test('what another app shares is kept and offered to a form', async () => {
  await phone.page.goto(world.url);
  await phone.page.evaluate(() => {
    const form = document.createElement('form');
    Object.assign(form, {
      method: 'post',
      enctype: 'multipart/form-data',
      action: '/bagikan',
      id: 'dari-luar',
    });
    const input = Object.assign(document.createElement('input'), {
      type: 'file',
      name: 'foto',
      id: 'berkas-luar',
    });
    form.append(input);
    document.body.append(form);
  });
  await phone.page.setInputFiles(
    '#berkas-luar',
    join(import.meta.dirname, '../fixtures/foto/papan-tulis.jpg'),
  );
  await phone.page.evaluate(() => (document.getElementById('dari-luar') as HTMLFormElement).submit());
  await phone.page.waitForURL(/\/bagikan\?id=/);
  await phone.page.getByText(bagikan.baru).waitFor();
  // Not gone with a reload, before it has gone anywhere.
  await phone.page.reload();
  await phone.page.getByText(bagikan.baru).waitFor();
  // Closed, it waits at home.
  await phone.page.getByRole('link', { name: umum.aksi.tutup }).click();
  await phone.page.getByText(beranda.dibagikan(1)).click();
  await phone.page.waitForURL(/\/bagikan\?id=/);
  await phone.page.getByText(bagikan.baru).waitFor();
  // Nor with a door in between.
  const bagian = phone.page.url();
  await phone.page.goto(`${world.url}/akun`);
  await phone.page.getByRole('button', { name: akun.keluar, exact: true }).click();
  await phone.page.getByRole('dialog').getByRole('button', { name: akun.keluar, exact: true }).click();
  await phone.page.waitForURL(/\/masuk$/);
  await phone.page.goto(bagian);
  await phone.page.fill('#nip', world.anyGuru.nip);
  await phone.page.fill('#sandi', world.anyGuru.sandi);
  await phone.page.getByRole('button', { name: masuk.masuk, exact: true }).click();
  await phone.page.waitForURL(bagian);
  await phone.page.getByText(bagikan.baru).waitFor();
});

test('with the server dead but the network up the app opens and says so, never that all is sent', async () => {
  await phone.page.goto(world.url);
  await phone.page.locator('.strip').waitFor();
  await world.stop();
  await phone.page.goto(`${world.url}/kegiatan`);
  expect(await phone.page.evaluate(() => navigator.onLine)).toBe(true);
  await expect.poll(() => phone.page.locator('.strip').textContent()).toContain(umum.strip.serverDiam(0));
  await world.start();
  await phone.page.goto(world.url);
  await until('the server to be heard again', async () =>
    (await phone.page.locator('.strip').textContent())?.includes('Semua terkirim'),
  );
});
