import { angka, hariTanggal, hariTanggalPendek, kapanHari, tanggalPanjang, ukuran } from '../format.ts';

/** G13: what has not arrived, and why. */
export const antrean = {
  judul: 'Belum terkirim',
  ringkas: (kegiatan: number, foto: number, bytes: number) =>
    [`${angka(kegiatan)} isian`, foto > 0 ? `${angka(foto)} foto` : '', ukuran(bytes)]
      .filter(Boolean)
      .join(' · '),
  maju: (terkirim: number, total: number) => `${ukuran(terkirim)} dari ${ukuran(total)}`,
  kirimSekarang: 'Kirim sekarang',
  mengirim: 'Mengirim…',
  kosong: (saat: string | null) => (saat === null ? 'Semua terkirim.' : `Semua terkirim. Terakhir ${saat}.`),
  terakhir: (saat: number | null, sekarang: number) =>
    saat === null ? 'Belum pernah terkirim dari HP ini' : `Terakhir berhasil: ${kapanHari(saat, sekarang)}`,
  berikut: (saat: number, sekarang: number) => `Percobaan berikut: ${kapanHari(saat, sekarang)}`,
  wifiSaja: 'Foto lewat Wi-Fi saja',
  cadangan: 'Simpan cadangan (.zip)',
  cadanganIsi: 'Berisi semua yang belum terkirim beserta fotonya. Operator dapat memasukkannya ke server.',
  cadanganSiap: 'Cadangan disimpan',
  cadanganNama: (tanggal: string) => `e-kinerja-cadangan-${tanggal}.zip`,
  menyiapkanCadangan: 'Menyiapkan cadangan…',
  perluDiperbaiki: 'Perlu diperbaiki',
  menunggu: 'Menunggu dikirim',
  ubah: 'Ubah',
  buang: 'Buang',
  lihat: 'Lihat isi',
  rinci: 'Isi yang akan dikirim',
  buangTanya: 'Buang isian ini?',
  buangIsi: 'Isian ini tidak dikirim. Catatannya tetap tersimpan di HP selama 30 hari.',
  dibuang: 'Dibuang',
  jawaban: {
    mulai: (jumlah: number) => `Mengirim ${angka(jumlah)} isian…`,
    bertanya: 'Menanyakan kabar ke server…',
    selesai: 'Semua sudah terkirim',
    kosong: 'Tidak ada yang perlu dikirim',
  },
  ditahan: 'Menunggu isian sebelumnya diperbaiki',
  duaVersi: 'Ada dua versi',
  skpDuaVersi: 'SKP: pilih versinya',
  masukLagi: 'Masuk lagi',
  fotoDitolak: (bytes: number) => `Foto ${ukuran(bytes)}`,
  dicatat: 'Dicatat',
  bidang: {
    tanggal: 'Tanggal',
    mulai: 'Jam mulai',
    selesai: 'Jam selesai',
    rhk: 'RHK',
    rencanaAksi: 'Rencana aksi',
    uraian: 'Uraian',
    realisasi: 'Realisasi',
    satuan: 'Satuan',
    catatan: 'Catatan',
    tautan: 'Tautan bukti',
    foto: 'Foto',
    teks: 'Pesan',
    alasan: 'Alasan',
    nama: 'Nama',
    tahun: 'Tahun',
  } as Readonly<Record<string, string>>,
  dicoba: (kali: number) => `Sudah dicoba ${angka(kali)} kali`,
  hampirPenuh: (jumlah: number) =>
    `${angka(jumlah)} isian menunggu di HP ini. Simpan cadangan, lalu cari sinyal.`,
  jenis: {
    'entri.catat': 'Kegiatan baru',
    'entri.ubah': 'Perubahan',
    'entri.hapus': 'Penghapusan',
    'entri.pulihkan': 'Pemulihan',
    'entri.tarik': 'Penarikan',
    'entri.ajukan': 'Pengajuan lagi',
    'entri.setujui': 'Persetujuan',
    'entri.kembalikan': 'Pengembalian',
    'entri.bukaLagi': 'Pembukaan lagi',
    'entri.pilih': 'Pilihan versi',
    'umpan.tulis': 'Pesan',
    'umpan.baca': 'Tanda dibaca',
    'pola.simpan': 'Pola baru',
    'pola.ubah': 'Perubahan pola',
    'pola.hapus': 'Penghapusan pola',
    'bulan.kunci': 'Penguncian bulan',
    'bulan.buka': 'Pembukaan bulan',
    'tanggal.buka': 'Pembukaan tanggal',
    'skp.susun': 'SKP baru',
    'skp.ubah': 'Perubahan SKP',
    'skp.ajukan': 'Pengajuan SKP',
    'skp.tarik': 'Penarikan SKP',
    'skp.setujui': 'Persetujuan SKP',
    'skp.kembalikan': 'Pengembalian SKP',
    'periode.atur': 'Pengaturan periode',
    'capaian.catat': 'Capaian organisasi',
    'evaluasi.susun': 'Evaluasi baru',
    'evaluasi.ubah': 'Perubahan evaluasi',
    'evaluasi.pilih': 'Pilihan versi evaluasi',
    'evaluasi.kirim': 'Pengajuan evaluasi',
    'evaluasi.nilai': 'Penilaian',
    'evaluasi.kembalikan': 'Pengembalian evaluasi',
    'evaluasi.tetapkan': 'Penetapan evaluasi',
    'evaluasi.bukaLagi': 'Pembukaan penetapan',
    'evaluasi.baca': 'Tanda hasil dibaca',
    'keberatan.ajukan': 'Keberatan',
    'keberatan.jelaskan': 'Penjelasan keberatan',
  } as Readonly<Record<string, string>>,
  jenisLain: 'Isian',
} as const;

