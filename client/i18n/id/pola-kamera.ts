import { angka } from '../format.ts';

/** G09. */
export const pola = {
  judul: 'Pola cepat',
  baru: 'Pola baru',
  kosong: 'Belum ada pola. Simpan kegiatan yang sering Anda lakukan supaya cukup dua ketuk.',
  nama: 'Nama pola',
  namaPetunjuk: 'Pendek, misalnya Piket',
  uraian: 'Uraian',
  jamTetap: 'Jam tetap',
  jamIkut: 'Jam mengikuti waktu mencatat',
  jamPakai: 'Selalu memakai jam ini',
  simpan: 'Simpan pola',
  tersimpan: 'Pola tersimpan',
  belumCukup: 'Isi uraian, realisasi, dan satuan dulu, lalu simpan sebagai pola',
  hapus: 'Hapus pola',
  dihapus: 'Pola dihapus',
  ubah: (nama: string) => `Ubah pola ${nama}`,
  judulUbah: 'Ubah pola',
  pakai: 'Catat dengan pola',
} as const;

/** G07. */
export const kamera = {
  judul: 'Kamera',
  rana: 'Ambil foto',
  balik: 'Ganti kamera depan atau belakang',
  lampu: 'Lampu',
  tutup: 'Tutup kamera',
  membuka: 'Membuka kamera…',
  menyimpan: 'Menyimpan foto…',
  ditolak:
    'Kamera belum diizinkan. Buka Setelan > Aplikasi > Chrome > Izin > Kamera, atau pilih foto dari galeri',
  tidakAda: 'HP ini tidak punya kamera yang bisa dipakai. Pilih foto dari galeri',
  sibuk: 'Kamera sedang dipakai aplikasi lain. Tutup aplikasi itu, lalu coba lagi',
  tambah: (jumlah: number) => `${angka(jumlah)} foto`,
  selesai: 'Selesai',
} as const;
