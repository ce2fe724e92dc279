import { terbitkanYangJatuhTempo } from '../insight/index.ts';
import type { Store } from '../store/index.ts';

type Parts = {
  readonly store: Store;
  readonly clock: () => number;
  readonly onFault: (cause: unknown) => void;
};

const TIAP = 3_600_000;

/** Publishes what is due, at the start and each hour; a failure is reported and tried again at the next hour. */
export const jagaTerbitan = (parts: Parts): { readonly berhenti: () => Promise<void> } => {
  const satuKali = (): Promise<unknown> => terbitkanYangJatuhTempo(parts).catch(parts.onFault);
  let berjalan = satuKali();
  const jam = setInterval(() => {
    berjalan = berjalan.then(satuKali);
  }, TIAP);
  jam.unref();
  return {
    berhenti: async () => {
      clearInterval(jam);
      await berjalan;
    },
  };
};
