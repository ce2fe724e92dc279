import type { Entri } from '../records/entri.ts';
import type { Satker } from '../records/satker.ts';
import { type EntriLain, periksaEntri } from './periksa-entri.ts';

/** What a reviewer looks at twice: the rules' warnings, and an entry without RHK. */
export type Tanda =
  | 'bertumpuk'
  | 'kembar'
  | 'hari_libur'
  | 'bukan_hari_kerja'
  | 'jam_belum_tiba'
  | 'volume_janggal'
  | 'lama_janggal'
  | 'tanpa_rhk';

/**
 * The marks of an entry for its reviewer, by the same rules that warned its author. `lain` are the same person's other
 * entries of that day; `kini` is the school's date and wall clock. An entry without any mark is "lengkap" and may be approved together with others.
 */
export const tandaPeriksa = (
  entri: Entri,
  {
    lain,
    satker,
    kini,
  }: {
    readonly lain: readonly EntriLain[];
    readonly satker: Satker | null;
    readonly kini: { readonly hariIni: string; readonly sekarang: string };
  },
): Tanda[] => {
  const temuan = periksaEntri(entri, {
    hariIni: entri.tanggal,
    ...(entri.tanggal === kini.hariIni ? { sekarang: kini.sekarang } : {}),
    saat: 'terima',
    satker,
    pemilik: '',
    lain,
    rhk: [],
  });
  const tanda = temuan.filter(({ berat }) => berat === 'peringatan').map(({ kode }) => kode as Tanda);
  return entri.rhk === null ? ['tanpa_rhk', ...tanda] : tanda;
};
