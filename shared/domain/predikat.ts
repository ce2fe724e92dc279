/** Rating of hasil kerja and of perilaku kerja against the penilai's expectation, lowest first (PermenPANRB 6/2022). */
export const RATING = ['DI_BAWAH', 'SESUAI', 'DI_ATAS'] as const;
/** One of {@link RATING}. */
export type Rating = (typeof RATING)[number];

/** Predikat kinerja pegawai, best first (PermenPANRB 6/2022; SE MenPANRB 3/2023). KURANG is printed "Kurang/Misconduct". */
export const PREDIKAT = ['SANGAT_BAIK', 'BAIK', 'BUTUH_PERBAIKAN', 'KURANG', 'SANGAT_KURANG'] as const;
/** One of {@link PREDIKAT}. */
export type Predikat = (typeof PREDIKAT)[number];

/** Capaian kinerja organisasi, best first (SE MenPANRB 3/2023). */
export const CAPAIAN = ['ISTIMEWA', 'BAIK', 'BUTUH_PERBAIKAN', 'KURANG', 'SANGAT_KURANG'] as const;
/** One of {@link CAPAIAN}. */
export type Capaian = (typeof CAPAIAN)[number];

type Matriks = Readonly<Record<Rating, Readonly<Record<Rating, Predikat>>>>;

/**
 * Quadrants by the date from which they hold, newest first; rows are hasil kerja, columns perilaku kerja. A new rule is a
 * new row, so that old periods keep theirs. Source of the first: attachment of PermenPANRB 6/2022, in force since 2022.
 */
const KUADRAN: readonly { readonly sejak: string; readonly matriks: Matriks }[] = [
  {
    sejak: '2022-01-01',
    matriks: {
      DI_ATAS: { DI_BAWAH: 'KURANG', SESUAI: 'BAIK', DI_ATAS: 'SANGAT_BAIK' },
      SESUAI: { DI_BAWAH: 'KURANG', SESUAI: 'BAIK', DI_ATAS: 'BAIK' },
      DI_BAWAH: { DI_BAWAH: 'SANGAT_KURANG', SESUAI: 'BUTUH_PERBAIKAN', DI_ATAS: 'BUTUH_PERBAIKAN' },
    },
  },
];

/** The two ratings of a penilai; null while not given. */
export type DuaRating = { readonly hasil: Rating | null; readonly perilaku: Rating | null };

/**
 * The predikat that two ratings make, by the quadrant in force at the end of the period (`pada`); null while either is
 * missing or before the first quadrant. There is no other way to a predikat.
 */
export const predikatDari = ({ hasil, perilaku }: DuaRating, pada: string): Predikat | null => {
  const kuadran = KUADRAN.find(({ sejak }) => sejak <= pada);
  return kuadran && hasil && perilaku ? kuadran.matriks[hasil][perilaku] : null;
};
