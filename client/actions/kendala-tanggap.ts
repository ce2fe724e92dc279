import type { Tanggapan } from '../../shared/records/index.ts';
import { actOnce, type Done } from './act.ts';
import type { Acting } from './journal.ts';
import { bukaTanggal, tutupTanggal } from './sekolah.ts';

/** The head's answer to a kendala. */
export const tanggapiKendala = (acting: Acting, record: string, isi: Tanggapan): Promise<Done> =>
  actOnce(acting, { kind: 'kendala.tanggapi', record, body: isi });

/** Opens days of a kendala for its author, one after another since each changes the school's record, and says so to her. */
export const bukaUntukKendala = async (
  acting: Acting,
  kendala: { readonly id: string; readonly owner: string },
  hari: readonly string[],
): Promise<Done> => {
  for (const tanggal of hari) {
    const done = await bukaTanggal(acting, { pemilik: kendala.owner, tanggal });
    if (!done.ok) return done;
  }
  return tanggapiKendala(acting, kendala.id, { cara: 'DIBUKA', tanggal: null, teks: '' });
};

/**
 * Closes days again that were opened for a kendala, and says so to her as `teks`: what she may have read already is not
 * taken out of her sight.
 */
export const tutupUntukKendala = async (
  acting: Acting,
  kendala: { readonly id: string; readonly owner: string },
  { hari, teks }: { readonly hari: readonly string[]; readonly teks: string },
): Promise<Done> => {
  for (const tanggal of hari) {
    const done = await tutupTanggal(acting, { pemilik: kendala.owner, tanggal });
    if (!done.ok) return done;
  }
  return tanggapiKendala(acting, kendala.id, { cara: 'JAWABAN', tanggal: null, teks });
};
