import type { Diterima } from '../../actions/index.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { titip as words } from '../../i18n/id/titip.ts';

/** What a person is told of a carried file that she opened here. */
export const kataTerima = (hasil: Diterima): string => {
  if (!hasil.ok) return hasil.code === 'bukti_asing' ? words.buktiAsing : kataMasalah(hasil.code);
  return hasil.jenis === 'titipan' ? words.diterima(hasil.nama) : words.buktiCocok(hasil.jumlah);
};
