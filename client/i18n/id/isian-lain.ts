import { angka, hariTanggal, hariTanggalPendek } from '../format.ts';

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
