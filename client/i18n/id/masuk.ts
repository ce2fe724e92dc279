import { jamSaat, ukuran } from '../format.ts';

const MENIT = 60_000;
/** When a wait is over: by the clock that the person looks at, a full minute; a short one in seconds. */
const sesudah = (tunggu: number, kini: number): string =>
  tunggu < MENIT
    ? `${Math.max(1, Math.ceil(tunggu / 1000))} detik lagi`
    : `pukul ${jamSaat(Math.ceil((kini + tunggu) / MENIT) * MENIT)}`;

type Belum = { readonly isian: number; readonly foto: number };
const kataBelum = ({ isian, foto }: Belum): string =>
  [isian && `${isian} isian`, foto && `${foto} foto`].filter(Boolean).join(' dan ');

/** Words of the screens before and around an account. */
export const masuk = {
  judul: 'e-Kinerja Luring',
  sub: 'Catatan kinerja guru, juga tanpa internet',
  nip: 'NIP (18 angka)',
  nipSalah: (angka: number) => `NIP terdiri dari 18 angka. Yang Anda tulis ${angka}`,
  sandi: 'Sandi',
  sandiKet: 'Pertama kali? Tulis kode dari slip aktivasi di sini.',
  kodeDiterima: (oleh: string) =>
    `Kode dari ${oleh} diterima. Buat sandi Anda sendiri; kode ini tidak berlaku lagi sesudahnya.`,
  sandiBaru: 'Sandi baru',
  sandiBaruKet: 'Paling sedikit 15 huruf. Empat kata yang mudah Anda ingat sudah cukup.',
  sandiBaruBssn:
    'Paling sedikit 15 huruf, dengan huruf besar, huruf kecil, angka, dan tanda seperti - atau !. Aturan instansi Anda, diganti tiap 180 hari.',
  simpanSandi: 'Simpan sandi dan masuk',
  sandiKosong: 'Tulis sandi Anda',
  sandiSpasi: 'Ada spasi di ujung sandi. Hapus spasinya; bila memang begitu sandinya, ketuk Masuk lagi',
  mengunduh: 'Sandi cocok. Aplikasi sedang diunduh…',
  belumTerunduh: 'Sandi cocok, tetapi aplikasi belum terunduh. Ketuk Masuk lagi saat sinyal membaik',
  lihat: 'Lihat sandi',
  sembunyi: 'Sembunyikan sandi',
  masuk: 'Masuk',
  menyiapkan: 'Menyiapkan…',
  lupa: 'Lupa sandi? Minta slip aktivasi baru kepada admin.',
  latihan: 'Coba tanpa akun (mode latihan)',
  gantiAkun: 'Akun lain di HP ini',
  kembaliKe: (nama: string) => `Masuk lagi sebagai ${nama}`,
  antreanAman: (belum: Belum) => `Masuk lagi untuk mengirim ${kataBelum(belum)}. Isinya aman di HP`,
  pertamaPerluInternet: 'Masuk pertama kali perlu internet. Sesudahnya aplikasi bisa dipakai tanpa internet',
  perluInternet: 'Masuk perlu internet. Isian di HP ini tetap aman. Ketuk Masuk lagi bila ada sinyal',
  serverDiam: 'Server belum menjawab. Ketuk Masuk lagi sebentar lagi',
  ramai: 'Server sedang ramai. Ketuk Masuk lagi sebentar lagi',
  terlaluSering: (tunggu: number, kini: number) =>
    `Terlalu sering salah. Coba lagi ${sesudah(tunggu, kini)}, atau minta kode baru kepada admin sekolah.`,
  akunLain: 'NIP ini bukan pemilik antrean di HP ini. Antreannya tetap aman di akunnya sendiri.',
  bukanResmi: 'Bukan aplikasi resmi BKN atau Kemendikdasmen.',
  siapkan: {
    judul: 'Siapkan HP Anda',
    langkah: (ke: number, dari: number) => `${ke} dari ${dari} siap`,
    data: 'Data Anda',
    dataJalan: 'Mengunduh data pertama…',
    dataSiap: (bytes: number) => `Sudah diunduh (${ukuran(bytes)})`,
    dataGagal: 'Belum terunduh. Sambungkan internet, lalu ketuk Coba lagi.',
    coba: 'Coba lagi',
    pasang: 'Pasang di layar utama',
    pasangKet: 'Buka lebih cepat, juga tanpa internet.',
    pasangTombol: 'Pasang',
    terpasang: 'Sudah terpasang',
    pasangIos: 'iPhone: ketuk tombol Bagikan, lalu Tambah ke Layar Utama.',
    pasangLain: 'Buka menu peramban ⋮, lalu Instal aplikasi.',
    jaga: 'Jaga data di HP',
    jagaKet: 'Minta HP tidak menghapus catatan saat ruang menipis.',
    jagaTombol: 'Aktifkan',
    jagaYa: 'Data dijaga HP',
    jagaTidak:
      'HP belum menjaga data. Pasang aplikasi ke layar utama, lalu coba lagi. Catatan tetap tersimpan.',
    luring: 'Dipakai tanpa internet',
    luringJalan: 'Menyimpan aplikasi di HP…',
    luringSiap: 'Aplikasi siap dipakai tanpa internet',
    luringTidak: 'Peramban ini tidak bisa membuka aplikasi tanpa internet. Pakai Chrome terbaru.',
    lanjut: 'Lanjut',
    lewati: 'Lewati',
  },
  akun: {
    judul: 'Siapa yang memakai HP ini?',
    antre: (belum: Belum) => (kataBelum(belum) ? `${kataBelum(belum)} tersimpan di HP` : 'Semua terkirim'),
    tambah: 'Tambah akun',
    aktif: 'sedang dipakai',
    keluar: 'sudah keluar, perlu sandi',
  },
  latihanMode: {
    judul: 'Mode latihan',
    isi: 'Coba mencatat, menyalin, dan melihat status tanpa akun. Tidak ada yang dikirim, dan semuanya dihapus ketika Anda keluar dari latihan.',
    mulai: 'Mulai latihan',
    menyiapkan: 'Menyiapkan latihan…',
    keluar: 'Keluar dari latihan',
    strip: 'Mode latihan · tidak ada yang dikirim',
  },
} as const;
