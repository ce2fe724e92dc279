import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { umum } from '../../../client/i18n/id/umum.ts';
import { until } from './until.ts';

/** A screen by its address, and who sees it. */
export type Screen = {
  readonly name: string;
  readonly path: string;
  readonly who: 'siapa-saja' | 'guru' | 'penilai' | 'pengawas' | 'dinas';
};

const guru = (name: string, path: string): Screen => ({ name, path, who: 'guru' });
const penilai = (name: string, path: string): Screen => ({ name, path, who: 'penilai' });
const dinas = (name: string, path: string): Screen => ({ name, path, who: 'dinas' });
const pengawas = (name: string, path: string): Screen => ({ name, path, who: 'pengawas' });

/** Every screen that an address leads to; `:guru` stands for a teacher's id, `:entri` for an entry's, `:sekolah` for the school's shard. */
export const screens: readonly Screen[] = [
  { name: 'masuk', path: '/masuk', who: 'siapa-saja' },
  { name: 'latihan', path: '/latihan', who: 'siapa-saja' },
  guru('siapkan', '/siapkan'),
  guru('beranda', '/'),
  guru('catat', '/catat'),
  guru('isi-banyak', '/catat/banyak'),
  guru('salin', '/salin'),
  guru('kegiatan', '/kegiatan'),
  guru('kalender', '/kegiatan/kalender'),
  guru('baru-dihapus', '/kegiatan/dihapus'),
  guru('detail', '/kegiatan/:entri'),
  guru('riwayat', '/kegiatan/:entri/riwayat'),
  guru('riwayat-saya', '/akun/riwayat'),
  guru('antrean', '/antrean'),
  guru('titipan', '/titipan'),
  guru('pola', '/pola'),
  guru('skp', '/skp'),
  guru('skp-belum-ada', '/skp?tahun=2027'),
  guru('skp-contoh', '/skp/mulai?tahun=2027'),
  guru('evaluasi', '/evaluasi'),
  guru('evaluasi-tahun', '/evaluasi/2026-A1'),
  guru('praktik', '/praktik'),
  guru('dokumen', '/dokumen'),
  guru('dokumen-rekap', '/dokumen/rekap'),
  guru('dokumen-skp', '/dokumen/skp'),
  guru('angka-kredit', '/angka-kredit'),
  guru('kendala', '/kendala'),
  guru('setahun', '/setahun'),
  guru('dialog-karier', '/dialog-karier'),
  guru('portofolio', '/portofolio'),
  guru('akun', '/akun'),
  guru('data-diri', '/data-diri'),
  guru('jadwal', '/akun/jadwal'),
  guru('beban', '/akun/beban'),
  guru('pengingat', '/akun/pengingat'),
  guru('data-saya', '/data-diri'),
  guru('perangkat', '/akun/perangkat'),
  guru('ganti-sandi', '/akun/sandi'),
  guru('kunci', '/akun/kunci'),
  guru('penyimpanan', '/akun/penyimpanan'),
  guru('ambil-data', '/akun/penyimpanan?ambil'),
  guru('privasi', '/akun/privasi'),
  guru('bantuan', '/bantuan'),
  guru('umpan', '/umpan'),
  guru('bagikan', '/bagikan'),
  guru('ganti-akun', '/ganti-akun'),
  guru('tidak-ada', '/tidak-ada-di-sini'),
  penilai('kunci-sandi', '/akun/kunci-sandi'),
  penilai('kepala-beranda', '/'),
  penilai('kepala-periksa', '/periksa'),
  penilai('kepala-guru', '/guru'),
  penilai('kepala-guru-satu', '/guru/:guru'),
  penilai('kepala-guru-rhk', '/guru/:guru/rhk'),
  penilai('kepala-kinerja-saya', '/saya'),
  penilai('kepala-skp', '/periksa/skp'),
  penilai('kepala-skp-bagikan', '/skp/bagikan'),
  penilai('kepala-evaluasi', '/penilaian'),
  penilai('kepala-observasi', '/observasi'),
  penilai('kepala-kalender', '/kalender-sekolah'),
  penilai('kepala-pola', '/pola-sekolah'),
  penilai('kepala-dokumen-semua', '/dokumen/semua'),
  penilai('kepala-wawasan', '/wawasan'),
  penilai('kepala-laporan', '/wawasan/laporan'),
  penilai('kepala-pemulihan', '/pemulihan'),
  pengawas('wilayah', '/wilayah'),
  pengawas('wilayah-sekolah', '/wilayah/:sekolah'),
  dinas('dinas-beranda', '/'),
  dinas('dinas-wilayah', '/wilayah'),
  dinas('dinas-tindakan', '/tindakan?sebab=SINYAL&npsn=69593332'),
];

/** Waits until a screen has painted what it reads from the phone's database. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator('h1').first().waitFor();
  await until(
    'the screen to settle',
    () =>
      page.evaluate(
        (opening) =>
          !document.querySelector('main[aria-busy=true]') && !document.body.textContent?.includes(opening),
        umum.memuat,
      ),
    15_000,
  );
};

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The only rule of axe's that looks at colours: all others find in the dark what they found in the light. */
const COLOURS = ['color-contrast'];

/** What axe finds on the page once it stands still: rule and element, nothing where all is well. */
export const axeFindings = async (page: Page, { colours = false } = {}): Promise<string[]> => {
  const session = await page.context().newCDPSession(page);
  const options = JSON.stringify({ resultTypes: ['violations'], ...(colours ? { runOnly: COLOURS } : {}) });
  try {
    await session.send('Runtime.evaluate', {
      expression: `if (!globalThis.axe) {${AXE}};0`,
    });
    const { result } = await session.send('Runtime.evaluate', {
      expression: `Promise.all(document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime < 5000).map(({ finished }) => finished.catch(() => null))).then(() => axe.run(document, ${options}).then(({ violations }) => JSON.stringify(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' ' + target.join(' '))))))`,
      awaitPromise: true,
      returnByValue: true,
    });
    return JSON.parse(String(result.value)) as string[];
  } finally {
    await session.detach();
  }
};
