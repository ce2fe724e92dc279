import type { ProblemCode, ProblemParams } from '../../../shared/protocol/index.ts';

/** Words for a code, with what the refusal says of the case. */
export type Words = (params: ProblemParams) => string;

/** What only an admin's screens can meet: the words come with those screens, and no teacher's phone carries them. */
export const masalahKantor = {
  sesi_admin: () =>
    'Sesi admin berakhir. Buktikan diri Anda sekali lagi; kegiatan Anda tetap tercatat dan terkirim',
  bukti_diri: () => 'Tulis sandi Anda sekali lagi. Sesudahnya Anda bebas bekerja sepuluh menit',
  slip_sendiri: () => 'Slip untuk diri sendiri, atau persetujuan atas slip sendiri, hanya oleh admin lain',
  bukan_gambar: () =>
    'Berkas ini bukan gambar PNG, JPEG, atau WebP. Simpan logonya sebagai PNG, lalu pilih lagi',
  gambar_rusak: () => 'Gambar ini terpotong atau rusak. Simpan logonya sekali lagi, lalu pilih lagi',
  gambar_besar: () => 'Gambar ini terlalu besar. Kecilkan sampai paling besar 2 MB dan 5.000 × 5.000 titik',
  berkas_simpeg: (params) =>
    String(params['kalimat'] ?? '') || 'Berkas ini tidak terbaca. Simpan lagi sebagai CSV atau XLSX',
  impor_sibuk: () => 'Impor lain sedang berjalan. Tunggu sampai selesai',
  perlu_yakin: () => 'Ketik jumlahnya untuk memastikan',
  lewat_urung: () => 'Impor ini sudah lewat tujuh hari, jadi tidak dapat diurungkan',
  usulan_sendiri: () => 'Usulan sendiri diputuskan admin lain',
  orang_kedua: () => 'Perubahan NIP perlu dua orang. Minta admin lain menyetujuinya',
  menunggu_sekolah: () => 'Admin sekolahnya belum memeriksa. Setelah tiga hari Anda dapat memutuskannya',
  nip_dipakai: () => 'NIP itu milik akun lain. Periksa lagi, atau cari dulu siapa pemiliknya',
  masa_terbalik: () => 'Hari terakhirnya sebelum hari pertamanya. Betulkan salah satu tanggal',
  masa_terbuka: () => 'Plt. dan Plh. perlu hari terakhir, paling lama setahun. Isi sampai kapan',
  masa_bertumpuk: () =>
    'Orang ini sudah punya tugas yang sama di sekolah itu pada hari-hari tersebut. Pilih tanggal lain, atau batalkan yang lama dulu',
  sudah_berlaku: () =>
    'Perubahan ini sudah berlaku, jadi tidak dapat dibatalkan. Catat perubahan baru yang mengembalikannya',
  tidak_bertugas: () =>
    'Orang ini tidak bertugas di sekolah itu pada tanggal tersebut. Periksa tanggal dan sekolahnya',
} satisfies Partial<Record<ProblemCode, Words>>;
