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
  tanya: (nama: string) => `Putuskan ${nama}?`,
  tanyaIsi:
    'Perangkat itu tidak dapat lagi mengirim atau menerima apa pun dengan akun Anda. Isian yang belum terkirim tetap tersimpan di sana dan masih dapat dititipkan selama 30 hari. Kalau ada orang lain yang tahu sandi Anda, ganti juga sandi Anda di Akun.',
  ya: 'Putuskan perangkat',
  selesai: (nama: string) => `${nama} sudah diputus`,
  tindakan: 'Yang dilakukan atas akun ini',
  tindakanOleh: (oleh: string, pada: number, keterangan: string) =>
    `${[keterangan, oleh].filter(Boolean).join(' · ')} · ${waktu(pada)}`,
  coba: 'Coba lagi',
} as const;
