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
