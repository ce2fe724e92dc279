import type { Saringan } from '../../../shared/protocol/index.ts';
import type { Kolom } from '../../../shared/simpeg/index.ts';
import { angka, tanggalPanjang } from '../format.ts';

const KOLOM: Readonly<Record<Kolom, string>> = {
  nomor: 'Nomor urut',
  nip: 'NIP',
  nuptk: 'NUPTK',
  nik: 'NIK',
  nama: 'Nama',
  gelarDepan: 'Gelar depan',
  gelarBelakang: 'Gelar belakang',
  tempatLahir: 'Tempat lahir',
  tanggalLahir: 'Tanggal lahir',
  jk: 'Jenis kelamin',
  status: 'Status',
  golongan: 'Pangkat/golongan',
  tmtGolongan: 'TMT golongan',
  jabatan: 'Jabatan',
  jenjang: 'Jenjang',
  tmtJabatan: 'TMT jabatan',
  unit: 'Unit kerja',
  npsn: 'NPSN',
  nipAtasan: 'NIP atasan',
  email: 'Surel',
  hp: 'Nomor HP',
};

const BIDANG: Readonly<Record<string, string>> = {
  ...{ nip: 'NIP', nama: 'Nama', gelarDepan: 'Gelar depan', gelarBelakang: 'Gelar belakang' },
  ...{ jenisKelamin: 'Jenis kelamin', status: 'Status', golongan: 'Golongan', jabatan: 'Jabatan' },
  ...{ jenjang: 'Jenjang', npsn: 'Sekolah (NPSN)', penilai: 'Penilai (NIP)' },
};

const SARINGAN: Readonly<Record<Saringan, string>> = {
  semua: 'Semua',
  baru: 'Baru',
  berubah: 'Berubah',
  sama: 'Sama',
  bermasalah: 'Bermasalah',
  ditolak: 'Ditolak',
  hilang: 'Hilang dari berkas',
};

