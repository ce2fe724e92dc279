import { angka, waktu } from '../format.ts';

/** What whoever holds a lost phone is told. It names nobody: a finder needs no data of hers. */
export const hilang = {
  judul: 'HP ini dilaporkan hilang',
  isi: 'Pemilik akun e-Kinerja di HP ini, atau admin sekolahnya, menandainya hilang. Karena itu akunnya ditutup di sini.',
  menunggu:
    'Isian yang belum terkirim sedang diserahkan ke server, lalu semua data akun itu dihapus dari HP ini. Biarkan halaman ini terbuka selama ada internet.',
  selesai: (saat: number) =>
    `Semua data akun itu sudah dihapus dari HP ini: kegiatan, foto, draf, dan kunci masuknya (${waktu(saat)}). Isian yang belum terkirim disimpan di server sampai pemiliknya memutuskan.`,
  lain: 'Akun lain, foto, dan berkas lain di HP ini tidak disentuh.',
  penemu: 'Anda menemukan HP ini? Serahkan ke sekolah terdekat, dinas pendidikan, atau kantor polisi.',
  pemilik: 'Ini HP Anda dan sudah kembali? Masuk dengan sandi Anda. Yang pernah terkirim akan diunduh lagi.',
  masuk: 'Ke halaman masuk',
  akunLain: (jumlah: number) =>
    `${angka(jumlah)} akun lain dihapus dari HP ini, karena pemiliknya menandai HP ini hilang`,
} as const;
