import type { StoredRecord } from './stored.ts';

/* What the public may see, and what phones said of their queues: rows as they are kept. */

/** What the instansi chose to publish, from `at` (epoch ms) on: the last one holds. `tabel` empty: nothing. */
export type StoredPublication = {
  readonly at: number;
  /** As it stands over the page. */
  readonly instansi: string;
  readonly tabel: readonly string[];
  /** First month, `YYYY-MM`. */
  readonly sejak: string;
};

/** A table of a period as it was published: made once, then never again. `content` is its JSON. */
export type StoredRelease = {
  readonly tabel: string;
  readonly periode: string;
  readonly madeAt: number;
  readonly content: string;
};

/** Days from one to another, both included. */
export type DayRange = { readonly awal: string; readonly akhir: string };

/** An entry that counts, as far as sums need it; times are the server's, epoch ms. */
export type CountedEntri = {
  readonly owner: string;
  readonly tanggal: string;
  readonly rencanaAksi: string | null;
  readonly tiba: number | null;
  readonly diperiksa: number | null;
};

/** What still waited on a phone when it was last heard; gone once nothing does. */
export type StoredQueue = {
  readonly device: string;
  readonly count: number;
  /** When the oldest was recorded, epoch ms. */
  readonly oldestAt: number;
  readonly reportedAt: number;
};

/** Questions about what a school's days and months hold, and about what is public. */
export type PublikReads = {
  /** Entries of a school dated on days of a stretch, both ends included, that are neither deleted nor withdrawn. */
  readonly entriBetween: (shard: string, hari: DayRange) => Promise<readonly StoredRecord[]>;
  /** The same of a month, with when each came and was answered, and without what it says. */
  readonly entriInMonth: (shard: string, bulan: string) => Promise<readonly CountedEntri[]>;
  /** The portfolio of this address: the one that had it first, where somebody has copied it; deleted ones too. */
  readonly portofolioByKode: (kode: string) => Promise<StoredRecord | null>;
  /** What the instansi last chose to publish; null for never anything. */
  readonly publication: () => Promise<StoredPublication | null>;
  /** What has been published, by table and period. */
  readonly releaseKeys: () => Promise<readonly Omit<StoredRelease, 'content'>[]>;
  readonly release: (tabel: string, periode: string) => Promise<StoredRelease | null>;
};
