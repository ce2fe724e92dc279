import type { Entri } from '../../shared/records/index.ts';

/** One import of a file of one's own data. */
export type AmbilanData = {
  readonly id: string;
  /** Epoch ms on this phone's clock. */
  readonly pada: number;
  readonly isi: readonly {
    /** Id of the entry in the file. */
    readonly asal: string;
    /** Id of the entry here, and its version right after the import. */
    readonly id: string;
    readonly head: string;
    /** What stood here before; null where it was new. */
    readonly sebelum: Entri | null;
  }[];
};
