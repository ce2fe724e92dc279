import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { akses } from '../../client/i18n/id/akses.ts';
import { akun } from '../../client/i18n/id/akun.ts';
import { antrean } from '../../client/i18n/id/antrean.ts';
import { catatan } from '../../client/i18n/id/catatan.ts';
import { gantiSandi } from '../../client/i18n/id/ganti-sandi.ts';
import { impor as words } from '../../client/i18n/id/impor.ts';
import { ketetapan } from '../../client/i18n/id/ketetapan.ts';
import { masalah } from '../../client/i18n/id/masalah.ts';
import { masalahKantor } from '../../client/i18n/id/masalah-kantor.ts';
import { masuk } from '../../client/i18n/id/masuk.ts';
import { pegawai as kata } from '../../client/i18n/id/pegawai.ts';
import { publikasi } from '../../client/i18n/id/publikasi.ts';
import { sekolah as kop } from '../../client/i18n/id/sekolah.ts';
import { sistem } from '../../client/i18n/id/sistem.ts';
import { umum } from '../../client/i18n/id/umum.ts';
import { usulan } from '../../client/i18n/id/usulan.ts';
import { wilayah } from '../../client/i18n/id/wilayah.ts';
import { tambahAdmin } from '../../server/operations/admin.ts';
import { terbitkanKode } from '../../server/operations/aktivasi.ts';
import { denganPena, SISTEM } from '../../server/operations/pena.ts';
import { kenali } from '../../server/operations/simpeg/kenali.ts';
import { imporDi } from '../../server/operations/simpeg/sumber.ts';
import { urungkan } from '../../server/operations/simpeg/urungkan.ts';
import { dengan, SEKOLAH_KECIL } from '../support/simpeg.ts';
import { type Phone, startPhone } from './support/chromium.ts';
import { signIn } from './support/person.ts';
import { bukaRuang } from './support/ruang.ts';
import { axeFindings } from './support/screens.ts';
import { until } from './support/until.ts';
import { kini } from './support/waktu.ts';
import { aWorld, type World } from './support/world.ts';

let world: World;
let phone: Phone;
const dir = mkdtempSync(join(tmpdir(), 'kinerja-impor-'));
const admin = { nip: '197106211998031001', sandi: '' };

const berkas = (nama: string, tabel: readonly (readonly string[])[]): string => {
  const path = join(dir, nama);
  writeFileSync(path, tabel.map((satu) => satu.join(';')).join('\r\n'));
  return path;
};

/** Changes a person's record by another hand while the service is away. */
const ubahJabatan = async (nip: string, jabatan: string): Promise<void> => {
  await world.stop();
  const rooms = await bukaRuang(world);
  const satu = (await kenali(rooms.store)).menurutNip.get(nip);
  if (!satu) throw new Error('she is not there');
  const { shard, id: pemilik, penilai, record, head: base, asal } = satu;
  const isi = { ...satu.isi, jabatan, penilai, ...(asal ? { asal } : {}) };
  await denganPena({ ...rooms, shard }, (pena) =>
    pena.tulis({
      ...{ actor: SISTEM, device: 's_uji0001', kind: 'pegawai.perbarui', body: { pemilik, isi } },
      ...{ record, base, pada: kini() },
    }),
  );
  await rooms.store.close();
  await world.start();
};

/** Begins to take the last import back while the service is away, and is gone before the end of it. */
const putusUrung = async (): Promise<void> => {
  await world.stop();
  const rooms = await bukaRuang(world);
  const [impor] = await imporDi(rooms.store, 'sek:P0000001');
  let sisa = 1;
  const store: typeof rooms.store = {
    ...rooms.store,
    write: (work, hold) => {
      if (hold?.growing) sisa -= 1;
      return sisa < 0 ? Promise.reject(new Error('the process is gone')) : rooms.store.write(work, hold);
    },
  };
  await expect(
    urungkan({ ...rooms, store }, { id: impor?.id ?? '', instansi: 'sek:P0000001' }),
  ).rejects.toThrow();
  await rooms.store.close();
  await world.start();
};