/** File names of people travel through many apps: plain letters only. */
const huruf = (nama: string): string =>
  nama
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 30) || 'guru';

type Isi = { readonly entri: number; readonly foto: number };
type Bagian = { readonly nama: string; readonly bagian: number; readonly dari: number };

const isiTitipan = ({ entri, foto }: Isi): string =>
  [entri > 0 ? `${angka(entri)} isian` : '', foto > 0 ? `${angka(foto)} foto` : '']
    .filter(Boolean)
    .join(' · ');

/** Titip kirim: for those who never have signal. */
export const titip = {
  judul: 'Titip kirim lewat teman',
  isi: 'Buat berkas terkunci, berikan kepada teman yang punya internet. Teman tidak bisa membaca isinya. Isian tetap di HP ini sampai buktinya kembali.',
  ukuran: 'Besar berkas paling banyak',
  ukuranPilihan: { kecil: '5 MB', sedang: '15 MB', bebas: 'Tanpa batas' },
  muatan: (muatan: Isi & { readonly bytes: number; readonly berkas: number }) =>
    `${isiTitipan(muatan)} · ${ukuran(muatan.bytes)} · ${angka(muatan.berkas)} berkas`,
  siapkan: 'Siapkan berkas',
  menyiapkan: 'Menyiapkan berkas…',
  siap: (berkas: number) => `${angka(berkas)} berkas siap dititipkan`,
  bagikan: 'Bagikan berkas',
  simpan: 'Simpan ke HP',
  gagal: 'Berkas belum jadi. Kosongkan sedikit ruang HP, lalu coba lagi',
  gagalTerima:
    'Berkas belum dapat disimpan. Sambungkan ke internet sekali atau kosongkan sedikit ruang HP, lalu coba lagi',
  belumSiap: 'Titip kirim belum siap di HP ini. Sambungkan ke internet sekali, lalu coba lagi.',
  dititipkan: (saat: number, sekarang: number) => `Dititipkan ${kapanHari(saat, sekarang)}`,
  bukaHalaman: 'Buka titipan teman atau bukti',
  namaBerkas: ({ nama, bagian, dari, tanggal }: Bagian & { readonly tanggal: string }) =>
    `titipan-${huruf(nama)}-${tanggal}-${String(bagian)}-dari-${String(dari)}.txt`,
  namaBukti: ({ nama, bagian, dari }: Bagian) =>
    `bukti-titipan-${huruf(nama)}-${String(bagian)}-dari-${String(dari)}.txt`,
  halaman: 'Titipan teman',
  halamanIsi:
    'Pilih berkas titipan dari teman; HP ini mengirimkannya saat ada internet. Pilih juga di sini bukti yang dibawakan teman untuk Anda.',
  buka: 'Pilih berkas',
  diterima: (nama: string) => `Titipan ${nama} disimpan, dikirim saat ada internet`,
  buktiCocok: (jumlah: number) =>
    jumlah > 0 ? `Bukti cocok: ${angka(jumlah)} isian sudah dijawab server` : 'Bukti cocok',
  buktiAsing: 'Bukti ini bukan untuk titipan dari HP ini. Buka di HP pemiliknya',
  kosong: 'Belum ada titipan di HP ini.',
  dibawa: 'Yang Anda bawa',
  dari: (nama: string) => `Titipan ${nama}`,
  isiBerkas: ({ bagian, dari, ...isi }: Isi & Bagian) =>
    [isiTitipan(isi), dari > 1 ? `bagian ${angka(bagian)} dari ${angka(dari)}` : '']
      .filter(Boolean)
      .join(' · '),
  menunggu: 'Menunggu internet',
  terkirim: 'Terkirim',
  ditolak: 'Tidak diterima',
  bawaBukti: 'Bawa bukti kembali',
  bawaBuktiIsi: 'Berikan bukti ini kepada pemiliknya, supaya ia tahu isiannya sudah sampai.',
  buang: 'Hapus dari daftar',
} as const;

