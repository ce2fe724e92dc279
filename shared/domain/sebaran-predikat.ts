import { type Capaian, PREDIKAT, type Predikat } from './predikat.ts';

/** One line of a distribution pattern: what share of people may or should hold one of these predikat, in percent. */
type Aturan =
  | { readonly jenis: 'terbanyak'; readonly predikat: readonly Predikat[] }
  | {
      readonly jenis: 'paling-banyak' | 'paling-sedikit';
      readonly predikat: readonly Predikat[];
      readonly persen: number;
    }
  | { readonly jenis: 'harus-ada'; readonly predikat: readonly Predikat[] };

const most = (persen: number, ...predikat: Predikat[]): Aturan => ({
  jenis: 'paling-banyak',
  predikat,
  persen,
});
const least = (persen: number, ...predikat: Predikat[]): Aturan => ({
  jenis: 'paling-sedikit',
  predikat,
  persen,
});

/** Patterns by the date from which they hold, newest first. Source of the first: SE MenPANRB 3/2023, as reported in the press. */
const POLA: readonly {
  readonly sejak: string;
  readonly pola: Readonly<Record<Capaian, readonly Aturan[]>>;
}[] = [
  {
    sejak: '2022-01-01',
    pola: {
      ISTIMEWA: [{ jenis: 'terbanyak', predikat: ['SANGAT_BAIK'] }, most(70, 'SANGAT_BAIK')],
      BAIK: [
        { jenis: 'terbanyak', predikat: ['BAIK'] },
        most(70, 'BAIK'),
        { jenis: 'harus-ada', predikat: ['BUTUH_PERBAIKAN', 'KURANG'] },
      ],
      BUTUH_PERBAIKAN: [least(60, 'BUTUH_PERBAIKAN'), most(10, 'SANGAT_BAIK')],
      KURANG: [least(60, 'KURANG'), least(10, 'BUTUH_PERBAIKAN'), most(10, 'SANGAT_BAIK')],
      SANGAT_KURANG: [
        least(60, 'SANGAT_KURANG'),
        least(10, 'KURANG', 'BUTUH_PERBAIKAN'),
        most(0, 'SANGAT_BAIK'),
      ],
    },
  },
];

/** Up to this many people percentages mean nothing, and only counts are shown. */
const ORANG_SEDIKIT = 10;

/** How many people hold each predikat. */
export type Sebaran = Readonly<Record<Predikat, number>>;

/** Counts people by predikat. */
export const hitungSebaran = (predikatList: readonly Predikat[]): Sebaran =>
  Object.fromEntries(
    PREDIKAT.map((predikat) => [predikat, predikatList.filter((one) => one === predikat).length]),
  ) as Sebaran;

/** What lies outside the pattern: `ada` people hold one of `predikat`, where at most or at least `wajar` would. */
export type DiLuarPola = {
  readonly jenis: Aturan['jenis'];
  readonly predikat: readonly Predikat[];
  readonly ada: number;
  readonly wajar: number;
};

const nilai = (sebaran: Sebaran, aturan: Aturan): DiLuarPola | null => {
  const total = PREDIKAT.reduce((sum, predikat) => sum + sebaran[predikat], 0);
  const ada = aturan.predikat.reduce((sum, predikat) => sum + sebaran[predikat], 0);
  const found = (wajar: number): DiLuarPola => ({
    jenis: aturan.jenis,
    predikat: aturan.predikat,
    ada,
    wajar,
  });
  switch (aturan.jenis) {
    case 'terbanyak': {
      const lain = Math.max(
        ...PREDIKAT.filter((one) => !aturan.predikat.includes(one)).map((one) => sebaran[one]),
      );
      return ada > lain ? null : found(lain + 1);
    }
    case 'harus-ada':
      return ada > 0 ? null : found(1);
    case 'paling-banyak':
      return 100 * ada <= aturan.persen * total ? null : found(Math.floor((aturan.persen * total) / 100));
    case 'paling-sedikit':
      return 100 * ada >= aturan.persen * total ? null : found(Math.ceil((aturan.persen * total) / 100));
  }
};

/**
 * What of a distribution lies outside the pattern that the organisation's result suggests at `pada` (end of the period):
 * a warning to think again, never a refusal. Empty for ten people or fewer, and where no result is known.
 */
export const periksaSebaran = (
  sebaran: Sebaran,
  { capaian, pada }: { readonly capaian: Capaian | null; readonly pada: string },
): DiLuarPola[] => {
  const total = PREDIKAT.reduce((sum, predikat) => sum + sebaran[predikat], 0);
  const pola = POLA.find(({ sejak }) => sejak <= pada)?.pola;
  if (total <= ORANG_SEDIKIT || !capaian || !pola) return [];
  return pola[capaian].flatMap((aturan) => nilai(sebaran, aturan) ?? []);
};
