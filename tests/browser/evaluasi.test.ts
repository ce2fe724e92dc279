import { afterAll, beforeAll, expect, test } from 'vitest';
import { bulanTahun, namaBulan } from '../../client/i18n/format.ts';
import { antrean } from '../../client/i18n/id/antrean.ts';
import { evaluasi as words } from '../../client/i18n/id/evaluasi.ts';
import { beranda, detail } from '../../client/i18n/id/guru.ts';
import { menungguLain } from '../../client/i18n/id/menunggu.ts';
import { penilai as penilaiWords } from '../../client/i18n/id/penilai.ts';
import { skp } from '../../client/i18n/id/skp.ts';
import { status as statusEntri } from '../../client/i18n/id/umum.ts';
import { kodePeriode, type Periode, rentangPeriode, tambahBulan } from '../../shared/domain/index.ts';
import { LAPTOP, type Phone, startPhone } from './support/chromium.ts';
import { signIn } from './support/person.ts';
import { axeFindings, settled } from './support/screens.ts';
import { until } from './support/until.ts';
import { aWorld, type World } from './support/world.ts';

const { isi, hasil, penilai, keberatan, atasan } = words;
let world: World;
let phone: Phone;
let laptop: Phone;
let periode: Periode;

beforeAll(async () => {
  world = await aWorld();
  phone = await startPhone();
  laptop = await startPhone({ size: LAPTOP });
  await signIn(phone.page, world.url, world.anyGuru);
  await signIn(laptop.page, world.url, world.head);
  // The month in which the demo's busiest teacher has most approved entries.
  const [bulan = ''] = world
    .rows<{ bulan: string }>(
      "SELECT substr(json_extract(content, '$.tanggal'), 1, 7) AS bulan FROM records WHERE kind = 'entri' AND owner = ? AND json_extract(state, '$.tahap') = 'DISETUJUI' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
      world.anyGuru.id,
    )
    .map((row) => row.bulan);
  periode = { tahun: Number(bulan.slice(0, 4)), tipe: 'bulanan', angka: Number(bulan.slice(5)) };
});
afterAll(async () => {
  await phone?.close();
  await laptop?.close();
  await world?.close();
});

/** What the service holds of her evaluation; one element for each there is. */
const onServer = (): {
  tahap: string;
  predikat: string | null;
  alasan: string | null;
  dibaca: number | null;
}[] =>
  world.rows(
    "SELECT json_extract(state, '$.dibaca') AS dibaca, json_extract(state, '$.tahap') AS tahap, json_extract(state, '$.predikat') AS predikat, json_extract(state, '$.keberatan.alasan') AS alasan FROM records WHERE kind = 'evaluasi' AND owner = ?",
    world.anyGuru.id,
  );

const kirim = async (): Promise<void> => {
  const { page } = phone;
  await page.getByRole('button', { name: isi.kirim, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: isi.kirim, exact: true }).click();
};

const findings: string[] = [];
const look = async (where: string, { page }: Phone): Promise<void> => {
  await settled(page);
  for (const finding of await axeFindings(page)) findings.push(`${where}: ${finding}`);
  const width = page.viewportSize() ?? LAPTOP;
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) findings.push(`${where}: ${wide} px wider than a small phone`);
  await page.setViewportSize(width);
};

test('a teacher prepares her evaluation without a network from what was approved, and it goes by itself', async () => {
  const { page, context } = phone;
  await page.goto(`${world.url}/evaluasi`);
  await look('list', phone);
  await page.goto(`${world.url}/evaluasi/${kodePeriode(periode)}`);
  await context.setOffline(true);
  await look('form', phone);
  const realisasi = page.locator('.evaluasi-rhk textarea');
  await until(
    'a proposal',
    async () =>
      await realisasi.evaluateAll((all) => all.some((one) => (one as HTMLTextAreaElement).value !== '')),
  );
  await page.locator('.evaluasi-bukti summary').first().click();
  await page.locator('.evaluasi-bukti .baris-entri').first().waitFor();
  await realisasi.first().fill('24 JP, seluruh materi semester ganjil');
  await page
    .getByRole('radiogroup', { name: isi.hasil })
    .getByRole('radio', { name: words.ratingPendek.SESUAI })
    .check();
  await page.reload();
  await until('what she typed to be there still', async () =>
    (await realisasi.first().inputValue()).startsWith('24 JP, seluruh'),
  );
  await page.getByRole('link', { name: words.kembali }).click();
  const baris = page.locator(`.list-row[href$="${kodePeriode(periode)}"]`);
  await baris.getByText(words.tahap.DRAF, { exact: true }).waitFor();
  await baris.getByText(words.belumDisimpan).waitFor();
  await baris.click();
  // A box is as high as what is in it: most hold nothing yet, and there are many.
  const tinggi = await realisasi.evaluateAll((all) =>
    all.filter((one) => (one as HTMLTextAreaElement).value === '').map((one) => one.clientHeight),
  );
  expect(tinggi.length).toBeGreaterThan(5);
  expect(Math.max(...tinggi)).toBeLessThanOrEqual(48);
  await realisasi.nth(1).fill('satu baris yang panjang '.repeat(8).trim());
  expect(await realisasi.nth(1).evaluate((one) => one.clientHeight)).toBeGreaterThan(72);
  await kirim();
  // Nobody has it yet, and nothing says so.
  await page.getByText(hasil.diHp).waitFor();
  await page.locator('.status-pill', { hasText: words.diHp }).waitFor();
  expect(await page.getByText(words.tahap.DIAJUKAN).count()).toBe(0);
  expect(onServer()).toEqual([]);
  await context.setOffline(false);
  await until('it on the server', () => onServer()[0]?.tahap === 'DIAJUKAN');
  await page.locator('.status-pill', { hasText: words.tahap.DIAJUKAN }).waitFor();
  await page.getByText(hasil.menunggu).waitFor();
});

