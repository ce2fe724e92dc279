import type { Insight } from '../insight/index.ts';
import { terbitkanYangJatuhTempo } from '../insight/index.ts';
import { countMissingFigures } from '../ledger/index.ts';
import type { Store } from '../store/index.ts';
import type { Peers } from './leader.ts';

type Parts = {
  readonly store: Store;
  readonly peers: Pick<Peers, 'leads' | 'on' | 'onLead'>;
  readonly clock: () => number;
  readonly insight: Insight;
  readonly onFault: (cause: unknown) => void;
};

/** Topic of whoever has published something. */
const TERBIT = 'terbit';
const TERBIT_TIAP = 3_600_000;
const SEGARKAN_TIAP = 5_000;
/** Schools worked out anew in one go: at the busiest hour a twentieth of a core. */
const SEKALI = 100;

export type Jaga = { readonly berhenti: () => Promise<void> };
type Berkala = Jaga & { readonly sekarang: () => void };

/** Does a work at once and then every so often, never twice at a time; a failure is reported, and the next time comes. */
export const berkala = (
  kerja: () => Promise<unknown>,
  tiap: number,
  onFault: (cause: unknown) => void,
): Berkala => {
  const satuKali = (): Promise<unknown> => kerja().catch(onFault);
  let berjalan: Promise<unknown> | null = null;
  let lagi = false;
  const mulai = (): void => {
    berjalan ??= satuKali().finally(() => {
      berjalan = null;
      if (lagi) mulai();
      lagi = false;
    });
  };
  mulai();
  const jam = setInterval(mulai, tiap);
  jam.unref();
  return {
    // Whoever comes while it is done wants it done after what he has heard of.
    sekarang: () => {
      lagi = berjalan !== null;
      mulai();
    },
    berhenti: async () => {
      clearInterval(jam);
      lagi = false;
      await berjalan;
    },
  };
};

/**
 * Has pages and tables at hand before anybody asks. The process that leads publishes what is due, when it comes to lead and
 * each hour, and counts the sums of a database from before there were any.
 */
export const jagaInsight = ({ insight, onFault, peers, ...parts }: Parts): Jaga => {
  const { publik, pantau } = insight;
  const terbit = berkala(
    async () => {
      if ((await peers.leads()) && (await terbitkanYangJatuhTempo(parts)) > 0) await parts.store.tell(TERBIT);
      await publik.hangatkan();
    },
    TERBIT_TIAP,
    onFault,
  );
  let dihitung = false;
  const segar = berkala(
    async () => {
      if (!dihitung && (await peers.leads())) {
        await countMissingFigures(parts.store);
        dihitung = true;
        while ((await pantau.segarkan(SEKALI)) > 0);
      }
      await pantau.segarkan(SEKALI);
    },
    SEGARKAN_TIAP,
    onFault,
  );
  for (const mulai of [terbit.sekarang, segar.sekarang]) peers.onLead(mulai);
  peers.on(TERBIT, terbit.sekarang);
  return {
    berhenti: async () => {
      await terbit.berhenti();
      await segar.berhenti();
    },
  };
};
