import { angka } from '../format.ts';

/** G23. */
export const bagikan = {
  judul: (foto: number) => (foto > 0 ? `${angka(foto)} foto dibagikan` : 'Dibagikan ke e-Kinerja'),
  baru: 'Kegiatan baru',
  tambahKe: (uraian: string, jamMulai: string) => `Tambah ke: ${uraian} ${jamMulai}`,
  pilih: 'Simpan ke mana?',
  lanjut: 'Lanjut',
  kosong: 'Tidak ada foto atau teks yang diterima. Bagikan lagi dari galeri atau WhatsApp.',
  penuh:
    'Ruang HP habis, yang dibagikan belum diterima. Hapus beberapa foto/video di galeri, lalu bagikan lagi.',
  teksSisa: (teks: string) => `Teks ini tidak muat di Catatan. Salin bila perlu: “${teks}”`,
  ios: 'Di iPhone, tambahkan foto lewat tombol Galeri di halaman Catat.',
  membaca: 'Membaca foto…',
} as const;
