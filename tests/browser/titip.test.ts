import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { antrean } from '../../client/i18n/id/antrean.ts';
import { titip } from '../../client/i18n/id/titip.ts';
import { createPhotoDirectory } from '../../server/files/index.ts';
import { type Phone, startPhone } from './support/chromium.ts';
import { aKegiatan, catatDi } from './support/kegiatan.ts';
import { signIn } from './support/person.ts';
import { onServer, photoBytes, rowsOnPhone, waiting } from './support/phone-db.ts';
import { axeFindings, settled } from './support/screens.ts';
import { until } from './support/until.ts';
import { aWorld, type Warga, type World } from './support/world.ts';

const LAIN = '198807292023212001';
const FOTO = join(import.meta.dirname, '../fixtures/foto/papan-tulis.jpg');

let world: World;
let [pemilik, teman]: Phone[] = [];
let [guru, lain]: Warga[] = [];
const kartu = mkdtempSync(join(tmpdir(), 'kinerja-kartu-'));

beforeAll(async () => {
  world = await aWorld();
  [guru, lain] = [world.anyGuru, world.guru(LAIN)];
  [pemilik, teman] = [await startPhone(), await startPhone()];
  await signIn(pemilik.page, world.url, guru);
  await signIn(teman.page, world.url, lain);
  await until('the key for carried files on her phone', () => knowsKey(pemilik!.page, guru!));
});
afterAll(async () => {
  await pemilik?.close();
  await teman?.close();
  await world?.close();
  rmSync(kartu, { recursive: true, force: true });
});

const knowsKey = (page: Page, { id }: Warga): Promise<boolean> =>
  page.evaluate(async (account) => {
    const open = indexedDB.open(`kinerja-${account}`);
    const db = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const get = db.transaction('meta').objectStore('meta').get('kunciServer');
    await new Promise((resolve) => {
      get.onsuccess = resolve;
    });
    db.close();
    return get.result !== undefined;
  }, id);

/** Taps a button that hands out a file, and lays the file on the memory card. */
const simpanBerkas = async (page: Page, name: string): Promise<string> => {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const download = await coming;
  const path = join(kartu, download.suggestedFilename());
  await download.saveAs(path);
  return path;
};

const bukaBerkas = async (page: Page, path: string): Promise<void> => {
  await page.goto(`${world.url}/titipan`);
  await settled(page);
  await page.getByLabel(titip.buka).setInputFiles(path);
};

const baris = (page: Page) => page.locator('.baris-antrean', { hasText: guru!.nama });

test('an entry and its photo travel by hand: sealed on a phone without network, carried by a colleague, and the receipt settles it without network', {
  timeout: 180_000,
}, async () => {
  const [a, b] = [pemilik!.page, teman!.page];
  const uraian = 'Membimbing siswa menanam bibit di kebun sekolah';
  await pemilik!.context.setOffline(true);
  await teman!.context.setOffline(true);
  await catatDi(a, world.url, aKegiatan(uraian, { foto: [FOTO] }));

  await a.goto(`${world.url}/antrean`);
  await a
    .getByText(/^1 isian · 1 foto · /)
    .first()
    .waitFor();
  await a.getByRole('button', { name: titip.siapkan }).click();
  await a.getByText(titip.siap(1)).waitFor();
  expect(await axeFindings(a)).toEqual([]);
  expect(await a.getByText(/^Dititipkan /).count()).toBe(0);
  const berkas = await simpanBerkas(a, titip.simpan);
  expect(berkas).toMatch(/titipan-[a-z-]+-\d{4}-\d\d-\d\d-1-dari-1\.txt$/);
  await a.getByText(/^Dititipkan /).waitFor();
  expect(readFileSync(berkas).includes(guru!.nama)).toBe(true);
  expect(readFileSync(berkas).includes('kebun sekolah')).toBe(false);
  expect(await waiting(a, guru!)).toBe(1);

  await bukaBerkas(b, berkas);
  await baris(b).getByText(titip.menunggu).waitFor();
  await baris(b).getByText('1 isian · 1 foto').waitFor();
  expect(await b.locator('body').textContent()).not.toContain('kebun');
  expect(onServer(world, uraian)).toEqual([]);

  // Her phone stays where it is; the colleague's comes to the network.
  await teman!.context.setOffline(false);
  await baris(b).getByText(titip.terkirim, { exact: true }).waitFor();
  expect(onServer(world, uraian)).toEqual(['DIAJUKAN']);
  const [foto] = await rowsOnPhone<{ sha: string }>(a, guru!, 'photos');
  const kept = await createPhotoDirectory(join(world.dataDir, 'foto')).read(guru!.id, foto?.sha ?? '');
  expect(Buffer.from(kept ?? []).equals(await photoBytes(a, guru!, foto?.sha ?? ''))).toBe(true);
  expect(await axeFindings(b)).toEqual([]);

  const bukti = await simpanBerkas(b, titip.bawaBukti);
  await bukaBerkas(a, bukti);
  await a.getByText(titip.buktiCocok(1)).waitFor();
  expect(await waiting(a, guru!)).toBe(0);
  await a.goto(`${world.url}/antrean`);
  await a
    .getByText(/^Semua terkirim/)
    .first()
    .waitFor();
  expect(await a.getByRole('button', { name: titip.siapkan }).count()).toBe(0);

  await pemilik!.context.setOffline(false);
  await a.getByRole('button', { name: antrean.kirimSekarang }).click();
  await a.getByText(antrean.jawaban.kosong).waitFor();
  expect(onServer(world, uraian)).toEqual(['DIAJUKAN']);
});

test('where the browser can share files, they are handed to another app; shared into this one, they are taken in', async () => {
  const [a, b] = [pemilik!.page, teman!.page];
  await pemilik!.context.setOffline(true);
  await teman!.context.setOffline(true);
  await a.addInitScript(() => {
    const dibagi: File[] = [];
    Object.assign(window, { dibagi });
    Object.assign(navigator, {
      canShare: () => true,
      share: async ({ files }: { files: File[] }) => void dibagi.push(...files),
    });
  });
  await catatDi(
    a,
    world.url,
    aKegiatan('Menyusun soal ulangan harian kelas lima', { mulai: '04:30', selesai: '04:50' }),
  );
  await a.goto(`${world.url}/antrean`);
  await a.getByRole('button', { name: titip.siapkan }).click();
  await a.getByRole('button', { name: titip.bagikan }).click();
  const dibagi = await a.evaluate(async () =>
    Promise.all(
      (window as unknown as { dibagi: File[] }).dibagi.map(async (file) => ({
        name: file.name,
        mimeType: file.type,
        bytes: [...new Uint8Array(await file.arrayBuffer())],
      })),
    ),
  );
  expect(dibagi).toMatchObject([{ mimeType: 'text/plain' }]);

  await b.goto(`${world.url}/bantuan`);
  await b.evaluate(() => {
    const form = Object.assign(document.createElement('form'), {
      method: 'post',
      enctype: 'multipart/form-data',
      action: '/bagikan',
      id: 'dari-luar',
    });
    form.append(
      Object.assign(document.createElement('input'), { type: 'file', name: 'titipan', id: 'berkas-luar' }),
    );
    document.body.append(form);
  });
  const [file] = dibagi;
  await b.setInputFiles('#berkas-luar', { ...file!, buffer: Buffer.from(file!.bytes) });
  await b.evaluate(() => (document.getElementById('dari-luar') as HTMLFormElement).submit());
  await b.waitForURL(`${world.url}/titipan`);
  await baris(b).getByText(titip.menunggu).waitFor();
});
