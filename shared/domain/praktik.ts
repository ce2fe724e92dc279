/** A row that holds from one year to another, both included; without an end it holds still. */
type Berlaku = { readonly sejak: number; readonly sampai?: number };

/** A sub-indicator of Rapor Pendidikan D.1 that a teacher may choose, with behaviours to begin from. */
export type SubIndikator = Berlaku & {
  readonly kode: string;
  readonly kelompok: string;
  readonly nama: string;
  readonly perilaku: readonly string[];
};

const KELAS = 'Manajemen kelas';
const DUKUNGAN = 'Dukungan psikologis';
const METODE = 'Metode pembelajaran';

/**
 * The choices of praktik pembelajaran (Perdirjen GTK 7607/2023, kept by Kepmendikdasmen 271/O/2025): three groups, eight
 * sub-indicators, a teacher works on one. Behaviours are given where they are published; others she words herself.
 */
export const SUB_INDIKATOR: readonly SubIndikator[] = [
  {
    kode: 'D1-KSK',
    kelompok: KELAS,
    nama: 'Keteraturan suasana kelas',
    perilaku: [
      'Membangun komunikasi positif dengan peserta didik',
      'Memakai strategi pengelompokan peserta didik',
      'Mengingatkan kesepakatan kelas',
    ],
    sejak: 2024,
  },
  {
    kode: 'D1-PDP',
    kelompok: KELAS,
    nama: 'Penerapan disiplin positif',
    perilaku: [
      'Merefleksikan dinamika kelas bersama peserta didik',
      'Memberi penguatan positif',
      'Menerapkan konsekuensi dan restitusi',
    ],
    sejak: 2024,
  },
  {
    kode: 'D1-UBK',
    kelompok: DUKUNGAN,
    nama: 'Umpan balik konstruktif',
    perilaku: ['Memberi umpan balik yang menjelaskan hasil kerja peserta didik'],
    sejak: 2024,
  },
  {
    kode: 'D1-EPD',
    kelompok: DUKUNGAN,
    nama: 'Ekspektasi pada peserta didik',
    perilaku: [],
    sejak: 2024,
  },
  {
    kode: 'D1-PKP',
    kelompok: DUKUNGAN,
    nama: 'Perhatian dan kepedulian',
    perilaku: [],
    sejak: 2024,
  },
  {
    kode: 'D1-IPB',
    kelompok: METODE,
    nama: 'Instruksi pembelajaran',
    perilaku: ['Menjelaskan sesuai pengetahuan awal peserta didik, misalnya dengan visual'],
    sejak: 2024,
  },
  {
    kode: 'D1-IAD',
    kelompok: METODE,
    nama: 'Instruksi yang adaptif',
    perilaku: [],
    sejak: 2024,
  },
  {
    kode: 'D1-AIN',
    kelompok: METODE,
    nama: 'Aktivitas interaktif',
    perilaku: [],
    sejak: 2024,
  },
];

/** Code of a focus that no list has: a head's own, or a regional one. It is worded by the person. */
export const SUB_LAIN = 'LAIN';

/** A dokumen akuntabilitas: shown to the penilai, who confirms it; nothing is uploaded (Kepmendikdasmen 271/O/2025). */
export type DokumenAkuntabilitas = Berlaku & {
  readonly kode: string;
  readonly nama: string;
  readonly untuk: 'guru' | 'kepala';
};

/** What guru and kepala sekolah show by default. The names are not rigid: each person's own list begins from here. */
export const DOKUMEN_AKUNTABILITAS: readonly DokumenAkuntabilitas[] = [
  { kode: 'KSP', nama: 'Kurikulum satuan pendidikan', untuk: 'guru', sejak: 2025 },
  { kode: 'HADIR', nama: 'Rangkuman kehadiran guru', untuk: 'guru', sejak: 2025 },
  { kode: 'TUGAS', nama: 'Surat tugas atau SK tugas tambahan', untuk: 'guru', sejak: 2025 },
  { kode: 'KSP', nama: 'Kurikulum satuan pendidikan', untuk: 'kepala', sejak: 2025 },
  { kode: 'RENCANA', nama: 'Perencanaan satuan pendidikan', untuk: 'kepala', sejak: 2025 },
  { kode: 'LAPORAN', nama: 'Laporan satuan pendidikan', untuk: 'kepala', sejak: 2025 },
  { kode: 'HADIR', nama: 'Rangkuman kehadiran guru', untuk: 'kepala', sejak: 2025 },
];

/** A way of learning for the variable pengembangan kompetensi; points are history, it is reflected upon. */
export type UpayaBelajar = Berlaku & { readonly kode: string; readonly nama: string };

/** The official list of roles, restated (Kepdirjen GTK 4242/2024). */
export const UPAYA_BELAJAR: readonly UpayaBelajar[] = [
  { kode: 'PELATIHAN', nama: 'Peserta pelatihan mandiri', sejak: 2024 },
  { kode: 'SEJAWAT', nama: 'Observasi praktik pembelajaran sejawat', sejak: 2024 },
  { kode: 'PENGGERAK', nama: 'Penggerak komunitas belajar', sejak: 2024 },
  { kode: 'NARASUMBER', nama: 'Narasumber berbagi praktik baik', sejak: 2024 },
  { kode: 'BERBAGI', nama: 'Peserta berbagi praktik baik di komunitas belajar', sejak: 2024 },
  { kode: 'PENDIDIKAN', nama: 'Peserta program pelatihan atau pendidikan', sejak: 2024 },
];

/** The rows of a table that hold in a year, in their order. */
export const berlakuPada = <T extends Berlaku>(rows: readonly T[], tahun: number): T[] =>
  rows.filter(({ sejak, sampai = tahun }) => sejak <= tahun && tahun <= sampai);
