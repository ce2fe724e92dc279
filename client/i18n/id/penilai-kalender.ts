import { angka, tanggalBulan, tanggalPanjang } from '../format.ts';

const rentang = (mulai: string, selesai: string): string =>
  mulai === selesai
    ? tanggalPanjang(mulai)
    : `${mulai.slice(0, 4) === selesai.slice(0, 4) ? tanggalBulan(mulai) : tanggalPanjang(mulai)} – ${tanggalPanjang(selesai)}`;

/** The school's calendar, which its head keeps. */
export const kalenderSekolah = {
  judul: 'Kalender sekolah',
  ket: 'Hari libur tidak dihitung sebagai hari kerja: guru tidak ditagih mengisinya. Hari masuk di tengah libur panjang tetap hari kerja.',
  kosong: 'Belum ada hari libur di kalender ini, jadi hari libur nasional pun dihitung sebagai hari kerja.',
  kosongTahun: (tahun: number) => `Belum ada hari khusus tahun ${tahun}.`,
  lewat: (jumlah: number) => `Bulan yang lewat (${angka(jumlah)})`,
  nasional: (jumlah: number, tahun: number) =>
    `${angka(jumlah)} libur nasional dan cuti bersama ${tahun} belum ada di kalender ini.`,
  nasionalSumber: (sumber: string) =>
    `Menurut ${sumber}. Hari raya yang mengikuti bulan dapat bergeser; betulkan di sini bila bergeser.`,
  nasionalTambah: 'Tambahkan semua',
  tahun: 'Tahun',
  tambah: 'Tambah hari',
  tempel: 'Tempel dari Excel',
  rentang,
  hari: (mulai: string, selesai: string, jumlah: number) =>
    mulai === selesai ? rentang(mulai, selesai) : `${rentang(mulai, selesai)} · ${angka(jumlah)} hari`,
  libur: 'Libur',
  masuk: 'Masuk',
  isi: {
    baru: 'Tambah hari',
    ubah: 'Ubah hari',
    mulai: 'Hari pertama',
    selesai: 'Hari terakhir',
    nama: 'Nama',
    namaContoh: 'Misalnya: Libur semester ganjil',
    jenis: 'Hari itu',
    jenisKet: 'Masuk: misalnya ujian, rapat kerja, atau upacara. Guru tetap bekerja.',
    simpan: 'Simpan',
    hapus: 'Hapus hari ini dari kalender',
    tercatat: (jumlah: number) =>
      `${angka(jumlah)} kegiatan guru sudah tercatat di hari itu. Semuanya tetap tercatat dan tetap dihitung.`,
  },
  tempelan: {
    judul: 'Tempel dari Excel',
    isi: 'Baris: tanggal, nama',
    petunjuk:
      'Satu baris satu hari: tanggal lalu nama. Untuk beberapa hari tulis 19/12/2026 s.d. 02/01/2027. Tulis "masuk" di kolom berikutnya bila bukan libur.',
    terbaca: (jumlah: number) => `${angka(jumlah)} baris terbaca.`,
    salah: (nomor: number, isi: string) => `Baris ${angka(nomor)}: ${isi}`,
    simpan: (jumlah: number) => `Tambahkan ${angka(jumlah)} hari`,
  },
  tersimpan: 'Kalender tersimpan',
  ditambah: (jumlah: number) => `${angka(jumlah)} hari ditambahkan`,
  dihapus: 'Dihapus dari kalender',
  tutup: 'Tutup',
  kembali: 'Akun',
} as const;
