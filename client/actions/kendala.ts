import type { SebabKendala } from '../../shared/domain/index.ts';
import { actOnce, type Done } from './act.ts';
import type { Acting } from './journal.ts';

/** Says why a person cannot fill in from one day to another; a head may say it of somebody who is ill or on leave. */
export const laporKendala = (
  acting: Acting,
  isi: {
    readonly guru: string;
    readonly sebab: SebabKendala;
    readonly mulai: string;
    readonly selesai: string;
    readonly catatan: string;
  },
): Promise<Done> => {
  const ranah = isi.guru === acting.actor.id ? {} : { shard: acting.shard };
  return actOnce(acting, { kind: 'kendala.lapor', record: null, base: null, body: isi, ...ranah });
};

/** Takes a kendala back. */
export const tarikKendala = (acting: Acting, record: string): Promise<Done> =>
  actOnce(acting, { kind: 'kendala.tarik', record, body: {} });
/** Puts one that was taken back there again. */
export const pulihkanKendala = (acting: Acting, record: string): Promise<Done> =>
  actOnce(acting, { kind: 'kendala.pulihkan', record, body: {} });
