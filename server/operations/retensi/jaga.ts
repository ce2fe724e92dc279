import { berkala, type Jaga } from '../insight.ts';
import type { Peers } from '../leader.ts';
import { type Hitungan, jalankanRetensi, type RetensiRooms } from './retensi.ts';

const SEHARI = 86_400_000;

type Parts = RetensiRooms & {
  readonly peers: Pick<Peers, 'leads' | 'onLead'>;
  readonly onDone: (hitungan: Hitungan) => void;
  readonly onFault: (cause: unknown) => void;
};

/** Removes each day what has outlived its term, by the process that leads, and says how much it was. */
export const jagaRetensi = ({ peers, onDone, onFault, ...rooms }: Parts): Jaga => {
  const jaga = berkala(
    async () => {
      if (!(await peers.leads())) return;
      const hitungan = await jalankanRetensi(rooms);
      if (Object.keys(hitungan).length > 0) onDone(hitungan);
    },
    SEHARI,
    onFault,
  );
  peers.onLead(jaga.sekarang);
  return jaga;
};
