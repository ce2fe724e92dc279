import type { Rhk } from '../records/skp.ts';
import type { EntriTercatat } from './ringkas.ts';

/** What the approved entries of a period say of one RHK: how many, how much by unit, how many with evidence, from when to when. */
export type UsulRealisasi = {
  readonly kode: string;
  readonly kegiatan: number;
  /** Of these, how many bear a photo or a link. */
  readonly berbukti: number;
  /** Sum of realisasi by unit, the unit as first written; largest first. */
  readonly volume: readonly { readonly satuan: string; readonly jumlah: number }[];
  readonly awal: string | null;
  readonly akhir: string | null;
};

type Rentang = { readonly awal: string; readonly akhir: string };

/** The entries behind a figure: approved, of this RHK, within the days of the period (both ends included). */
export const buktiRealisasi = <E extends EntriTercatat>(
  kode: string,
  entriList: readonly E[],
  { awal, akhir }: Rentang,
): E[] =>
  entriList.filter(
    ({ deleted, state, content }) =>
      !deleted &&
      state.tahap === 'DISETUJUI' &&
      content.rhk === kode &&
      awal <= content.tanggal &&
      content.tanggal <= akhir,
  );

const samakan = (satuan: string): string => satuan.trim().toLowerCase();

const volumeDari = (entriList: readonly EntriTercatat[]): UsulRealisasi['volume'] => {
  const sums = new Map<string, { satuan: string; jumlah: number }>();
  for (const { content } of entriList) {
    const known = sums.get(samakan(content.satuan)) ?? { satuan: content.satuan.trim(), jumlah: 0 };
    sums.set(samakan(content.satuan), { ...known, jumlah: known.jumlah + content.realisasi });
  }
  return [...sums.values()].sort((a, b) => b.jumlah - a.jumlah || (a.satuan < b.satuan ? -1 : 1));
};

/**
 * Realisasi berdasarkan bukti dukung of one RHK in a period, proposed from the record (domain of PermenPANRB 6/2022:
 * evidence collected during the period); only approved entries count. The teacher edits it, the penilai decides.
 */
export const usulRealisasi = (
  kode: string,
  entriList: readonly EntriTercatat[],
  rentang: Rentang,
): UsulRealisasi => {
  const bukti = buktiRealisasi(kode, entriList, rentang);
  const tanggal = bukti.map(({ content }) => content.tanggal).sort();
  return {
    kode,
    kegiatan: bukti.length,
    berbukti: bukti.filter(({ content }) => content.foto.length > 0 || content.tautan.length > 0).length,
    volume: volumeDari(bukti),
    awal: tanggal[0] ?? null,
    akhir: tanggal.at(-1) ?? null,
  };
};

/** How much of what one indicator counts was recorded: the sum in its own unit; null where it counts no unit that was recorded. */
export const realisasiIndikator = (
  { aspek, satuan, target }: Rhk['indikator'][number],
  { volume }: UsulRealisasi,
): number | null => {
  const wanted = samakan(satuan) || samakan(target.replace(/^[\s\d.,]+/, ''));
  if (aspek !== 'kuantitas' || !wanted) return null;
  return volume.find((one) => samakan(one.satuan) === wanted)?.jumlah ?? null;
};
