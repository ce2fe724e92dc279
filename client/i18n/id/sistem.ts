import type { KeadaanSistem } from '../../../shared/protocol/index.ts';
import { angka, ukuran, waktu } from '../format.ts';

const JAM = 3_600_000;
const HARI = 24 * JAM;

const lama = (ms: number): string => {
  if (ms < 60_000) return 'kurang dari satu menit';
  if (ms < JAM) return `${angka(Math.floor(ms / 60_000))} menit`;
  if (ms < 2 * HARI) return `${angka(Math.floor(ms / JAM))} jam`;
  return `${angka(Math.floor(ms / HARI))} hari`;
};

const besar = (bytes: number): string =>
  bytes < 1e9 ? ukuran(bytes) : `${angka(Math.round(bytes / 1e9))} GB`;

/** A10: how the service stands, in words that promise nothing. */
export const sistem = {
  judul: 'Sistem dan cadangan',
  kini: 'Yang bekerja sekarang',
  dilihat: (pada: number) => `Dicoba ${waktu(pada)}`,
  baca: { judul: 'Masuk dan membaca', ya: 'Bekerja', tidak: 'Sedang tidak bisa' },
  tulis: { judul: 'Menerima isian', ya: 'Bekerja', tidak: 'Sedang tidak bisa' },
  tulisTidak: 'Isian tetap aman di HP dan dikirim sendiri sesudah pulih.',
  ruang: {
    judul: 'Ruang penyimpanan',
    lega: 'Cukup',
    sempit: 'Tidak cukup untuk foto',
    habis: 'Habis',
  },
  ruangIsi: {
    lega: '',
    sempit: 'Isian diterima, foto menunggu di HP. Minta operator menambah ruang.',
    habis: 'Tidak ada yang diterima. Minta operator menambah ruang sekarang.',
  },
  disk: (bebas: number, total: number) => `${besar(bebas)} kosong dari ${besar(total)}`,
  terpakai: 'Ruang terpakai',
  cadangan: 'Cadangan',
  buat: 'Buat cadangan sekarang',
  dimulai: 'Cadangan dimulai. Layanan tetap bekerja.',
  belumAda:
    'Belum ada cadangan. Bila server rusak sekarang, yang sudah dikirim dari HP lalu dihapus di HP akan hilang.',
  terakhir: (umur: number) => `Terakhir ${lama(umur)} lalu`,
  terakhirIsi: ({ bytes, perintah, foto, diperiksa }: NonNullable<KeadaanSistem['terakhir']>) =>
    `Dibuka dan diperiksa ${waktu(diperiksa)}: ${angka(perintah)} baris, ${angka(foto)} foto, ${besar(bytes)} tanpa foto`,
  sesudahnya: (baris: number) =>
    baris === 0
      ? 'Tidak ada yang ditulis sesudahnya.'
      : `${angka(baris)} baris sesudahnya belum ada di cadangan mana pun.`,
  otomatis: (menit: number) =>
    menit === 0
      ? 'Cadangan otomatis dimatikan oleh operator.'
      : `Dibuat sendiri setiap ${lama(menit * 60_000)}.`,
  sedisk:
    'Cadangan berada di disk yang sama dengan data: bila disk itu rusak, keduanya hilang. Minta operator mengatur KINERJA_CADANGAN.',
  gagal: 'Cadangan terakhir gagal. Cadangan sebelumnya tetap ada; sebabnya tertulis di log operator.',
  bagian: {
    basisdata: 'Menyalin basis data',
    periksa: 'Membuka salinan dan memeriksa rantainya',
    foto: 'Menyalin foto',
  },
  maju: (selesai: number, dari: number) => `${Math.floor((100 * selesai) / Math.max(1, dari))} %`,
  jenis: { terbaru: 'Terbaru (24 terakhir)', harian: 'Harian (14 hari)', bulanan: 'Bulanan (12 bulan)' },
  kolom: { jenis: 'Jenis', banyak: 'Banyak', terbaru: 'Terbaru', tertua: 'Tertua' },
  buku: 'Buku besar',
  bukuIsi: (baris: number, unit: number) =>
    `${angka(baris)} baris di ${angka(unit)} satuan kerja, masing-masing berantai.`,
  sidik: 'Sidik semua ujung rantai',
  sidikIsi:
    'Catat sidik ini di luar server. Operator dapat memeriksa seluruh rantai dengan perintah ledger verify.',
  antrean: 'Menunggu di HP',
  antreanKosong: 'Tidak ada HP yang mengatakan ada yang menunggu.',
  antreanIsi: (hp: number, isian: number) =>
    `${angka(isian)} isian di ${angka(hp)} HP, sejauh yang diketahui.`,
  antreanSejak: (umur: number) => `Yang tertua sudah menunggu ${lama(umur)}.`,
  antreanTahu: 'HP yang belum pernah terhubung lagi tidak terhitung.',
  versi: 'Versi',
  versiIsi: (versi: string, mulai: number) => `Aplikasi ${versi}, berjalan sejak ${waktu(mulai)}.`,
  migrasi: (banyak: number, terakhir: string) => `${angka(banyak)} perubahan tabel, terakhir ${terakhir}.`,
  pulih: (saat: number) => `Dipulihkan dari cadangan ${waktu(saat)}.`,
  pulihBelum: 'Belum pernah dipulihkan dari cadangan.',
  tidakTahu: 'Tidak diketahui',
  waktu,
} as const;
