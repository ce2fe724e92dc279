import { angka } from '../format.ts';

const satuan = (detik: number): string =>
  detik < 90 ? `${angka(Math.ceil(detik))} detik` : `${angka(Math.ceil(detik / 60))} menit`;

/** G03: the door of the app lock. */
export const kunci = {
  judul: 'Terkunci',
  sapa: 'Tulis PIN untuk membuka catatan di HP ini.',
  menunggu: (jumlah: number) => `${angka(jumlah)} isian belum terkirim. Semuanya tetap ada di HP ini.`,
  pin: 'PIN',
  buka: 'Buka',
  kosong: 'Tulis PIN Anda',
  salah: (sisa: number) => `PIN salah. Sisa ${angka(sisa)} kali, lalu masuk dengan sandi`,
  tunggu: (ms: number) => `Tunggu ${satuan(ms / 1000)} sebelum mencoba lagi. Tidak ada isian yang dihapus.`,
  habis: 'PIN sudah salah 10 kali. Masuk dengan sandi untuk membuat PIN baru. Tidak ada isian yang dihapus.',
  lupa: 'Lupa PIN',
  gantiAkun: 'Ganti akun',
  rusak: 'Isi HP ini tidak dapat dibuka. Tidak ada yang dihapus. Muat ulang, lalu coba lagi.',
  muatUlang: 'Muat ulang',
  lupaJudul: 'Buat PIN baru',
  lupaIsi:
    'Masuk dengan sandi akun, lalu buat PIN baru. Perlu internet sekali. Isian yang belum terkirim tidak hilang.',
  sandi: 'Sandi akun',
  sandiKosong: 'Tulis sandi akun Anda',
  pinBaru: 'PIN baru',
  pinBaruKet: 'Paling sedikit 6 angka. Lebih panjang lebih sulit ditebak.',
  ulangi: 'Ulangi PIN baru',
  beda: 'Kedua PIN tidak sama',
  cacat: {
    pendek: 'PIN paling sedikit 6 angka',
    bukan_angka: 'PIN hanya angka',
    mudah: 'PIN terlalu mudah ditebak. Jangan angka kembar atau berurutan',
  },
  simpanPin: 'Masuk dan simpan PIN',
  perluInternet: 'Perlu internet untuk memeriksa sandi. Coba lagi bila ada sinyal.',
  kunciAsing:
    'Server ini tidak dapat membuka kunci HP ini lagi. Isi HP hanya terbuka dengan PIN lama, dan isian yang belum terkirim menunggu di HP ini sampai itu. Kembali, lalu coba PIN lama: hitungannya mulai dari awal. Yang sudah terkirim tetap ada di server.',
  menyandikan: 'Menyandikan isi HP…',
  membuka: 'Membuka sandi isi HP…',
  sampai: (selesai: number, dari: number) => `${angka(selesai)} dari ${angka(dari)} baris`,
  jangan: 'Boleh ditutup kapan saja: dilanjutkan saat aplikasi dibuka lagi.',
} as const;
