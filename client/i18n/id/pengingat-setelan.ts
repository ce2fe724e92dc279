/** The screen on which a person sets when she is reminded. */
export const pengingat = {
  judul: 'Pengingat',
  kembali: 'Akun',
  ket: 'Paling banyak satu kali sehari, hanya pada hari kerja sekolah, dan hanya bila ada yang perlu: hari ini belum ada catatan, ada yang dikembalikan, batas hampir lewat, atau ada yang menunggu diperiksa.',
  privasi: 'Yang lewat internet hanya panggilan kosong. Isi pengingat disusun di HP ini dari data di HP ini.',
  hidup: 'Ingatkan saya di HP ini',
  hidupKet:
    'Muncul sebagai pemberitahuan HP, juga saat aplikasi tertutup. Satu HP saja yang mengingatkan: menyalakannya di sini mematikannya di HP lain.',
  jam: 'Jam',
  hari: 'Hari',
  namaHari: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
  simpan: 'Simpan',
  tersimpan: 'Pengingat tersimpan',
  dimatikan: 'Pengingat dimatikan di HP ini',
  hariKosong: 'Pilih sedikitnya satu hari.',
  tanpaInternet: 'Mengatur pengingat perlu internet. Pengingat yang sudah diatur tetap berlaku.',
  cobaLagi: 'Coba lagi',
  ditolakHp: 'HP ini tidak mengizinkan pemberitahuan. Izinkan di setelan peramban, lalu coba lagi.',
  takBisa:
    'Peramban ini tidak dapat menerima pengingat. Pakai kalender HP: berkas di bawah mengingatkan pada jam dan hari yang sama.',
  takAda:
    'Layanan sekolah ini belum menyalakan pengingat lewat internet. Kalender HP dapat menggantikannya: pilih jam dan hari di bawah, lalu simpan.',
  kalenderJudul: 'Kalender HP',
  kalender: 'Simpan ke kalender HP',
  kalenderKet:
    'Kalender HP mengingatkan pada setiap hari yang dipilih, juga tanpa internet. Buka berkas yang terunduh, lalu ketuk Simpan di kalender; mengulanginya memperbarui yang lama.',
  namaBerkas: 'pengingat-e-kinerja.ics',
  acara: 'Catat kegiatan hari ini',
  acaraKet: 'Buka aplikasi e-Kinerja. Bisa tanpa internet.',
} as const;
