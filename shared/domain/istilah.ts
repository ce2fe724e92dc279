import type { EntriState } from '../records/entri.ts';
import type { Rhk, SkpState } from '../records/skp.ts';

/** Months as they are written in Indonesian, January first. */
export const NAMA_BULAN = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

/** Weekdays by ISO number less one, Senin first. */
export const NAMA_HARI = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'] as const;

/** Words for where an entry stands with the head. */
export const TAHAP_ENTRI = {
  DIAJUKAN: 'Menunggu diperiksa',
  DISETUJUI: 'Disetujui',
  DIKEMBALIKAN: 'Dikembalikan',
  DITARIK: 'Ditarik',
} as const satisfies Record<EntriState['tahap'], string>;

/** Words for where an SKP stands. */
export const TAHAP_SKP = {
  DRAF: 'Draf',
  DIAJUKAN: 'Diajukan',
  DIKEMBALIKAN: 'Dikembalikan',
  DISETUJUI: 'Disetujui',
} as const satisfies Record<SkpState['tahap'], string>;

/** Aspects of an indicator (PermenPANRB 6/2022). */
export const ASPEK = {
  kuantitas: 'Kuantitas',
  kualitas: 'Kualitas',
  waktu: 'Waktu',
  biaya: 'Biaya',
} as const satisfies Record<Rhk['indikator'][number]['aspek'], string>;

/** Official labels of the SKP form; kept in full, never translated. */
export const LABEL_SKP = {
  skp: 'Sasaran Kinerja Pegawai',
  rhk: 'Rencana Hasil Kerja',
  intervensi: 'RHK Pimpinan yang Diintervensi',
  indikator: 'Indikator Kinerja Individu',
  target: 'Target',
  rencanaAksi: 'Rencana Aksi',
  realisasi: 'Realisasi berdasarkan bukti dukung',
  umpan: 'Umpan Balik Berkelanjutan',
  penilai: 'Pejabat Penilai Kinerja',
} as const;
