import { angka } from '../format.ts';

/** G08: many activities at once, pasted from Excel too. */
export const banyak = {
  judul: 'Isi banyak',
  tab: { tulis: 'Tulis', tempel: 'Tempel dari Excel' },
  tempelIsi:
    'Salin baris dari Excel dengan urutan kolom Progress Harian BKN: Rencana Aksi, Tanggal, Jam Mulai, Jam Selesai, Kegiatan Harian, Realisasi, Satuan, Bukti Dukung. Baris judul boleh ikut, juga kolom Catatan yang berjudul.',
  tempelLabel: 'Tempel di sini',
  tempelKosong: 'Belum ada baris. Tambah baris, atau tempel dari Excel.',
  jadwalAda: (jumlah: number) =>
    `${angka(jumlah)} pelajaran di jadwal Anda, tujuh hari terakhir, belum tercatat.`,
  dariJadwal: (jumlah: number) => `Isi ${angka(jumlah)} baris dari jadwal`,
  dariJadwalKet: 'Lihat tiap barisnya, hapus yang tidak terjadi, lalu simpan sekaligus.',
  tanpaJadwal: 'Tulis jadwal mengajar sekali, dan hari yang belum tercatat dapat diisi dari sana.',
  tulisJadwal: 'Tulis jadwal mengajar',
  baca: 'Baca baris',
  rencanaTertulis: (teks: string) => `Pilih (tertulis: ${teks})`,
  tertulis: (kolom: string, teks: string) => `${kolom} tertulis: ${teks}`,
  kolomLebih: (teks: string) => `Di luar kolom yang dikenal: ${teks}`,
  kolomAsing: (kolom: readonly string[]) =>
    `Kolom yang tidak ikut dibaca: ${kolom.join(', ')}. Kalau perlu, pindahkan isinya ke kolom Catatan`,
  kepalaSaja: 'Baru judul kolomnya yang ditempel. Salin juga baris kegiatannya, lalu tempel lagi',
  tambahBaris: 'Tambah baris',
  hapusBaris: (nomor: number) => `Hapus baris ${angka(nomor)}`,
  barisDihapus: 'Baris dihapus',
  hapusSemua: 'Hapus semua baris',
  semuaDihapus: (jumlah: number) => `${angka(jumlah)} baris dihapus`,
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
    catatan: 'Catatan',
  },
  menyusul: (jumlah: number) =>
    `${angka(jumlah)} baris lagi menunggu di sini dan muncul setelah yang di atas disimpan.`,
  tanyaPeringatan: (jumlah: number) =>
    `${angka(jumlah)} baris perlu dilihat lagi; sebabnya tertulis di bawah barisnya. Simpan tetap?`,
} as const;