/** G14: two versions. */
export const duaVersi = {
  judul: 'Ada dua versi',
  isi: 'Kegiatan ini diubah di dua tempat. Bandingkan, lalu pilih.',
  kini: 'Versi di server',
  varian: (nomor: number) => (nomor > 1 ? `Versi lain ${angka(nomor)}` : 'Versi lain'),
  varianHp: 'Versi HP ini',
  dihapus: 'Dihapus',
  sama: 'Sama di kedua versi',
  kolom: {
    tanggal: 'Tanggal',
    jam: 'Jam',
    rencanaAksi: 'Rencana aksi',
    uraian: 'Uraian',
    realisasi: 'Realisasi',
    catatan: 'Catatan',
    tautan: 'Tautan bukti',
    foto: 'Foto',
  },
  pilih: {
    varian: 'Pakai versi HP ini',
    varianLain: 'Pakai versi lain',
    kini: 'Pakai versi di server',
    keduanya: 'Simpan keduanya',
  },
  terapkan: 'Terapkan',
  belumPilih: 'Pilih salah satu dulu',
  disimpan: 'Versi yang tidak dipilih tetap disimpan 30 hari.',
  selesai: 'Versi dipilih',
  tidakAda: 'Kegiatan ini tidak lagi punya dua versi.',
} as const;

/** G08: copy a day, many at once, paste from Excel. */
export const salin = {
  judul: (tanggal: string) => `Salin dari ${hariTanggalPendek(tanggal)}`,
  judulKosong: 'Salin kegiatan',
  dari: 'Salin dari',
  ke: 'Salin ke',
  tanpaFoto: 'Foto tidak ikut disalin',
  simpan: (jumlah: number) => `Simpan ${angka(jumlah)} kegiatan`,
  tidakAda: 'Belum ada kegiatan yang bisa disalin.',
  kosongHari: (tanggal: string) => `Tidak ada kegiatan pada ${hariTanggal(tanggal)}.`,
  sudahAda: 'Sudah ada',
  bertumpuk: (uraian: string, jam: string) => `Bertumpuk dengan “${uraian}” ${jam}`,
  beberapaHari: 'Salin ke beberapa hari',
  beberapaHariIsi: 'Pilih hari kerja lain yang masih kosong.',
} as const;

