import { kenalkan } from '../i18n/id/masalah.ts';
import { masalahKantor } from '../i18n/id/masalah-kantor.ts';

kenalkan(masalahKantor);

/** Why a proof is wanted, as the service says it. */
type Sebab = 'bukti_diri' | 'sesi_admin';

type Hasil = { readonly ok: true } | { readonly ok: false; readonly code: string };

const perlu = (code: string): code is Sebab => code === 'bukti_diri' || code === 'sesi_admin';

let ditanya: Promise<boolean> | null = null;

/** One question at a time: who needs a proof meanwhile waits for the same answer. */
const mintaBukti = (sebab: Sebab): Promise<boolean> => {
  ditanya ??= import('./bukti-dialog.tsx')
    .then(({ tanyaBukti }) => tanyaBukti(sebab))
    // Out of reach just now: then the service's own words stand where the work was asked for.
    .catch(() => false)
    .finally(() => {
      ditanya = null;
    });
  return ditanya;
};

/**
 * Asks something of an admin's desk, and where the service wants to know first who he is, asks him for his proof and then
 * the same again: every screen stays where it was, and nothing that was typed is gone. His turning away is the refusal.
 */
export const denganBukti = async <T extends Hasil>(kerja: () => Promise<T>): Promise<T> => {
  const hasil = await kerja();
  if (hasil.ok || !perlu(hasil.code)) return hasil;
  return (await mintaBukti(hasil.code)) ? kerja() : hasil;
};
