import { afterAll, beforeAll, expect, test } from 'vitest';
import { akses } from '../../client/i18n/id/akses.ts';
import { bukti } from '../../client/i18n/id/bukti.ts';
import { kunciSandi } from '../../client/i18n/id/kunci-sandi.ts';
import { masalahKantor } from '../../client/i18n/id/masalah-kantor.ts';
import { sekolah as words } from '../../client/i18n/id/sekolah.ts';
import { umum } from '../../client/i18n/id/umum.ts';
import { tambahAdmin } from '../../server/operations/admin.ts';
import { type Phone, startPhone } from './support/chromium.ts';
import { aKegiatan, catatDi } from './support/kegiatan.ts';
import { signIn } from './support/person.ts';
import { onServer } from './support/phone-db.ts';
import { bukaRuang } from './support/ruang.ts';
import { axeFindings } from './support/screens.ts';
import { until } from './support/until.ts';
import { kini } from './support/waktu.ts';
import { aWorld, type World } from './support/world.ts';

const MENIT = 60_000;
const NPSN = '69593332';

let world: World;
let phone: Phone;
/** A passkey is bound to a host name, and an address of numbers is none. */
let url: string;
/** How far the service's clock has gone on beside the tests', ms. */
let lewat = 0;

/** A teacher who keeps the accounts of her school as well. */
beforeAll(async () => {
  world = await aWorld({ clock: () => kini() + lewat });
  await world.stop();
  const rooms = await bukaRuang(world);
  const made = await tambahAdmin(rooms, { nip: world.anyGuru.nip, npsn: NPSN });
  if (!made.ok) throw new Error(made.kalimat);
  await rooms.store.close();
  await world.start();
  url = world.url.replace('127.0.0.1', 'localhost');
  phone = await startPhone();
});
afterAll(async () => {
  await phone?.close();
  await world?.close();
});

test('a teacher whose time as an admin is over records and sends as ever, and proves who she is where she stood', async () => {
  const { page, context } = phone;
  await signIn(page, url, world.anyGuru);
  const tanya = page.getByRole('dialog', { name: bukti.judul });

  lewat = 31 * MENIT;
  await page.goto(`${url}/sekolah`);
  await tanya.getByText(bukti.isi.sesi_admin).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  // She has no passkey yet: none is offered.
  expect(await tanya.getByRole('button', { name: bukti.kunci }).count()).toBe(0);
  await tanya.getByRole('button', { name: umum.aksi.batal, exact: true }).click();
  await page.getByText(masalahKantor.sesi_admin()).waitFor();

  const uraian = 'Menyiapkan lembar kerja saat sesi admin berakhir';
  await context.setOffline(true);
  await catatDi(page, url, aKegiatan(uraian, { mulai: '02:00', selesai: '02:10' }));
  await context.setOffline(false);
  await until('the entry on the server', () => onServer(world, uraian).length === 1);

  await page.goto(`${url}/sekolah`);
  await tanya.getByLabel(bukti.sandi).fill('bukan-sandi-saya-ini');
  await page.keyboard.press('Enter');
  await tanya.locator('#bukti-sandi[aria-invalid="true"]').waitFor();
  await tanya.getByLabel(bukti.sandi).fill(world.anyGuru.sandi);
  await page.keyboard.press('Enter');
  await page.getByLabel(words.bidang.telepon).waitFor();
  expect(new URL(page.url()).pathname).toBe('/sekolah');
  expect(await tanya.count()).toBe(0);
});

test('saving for everybody asks once more, a passkey is enough, and what was typed is saved; ten minutes it asks no more', async () => {
  const { page, context } = phone;
  const cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  await page.goto(`${url}/akun/kunci-sandi`);
  await page.fill('#kunci-nama', 'HP saya');
  await page.fill('#kunci-sandi', world.anyGuru.sandi);
  await page.getByRole('button', { name: kunciSandi.tambah }).click();
  await page.getByText(kunciSandi.ditambah('HP saya')).waitFor();

  await page.goto(`${url}/sekolah`);
  const telepon = page.getByLabel(words.bidang.telepon);
  const simpan = page.getByRole('button', { name: umum.aksi.simpan, exact: true });
  await telepon.fill('0274 000111');
  lewat += 11 * MENIT;
  await simpan.click();
  const tanya = page.getByRole('dialog', { name: bukti.judul });
  await tanya.getByText(bukti.isi.bukti_diri).waitFor();
  await tanya.getByRole('button', { name: umum.aksi.batal, exact: true }).click();
  await page.getByRole('alert').getByText(masalahKantor.bukti_diri()).waitFor();
  expect(await telepon.inputValue()).toBe('0274 000111');

  await simpan.click();
  await tanya.getByRole('button', { name: bukti.kunci }).click();
  await page.getByText(words.tersimpan).waitFor();
  expect(await tanya.count()).toBe(0);
  lewat += 9 * MENIT;
  await telepon.fill('0274 000222');
  await simpan.click();
  await until('the second number', () =>
    world
      .rows<{ isi: string }>("SELECT content AS isi FROM records WHERE kind = 'satker'")
      .some(({ isi }) => isi.includes('0274 000222')),
  );
  expect(await tanya.count()).toBe(0);
});

test('the phone’s way back closes the question on top, and leaves the one beneath it and the page', async () => {
  const { page } = phone;
  // A step within the app: there is one to go back.
  await page.goto(`${url}/akun`);
  await page.getByRole('link', { name: akses.judul }).click();
  const orang = page.locator('.akses-orang').filter({ hasNotText: world.anyGuru.nama }).first();
  await orang.locator('summary').click();
  await orang.getByRole('button', { name: akses.terbitkan, exact: true }).click();
  lewat += 11 * MENIT;
  const ya = page.getByRole('button', { name: akses.tanya.terbitkan.ya, exact: true });
  await ya.click();
  const tanya = page.getByRole('dialog', { name: bukti.judul });
  await tanya.waitFor();
  await page.evaluate(() => history.back());
  await page.getByRole('alert').getByText(masalahKantor.bukti_diri()).waitFor();
  expect(await tanya.count()).toBe(0);
  expect(await ya.isVisible()).toBe(true);
  expect(new URL(page.url()).pathname).toBe('/akses');
});
