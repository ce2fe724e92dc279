import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPhotoDirectory } from '../../server/files/index.ts';
import { type Phone, startPhone } from './support/chromium.ts';
import { aKegiatan, catatDi } from './support/kegiatan.ts';
import { signIn } from './support/person.ts';
import { onServer, photoBytes, rowsOnPhone, waiting } from './support/phone-db.ts';
import { aSlowLine, type SlowLine } from './support/slow-line.ts';
import { until } from './support/until.ts';
import { aWorld, type World } from './support/world.ts';

/** One bar of signal: 50 kbit/s, 0.8 s before anything comes, every tenth request lost. */
const ONE_BAR = { rate: 50_000 / 8, latency: 800, loss: 0.1 };
const HARI = [
  'Mengajar tematik kelas empat pagi',
  'Mengisi daftar hadir dan jurnal kelas',
  'Membimbing kelompok mengerjakan lembar kerja',
  'Rapat singkat dewan guru tentang ulangan',
];
const FOTO = 3;

/** A picture as rich in detail as a classroom: shrunk for 2G it still weighs some 30 KB. */
const aRichPhoto = async (page: Page, folder: string, name: string): Promise<string> => {
  const base64 = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 960 });
    const ink = canvas.getContext('2d');
    for (let i = 0; ink && i < 700; i += 1) {
      ink.fillStyle = `hsl(${Math.random() * 360} 60% ${20 + Math.random() * 60}%)`;
      ink.fillRect(Math.random() * 1280, Math.random() * 960, 30, 22);
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
  });
  const path = join(folder, `${name}.jpg`);
  writeFileSync(path, Buffer.from(base64, 'base64'));
  return path;
};

let world: World;
let line: SlowLine;
let phone: Phone;
const folder = mkdtempSync(join(tmpdir(), 'kinerja-foto-'));

beforeAll(async () => {
  world = await aWorld();
  line = await aSlowLine(world.url, 27);
  phone = await startPhone();
  await signIn(phone.page, line.url, world.anyGuru);
});
afterAll(async () => {
  await phone?.close();
  await line?.close();
  await world?.close();
  rmSync(folder, { recursive: true, force: true });
});

const wholePhotos = (): number =>
  world.rows<{ jumlah: number }>(
    "SELECT count(*) AS jumlah FROM photos WHERE state = 'utuh' AND owner = ?",
    world.anyGuru.id,
  )[0]?.jumlah ?? 0;

/** Bytes that the strip says are still to go; null where it names none. */
const sisa = async (): Promise<number | null> => {
  const text =
    (await phone.page
      .locator('.strip')
      .textContent()
      .catch(() => null)) ?? '';
  const found = /([\d.,]+) (KB|MB)/.exec(text);
  const number = Number(found?.[1]?.replace(/\./g, '').replace(',', '.'));
  return found ? number * (found[2] === 'MB' ? 1000 : 1) : null;
};

test('with one bar of signal a day of four entries and three photos arrives: text first, its bytes in sight, nothing twice', {
  timeout: 300_000,
}, async () => {
  const before = wholePhotos();
  line.be(ONE_BAR);
  line.passages.length = 0;
  await phone.context.setOffline(true);
  for (const [i, uraian] of HARI.entries()) {
    const foto = i < FOTO ? [await aRichPhoto(phone.page, folder, `foto-${i}`)] : [];
    const jam = { mulai: `0${i}:00`, selesai: `0${i}:20` };
    await catatDi(phone.page, line.url, aKegiatan(uraian, { ...jam, foto }));
  }
  expect(await waiting(phone.page, world.anyGuru)).toBe(4);
  await phone.context.setOffline(false);

  await until('the text', () => HARI.every((uraian) => onServer(world, uraian).length === 1), 90_000);
  expect(wholePhotos()).toBe(before);

  const seen: number[] = [];
  await until(
    'the photos',
    async () => {
      const left = await sisa();
      if (left !== null && left !== seen.at(-1)) seen.push(left);
      return wholePhotos() === before + FOTO;
    },
    200_000,
  );
  // What is left only ever becomes less, in steps that a person sees moving.
  expect(seen.length).toBeGreaterThan(5);
  expect(seen).toEqual([...seen].sort((a, b) => b - a));
  await until('nothing to wait', async () => (await waiting(phone.page, world.anyGuru)) === 0);

  for (const uraian of HARI) expect(onServer(world, uraian)).toEqual(['DIAJUKAN']);
  const files = createPhotoDirectory(join(world.dataDir, 'foto'));
  const rows = await rowsOnPhone<{ sha: string }>(phone.page, world.anyGuru, 'photos');
  expect(rows).toHaveLength(FOTO);
  for (const { sha } of rows) {
    const kept = Buffer.from((await files.read(world.anyGuru.id, sha)) ?? []);
    expect(kept.equals(await photoBytes(phone.page, world.anyGuru, sha))).toBe(true);
  }
  // The line was as bad as it is said to be.
  expect(line.passages.filter(({ fate }) => fate !== 'sampai').length).toBeGreaterThan(0);
});
