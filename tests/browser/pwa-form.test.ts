import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { akun } from '../../client/i18n/id/akun.ts';
import { beranda, catat } from '../../client/i18n/id/guru.ts';
import { kamera } from '../../client/i18n/id/pola-kamera.ts';
import { umum } from '../../client/i18n/id/umum.ts';
import { jenisHari, tambahHari, tanggalPada } from '../../shared/domain/index.ts';
import type { Satker } from '../../shared/records/index.ts';
import { type Phone, startPhone } from './support/chromium.ts';
import { aKegiatan, bukaForm } from './support/kegiatan.ts';
import { signIn, simpan } from './support/person.ts';
import { photoBytes, rowsOnPhone, waiting } from './support/phone-db.ts';
import { axeFindings, settled } from './support/screens.ts';
import { until } from './support/until.ts';
import { kini } from './support/waktu.ts';
import { aWorld, type World } from './support/world.ts';

const BANGUN = join(import.meta.dirname, '../../dist/client');
const FOTO = join(import.meta.dirname, '../fixtures/foto/papan-tulis.jpg');

let world: World;
let phone: Phone;
let staticDir: string;

beforeAll(async () => {
  staticDir = mkdtempSync(join(tmpdir(), 'kinerja-klien-'));
  cpSync(BANGUN, staticDir, { recursive: true });
  world = await aWorld({ staticDir });
  phone = await startPhone();
  await signIn(phone.page, world.url, world.anyGuru);
});
afterAll(async () => {
  await phone?.close();
  await world?.close();
  rmSync(staticDir, { recursive: true, force: true });
});

