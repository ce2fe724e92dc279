import { LIMITS, type ProblemCode, type ProblemParams, todaysCode } from '../../../shared/protocol/index.ts';
import {
  angka,
  hariTanggal,
  jam,
  jamSaat,
  kapital,
  namaBulan,
  tanggalBulan,
  tanggalPanjang,
} from '../format.ts';
import { sebutPenilai } from '../sebutan.ts';
import type { masalahKantor, Words } from './masalah-kantor.ts';

/** What only a phone can meet: no room, a photo added twice, no network, a silent server, a Wi-Fi that wants to be signed in to. */
export type ClientCode =
  | 'hp_penuh'
  | 'hp_penuh_foto'
  | 'antrean_penuh'
  | 'foto_sama'
  | 'tanpa_internet'
  | 'server_diam'
  | 'wifi_masuk';

const text = (params: ProblemParams, key: string): string => String(params[key] ?? '');
const number = (params: ProblemParams, key: string): number => Number(params[key] ?? 0);
/** With its year where that is another one than `hariIni`'s. */
const day = (params: ProblemParams): string => {
  const [tanggal, hariIni] = [text(params, 'tanggal'), text(params, 'hariIni')];
  if (tanggal.length !== 10) return 'tanggal itu';
  return hariIni === '' || hariIni.slice(0, 4) === tanggal.slice(0, 4)
    ? tanggalBulan(tanggal)
    : tanggalPanjang(tanggal);
};
const month = (params: ProblemParams): string =>
  /^\d{4}-\d{2}$/.test(text(params, 'bulan')) ? namaBulan(text(params, 'bulan')) : 'Bulan itu';
const other = (params: ProblemParams): string =>
  `“${text(params, 'uraian')}” ${jam(text(params, 'mulai'))}–${jam(text(params, 'selesai'))}`;
const again = (params: ProblemParams): string =>
  params['pada'] === undefined
    ? 'Dicoba lagi otomatis'
    : `Dicoba lagi otomatis ${jamSaat(number(params, 'pada'))}`;
const safe = (params: ProblemParams): string =>
  number(params, 'jumlah') > 0
    ? `${angka(number(params, 'jumlah'))} kegiatan aman di HP`
    : 'Isian aman di HP';
const now = (params: ProblemParams): string =>
  params['sekarang'] === undefined ? '' : ` (sekarang ${angka(number(params, 'sekarang'))})`;

const BIDANG: Readonly<Record<string, string>> = {
  uraian: 'Uraian',
  catatan: 'Catatan',
  satuan: 'Satuan',
  nama: 'Nama',
  teks: 'Pesan',
  alasan: 'Alasan',
};
/** Limits of fields whose refusal does not name its own, as those of older servers. */
const BATAS: Readonly<Record<string, number>> = {
  uraian: LIMITS.uraianMax,
  catatan: LIMITS.catatanLetters,
  satuan: LIMITS.satuanLetters,
  alasan: LIMITS.catatanLetters,
};
const field = (params: ProblemParams): string => BIDANG[text(params, 'bidang')] ?? 'Isian';

type Kode = ProblemCode | ClientCode;

