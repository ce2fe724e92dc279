import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catat } from '../../client/i18n/id/guru.ts';
import { createPhotoDirectory } from '../../server/files/index.ts';
import { layHistory } from '../bench/history.ts';
import { PHONE, type Phone, startPhone } from './support/chromium.ts';
import { aGate, type Gate, type Meeting } from './support/gate.ts';
import { aKegiatan, bukaForm, catatDi } from './support/kegiatan.ts';
import { signIn, simpan } from './support/person.ts';
import { onServer, photoBytes, rowsOnPhone, waiting } from './support/phone-db.ts';
import { until } from './support/until.ts';
import { aWorld, type World } from './support/world.ts';

const FOTO = join(import.meta.dirname, '../fixtures/foto/papan-tulis.jpg');
const ALL_SENT = 'Semua terkirim';
const BUSY: Meeting = { status: 503, headers: { 'retry-after': '1' } };

let world: World;
let gate: Gate;
let phone: Phone;
let page: Page;

beforeAll(async () => {
  world = await aWorld();
  gate = await aGate(world.url);
  phone = await startPhone();
  page = phone.page;
  await signIn(page, gate.url, world.anyGuru);
});
afterAll(async () => {
  await phone?.close();
  await gate?.close();
  await world?.close();
});

/** The page's process is gone from one instruction to the next, as when Android takes it back. */
const crashPage = async (): Promise<void> => {
  const session = await phone.context.newCDPSession(page);
  const crashed = new Promise((resolve) => page.once('crash', resolve));
  session.send('Page.crash').catch(() => undefined);
  await crashed;
};

/** She opens the app again. */
const openAgain = async (path = '/', shows = '.strip'): Promise<void> => {
  const next = await phone.context.newPage();
  await next.setViewportSize(PHONE);
  await page.close();
  page = next;
  await page.goto(`${gate.url}${path}`);
  await page.locator(shows).first().waitFor();
};

const strip = (): Promise<string | null> => page.locator('.strip').textContent();

const arrivesOnce = async (uraian: string): Promise<void> => {
  await until(`${uraian} on the server`, () => onServer(world, uraian).length > 0);
  await until('the phone to know it', async () => (await waiting(page, world.anyGuru)) === 0);
  expect(onServer(world, uraian)).toHaveLength(1);
  await expect.poll(strip).toContain(ALL_SENT);
};

const textsIn = async (table: 'records' | 'drafts'): Promise<string> =>
  JSON.stringify(await rowsOnPhone(page, world.anyGuru, table));

/** Lets the test know of the first request to a path, which then waits for the test to say how it is met; `later` for all after it. */
const nextRequest = (wanted: string, later: Meeting = BUSY) => {
  let meet: (meeting: Meeting) => void = () => undefined;
  const met = new Promise<void>((arrived) => {
    const meeting = new Promise<Meeting>((resolve) => {
      meet = resolve;
    });
    let isFirst = true;
    gate.meet((_, path) => {
      if (!path.startsWith(wanted)) return undefined;
      if (!isFirst) return later;
      isFirst = false;
      arrived();
      return meeting;
    });
  });
  return { met, meet: (meeting: Meeting) => meet(meeting) };
};

test.each([0, 5, 20, 60])(
  'the page crashes %i ms after Simpan: the entry is saved or still in its form, never both, and arrives once',
  async (delay) => {
    const uraian = `Menyusun soal ulangan ketika aplikasi mati sesudah ${delay} milidetik`;
    await bukaForm(page, gate.url, aKegiatan(uraian, { mulai: '03:00', selesai: '03:20' }));
    const form = new URL(page.url()).pathname;
    await until('the form on disk', async () => (await textsIn('drafts')).includes(uraian));
    await page.getByRole('button', { name: catat.simpan, exact: true }).click({ noWaitAfter: true });
    await new Promise((resolve) => setTimeout(resolve, delay));
    await crashPage();
    await openAgain();
    const isSaved = (await textsIn('records')).includes(uraian);
    expect((await textsIn('drafts')).includes(uraian)).toBe(!isSaved);
    if (!isSaved) {
      await openAgain(form, '#bidang-uraian');
      expect(await page.inputValue('#bidang-uraian')).toBe(uraian);
      await simpan(page);
    }
    await arrivesOnce(uraian);
  },
);

test('the page crashes while she types without a pause: what she typed is in the form, but for the last moment', async () => {
  const typed = 'Menulis rencana pelajaran tanpa berhenti mengetik';
  await page.goto(`${gate.url}/catat`);
  await page.waitForURL(/\/catat\/draf-/);
  await page.locator('#bidang-uraian').fill('');
  await page.locator('#bidang-uraian').pressSequentially(typed, { delay: 80 });
  const form = new URL(page.url()).pathname;
  await crashPage();
  await openAgain(form, '#bidang-uraian');
  const kept = await page.locator('#bidang-uraian').inputValue();
  expect(typed.startsWith(kept)).toBe(true);
  expect(kept.length).toBeGreaterThan(typed.length / 2);
});