beforeAll(async () => {
  world = await aWorld();
  await world.stop();
  const rooms = await bukaRuang(world);
  const made = await tambahAdmin(rooms, { nip: admin.nip, nama: 'Wawan', instansi: 'P0000001' });
  const slip = await terbitkanKode(rooms, { nip: admin.nip });
  await rooms.store.close();
  admin.sandi = made.ok && slip.ok ? (slip.slip[0]?.kode ?? '') : '';
  await world.start();
  phone = await startPhone();
});
afterAll(async () => {
  await phone?.close();
  await world?.close();
  rmSync(dir, { recursive: true, force: true });
});

test('the code of a slip in the place of a password lets its owner choose one, and says what is wrong with it', async () => {
  const { page } = phone;
  await page.goto(`${world.url}/masuk`);
  await page.fill('#nip', admin.nip);
  await page.fill('#sandi', admin.sandi);
  await page.getByRole('button', { name: masuk.masuk, exact: true }).click();
  await page.getByText(masuk.kodeDiterima('operator layanan')).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  const simpan = page.getByRole('button', { name: masuk.simpanSandi });
  for (const [sandi, kata] of [
    ['terlalu pendek', masalah.sandi_pendek({})],
    ['wawan bismillah merdeka', masalah.sandi_mudah({})],
  ] as const) {
    await page.fill('#baru', sandi);
    await simpan.click();
    await page.getByText(kata).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('baru');
  }
  await page.fill('#baru', 'ladang-perahu-sembilan-jagung');
  await simpan.click();
  await page.getByText(masuk.siapkan.luringSiap).waitFor();
});

test('the admin brings in a school by file, by keyboard, sees what differs, and takes it back', async () => {
  const { page } = phone;
  await page.goto(`${world.url}/akun`);
  await page.getByRole('link', { name: akun.imporIsi }).press('Enter');
  await page.getByRole('link', { name: umum.aksi.kembali }).press('Enter');
  await page.getByRole('link', { name: kata.susunanIsi }).press('Enter');
  await page.getByRole('link', { name: umum.aksi.kembali }).press('Enter');
  await page.getByRole('link', { name: kata.imporKet }).press('Enter');
  const unggah = async (path: string): Promise<void> => {
    await page.setInputFiles('#impor-berkas', path);
    await page.getByRole('button', { name: words.baca }).press('Enter');
    await page.getByRole('heading', { name: /orang$/ }).waitFor();
  };
  const terapkan = async (jumlah: number): Promise<void> => {
    await page.getByRole('button', { name: words.terapkan(jumlah) }).press('Enter');
    await page.getByRole('button', { name: words.ya, exact: true }).press('Enter');
    await page.getByText(words.selesai, { exact: true }).waitFor();
  };
  await unggah(berkas('satu.csv', dengan(2, 'NIP Atasan', '')));
  await page.getByRole('button', { name: words.saringan('bermasalah', 1) }).press('Enter');
  await page.getByText('NIP atasan kosong', { exact: false }).waitFor();
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: words.saringan('semua', 3) }).press('Enter');
  await page.getByRole('checkbox', { name: words.ikut('Budi Santoso') }).press('Space');
  await terapkan(2);
  for (const [kata, alamat] of [
    [words.keSusunan, '/susunan'],
    [words.keAkses, '/akses'],
    [words.unggahLain, '/impor'],
  ] as const)
    expect(await page.getByRole('link', { name: kata }).getAttribute('href')).toBe(alamat);
  await page.getByRole('link', { name: words.unggahLain }).click();
  await unggah(berkas('dua.csv', dengan(2, 'Jabatan', 'Guru Agama')));
  await page.getByRole('button', { name: words.saringan('berubah', 1) }).press('Enter');
  const beda = page.getByRole('row', { name: /Jabatan/ });
  expect(await beda.getByRole('cell').allTextContents()).toEqual(['Guru Kelas', 'Guru Agama']);
  // The service goes away and comes back, and meanwhile somebody had her position put right.
  await ubahJabatan('198703122011012004', 'Guru PJOK');
  await page.reload();
  await page.getByRole('button', { name: words.saringan('berubah', 1) }).press('Enter');
  await beda.getByText('Guru PJOK').waitFor();
  await page.getByRole('button', { name: words.terapkan(2) }).press('Enter');
  await page.getByRole('button', { name: words.ya, exact: true }).press('Enter');
  await page.getByText(masalah.tahap_salah({})).waitFor();
  await terapkan(2);
  const jabatan = (): unknown[] =>
    world
      .rows('SELECT jabatan FROM accounts WHERE nip = ?', '198703122011012004')
      .map((row) => Object.values(row as object)[0]);
  expect(jabatan()).toEqual(['Guru Agama']);
  await page.getByRole('button', { name: words.urungkanSatu('dua.csv') }).press('Enter');
  await page.getByRole('button', { name: words.urungkan, exact: true }).last().press('Enter');
  await page.getByText(words.diurungkan(2)).waitFor();
  expect(jabatan()).toEqual(['Guru PJOK']);
});

