import { afterAll, beforeAll, expect, test } from 'vitest';
import { akun } from '../../client/i18n/id/akun.ts';
import { kunciMasuk } from '../../client/i18n/id/kunci-masuk.ts';
import { kunciSandi } from '../../client/i18n/id/kunci-sandi.ts';
import { kataMasalah } from '../../client/i18n/id/masalah.ts';
import { masuk } from '../../client/i18n/id/masuk.ts';
import { umum } from '../../client/i18n/id/umum.ts';
import { type Phone, startPhone } from './support/chromium.ts';
import { aGate, type Gate } from './support/gate.ts';
import { aKegiatan, bukaForm, catatDi } from './support/kegiatan.ts';
import { signIn, simpan } from './support/person.ts';
import { onServer, rowsOnPhone, waiting } from './support/phone-db.ts';
import { until } from './support/until.ts';
import { beda, hariIni, setClock } from './support/waktu.ts';
import { aWorld, type Warga, type World } from './support/world.ts';

const LAIN = '198807292023212001';

let world: World;
let gate: Gate;
let phone: Phone;
let lain: Warga;

beforeAll(async () => {
  world = await aWorld();
  gate = await aGate(world.url);
  lain = world.guru(LAIN);
  phone = await startPhone();
  await signIn(phone.page, gate.url, world.anyGuru);
});
afterAll(async () => {
  await phone?.close();
  await gate?.close();
  await world?.close();
});

test('who opens the app while another context is pulling still gets a look of her own', async () => {
  const other = await phone.context.newPage();
  await other.goto(gate.url);
  let asked = 0;
  await other.evaluate((name) => {
    void navigator.locks.request(name, () => new Promise((resolve) => setTimeout(resolve, 5000)));
  }, `kirim:${world.anyGuru.id}`);
  phone.page.on('request', (request) => {
    if (request.url().endsWith('/api/sync')) asked += 1;
  });
  await phone.page.reload();
  await until('a pull of its own', () => asked > 0, 15_000);
  await other.close();
  await phone.page.bringToFront();
});

test('where another context is at it when the network comes back, and fails, what waits does not wait for its backoff', async () => {
  const uraian = 'Mencatat ketika sinyal datang dan pergi';
  const other = await phone.context.newPage();
  await other.goto(`${gate.url}/healthz`);
  await phone.page.bringToFront();
  await phone.context.setOffline(true);
  await catatDi(phone.page, gate.url, aKegiatan(uraian, { mulai: '03:00', selesai: '03:10' }));
  await expect
    .poll(() => phone.page.locator('.strip').textContent(), { timeout: 15_000 })
    .toContain(umum.strip.tanpaInternetTersimpan(1));
  // As after an evening without signal: the next attempt by itself is a quarter of an hour away.
  await other.evaluate(async (account) => {
    void navigator.locks.request(`kirim:${account}`, () => new Promise((go) => setTimeout(go, 3000)));
    const open = indexedDB.open(`kinerja-${account}`);
    const db = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const meta = db.transaction('meta', 'readwrite').objectStore('meta');
    const get = meta.get('attempt');
    get.onsuccess = () => {
      const { value } = get.result as { value: { at: number } };
      meta.put({ ...get.result, value: { ...value, tries: 9, nextAt: value.at + 900_000 } });
    };
    await new Promise((resolve) => {
      meta.transaction.oncomplete = resolve;
    });
    db.close();
  }, world.anyGuru.id);
  await phone.context.setOffline(false);
  await until('the entry on the server', () => onServer(world, uraian).length === 1);
  await other.close();
});