/** "Impor data pegawai": a file is read, matched, looked at, applied, and can be taken back. */
export const impor = {
  judul: 'Impor data pegawai',
  langkah: ['Unggah', 'Cocokkan', 'Periksa', 'Selesai'],
  langkahLabel: 'Langkah impor',
  unggahIsi:
    'Berkas CSV atau XLSX dari SIMPEG atau Dapodik. Sesudah diunggah berkas hanya dibaca; tidak ada yang berubah sampai Anda menerapkannya.',
  sumber: 'Sumber berkas',
  sumberKet: 'Padanan kolom diingat untuk sumber ini.',
  berkas: 'Berkas',
  berkasKet: 'CSV atau XLSX, paling besar 16 MB',
  baca: 'Baca berkas',
  pilihDulu: 'Pilih berkasnya dulu',
  mengirim: 'Mengirim berkas…',
  membaca: (selesai: number) => (selesai > 0 ? `Membaca berkas… ${angka(selesai)} baris` : 'Membaca berkas…'),
  menerapkan: (selesai: number, dari: number) => `Menerapkan ${angka(selesai)} dari ${angka(dari)} orang…`,
  bolehDitinggal: 'Halaman ini boleh ditinggal. Pekerjaannya berjalan di server.',
  hilangDariMeja: 'Berkas ini sudah tidak ada di server. Unggah lagi; belum ada yang berubah.',
  unggahLain: 'Unggah berkas lain',
  ringkas: (nama: string, semua: number) => `${nama}: ${angka(semua)} orang`,
  padanan: 'Padanan kolom',
  padananIsi: 'Kolom yang tidak dikenali dilewati. Pilih artinya bila perlu.',
  padananKurang: (jumlah: number) => `${angka(jumlah)} kolom belum dikenali`,
  lembar: (nama: string) => `Lembar ${nama}`,
  tanpaJudul: (nama: string) =>
    `Lembar “${nama}” dilewati: judul kolomnya tidak dikenali. Beri judul Nama, NIP, NPSN, lalu unggah lagi.`,
  dilewati: 'Tidak dipakai',
  bacaUlang: 'Baca ulang',
  sekolahBaru: (jumlah: number) => `${angka(jumlah)} sekolah baru akan dibuat`,
  saring: 'Tampilkan',
  saringan: (saring: Saringan, jumlah: number) => `${SARINGAN[saring]} ${angka(jumlah)}`,
  cari: 'Cari nama, NIP, atau NPSN',
  tanpaBaris: 'Tidak ada baris yang cocok.',
  tindakan: {
    new: 'Baru',
    changed: 'Berubah',
    unchanged: 'Sama',
    refused: 'Ditolak',
    hilang: 'Hilang dari berkas',
  },
  baris: (lembar: string, nomor: number) => `${lembar} baris ${angka(nomor)}`,
  tanpaNama: 'Tanpa nama',
  ikut: (nama: string) => `Terapkan ${nama}`,
  beda: 'Sebelum dan sesudah',
  bidang: 'Data',
  sebelum: 'Sebelum',
  sesudah: 'Sesudah',
  diSini: 'Di sini',
  diBerkas: 'Di berkas',
  kosong: 'kosong',
  dibetulkan: (bidang: string, simpeg: string, kini: string) =>
    `${bidang}: SIMPEG “${simpeg || 'kosong'}”, sudah dibetulkan “${kini || 'kosong'}”. Dibiarkan.`,
  sepakat: (bidang: readonly string[]) =>
    `SIMPEG sudah sesuai dengan yang dibetulkan: ${bidang.join(', ')}. Sesudah ini mengikuti SIMPEG lagi.`,
  ditahan: 'Berkasnya berbeda, dan dibiarkan. Ubah lewat mutasi.',
  ditolakIsi: 'Tidak masuk. Perbaiki di berkasnya, lalu unggah lagi.',
  hilangIsi: 'Tidak ada di berkas. Ditandai dengan tanggal hari ini; akunnya tetap dapat dipakai.',
  isi: (nilai: string) => `Di berkas: “${nilai}”`,
  halaman: (dari: number, sampai: number, jumlah: number) =>
    jumlah === 0 ? '' : `${angka(dari)}–${angka(sampai)} dari ${angka(jumlah)}`,
  sebelumnya: 'Sebelumnya',
  berikutnya: 'Berikutnya',
  unduh: (jumlah: number) => `Unduh ${angka(jumlah)} baris bermasalah`,
  terapkan: (jumlah: number) => `Terapkan ${angka(jumlah)} orang`,
  tidakAdaYangBerubah: 'Tidak ada yang perlu diterapkan',
  yakinJudul: (jumlah: number) => `Terapkan ${angka(jumlah)} orang?`,
  yakinIsi: (baru: number, berubah: number) =>
    `${angka(baru)} orang baru dan ${angka(berubah)} perubahan ditulis. Dapat diurungkan selama tujuh hari.`,
  yakinDilewati: (jumlah: number) => `${angka(jumlah)} baris yang Anda lewati tidak ikut.`,
  yakinHilang: (jumlah: number) =>
    `${angka(jumlah)} orang tidak ada di berkas ini. Kalau berkasnya memang lengkap, ketik ${jumlah} untuk memastikan.`,
  yakinKotak: 'Jumlah orang yang hilang',
  ya: 'Terapkan',
  selesai: 'Impor selesai',
  selesaiIsi:
    'Akun orang baru belum dapat dipakai sampai diaktifkan dengan slip. Impor ini dapat diurungkan selama tujuh hari.',
  lanjut: 'Sesudah ini',
  keSusunan: 'Periksa susunan',
  keSusunanIsi: 'Kepala tanpa pengawas, pegawai tanpa penilai, sekolah tanpa kepala',
  keAkses: 'Terbitkan slip di Akses',
  keAksesIsi: 'Kode untuk masuk pertama kali, dicetak dan diserahkan langsung',
  riwayat: 'Impor sebelumnya',
  riwayatKosong: 'Belum pernah ada impor.',
  satu: (berkas: string, sumber: string) => `${berkas} · ${sumber}`,
  satuIsi: (pada: string, baru: number, berubah: number) =>
    `${tanggalPanjang(pada)} · ${angka(baru)} baru, ${angka(berubah)} berubah`,
  tahapPutus: { terapkan: 'Terputus di tengah', urungkan: 'Pengurungan terputus' },
  terputusIsi: {
    terapkan:
      'Sebagian sekolah sudah ditulis. Lanjutkan untuk menulis sisanya, atau urungkan yang sudah ditulis.',
    urungkan: 'Sebagian sudah kembali seperti sebelumnya. Lanjutkan mengurungkan sampai selesai.',
  },
  lanjutkan: 'Lanjutkan',
  lanjutkanSatu: (berkas: string) => `Lanjutkan ${berkas}`,
  lanjutUrung: 'Lanjutkan mengurungkan',
  lanjutUrungSatu: (berkas: string) => `Lanjutkan mengurungkan ${berkas}`,
  unduhSalah: (jumlah: number) => `Unduh ${angka(jumlah)} baris bermasalah`,
  unduhSalahSatu: (jumlah: number, berkas: string) =>
    `Unduh ${angka(jumlah)} baris bermasalah dari ${berkas}`,
  salahIsi: (jumlah: number) =>
    `${angka(jumlah)} baris perlu diperbaiki. Tandanya tinggal pada orangnya di Pegawai; berkasnya dapat diunduh selama tujuh hari.`,
  tahap: { BERJALAN: 'Belum selesai', DITERAPKAN: 'Diterapkan', DIURUNGKAN: 'Diurungkan' },
  urungkan: 'Urungkan',
  urungkanSatu: (berkas: string) => `Urungkan ${berkas}`,
  urungJudul: 'Urungkan impor ini?',
  urungIsi:
    'Data yang berubah kembali seperti sebelumnya, dan orang baru yang belum memakai akunnya dicabut. Pekerjaan siapa pun tidak disentuh.',
  diurungkan: (kembali: number) => `${angka(kembali)} orang kembali seperti sebelum impor`,
  tetap: (jumlah: number) => `${angka(jumlah)} orang tetap seperti sekarang:`,
  tetapSatu: (nama: string, sebab: 'sudah_dipakai' | 'sudah_berubah') =>
    `${nama} (${sebab === 'sudah_dipakai' ? 'akunnya sudah dipakai' : 'datanya sudah diubah sesudah impor'})`,
  kolom: (kolom: Kolom) => KOLOM[kolom],
  namaBidang: (bidang: string) => BIDANG[bidang] ?? bidang,
} as const;
