import { afterAll, beforeAll, expect, test } from 'vitest';
import { isi, mulai, periksaSkpKata, skp } from '../../client/i18n/id/skp.ts';
import { NILAI_BERAKHLAK } from '../../shared/domain/index.ts';
import { type Phone, startPhone } from './support/chromium.ts';
import { signIn } from './support/person.ts';
import { axeFindings, settled } from './support/screens.ts';
import { until } from './support/until.ts';
import { aWorld, type World } from './support/world.ts';

const TAHUN = 2027;
const CATATAN = 'Target jam tatap muka sebulan, bukan seminggu';

let world: World;
let guru: Phone;
let kepala: Phone;

beforeAll(async () => {
  world = await aWorld();
  [guru, kepala] = [await startPhone(), await startPhone()];
  await signIn(guru.page, world.url, world.anyGuru);
  await signIn(kepala.page, world.url, world.head);
});
afterAll(async () => {
  await guru?.close();
  await kepala?.close();
  await world?.close();
});

type Row = { readonly id: string; readonly tahap: string; readonly content: string };
const diServer = (tahun = TAHUN): Row[] =>
  world.rows<Row>(
    "SELECT id, json_extract(state, '$.tahap') tahap, content FROM records WHERE kind = 'skp' AND owner = ? AND json_extract(content, '$.tahun') = ?",
    world.anyGuru.id,
    tahun,
  );
const tahap = (wanted: string, tahun = TAHUN): Promise<true> =>
  until(`${wanted} on the server`, () => diServer(tahun).some((row) => row.tahap === wanted));

/** Until the colours of the other scheme are on the screen: half-way there they have no contrast. */
const painted = (page: Phone['page']): Promise<void> =>
  page.evaluate(async () => {
    for (let i = 0; i < 2; i++) await new Promise((done) => requestAnimationFrame(done));
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });

