import { afterAll, beforeAll, expect, test } from 'vitest';
import { akses } from '../../client/i18n/id/akses.ts';
import { bukti } from '../../client/i18n/id/bukti.ts';
import { masuk } from '../../client/i18n/id/masuk.ts';
import { tambahAdmin } from '../../server/operations/admin.ts';
import { tambahPegawai, tambahSekolah } from '../../server/operations/akun.ts';
import { LAPTOP, PHONE, type Phone, startPhone } from './support/chromium.ts';
import { masukPintu } from './support/person.ts';
import { bukaRuang } from './support/ruang.ts';
import { axeFindings } from './support/screens.ts';
import { until } from './support/until.ts';
import { kini } from './support/waktu.ts';
import { aWorld, type Warga, type World } from './support/world.ts';

const MENIT = 60_000;
const words = akses.massal;
const NPSN = '69593332';
/** A school that nobody has been in yet, its head neither. */
const BARU = { npsn: '20104599', nama: 'SD Negeri Harapan', kepala: 'Ratna Dewi' };
const NAMA = ['Agus', 'Bayu', 'Citra', 'Dewi', 'Eka', 'Fitri', 'Gede', 'Hadi', 'Indah', 'Joko', 'Kartika'];

let world: World;
/** How far the service's clock has gone on beside the tests', ms. */
let lewat = 0;
const admin = { sekolah: {} as Warga, dinas: {} as Warga };
const phones: Phone[] = [];

/** A phone on which somebody has signed in. */
const masukSebagai = async (orang: Warga): Promise<Phone> => {
  const phone = await startPhone();
  phones.push(phone);
  await masukPintu(phone.page, world.url, orang);
  return phone;
};

beforeAll(async () => {
  world = await aWorld({ clock: () => kini() + lewat });
  await world.stop();
  const rooms = await bukaRuang(world);
  const baru = async (isian: Readonly<Record<string, string>>): Promise<Warga> => {
    const made = await tambahAdmin(rooms, isian);
    if (!made.ok || made.sandi === null) throw new Error('no admin');
    return { ...world.anyGuru, nip: made.nip, nama: made.nama, sandi: made.sandi };
  };
  const pegawai = async (npsn: string, nama: string, nomor: number, peran = 'guru'): Promise<void> => {
    const made = await tambahPegawai(rooms, { npsn, nama, peran, nip: `1990010120150110${nomor}` });
    if (!made.ok) throw new Error(made.kalimat);
  };
  for (const [i, nama] of NAMA.entries()) await pegawai(NPSN, `${nama} Lestari`, 10 + i);
  await tambahSekolah(rooms, BARU);
  await pegawai(BARU.npsn, BARU.kepala, 30, 'penilai');
  for (const [i, nama] of NAMA.slice(0, 5).entries()) await pegawai(BARU.npsn, `${nama} Wulandari`, 40 + i);
  admin.sekolah = await baru({ nip: '198506212010031001', nama: 'Tata', npsn: NPSN });
  admin.dinas = await baru({ nip: '197106211998031001', nama: 'Wawan', instansi: 'P0000001' });
  await rooms.store.close();
  await world.start();
});
afterAll(async () => {
  for (const phone of phones) await phone.close();
  await world?.close();
});

const penerbit = (): string[] =>
  world
    .rows<{ oleh: string }>(
      "SELECT actor_nama AS oleh FROM commands WHERE kind = 'akses.catat' AND json_extract(body, '$.isi.jenis') = 'slip' ORDER BY n",
    )
    .map(({ oleh }) => oleh);

