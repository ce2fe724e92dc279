import type { Insight } from '../insight/index.ts';
import { terbitkanYangJatuhTempo } from '../insight/index.ts';
import { countMissingFigures } from '../ledger/index.ts';
import type { Store } from '../store/index.ts';

type Parts = {
  readonly store: Store;
  readonly clock: () => number;
  readonly insight: Insight;
  readonly onFault: (cause: unknown) => void;
};

const TERBIT_TIAP = 3_600_000;
const SEGARKAN_TIAP = 5_000;
/** Schools worked out anew in one go: at the busiest hour a twentieth of a core. */
const SEKALI = 100;

type Jaga = { readonly berhenti: () => Promise<void> };

/** Does a work at once and then every so often, never twice at a time; a failure is reported, and the next time comes. */
const berkala = (kerja: () => Promise<unknown>, tiap: number, onFault: (cause: unknown) => void): Jaga => {
  const satuKali = (): Promise<unknown> => kerja().catch(onFault);
  let berjalan: Promise<unknown> | null = satuKali().finally(() => {
    berjalan = null;
  });
  const jam = setInterval(() => {
    berjalan ??= satuKali().finally(() => {
      berjalan = null;
    });
  }, tiap);
  jam.unref();
  return {
    berhenti: async () => {
      clearInterval(jam);
      await berjalan;
    },
  };
};

/**
 * Publishes what is due, at the start and each hour, and has pages and tables at hand before anybody asks. Sums of a
 * database from before there were any are counted at the start.
 */
export const jagaInsight = ({ insight, onFault, ...parts }: Parts): Jaga => {
  const { publik, pantau } = insight;
  const terbit = berkala(
    async () => {
      await terbitkanYangJatuhTempo(parts);
      await publik.hangatkan();
    },
    TERBIT_TIAP,
    onFault,
  );
  let dihitung = false;
  const segar = berkala(
    async () => {
      if (!dihitung) {
        await countMissingFigures(parts.store);
        dihitung = true;
        while ((await pantau.segarkan(SEKALI)) > 0);
      }
      await pantau.segarkan(SEKALI);
    },
    SEGARKAN_TIAP,
    onFault,
  );
  return {
    berhenti: async () => {
      await terbit.berhenti();
      await segar.berhenti();
    },
  };
};
