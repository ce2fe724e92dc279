import { angka, kapanHari, tanggalSaat, waktu } from '../format.ts';

/** "Akses": people and their accounts, as an admin keeps them. */
export const akses = {
  judul: 'Akses',
  isi: 'Siapa dapat masuk, di perangkat mana, dan slip aktivasi. Isi kinerja tidak terlihat di sini. Setiap tindakan tercatat dan tampak di HP pemilik akun.',
  cari: 'Cari nama atau NIP',
  sekolah: 'Sekolah',
  semuaSekolah: 'Semua sekolah',
  memuat: 'Menanyakan ke server…',
  kosong: 'Tidak ada akun yang cocok. Ubah pencarian atau sekolahnya.',
  lagi: 'Tampilkan berikutnya',
  coba: 'Coba lagi',
  belumAktif: 'Belum aktif',
  menunggu: 'Menunggu admin kedua',
  beredar: 'Slip beredar',
  terakhir: (saat: number | null, sekarang: number) =>
    saat === null ? 'Belum pernah masuk' : `Terakhir terhubung ${kapanHari(saat, sekarang)}`,
  perangkat: (jumlah: number) => (jumlah === 0 ? 'Tanpa perangkat' : `${angka(jumlah)} perangkat`),
  sesi: (jumlah: number) => `${angka(jumlah)} sesi`,
  kunci: (jumlah: number) => `${angka(jumlah)} kunci sandi`,
  kunciSatu: (nama: string, dipakai: number | null) =>
    `Kunci sandi ${nama}, ${dipakai === null ? 'belum pernah dipakai' : `terakhir ${waktu(dipakai)}`}`,
  cabut: 'Cabut kunci sandi',
  cabutSatu: (nama: string, orang: string) => `Cabut kunci sandi ${nama} milik ${orang}`,
  slipOleh: (oleh: string, terbit: number, sampai: number) =>
    `Slip dari ${oleh}, terbit ${waktu(terbit)}, berlaku sampai ${tanggalSaat(sampai)}.`,
  slipMenunggu: 'Belum dapat dipakai: menunggu persetujuan admin kedua.',
  perangkatSatu: (label: string, saat: number, sekarang: number) =>
    `${label}, terakhir ${kapanHari(saat, sekarang)}`,
  perangkatPutus: (label: string, saat: number) => `${label}, diputus ${waktu(saat)}`,
  terbitkan: 'Terbitkan slip',
  terbitkanLagi: 'Terbitkan slip baru',
  setujui: 'Setujui slip',
  putuskan: 'Putuskan perangkat',
  putuskanSatu: (label: string, nama: string) => `Putuskan perangkat ${label} milik ${nama}`,
  akhiri: 'Akhiri semua sesi',
  batal: 'Batal',
  tanya: {
    terbitkan: {
      judul: (nama: string) => `Terbitkan slip untuk ${nama}?`,
      isi: 'Periksa kartu identitasnya dan serahkan langsung. Slip sebelumnya hangus. Sandi lama berlaku sampai slip ini dipakai.',
      ya: 'Terbitkan',
    },
    setujui: {
      judul: (nama: string) => `Setujui slip untuk ${nama}?`,
      isi: 'Dengan slip itu orang dapat menilai atau mengelola orang lain. Pastikan sendiri bahwa pemiliknya yang meminta.',
      ya: 'Setujui',
    },
    putuskan: {
      judul: (nama: string) => `Putuskan perangkat ${nama}?`,
      isi: 'Perangkat itu tidak dapat lagi mengirim atau menerima. Isian yang belum terkirim tetap tersimpan di sana dan dapat dititipkan selama 30 hari.',
      ya: 'Putuskan',
    },
    cabut: {
      judul: (nama: string) => `Cabut kunci sandi ${nama}?`,
      isi: 'Kunci itu tidak dapat lagi dipakai untuk masuk. Sandi tetap berlaku, dan perangkat yang sudah masuk tetap masuk: akhiri juga sesinya bila perlu.',
      ya: 'Cabut',
    },
    akhiri: {
      judul: (nama: string) => `Akhiri semua sesi ${nama}?`,
      isi: 'Ia harus masuk lagi dengan sandinya di setiap perangkat. Tidak ada isian yang terhapus.',
      ya: 'Akhiri',
    },
  },
  selesai: {
    setujui: (nama: string) => `Slip ${nama} sekarang berlaku`,
    putuskan: (nama: string) => `Perangkat ${nama} sudah diputus`,
    cabut: (nama: string) => `Kunci sandi ${nama} sudah dicabut`,
    akhiri: (nama: string) => `Semua sesi ${nama} sudah berakhir`,
  },
  bukti: {
    judul: 'Benar ini Anda?',
    isi: 'Tindakan atas akun orang lain perlu sandi Anda sekali lagi. Berlaku sepuluh menit.',
    sandi: 'Sandi Anda',
    kosong: 'Tulis sandi Anda',
    lanjut: 'Lanjutkan',
    terlaluSering: 'Terlalu sering salah. Tunggu beberapa menit, lalu coba lagi',
  },
  slip: {
    judul: 'Slip aktivasi',
    judulHalaman: (jumlah: number) => (jumlah === 1 ? 'Slip aktivasi' : `${angka(jumlah)} slip aktivasi`),
    sekali: 'Kode hanya tampil sekarang. Cetak atau perlihatkan langsung kepada orangnya, lalu tutup.',
    nip: 'NIP',
    kode: 'Kode',
    qr: (nama: string) => `Kode QR slip ${nama}`,
    pindai: (alamat: string) =>
      `Pindai dengan kamera HP, atau buka ${alamat}, tulis NIP, lalu kode ini sebagai sandi. Aplikasi meminta Anda membuat sandi sendiri.`,
    sampai: (saat: number) => `Berlaku sampai ${tanggalSaat(saat)}, sekali pakai.`,
    rahasia: 'Jangan diberikan kepada orang lain, juga kepada kepala sekolah.',
    menunggu:
      'Belum dapat dipakai: admin kedua harus menyetujuinya di halaman Akses. Bila tidak ada admin kedua, minta operator layanan menerbitkan slip.',
    cetak: 'Cetak',
    tutup: 'Selesai',
    lihat: (jumlah: number) => `Lihat ${angka(jumlah)} slip yang baru terbit`,
  },
} as const;
