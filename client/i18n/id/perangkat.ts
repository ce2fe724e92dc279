import { angka, kapanHari, waktu } from '../format.ts';

/** "Perangkat saya": where the account is signed in, what never arrived from there, and how to cut a lost phone off. */
export const perangkat = {
  judul: 'Perangkat saya',
  isi: 'HP dan laptop tempat akun Anda pernah masuk. Putuskan yang hilang, dijual, atau bukan milik Anda.',
  memuat: 'Menanyakan ke server…',
  latihan: 'Latihan tidak memakai akun, jadi tidak ada perangkat.',
  iniHp: 'Perangkat ini',
  diputus: (saat: number) => `Diputus ${waktu(saat)}`,
  terakhir: (saat: number, sekarang: number) => `Terakhir menghubungi server ${kapanHari(saat, sekarang)}`,
  belumSampai: (jumlah: number) =>
    `${angka(jumlah)} isian dari perangkat ini belum pernah sampai di server. Kalau perangkatnya masih ada, buka aplikasinya di sana sampai “Semua terkirim”. Isian yang Anda buang sebelum terkirim ikut terhitung.`,
  putuskan: 'Putuskan',
  putuskanSatu: (nama: string) => `Putuskan ${nama}`,
  sandi: 'Sandi Anda',
  sandiKet: 'Diperiksa server, jadi perlu internet.',
  sandiKosong: 'Tulis sandi Anda',
  tanya: {
    cut: {
      judul: (nama: string) => `Putuskan ${nama}?`,
      isi: 'Perangkat itu tidak dapat lagi mengirim atau menerima apa pun dengan akun Anda. Isian yang belum terkirim tetap tersimpan di sana dan masih dapat dititipkan selama 30 hari. Kalau ada orang lain yang tahu sandi Anda, ganti juga sandi Anda di Akun.',
      ya: 'Putuskan perangkat',
      selesai: (nama: string) => `${nama} sudah diputus`,
    },
    lost: {
      judul: (nama: string) => `${nama} hilang?`,
      isi: 'Begitu terhubung ke internet, semua data akun Anda di perangkat itu dihapus: kegiatan, foto, draf, kunci. Isian yang belum terkirim diserahkan dulu ke server, dan Anda yang memutuskan nanti. Akun orang lain di sana tidak disentuh. Bila hanya ingin memutuskan tanpa menghapus, pilih Putuskan.',
      ya: 'Tandai hilang',
      selesai: (nama: string) => `${nama} ditandai hilang`,
    },
    found: {
      judul: (nama: string) => `${nama} sudah ketemu?`,
      isi: 'Tidak ada yang dihapus. Bila sebelumnya masih terhubung, perangkat itu dapat dipakai lagi.',
      ya: 'Sudah ketemu',
      selesai: (nama: string) => `Tanda hilang ${nama} ditarik`,
    },
  },
  belum: {
    tanpa_internet: 'Tidak ada internet, jadi belum ada yang berubah. Ulangi nanti.',
    server_diam: 'Server belum menjawab, jadi belum pasti. Ulangi nanti; dua kali tidak apa-apa.',
    terlalu_sering: 'Terlalu banyak percobaan. Tunggu beberapa menit, lalu ulangi.',
  },
  hilang: {
    tandai: 'Tandai hilang',
    tandaiSatu: (nama: string) => `Tandai hilang: ${nama}`,
    batalkan: 'Batalkan tanda hilang',
    batalkanSatu: (nama: string) => `Batalkan tanda hilang ${nama}`,
    akan: (saat: number) => `Ditandai hilang ${waktu(saat)}: akan dihapus saat terhubung`,
    sedang: (saat: number) => `Terhubung ${waktu(saat)}: sedang dihapus`,
    ditarik: 'Tanda hilangnya sudah ditarik.',
    sudah: (saat: number) => `Sudah dihapus pada ${waktu(saat)}`,
    serahan: (entri: number, foto: number) =>
      `${angka(entri)} isian dan ${angka(foto)} foto yang belum terkirim dari perangkat itu, atau dititipkan rekan, disimpan di server, terpisah. Masukkan bila itu isian Anda; buang bila orang lain yang menulisnya.`,
    ditolak: (jumlah: number) =>
      `${angka(jumlah)} dari yang Anda masukkan tidak diterima. Tetap disimpan di server sampai Anda membuangnya; catat lagi yang masih perlu.`,
    ditolakSatu: (tanggal: string | undefined, teks: string | undefined, jumlah: number) =>
      [tanggal, teks].filter(Boolean).join(' · ') || `${angka(jumlah)} isian atau foto`,
    cobaLagi: 'Coba masukkan lagi',
    masukkan: 'Masukkan ke akun saya',
    buang: 'Buang',
    buangTanya: 'Buang isian itu?',
    buangIsi: 'Isian dan foto dari perangkat hilang itu dihapus selamanya.',
    masuk: (baru: number, ditolak: number) =>
      `${angka(baru)} isian masuk${ditolak > 0 ? `, ${angka(ditolak)} tidak diterima` : ''}`,
    terbuang: 'Isian dari perangkat hilang dibuang',
  },
  tindakan: 'Yang dilakukan atas akun ini',
  insiden: {
    data: 'Data pribadi yang terungkap',
    kejadian: 'Kapan dan bagaimana',
    penanganan: 'Yang dilakukan',
    kontak: 'Pertanyaan',
  },
  tindakanOleh: (oleh: string, pada: number, keterangan: string) =>
    `${[keterangan, oleh].filter(Boolean).join(' · ')} · ${waktu(pada)}`,
  coba: 'Coba lagi',
} as const;
