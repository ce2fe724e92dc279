import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MUATAN } from '../support/muatan-skrip.ts';
import { LAPTOP, type Phone, startPhone } from './support/chromium.ts';
import { aKegiatan, catatDi } from './support/kegiatan.ts';
import { signIn } from './support/person.ts';
import { onServer } from './support/phone-db.ts';
import { saksikan, terjadi } from './support/saksi.ts';
import { until } from './support/until.ts';
import { aWorld, type World } from './support/world.ts';

/** As she would type it: what the forms let through, and what stands past every form is in muatan-skrip.test.ts. */
const KETIKAN = MUATAN.slice(0, 8).join(' ');

let world: World;
let phone: Phone;
let laptop: Phone;

beforeAll(async () => {
  world = await aWorld();
  phone = await startPhone();
  laptop = await startPhone({ size: LAPTOP });
  for (const each of [phone, laptop]) await saksikan(each);
  await signIn(phone.page, world.url, world.anyGuru);
  await signIn(laptop.page, world.url, world.head);
});
afterAll(async () => {
  await phone?.close();
  await laptop?.close();
  await world?.close();
});

test('T19: script in the text of an entry is text wherever teacher and head read it', async () => {
  await catatDi(phone.page, world.url, aKegiatan(KETIKAN));
  await until('the entry on the server', () => onServer(world, KETIKAN).length === 1);
  await phone.page.goto(`${world.url}/kegiatan`);
  await phone.page.getByText('onerror=__xss').first().waitFor();
  expect(await terjadi(phone)).toEqual({ xss: null, langgar: [] });
  await laptop.page.goto(`${world.url}/periksa`);
  await laptop.page.locator('.periksa-baris', { hasText: 'onerror=__xss' }).locator('button').click();
  await laptop.page.locator('.periksa-isi h2', { hasText: 'onerror=__xss' }).waitFor();
  expect(await terjadi(laptop)).toEqual({ xss: null, langgar: [] });
});

test('T20: a page of ours registers no other service worker, and makes no policy that would let it', async () => {
  await phone.context.addInitScript(() => {
    const page = globalThis as unknown as {
      kebijakan?: string[];
      trustedTypes: { createPolicy: (name: string, rules: object) => unknown };
    };
    const make = page.trustedTypes.createPolicy.bind(page.trustedTypes);
    page.kebijakan = [];
    page.trustedTypes.createPolicy = (name, rules) => {
      const made = make(name, rules);
      page.kebijakan?.push(name);
      return made;
    };
  });
  await phone.page.goto(`${world.url}/kegiatan`);
  // Before the app has made its own policy, its name is anybody's.
  await until('the app’s own policy', () =>
    phone.page.evaluate(() =>
      ((globalThis as unknown as { kebijakan?: string[] }).kebijakan ?? []).includes('kinerja'),
    ),
  );
  const tried = await phone.page.evaluate(async () => {
    const said = (cause: unknown): string => (cause instanceof Error ? cause.name : 'lain');
    const types = (
      globalThis as unknown as { trustedTypes: { createPolicy: (n: string, r: object) => unknown } }
    ).trustedTypes;
    const policy = (name: string): string => {
      try {
        types.createPolicy(name, { createScriptURL: (url: string) => url });
        return 'dibuat';
      } catch (cause) {
        return said(cause);
      }
    };
    const register = (url: string): Promise<string> =>
      Promise.resolve()
        .then(() => navigator.serviceWorker.register(url))
        .then(() => 'terpasang', said);
    return {
      evil: await register('/evil.js'),
      photo: await register(`/api/photos/${'a'.repeat(64)}`),
      wider: policy('lain'),
      again: policy('kinerja'),
      workers: (await navigator.serviceWorker.getRegistrations()).map(({ active }) => active?.scriptURL),
    };
  });
  expect(tried).toEqual({
    evil: 'TypeError',
    photo: 'TypeError',
    wider: 'TypeError',
    again: 'TypeError',
    workers: [`${world.url}/sw.js`],
  });
});

test('another site can lay no page of ours under its own', async () => {
  const site: Server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<iframe src="${world.url}/kegiatan"></iframe>`);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const other = await phone.context.newPage();
  try {
    await other.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    const frame = other.frames()[1];
    expect(await frame?.evaluate(() => document.querySelector('main, .pintu-awal') !== null)).toBe(false);
    expect(frame?.url()).toBe('chrome-error://chromewebdata/');
  } finally {
    await other.close();
    site.close();
  }
});
