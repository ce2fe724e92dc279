import type { Store } from '../store/index.ts';
import { berkala, type Jaga } from './insight.ts';
import type { Peers } from './leader.ts';

type Parts = {
  readonly store: Store;
  /** Epoch ms. */
  readonly clock: () => number;
  readonly peers: Pick<Peers, 'leads' | 'onLead'>;
  readonly onFault: (cause: unknown) => void;
};

const HOUR = 3_600_000;

/** Forgets marks that are past their time, each hour, by the process that leads. */
export const jagaRapi = ({ store, clock, peers, onFault }: Parts): Jaga => {
  const rapi = berkala(
    async () => {
      if (!(await peers.leads())) return;
      await store.write((tx) => tx.removeMarksBefore(clock()));
    },
    HOUR,
    onFault,
  );
  peers.onLead(rapi.sekarang);
  return rapi;
};
