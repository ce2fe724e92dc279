/** The two flows of e-Kinerja: the general one (PermenPANRB 6/2022), and that of teachers and heads in Ruang GTK. */
export const ALUR = ['umum', 'guru'] as const;
/** One of {@link ALUR}. */
export type Alur = (typeof ALUR)[number];

/** Which flow the instansi follows from the year `sejak` on. */
export type AturanAlur = { readonly sejak: number; readonly alur: Alur };

/** Since Kepdirjen GTK 4242/2024 (2025), then Kepmendikdasmen 271/O/2025, teachers go through Ruang GTK. */
const BAWAAN: readonly AturanAlur[] = [
  { sejak: 0, alur: 'umum' },
  { sejak: 2025, alur: 'guru' },
];

/** The flow of a year: what the instansi has set for it or for a year before, else what the ministry has. */
export const alurTahun = (
  satker: { readonly alur?: readonly AturanAlur[] | undefined } | null,
  tahun: number,
): Alur => {
  const latest = (rows: readonly AturanAlur[]): AturanAlur | undefined =>
    rows.filter(({ sejak }) => sejak <= tahun).sort((a, b) => b.sejak - a.sejak)[0];
  return (latest(satker?.alur ?? []) ?? latest(BAWAAN))?.alur ?? 'umum';
};

/** How the instansi treats the daily log: owed each working day, welcome, or not asked for at all. */
export const LOG_HARIAN = ['wajib', 'opsional', 'mati'] as const;
/** One of {@link LOG_HARIAN}. */
export type LogHarian = (typeof LOG_HARIAN)[number];

/** Empty working days in a row from which somebody falls behind: where the log is only welcome two weeks, where it is off never. */
export const HARI_TERTINGGAL: Readonly<Record<LogHarian, number>> = {
  wajib: 3,
  opsional: 10,
  mati: Number.POSITIVE_INFINITY,
};

/**
 * What an observer says of one behaviour: `Belum dilakukan`, `Dilakukan tapi belum efektif`, `Dilakukan dan efektif` (help
 * pages of Ruang GTK). It is no score: the rating of the year stays the penilai's.
 */
export const SKALA_OBSERVASI = ['BELUM', 'BELUM_EFEKTIF', 'EFEKTIF'] as const;
/** One of {@link SKALA_OBSERVASI}. */
export type SkalaObservasi = (typeof SKALA_OBSERVASI)[number];

type Dokumen = { readonly kode: string };
type Konfirmasi = { readonly ada: boolean; readonly sah: boolean; readonly memadai: boolean };

/** How far the confirmation of documents has come. `kurang` were looked at and found wanting in something. */
export const hitungDokumen = (
  dokumen: readonly Dokumen[],
  konfirmasi: Readonly<Record<string, Konfirmasi>> = {},
): { readonly semua: number; readonly lengkap: number; readonly kurang: number } => {
  const seen = dokumen.flatMap(({ kode }) => konfirmasi[kode] ?? []);
  const lengkap = seen.filter(({ ada, sah, memadai }) => ada && sah && memadai).length;
  return { semua: dokumen.length, lengkap, kurang: seen.length - lengkap };
};
