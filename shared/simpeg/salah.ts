import type { Kolom } from './kolom.ts';

/**
 * Classes of faults. Those of `TOLAK` leave it open who the person is, so the row waits; all others come in, marked. A class
 * is what the file is wrong in, never a judgement on the person.
 */
export const KELAS = [
  'nip-berspasi',
  'nip-17-digit',
  'nip-angka',
  'nip-salah',
  'nip-kosong',
  'nip-janggal',
  'nip-ganda',
  'nama-kosong',
  'nama-dua-ejaan',
  'orang-ganda',
  'tgl-lahir-beda-nip',
  'tanggal-mustahil',
  'tanggal-tak-terbaca',
  'tmt-masa-depan',
  'jk-beda-nip',
  'jk-tak-dikenal',
  'status-tak-dikenal',
  'status-beda-nip',
  'golongan-jenjang',
  'pppk-golongan-pns',
  'pns-golongan-pppk',
  'npsn-tak-dikenal',
  'npsn-kosong',
  'atasan-kosong',
  'atasan-tidak-ada',
  'atasan-siklus',
  'apostrof-depan',
  'spasi-tak-tampak',
  'kolom-tertukar',
  'sel-rumus',
  'isi-terlalu-panjang',
  'baris-judul',
  'header-gabung',
  'baris-nomor-kolom',
  'baris-kosong',
  'lembar-tanpa-judul',
] as const;
/** One of the classes. */
export type KelasSalah = (typeof KELAS)[number];

/** One fault: in which column (null: the whole row), what stands there, and the right value where the file itself supplies it. */
export type Salah = {
  readonly kolom: Kolom | null;
  readonly kelas: KelasSalah;
  readonly nilai: string;
  readonly usul: string | null;
};