test('a teacher proposes a correction without a network, the admin accepts it by keyboard, and she sees that it stands', async () => {
  const guru = await startPhone();
  try {
    const { page, context } = guru;
    await signIn(page, world.url, world.anyGuru);
    await page.goto(`${world.url}/data-diri`);
    await context.setOffline(true);
    await page.getByRole('button', { name: usulan.perbaikiSatu(usulan.bidang.jabatan) }).click();
    await page.fill('#usulan-nilai', 'Guru Pendidikan Agama Islam');
    await page.getByRole('button', { name: usulan.kirim }).click();
    await page.getByText(usulan.buktiKurang).waitFor();
    await page.reload();
    await page.getByRole('button', { name: usulan.perbaikiSatu(usulan.bidang.jabatan) }).click();
    expect(await page.inputValue('#usulan-nilai')).toBe('Guru Pendidikan Agama Islam');
    await page.fill('#usulan-bukti', 'SK Bupati 823/112 tanggal 1 Oktober 2026');
    await page.locator('#usulan-foto').setInputFiles('server/operations/demo/foto/papan-tulis.jpg');
    await page.locator('.photo-grid img').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: usulan.kirim }).press('Enter');
    await page.getByText(usulan.tahap.lokal, { exact: true }).waitFor();
    await context.setOffline(false);
    await page.getByText(usulan.tahap.DIAJUKAN, { exact: true }).waitFor();
    await until(
      'the photo to arrive',
      () =>
        world.rows(
          "SELECT 1 FROM photos p JOIN records r ON r.kind = 'usulan' AND json_extract(r.content, '$.foto[0].sha') = p.sha WHERE p.state = 'utuh'",
        ).length > 0,
    );
    const admin = phone.page;
    await admin.goto(`${world.url}/pegawai`);
    const menunggu = usulan.admin.menungguKeputusan(1);
    await admin.locator('.nav-bar').getByText(menunggu).waitFor();
    await admin.goto(`${world.url}/`);
    await admin.getByRole('main').getByRole('link', { name: menunggu }).press('Enter');
    await admin.getByText(usulan.admin.untukAnda(1)).waitFor();
    await admin.locator('.usulan-satu .photo-grid img').waitFor();
    expect(await admin.locator('.usulan-satu td').allTextContents()).toEqual([
      'Guru Kelas',
      'Guru Pendidikan Agama Islam',
    ]);
    expect(await axeFindings(admin)).toEqual([]);
    await admin.keyboard.press('j');
    await admin.keyboard.press('s');
    await admin.locator('#putus-catatan').press('Control+Enter');
    await admin.getByText(usulan.admin.kosong).waitFor();
    expect(await admin.locator('.nav-bar').getByText(menunggu).count()).toBe(0);

    await page.goto(`${world.url}/antrean`);
    await page.getByRole('button', { name: antrean.kirimSekarang }).click();
    await page.goto(`${world.url}/data-diri`);
    await page.getByText(usulan.tahap.DITERIMA, { exact: true }).waitFor();
    await page.locator('.data-diri').getByText('Guru Pendidikan Agama Islam').waitFor();
  } finally {
    await guru.close();
  }
});

