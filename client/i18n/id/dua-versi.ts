import { waktu } from '../format.ts';

type Tulisan = {
  readonly asal: string;
  /** Epoch ms; 0 where nobody knows. */
  readonly saat: number;
  readonly terbaru: boolean;
  readonly belumTerkirim?: boolean;
};

/** G14: two versions. */
export const duaVersi = {
  judul: 'Ada dua versi',
  isi: 'Kegiatan ini diubah di dua tempat. Bandingkan, lalu pilih.',
  kini: 'Di server',
  hpIni: 'Di HP ini',
  tabLain: 'Di HP ini, tab lain',
  lain: 'Dari HP atau tab lain',
  /** Which of the two is meant: where it was written, when, and whether it is the later one. */
  nama: ({ asal, saat, terbaru, belumTerkirim = false }: Tulisan) =>
    [asal, saat > 0 ? waktu(saat) : '', terbaru ? 'lebih baru' : '', belumTerkirim ? 'belum terkirim' : '']
      .filter(Boolean)
      .join(' · '),
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
    pakai: (nama: string) => `Pakai: ${nama}`,
    keduanya: 'Simpan keduanya',
  },
  terapkan: 'Terapkan',
  belumPilih: 'Pilih salah satu dulu',
  disimpan: 'Versi yang tidak dipilih tetap disimpan 30 hari.',
  selesai: 'Versi dipilih',
  keduanya: 'Keduanya disimpan',
  tidakAda: 'Kegiatan ini tidak lagi punya dua versi.',
} as const;
