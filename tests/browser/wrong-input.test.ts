import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catat } from '../../client/i18n/id/guru.ts';
import { kataMasalah, masalah } from '../../client/i18n/id/masalah.ts';
import { masuk } from '../../client/i18n/id/masuk.ts';
import { umum } from '../../client/i18n/id/umum.ts';
import { jenisHari, tambahHari } from '../../shared/domain/index.ts';
import { cleanText, type Satker } from '../../shared/records/index.ts';
import { type Phone, startPhone } from './support/chromium.ts';
import { aKegiatan, bukaForm, catatDi } from './support/kegiatan.ts';
import { signIn, simpan } from './support/person.ts';
import { onServer } from './support/phone-db.ts';
import { until } from './support/until.ts';
import { hariIni } from './support/waktu.ts';
import { aWorld, type World } from './support/world.ts';

const foto = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../fixtures/foto', name));

let world: World;
let phone: Phone;

beforeAll(async () => {
  world = await aWorld();
  phone = await startPhone();
});
afterAll(async () => {
  await phone?.close();
  await world?.close();
});

const says = (words: string) => phone.page.getByText(words, { exact: true }).first().waitFor();
const tekanSimpan = () => phone.page.getByRole('button', { name: catat.simpan, exact: true }).click();

const masukkan = () => phone.page.getByRole('button', { name: masuk.masuk, exact: true }).click();

test('a NIP of 19 digits is kept and counted, and costs no try', async () => {
  const { page } = phone;
  await page.goto(`${world.url}/masuk`);
  await page.fill('#nip', `${world.anyGuru.nip}7`);
  await page.fill('#sandi', 'sandi yang tidak dikirim');
  await masukkan();
  await says(masuk.nipSalah(19));
  expect(await page.inputValue('#nip')).toBe(`${world.anyGuru.nip}7`);
});

test('who was wrong too often is told that this NIP has to wait, and how long', async () => {
  const { page } = phone;
  await page.fill('#nip', '199001012020121099');
  await page.fill('#sandi', 'bukan sandi siapa-siapa');
  const tunggu = page.getByText(
    /^Terlalu sering salah\. Coba lagi (\d+ detik lagi|pukul \d\d\.\d\d), atau minta/,
  );
  await until('the wait', async () => {
    await masukkan();
    await page.locator('[role=alert]').waitFor();
    return tunggu.isVisible();
  });
});

test('a NIP of 17 digits, an empty and a wrong password are each answered in words, and nothing typed is lost', async () => {
  const { nip, sandi } = world.anyGuru;
  const { page } = phone;
  await page.goto(`${world.url}/masuk`);
  await page.fill('#nip', nip.slice(0, 17));
  await masukkan();
  await says(masuk.nipSalah(17));
  await page.fill('#nip', nip);
  await masukkan();
  await says(masuk.sandiKosong);
  // A blank that a keyboard adds costs no try.
  await page.fill('#sandi', `${sandi} `);
  await masukkan();
  await says(masuk.sandiSpasi);
  await page.fill('#sandi', `${sandi} salah`);
  await masukkan();
  await says(masalah.sandi_salah({ sisa: 5 }));
  expect((await page.inputValue('#nip')).replace(/\D/g, '')).toBe(nip);
  await phone.context.setOffline(true);
  await masukkan();
  await says(masuk.pertamaPerluInternet);
  await phone.context.setOffline(false);
  await signIn(page, world.url, world.anyGuru);
});

const png = (width: number): Buffer => {
  const bytes = Buffer.alloc(64);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(bytes);
  bytes.writeUInt32BE(13, 8);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(10, 20);
  bytes.write('IEND', 56, 'latin1');
  return bytes;
};
const heic = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypheic\0\0\0\0mif1heic'),
  Buffer.alloc(64),
]);

