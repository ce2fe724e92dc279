import type { Praktik } from '../../../shared/records/index.ts';

/** A year in the teachers' flow, every document filled in. */
export const aPraktik = (part: Partial<Praktik> = {}): Praktik => ({
  tahun: 2026,
  fokus: {
    kode: 'D1-KSK',
    nama: 'Keteraturan suasana kelas',
    perilaku: ['Membangun komunikasi positif', 'Mengingatkan kesepakatan kelas'],
  },
  persiapan: {
    targetGuru: 'Menyapa dan menyebut nama setiap murid',
    targetMurid: 'Murid berbicara bergantian',
    upaya: 'Belajar dari guru kelas VI',
    tanggal: '2026-11-10',
    mulai: '07:35',
  },
  tindakLanjut: {
    tantangan: 'Kelas ramai sesudah istirahat',
    tujuan: 'Masuk kelas dengan tenang dalam lima menit',
    jadwal: 'Tiap hari selama November',
    dukungan: 'Guru piket di lorong',
  },
  refleksi: {
    perubahan: 'Murid mengingatkan kesepakatan sendiri',
    dampak: 'Pelajaran mulai tepat waktu',
    lanjutan: 'Kesepakatan diperbarui tiap bulan',
  },
  upaya: [],
  dokumen: [
    { kode: 'KSP', nama: 'Kurikulum satuan pendidikan' },
    { kode: 'HADIR', nama: 'Rangkuman kehadiran guru' },
  ],
  ...part,
});

/** What a head has seen of it. */
export const OBSERVASI = {
  tanggal: '2026-11-12',
  hasil: [
    { perilaku: 'Membangun komunikasi positif', skala: 'EFEKTIF' },
    { perilaku: 'Mengingatkan kesepakatan kelas', skala: 'BELUM_EFEKTIF' },
  ],
  catatan: 'Suasana kelas hangat',
} as const;