export const banyak = {
  judul: 'Isi banyak',
  tab: { tulis: 'Tulis', tempel: 'Tempel dari Excel' },
  tempelJudul: 'Tempel baris dari Excel',
  tempelIsi:
    'Salin baris dari Excel dengan urutan kolom Progress Harian BKN: Rencana Aksi, Tanggal, Jam Mulai, Jam Selesai, Kegiatan Harian, Realisasi, Satuan, Bukti Dukung. Baris judul boleh ikut.',
  tempelLabel: 'Tempel di sini',
  tempelKosong: 'Belum ada baris. Tempel dulu dari Excel, atau tambah baris sendiri.',
  baca: 'Baca baris',
  rencanaTertulis: (teks: string) => `Pilih (tertulis: ${teks})`,
  tambahBaris: 'Tambah baris',
  hapusBaris: (nomor: number) => `Hapus baris ${angka(nomor)}`,
  baris: (nomor: number) => `Baris ${angka(nomor)}`,
  siap: (siap: number, salah: number) =>
    salah > 0 ? `${angka(siap)} siap · ${angka(salah)} perlu diperbaiki` : `${angka(siap)} siap`,
  simpan: (jumlah: number) => `Simpan ${angka(jumlah)} kegiatan`,
  simpanSiap: (jumlah: number, sisa: number) =>
    `Simpan ${angka(jumlah)} yang siap, ${angka(sisa)} tetap di sini`,
  kolom: {
    tanggal: 'Tanggal',
    mulai: 'Mulai',
    selesai: 'Selesai',
    rencanaAksi: 'Rencana aksi',
    uraian: 'Kegiatan harian',
    realisasi: 'Realisasi',
    satuan: 'Satuan',
    bukti: 'Bukti dukung',
  },
  terlaluBanyak: (paling: number) =>
    `Paling banyak ${angka(paling)} baris sekali tempel. Sisanya tempel berikutnya.`,
  tanyaPeringatan: (jumlah: number) =>
    `${angka(jumlah)} baris perlu dilihat lagi; sebabnya tertulis di bawah barisnya. Simpan tetap?`,
} as const;

/** G09. */
export const pola = {
  judul: 'Pola cepat',
  baru: 'Pola baru',
  kosong: 'Belum ada pola. Simpan kegiatan yang sering Anda lakukan supaya cukup dua ketuk.',
  nama: 'Nama pola',
  namaPetunjuk: 'Pendek, misalnya Piket',
  uraian: 'Uraian',
  jamTetap: 'Jam tetap',
  jamIkut: 'Jam mengikuti waktu mencatat',
  simpan: 'Simpan pola',
  tersimpan: 'Pola tersimpan',
  belumCukup: 'Isi uraian, realisasi, dan satuan dulu, lalu simpan sebagai pola',
  hapus: 'Hapus pola',
  dihapus: 'Pola dihapus',
  ubah: (nama: string) => `Ubah pola ${nama}`,
  judulUbah: 'Ubah pola',
  pakai: 'Catat dengan pola',
} as const;

/** G07. */
export const kamera = {
  judul: 'Kamera',
  rana: 'Ambil foto',
  balik: 'Ganti kamera depan atau belakang',
  lampu: 'Lampu',
  tutup: 'Tutup kamera',
  membuka: 'Membuka kamera…',
  menyimpan: 'Menyimpan foto…',
  ditolak:
    'Kamera belum diizinkan. Buka Setelan > Aplikasi > Chrome > Izin > Kamera, atau pilih foto dari galeri',
  tidakAda: 'HP ini tidak punya kamera yang bisa dipakai. Pilih foto dari galeri',
  sibuk: 'Kamera sedang dipakai aplikasi lain. Tutup aplikasi itu, lalu coba lagi',
  tambah: (jumlah: number) => `${angka(jumlah)} foto`,
  selesai: 'Selesai',
} as const;