/** A phone with a finger instead of a mouse. */
const touch = async (): Promise<void> => {
  const session = await phone.context.newCDPSession(phone.page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
};

/** The page's renderer dies, as when a phone short of memory ends it; a new page takes its place. */
const crash = async (): Promise<Phone['page']> => {
  const dead = phone.page;
  const session = await phone.context.newCDPSession(dead);
  void session.send('Page.crash').catch(() => undefined);
  await new Promise((resolve) => dead.once('crash', resolve));
  const page = await phone.context.newPage();
  await page.setViewportSize({ width: 360, height: 740 });
  void dead.close().catch(() => undefined);
  phone = { ...phone, page };
  return page;
};

test('the phone ends the page behind its camera: the draft is back with its words, and the second time with another camera', async () => {
  const uraian = 'Praktik menanam kacang hijau di kelas lima';
  await touch();
  await bukaForm(phone.page, world.url, aKegiatan(uraian));
  const open = async (): Promise<void> => {
    const chooser = phone.page.waitForEvent('filechooser');
    await Promise.all([chooser, phone.page.locator('.foto-tombol label.tonal').click()]);
  };
  await open();
  await (await crash()).goto(world.url);
  await phone.page.waitForURL(/\/catat\/draf-/);
  await phone.page.getByText(catat.pulihSatu).waitFor();
  expect(await phone.page.inputValue('#bidang-uraian')).toBe(uraian);

  await touch();
  await phone.page.reload();
  await open();
  await (await crash()).goto(world.url);
  await phone.page.getByText(catat.pulihDua).waitFor();
  expect(await phone.page.inputValue('#bidang-uraian')).toBe(uraian);
  await phone.page.getByRole('button', { name: catat.kameraAplikasi }).click();
  await phone.page.getByRole('dialog', { name: kamera.judul }).waitFor();
  await phone.page.getByRole('button', { name: kamera.tutup }).click();
});

test('the camera inside the app gives a small photo that tells nothing but its picture', async () => {
  await bukaForm(phone.page, world.url, aKegiatan('Foto dari kamera di dalam aplikasi'));
  await phone.page.getByRole('button', { name: catat.kamera, exact: true }).click();
  await phone.page.getByRole('button', { name: kamera.rana }).click();
  await phone.page.getByRole('button', { name: kamera.selesai, exact: true }).click();
  await phone.page.locator('.photo-grid img').first().waitFor();
  const photos = await rowsOnPhone<{ sha: string; size: number; mime: string }>(
    phone.page,
    world.anyGuru,
    'photos',
  );
  const fresh = photos.find((photo) => (photo as { status?: string }).status === 'draf');
  expect(fresh?.mime).toMatch(/^image\/(webp|jpeg)$/);
  expect(fresh?.size).toBeLessThanOrEqual(125 * 1024);
  const bytes = await photoBytes(phone.page, world.anyGuru, fresh?.sha ?? '');
  expect(bytes.byteLength).toBe(fresh?.size);
  expect(bytes.includes('Exif')).toBe(false);
  await simpan(phone.page);
});

/** What a deployment does: another index.html, and a worker that knows it. */
const deploy = async (): Promise<void> => {
  await world.stop();
  for (const name of readdirSync(staticDir))
    if (/^(sw\.js|index\.html)\.(br|gz)$/.test(name)) rmSync(join(staticDir, name));
  appendFileSync(join(staticDir, 'index.html'), '<!-- versi berikut -->');
  const worker = readFileSync(join(staticDir, 'sw.js'), 'utf8');
  const next = worker.replace(/(revision:"|"revision":")[0-9a-f]+/, '$10123456789abcdef');
  expect(next).not.toBe(worker);
  writeFileSync(join(staticDir, 'sw.js'), `${next}\n// versi berikut`);
  await world.start();
};

test('a new version waits while a form is open, is offered afterwards, and costs no letter of the draft', async () => {
  const uraian = 'Draf yang belum selesai ketika versi baru tiba';
  await bukaForm(phone.page, world.url, aKegiatan(uraian));
  await phone.page.evaluate(() => Object.assign(globalThis, { versiLama: true }));
  await deploy();
  // Looked for again until it is there, as the app does whenever it comes to the front: one look may meet a busy service.
  await until('the new version to wait', () =>
    phone.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      if (!registration?.waiting && !registration?.installing) await registration?.update().catch(() => null);
      return Boolean(registration?.waiting);
    }),
  );
  const banner = phone.page.getByText(umum.perbarui.siap);
  expect(await banner.isVisible()).toBe(false);
  expect(await phone.page.inputValue('#bidang-uraian')).toBe(uraian);

  await phone.page.getByRole('button', { name: umum.aksi.kembali, exact: true }).click();
  await banner.waitFor();
  await phone.page.getByRole('button', { name: umum.aksi.perbarui, exact: true }).click();
  await until('the reload into the new version', () =>
    phone.page
      .evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return !('versiLama' in globalThis) && registration !== undefined && !registration.waiting;
      })
      .catch(() => false),
  );
  expect(
    await phone.page.evaluate(async () => (await (await fetch('/')).text()).includes('versi berikut')),
  ).toBe(true);
  await phone.page.getByRole('link', { name: beranda.drafTersisa(uraian) }).click();
  await phone.page.waitForURL(/\/catat\/draf-/);
  expect(await phone.page.inputValue('#bidang-uraian')).toBe(uraian);
  await simpan(phone.page);
});

const LAYAR = [
  '/',
  '/catat',
  '/catat/banyak',
  '/salin',
  '/kegiatan',
  '/kegiatan/kalender',
  '/antrean',
  '/pola',
];
const LAYAR_LAIN = ['/skp', '/akun', '/akun/penyimpanan', '/akun/penyimpanan?ambil', '/bantuan', '/umpan'];

test('with the phone’s text at 200 % nothing scrolls sideways at 320 px and no button is cut off', async () => {
  const session = await phone.context.newCDPSession(phone.page);
  await phone.page.setViewportSize({ width: 320, height: 640 });
  await session.send('Emulation.setEmulatedOSTextScale', { scale: 2 });
  const findings: string[] = [];
  for (const path of [...LAYAR, ...LAYAR_LAIN]) {
    await phone.page.goto(world.url + path);
    await settled(phone.page);
    const found = await phone.page.evaluate(() => {
      const root = document.documentElement;
      const cut = [...document.querySelectorAll<HTMLElement>('button, a.button, label.button')].filter(
        (button) => button.offsetParent !== null && button.scrollWidth > button.clientWidth + 1,
      );
      return {
        size: getComputedStyle(root).fontSize,
        wide: root.scrollWidth - innerWidth,
        cut: cut.map((button) => `${button.textContent} (${button.className})`),
      };
    });
    expect(found.size).toBe('32px');
    if (found.wide > 0) findings.push(`${path}: ${found.wide} px wider than the screen`);
    findings.push(...found.cut.map((button) => `${path}: ${button} is cut off`));
  }
  expect(findings).toEqual([]);
  await session.send('Emulation.setEmulatedOSTextScale', { scale: 1 });
  await session.detach();
  await phone.page.setViewportSize({ width: 360, height: 740 });
});

