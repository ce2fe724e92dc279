/* An admin proves once more who he is. */
export const bukti = {
  judul: 'Benar ini Anda?',
  isi: {
    bukti_diri:
      'Tindakan yang mengenai orang lain perlu sandi Anda sekali lagi. Berlaku sepuluh menit, jadi sesudahnya Anda bebas bekerja.',
    sesi_admin:
      'Sesi admin berakhir: setengah jam tidak dipakai, atau sudah dua belas jam. Sesudah ini Anda kembali ke tempat semula. Kegiatan Anda sendiri tetap tercatat dan terkirim.',
  },
  sandi: 'Sandi Anda',
  kosong: 'Tulis sandi Anda',
  kunci: 'Pakai kunci sandi',
  kunciBatal: 'Kunci sandi tidak jadi dipakai. Coba lagi, atau tulis sandi',
  lanjut: 'Lanjutkan',
  terlaluSering: 'Terlalu sering salah. Tunggu beberapa menit, lalu coba lagi',
} as const;