test('a wrong penilai is proposed the same way, and the yes leads the admin to the person with the proposal beside the form', async () => {
  const guru = await startPhone();
  try {
    const { page } = guru;
    await signIn(page, world.url, world.anyGuru);
    await page.goto(`${world.url}/data-diri`);
    await page.getByRole('button', { name: usulan.perbaikiSatu(usulan.bidang.penilai) }).click();
    await page.getByText(usulan.tempatKet.penilai).waitFor();
    await page.fill('#usulan-nilai', 'Ratna Dewi, 197501011999012001');
    await page.fill('#usulan-bukti', 'SK Bupati 823/113 tanggal 2 November 2026');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: usulan.kirim }).press('Enter');
    await page.getByText(usulan.tahap.DIAJUKAN, { exact: true }).waitFor();
    const admin = phone.page;
    await admin.goto(`${world.url}/usulan`);
    await admin.getByText('Ratna Dewi, 197501011999012001').waitFor();
    await admin.keyboard.press('j');
    await admin.keyboard.press('s');
    await admin.getByText(usulan.admin.akibatTempat).waitFor();
    await admin.locator('#putus-catatan').press('Control+Enter');
    const laci = admin.getByRole('dialog');
    await laci.getByText('Ratna Dewi, 197501011999012001').waitFor();
    await laci.getByText(kata.apaIsi.penilai).waitFor();
    expect(await axeFindings(admin)).toEqual([]);
    await page.getByText(usulan.tahap.DITERIMA, { exact: true }).last().waitFor();
  } finally {
    await guru.close();
  }
});

test('she puts another password in the place of hers, in Akun, and what is wrong is said beside the field', async () => {
  const { page } = phone;
  await page.goto(`${world.url}/akun`);
  await page.getByRole('link', { name: akun.gantiSandi }).click();
  const simpan = page.getByRole('button', { name: gantiSandi.simpan });
  await page.fill('#lama', 'bukan-sandi-saya-ini');
  await page.fill('#baru', 'gergaji-menara-lima-kentang');
  await simpan.click();
  await page.getByText(masalah.sandi_lama_salah({})).waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('lama');
  expect(await axeFindings(page)).toEqual([]);
  await page.fill('#lama', 'ladang-perahu-sembilan-jagung');
  await simpan.press('Enter');
  await page.locator('.snackbar', { hasText: gantiSandi.selesai(0) }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: akun.judul, exact: true }).waitFor();
});

