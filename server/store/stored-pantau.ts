import type { Jumlah } from '../../shared/pantau/index.ts';

/* Sums of a school's records as they are kept. */

/** One sum of a shard. */
export type StoredFigure = Jumlah & { readonly shard: string };

/** Sums of one kind in a shard from a day on. */
export type FiguresWanted = {
  readonly shard: string;
  readonly apa: Jumlah['apa'];
  readonly sejak: string;
};

/** How many people of a shard reported a class of burden in a week. */
export type StoredBurden = {
  readonly shard: string;
  readonly pekan: string;
  readonly apa: 'menit' | 'detik';
  readonly kelas: number;
  readonly orang: number;
};

/** Reading of sums, and of burden as it was reported. */
export type PantauReads = {
  /** Number of the last line of every shard. */
  readonly heads: () => Promise<ReadonlyMap<string, number>>;
  /** Sums of one kind in a shard from a day on. */
  readonly figures: (wanted: FiguresWanted) => Promise<readonly Jumlah[]>;
  /** The first day of a kind of sums in a shard; null where there is none. */
  readonly firstFigure: (shard: string, apa: Jumlah['apa']) => Promise<string | null>;
  readonly allFigures: (shard: string) => Promise<readonly Jumlah[]>;
  /** Burden as it was reported in the weeks that begin in a month (`YYYY-MM`). */
  readonly burdensIn: (bulan: string) => Promise<readonly StoredBurden[]>;
  /** The last week that a person was counted in; null for none. */
  readonly burdenReport: (account: string) => Promise<string | null>;
  /** By which version of the rules each shard's sums were counted. */
  readonly figureVersions: () => Promise<ReadonlyMap<string, number>>;
};
