import { readFileSync } from 'node:fs';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dokumen } from '../../client/i18n/id/dokumen.ts';
import { evaluasi as words } from '../../client/i18n/id/evaluasi.ts';
import { masuk } from '../../client/i18n/id/masuk.ts';
import { isi as isiSkp, mulai, periksaSkpKata, skp } from '../../client/i18n/id/skp.ts';
import { NAMA_PREDIKAT } from '../../shared/documents/index.ts';
import {
  kodePeriode,
  type Periode,
  type Predikat,
  predikatDari,
  RATING,
  type Rating,
} from '../../shared/domain/index.ts';
import { aRandom } from '../support/random.ts';
import { LAPTOP, type Phone, startPhone } from './support/chromium.ts';
import { aKegiatan } from './support/kegiatan.ts';
import { catatKegiatan, signIn } from './support/person.ts';
import { until } from './support/until.ts';
import { setClock } from './support/waktu.ts';
import { aWorld, type Warga, type World } from './support/world.ts';

const SEED = 2027;
const TAHUN = 2027;
const AWAL = Date.parse('2026-12-28T02:00:00Z');
const { number } = aRandom(SEED);
const oneOf = <T>(list: readonly T[]): T => list[Math.floor(number() * list.length)] as T;

let world: World;
let guru: Phone;
let kepala: Phone;
let by = AWAL - Date.now();

/** The whole world's clock, the service's and each phone's. */
const pergiKe = async (saat: string): Promise<void> => {
  by = Date.parse(`${saat}T02:00:00Z`) - Date.now();
  for (const phone of [guru, kepala]) await setClock(phone, by);
};

/** Weeks later a head's session is over, and after half a year hers: who signs in again finds everything as it was. */
const masukLagi = async (...siapa: readonly (readonly [Phone, Warga])[]): Promise<void> => {
  for (const [{ page }, { nip, sandi }] of siapa) {
    await page.goto(`${world.url}/masuk`);
    await page.fill('#nip', nip);
    await page.fill('#sandi', sandi);
    await page.getByRole('button', { name: masuk.masuk, exact: true }).click();
    await page.waitForURL(`${world.url}/`);
  }
};

beforeAll(async () => {
  world = await aWorld({ clock: () => Date.now() + by });
  [guru, kepala] = [await startPhone(), await startPhone({ size: LAPTOP })];
  await pergiKe('2026-12-28');
  await signIn(guru.page, world.url, world.anyGuru);
  await signIn(kepala.page, world.url, world.head);
});
afterAll(async () => {
  await guru?.close();
  await kepala?.close();
  await world?.close();
});

const diServer = (kind: string, milik: string): { tahap: string; predikat: string | null }[] =>
  world.rows(
    "SELECT json_extract(state, '$.tahap') AS tahap, json_extract(state, '$.predikat') AS predikat FROM records WHERE kind = ? AND owner = ? AND json_extract(content, ?) = ? ORDER BY n",
    kind,
    world.anyGuru.id,
    ...(milik.includes('-')
      ? ['$.uraian', milik]
      : [kind === 'skp' ? '$.tahun' : '$.periode.tahun', Number(milik)]),
  );

/** Half of the days there is no signal: then the work is done first, and goes when there is one. */
const dengan = async ({ context }: Phone, sinyal: boolean, kerja: () => Promise<void>): Promise<void> => {
  await context.setOffline(!sinyal);
  await kerja();
  await context.setOffline(false);
};

/** Opens a screen and looks whether something has come; who looks too early looks again, as people do. */
const tampak = async ({ page }: Phone, path: string, selector: string, hasText: string): Promise<boolean> => {
  await page.goto(`${world.url}${path}`);
  const dicari = page.locator(selector, { hasText }).first();
  return dicari.waitFor({ timeout: 8_000 }).then(
    () => true,
    () => false,
  );
};

