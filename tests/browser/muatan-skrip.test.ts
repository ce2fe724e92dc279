import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { impor as kataImpor } from '../../client/i18n/id/impor.ts';
import { tambahAdmin } from '../../server/operations/admin.ts';
import { aturPortofolio } from '../../server/operations/portofolio.ts';
import { aturPublikasi } from '../../server/operations/publikasi.ts';
import { MUATAN } from '../support/muatan-skrip.ts';
import { SEKOLAH_KECIL } from '../support/simpeg.ts';
import { LAPTOP, type Phone, startPhone } from './support/chromium.ts';
import { KODE, lengkapi, racuni } from './support/muatan.ts';
import { masukPintu } from './support/person.ts';
import { bukaRuang } from './support/ruang.ts';
import { saksikan, terjadi } from './support/saksi.ts';
import { screens, settled } from './support/screens.ts';
import { until } from './support/until.ts';
import { aWorld, type Warga, type World } from './support/world.ts';

/*
 * Bar 14: sixty payloads in every text of the demo school that people write, and every screen that shows any of them.
 * They are laid in the service's own database, past every form: what a phone or an office once sent is no safer than this.
 */

let world: World;
let admin: Warga;
const folder = mkdtempSync(join(tmpdir(), 'kinerja-muatan-'));
const phones: Phone[] = [];

beforeAll(async () => {
  world = await aWorld();
  const [entri] = world.rows<{ id: string }>(
    "SELECT id FROM records WHERE kind = 'entri' AND owner = ? AND json_extract(state, '$.tahap') = 'DISETUJUI'",
    world.anyGuru.id,
  );
  await world.stop();
  const rooms = await bukaRuang(world);
  const made = await tambahAdmin(rooms, { nip: '197106211998031001', nama: 'Wawan', instansi: 'P0000001' });
  if (!made.ok || !made.sandi) throw new Error('no admin');
  admin = { ...world.anyGuru, nip: made.nip, sandi: made.sandi };
  expect(await aturPortofolio(rooms, { izinkan: 'ya', npsn: '69593332' })).toMatchObject({ ok: true });
  const { anyGuru, head } = world;
  await lengkapi(rooms, {
    guru: { id: anyGuru.id, nama: anyGuru.nama, peran: ['guru'] },
    kepala: { id: head.id, nama: head.nama, peran: ['penilai'] },
    entri: entri?.id ?? '',
  });
  await rooms.store.close();
  expect(racuni(world.dataDir)).toBeGreaterThan(2_000);
  const lagi = await bukaRuang(world);
  await aturPublikasi(lagi, { tabel: 'pengisian,periksa,jenis', nama: MUATAN[0] ?? '', sejak: '2026-10' });
  await lagi.store.close();
  await world.start();
});
afterAll(async () => {
  for (const phone of phones) await phone.close();
  await world?.close();
  rmSync(folder, { recursive: true, force: true });
});

const aPhone = async (orang?: Warga): Promise<Phone> => {
  const phone = await startPhone({ size: LAPTOP });
  phones.push(phone);
  await saksikan(phone);
  if (!orang) return phone;
  await masukPintu(phone.page, world.url, orang);
  return phone;
};

/** Payloads that the page shows as the words that they are. */
const terbaca = async ({ page }: Phone): Promise<readonly string[]> => {
  const text = await page.evaluate(() =>
    [
      document.body.textContent,
      ...[...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value),
    ].join(' '),
  );
  return MUATAN.filter((muatan) => text.includes(muatan));
};

type Temuan = { readonly seen: Set<string>; readonly wrong: string[] };

/** Looks at each address with whatever is folded away opened; gives what could be read, and what ran or was stopped. */
const kunjungi = async (phone: Phone, paths: readonly string[], siap = settled): Promise<Temuan> => {
  const { page } = phone;
  const found: Temuan = { seen: new Set(), wrong: [] };
  page.on('dialog', (dialog) => void found.wrong.push(dialog.message()));
  page.on('request', (request) => {
    if (request.url().includes('x.invalid')) found.wrong.push(request.url());
  });
  for (const path of paths) {
    await page.goto(world.url + path);
    await siap(page);
    await page.evaluate(() => {
      for (const each of document.querySelectorAll('details')) each.open = true;
    });
    for (const muatan of await terbaca(phone)) found.seen.add(muatan);
    const { xss, langgar } = (await terjadi(phone)) as { xss: unknown; langgar: string[] };
    if (xss !== null || langgar.length > 0) found.wrong.push(`${path}: ${xss} ${langgar.join()}`);
  }
  return found;
};

