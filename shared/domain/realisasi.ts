import type { Rhk } from '../records/skp.ts';
import type { EntriTercatat } from './ringkas.ts';
import { berkala } from './ringkas-rhk.ts';

/** What the approved entries of a period say of one RHK: how many, how much by unit, how many with evidence, from when to when. */
export type UsulRealisasi = {
  readonly kode: string;
  readonly kegiatan: number;
  /** Of these, how many bear a photo or a link. */
  readonly berbukti: number;
  /** Sum of realisasi by unit, the unit as first written, and how many entries bear it; largest first. */
  readonly volume: readonly { readonly satuan: string; readonly jumlah: number; readonly kegiatan: number }[];
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

const samakan = (satuan: string): string => satuan.trim().replace(/\s+/g, ' ').toLowerCase();

const volumeDari = (entriList: readonly EntriTercatat[]): UsulRealisasi['volume'] => {
  const sums = new Map<string, { satuan: string; jumlah: number; kegiatan: number }>();
  for (const { content } of entriList) {
    const known = sums.get(samakan(content.satuan)) ?? {
      satuan: content.satuan.trim(),
      jumlah: 0,
      kegiatan: 0,
    };
    sums.set(samakan(content.satuan), {
      ...known,
      jumlah: known.jumlah + content.realisasi,
      kegiatan: known.kegiatan + 1,
    });
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

/** Units of which two do not add up to one: rates, marks, places. */
const UKURAN = /^(%|persen|skor|nilai|peringkat|indeks|poin|level|kategori)/;
/** People: whoever came on two days was recorded on both, and is one. */
const ORANG = /^(murid|siswa|anak|peserta|orang|guru|pegawai|wali)/;
/** Words of an indicator that measures a rate or a deadline, whatever aspect it stands under. */
const BUKAN_JUMLAH =
  /^\s*(persentase|rerata|rata-rata|tingkat)\b|\b(paling (lambat|cepat)|selambat|tepat waktu)/i;

/**
 * How much of what one indicator counts was recorded: the sum in its own unit. Null where that would be another figure than
 * the one asked for: nothing recorded in its unit, a pace such as "per minggu", a rate, a deadline, people counted on several days.
 */
export const realisasiIndikator = (
  { aspek, indikator, satuan, target }: Rhk['indikator'][number],
  { volume }: UsulRealisasi,
): number | null => {
  const wanted = samakan(satuan) || samakan(target.replace(/^[\s\d.,]+/, ''));
  if (aspek !== 'kuantitas' || !wanted || UKURAN.test(wanted)) return null;
  if (berkala(indikator, target, satuan) || BUKAN_JUMLAH.test(indikator)) return null;
  const found = volume.find((one) => samakan(one.satuan) === wanted);
  return !found || (found.kegiatan > 1 && ORANG.test(wanted)) ? null : found.jumlah;
};