test('two tabs record at once: one sender at a time, every entry once on the server, both tabs show the same', async () => {
  const texts = ['Tab pertama mencatat rapat pagi guru', 'Tab kedua mencatat piket gerbang sekolah'];
  const other = await phone.context.newPage();
  const tabs = [phone.page, other];
  await Promise.all(
    tabs.map((tab, i) =>
      bukaForm(tab, gate.url, aKegiatan(texts[i] ?? '', { mulai: `04:${i}0`, selesai: `04:${i}5` })),
    ),
  );
  await phone.context.setOffline(true);
  for (const tab of tabs) {
    await tab.bringToFront();
    await simpan(tab);
  }
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let arrived = 0;
  gate.meet(async (_, path) => {
    if (path !== '/api/sync') return undefined;
    arrived += 1;
    await held;
    return undefined;
  });
  await phone.context.setOffline(false);
  await until('a sync request on its way', () => arrived > 0);
  const locks = await phone.page.evaluate(async () =>
    ((await navigator.locks.query()).held ?? []).map(({ name }) => name),
  );
  expect(locks.filter((name) => name === `kirim:${world.anyGuru.id}`)).toHaveLength(1);
  letGo();
  for (const text of texts) await until('both on the server', () => onServer(world, text).length === 1);
  await until('nothing to wait', async () => (await waiting(phone.page, world.anyGuru)) === 0);
  expect(gate.mostAtOnce()).toBe(1);
  gate.meet(null);
  for (const tab of tabs)
    for (const text of texts) await tab.locator('.baris-entri', { hasText: text }).waitFor();
  for (const text of texts) expect(onServer(world, text)).toHaveLength(1);
  await other.close();
  await phone.page.bringToFront();
});

const keluar = async (belum: number): Promise<void> => {
  await phone.page.goto(`${gate.url}/akun`);
  await phone.page.getByRole('button', { name: akun.keluar, exact: true }).click();
  const dialog = phone.page.getByRole('dialog');
  await dialog
    .getByText(belum > 0 ? akun.keluarTanya({ isian: belum, foto: 0, draf: 0 }) : akun.keluarJudulKosong)
    .waitFor();
  await dialog.getByRole('button', { name: belum > 0 ? akun.tetapKeluar : akun.keluar, exact: true }).click();
  await phone.page.waitForURL(/\/masuk$/);
  // The door that is shown is shut: a reload at this very moment opens nothing.
  const hp = await rowsOnPhone<{ key: string; value: unknown }>(phone.page, { id: 'hp' }, 'settings');
  expect(hp.find(({ key }) => key === 'active')?.value).toBeNull();
};

const masukLagi = async ({ nip, sandi }: Warga): Promise<void> => {
  await phone.page.goto(`${gate.url}/masuk`);
  await phone.page.fill('#nip', nip);
  await phone.page.fill('#sandi', sandi);
  await phone.page.getByRole('button', { name: masuk.masuk, exact: true }).click();
  await phone.page.waitForURL(/\/(siapkan)?$/);
};

test('a colleague borrows the phone: the first teacher is warned, her queue stays untouched and goes when she is back', async () => {
  const texts = ['Menyusun soal ulangan harian pecahan', 'Membimbing murid yang tertinggal membaca'];
  await phone.context.setOffline(true);
  for (const [i, text] of texts.entries())
    await catatDi(phone.page, gate.url, aKegiatan(text, { mulai: `05:${i}0`, selesai: `05:${i}5` }));
  await keluar(2);
  await phone.page.getByText(masuk.antreanAman({ isian: 2, foto: 0 })).waitFor();
  await phone.page.fill('#sandi', world.anyGuru.sandi);
  await phone.page.getByRole('button', { name: masuk.masuk, exact: true }).click();
  await phone.page.getByText(masuk.perluInternet).waitFor();
  await phone.context.setOffline(false);

  // Her name among the phone's accounts leads to her password, and to nothing of hers.
  await phone.page.goto(`${gate.url}/ganti-akun`);
  await phone.page.getByRole('button', { name: new RegExp(masuk.akun.keluar) }).click();
  await phone.page.waitForURL(/\/masuk$/);
  expect((await phone.page.inputValue('#nip')).replaceAll(' ', '')).toBe(world.anyGuru.nip);

  await masukLagi(lain);
  const milikLain = 'Kegiatan rekan yang meminjam HP ini';
  await catatDi(phone.page, gate.url, aKegiatan(milikLain));
  await until('the colleague on the server', () => onServer(world, milikLain).length === 1);
  expect(await phone.page.locator('.baris-entri', { hasText: texts[0] ?? '' }).count()).toBe(0);
  expect(await waiting(phone.page, world.anyGuru)).toBe(2);
  const journal = await rowsOnPhone<{ body: { uraian?: string } }>(phone.page, lain, 'journal');
  expect(journal.map(({ body }) => body.uraian)).not.toContain(texts[0]);
  for (const text of texts) expect(onServer(world, text)).toEqual([]);

  await keluar(0);
  await masukLagi(world.anyGuru);
  for (const text of texts) await until('her queue on the server', () => onServer(world, text).length === 1);
  await until('nothing to wait', async () => (await waiting(phone.page, world.anyGuru)) === 0);
});

