import { angka } from '../format.ts';

/** "Kunci aplikasi": what it does, what it does not, and what it costs. */
export const kunciAtur = {
  judul: 'Kunci aplikasi',
  isi: 'Aplikasi meminta PIN setiap kali dibuka. Kegiatan, draf, foto, SKP, dan penilaian di HP ini disandikan.',
  menjaga: 'Yang dijaga',
  menjagaIsi: [
    'Orang yang memegang HP Anda tidak dapat membaca atau mengubah catatan Anda tanpa PIN.',
    'PIN salah membuat percobaan berikutnya menunggu makin lama. Setelah 10 kali hanya sandi yang membuka. Tidak ada isian yang dihapus.',
  ],
  batas: 'Yang tidak dijaga',
  batasIsi: [
    'Orang yang menyalin penyimpanan HP dan punya alat dapat menebak PIN dengan komputer. Pakailah juga kunci layar HP, dan PIN yang panjang.',
    'Orang yang tahu sandi akun Anda, atau dapat meminta sandi baru untuk Anda, dapat mengganti PIN di HP ini.',
    'Tetap terbaca di penyimpanan HP: nama dan NIP Anda, kalender sekolah, serta tanggal, jumlah, dan tahap kegiatan. Bukan uraiannya.',
    'Salinan lama dapat tertinggal di berkas peramban sampai peramban membersihkannya sendiri.',
    'Foto yang pernah diambil dari server sebelum kunci dinyalakan dapat masih disimpan peramban. Hapus lewat Setelan peramban, Hapus data, Gambar dalam cache.',
    'Foto yang dibagikan dari aplikasi lain belum disandikan sebelum Anda memasukkannya ke kegiatan.',
    'Server tetap menyimpan yang sudah terkirim seperti biasa.',
  ],
  akibat: 'Akibatnya bagi Anda',
  akibatIsi: [
    'Selama terkunci HP ini tidak mengirim apa pun. Isian yang belum terkirim menunggu sampai Anda membuka aplikasi dengan PIN, lalu terkirim sendiri.',
    'Lupa PIN: masuk dengan sandi, perlu internet. Isian yang belum terkirim tidak hilang.',
    'Pengingat tetap datang, tanpa isi catatan Anda.',
  ],
  nyalakan: 'Nyalakan kunci',
  perluInternet:
    'Menyalakan kunci perlu internet sekali, supaya PIN yang terlupa dapat diganti. Coba lagi bila ada sinyal.',
  tabLain: 'Aplikasi ini masih terbuka di tab atau jendela lain. Tutup dulu yang lain, lalu coba lagi.',
  aktif: 'Kunci menyala',
  kunciSekarang: 'Kunci sekarang',
  menit: 'Kunci sendiri setelah ditinggal',
  menitPilihan: (menit: number) => `${angka(menit)} menit`,
  ganti: 'Ganti PIN',
  gantiSimpan: 'Simpan PIN baru',
  gantiSelesai: 'PIN sudah diganti',
  pinLama: 'PIN sekarang',
  matikan: 'Matikan kunci',
  matikanIsi: 'Isi HP dibuka sandinya dan aplikasi tidak lagi meminta PIN.',
  latihan: 'Latihan tidak memakai akun, jadi tidak perlu dikunci.',
} as const;