/** G20. */
export const akun = {
  judul: 'Akun',
  nip: 'NIP',
  penilai: 'Pejabat penilai',
  tampilan: 'Tampilan',
  tema: 'Tema',
  temaPilihan: { hp: 'Ikuti HP', terang: 'Terang', gelap: 'Gelap' },
  ukuranTeks: 'Ukuran teks',
  ukuranNilai: (nilai: number) => `${angka(nilai)} %`,
  kecilkan: 'Kecilkan teks',
  besarkan: 'Besarkan teks',
  hematData: 'Hemat data',
  wifiSaja: 'Kirim foto lewat Wi-Fi saja',
  wifiSajaIsi: 'Teks tetap dikirim lewat jaringan apa pun.',
  kamera: 'Kamera',
  kameraPilihan: { hp: 'Kamera HP', aplikasi: 'Dalam aplikasi' },
  kameraIsi: 'Pilih “Dalam aplikasi” bila HP sering menutup aplikasi saat memotret.',
  penyimpanan: 'Data & penyimpanan',
  antrean: 'Belum terkirim',
  pola: 'Pola cepat',
  riwayat: 'Riwayat saya',
  riwayatIsi: 'Semua yang tercatat di server, dengan bukti terimanya',
  perangkat: 'Perangkat saya',
  perangkatIsi: 'Lihat di mana akun dipakai, putuskan HP yang hilang',
  baruDihapus: 'Baru dihapus',
  bantuan: 'Bantuan',
  bantuanIsi: 'Terbuka tanpa internet',
  pasang: 'Pasang di layar utama',
  gantiAkun: 'Ganti akun',
  gantiAkunIsi: 'Untuk HP yang dipakai bersama',
  akunIni: 'Akun ini',
  skpSaya: 'SKP saya',
  dokumen: 'Cetak & ekspor',
  dokumenIsi: 'Rekap, SKP, angka kredit',
  keluar: 'Keluar',
  keluarTanya: (jumlah: number) => `${angka(jumlah)} isian belum terkirim`,
  keluarIsi:
    'Semuanya tetap ada di HP ini dan dikirim setelah Anda masuk lagi. Masuk lagi perlu internet. Tidak ada yang dihapus.',
  keluarIsiKosong: 'Semua sudah terkirim. Data Anda tetap ada di HP ini. Masuk lagi perlu internet.',
  keluarJudulKosong: 'Keluar dari akun ini?',
  kirimDulu: 'Kirim dulu',
  simpanCadangan: 'Simpan cadangan',
  tetapKeluar: 'Tetap keluar',
  hapusData: 'Hapus data saya dari HP ini',
  hapusDataIsi: 'Untuk HP pinjaman atau HP yang akan dijual. Yang sudah terkirim tetap ada di server.',
  hapusDataTanya: 'Hapus semua data Anda dari HP ini?',
  hapusDataAda: (jumlah: number) =>
    `${angka(jumlah)} isian belum terkirim dan akan hilang selamanya. Kirim dulu atau simpan cadangan. Bila tetap ingin menghapus, ketik angka ${String(jumlah)}.`,
  hapusDataBersih: 'Semua sudah terkirim, jadi tidak ada yang hilang. Masuk lagi untuk mengunduhnya.',
  hapusDataKetik: (jumlah: number) => `Ketik ${String(jumlah)}`,
  hapusDataSalah: (jumlah: number) => `Angka yang diketik harus ${String(jumlah)}`,
  hapusDataYa: 'Hapus dari HP ini',
  tentang: 'Tentang',
  versi: (versi: string, dibuat: string) => `Versi ${versi} · dibuat ${tanggalPanjang(dibuat)}`,
  bukanResmi: 'Bukan aplikasi resmi BKN atau Kemendikdasmen. Isiannya sama dengan Progress Harian BKN.',
} as const;

/** G21. */
export const penyimpanan = {
  judul: 'Data & penyimpanan',
  dipakai: (bytes: number) => `Dipakai ${ukuran(bytes)} di HP ini`,
  jenis: { foto: 'Foto', teks: 'Teks', aplikasi: 'Aplikasi' },
  dijaga: 'Data dijaga HP',
  dijagaYa: 'Ya. HP tidak menghapus data ini sendiri.',
  dijagaTidak: 'Belum. HP dapat menghapus data bila ruangnya hampir habis.',
  aktifkan: 'Aktifkan',
  belumBisa: 'HP belum mengizinkan. Pasang aplikasi di layar utama, lalu coba lagi.',
  jangan: 'Jangan hapus data Chrome sebelum halaman Belum terkirim berbunyi “Semua terkirim”.',
  cadangan: 'Simpan cadangan',
  bersihkan: 'Bersihkan foto lama',
  bersihkanIsi: 'Foto yang sudah terkirim lebih dari 14 hari dihapus dari HP; di server tetap ada.',
  dibersihkan: (jumlah: number, bytes: number) => `${angka(jumlah)} foto dihapus dari HP (${ukuran(bytes)})`,
  tidakAdaFoto: 'Tidak ada foto lama untuk dibersihkan',
} as const;

/** G23. */
export const bagikan = {
  judul: (foto: number) => (foto > 0 ? `${angka(foto)} foto dibagikan` : 'Dibagikan ke e-Kinerja'),
  baru: 'Kegiatan baru',
  tambahKe: (uraian: string, jamMulai: string) => `Tambah ke: ${uraian} ${jamMulai}`,
  pilih: 'Simpan ke mana?',
  lanjut: 'Lanjut',
  kosong: 'Tidak ada foto atau teks yang diterima. Bagikan lagi dari galeri atau WhatsApp.',
  ios: 'Di iPhone, tambahkan foto lewat tombol Galeri di halaman Catat.',
  membaca: 'Membaca foto…',
} as const;