test('she issues a slip on the screen Akses; the QR code opens the sign-in filled in, and its owner is told', async () => {
  const { page } = phone;
  const { nama, nip } = world.anyGuru;
  await page.goto(`${world.url}/akses`);
  await page.getByLabel(akses.cari).fill(nip);
  await page.locator('summary', { hasText: nama }).click();
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: akses.terbitkan, exact: true }).press('Enter');
  await page.getByRole('button', { name: akses.tanya.terbitkan.ya, exact: true }).press('Enter');
  await page.getByRole('img', { name: akses.slip.qr(nama) }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  const kode = (await page.locator('.slip-kode').textContent()) ?? '';
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: akses.slip.cetak }).isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  const hp = await startPhone();
  await hp.page.goto(`${world.url}/masuk#slip=${nip}.${kode.replaceAll('-', '')}`);
  await hp.page.getByRole('button', { name: masuk.masuk, exact: true }).click();
  await hp.page.getByText(masuk.kodeDiterima('Wawan')).waitFor();
  expect(hp.page.url()).toBe(`${world.url}/masuk`);
  // What is typed next is the new password: the code's field is gone, and the cursor is in the other.
  expect(await hp.page.evaluate(() => document.activeElement?.id)).toBe('baru');
  expect(await hp.page.locator('#sandi').count()).toBe(0);
  await hp.page.fill('#baru', 'kelapa-menara-tujuh-rimba');
  await hp.page.getByRole('button', { name: masuk.simpanSandi }).click();
  await hp.page.getByText(masuk.siapkan.luringSiap).waitFor();
  await hp.page.goto(`${world.url}/akun/perangkat`);
  await hp.page.getByText(umum.akses.jenis.slip_dipakai, { exact: true }).waitFor();
  await hp.page.getByRole('button', { name: umum.server.mengerti }).click();
  await hp.close();
});

test('the admin sees what awaits her, moves a teacher by keyboard, takes it back, and mends a finding with one tap', async () => {
  const { page } = phone;
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${world.url}/`);
  await page.getByRole('link', { name: /yang perlu dibetulkan di susunan/ }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('link', { name: kata.wilayahKet }).press('Enter');
  const daftar = page.locator('.wilayah-baris b');
  await until('every school of the instansi', async () => (await daftar.count()) > 1);
  await page.getByLabel(wilayah.urutkan).selectOption({ label: wilayah.urutan.nama });
  expect(await daftar.allTextContents()).toEqual([...(await daftar.allTextContents())].sort());
  expect(await axeFindings(page)).toEqual([]);
  await page.locator('.wilayah-baris').first().press('Enter');
  await page.getByRole('heading', { name: wilayah.judulMenunggu }).waitFor();
  await page.goto(`${world.url}/`);
  await page.getByRole('link', { name: kata.judul, exact: true }).press('Enter');
  await page.getByRole('searchbox', { name: kata.cari }).fill(world.anyGuru.nip);
  await page.getByRole('status').or(page.locator('.pegawai-baris')).first().waitFor();
  const baris = page.locator('.pegawai-baris');
  await baris.filter({ hasText: world.anyGuru.nama }).press('Enter');
  await page.getByRole('button', { name: kata.apa.mutasi, exact: true }).press('Enter');
  const sekolah = page.getByLabel(kata.ke);
  await sekolah.selectOption({ index: 1 });
  await page.getByRole('button', { name: umum.aksi.simpan, exact: true }).press('Enter');
  await page.getByRole('alert').getByText(kata.belumLengkap).waitFor();
  await page.getByLabel(kata.alasan).fill('SK Kepala Dinas 800/112/2026');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: umum.aksi.simpan, exact: true }).press('Enter');
  await page.getByText(/^Tercatat\. Berlaku/).waitFor();
  const hak = (): unknown[] =>
    world.rows(
      'SELECT peran FROM grants WHERE account = (SELECT id FROM accounts WHERE nip = ?) AND (until IS NULL OR until > since) ORDER BY since',
      world.anyGuru.nip,
    );
  expect(hak()).toHaveLength(3);
  await page
    .getByRole('button', { name: /^Batalkan:/ })
    .first()
    .press('Enter');
  await page.getByText(kata.dibatalkan).waitFor();
  expect(hak()).toEqual([{ peran: 'guru' }]);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${world.url}/susunan`);
  await page.getByRole('heading', { name: kata.temuan.tanpaAtasan.judul }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('heads without a superior are found, ticked and given a pengawas where they stand, by keyboard, and may be given another', async () => {
  const { page } = phone;
  await page.setViewportSize({ width: 320, height: 640 });
  const [judul = [], kepala = []] = SEKOLAH_KECIL;
  const sekolah = ['Abdul', 'Maria', 'Yohanes'].map((nama, i) =>
    kepala.map(
      (sel, j) =>
        [`19700101199501200${i}`, '', nama, ...kepala.slice(3, 7), `SD ${i}`, `6900001${i}`, ''][j] ?? sel,
    ),
  );
  await page.goto(`${world.url}/impor`);
  await page.setInputFiles('#impor-berkas', berkas('kepala.csv', [judul, ...sekolah]));
  await page.getByRole('button', { name: words.baca }).press('Enter');
  await page.getByRole('button', { name: words.terapkan(3) }).press('Enter');
  await page.getByRole('button', { name: words.ya, exact: true }).press('Enter');
  await page.getByRole('link', { name: words.keSusunan }).press('Enter');
  const kotak = page.locator('.pegawai-centang').getByRole('checkbox');
  await kotak.first().waitFor();
  const semua = await kotak.count();
  await page.getByRole('button', { name: kata.pilihTampak(semua) }).press('Enter');
  await page.getByLabel(kata.cariKepala).fill('tidak ada yang bernama begini');
  await page.getByText(kata.dipilih(semua, semua)).waitFor();
  await page.getByRole('button', { name: kata.pilihPengawasBanyak(semua) }).press('Enter');
  const laci = page.getByRole('dialog');
  await laci.getByRole('button', { name: kata.jadikanPengawas }).press('Enter');
  await laci.getByRole('alert').getByText(kata.pilihPengawasDulu).waitFor();
  await laci.getByLabel(kata.cariPengawas).fill(world.pengawas.nip.slice(0, 12));
  await laci.getByRole('radio').press('Space');
  await laci.getByText(kata.binaAkan(kata.kepalaBanyak(semua), world.pengawas.nama)).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  const atasan = (): number =>
    world.rows(
      "SELECT 1 FROM grants WHERE peran = 'atasan' AND until IS NULL AND account = (SELECT id FROM accounts WHERE nip = ?)",
      world.pengawas.nip,
    ).length;
  const dulu = atasan();
  await laci.getByRole('button', { name: kata.jadikanPengawas }).press('Enter');
  await page.getByText(kata.dibina(kata.kepalaBanyak(semua), world.pengawas.nama)).waitFor();
  expect(atasan()).toBe(dulu + semua);
  await until('the finding to be gone', async () => (await kotak.count()) === 0);
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: kata.gantiPengawas }).press('Enter');
  await laci.getByText(kata.binaUntuk(kata.kepalaBanyak(semua))).waitFor();
});

