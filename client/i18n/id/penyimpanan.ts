import { angka, ukuran } from '../format.ts';

/** G21. */
export const penyimpanan = {
  judul: 'Data & penyimpanan',
  dipakai: (bytes: number) => `Dipakai ${ukuran(bytes)} di HP ini`,
  jenis: { foto: 'Foto', teks: 'Teks', aplikasi: 'Aplikasi' },
  dijaga: 'Data dijaga HP',
  dijagaYa: 'Ya. HP tidak menghapus data ini sendiri.',
  dijagaTidak: 'Belum. HP dapat menghapus data bila ruangnya hampir habis.',
  aktifkan: 'Aktifkan',
  belumBisa: 'HP belum mengizinkan. Pasang aplikasi di layar utama, lalu coba lagi.',
  jangan: 'Jangan hapus data Chrome sebelum halaman Belum terkirim berbunyi “Semua terkirim”.',
  cadangan: 'Simpan cadangan',
  bersihkan: 'Bersihkan foto lama',
  bersihkanIsi: 'Foto yang sudah terkirim lebih dari 14 hari dihapus dari HP; di server tetap ada.',
  dibersihkan: (jumlah: number, bytes: number) => `${angka(jumlah)} foto dihapus dari HP (${ukuran(bytes)})`,
  dataSaya: 'Data saya',
  dataSayaIsi:
    'Semua catatan dan foto Anda di HP ini sebagai satu berkas ZIP (JSON, CSV, foto); dengan internet juga yang disimpan layanan: HP dan sesi, siapa melihat data Anda, dokumen yang terbit.',
  unduhDataSaya: 'Unduh data saya',
  menyiapkan: (selesai: number, dari: number) => `Menyiapkan ${angka(selesai)} dari ${angka(dari)} foto`,
  batal: 'Batal',
  dibatalkan: 'Unduhan dibatalkan',
  namaBerkas: (tanggal: string) => `data-saya-${tanggal}.zip`,
  tidakAdaFoto: 'Tidak ada foto lama untuk dibersihkan',
} as const;
