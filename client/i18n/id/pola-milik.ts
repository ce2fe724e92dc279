import { angka } from '../format.ts';

/** G09: what the school shares, in a teacher's own list. */
export const polaMilik = {
  judul: 'Dari sekolah',
  dari: { sekolah: 'Dari sekolah', dinas: 'Dari dinas' },
  salin: (nama: string) => `Salin ${nama} ke pola saya`,
  disalin: (nama: string) => `${nama} disalin ke pola Anda, dan dapat diubah di sana`,
  sembunyikan: (nama: string) => `Sembunyikan ${nama}`,
  disembunyikan: 'Pola disembunyikan dari daftar Anda',
  tampilkan: (nama: string) => `Tampilkan lagi ${nama}`,
  ditampilkan: 'Pola ditampilkan lagi',
  tersembunyi: (jumlah: number) => `${angka(jumlah)} disembunyikan`,
} as const;
