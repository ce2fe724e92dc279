import { bertumpuk, type Temuan } from '../../shared/domain/index.ts';
import type { Entri } from '../../shared/records/index.ts';
import { periksaIsian } from './entri.ts';
import type { Acting } from './journal.ts';

/** One that shares a minute with an earlier one of the same lot: the rules know only what is stored already. */
const tumpukDiAtas = (entri: Entri, earlier: readonly Entri[]): Temuan[] => {
  const other = earlier.find((one) => one.tanggal === entri.tanggal && bertumpuk(one, entri));
  if (!other) return [];
  const { uraian, mulai, selesai } = other;
  return [{ kode: 'bertumpuk', berat: 'peringatan', bidang: 'mulai', params: { uraian, mulai, selesai } }];
};

/** What the rules say of several new activities before they are saved together, one list for each, in their order. */
export const periksaBanyak = async (
  acting: Acting,
  contents: readonly Entri[],
): Promise<readonly (readonly Temuan[])[]> => {
  const found: (readonly Temuan[])[] = [];
  for (const [i, entri] of contents.entries())
    found.push([...(await periksaIsian(acting, entri)), ...tumpukDiAtas(entri, contents.slice(0, i))]);
  return found;
};
