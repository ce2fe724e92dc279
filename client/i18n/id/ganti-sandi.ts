import { angka, waktu } from '../format.ts';

/** "Ganti sandi". */
export const gantiSandi = {
  judul: 'Ganti sandi',
  isi: 'Perlu internet. Di HP ini Anda tetap masuk; di HP dan laptop lain harus masuk lagi dengan sandi baru. Yang belum terkirim di sana tetap aman.',
  sampai: (saat: number) => `Sandi yang sekarang berlaku sampai ${waktu(saat)}.`,
  latihan: 'Latihan tidak memakai akun, jadi tidak ada sandi.',
  lama: 'Sandi lama',
  lamaKosong: 'Tulis sandi yang sekarang Anda pakai',
  baru: 'Sandi baru',
  lupa: 'Lupa sandi lama? Minta slip aktivasi baru kepada admin sekolah atau dinas.',
  simpan: 'Simpan sandi baru',
  selesai: (sesi: number) =>
    sesi === 0
      ? 'Sandi sudah diganti'
      : `Sandi sudah diganti. ${angka(sesi)} perangkat lain harus masuk lagi`,
  tidakPasti:
    'Server belum menjawab. Sandi mungkin sudah berganti: kalau nanti diminta masuk, coba sandi baru dulu.',
  terlaluSering: 'Terlalu sering salah. Tunggu beberapa menit, lalu coba lagi',
} as const;