const BERSIH: readonly string[] = [];
const REKAP = {
  ...{ jenis: 'rekap', bulan: '2026-11', periode: null, denganFoto: false, kertas: 'A4', ak: null },
  pemilik: 'p_demo02',
};
const alamat = (who: string): string[] => {
  const [entri] = world.rows<{ id: string }>(
    "SELECT id FROM records WHERE kind = 'entri' AND owner = ? ORDER BY n LIMIT 1",
    world.anyGuru.id,
  );
  return screens
    .filter((screen) => screen.who === who)
    .map(({ path }) =>
      path
        .replace(':guru', world.anyGuru.id)
        .replace(':entri', encodeURIComponent(entri?.id ?? ''))
        .replace(':sekolah', 'sek:69593332'),
    );
};

test('T19: sixty payloads in every text are words on every screen of a teacher, and in the documents that she prints', async () => {
  const phone = await aPhone(world.anyGuru);
  const { seen, wrong } = await kunjungi(phone, alamat('guru'));
  expect(wrong).toEqual(BERSIH);
  expect(MUATAN.filter((muatan) => !seen.has(muatan))).toEqual([]);
  const pdf = await phone.page.evaluate(async (minta) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/api/documents', { method: 'POST', headers, body: JSON.stringify(minta) });
    return { status: response.status, text: await response.text() };
  }, REKAP);
  expect(pdf.status).toBe(200);
  // What a reader of PDF would run or open by itself.
  expect(pdf.text).not.toMatch(/\/(?:JavaScript|JS|OpenAction|AA|Launch|EmbeddedFile|XFA)\b/);
});

test('T19: and on every screen of a head', async () => {
  const phone = await aPhone(world.head);
  const { seen, wrong } = await kunjungi(phone, alamat('penilai'));
  expect(wrong).toEqual(BERSIH);
  expect(MUATAN.filter((muatan) => !seen.has(muatan))).toEqual([]);
});

const ADMIN = [
  ...['/', '/usulan', '/akses', '/dasbor', '/pegawai', '/susunan', '/catatan-audit', '/publikasi', '/sistem'],
  ...['/sekolah', '/pola-bersama', '/impor'],
];

test('T19: and on every screen of an admin, the names and the cells of a file that he brings in too', async () => {
  const phone = await aPhone(admin);
  const { page } = phone;
  const { seen, wrong } = await kunjungi(phone, ADMIN);
  const nama = `${MUATAN[0]} ${MUATAN[17]}`;
  const berkas = join(folder, `${nama}.csv`);
  const baris = SEKOLAH_KECIL.map((row, i) =>
    i === 0
      ? row
      : row.map((cell, j) => (j === 2 || j === 6 ? MUATAN.slice(i * 9, i * 9 + 9).join(' ') : cell)),
  );
  writeFileSync(
    berkas,
    baris.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n'),
  );
  await page.setInputFiles('#impor-berkas', berkas);
  await page.getByRole('button', { name: kataImpor.baca }).click();
  await page.getByRole('heading', { name: /orang$/ }).waitFor();
  await until('cells on the screen', async () => (await terbaca(phone)).length > 3);
  expect(await terjadi(phone)).toEqual({ xss: null, langgar: [] });
  expect(wrong).toEqual(BERSIH);
  expect(seen.size).toBeGreaterThan(30);
});

test('T19: and on every page that anybody may open', async () => {
  const phone = await aPhone();
  const { page } = phone;
  const muatan = encodeURIComponent(MUATAN.slice(17, 21).join(' '));
  const paths = [
    ...[
      '/publik',
      '/publik/metode',
      '/publik/sekolah/69593332',
      `/publik?cari=${muatan}`,
      `/publik?bulan=${muatan}`,
    ],
    ...[
      `/p/${KODE}`,
      `/p/${muatan}`,
      `/cek?kode=${muatan}`,
      `/cek/${muatan}`,
      `/masuk?${muatan}`,
      `/latihan#${muatan}`,
    ],
  ];
  const { seen, wrong } = await kunjungi(phone, paths, () =>
    page.locator('h1').first().waitFor({ state: 'attached' }),
  );
  expect(wrong).toEqual(BERSIH);
  expect(seen.size).toBeGreaterThan(10);
  for (const path of ['/publik', `/p/${KODE}`, '/cek']) {
    await page.goto(world.url + path);
    expect(
      await page.locator('script, iframe, object, embed, base, [onerror], [onload], [onfocus]').count(),
    ).toBe(0);
  }
});