/** What axe finds, and how far the page is wider than 320 px, light and dark. */
const cacat = async ({ page }: Phone): Promise<string[]> => {
  await settled(page);
  const found: string[] = [];
  await page.setViewportSize({ width: 320, height: 640 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await painted(page);
    found.push(...(await axeFindings(page)));
  }
  const lebar = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (lebar > 0) found.push(`${lebar} px wider than the screen`);
  await page.setViewportSize({ width: 360, height: 740 });
  return found;
};

const ajukan = async (phone: Phone): Promise<void> => {
  await phone.page.getByRole('button', { name: isi.ajukan, exact: true }).click();
  await phone.page.getByRole('dialog').getByRole('button', { name: isi.ajukan, exact: true }).click();
};

/** Screens outside of the precache are fetched in a quiet moment: from then on they open without a network. */
const punya = async (phone: Phone, nama: string): Promise<void> => {
  // The first page of a new phone came before its worker did.
  await phone.page.goto(world.url);
  await until(`${nama} on the phone`, () =>
    phone.page.evaluate(async (part) => {
      const names = await caches.keys();
      const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return lists.flat().some(({ url }) => url.includes(`/assets/${part}-`));
    }, nama),
  );
};

test('a teacher plans a year without a network, from examples; what is wrong is said as she types', async () => {
  const { page, context } = guru;
  await punya(guru, 'skp');
  await context.setOffline(true);
  await page.goto(`${world.url}/skp?tahun=${TAHUN}`);
  expect(await cacat(guru)).toEqual([]);
  await page.getByRole('link', { name: skp.dariContoh }).click();
  for (const nomor of [0, 1]) await page.locator('.baris-centang input').nth(nomor).check();
  await page.getByRole('button', { name: mulai.pakai(2) }).click();
  await page.waitForURL(/\/skp\/isi\//);
  expect(await cacat(guru)).toEqual([]);
  await page.locator('.list-row', { hasText: 'Terlaksananya pembelajaran' }).click();
  await page.fill('#target-0', '0');
  await page.getByText('Target harus lebih dari nol').first().waitFor();
  await page.fill('#target-0', '24');
  expect(await cacat(guru)).toEqual([]);
  await page.reload();
  await page.locator('#rhk-kalimat').waitFor();
  await page.getByRole('button', { name: isi.selesai }).click();
  await page.locator('.list-row', { hasText: skp.perilaku }).click();
  await page.fill('#perilaku-0', `Menjadi teladan: ${NILAI_BERAKHLAK[0]?.nilai}`);
  expect(await cacat(guru)).toEqual([]);
  await page.getByRole('button', { name: isi.selesai }).click();
  await ajukan(guru);
  // Nobody is said to look at it before it has left the phone.
  await page.getByText(skp.menungguKirim).waitFor();
  expect(await page.locator('.status-pill').allTextContents()).toEqual([skp.diHp]);
  expect(await cacat(guru)).toEqual([]);
  expect(diServer()).toEqual([]);
  await context.setOffline(false);
  await tahap('DIAJUKAN');
  await page.locator('.status-pill', { hasText: skp.tahap.DIAJUKAN }).waitFor();
  await page.getByText(skp.menunggu).waitFor();
});

test('the head gives it back with a note on one RHK, she mends it, he approves, all of it offline first', async () => {
  await punya(kepala, 'penilai');
  await kepala.page.goto(`${world.url}/periksa/skp`);
  await kepala.page.locator('.list-row', { hasText: skp.judul(TAHUN) }).click();
  expect(await cacat(kepala)).toEqual([]);
  await kepala.context.setOffline(true);
  await kepala.page.getByRole('button', { name: periksaSkpKata.catatan(1) }).click();
  await kepala.page.getByLabel(periksaSkpKata.catatan(1)).fill(CATATAN);
  await kepala.page.getByRole('button', { name: periksaSkpKata.kembalikanDengan(1) }).click();
  await kepala.page.waitForURL(/\/periksa\/skp$/);
  expect(diServer().map((row) => row.tahap)).toEqual(['DIAJUKAN']);
  await kepala.context.setOffline(false);
  await tahap('DIKEMBALIKAN');

  await guru.page.goto(`${world.url}/skp?tahun=${TAHUN}`);
  await guru.page.getByText(CATATAN).waitFor();
  await guru.page.getByRole('button', { name: skp.perbaiki }).click();
  await guru.page.getByText(CATATAN).waitFor();
  await guru.page.locator('.list-row', { hasText: 'Terlaksananya pembelajaran' }).click();
  await guru.page.fill('#target-0', '96');
  await guru.page.getByRole('button', { name: isi.selesai }).click();
  await ajukan(guru);
  await tahap('DIAJUKAN');

  await kepala.page.goto(`${world.url}/periksa/skp`);
  await kepala.page.locator('.list-row', { hasText: skp.judul(TAHUN) }).click();
  await kepala.page.getByText(CATATAN).waitFor();
  await kepala.page.getByRole('button', { name: periksaSkpKata.setujui, exact: true }).click();
  await kepala.page
    .getByRole('dialog')
    .getByRole('button', { name: periksaSkpKata.setujui, exact: true })
    .click();
  await tahap('DISETUJUI');
  expect(JSON.parse(diServer()[0]?.content ?? '{}').rhk[0].indikator[0].target).toBe('96');
});

test('a change during the year is a version of its own: the old one holds until the new one is approved', async () => {
  const { page } = guru;
  await page.goto(`${world.url}/skp?tahun=${TAHUN}`);
  await page.getByRole('button', { name: skp.ajukanPerubahan }).click();
  await page.waitForURL(/\/skp\/isi\//);
  await page.locator('.list-row', { hasText: isi.dasar }).click();
  await page.fill('#skp-alasan', 'Tambahan tugas wali kelas');
  await page.getByRole('button', { name: isi.selesai }).click();
  await page.locator('.list-row', { hasText: 'Tersusunnya perangkat ajar' }).click();
  await page.getByRole('button', { name: isi.hapusRhk }).click();
  await ajukan(guru);
  await until('both on the server', () => diServer().length === 2);
  await page.locator('.status-pill', { hasText: skp.tahap.DISETUJUI }).waitFor();

  await kepala.page.goto(`${world.url}/periksa/skp`);
  await kepala.page.locator('.list-row', { hasText: skp.ubahan(TAHUN) }).click();
  await kepala.page.locator('.beda-hilang').waitFor();
  expect(await cacat(kepala)).toEqual([]);
  await kepala.page.getByRole('button', { name: periksaSkpKata.setujui, exact: true }).click();
  await kepala.page
    .getByRole('dialog')
    .getByRole('button', { name: periksaSkpKata.setujui, exact: true })
    .click();
  await until('both approved', () => diServer().every((row) => row.tahap === 'DISETUJUI'));
  await page.reload();
  await page.getByText(skp.versi).waitFor();
  expect(await page.locator('summary', { hasText: 'Tersusunnya perangkat ajar' }).count()).toBe(0);
});
