import type { RecordOf } from '../records/record.ts';
import type { Satker } from '../records/satker.ts';
import type { Rhk, Skp } from '../records/skp.ts';
import { jenisHari } from './kalender.ts';
import { tanggalBulan } from './tanggal.ts';

/** An entry's record, as far as sums need it. */
export type EntriTercatat = Pick<RecordOf<'entri'>, 'content' | 'state' | 'deleted'>;

/** Progress on one RHK: entries, how many of them are approved, realisasi per unit, and percent of the target. */
export type RingkasRhk = {
  readonly kode: string;
  readonly jumlah: number;
  readonly disetujui: number;
  readonly volume: Readonly<Record<string, number>>;
  /** Whole percent, may pass 100; null where the SKP states no amount in a unit that was recorded. */
  readonly persen: number | null;
};

/** Deleted and withdrawn entries count nowhere. */
const berlaku = ({ deleted, state }: EntriTercatat): boolean => !deleted && state.tahap !== 'DITARIK';

const satuanSama = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** A target "24 JP per minggu" is a pace, not an amount that entries add up to. */
const BERKALA = /\b(per|setiap|tiap)\s*(hari|pekan|minggu|bulan)\b|\/\s*(hari|pekan|minggu|bulan)/i;

const persenDari = (indikator: Rhk['indikator'], volume: Readonly<Record<string, number>>): number | null => {
  for (const { aspek, indikator: teks, target, satuan } of indikator) {
    const amount = /^\s*(\d+)(?![\d.,]*\d)/.exec(target)?.[1];
    const unit = satuan.trim() || target.replace(/^[\s\d]+/, '');
    if (aspek !== 'kuantitas' || !Number(amount) || BERKALA.test(`${teks} ${target} ${satuan}`)) continue;
    const sum = Object.entries(volume).reduce(
      (total, [key, count]) => (satuanSama(key, unit) ? total + count : total),
      0,
    );
    return Object.keys(volume).length > 0 && sum === 0 ? null : Math.round((100 * sum) / Number(amount));
  }
  return null;
};

/** Progress per RHK of an SKP, in its order. Entries of other or no RHK are left out. */
export const ringkasRhk = (skp: Skp, entriList: readonly EntriTercatat[]): RingkasRhk[] =>
  skp.rhk.map(({ kode, indikator }) => {
    const mine = entriList.filter((entri) => berlaku(entri) && entri.content.rhk === kode);
    const volume = new Map<string, number>();
    for (const { content } of mine)
      volume.set(content.satuan.trim(), (volume.get(content.satuan.trim()) ?? 0) + content.realisasi);
    const sums = Object.fromEntries(volume);
    return {
      kode,
      jumlah: mine.length,
      disetujui: mine.filter(({ state }) => state.tahap === 'DISETUJUI').length,
      volume: sums,
      persen: persenDari(indikator, sums),
    };
  });

/** A day in the calendar of a month: entries, shade 0 to 4, and why it is free where it is. */
export type RingkasHari = {
  readonly jumlah: number;
  readonly tingkat: 0 | 1 | 2 | 3 | 4;
  readonly libur?: string;
  readonly akhirPekan?: true;
};

/** A month at a glance. `hariKerja` = `terisi` + `kosong.length`, and counts working days up to today only. */
export type RingkasBulan = {
  readonly hariKerja: number;
  readonly terisi: number;
  readonly kosong: readonly string[];
  readonly perTanggal: ReadonlyMap<string, RingkasHari>;
};

const SENIN_JUMAT: Pick<Satker, 'hariKerja' | 'kalender'> = { hariKerja: [1, 2, 3, 4, 5], kalender: [] };

/** Which days of a month are filled; without a school's record, Senin to Jumat are working days. */
export const ringkasBulan = (
  bulan: string,
  entriList: readonly EntriTercatat[],
  satker: Pick<Satker, 'hariKerja' | 'kalender'> | null,
  hariIni: string,
): RingkasBulan => {
  const counts = new Map<string, number>();
  for (const entri of entriList)
    if (berlaku(entri)) counts.set(entri.content.tanggal, (counts.get(entri.content.tanggal) ?? 0) + 1);
  const perTanggal = new Map<string, RingkasHari>();
  const [kosong, kerja]: [string[], string[]] = [[], []];
  for (const tanggal of tanggalBulan(bulan)) {
    const jumlah = counts.get(tanggal) ?? 0;
    const hari = jenisHari(tanggal, satker ?? SENIN_JUMAT);
    const tingkat = Math.min(4, jumlah) as RingkasHari['tingkat'];
    perTanggal.set(tanggal, {
      jumlah,
      tingkat,
      ...(hari.jenis === 'libur'
        ? { libur: hari.nama }
        : hari.jenis === 'akhir-pekan'
          ? { akhirPekan: true }
          : {}),
    });
    if (hari.jenis !== 'kerja' || tanggal > hariIni) continue;
    kerja.push(tanggal);
    if (jumlah === 0) kosong.push(tanggal);
  }
  return { hariKerja: kerja.length, terisi: kerja.length - kosong.length, kosong, perTanggal };
};
