import { angka } from '../format.ts';

/** G14: two versions. */
export const duaVersi = {
  judul: 'Ada dua versi',
  isi: 'Kegiatan ini diubah di dua tempat. Bandingkan, lalu pilih.',
  kini: 'Versi di server',
  kiniBelumTerkirim: 'Versi terakhir, belum terkirim',
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
    kiniBelumTerkirim: 'Pakai versi terakhir',
    keduanya: 'Simpan keduanya',
  },
  terapkan: 'Terapkan',
  belumPilih: 'Pilih salah satu dulu',
  disimpan: 'Versi yang tidak dipilih tetap disimpan 30 hari.',
  selesai: 'Versi dipilih',
  tidakAda: 'Kegiatan ini tidak lagi punya dua versi.',
} as const;