const susunSkp = async (): Promise<void> => {
  const { page } = guru;
  await page.goto(`${world.url}/skp?tahun=${TAHUN}`);
  await page.getByRole('link', { name: skp.dariContoh }).click();
  for (const nomor of [0, 1, 2]) await page.locator('.baris-centang input').nth(nomor).check();
  await page.getByRole('button', { name: mulai.pakai(3) }).click();
  await page.waitForURL(/\/skp\/isi\//);
  await page.getByRole('button', { name: isiSkp.ajukan, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: isiSkp.ajukan, exact: true }).click();
  // With signal or without: what was handed in can be taken back.
  await page.getByRole('button', { name: skp.tarik }).waitFor();
};

const setujuiSkp = async (): Promise<void> => {
  const { page } = kepala;
  await page.goto(`${world.url}/periksa/skp`);
  await page.locator('.list-row', { hasText: skp.judul(TAHUN) }).click();
  await page.getByRole('button', { name: periksaSkpKata.setujui, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: periksaSkpKata.setujui, exact: true }).click();
  await page.waitForURL(/\/periksa\/skp$/);
};

const aturTriwulanan = async (): Promise<void> => {
  const { page } = kepala;
  await page.goto(`${world.url}/penilaian?periode=${TAHUN}-B1`);
  await page.getByText(words.penilai.atur, { exact: true }).click();
  await page.getByRole('radio', { name: words.penilai.triwulanan }).check();
  await page.getByRole('button', { name: words.penilai.aturSimpan }).click();
  await page.locator('.snackbar', { hasText: words.penilai.aturTersimpan }).waitFor();
};

const catat = async (hari: string, uraian: string): Promise<void> => {
  const ketikan = { tanggal: hari, mulai: '07:30', selesai: '08:40', volume: 2, satuan: 'JP' };
  await guru.page.goto(`${world.url}/`);
  await catatKegiatan(guru.page, aKegiatan(uraian, ketikan));
};

const setujuiKegiatan = async (uraian: string): Promise<void> => {
  const { page } = kepala;
  const baris = page.locator('.periksa-baris', { hasText: uraian });
  await baris.locator('button').click();
  await page.locator('.periksa-isi h2', { hasText: uraian }).waitFor();
  await page.keyboard.press('s');
  await baris.waitFor({ state: 'detached' });
};

const kirimEvaluasi = async (periode: Periode): Promise<void> => {
  const { page } = guru;
  await page.goto(`${world.url}/evaluasi/${kodePeriode(periode)}`);
  // What was approved stands beneath the fields; where it does not count what the indicator counts, she writes the figure.
  await page
    .getByText(/Dari \d+ catatan: /)
    .first()
    .waitFor();
  for (const isian of await page.locator('.evaluasi-rhk textarea').all())
    if ((await isian.inputValue()) === '') await isian.fill('Terlaksana, 2 JP menurut catatan');
  await page.getByRole('button', { name: words.isi.kirim }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.isi.kirim }).click();
  await page.getByRole('button', { name: words.hasil.tarik }).waitFor();
};

type Dua = { readonly hasil: Rating; readonly perilaku: Rating };

const nilai = async ({ hasil, perilaku }: Dua): Promise<void> => {
  const { page } = kepala;
  await page.keyboard.press(String(1 + RATING.indexOf(hasil)));
  await page.keyboard.press(String(4 + RATING.indexOf(perilaku)));
  await page.locator('.predikat-nama').waitFor();
  await page.keyboard.press('t');
  await page.locator('.snackbar', { hasText: words.penilai.ditetapkan(1) }).waitFor();
};

const bacaHasil = async (periode: Periode, predikat: Predikat): Promise<void> => {
  const hasil = `/evaluasi/${kodePeriode(periode)}`;
  await until('the result', () => tampak(guru, hasil, '.predikat-nama', words.predikat[predikat]), 120_000);
};

const ditetapkan = (): (string | null)[] =>
  diServer('evaluasi', String(TAHUN)).map(({ predikat }) => predikat);

/** From the proposal to the result that she reads; gives what two ratings must come to. */
const evaluasi = async (periode: Periode, sinyal: boolean): Promise<Predikat> => {
  const dua: Dua = { hasil: oneOf(RATING), perilaku: oneOf(RATING) };
  const harus = predikatDari(dua, `${TAHUN}-12-31`);
  if (!harus) throw new Error('no predikat for two ratings');
  const sudah = ditetapkan().length;
  await dengan(guru, sinyal, () => kirimEvaluasi(periode));
  await until('her evaluation on the server', () => ditetapkan().length > sudah);
  const satu = `/penilaian?periode=${kodePeriode(periode)}&guru=${world.anyGuru.id}`;
  await until('hers before the head', () => tampak(kepala, satu, '.kuadran', ''), 120_000);
  await dengan(kepala, !sinyal, () => nilai(dua));
  await until('the predikat', () => ditetapkan().at(-1) === harus);
  await bacaHasil(periode, harus);
  return harus;
};

