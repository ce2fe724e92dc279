import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hariTanggalPendek } from '../../client/i18n/format.ts';
import { detail } from '../../client/i18n/id/guru.ts';
import { penilai } from '../../client/i18n/id/penilai.ts';
import { status, umum } from '../../client/i18n/id/umum.ts';
import { createPhotoDirectory } from '../../server/files/index.ts';
import { compareWithLedger, verifyLedger } from '../../server/ledger/index.ts';
import { openSqliteStore } from '../../server/store/index.ts';
import type { Entri } from '../../shared/records/index.ts';
import { LAPTOP, type Phone, startPhone } from './support/chromium.ts';
import { catatKegiatan, isi, type Ketikan, sessionOnDisk, signIn, simpan } from './support/person.ts';
import { until } from './support/until.ts';
import { hariIni } from './support/waktu.ts';
import { aWorld, type World } from './support/world.ts';

const GURU = '196705301994012001';
const SHARD = 'sek:69593332';
const here = (path: string): string => join(import.meta.dirname, '../fixtures', path);

/** Ten activities of kegiatan.json as she typed them, slips and emoji included; recorded for today. */
const PILIHAN = [194, 416, 110, 121, 55, 57, 303, 118, 422, 168];
const kegiatan = JSON.parse(readFileSync(here('data/kegiatan.json'), 'utf8')) as Ketikan[];
const ketikan: Ketikan[] = PILIHAN.map((index, i) => ({
  ...(kegiatan[index] as Ketikan),
  tanggal: hariIni,
  ...(i === 2
    ? { foto: [here('foto/papan-tulis.jpg')] }
    : i === 6
      ? { foto: [here('foto/daftar-hadir.jpg')] }
      : i === 4
        ? { tautan: ['https://drive.google.com/file/d/1Ab-daftar_hadir?usp=sharing&kelas=5A'] }
        : {}),
}));
const DIKEMBALIKAN = 3;
const PERBAIKAN = `${ketikan[DIKEMBALIKAN]?.uraian} Daftar hadir dilampirkan di map biru.`;

let world: World;
let phone: Phone;
let laptop: Phone;

beforeAll(async () => {
  world = await aWorld();
  phone = await startPhone();
});
afterAll(async () => {
  await phone?.close();
  await laptop?.close();
  await world?.close();
});

type Stored = { id: string; content: Entri; tahap: string };

/** Her entries of today as the service keeps them. */
const diServer = (): Stored[] =>
  world
    .rows<{ id: string; body: string; state: string }>(
      "SELECT id, content AS body, state FROM records WHERE shard = ? AND kind = 'entri' AND owner = ? AND deleted = 0",
      SHARD,
      world.guru(GURU).id,
    )
    .map(({ id, body, state }) => ({
      id,
      content: JSON.parse(body) as Entri,
      tahap: (JSON.parse(state) as { tahap: string }).tahap,
    }))
    .filter(
      ({ content }) =>
        ketikan.some(({ uraian }) => content.uraian === uraian) || content.uraian === PERBAIKAN,
    )
    .filter(({ content }) => content.tanggal === hariIni);

const strip = () => phone.page.locator('.strip');

/** The row of what she recorded today: a school does the same on other days too. */
const barisHariIni = (uraian: string) =>
  laptop.page
    .locator('.periksa-baris', { hasText: uraian.slice(0, 30) })
    .filter({ hasText: hariTanggalPendek(hariIni) });