test('one handed in by mistake is taken back, while it waits for signal as after, with all that it says', async () => {
  const { page, context } = phone;
  const realisasi = page.locator('.evaluasi-rhk textarea').first();
  await look('handed in', phone);
  await page.getByRole('button', { name: hasil.tarik }).click();
  await realisasi.waitFor();
  expect(await realisasi.inputValue()).toBe('24 JP, seluruh materi semester ganjil');
  await until('it hers again', () => onServer()[0]?.tahap === 'DRAF');
  await context.setOffline(true);
  await kirim();
  await page.getByRole('button', { name: hasil.tarik }).click();
  await realisasi.fill('24 JP, seluruh materi semester ganjil, dua kelas');
  await kirim();
  await page.getByText(hasil.diHp).waitFor();
  expect(onServer()[0]?.tahap).toBe('DRAF');
});

test('what waits of an evaluation is read in the queue in her own words', async () => {
  const { page, context } = phone;
  await page.goto(`${world.url}/antrean`);
  await page.getByRole('button', { name: antrean.lihat }).first().click();
  const isiDialog = page.getByRole('dialog');
  await isiDialog.getByText('24 JP, seluruh materi semester ganjil, dua kelas').waitFor();
  await isiDialog.getByText(antrean.jenis['evaluasi.tarik'] ?? '').waitFor();
  await isiDialog.getByText(isi.refleksi).waitFor();
  expect(await isiDialog.locator('dt').allInnerTexts()).not.toContain('hasil');
  await context.setOffline(false);
  await page.goto(`${world.url}/evaluasi/${kodePeriode(periode)}`);
  await until('it on the server', () => onServer()[0]?.tahap === 'DIAJUKAN');
});

test('the head’s page opens on who waits and keeps all it can do in sight; a key that cannot decide says why', async () => {
  const { page } = laptop;
  await page.goto(world.url);
  await page.getByText(menungguLain.evaluasi(1)).click();
  const kini = page.locator('.evaluasi-guru > [aria-current]');
  await kini.locator('.status-pill', { hasText: penilai.tahap.DIAJUKAN }).waitFor();
  const kotak = await Promise.all(
    [penilai.kembalikan, penilai.simpan, penilai.tetapkan].map((name) =>
      page.locator('.evaluasi-aksi').getByRole('button', { name, exact: true }).boundingBox(),
    ),
  );
  expect(new Set(kotak.map((satu) => satu?.y)).size).toBe(1);
  expect(Math.max(...kotak.map((satu) => (satu?.y ?? 1e9) + (satu?.height ?? 0)))).toBeLessThan(
    LAPTOP.height,
  );
  await page.keyboard.press('t');
  await page.locator('.snackbar', { hasText: penilai.ratingKurang(true, true) }).waitFor();
});

