import type { Predikat } from './predikat.ts';

/** Jenjang of JF Guru, lowest first; names as `Pegawai.jenjang` has them. */
export const JENJANG_GURU = ['Ahli Pertama', 'Ahli Muda', 'Ahli Madya', 'Ahli Utama'] as const;
/** A jenjang of {@link JENJANG_GURU}. */
export type Jenjang = (typeof JENJANG_GURU)[number];

/** What one jenjang earns and needs. Angka kredit stands in hundredths everywhere: 12,5 is 1250. */
export type AturanJenjang = {
  /** Hundredths of angka kredit that a full year with predikat Baik earns. */
  readonly koefisien: number;
  /** Golongan ruang of the jenjang, lowest first. */
  readonly golongan: readonly string[];
  /** Hundredths that each step of pangkat inside the jenjang takes. */
  readonly perPangkat: number;
  /** Hundredths in this jenjang that the next jenjang takes; null where there is none above. */
  readonly perJenjang: number | null;
  /** Hundredths taken off conventional angka kredit on the way to integrated. */
  readonly nilaiDasar: number;
};

/** One regulation's tables, for periods of work that begin in its time. */
export type AturanAk = {
  /** First and last day of work that it covers; no last day while it is in force. */
  readonly berlakuDari: string;
  readonly berlakuSampai: string | null;
  readonly sumber: string;
  /** Whole percent of the koefisien that a predikat earns. */
  readonly persen: Readonly<Record<Predikat, number>>;
  readonly jenjang: Readonly<Record<Jenjang, AturanJenjang>>;
};

/** Tables of angka kredit by their time. A new regulation is a new row: old years keep theirs. */
export const ATURAN_AK = [
  {
    berlakuDari: '2023-01-01',
    berlakuSampai: null,
    sumber: 'Peraturan BKN 3/2023; PermenPANRB 1/2023 pasal 30, 37, 39, 57',
    persen: { SANGAT_BAIK: 150, BAIK: 100, BUTUH_PERBAIKAN: 75, KURANG: 50, SANGAT_KURANG: 25 },
    jenjang: {
      'Ahli Pertama': {
        koefisien: 1250,
        golongan: ['III/a', 'III/b'],
        perPangkat: 5000,
        perJenjang: 10_000,
        nilaiDasar: 10_000,
      },
      'Ahli Muda': {
        koefisien: 2500,
        golongan: ['III/c', 'III/d'],
        perPangkat: 10_000,
        perJenjang: 20_000,
        nilaiDasar: 20_000,
      },
      'Ahli Madya': {
        koefisien: 3750,
        golongan: ['IV/a', 'IV/b', 'IV/c'],
        perPangkat: 15_000,
        perJenjang: 45_000,
        nilaiDasar: 40_000,
      },
      'Ahli Utama': {
        koefisien: 5000,
        golongan: ['IV/d', 'IV/e'],
        perPangkat: 20_000,
        perJenjang: null,
        nilaiDasar: 85_000,
      },
    },
  },
] as const satisfies readonly AturanAk[];

/** The tables for work that begins in a month `YYYY-MM`; null where no conversion of predikat was in force. */
export const aturanAkPada = (bulan: string, list: readonly AturanAk[] = ATURAN_AK): AturanAk | null =>
  list.find(
    ({ berlakuDari, berlakuSampai }) =>
      berlakuDari.slice(0, 7) <= bulan && (berlakuSampai === null || bulan <= berlakuSampai.slice(0, 7)),
  ) ?? null;
