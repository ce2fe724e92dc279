import type { ProblemCode } from './problem-codes.ts';

/**
 * Everything that can be refused, in one list: stable code, HTTP status, short title (Indonesian, constant per code).
 * Codes are never reused. The words that help a person stand in `client/i18n/id/masalah.ts`.
 * The same codes are used in problem details (RFC 9457) and in verdicts inside a 200.
 */
export const problems = {
  // The request as a whole
  jenis_isi: { status: 415, title: 'Jenis isi tidak dikenal' },
  sandian_isi: { status: 415, title: 'Sandian isi tidak dikenal' },
  terlalu_besar: { status: 413, title: 'Kiriman terlalu besar' },
  utf8_rusak: { status: 400, title: 'Teks bukan UTF-8' },
  json_rusak: { status: 400, title: 'JSON rusak' },
  json_dalam: { status: 400, title: 'JSON terlalu dalam' },
  kunci_ganda: { status: 400, title: 'Kunci JSON ganda' },
  isi_salah: { status: 422, title: 'Isi tidak sesuai' },
  amplop: { status: 422, title: 'Amplop tidak terbaca' },
  tidak_ada: { status: 404, title: 'Tidak ditemukan' },
  cara_salah: { status: 405, title: 'Cara tidak dikenal di alamat ini' },
  asal_ditolak: { status: 403, title: 'Asal permintaan ditolak' },
  gangguan: { status: 500, title: 'Layanan terganggu' },
  server_sibuk: { status: 503, title: 'Server sedang ramai' },
  terlalu_sering: { status: 429, title: 'Terlalu sering' },
  penuh: { status: 507, title: 'Penyimpanan server penuh' },
  app_lama: { status: 426, title: 'Aplikasi perlu diperbarui' },

  // Who asks
  masuk_lagi: { status: 401, title: 'Perlu masuk lagi' },
  sandi_baru: { status: 409, title: 'Buat sandi baru' },
  sandi_pendek: { status: 422, title: 'Sandi terlalu pendek' },
  sandi_panjang: { status: 422, title: 'Sandi terlalu panjang' },
  sandi_mudah: { status: 422, title: 'Sandi mudah ditebak' },
  sandi_bocor: { status: 422, title: 'Sandi pernah bocor' },
  bukti_diri: { status: 403, title: 'Perlu bukti diri' },
  sesi_admin: { status: 401, title: 'Sesi admin berakhir' },
  hilang_sendiri: { status: 409, title: 'Perangkat ini sedang dipakai' },
  slip_sendiri: { status: 403, title: 'Perlu admin lain' },
  slip_menunggu: { status: 409, title: 'Slip menunggu admin kedua' },
  sandi_lama_salah: { status: 422, title: 'Sandi lama tidak cocok' },
  sandi_campuran: { status: 422, title: 'Sandi belum bercampur' },
  sandi_usang: { status: 409, title: 'Sandi perlu diganti' },
  sandi_sama: { status: 422, title: 'Sandi baru sama dengan yang lama' },
  kunci_sandi_salah: { status: 401, title: 'Kunci sandi tidak diterima' },
  kunci_sandi_lewat: { status: 409, title: 'Permintaan kunci sandi sudah lewat' },
  kunci_sandi_ada: { status: 409, title: 'Kunci sandi sudah terdaftar' },
  kunci_sandi_penuh: { status: 409, title: 'Kunci sandi sudah sepuluh' },
  kunci_sandi_mati: { status: 409, title: 'Kunci sandi tidak ada di alamat ini' },
  sandi_salah: { status: 401, title: 'NIP atau sandi tidak cocok' },
  perangkat_dicabut: { status: 403, title: 'Perangkat dicabut' },
  bukti_perangkat: { status: 401, title: 'Bukti perangkat tidak cocok' },
  bukan_pemilik: { status: 403, title: 'Bukan milik akun ini' },

  // Sync
  sejarah_berubah: { status: 409, title: 'Sejarah server berubah' },
  perintah_asing: { status: 422, title: 'Perintah tidak dikenal' },
  perintah_besar: { status: 413, title: 'Perintah terlalu besar' },
  akses_dicabut: { status: 403, title: 'Akses dicabut' },
  di_luar_wewenang: { status: 403, title: 'Di luar wewenang' },
  menilai_diri: { status: 403, title: 'Tidak dapat memeriksa diri sendiri' },

  // Photos
  posisi_unggah: { status: 409, title: 'Posisi unggahan berbeda' },
  sidik_beda: { status: 460, title: 'Sidik foto berbeda' },
  bukan_foto: { status: 415, title: 'Berkas bukan foto JPEG atau WebP' },
  foto_rusak: { status: 422, title: 'Foto terpotong atau rusak' },
  foto_besar: { status: 413, title: 'Foto terlalu besar' },
  kuota_foto: { status: 429, title: 'Batas foto tercapai' },
  foto_bermetadata: { status: 422, title: 'Foto memuat data tersembunyi' },
  bukan_gambar: { status: 415, title: 'Berkas bukan PNG, JPEG, atau WebP' },
  gambar_rusak: { status: 422, title: 'Gambar terpotong atau rusak' },
  gambar_besar: { status: 413, title: 'Gambar terlalu besar' },

  // Carried files
  bukan_titipan: { status: 415, title: 'Berkas bukan titipan e-Kinerja' },
  titipan_rusak: { status: 422, title: 'Berkas titipan rusak' },
  titipan_asing: { status: 403, title: 'Pemilik titipan tidak dikenal' },
  kunci_titipan: { status: 409, title: 'Titipan untuk server lain' },

  // Rules of an entry
  teks_terlarang: { status: 422, title: 'Teks memuat tanda terlarang' },
  teks_kosong: { status: 422, title: 'Teks kosong' },
  teks_pendek: { status: 422, title: 'Teks terlalu pendek' },
  teks_panjang: { status: 422, title: 'Teks terlalu panjang' },
  tanggal_mustahil: { status: 422, title: 'Tanggal tidak ada' },
  jam_mustahil: { status: 422, title: 'Jam tidak ada' },
  realisasi_bulat: { status: 422, title: 'Realisasi harus angka bulat' },
  tautan_salah: { status: 422, title: 'Tautan tidak terbaca' },
  tautan_banyak: { status: 422, title: 'Tautan terlalu banyak' },
  foto_banyak: { status: 422, title: 'Foto terlalu banyak' },
  tanggal_masa_depan: { status: 422, title: 'Tanggal di masa depan' },
  lewat_batas: { status: 422, title: 'Lewat batas isian' },
  bulan_terkunci: { status: 409, title: 'Bulan sudah dikunci' },
  tanggal_terbalik: { status: 422, title: 'Hari terakhir sebelum hari pertama' },
  pola_penuh: { status: 422, title: 'Pola sekolah penuh' },
  kalender_penuh: { status: 422, title: 'Kalender sekolah penuh' },
  jam_terbalik: { status: 422, title: 'Jam selesai sebelum jam mulai' },
  rhk_kosong: { status: 422, title: 'RHK belum dipilih' },
  rhk_asing: { status: 422, title: 'RHK tidak ada di SKP' },
  bertumpuk: { status: 409, title: 'Jam bertumpuk' },
  kembar: { status: 409, title: 'Kegiatan yang sama sudah ada' },
  hari_libur: { status: 409, title: 'Hari libur' },
  bukan_hari_kerja: { status: 409, title: 'Bukan hari kerja' },
  jam_belum_tiba: { status: 409, title: 'Jamnya belum tiba' },
  belum_diubah: { status: 409, title: 'Dikembalikan dan belum diubah' },
  lama_janggal: { status: 409, title: 'Lama kegiatan janggal' },
  volume_janggal: { status: 409, title: 'Realisasi janggal' },
  skp_salah: { status: 422, title: 'SKP belum memenuhi aturan' },

  // State of a record
  terkunci: { status: 409, title: 'Sudah disetujui' },
  tahap_salah: { status: 409, title: 'Tahap tidak sesuai' },
  sudah_dihapus: { status: 409, title: 'Sudah dihapus' },
  sudah_ada: { status: 409, title: 'Sudah ada' },
  portofolio_ditutup: { status: 403, title: 'Portofolio tidak dibuka di sini' },
  nip_terlihat: { status: 422, title: 'NIP tidak boleh ditampilkan' },
  versi_tidak_ada: { status: 409, title: 'Versi tidak ada' },

  // Evaluation
  periode_asing: { status: 422, title: 'Tipe periodik berbeda' },
  realisasi_kosong: { status: 422, title: 'Realisasi belum diisi' },
  praktik_kosong: { status: 422, title: 'Dokumen praktik belum lengkap' },
  observasi_kurang: { status: 422, title: 'Lembar observasi tidak sesuai' },
  nilai_belum_lengkap: { status: 409, title: 'Rating belum lengkap' },
  lewat_keberatan: { status: 409, title: 'Lewat batas keberatan' },
  keputusan_final: { status: 409, title: 'Sudah diputuskan atasan' },

  // Documents
  dokumen_kurang: { status: 409, title: 'Bahan dokumen belum lengkap' },

  // Import
  berkas_simpeg: { status: 422, title: 'Berkas kepegawaian tidak terbaca' },
  impor_sibuk: { status: 409, title: 'Impor lain sedang berjalan' },
  perlu_yakin: { status: 409, title: 'Perlu dipastikan' },
  lewat_urung: { status: 409, title: 'Lewat batas pengurungan' },

  // Corrections of personnel data
  usulan_salah: { status: 422, title: 'Isi usulan tidak sesuai' },
  usulan_sama: { status: 409, title: 'Usulan sama dengan data sekarang' },
  usulan_menunggu: { status: 409, title: 'Usulan untuk data itu masih menunggu' },
  usulan_sendiri: { status: 403, title: 'Tidak dapat memutuskan usulan sendiri' },
  orang_kedua: { status: 409, title: 'Perlu orang kedua' },
  menunggu_sekolah: { status: 409, title: 'Menunggu admin sekolah' },
  nip_dipakai: { status: 409, title: 'NIP milik akun lain' },
  // Organisation
  masa_terbalik: { status: 422, title: 'Masa tugas terbalik' },
  masa_terbuka: { status: 422, title: 'Masa tugas tanpa akhir' },
  masa_bertumpuk: { status: 409, title: 'Masa tugas bertumpuk' },
  sudah_berlaku: { status: 409, title: 'Sudah berlaku' },
  tidak_bertugas: { status: 409, title: 'Tidak bertugas di sana' },
} as const satisfies Record<ProblemCode, { status: number; title: string }>;
