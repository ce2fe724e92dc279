import { tanggalSaat, waktu } from '../format.ts';

/** "Kunci sandi" (passkeys): another way in beside the password. */
export const kunciSandi = {
  judul: 'Kunci sandi',
  isi: 'Masuk dengan sidik jari, wajah, atau PIN layar, tanpa mengetik sandi. Kuncinya tinggal di perangkat Anda; sandi tetap berlaku.',
  latihan: 'Latihan tidak memakai akun, jadi tidak ada kunci sandi.',
  memuat: 'Menanyakan ke server…',
  coba: 'Coba lagi',
  kosong: 'Belum ada kunci sandi.',
  tidakBoleh: 'Kunci sandi untuk kepala sekolah, pengawas, dan admin. Anda masuk dengan sandi.',
  bukanAlamatnya:
    'Kunci sandi terikat pada alamat resmi layanan, dan ini bukan alamat itu. Buka aplikasi lewat alamat resminya; di sini masuklah dengan sandi.',
  tidakDapat: 'Peramban ini belum dapat membuat kunci sandi. Perbarui Chrome, atau buka dari perangkat lain.',
  dibuat: (saat: number) => `Dibuat ${tanggalSaat(saat)}`,
  dipakai: (saat: number | null) =>
    saat === null ? 'Belum pernah dipakai' : `Terakhir dipakai ${waktu(saat)}`,
  tambah: 'Tambah kunci sandi',
  nama: 'Nama kunci',
  namaKet: 'Supaya Anda mengenalinya di daftar ini.',
  namaKosong: 'Beri nama kuncinya',
  sandi: 'Sandi Anda',
  sandiKosong: 'Tulis sandi Anda',
  batal: 'Kunci tidak jadi dibuat. Tidak ada yang berubah.',
  ditambah: (nama: string) => `${nama} dapat dipakai untuk masuk`,
  terlaluSering: 'Terlalu sering salah. Tunggu beberapa menit, lalu coba lagi',
  hapus: 'Hapus',
  hapusSatu: (nama: string) => `Hapus kunci ${nama}`,
  tanya: (nama: string) => `Hapus ${nama}?`,
  tanyaIsi:
    'Kunci itu tidak dapat lagi dipakai untuk masuk. Perangkat yang sudah masuk tetap masuk. Hapus juga dari pengelola sandi perangkatnya.',
  ya: 'Hapus kunci',
  dihapus: (nama: string) => `${nama} sudah dihapus`,
} as const;