/** What the phone's own database holds of its photos: the very bytes that it made. */
const fotoDiHp = (): Promise<{ sha: string; hex: string }[]> =>
  phone.page.evaluate(async (account) => {
    const open = indexedDB.open(`kinerja-${account}`);
    const db = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const all = db.transaction('bytes').objectStore('bytes').getAll();
    const rows = await new Promise<{ sha: string; bytes: ArrayBuffer }[]>((resolve) => {
      all.onsuccess = () => resolve(all.result as { sha: string; bytes: ArrayBuffer }[]);
    });
    db.close();
    return rows.map(({ sha, bytes }) => ({
      sha,
      hex: [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    }));
  }, world.guru(GURU).id);

const setujui = async (uraian: string): Promise<void> => {
  await barisHariIni(uraian).locator('button').click();
  await laptop.page.locator('.periksa-isi h2', { hasText: uraian.slice(0, 30) }).waitFor();
  await laptop.page.getByRole('button', { name: penilai.periksa.setujui, exact: true }).click();
  await barisHariIni(uraian).waitFor({ state: 'detached' });
};

test('a day in the village: recorded without network or server, delivered by itself, answered, corrected, and equal to the byte', {
  timeout: 240_000,
}, async () => {
  const guru = world.guru(GURU);
  await signIn(phone.page, world.url, guru);
  await sessionOnDisk(phone);

  // Network and server both gone; the phone dies and is started cold.
  await world.stop();
  await phone.kill();
  phone = await startPhone({ profile: phone.profile });
  await phone.context.setOffline(true);
  await phone.page.goto(world.url);
  await phone.page.getByRole('link', { name: umum.nav.catat, exact: true }).waitFor();

  const rencana: string[] = [];
  for (const one of ketikan) rencana.push(await catatKegiatan(phone.page, one));
  await expect.poll(() => strip().textContent()).toContain(umum.strip.tersimpan(10));

  // The server is back, the network is back: nobody taps anything.
  await world.start();
  await phone.context.setOffline(false);
  await until('ten entries on the server', () => diServer().length === 10);
  await until(
    'two photos on the server',
    () => world.rows("SELECT 1 FROM photos WHERE owner = ? AND state = 'utuh'", guru.id).length === 2,
    60_000,
  );
  await expect.poll(() => strip().textContent()).toContain('Semua terkirim');

  // The head, on a laptop, approves nine and gives one back.
  laptop = await startPhone({ size: LAPTOP });
  await signIn(laptop.page, world.url, world.head);
  await laptop.page.goto(`${world.url}/periksa`);
  await laptop.page.getByLabel(penilai.periksa.saringGuru).selectOption(guru.id);
  for (const [i, { uraian }] of ketikan.entries()) if (i !== DIKEMBALIKAN) await setujui(uraian);
  const kembali = ketikan[DIKEMBALIKAN]?.uraian ?? '';
  await barisHariIni(kembali).locator('button').click();
  await laptop.page.getByRole('button', { name: penilai.periksa.kembalikan, exact: true }).click();
  await laptop.page.getByRole('button', { name: penilai.periksa.cepat[5] ?? '' }).click();
  await laptop.page.getByRole('button', { name: penilai.periksa.kirimKembali }).click();
  await until(
    'nine approved, one returned',
    () =>
      diServer().filter(({ tahap }) => tahap === 'DISETUJUI').length === 9 &&
      diServer().some(({ tahap }) => tahap === 'DIKEMBALIKAN'),
    30_000,
  );

  // She sees it, mends it without network, it arrives and is approved.
  await phone.page.goto(world.url);
  await phone.page
    .getByText(penilai.periksa.cepat[5] ?? '')
    .first()
    .waitFor();
  await phone.context.setOffline(true);
  const entri = diServer().find(({ tahap }) => tahap === 'DIKEMBALIKAN');
  await phone.page.goto(`${world.url}/kegiatan/${encodeURIComponent(entri?.id ?? '')}`);
  await phone.page.getByText(status.dikembalikan.teks).first().waitFor();
  await phone.page.getByRole('button', { name: new RegExp(`^(${detail.perbaiki}|${detail.ubah})$`) }).click();
  await phone.page.waitForURL(/\/catat\/draf-/);
  rencana[DIKEMBALIKAN] = await isi(phone.page, { ...(ketikan[DIKEMBALIKAN] as Ketikan), uraian: PERBAIKAN });
  await simpan(phone.page);
  await phone.context.setOffline(false);
  await until(
    'the correction on the server',
    () => diServer().some(({ content, tahap }) => content.uraian === PERBAIKAN && tahap === 'DIAJUKAN'),
    60_000,
  );
  await laptop.page.goto(`${world.url}/periksa`);
  await laptop.page.getByLabel(penilai.periksa.saringGuru).selectOption(guru.id);
  await setujui(PERBAIKAN);
  await until(
    'all ten approved',
    () => diServer().filter(({ tahap }) => tahap === 'DISETUJUI').length === 10,
    30_000,
  );

  // What was typed and what the server holds, to the byte.
  const wanted = ketikan.map(({ uraian }, i) => (i === DIKEMBALIKAN ? PERBAIKAN : uraian));
  const stored = diServer();
  expect(stored.map(({ content }) => content.uraian).sort()).toEqual([...wanted].sort());
  for (const [i, typed] of ketikan.entries()) {
    const content = stored.find((one) => one.content.uraian === wanted[i])?.content;
    expect(content).toMatchObject({
      tanggal: hariIni,
      mulai: typed.mulai,
      selesai: typed.selesai,
      realisasi: typed.volume,
      satuan: typed.satuan,
      catatan: typed.catatan,
      tautan: typed.tautan ?? [],
    });
    expect(`${content?.rhk}|${content?.rencanaAksi ?? ''}`, typed.uraian).toBe(rencana[i]);
    expect(content?.foto.length).toBe(typed.foto?.length ?? 0);
  }
  const made = await fotoDiHp();
  const files = createPhotoDirectory(join(world.dataDir, 'foto'));
  const named = stored.flatMap(({ content }) => content.foto);
  expect(named).toHaveLength(2);
  for (const { sha, size } of named) {
    const bytes = Buffer.from((await files.read(guru.id, sha)) ?? []);
    expect(bytes.toString('hex')).toBe(made.find((foto) => foto.sha === sha)?.hex);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha);
    expect(bytes.length).toBe(size);
    expect(size).toBeLessThanOrEqual(125 * 1024);
    expect(bytes.includes('Exif')).toBe(false);
  }

  // The ledger verifies, and the records are its fold.
  await world.stop();
  const store = await openSqliteStore(join(world.dataDir, 'kinerja.db'));
  expect(await verifyLedger(store)).toMatchObject({ ok: true });
  expect(await compareWithLedger(store, SHARD)).toEqual([]);
  await store.close();
});
