import type { EntriRow } from '../store/index.ts';
import { actEach, actOnce, type Done } from './act.ts';
import type { Acting } from './journal.ts';

/**
 * An entry that is decided on: by its row, as the screen showed it, or by its id, which means as it stands now. With the
 * row, a decision can land only on what its author saw (I14).
 */
export type Dilihat = string | Pick<EntriRow, 'id' | 'head'>;

const seen = (entri: Dilihat): { readonly record: string; readonly base?: string } =>
  typeof entri === 'string' ? { record: entri } : { record: entri.id, base: entri.head };

/** Approves entries; each answer stands for itself. */
export const setujuiEntri = (acting: Acting, entri: readonly Dilihat[]): Promise<Done[]> =>
  actEach(
    acting,
    entri.map((one) => ({ kind: 'entri.setujui', ...seen(one), body: {} })),
  );

/** Gives an entry back with a reason. */
export const kembalikanEntri = (acting: Acting, entri: Dilihat, alasan: string): Promise<Done> =>
  actOnce(acting, { kind: 'entri.kembalikan', ...seen(entri), body: { alasan, ingat: true } });

/** Puts a decided entry before its penilai again. */
export const bukaLagiEntri = (acting: Acting, id: string): Promise<Done> =>
  actOnce(acting, { kind: 'entri.bukaLagi', record: id, body: {} });