const BERKAS: readonly { name: string; buffer: Buffer; words: string }[] = [
  {
    name: 'gambar.svg',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    words: masalah.bukan_foto({}),
  },
  {
    name: 'halaman.jpg',
    buffer: Buffer.from('<!doctype html><p>bukan foto</p>'),
    words: masalah.bukan_foto({}),
  },
  { name: 'bahaya-svg.jpg', buffer: foto('bahaya-svg.jpg'), words: masalah.bukan_foto({}) },
  {
    name: 'terpotong.jpg',
    buffer: foto('papan-tulis.jpg').subarray(0, 4000),
    words: masalah.foto_rusak({}),
  },
  { name: 'lebar.png', buffer: png(30_000), words: masalah.foto_besar({}) },
  { name: 'IMG_0001.HEIC', buffer: heic, words: masalah.bukan_foto({ jenis: 'heic' }) },
];

test('files that are no photos are refused each with its reason, and the form stays as it was', async () => {
  const uraian = 'Kegiatan yang fotonya salah pilih';
  await bukaForm(phone.page, world.url, aKegiatan(uraian));
  for (const { name, buffer, words } of BERKAS) {
    await phone.page.getByLabel(catat.galeri).setInputFiles({ name, mimeType: 'image/jpeg', buffer });
    await says(words);
    expect(await phone.page.locator('.photo-grid img').count(), name).toBe(0);
    expect(await phone.page.inputValue('#bidang-uraian'), name).toBe(uraian);
    // A good one takes the message away, so that the next one is not mistaken for it.
    await phone.page.getByLabel(catat.galeri).setInputFiles({
      name: 'baik.jpg',
      mimeType: 'image/jpeg',
      buffer: foto('papan-tulis.jpg'),
    });
    await phone.page.locator('.photo-grid img').waitFor();
    await phone.page.getByRole('button', { name: catat.hapusFoto(1) }).click();
    await phone.page.locator('.photo-grid img').waitFor({ state: 'detached' });
  }
  await phone.page.getByRole('button', { name: umum.aksi.urungkan }).click();
  await phone.page.locator('.photo-grid img').waitFor();
  await simpan(phone.page);
  await until('the entry on the server', () => onServer(world, uraian).length === 1);
});

const ANEH: readonly { name: string; teks: string }[] = [
  { name: 'NUL and other controls', teks: 'Rapat\u0000 dinas\u0007 di balai\u001b desa' },
  { name: 'right-to-left overrides and Arabic', teks: 'Mengaji \u202eterbalik\u202c bersama: بِسْمِ اللَّه' },
  { name: 'emoji of several code points', teks: 'Senam pagi 👩🏽‍🏫👨‍👩‍👧‍👦🇮🇩 bersama murid' },
  { name: 'letters in two pieces', teks: 'Membaca cafe\u0301 dan na\u0308if bersama kelas' },
  { name: 'quotes, angle brackets, backslashes', teks: `<b onload="x">'); DROP TABLE -- \\u0000 & "murid"` },
];

test.each(ANEH.map((aneh, i) => [aneh.name, aneh, i] as const))(
  '%s in the text are stored as cleaned and arrive to the byte',
  async (_, { teks }, i) => {
    await catatDi(phone.page, world.url, aKegiatan(teks, { mulai: `03:${i}0`, selesai: `03:${i}5` }));
    const bersih = cleanText(teks).trim();
    await until('the text on the server', () => onServer(world, bersih).length === 1);
    await phone.page.locator('.baris-entri-judul', { hasText: bersih }).waitFor();
  },
);

test('100,000 letters pasted are refused with their number, and stay in the form', async () => {
  const teks = 'panjang sekali '.repeat(6667).slice(0, 100_000).replace(/ $/, 'x');
  await bukaForm(phone.page, world.url, aKegiatan(teks));
  await tekanSimpan();
  await says(kataMasalah('teks_panjang', { bidang: 'uraian', sekarang: 100_000 }));
  expect(await phone.page.inputValue('#bidang-uraian')).toBe(teks);
});