test('a person who is added by hand is chosen nothing for, what was typed outlives Escape, and what is missing is said where it is missing', async () => {
  const { page } = phone;
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${world.url}/pegawai?tambah=1`);
  const laci = page.getByRole('dialog');
  await laci.getByLabel(kata.bidang.nip, { exact: true }).fill('199505052022212009');
  await laci.getByLabel(kata.bidang.nama, { exact: true }).fill('Ratna Dewi');
  await laci.getByLabel(kata.satuan).selectOption({ index: 1 });
  await page.keyboard.press('Escape');
  await page.getByText(kata.ketikanTinggal).waitFor();
  await page.reload();
  await page.getByRole('link', { name: kata.tambah }).press('Enter');
  expect(await laci.getByLabel(kata.bidang.nama, { exact: true }).inputValue()).toBe('Ratna Dewi');
  await laci.getByRole('button', { name: umum.aksi.simpan, exact: true }).press('Enter');
  await laci.getByRole('alert').getByText(kata.belumLengkap).waitFor();
  for (const salah of ['jenisKelamin', 'status', 'jenis'] as const)
    await laci.getByText(kata.salahBidang[salah]).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('isi-jk');
  expect(await axeFindings(page)).toEqual([]);
  await laci.getByLabel(kata.bidang.jenisKelamin).selectOption('L');
  await laci.getByLabel(kata.bidang.status).selectOption('PPPK');
  await laci.getByLabel(kata.sebagai).selectOption('induk');
  await laci.getByRole('button', { name: umum.aksi.simpan, exact: true }).press('Enter');
  await laci.getByRole('heading', { name: 'Ratna Dewi' }).waitFor();
  await page.goto(`${world.url}/pegawai?tambah=1`);
  expect(await laci.getByLabel(kata.bidang.nama, { exact: true }).inputValue()).toBe('');
});

test('the admin’s office by keyboard at 320 px: a letterhead that teachers print offline, a copy, a choice of what is public, and the lines that say so', async () => {
  const { page } = phone;
  await page.setViewportSize({ width: 320, height: 640 });
  const sah = async (): Promise<void> => {
    expect(await axeFindings(page)).toEqual([]);
    const lebih = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(lebih).toBeLessThanOrEqual(0);
  };
  await page.goto(`${world.url}/sekolah`);
  await page.getByRole('link', { name: /^SD Negeri 2 / }).press('Enter');
  await page.getByLabel(kop.bidang.alamat).fill('Jalan Melati 1');
  await page.getByLabel(kop.bidang.kop).fill('Pemerintah Kabupaten Arunika\nDinas Pendidikan');
  await page.locator('.lembar-kop').getByText('DINAS PENDIDIKAN').waitFor();
  await page.getByRole('button', { name: umum.aksi.simpan, exact: true }).press('Enter');
  await page.getByText(kop.tersimpan).waitFor();
  await page.setInputFiles('#sekolah-logo', 'package.json');
  await page.getByText(masalahKantor.bukan_gambar()).waitFor();
  await page.setInputFiles('#sekolah-logo', 'client/public/ikon-192.png');
  await page.locator('.lembar-kop img').waitFor();
  await sah();
  await page.goto(`${world.url}/sistem`);
  await page.getByRole('button', { name: sistem.buat }).press('Enter');
  await page.getByText(/^Dibuka dan diperiksa/).waitFor();
  await sah();
  await page.goto(`${world.url}/publikasi`);
  await page.getByRole('switch', { name: publikasi.namaTabel.jenis }).press('Space');
  await page.getByLabel(publikasi.nama).fill('Dinas Pendidikan Arunika');
  await page.getByRole('button', { name: publikasi.simpan, exact: true }).press('Enter');
  await page.getByRole('button', { name: publikasi.ya }).press('Enter');
  await page.getByRole('link', { name: publikasi.lihatHalaman }).waitFor();
  await sah();
  await page.goto(`${world.url}/catatan-audit`);
  for (const apa of [
    umum.akses.jenis.publikasi,
    umum.akses.jenis.cadangan,
    catatan.jenis({ jenis: 'satker.logo', rincian: null }),
  ])
    await page.getByRole('rowheader', { name: apa, exact: true }).first().waitFor();
  await page.getByText(/^Rantai .* utuh/).waitFor();
  await sah();
  const guru = await startPhone();
  const [lain] = world.rows<{ nip: string }>(
    "SELECT nip FROM accounts WHERE jabatan = 'Guru Kelas' AND nip NOT IN (?, '198703122011012004') AND id IN (SELECT account FROM grants WHERE shard = 'sek:69593332') ORDER BY nip",
    world.anyGuru.nip,
  );
  await signIn(guru.page, world.url, world.guru(lain?.nip ?? ''));
  await guru.page.goto(`${world.url}/dokumen/rekap`);
  await guru.page.locator('.lembar-kop img').waitFor();
  await guru.context.setOffline(true);
  await guru.page.reload();
  await guru.page.locator('.lembar-kop img').waitFor();
  await guru.page.locator('.lembar-kop').getByText('Jalan Melati 1', { exact: false }).waitFor();
  await guru.close();
});

test('the admin sets a holiday for all schools: sees what stands, loses her line, goes on, and takes it back, at 320 px too', async () => {
  const { page, context } = phone;
  const sah = async (): Promise<void> => {
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await axeFindings(page)).toEqual([]);
      const lebih = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(lebih).toBeLessThanOrEqual(0);
    }
  };
  await page.goto(`${world.url}/dasbor`);
  await page.getByRole('link', { name: kata.ketetapanIsi }).press('Enter');
  await page.getByText(ketetapan.kosong).waitFor();
  await page.getByRole('button', { name: ketetapan.lihat }).press('Enter');
  await page.getByText(ketetapan.kosongHari).waitFor();
  await page.fill('#ketetapan-hari', '2027-03-01; Hari jadi kabupaten\n2027-03-08; Rapat dinas; masuk');
  await page.getByRole('button', { name: ketetapan.lihat }).press('Enter');
  await page.getByRole('row', { name: /Hari jadi kabupaten/ }).waitFor();
  await sah();
  const tulis = page.getByRole('button', { name: /^Tetapkan untuk/ });
  await context.setOffline(true);
  await tulis.press('Enter');
  await page.locator('.banner').first().waitFor();
  await context.setOffline(false);
  await tulis.press('Enter');
  await page.getByText(ketetapan.tahap.SELESAI, { exact: true }).waitFor();
  const punya = (): number =>
    world.rows("SELECT 1 FROM records WHERE kind = 'satker' AND content LIKE '%Hari jadi kabupaten%'").length;
  expect(punya()).toBeGreaterThan(1);
  await sah();
  await page.getByRole('button', { name: /^Urungkan: Hari jadi/ }).press('Enter');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: ketetapan.urungkan, exact: true })
    .press('Enter');
  await page.getByText(ketetapan.tahap.DIURUNGKAN, { exact: true }).waitFor();
  expect(punya()).toBe(0);
  await page.getByRole('radio', { name: ketetapan.pilihan.periode }).press('Space');
  await page.getByRole('button', { name: ketetapan.lihat }).press('Enter');
  await page.getByText(ketetapan.kosongPeriode).waitFor();
  await page.fill('#ketetapan-batasHari', '99');
  await page.getByRole('button', { name: ketetapan.lihat }).press('Enter');
  await page.getByText(ketetapan.salahAngka).waitFor();
  await sah();
});

test('what a row was wrong in stays on the person until mended, and an undo that broke off is ended from the list', async () => {
  const { page } = phone;
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${world.url}/impor`);
  const tanpaAtasan = dengan(2, 'NIP Atasan', '').map((satu, i) =>
    i === 1 ? satu.map((sel) => (sel === 'Kepala Sekolah' ? 'Plt. Kepala Sekolah' : sel)) : satu,
  );
  await page.setInputFiles('#impor-berkas', berkas('tiga.csv', tanpaAtasan));
  await page.getByRole('button', { name: words.baca }).press('Enter');
  await page.getByRole('button', { name: /^Terapkan \d+ orang$/ }).press('Enter');
  await page.getByRole('button', { name: words.ya, exact: true }).press('Enter');
  await page.getByText(words.selesai, { exact: true }).waitFor();
  await page.getByText(/perlu diperbaiki\. Tandanya tinggal/).waitFor();
  await page.getByRole('button', { name: words.unduhSalahSatu(1, 'tiga.csv') }).waitFor();
  await page.goto(`${world.url}/pegawai?saring=perluDiperbaiki`);
  await page
    .getByRole('link', { name: /Sri Wahyuni/ })
    .first()
    .press('Enter');
  await page
    .getByRole('dialog')
    .getByText(/NIP atasan kosong/)
    .waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: kata.beres }).press('Enter');
  await page.getByText(kata.dibereskan).waitFor();
  await putusUrung();
  await page.goto(`${world.url}/impor`);
  await page.getByText(words.tahapPutus.urungkan, { exact: true }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: words.lanjutUrungSatu('tiga.csv') }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: words.urungkan, exact: true }).press('Enter');
  await page.getByText(/orang kembali seperti sebelum impor/).waitFor();
});