test('a school’s admin prints slips for everybody who has never signed in: who, a yes, the pages, and each in the ledger', async () => {
  const { page } = await masukSebagai(admin.sekolah);
  await page.setViewportSize(PHONE);
  await page.goto(`${world.url}/akses`);
  await page.getByRole('button', { name: words.buka }).press('Enter');
  await page.getByRole('heading', { name: words.jumlah(11) }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  // Who has been in is none of these.
  for (const { nama } of [world.anyGuru, world.head])
    expect(await page.locator('.akses-pilih', { hasText: nama }).count()).toBe(0);
  await page.getByText(words.hanyaGuru).waitFor();
  await page.getByRole('checkbox').nth(1).press('Space');
  await page.getByRole('button', { name: words.terbitkan(10) }).press('Enter');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: words.tanya.ya, exact: true }).press('Enter');
  await page.getByRole('heading', { name: akses.slip.judulHalaman(10) }).waitFor();
  expect(await page.locator('.slip').count()).toBe(10);
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('isi');
  const nama = await page.locator('.slip h2').allTextContents();
  expect(nama).toEqual([...nama].sort((a, b) => a.localeCompare(b, 'id')));
  expect(penerbit()).toEqual(Array.from({ length: 10 }, () => 'Tata'));

  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: akses.slip.cetak }).isVisible()).toBe(false);
  const lembar = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  const halaman = lembar.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(halaman).toBeGreaterThan(1);
  expect(halaman).toBeLessThanOrEqual(3);
  await page.emulateMedia({ media: 'screen' });

  const satu = page.locator('.slip').last();
  const kode = (await satu.locator('.slip-kode').textContent()) ?? '';
  const nip = ((await satu.locator('dd').first().textContent()) ?? '').replaceAll(' ', '');
  const hp = await startPhone();
  phones.push(hp);
  await hp.page.goto(`${world.url}/masuk#slip=${nip}.${kode.replaceAll('-', '')}`);
  await hp.page.getByRole('button', { name: masuk.masuk, exact: true }).click();
  await hp.page.getByText(masuk.kodeDiterima('Tata')).waitFor();

  // Slips that are out are not issued again unless that is ticked: the paper in her hand would be void.
  await page.getByRole('button', { name: akses.slip.tutup, exact: true }).last().click();
  await page.getByRole('button', { name: words.buka }).click();
  await page.getByRole('heading', { name: words.jumlah(11) }).waitFor();
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(1);
  expect(await page.getByText('Dengan slip baru, slip itu hangus', { exact: false }).count()).toBe(10);
});

test('an instansi’s admin chooses the school first; without a network it stops, and the rest follows after; a head’s waits for a second', async () => {
  const { page, context } = await masukSebagai(admin.dinas);
  await page.setViewportSize(LAPTOP);
  await page.goto(`${world.url}/akses`);
  await page.getByText(words.pilihSekolah).waitFor();
  await page.getByLabel(akses.sekolah).selectOption(BARU.npsn);
  await page.getByRole('button', { name: words.buka }).click();
  const kepala = page.locator('.akses-pilih', { hasText: BARU.kepala });
  await kepala.getByText(words.dua).waitFor();
  await page.getByLabel(words.semua).check();
  const semua = await page.getByRole('checkbox').count();
  // The third answer never comes.
  let ke = 0;
  await page.route(/\/api\/access\/[^/]+\/slip$/, async (route) => {
    ke += 1;
    if (ke === 3) await context.setOffline(true);
    await (ke === 3 ? route.abort() : route.continue());
  });
  // Ten minutes after signing in the password is asked for once more.
  lewat = 11 * MENIT;
  await page.getByRole('button', { name: words.terbitkan(semua - 1) }).click();
  await page.getByRole('button', { name: words.tanya.ya, exact: true }).click();
  await page.getByText(bukti.isi.bukti_diri).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  ke = 0;
  await page.getByLabel(bukti.sandi).fill(admin.dinas.sandi);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText(words.terputus, { exact: false }).waitFor();
  await page.getByText(words.sebagian(2, semua - 3), { exact: false }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await context.setOffline(false);
  await page.getByRole('button', { name: words.terbitkan(semua - 3) }).click();
  await page.getByRole('button', { name: words.tanya.ya, exact: true }).click();
  await page.getByRole('heading', { name: akses.slip.judulHalaman(semua - 1) }).waitFor();
  const slip = page.locator('.slip', { hasText: BARU.kepala });
  await slip.getByText(akses.slip.menunggu).waitFor();
  expect(await page.getByText(akses.slip.menunggu).count()).toBeGreaterThanOrEqual(1);
  await until('each in the ledger', () => penerbit().filter((oleh) => oleh === 'Wawan').length >= semua - 1);
});
