/** G22: short answers that need no network. One question, one answer of at most four sentences. */
export const bantuan = {
  judul: 'Bantuan',
  cari: 'Cari bantuan',
  kosong: (kata: string) => `Belum ada jawaban untuk “${kata}”. Coba kata lain, atau tanya operator sekolah.`,
  keadaan: 'Keadaan layanan sekarang',
  operator: 'Masih bingung? Operator sekolah dapat membantu. Tunjukkan halaman Belum terkirim.',
} as const;

export type Jawaban = { readonly kelompok: string; readonly tanya: string; readonly jawab: string };

export const jawabanList: readonly Jawaban[] = [
  {
    kelompok: 'Mencatat',
    tanya: 'Bagaimana mencatat kegiatan dengan foto?',
    jawab:
      'Ketuk Catat di bawah layar, ambil foto, ketuk centang di kamera, lalu Simpan. Rencana aksi, jam, uraian, dan satuan sudah ditebak; ubah bila perlu.',
  },
  {
    kelompok: 'Mencatat',
    tanya: 'Bagaimana mencatat tanpa foto?',
    jawab: 'Di Beranda, ketuk salah satu pola cepat atau Tulis tanpa foto, lalu Simpan. Foto tidak wajib.',
  },
  {
    kelompok: 'Mencatat',
    tanya: 'Dari mana tebakan rencana aksi dan jam?',
    jawab:
      'Dari jadwal mengajar dan kebiasaan Anda sendiri di HP ini. Tebakan selalu bisa diubah sebelum disimpan.',
  },
  {
    kelompok: 'Mencatat',
    tanya: 'Bagaimana menulis jadwal mengajar?',
    jawab:
      'Buka Akun, Jadwal mengajar: tambah pelajaran satu per satu, salin satu hari ke hari lain, atau tempel dari Excel, lalu Simpan jadwal. Bisa tanpa internet. Bila sekolah sudah memasang jadwal, jadwal itu menjadi awalnya, dan yang Anda simpan yang dipakai.',
  },
  {
    kelompok: 'Mencatat',
    tanya: 'Kegiatan hari ini sama seperti kemarin',
    jawab:
      'Di Beranda ketuk Salin kegiatan, hilangkan centang yang tidak perlu, lalu Simpan. Foto, catatan, dan tautan tidak ikut disalin.',
  },
  {
    kelompok: 'Mencatat',
    tanya: 'Bagaimana mengisi banyak hari sekaligus?',
    jawab:
      'Di Beranda ketuk Isi banyak. Tambah baris satu per satu, atau tempel baris dari Excel dengan urutan kolom Progress Harian BKN.',
  },
  {
    kelompok: 'Mencatat',
    tanya: 'Apa itu pola cepat?',
    jawab:
      'Kegiatan yang sering Anda lakukan, disimpan sekali. Setelah itu cukup dua ketuk: pilih polanya di Beranda, lalu Simpan. Atur lewat Akun, Pola cepat.',
  },
  {
    kelompok: 'Mencatat',
    tanya: 'Realisasi dan satuan diisi apa?',
    jawab:
      'Angka bulat dan satuannya, sama seperti di BKN. Misalnya mengajar dua jam pelajaran: 2 JP. Menyusun satu modul: 1 dokumen.',
  },
  {
    kelompok: 'Mencatat',
    tanya: 'Mengapa tanggal saya ditolak?',
    jawab:
      'Tanggal tidak boleh lewat dari hari ini, tidak boleh di bulan yang sudah dikunci, dan di sekolah tertentu tidak boleh terlalu lama. Kepala sekolah dapat membuka satu tanggal untuk Anda.',
  },
  {
    kelompok: 'Mencatat',
    tanya: 'Muncul tulisan Bertumpuk',
    jawab:
      'Jamnya sama dengan kegiatan lain di hari itu. Periksa jamnya. Bila memang dua kegiatan berjalan bersamaan, ketuk Simpan tetap.',
  },
  {
    kelompok: 'Foto',
    tanya: 'Aplikasi tertutup saat memotret',
    jawab:
      'HP kehabisan memori. Draf tetap aman dan terbuka lagi sendiri. Pilih Kamera dalam aplikasi di halaman Akun supaya tidak terulang.',
  },
  {
    kelompok: 'Foto',
    tanya: 'Apakah foto memakan banyak kuota?',
    jawab:
      'Tidak. Foto dikecilkan di HP menjadi sekitar 120 KB sebelum dikirim. Anda juga bisa memilih kirim foto lewat Wi-Fi saja di halaman Akun.',
  },
  {
    kelompok: 'Foto',
    tanya: 'Apakah lokasi saya ikut terkirim?',
    jawab: 'Tidak. Lokasi dan data kamera dibuang dari foto di HP, sebelum disimpan.',
  },
  {
    kelompok: 'Foto',
    tanya: 'Foto dari WhatsApp atau galeri',
    jawab:
      'Di WhatsApp atau galeri, pilih fotonya, ketuk Bagikan, lalu pilih e-Kinerja. Atau ketuk Galeri di halaman Catat.',
  },
  {
    kelompok: 'Foto',
    tanya: 'Bolehkah wajah siswa tampak?',
    jawab:
      'Usahakan tidak. Foto dari belakang, foto papan tulis, atau foto hasil kerja sudah cukup sebagai bukti.',
  },
  {
    kelompok: 'Kirim',
    tanya: 'Kapan kegiatan saya terkirim?',
    jawab:
      'Sendiri, begitu ada sinyal, juga ketika aplikasi tertutup di banyak HP Android. Di iPhone, buka aplikasinya sebentar saat ada sinyal.',
  },
  {
    kelompok: 'Kirim',
    tanya: 'Apa arti Tersimpan di HP?',
    jawab: 'Kegiatan sudah aman di HP ini dan menunggu internet. Ia tetap ada walau HP dimatikan.',
  },
  {
    kelompok: 'Kirim',
    tanya: 'Apa arti Perlu diperbaiki?',
    jawab:
      'Server tidak dapat menerima isian itu, dan alasannya tertulis. Ketuk Ubah, perbaiki, lalu Simpan. Tidak ada yang hilang.',
  },
  {
    kelompok: 'Kirim',
    tanya: 'Apa arti Ada dua versi?',
    jawab: 'Kegiatan yang sama diubah di dua HP. Buka, bandingkan, lalu pilih satu atau simpan keduanya.',
  },
  {
    kelompok: 'Kirim',
    tanya: 'Sudah lama tidak ada sinyal',
    jawab:
      'Buka Belum terkirim, ketuk Simpan cadangan, lalu simpan berkasnya di tempat lain, misalnya kartu memori. Berkas itu bisa dimasukkan operator ke server.',
  },
  {
    kelompok: 'Kirim',
    tanya: 'Tidak pernah ada sinyal, bisakah dititipkan?',
    jawab:
      'Bisa. Di Belum terkirim, ketuk Siapkan berkas, lalu bagikan kepada teman yang punya internet. Teman membukanya di Akun, Titipan teman; ia hanya melihat nama Anda dan jumlah isian. Setelah terkirim, teman membawakan bukti untuk Anda buka di halaman yang sama.',
  },
  {
    kelompok: 'Kirim',
    tanya: 'Ada Wi-Fi, tetapi tidak terkirim',
    jawab:
      'Beberapa Wi-Fi meminta masuk dulu. Buka Chrome, kunjungi satu halaman apa saja, selesaikan masuk Wi-Fi, lalu kembali ke sini.',
  },
  {
    kelompok: 'Periksa',
    tanya: 'Kegiatan saya dikembalikan',
    jawab:
      'Buka kegiatannya, baca catatan kepala sekolah, ketuk Perbaiki, lalu Simpan. Ini bisa dilakukan tanpa internet.',
  },
  {
    kelompok: 'Periksa',
    tanya: 'Bisakah mengubah yang sudah disetujui?',
    jawab: 'Tidak langsung. Minta kepala sekolah membukanya lagi, lalu ubah.',
  },
  {
    kelompok: 'Periksa',
    tanya: 'Bagaimana menarik atau menghapus kegiatan?',
    jawab:
      'Buka kegiatannya, ketuk titik tiga, lalu Tarik atau Hapus. Yang dihapus bisa dipulihkan selama 30 hari lewat Akun, Baru dihapus.',
  },
  {
    kelompok: 'HP',
    tanya: 'Ruang HP habis',
    jawab:
      'Teks tetap disimpan. Hapus beberapa video di galeri, lalu buka kegiatannya dan ketuk Coba simpan foto. Di Akun, Data & penyimpanan, foto lama bisa dibersihkan.',
  },
  {
    kelompok: 'HP',
    tanya: 'Bolehkah menghapus data Chrome?',
    jawab:
      'Jangan, sebelum halaman Belum terkirim berbunyi Semua terkirim. Menghapus data Chrome menghapus yang belum terkirim.',
  },
  {
    kelompok: 'HP',
    tanya: 'HP dipakai dua guru',
    jawab: 'Buka Akun, ketuk Ganti akun. Data setiap guru terpisah dan tidak tertukar.',
  },
  {
    kelompok: 'HP',
    tanya: 'Lupa sandi',
    jawab: 'Temui operator sekolah untuk mendapat sandi baru. Yang tersimpan di HP tetap aman.',
  },
];
