import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { antrean } from '../../client/i18n/id/antrean.ts';
import { umum } from '../../client/i18n/id/umum.ts';
import { type Phone, startPhone } from './support/chromium.ts';
import { aKegiatan, catatDi } from './support/kegiatan.ts';
import { signIn } from './support/person.ts';
import { onServer, rowsOnPhone, waiting } from './support/phone-db.ts';
import { until } from './support/until.ts';
import { aWorld, type World } from './support/world.ts';

const FOTO = join(import.meta.dirname, '../fixtures/foto/papan-tulis.jpg');

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

/** Lays an account's database down again as version 0.1.0 had it: its tables, keys and indexes, the same rows. Runs in the browser. */
const asOfOldVersion = async (account: string): Promise<number> => {
  const tables: Readonly<Record<string, readonly [string, ...(string | string[])[]]>> = {
    meta: ['key'],
    journal: ['id', 'status', 'target', ['device', 'number']],
    records: [
      'id',
      ['kind', 'owner', 'tanggal'],
      ['kind', 'tanggal'],
      ['kind', 'tahap'],
      ['shard', 'kind'],
      'kind',
      'lokal',
    ],
    drafts: ['id', 'updatedAt'],
    photos: ['sha', 'status'],
    bytes: ['sha'],
    thumbs: ['sha'],
  };
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const name = `kinerja-${account}`;
  const now = await done(indexedDB.open(name));
  const rows = new Map<string, unknown[]>();
  for (const table of Object.keys(tables))
    rows.set(table, await done(now.transaction(table).objectStore(table).getAll()));
  now.close();
  await done(indexedDB.deleteDatabase(name));
  // Dexie counts in tens.
  const open = indexedDB.open(name, 10);
  open.onupgradeneeded = () => {
    for (const [table, [keyPath, ...indexes]] of Object.entries(tables)) {
      const made = open.result.createObjectStore(table, { keyPath });
      for (const index of indexes)
        made.createIndex(Array.isArray(index) ? `[${index.join('+')}]` : index, index);
    }
  };
  const old = await done(open);
  const writing = old.transaction(Object.keys(tables), 'readwrite');
  for (const [table, all] of rows) for (const row of all) writing.objectStore(table).put(row);
  await new Promise((resolve) => {
    writing.oncomplete = resolve;
  });
  old.close();
  return rows.get('journal')?.length ?? 0;
};

test('I10: the app is brought up to date over a full queue of an older version: everything is shown, and arrives under its name', async () => {
  const { page, context } = phone;
  const texts = [
    'Antrean versi lama: mengajar pagi',
    'Antrean versi lama: rapat',
    'Antrean versi lama: piket',
  ];
  await context.setOffline(true);
  for (const [i, uraian] of texts.entries())
    await catatDi(
      page,
      world.url,
      aKegiatan(uraian, { mulai: `0${i}:10`, selesai: `0${i}:40`, ...(i === 0 ? { foto: [FOTO] } : {}) }),
    );
  type Row = { id: string; status: string };
  const before = (await rowsOnPhone<Row>(page, world.anyGuru, 'journal')).map(({ id }) => id).sort();

  // Nothing of the app runs while the old database is laid down.
  await context.setOffline(false);
  await world.stop();
  const beside = await context.newPage();
  await beside.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: 'kosong' }));
  await beside.goto(`${world.url}/healthz`);
  await page.goto('about:blank');
  expect(await beside.evaluate(asOfOldVersion, world.anyGuru.id)).toBe(before.length);
  await beside.close();

  await page.goto(world.url);
  await page.locator('.strip', { hasText: umum.strip.serverDiam(3) }).waitFor();
  await page.goto(`${world.url}/antrean`);
  for (const text of texts) await page.getByText(text).first().waitFor();
  await world.start();
  // How long a silent server is left alone is drawn by lot; the person need not wait for it.
  await page.getByRole('button', { name: antrean.kirimSekarang }).click();
  for (const text of texts) await until(text, () => onServer(world, text).length === 1);
  await until('nothing to wait', async () => (await waiting(page, world.anyGuru)) === 0);
  const after = await rowsOnPhone<Row>(page, world.anyGuru, 'journal');
  expect(after.map(({ id }) => id).sort()).toEqual(before);
  await until('the photo', async () =>
    (await rowsOnPhone<Row>(page, world.anyGuru, 'photos')).every(({ status }) => status !== 'antri'),
  );
});
