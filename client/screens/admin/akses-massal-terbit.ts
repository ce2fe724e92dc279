import type { BelumMasuk, ProblemParams, SlipTerbit } from '../../../shared/protocol/index.ts';
import { terbitkanSlip } from '../../app/akses.ts';
import { akses } from '../../i18n/id/akses.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';

export type Orang = BelumMasuk['orang'][number];

/** Why it stopped before its end. */
export type Sebab = { readonly code: string; readonly params?: ProblemParams };
/** What it came to: whom no slip can be issued for, and what stopped it; nothing where the admin did so himself. */
export type Hasil = {
  readonly terbit: number;
  readonly gagal: readonly Orang[];
  readonly sebab: Sebab | null;
};

/** The person is not the admin's any more: the others still are. */
const SEORANG = ['tidak_ada', 'slip_sendiri'];
const PUTUS = ['tanpa_internet', 'server_diam', 'wifi_masuk'];

/** Nothing of this is tried again by itself, as the words for what is sent would have it. */
export const kataSebab = ({ code, params = {} }: Sebab): string =>
  PUTUS.includes(code) ? akses.massal.terputus : kataMasalah(code, params);

type Alat = {
  readonly onSlip: (id: string, slip: SlipTerbit) => void;
  readonly onMaju: (selesai: number) => void;
  readonly lanjut: () => boolean;
};

/** One after the other, each slip handed over at once: what was issued is there whatever happens to the next. */
export const terbitkanSemua = async (
  orang: readonly Orang[],
  { onSlip, onMaju, lanjut }: Alat,
): Promise<Hasil> => {
  const gagal: Orang[] = [];
  let terbit = 0;
  for (const satu of orang) {
    if (!lanjut()) break;
    const hasil = await terbitkanSlip(satu.id);
    if (!hasil.ok && !SEORANG.includes(hasil.code)) return { terbit, gagal, sebab: hasil };
    if (hasil.ok) {
      terbit += 1;
      onSlip(satu.id, hasil.isi);
    } else gagal.push(satu);
    onMaju(terbit + gagal.length);
  }
  return { terbit, gagal, sebab: null };
};