test('the head rates by keyboard without a network, sees the predikat and why, and makes it final', async () => {
  const { page, context } = laptop;
  await page.goto(`${world.url}/penilaian?periode=${kodePeriode(periode)}&guru=${world.anyGuru.id}`);
  await page.locator('.kuadran').waitFor();
  await look('head', laptop);
  await context.setOffline(true);
  await page.keyboard.press('3');
  await page.keyboard.press('5');
  await page
    .locator('.predikat', { hasText: words.alasan({ hasil: 'DI_ATAS', perilaku: 'SESUAI' }) })
    .waitFor();
  await page.reload();
  await page.locator('.kuadran [aria-current]', { hasText: words.predikat.BAIK }).waitFor();
  await page.keyboard.press('6');
  await page.locator('.predikat-nama', { hasText: words.predikat.SANGAT_BAIK }).waitFor();
  await page.fill('#catatan-nilai', 'Pertahankan.');
  await page.locator('article > h2').click();
  const { awal, akhir } = rentangPeriode(periode);
  const belum = world.rows(
    "SELECT 1 FROM records WHERE kind = 'entri' AND owner = ? AND json_extract(state, '$.tahap') = 'DIAJUKAN' AND json_extract(content, '$.tanggal') BETWEEN ? AND ?",
    world.anyGuru.id,
    awal,
    akhir,
  ).length;
  await page.keyboard.press('t');
  const tanya = page.getByRole('dialog');
  await tanya.getByText(penilai.tanyaTetapkanKet(belum)).waitFor();
  await tanya.getByText(penilai.masihTerbuka(words.periode(periode))).waitFor();
  await tanya.getByRole('button', { name: penilai.tetapkan, exact: true }).click();
  await page.locator('.snackbar', { hasText: penilai.ditetapkan(1) }).waitFor();
  await page
    .locator('.evaluasi-guru > [aria-current] .status-pill', { hasText: penilai.tahap.DITETAPKAN })
    .waitFor();
  expect(onServer()[0]?.tahap).toBe('DIAJUKAN');
  await context.setOffline(false);
  await until('it final on the server', () => onServer()[0]?.predikat === 'SANGAT_BAIK');
});

test('the month is locked where its evaluations are made final, and only then its activities are closed', async () => {
  const { page } = laptop;
  // The month that runs is not offered: what the test stands in is whatever day the suite is played on.
  const bulan = tambahBulan(await page.evaluate(() => new Date().toISOString().slice(0, 7)), -1);
  const lalu: Periode = { tahun: Number(bulan.slice(0, 4)), tipe: 'bulanan', angka: Number(bulan.slice(5)) };
  const [entri] = world.rows<{ id: string }>(
    "SELECT id FROM records WHERE kind = 'entri' AND owner = ? AND json_extract(state, '$.tahap') = 'DIAJUKAN' AND substr(json_extract(content, '$.tanggal'), 1, 7) = ?",
    world.anyGuru.id,
    bulan,
  );
  const { page: hers } = phone;
  await hers.goto(`${world.url}/kegiatan/${encodeURIComponent(entri?.id ?? '')}`);
  await hers
    .getByRole('link', { name: detail.ubah, exact: true })
    .or(hers.getByRole('button', { name: detail.ubah, exact: true }))
    .waitFor();
  await page.goto(`${world.url}/penilaian?periode=${kodePeriode(lalu)}`);
  await page.getByText(penilai.masihTerbuka(words.periode(lalu))).waitFor();
  const kunci = { name: penilaiWords.bulan.kunci(bulanTahun(bulan)), exact: true };
  await page.getByRole('button', kunci).click();
  await page.getByRole('dialog').getByRole('button', kunci).click();
  await page.locator('.status-pill', { hasText: penilaiWords.bulan.terkunci(bulanTahun(bulan)) }).waitFor();
  expect(await page.getByText(penilai.masihTerbuka(words.periode(lalu))).count()).toBe(0);
  await until('the lock on the server', () =>
    world
      .rows<{ content: string }>("SELECT content FROM records WHERE kind = 'satker'")
      .some(({ content }) =>
        (JSON.parse(content) as { bulanTerkunci: string[] }).bulanTerkunci.includes(bulan),
      ),
  );
  const kegiatan = hers.url();
  await hers.goto(`${world.url}/antrean`);
  await hers.getByRole('button', { name: antrean.kirimSekarang }).click();
  await hers.getByText(antrean.jawaban.kosong).waitFor();
  await hers.goto(kegiatan);
  await hers.getByText(statusEntri.terkunci.rinci(namaBulan(bulan))).waitFor();
  expect(await hers.getByText(detail.ubah, { exact: true }).count()).toBe(0);
});

test('a teacher is told at home and on her SKP that the result is there, and what opening it begins', async () => {
  const { page } = phone;
  const kabar = page.getByRole('link', { name: beranda.evaluasi(periode, true) });
  await page.goto(world.url);
  await kabar.waitFor();
  expect(beranda.evaluasi(periode, true)).toContain(words.periode(periode));
  expect(beranda.evaluasi(periode, true)).toContain('14 hari');
  await look('home', phone);
  await page.goto(`${world.url}/skp`);
  await kabar.waitFor();
  await look('SKP', phone);
  // That she has been told does not count as reading.
  expect(onServer()[0]?.dibaca).toBe(null);
  await kabar.click();
  await page.locator('.predikat-nama', { hasText: words.predikat.SANGAT_BAIK }).waitFor();
  await until('her read mark', () => onServer()[0]?.dibaca !== null);
  await page.goto(world.url);
  await page.getByText(beranda.kendala, { exact: true }).waitFor();
  expect(await kabar.count()).toBe(0);
});

