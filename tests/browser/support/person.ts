import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { catat } from '../../../client/i18n/id/guru.ts';
import { masuk } from '../../../client/i18n/id/masuk.ts';
import { umum } from '../../../client/i18n/id/umum.ts';
import type { Phone } from './chromium.ts';
import { until } from './until.ts';
import type { Warga } from './world.ts';

/** What a person types for one activity; the words of kegiatan.json. */
export type Ketikan = {
  readonly tanggal?: string;
  readonly mulai: string;
  readonly selesai: string;
  readonly uraian: string;
  readonly rhkKode: string | null;
  readonly volume: number;
  readonly satuan: string;
  readonly catatan: string;
  readonly foto?: readonly string[];
  readonly tautan?: readonly string[];
};

/** Signs in and waits until the shell is on the phone. */
export const masukPintu = async (
  page: Page,
  url: string,
  { nip, sandi }: Pick<Warga, 'nip' | 'sandi'>,
): Promise<void> => {
  await page.goto(`${url}/masuk`);
  await page.fill('#nip', nip);
  await page.fill('#sandi', sandi);
  await page.getByRole('button', { name: masuk.masuk, exact: true }).click();
  await page.getByText(masuk.siapkan.luringSiap).waitFor();
};

/** Signs in and waits until first data and shell are on the phone: from then on no network is needed. */
export const signIn = async (page: Page, url: string, warga: Pick<Warga, 'nip' | 'sandi'>): Promise<void> => {
  await masukPintu(page, url, warga);
  await page.getByText(/Sudah diunduh/).waitFor();
  await page.getByRole('link', { name: masuk.siapkan.lanjut }).click();
  await page.waitForURL(`${url}/`);
};

/** Chromium writes cookies each half minute, or once this many have changed. */
const WRITTEN_AFTER = 512;
const ON_ONE_SITE = 100;

/** Cookies that nobody reads; each holds its own name and site, so that none stands for another. */
const manyCookies = () =>
  Array.from({ length: WRITTEN_AFTER + 1 }, (_, i) => ({
    name: `c${i}`,
    value: '1',
    domain: `situs${Math.floor(i / ON_ONE_SITE)}.invalid`,
    path: '/',
    expires: Math.floor(Date.now() / 1000) + 3600,
  }));

/** Has Chromium write the session to disk, and waits until it has: a phone that dies then stays signed in. */
export const sessionOnDisk = async ({ profile, context }: Phone): Promise<void> => {
  await context.addCookies(manyCookies());
  const written = (): boolean => {
    const file = ['Default/Cookies', 'Default/Network/Cookies']
      .map((name) => join(profile, name))
      .find((path) => existsSync(path));
    if (!file) return false;
    let database: Database.Database | undefined;
    try {
      database = new Database(file, { readonly: true });
      return database.prepare("SELECT 1 FROM cookies WHERE name = '__Host-sesi'").all().length > 0;
    } catch {
      return false;
    } finally {
      database?.close();
    }
  };
  await until('the session on disk', written, 60_000);
};

/** The option of the rencana aksi list for an RHK, or the first there is. */
const pilihRencana = async (page: Page, rhk: string | null): Promise<string> => {
  const values = await page
    .locator('#bidang-rencana option')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  const wanted =
    values.find((value) => rhk !== null && value.startsWith(`${rhk}|`)) ??
    values.find((value) => value !== '');
  if (wanted) await page.selectOption('#bidang-rencana', wanted);
  return wanted ?? '';
};

/** Fills in the form that is open, field by field as a person does; gives the rencana aksi that was chosen. */
export const isi = async (page: Page, ketikan: Ketikan): Promise<string> => {
  await page.locator('#bidang-rencana optgroup option').first().waitFor({ state: 'attached' });
  const rencana = await pilihRencana(page, ketikan.rhkKode);
  await page.fill('#bidang-uraian', ketikan.uraian);
  if (ketikan.tanggal) await page.fill('#bidang-tanggal', ketikan.tanggal);
  await page.fill('#bidang-mulai', ketikan.mulai);
  await page.fill('#bidang-selesai', ketikan.selesai);
  await page.fill('#bidang-realisasi', String(ketikan.volume));
  await page.fill('#bidang-satuan', ketikan.satuan);
  const { catatan, tautan = [] } = ketikan;
  if (catatan || tautan.length > 0) {
    if (!(await page.locator('#bidang-catatan').isVisible())) await page.getByText(catat.lainnya).click();
    await page.fill('#bidang-catatan', catatan);
    if (tautan[0]) await page.fill('#bidang-tautan', tautan[0]);
  }
  for (const [i, path] of (ketikan.foto ?? []).entries()) {
    await page.getByLabel(catat.galeri).setInputFiles(path);
    await page.locator('.photo-grid img').nth(i).waitFor();
  }
  return rencana;
};

/** Taps Simpan, agrees where the app asks "Simpan tetap?", and waits for the word that it is stored. */
export const simpan = async (page: Page): Promise<void> => {
  const form = page.url();
  await page.getByRole('button', { name: catat.simpan, exact: true }).click();
  const tetap = page.getByRole('button', { name: catat.simpanTetap });
  await until('the form to be saved', async () => {
    if (await tetap.isVisible()) await tetap.click().catch(() => undefined);
    return page.url() !== form;
  }).catch(async (error: Error) => {
    throw new Error(`${error.message}; the screen says: ${await page.locator('body').textContent()}`);
  });
  await page.locator('.snackbar', { hasText: umum.snackbar.tersimpan }).waitFor();
};

/** Records one activity from the home screen. */
export const catatKegiatan = async (page: Page, ketikan: Ketikan): Promise<string> => {
  await page.getByRole('link', { name: umum.nav.catat, exact: true }).click();
  await page.waitForURL(/\/catat\/draf-/);
  const rencana = await isi(page, ketikan);
  await simpan(page);
  return rencana;
};
