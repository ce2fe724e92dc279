import { type Periode, rentangPeriode } from './periode.ts';

/** From this day of its month on, a beginning counts from the next month, and before it an end counts to the month before. */
const TENGAH_BULAN = 16;

/** Months 1 to 12 of one year, both included. */
export type RentangBulan = { readonly bulanAwal: number; readonly bulanAkhir: number };

/**
 * The months of an evaluation's period that an SKP covers: what angka kredit are proportional to (Peraturan BKN 3/2023:
 * bulan/12). A month of which less than half was served is not counted; the regulation is silent on it, so this is how a
 * careful personnel officer reads "bulan". Null where none is left. Without an SKP's dates the whole period counts.
 */
export const bulanDinilai = (
  periode: Periode,
  skp: { readonly awal: string; readonly akhir: string } | null,
): RentangBulan | null => {
  const penuh = rentangPeriode(periode);
  const awal = skp && skp.awal > penuh.awal ? skp.awal : penuh.awal;
  const akhir = skp && skp.akhir < penuh.akhir ? skp.akhir : penuh.akhir;
  const bulanAwal = Number(awal.slice(5, 7)) + (Number(awal.slice(8)) >= TENGAH_BULAN ? 1 : 0);
  const bulanAkhir = Number(akhir.slice(5, 7)) - (Number(akhir.slice(8)) < TENGAH_BULAN - 1 ? 1 : 0);
  return bulanAwal <= bulanAkhir ? { bulanAwal, bulanAkhir } : null;
};