const SALAH: readonly {
  name: string;
  isian: Parameters<typeof aKegiatan>[1];
  uraian?: string;
  words: string;
}[] = [
  {
    name: 'a date of tomorrow',
    isian: { tanggal: tambahHari(hariIni, 1) },
    words: masalah.tanggal_masa_depan({}),
  },
  {
    name: 'a day past the limit',
    isian: { tanggal: tambahHari(hariIni, -40) },
    words: masalah.lewat_batas({ tanggal: tambahHari(hariIni, -40), hari: 31, hariIni }),
  },
  {
    name: 'an end before the start',
    isian: { mulai: '05:00', selesai: '04:00' },
    words: masalah.jam_terbalik({}),
  },
  { name: 'no result', isian: { volume: 0 }, words: masalah.realisasi_bulat({}) },
  { name: 'no unit', isian: { satuan: '' }, words: masalah.teks_kosong({ bidang: 'satuan' }) },
  { name: 'no text', isian: {}, uraian: '', words: masalah.teks_kosong({ bidang: 'uraian' }) },
  { name: 'five letters', isian: {}, uraian: 'Rapat', words: masalah.teks_pendek({ bidang: 'uraian' }) },
];

test.each(SALAH.map((salah) => [salah.name, salah] as const))(
  '%s is refused under its field and in the summary, and the form stays',
  async (_, { isian, uraian = 'Kegiatan dengan satu kesalahan', words }) => {
    await bukaForm(phone.page, world.url, aKegiatan(uraian, isian));
    const form = phone.page.url();
    await tekanSimpan();
    await phone.page.locator('.error-summary').getByText(words, { exact: true }).waitFor();
    expect(await phone.page.locator('.field-error', { hasText: words }).count()).toBe(1);
    expect(phone.page.url()).toBe(form);
    expect(await phone.page.inputValue('#bidang-uraian')).toBe(uraian);
  },
);

const sekolah = (): Satker => {
  const [row] = world.rows<{ content: string }>("SELECT content FROM records WHERE kind = 'satker'");
  return JSON.parse(row?.content ?? '{}') as Satker;
};

test('a day of a month that was locked is refused with the name of the month', async () => {
  const [bulan = ''] = sekolah().bulanTerkunci;
  await bukaForm(
    phone.page,
    world.url,
    aKegiatan('Kegiatan yang terlambat dicatat', { tanggal: `${bulan}-10` }),
  );
  await tekanSimpan();
  await says(masalah.bulan_terkunci({ bulan }));
});

test('hours that overlap are named with the other activity, and may be kept', async () => {
  const satu = 'Rapat persiapan lomba desa';
  const dua = 'Memeriksa buku sambil rapat';
  await catatDi(phone.page, world.url, aKegiatan(satu, { mulai: '02:00', selesai: '03:00' }));
  await bukaForm(phone.page, world.url, aKegiatan(dua, { mulai: '02:30', selesai: '02:50' }));
  await tekanSimpan();
  await says(kataMasalah('bertumpuk', { uraian: satu, mulai: '02:00', selesai: '03:00' }));
  await phone.page.getByRole('button', { name: catat.periksaLagi }).click();
  expect(await phone.page.inputValue('#bidang-uraian')).toBe(dua);
  await simpan(phone.page);
  await until('both on the server', () => onServer(world, dua).length === 1);
});

test('a holiday is named before an activity is recorded on it, and may be kept', async () => {
  const satker = sekolah();
  const tanggal =
    satker.kalender.findLast(
      ({ libur, mulai }) => libur && mulai <= hariIni && !satker.bulanTerkunci.includes(mulai.slice(0, 7)),
    )?.mulai ?? '';
  const hari = jenisHari(tanggal, satker);
  if (hari.jenis !== 'libur') throw new Error('no holiday in the demo school’s calendar');
  const uraian = 'Upacara dan lomba bersama warga desa';
  await phone.context.setOffline(true);
  await phone.page.clock.setFixedTime(new Date(`${tanggal}T13:00:00+07:00`));
  await bukaForm(phone.page, world.url, aKegiatan(uraian, { tanggal }));
  await tekanSimpan();
  await says(masalah.hari_libur({ nama: hari.nama }));
  await phone.page.getByRole('button', { name: catat.simpanTetap }).click();
  await phone.page.locator('.baris-entri', { hasText: uraian }).waitFor();
  await phone.context.setOffline(false);
});