test('whoever makes the text larger finds the button where it was, and smaller again', async () => {
  const { page } = phone;
  await page.goto(`${world.url}/akun`);
  await settled(page);
  for (const name of [akun.besarkan, akun.kecilkan]) {
    const button = page.getByRole('button', { name });
    await button.scrollIntoViewIfNeeded();
    for (let kali = 0; kali < 3; kali += 1) {
      const before = await button.boundingBox();
      await button.click();
      const after = await button.boundingBox();
      expect(Math.abs((after?.y ?? 0) - (before?.y ?? 1000))).toBeLessThan(24);
    }
  }
});

test('at 180 px the form’s title keeps its words whole and fields are in sight; a phone that lies down keeps its height', async () => {
  const { page } = phone;
  await page.setViewportSize({ width: 180, height: 370 });
  await page.goto(`${world.url}/catat`);
  await settled(page);
  const small = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth - innerWidth,
    title: document.querySelector('h1')?.getBoundingClientRect().height ?? 0,
    field: document.querySelector('#bidang-rencana')?.getBoundingClientRect().top ?? 1000,
  }));
  expect(small.wide).toBeLessThanOrEqual(0);
  expect(small.title).toBeLessThan(60);
  expect(small.field).toBeLessThan(370);
  await page.setViewportSize({ width: 640, height: 360 });
  await page.goto(`${world.url}/kegiatan`);
  await settled(page);
  const nav = await page.locator('.nav-bar').boundingBox();
  expect(nav?.width).toBeLessThan(120);
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.segmented', '.cari', '.deret-chip', '.nav-bar'])
    expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 360, height: 740 });
});

test('with forced colours and reduced motion axe finds nothing', async () => {
  const findings: string[] = [];
  await phone.page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  for (const path of LAYAR) {
    await phone.page.goto(world.url + path);
    await settled(phone.page);
    findings.push(...(await axeFindings(phone.page)).map((finding) => `${path}: ${finding}`));
  }
  expect(findings).toEqual([]);
  await phone.page.emulateMedia({ forcedColors: null, reducedMotion: null });
});

/** The latest day, today or before, on which nobody is asked whether it is a working day. */
const hariKerja = (): string => {
  const [row] = world.rows<{ content: string }>("SELECT content FROM records WHERE kind = 'satker'");
  const satker = JSON.parse(row?.content ?? '{}') as Satker;
  let tanggal = tanggalPada(kini(), satker.zona);
  while (jenisHari(tanggal, satker).jenis !== 'kerja') tanggal = tambahHari(tanggal, -1);
  return tanggal;
};

test('a photo of the lesson is recorded in four taps, without network: Catat, shutter, accept, Simpan', async () => {
  await phone.close();
  phone = await startPhone();
  await signIn(phone.page, world.url, world.anyGuru);
  await touch();
  await phone.page.clock.setFixedTime(new Date(`${hariKerja()}T12:40:00+07:00`));
  await phone.page.goto(world.url);
  await phone.page.locator('main:not([aria-busy=true])').waitFor();
  await phone.context.setOffline(true);
  let taps = 0;
  const tap = async (target: ReturnType<Phone['page']['locator']>): Promise<void> => {
    taps += 1;
    await target.click();
  };
  const rows = await phone.page.locator('.baris-entri').count();
  const chooser = phone.page.waitForEvent('filechooser');
  await tap(phone.page.locator('label.nav-utama'));
  taps += 2; // Shutter and accept belong to the phone's own camera.
  await (await chooser).setFiles(FOTO);
  await phone.page.locator('.photo-grid img').first().waitFor();
  await tap(phone.page.getByRole('button', { name: catat.simpan, exact: true }));
  await phone.page.locator('.snackbar', { hasText: umum.snackbar.tersimpan }).waitFor();
  await until('one row more', async () => (await phone.page.locator('.baris-entri').count()) === rows + 1);
  expect(await waiting(phone.page, world.anyGuru)).toBe(1);
  expect(taps).toBe(4);
  await phone.context.setOffline(false);
});
