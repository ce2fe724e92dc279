import { angka, tanggalSaat } from '../format.ts';

/** One's own data back from a file. */
export const ambilData = {
  judul: 'Ambil dari berkas',
  tautan: 'Ambil dari berkas data saya',
  isi: 'Pilih berkas ZIP yang dulu diunduh dari halaman ini. Isinya diperiksa dulu di HP; tidak ada yang disimpan sebelum Anda memilih. Bisa tanpa internet.',
  pilih: 'Pilih berkas ZIP',
  membaca: 'Membaca berkas…',
  belumLengkap:
    'HP ini belum selesai mengunduh data Anda dari server, jadi yang sudah ada di server belum dikenali dan dapat menjadi dua. Sambungkan internet dan tunggu sampai semua terkirim, lalu buka lagi halaman ini.',
  berkas: (nama: string, dibuat: number) => `Berkas ${nama || 'tanpa nama'}, dibuat ${tanggalSaat(dibuat)}`,
  orangLain: (nama: string, nip: string) =>
    `Berkas ini milik ${nama || 'orang lain'} (NIP ${nip || 'tidak tercatat'}), bukan akun ini.`,
  yakinSaya: 'Ini kegiatan saya',
  yakinSayaIsi: 'Misalnya karena NIP saya berubah. Kegiatan itu akan tercatat atas nama akun ini.',
  baru: (jumlah: number) => `Belum ada di HP ini (${angka(jumlah)})`,
  baruIsi: 'Dicatat sebagai kegiatan Anda, lalu diperiksa lagi oleh penilai.',
  beda: (jumlah: number) => `Isinya berbeda (${angka(jumlah)})`,
  bedaIsi: 'Yang ada di HP tetap dipakai, kecuali Anda mencentangnya.',
  disini: (uraian: string) => `Di HP ini: ${uraian}`,
  ditolak: (jumlah: number) => `Tidak dapat diambil (${angka(jumlah)})`,
  sudah: (jumlah: number) => `${angka(jumlah)} kegiatan sudah ada di HP ini dan dilewati.`,
  dialog: (tahun: number) => `Halaman dialog karier ${tahun} ikut diambil.`,
  lain: (jumlah: number) =>
    `${angka(jumlah)} catatan lain (SKP, evaluasi, pesan, data pegawai) tidak diambil: yang berlaku ada di server.`,
  kosong: 'Semua kegiatan di berkas ini sudah ada. Tidak ada yang perlu diambil.',
  fotoHilang: (jumlah: number) => `${angka(jumlah)} foto tidak ada di berkas`,
  semua: 'Centang semua',
  ambil: (jumlah: number) => `Ambil ${angka(jumlah)} kegiatan`,
  maju: (selesai: number, dari: number) => `Mengambil ${angka(selesai)} dari ${angka(dari)}`,
  henti: 'Hentikan',
  selesai: (jumlah: number) =>
    `${angka(jumlah)} kegiatan diambil. Tersimpan di HP dan dikirim bila ada internet.`,
  selesaiDitolak: (jumlah: number) => `${angka(jumlah)} tidak dapat diambil. Sebabnya di bawah.`,
  selesaiFoto: (jumlah: number) => `${angka(jumlah)} foto tidak ada di berkas atau rusak, jadi ditinggalkan.`,
  riwayat: 'Pernah diambil',
  riwayatBaris: (jumlah: number) => `${angka(jumlah)} kegiatan`,
  urungkan: 'Urungkan',
  urungkanSemua: (saat: string) => `Urungkan pengambilan ${saat}`,
  diurungkan: (urung: number, tetap: number) =>
    tetap === 0
      ? `${angka(urung)} kegiatan diurungkan`
      : `${angka(urung)} kegiatan diurungkan; ${angka(tetap)} tetap, karena sudah diubah atau diperiksa`,
  berkasLain: 'Pilih berkas lain',
  sebab: {
    tidak_terbaca: 'Isinya tidak terbaca.',
    dihapus_di_berkas: 'Sudah dihapus ketika berkas ini dibuat.',
    dihapus_di_sini: 'Sudah Anda hapus di HP ini. Pulihkan dari Baru dihapus bila masih perlu.',
    terkunci: 'Sudah disetujui di HP ini dengan isi lain.',
  },
  salah: {
    bukan_zip: 'Ini bukan berkas ZIP, atau terpotong saat disalin. Salin lagi, lalu pilih sekali lagi.',
    zip_besar: 'Berkas ini terlalu besar untuk dibaca di HP (paling besar 1 GB).',
    zip_banyak: 'Berkas ini berisi terlalu banyak berkas. Pilih berkas yang diunduh dari halaman ini.',
    zip_nama:
      'Nama di dalam berkas ini tidak wajar, jadi tidak dibuka. Pilih berkas yang diunduh dari halaman ini.',
    zip_rasio:
      'Berkas ini mengembang tidak wajar, jadi tidak dibuka. Pilih berkas yang diunduh dari halaman ini.',
    zip_sandi: 'ZIP ini bersandi. Pilih berkas aslinya, tanpa sandi.',
    zip_rusak: 'Berkas ini rusak. Salin lagi dari tempat asalnya, lalu pilih sekali lagi.',
    bukan_data_saya:
      'Ini bukan berkas Data saya. Pilih berkas data-saya-….zip yang diunduh dari halaman ini.',
    versi_asing: 'Berkas ini dibuat aplikasi yang lebih baru. Perbarui aplikasi, lalu coba lagi.',
  },
} as const;