/** What a teacher, her head or anybody at the door can meet. */
const umum: Readonly<Record<Exclude<Kode, keyof typeof masalahKantor>, Words>> = {
  jenis_isi: () => 'Server tidak mengenal kiriman ini. Perbarui aplikasi, lalu kirim lagi',
  sandian_isi: () => 'Server tidak mengenal kiriman ini. Perbarui aplikasi, lalu kirim lagi',
  terlalu_besar: () => 'Kiriman terlalu besar sekaligus. Aplikasi akan mengirim sedikit demi sedikit',
  utf8_rusak: () => 'Kiriman rusak di jalan. Dicoba lagi otomatis',
  json_rusak: () => 'Kiriman rusak di jalan. Dicoba lagi otomatis',
  json_dalam: () => 'Isian ini tidak bisa dibaca server. Buka, tulis ulang, lalu simpan',
  kunci_ganda: () => 'Isian ini tidak bisa dibaca server. Buka, tulis ulang, lalu simpan',
  isi_salah: (p) =>
    p['bidang']
      ? `${field(p)} tidak bisa dibaca server. Buka, tulis ulang, lalu simpan`
      : 'Isian ini tidak bisa dibaca server. Buka, tulis ulang, lalu simpan',
  amplop: () => 'Server tidak bisa membaca kiriman ini. Perbarui aplikasi, lalu kirim lagi',
  tidak_ada: () => 'Data ini tidak ada di server',
  cara_salah: () => 'Server tidak mengenal permintaan ini. Perbarui aplikasi, lalu coba lagi',
  asal_ditolak: () => 'Buka aplikasi dari alamat sekolah yang resmi, lalu coba lagi',
  gangguan: (p) =>
    p['sejak']
      ? `Layanan sedang terganggu sejak ${text(p, 'sejak')}. Anda tetap bisa mencatat; isian dikirim setelah pulih`
      : 'Layanan sedang terganggu. Anda tetap bisa mencatat; isian dikirim setelah pulih',
  server_sibuk: (p) => `Server sedang ramai. ${again(p)}`,
  terlalu_sering: (p) => `Server sedang ramai. ${again(p)}`,
  penuh: (p) => `Penyimpanan server penuh. ${safe(p)} dan dikirim setelah ada ruang`,
  app_lama: () => 'Aplikasi perlu diperbarui sebelum mengirim. Isian aman di HP. Perbarui sekarang',

  masuk_lagi: (p) =>
    number(p, 'jumlah') > 0
      ? `Masuk lagi untuk mengirim ${angka(number(p, 'jumlah'))} kegiatan. Isinya aman di HP`
      : 'Masuk lagi untuk mengirim. Isinya aman di HP',
  sandi_baru: () => 'Kode diterima. Buat sandi baru untuk masuk',
  sandi_pendek: () => 'Sandi paling sedikit 15 huruf. Beberapa kata lebih mudah diingat',
  sandi_panjang: () => 'Sandi paling banyak 128 huruf',
  sandi_bocor: () =>
    'Sandi ini ada di daftar sandi yang pernah bocor dan dicoba lebih dulu oleh penebak. Pakai beberapa kata lain',
  sandi_mudah: () => 'Sandi ini mudah ditebak. Pakai beberapa kata yang bukan nama, NIP, atau sekolah Anda',
  hilang_sendiri: () => 'Ini perangkat yang sedang Anda pakai, jadi tidak hilang. Pilih yang lain',
  slip_menunggu: () => 'Kode benar, tetapi slip ini menunggu persetujuan admin kedua. Coba lagi sesudahnya',
  sandi_lama_salah: () => 'Sandi tidak cocok. Periksa huruf besar dan spasinya',
  sandi_campuran: () =>
    'Sandi perlu huruf besar, huruf kecil, angka, dan tanda seperti - atau !. Itu aturan instansi Anda',
  sandi_usang: () => 'Sandi Anda sudah lebih dari 180 hari. Buat yang baru untuk masuk',
  sandi_sama: () => 'Sandi baru sama dengan yang lama. Tulis yang lain',
  kunci_sandi_salah: () => 'Kunci sandi ini tidak dikenal lagi. Masuk dengan sandi',
  kunci_sandi_lewat: () => 'Terlalu lama menunggu. Coba sekali lagi',
  kunci_sandi_ada: () => 'Kunci sandi itu sudah terdaftar',
  kunci_sandi_penuh: () => 'Sudah ada sepuluh kunci sandi. Hapus yang tidak dipakai',
  kunci_sandi_mati: () => 'Kunci sandi tidak dapat dipakai di alamat ini. Masuk dengan sandi',
  sandi_salah: (p) =>
    p['sisa'] === undefined
      ? 'NIP atau sandi tidak cocok'
      : `NIP atau sandi tidak cocok. Sisa percobaan: ${angka(number(p, 'sisa'))}`,
  perangkat_dicabut: () =>
    'HP ini sudah diputus dari akun Anda. Isinya aman di HP. Masuk lagi untuk mengirim',
  bukti_perangkat: () => 'Tanda pengenal HP ini tidak cocok. Isinya aman di HP. Masuk lagi untuk mengirim',
  bukan_pemilik: () => 'HP ini sedang masuk dengan akun lain. Masuk lagi dengan akun Anda untuk mengirim',

  sejarah_berubah: () => 'Data server baru dipulihkan. HP ini mengirim ulang yang belum ada di sana',
  perintah_asing: () => 'Server belum mengenal isian jenis ini. Perbarui aplikasi, lalu kirim lagi',
  perintah_besar: () => 'Isian ini terlalu panjang untuk dikirim. Pendekkan uraian atau catatannya',
  akses_dicabut: () =>
    'Akun Anda tidak lagi terdaftar di sekolah ini. Simpan cadangan, lalu hubungi operator',
  di_luar_wewenang: () => 'Akun Anda tidak berhak melakukan ini. Hubungi operator bila seharusnya berhak',
  menilai_diri: () => 'Kegiatan sendiri diperiksa oleh atasan Anda, bukan oleh Anda sendiri',

  posisi_unggah: () => 'Foto dilanjutkan dari titik terakhir yang diterima server',
  sidik_beda: () => 'Foto rusak di jalan dan dikirim ulang dari awal',
  bukan_foto: (p) =>
    text(p, 'jenis') === 'heic'
      ? 'Foto jenis HEIC belum bisa dibaca HP ini. Ambil lewat tombol Kamera'
      : 'Berkas ini bukan foto. Pilih JPG, PNG, atau WebP',
  foto_rusak: () => 'Foto ini terpotong dan tidak bisa dibuka. Ambil lagi atau pilih foto lain',
  foto_besar: () => 'Foto terlalu besar untuk dibaca HP ini. Pilih foto lain atau ambil lewat tombol Kamera',
  kuota_foto: (params) =>
    params['jangka'] === 'semua'
      ? 'Batas foto Anda di server tercapai. Teks tetap terkirim. Minta operator menambah batasnya'
      : 'Foto hari ini sudah banyak. Teks tetap terkirim, foto menyusul besok dengan sendirinya',
  foto_bermetadata: () =>
    'Foto masih memuat data tersembunyi. Hapus foto ini dari kegiatan, lalu tambahkan lagi',

  bukan_titipan: () => 'Berkas ini bukan titipan e-Kinerja. Pilih berkas yang namanya diawali titipan',
  titipan_rusak: () => 'Berkas titipan ini rusak. Minta pemiliknya membagikannya lagi',
  titipan_asing: () =>
    'Server tidak mengenal HP pemilik titipan ini. Pemiliknya perlu masuk lagi saat ada internet',
  kunci_titipan: () => 'Titipan ini dibuat untuk server lain. Minta pemiliknya membuat yang baru',

  teks_terlarang: (p) =>
    `${field(p)} memuat tanda yang tidak bisa disimpan. Hapus tanda itu, lalu simpan lagi`,
  teks_kosong: (p) =>
    text(p, 'bidang') === 'satuan'
      ? 'Tulis satuannya, misalnya JP atau dokumen'
      : text(p, 'bidang') === 'uraian'
        ? 'Tulis apa yang Anda kerjakan'
        : `${field(p)} belum ditulis`,
  teks_pendek: (p) =>
    `${field(p)} minimal ${angka(text(p, 'bidang') === 'uraian' ? LIMITS.uraianMin : 1)} huruf`,
  teks_panjang: (p) => {
    const limit = number(p, 'paling') || BATAS[text(p, 'bidang')];
    return limit
      ? `${field(p)} paling banyak ${angka(limit)} huruf${now(p)}`
      : `${field(p)} terlalu panjang${now(p)}`;
  },
  tanggal_mustahil: () => 'Pilih tanggal yang ada di kalender',
  jam_mustahil: (p) => `Isi jam ${p['bidang'] === 'selesai' ? 'selesai' : 'mulai'}, antara 00.00 dan 23.59`,
  realisasi_bulat: (p) =>
    number(p, 'sekarang') > LIMITS.realisasiMax
      ? `Realisasi paling banyak ${angka(LIMITS.realisasiMax)}`
      : 'Isi realisasi dengan angka bulat, misalnya 1',
  tautan_salah: (p) =>
    number(p, 'sekarang') > LIMITS.tautanLetters
      ? `Tautan paling banyak ${angka(LIMITS.tautanLetters)} huruf${now(p)}`
      : 'Tautan harus lengkap, diawali https://',
  tautan_banyak: (p) => `Paling banyak ${angka(LIMITS.tautanCount)} tautan per kegiatan${now(p)}`,
  foto_banyak: () => `Paling banyak ${angka(LIMITS.fotoCount)} foto per kegiatan`,
  tanggal_masa_depan: () => 'Tanggal kegiatan paling lambat hari ini',
  lewat_batas: (p) =>
    `Kegiatan ${day(p)} sudah lewat batas isian (${angka(number(p, 'hari'))} hari). Minta kepala sekolah membuka tanggal itu`,
  bulan_terkunci: (p) => `${month(p)} sudah dievaluasi. Kegiatan bulan itu tidak bisa diubah`,
  tanggal_terbalik: () => 'Hari terakhir harus sama dengan atau setelah hari pertama',
  kalender_penuh: (p) =>
    `Kalender sekolah sudah penuh (${p['paling'] ?? 400} baris). Hapus hari tahun lalu lebih dulu`,
  pola_penuh: (p) =>
    `Pola sekolah sudah penuh (${p['paling'] ?? 40}). Pensiunkan yang tidak dipakai lebih dulu`,
  jam_terbalik: () => 'Jam selesai harus setelah jam mulai',
  rhk_kosong: () => 'Pilih rencana aksi yang didukung kegiatan ini',
  rhk_asing: () => 'Rencana aksi ini tidak ada di SKP Anda tahun ini. Simpan tetap?',
  bertumpuk: (p) => `Bertumpuk dengan ${other(p)}. Simpan tetap?`,
  kembar: (p) => `Sama dengan kegiatan yang sudah ada: ${other(p)}. Simpan tetap?`,
  hari_libur: (p) => `Tanggal ini libur (${text(p, 'nama')}). Simpan tetap?`,
  bukan_hari_kerja: (p) =>
    `${text(p, 'tanggal') ? kapital(hariTanggal(text(p, 'tanggal'))) : 'Tanggal ini'} bukan hari kerja. Simpan tetap?`,
  jam_belum_tiba: (p) =>
    `Jam mulai ${jam(text(p, 'mulai'))} belum tiba (sekarang ${jam(text(p, 'sekarang'))}). Simpan tetap?`,
  belum_diubah: () => 'Kegiatan ini dikembalikan dan isinya masih sama. Simpan tetap?',
  lama_janggal: (p) => `Lamanya ${angka(number(p, 'jam'))} jam. Periksa jam mulai dan selesai. Simpan tetap?`,
  volume_janggal: (p) =>
    `Realisasi ${angka(number(p, 'realisasi'))} ${text(p, 'satuan')} dalam satu kegiatan terasa banyak. Simpan tetap?`,

  skp_salah: () => 'SKP ini belum memenuhi aturan. Buka SKP, lalu perbaiki yang ditandai',

  terkunci: () => 'Kegiatan ini sudah disetujui. Minta kepala sekolah membukanya lagi bila perlu diubah',
  tahap_salah: () => 'Keadaannya sudah berubah. Lihat isi terbarunya, lalu putuskan lagi',
  sudah_dihapus: () => 'Kegiatan ini sudah dihapus',
  sudah_ada: () => 'Data ini sudah ada',
  portofolio_ditutup: () =>
    'Portofolio belum dibuka untuk sekolah ini. Tanyakan kepada kepala sekolah atau dinas',
  nip_terlihat: () => 'Ada NIP di tulisan untuk umum. Hapus angkanya dulu',
  usulan_salah: () => 'Data baru belum benar. Periksa tulisannya, lalu usulkan lagi',
  usulan_sama: () => 'Data baru sama dengan yang tercatat. Tidak ada yang perlu diusulkan',
  usulan_menunggu: () => 'Usulan untuk data ini masih menunggu. Tarik dulu bila isinya keliru',
  versi_tidak_ada: () => 'Pilihan versi itu sudah diselesaikan',
  periode_asing: () => 'Sekolah memakai tipe periodik lain. Pilih periode dari daftar',
  praktik_kosong: () => 'Isian wajib di langkah ini masih kosong. Lengkapi, lalu kirim lagi',
  observasi_kurang: () => 'Perilaku yang diamati sudah berubah. Buka lagi lembar observasinya',
  realisasi_kosong: () => 'Isi paling sedikit satu realisasi, lalu kirim',
  nilai_belum_lengkap: () => 'Beri rating hasil kerja dan perilaku dulu, lalu tetapkan',
  dokumen_kurang: (p) =>
    p['sebab'] === 'skp'
      ? 'SKP-nya belum disetujui. Periksa di halaman SKP'
      : 'Bahan dokumen ini belum lengkap di server. Tunggu semua terkirim, lalu coba lagi',
  keputusan_final: () => 'Atasan sudah memutuskan keberatan ini; keputusannya final',
  lewat_keberatan: () => 'Batas keberatan 14 hari sejak dibaca sudah lewat. Temui kepala sekolah',

  hp_penuh_foto: () =>
    'Ruang HP habis. Teks kegiatan sudah disimpan, fotonya belum. Hapus beberapa foto/video di galeri, lalu ketuk Coba simpan foto',
  hp_penuh: () =>
    'Ruang HP habis, yang ini belum tersimpan. Hapus beberapa foto/video di galeri, lalu coba lagi di layar ini',
  antrean_penuh: () =>
    'Terlalu banyak yang belum terkirim; yang ini belum tersimpan. Kirim dulu, lalu coba lagi di layar ini',
  foto_sama: () => 'Foto ini sudah ada di kegiatan ini',
  tanpa_internet: (p) =>
    number(p, 'jumlah') > 0
      ? `Belum ada internet. ${angka(number(p, 'jumlah'))} kegiatan aman di HP dan dikirim otomatis nanti`
      : 'Belum ada internet. Dicoba lagi otomatis nanti',
  server_diam: (p) => `Server belum menjawab. ${again(p)}. Tidak ada yang hilang`,
  wifi_masuk: (p) =>
    `Wi-Fi ini meminta masuk dulu. Buka peramban, selesaikan masuk Wi-Fi, lalu kembali. ${safe(p)}`,
};

/** What happened and what to do, per code, as far as the screens that can meet it are loaded. */
export const masalah: typeof umum & Readonly<Partial<Record<string, Words>>> = { ...umum };

/** Adds the words of screens that are loaded when first needed. */
export const kenalkan = (kata: Readonly<Record<string, Words>>): void => void Object.assign(masalah, kata);

/** True for a code with words of its own; an older app may meet newer ones. */
export const adaKata = (code: string): code is keyof typeof umum => Object.hasOwn(masalah, code);

/** The words for a code, by its name of today; one that this version does not know is named, so that an operator can look it up. */
export const kataMasalah = (said: string, params: ProblemParams = {}): string => {
  const code = todaysCode(said);
  return adaKata(code)
    ? sebutPenilai(masalah[code](params))
    : `Ada yang perlu diperbaiki (kode ${code}). Perbarui aplikasi untuk penjelasannya`;
};