test('signing out in one tab takes every other tab to the door; what was being typed there is kept', async () => {
  const belumDisimpan = 'Menyusun laporan yang belum selesai ditulis';
  const other = await phone.context.newPage();
  await bukaForm(other, gate.url, aKegiatan(belumDisimpan, { mulai: '03:30', selesai: '03:40' }));
  await phone.page.bringToFront();
  await keluar(0);
  await other.waitForURL(/\/masuk$/);
  await other.close();
  await masukLagi(world.anyGuru);
  await phone.page.getByText(belumDisimpan).first().waitFor();
});

const catatDenganJamSalah = async (salah: number): Promise<void> => {
  await setClock(phone, beda + salah);
  await phone.page.goto(gate.url);
  await phone.page.getByText(umum.jamHp(Math.abs(salah))).waitFor();
  const uraian = `Kegiatan di HP yang jamnya salah ${salah}`;
  await catatDi(phone.page, gate.url, aKegiatan(uraian, { mulai: '03:00', selesai: '03:20' }));
  await until('the entry on the server', () => onServer(world, uraian).length === 1);
  const [entri] = world.rows<{ tanggal: string }>(
    "SELECT json_extract(content, '$.tanggal') AS tanggal FROM records WHERE kind = 'entri' AND json_extract(content, '$.uraian') = ?",
    uraian,
  );
  expect(entri?.tanggal).toBe(hariIni);
};

test('a phone whose clock is a day behind is told so, and records the service’s day all the same', () =>
  catatDenganJamSalah(-86_400_000));

test('a phone whose clock is a year ahead is told so, and records the service’s day all the same', () =>
  catatDenganJamSalah(365 * 86_400_000));

test('a head signs in by a passkey, on the phone that it was before; one that was taken away opens nothing', async () => {
  // A passkey is bound to a host name, and an address of numbers is none.
  const url = world.url.replace('127.0.0.1', 'localhost');
  const kantor = await startPhone();
  const { page } = kantor;
  const cdp = await kantor.context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  await signIn(page, url, world.head);
  await page.goto(`${url}/akun/kunci-sandi`);
  await page.fill('#kunci-nama', 'Laptop kantor');
  await page.fill('#kunci-sandi', world.head.sandi);
  await page.getByRole('button', { name: kunciSandi.tambah }).click();
  await page.getByText(kunciSandi.ditambah('Laptop kantor')).waitFor();
  const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId });
  expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: 'localhost' }]);
  const perangkat = () => world.rows('SELECT id FROM devices WHERE account = ?', world.head.id).length;
  const sebelum = perangkat();

  await cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: false });
  await page.evaluate(() => fetch('/api/session', { method: 'DELETE' }));
  await page.goto(`${url}/masuk`);
  const tombol = page.getByRole('button', { name: kunciMasuk.tombol });
  await tombol.waitFor();
  await cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: true });
  await tombol.click();
  await page.waitForURL(`${url}/`);
  expect(perangkat()).toBe(sebelum);
  await page.goto(`${url}/akun/kunci-sandi`);
  await page.getByText(/Terakhir dipakai/).waitFor();

  await page.getByRole('button', { name: kunciSandi.hapusSatu('Laptop kantor') }).click();
  await page.getByRole('button', { name: kunciSandi.ya, exact: true }).click();
  await page.getByText(kunciSandi.dihapus('Laptop kantor')).waitFor();
  await page.evaluate(() => fetch('/api/session', { method: 'DELETE' }));
  await page.goto(`${url}/masuk`);
  await tombol.click();
  await page.getByText(kataMasalah('kunci_sandi_salah')).waitFor();
  await kantor.close();
});