describe('the page crashes while it sends', () => {
  const cases: readonly (readonly [string, Meeting, number])[] = [
    ['before the service heard of it', BUSY, 0],
    ['after the service took it in and before the answer came', 'telan', 1],
  ];
  test.each(cases)('%s: it is not called sent, and arrives once', async (when, meeting, taken) => {
    const uraian = `Merapikan buku induk ketika aplikasi mati, ${when}`;
    await bukaForm(page, gate.url, aKegiatan(uraian, { mulai: '03:20', selesai: '03:40' }));
    // The page asks for news when it opens: that is not the request that carries the entry.
    await page.waitForLoadState('networkidle');
    const { met, meet } = nextRequest('/api/sync');
    await simpan(page);
    await met;
    if (taken === 1) meet(meeting);
    await until('the service', () => onServer(world, uraian).length === taken);
    await crashPage();
    if (taken === 0) meet(meeting);
    await openAgain();
    expect(await waiting(page, world.anyGuru)).toBe(1);
    expect(await strip()).not.toContain(ALL_SENT);
    gate.meet(null);
    await arrivesOnce(uraian);
  });
});

test('the page crashes while it takes in what was recorded elsewhere, and again at the next page: all of it is there in the end', async () => {
  await layHistory(world, world.anyGuru, 100);
  for (const delay of [0, 30]) {
    const { met, meet } = nextRequest('/api/sync', undefined);
    await openAgain();
    await met;
    meet(undefined);
    await new Promise((resolve) => setTimeout(resolve, delay));
    await crashPage();
  }
  gate.meet(null);
  await openAgain();
  const there = world
    .rows<{ id: string }>(
      "SELECT id FROM records WHERE kind = 'entri' AND deleted = 0 AND owner = ?",
      world.anyGuru.id,
    )
    .map(({ id }) => id);
  type Row = { id: string; kind: string; owner: string; deleted: boolean };
  const here = async (): Promise<string[]> =>
    (await rowsOnPhone<Row>(page, world.anyGuru, 'records'))
      .filter(({ kind, owner, deleted }) => kind === 'entri' && owner === world.anyGuru.id && !deleted)
      .map(({ id }) => id);
  await until('all entries on the phone', async () => (await here()).length >= there.length);
  expect((await here()).sort()).toEqual(there.sort());
});

test('the page crashes twice while a photo is under way: it goes on from there, and arrives equal to the byte', async () => {
  const uraian = 'Memotret papan tulis ketika aplikasi mati dua kali';
  const first = nextRequest('/api/photos/');
  await catatDi(page, gate.url, aKegiatan(uraian, { mulai: '03:40', selesai: '03:50', foto: [FOTO] }));
  await first.met;
  first.meet('telan');
  await crashPage();
  const second = nextRequest('/api/photos/');
  await openAgain();
  await second.met;
  await crashPage();
  second.meet(BUSY);
  await openAgain();
  expect(await strip()).not.toContain(ALL_SENT);
  gate.meet(null);
  type Stored = { content: string };
  const [stored] = world.rows<Stored>(
    "SELECT content FROM records WHERE kind = 'entri' AND json_extract(content, '$.uraian') = ?",
    uraian,
  );
  const { foto } = JSON.parse(stored?.content ?? '{}') as { foto: { sha: string }[] };
  const sha = foto[0]?.sha ?? '';
  const isWhole = () => world.rows("SELECT 1 FROM photos WHERE sha = ? AND state = 'utuh'", sha).length === 1;
  await until('the whole photo', isWhole);
  const files = createPhotoDirectory(join(world.dataDir, 'foto'));
  const kept = Buffer.from((await files.read(world.anyGuru.id, sha)) ?? []);
  expect(kept.equals(await photoBytes(page, world.anyGuru, sha))).toBe(true);
  await arrivesOnce(uraian);
});

/** The id under which the browser knows our service worker. */
const registrationId = (session: CDPSession): Promise<string> => {
  let found: string | undefined;
  session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
    found = registrations.find(({ scopeURL }) => scopeURL.startsWith(gate.url))?.registrationId ?? found;
  });
  return session.send('ServiceWorker.enable').then(() => until('the registration', () => found));
};

test('the service worker dies while it sends with the app closed: it is not called sent, and goes once the next time', async () => {
  const uraian = 'Mengisi jurnal kelas ketika pengirim di latar mati';
  const session = await phone.context.newCDPSession(page);
  const id = await registrationId(session);
  const wake = () =>
    session
      .send('ServiceWorker.dispatchSyncEvent', {
        origin: gate.url,
        registrationId: id,
        tag: 'kirim',
        lastChance: false,
      })
      .catch(() => undefined);
  await phone.context.setOffline(true);
  await catatDi(page, gate.url, aKegiatan(uraian, { mulai: '03:50', selesai: '04:00' }));
  await page.goto('about:blank');
  const { met, meet } = nextRequest('/api/sync');
  await phone.context.setOffline(false);
  void wake();
  await met;
  meet('telan');
  await until('the service', () => onServer(world, uraian).length === 1);
  await session.send('ServiceWorker.stopAllWorkers');
  const beside = await phone.context.newPage();
  await beside.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: 'kosong' }));
  await beside.goto(`${gate.url}/healthz`);
  expect(await waiting(beside, world.anyGuru)).toBe(1);
  gate.meet(null);
  await until('the outbox to be empty', async () => {
    await wake();
    return (await waiting(beside, world.anyGuru)) === 0;
  });
  await beside.close();
  expect(onServer(world, uraian)).toHaveLength(1);
});
