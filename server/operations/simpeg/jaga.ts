import { berkala, type Jaga } from '../insight.ts';
import type { MejaImpor } from './meja.ts';

const TIAP = 10_000;

/**
 * Looks after the desk, in every process: a file that nobody decides on goes after an hour, and an import whose process is
 * gone is gone on with, though no admin asks for it. Told to stop, it lets go of the import that it is at.
 */
export const jagaImpor = (
  { rapikan, berhenti }: Pick<MejaImpor, 'rapikan' | 'berhenti'>,
  onFault: (cause: unknown) => void,
): Jaga => {
  const rapi = berkala(rapikan, TIAP, onFault);
  return {
    berhenti: async () => {
      await berhenti();
      await rapi.berhenti();
    },
  };
};