test('the predikat reaches the teacher, who reads it and objects within the window', async () => {
  const { page, context } = phone;
  await page.goto(`${world.url}/evaluasi/${kodePeriode(periode)}`);
  await page.locator('.predikat-nama', { hasText: words.predikat.SANGAT_BAIK }).waitFor();
  await page.getByText('Pertahankan.').waitFor();
  await look('result', phone);
  await context.setOffline(true);
  await page.getByText(keberatan.tulis, { exact: true }).click();
  await page.fill('#alasan-keberatan', 'Kegiatan Pramuka belum dihitung');
  await page.getByRole('button', { name: keberatan.kirim }).click();
  await page.getByText(keberatan.menunggu).waitFor();
  await context.setOffline(false);
  await until('the objection', () => onServer()[0]?.alasan === 'Kegiatan Pramuka belum dihitung');
  expect(onServer()).toHaveLength(1);
});

test('the pengawas reads the objection and decides without a network; the teacher sees the last word', async () => {
  const { page, context } = await startPhone({ size: LAPTOP });
  try {
    await signIn(page, world.url, world.pengawas);
    await page.goto(world.url);
    await page.getByText(penilaiWords.keberatan.menunggu(1)).click();
    await page.getByText(atasan.belumDijelaskan).click();
    await page.getByText('Kegiatan Pramuka belum dihitung').waitFor();
    await look('decision', { page } as Phone);
    await context.setOffline(true);
    await page.getByLabel(words.ratingPendek.SESUAI).first().check({ force: true });
    await page.fill('#alasan-putusan', 'Pramuka sudah dihitung bulan lalu');
    await page.getByRole('button', { name: atasan.putuskan }).click();
    await page.getByRole('dialog').getByRole('button', { name: atasan.putuskan }).click();
    await page.getByText(keberatan.final).waitFor();
    await context.setOffline(false);
    await until('the decision', () => onServer()[0]?.predikat === 'BAIK');
  } finally {
    await context.close();
  }
  const { page: hers } = phone;
  await hers.goto(`${world.url}/evaluasi/${kodePeriode(periode)}`);
  await hers.getByText(keberatan.berubah(words.predikat.SANGAT_BAIK, words.predikat.BAIK)).waitFor();
  await hers.getByText('Pramuka sudah dihitung bulan lalu').waitFor();
});

test('progress per RHK says what time it measures and why one has no percent, the same to her and to her head', async () => {
  const { page: hers } = phone;
  await hers.goto(`${world.url}/skp`);
  await hers
    .getByText(/^Persen: semua kegiatan yang dicatat sejak 1 Januari \d{4} sampai hari ini/)
    .waitFor();
  const rhk = hers.locator('.rhk');
  const maju = await hers.locator('.rhk-maju b').allInnerTexts();
  const tanpa = await hers
    .getByText(skp.tanpaPersen.bukan_jumlah)
    .or(hers.getByText(skp.tanpaPersen.satuan_lain))
    .count();
  expect(maju.length).toBeGreaterThan(0);
  expect(tanpa).toBeGreaterThan(0);
  expect(maju.length + tanpa).toBe(await rhk.count());
  const { page } = laptop;
  await page.goto(`${world.url}/guru/${encodeURIComponent(world.anyGuru.id)}`);
  await page
    .getByText(/^Kegiatan: \S+ \d{4}\. Persen: sejak 1 Januari \d{4} sampai akhir bulan itu/)
    .waitFor();
  const baris = await page.locator('.capaian').allInnerTexts();
  expect(baris.flatMap((teks) => /· (\d+.%) dari target SKP/.exec(teks)?.[1] ?? [])).toEqual(maju);
  // Another month of the same year: what was done up to then, against the same target.
  await page.getByRole('button', { name: penilaiWords.guru.bulanLalu }).click();
  await page
    .getByText(
      `Kegiatan: ${bulanTahun(tambahBulan(await page.evaluate(() => new Date().toISOString().slice(0, 7)), -1))}.`,
    )
    .waitFor();
});

test('axe finds nothing on these screens, and none scrolls sideways at 320 px', () => {
  expect(findings).toEqual([]);
});
