/** What is kept about a person, why, and who reads it; the long form is docs/privasi.md. */
export const privasi = {
  judul: 'Privasi',
  bagian: [
    {
      judul: 'Yang disimpan',
      isi: [
        'NIP, nama, jabatan, sekolah, dan pejabat penilai Anda.',
        'Kegiatan, foto, SKP, evaluasi, kendala mengisi, dan pesan yang Anda tulis.',
        'HP yang Anda pakai untuk masuk dan kapan terakhir terhubung.',
      ],
    },
    {
      judul: 'Untuk apa',
      isi: [
        'Mencatat, memeriksa, dan menilai kinerja Anda. Tidak untuk iklan, dan tidak dikirim ke pihak lain.',
        'Lokasi tidak direkam. Keterangan tersembunyi di foto, termasuk lokasi, dibuang sebelum dikirim.',
      ],
    },
    {
      judul: 'Siapa yang dapat membaca',
      isi: [
        'Anda: semua milik Anda. Rekan guru tidak dapat membaca kegiatan, foto, SKP, atau hasil Anda.',
        'Kepala sekolah: kegiatan, kendala mengisi, foto yang dipakai di kegiatan, SKP, dan evaluasi guru di sekolahnya, selama ia menjabat.',
        'Pengawas: data pegawai sekolah binaan, sejak kapan isian seorang guru kosong dan berapa yang menunggu diperiksa, serta hanya evaluasi yang Anda ajukan keberatannya. Bukan isi kegiatan, bukan sakit atau cuti.',
        'Admin data pegawai: data kepegawaian dari SIMPEG dan angka isian yang sama, bukan kegiatan Anda.',
        'Admin sekolah: usulan perbaikan data beserta buktinya, HP, dan sesi guru di sekolahnya, bukan kegiatan Anda.',
        'Admin dinas: juga nama guru yang isiannya kosong, tanpa isi dan sebabnya. Umum: jumlah saja. Lama mencatat hanya ikut dijumlah bila Anda izinkan di Beban saya.',
        'Pengelola server dapat membuka semua yang ada di server. Bila ia mengubah yang sudah tercatat, itu ketahuan.',
      ],
    },
    {
      judul: 'Berapa lama',
      isi: [
        'Yang sudah terkirim disimpan terus, juga kegiatan yang dihapus, karena menjadi dasar penilaian. Batas waktunya ditetapkan instansi.',
        'Catatan siapa melihat data Anda: 2 tahun. Foto bukti usulan yang ditolak atau ditarik: 30 hari.',
        'Di HP, data Anda tetap ada sesudah keluar. Menghapusnya: Akun, lalu Hapus data saya dari HP ini.',
      ],
    },
    {
      judul: 'Hak Anda',
      isi: [
        'Melihat dan menyalin: semua layar di aplikasi ini, Riwayat saya, Cetak & ekspor, dan Unduh data saya.',
        'Memperbaiki data pegawai: usulkan di Akun, lalu Data saya. Meminta penghapusan: hubungi operator sekolah.',
        'Tidak setuju dengan hasil evaluasi: ajukan keberatan dari layar hasilnya. Predikat dihitung dari penilaian orang, bukan diputuskan mesin.',
      ],
    },
  ],
  pelihat: 'Siapa yang melihat data saya',
  pelihatIsi: 'Buka Riwayat saya: setiap orang yang membuka kegiatan Anda secara dinas tercatat di sana.',
  bukaRiwayat: 'Riwayat saya',
} as const;
