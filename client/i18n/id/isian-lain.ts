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
  ditolak: (jumlah: number) =>
    `${angka(jumlah)} salinan tidak dapat disimpan, jadi belum ada yang disimpan. Hapus centangnya, atau pilih hari lain.`,
  sudahAda: 'Sudah ada',
  bertumpuk: (uraian: string, jam: string) => `Bertumpuk dengan “${uraian}” ${jam}`,
  beberapaHari: 'Salin ke beberapa hari',
  jugaKe: (tanggal: string) => `Juga ke ${hariTanggalPendek(tanggal)}`,
  beberapaHariIsi: 'Pilih hari kerja lain yang masih kosong.',
} as const;