/** A day within each quarter on which something is recorded, and one after it on which it is evaluated. */
const TRIWULAN = [
  { kerja: '2027-02-10', sesudah: '2027-04-02' },
  { kerja: '2027-05-12', sesudah: '2027-07-02' },
  { kerja: '2027-08-11', sesudah: '2027-10-04' },
  { kerja: '2027-11-10', sesudah: '2027-12-30' },
] as const;

/** The PDF of a document about the whole year, as text without spaces. */
const pdf = async (jenis: 'penilaian' | 'konversi'): Promise<string> => {
  const { page } = guru;
  await page.goto(`${world.url}/dokumen/${jenis}?periode=${TAHUN}-A1&bulan=${TAHUN}-12`);
  const [unduhan] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: dokumen.unduhPdf }).click(),
  ]);
  const proxy = await getDocumentProxy(new Uint8Array(readFileSync(await unduhan.path())));
  return (await extractText(proxy, { mergePages: true })).text.replace(/\s+/g, '');
};

test('a year of a teacher and her head, half of it without signal: from the template to the PDF', async () => {
  await pergiKe('2027-01-05');
  await dengan(guru, false, susunSkp);
  await until('her SKP on the server', () => diServer('skp', String(TAHUN))[0]?.tahap === 'DIAJUKAN');
  await dengan(kepala, true, setujuiSkp);
  await until('it approved', () => diServer('skp', String(TAHUN))[0]?.tahap === 'DISETUJUI');
  const disetujui = () => tampak(guru, `/skp?tahun=${TAHUN}`, '.status-pill', skp.tahap.DISETUJUI);
  await until('her plan approved on hers', disetujui, 120_000);
  await dengan(kepala, false, aturTriwulanan);

  const predikat: Predikat[] = [];
  for (const [i, { kerja, sesudah }] of TRIWULAN.entries()) {
    const sinyal = i % 2 === 0;
    const uraian = `Mengajar pecahan-triwulan ${i + 1}`;
    await pergiKe(kerja);
    await masukLagi([kepala, world.head]);
    await dengan(guru, !sinyal, () => catat(kerja, uraian));
    await until('it on the server', () => diServer('entri', uraian)[0]?.tahap === 'DIAJUKAN');
    await until('it in the head’s list', () => tampak(kepala, '/periksa', '.periksa-baris', uraian), 120_000);
    await dengan(kepala, sinyal, () => setujuiKegiatan(uraian));
    await until('it approved', () => diServer('entri', uraian)[0]?.tahap === 'DISETUJUI');
    const bulanan = `/kegiatan?bulan=${kerja.slice(0, 7)}`;
    await until('it approved on hers', () => tampak(guru, bulanan, '.status-pill', 'Disetujui'), 120_000);
    await pergiKe(sesudah);
    await masukLagi([kepala, world.head], ...(i % 2 === 1 ? [[guru, world.anyGuru] as const] : []));
    predikat.push(await evaluasi({ tahun: TAHUN, tipe: 'triwulanan', angka: i + 1 }, sinyal));
  }
  await pergiKe('2028-01-04');
  predikat.push(await evaluasi({ tahun: TAHUN, tipe: 'tahunan', angka: 1 }, false));
  expect(ditetapkan()).toEqual(predikat);

  const akhir = NAMA_PREDIKAT[predikat.at(-1) ?? 'BAIK'];
  const lembar = await pdf('penilaian');
  expect(lembar).toContain(akhir.toUpperCase().replaceAll(' ', ''));
  expect(lembar).toContain('Periksakeasliandokumenini');
  const konversi = await pdf('konversi');
  expect(konversi).toContain(akhir.replaceAll(' ', ''));
  expect(konversi).toContain(`Januaris.d.Desember${TAHUN}(12bulan)`);
});
