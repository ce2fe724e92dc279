import type { Rhk, Skp } from '../records/skp.ts';
import { berlaku, type EntriTercatat } from './ringkas.ts';

/** Progress on one RHK: entries, how many of them are approved, realisasi per unit, and percent of the target. */
export type RingkasRhk = {
  readonly kode: string;
  readonly jumlah: number;
  readonly disetujui: number;
  readonly volume: Readonly<Record<string, number>>;
  /** Whole percent, may pass 100; null where the SKP states no amount in a unit that was recorded. */
  readonly persen: number | null;
  /** Why there is no percent: the target is no amount that entries add up to, or they were recorded in another unit. */
  readonly sebab?: 'bukan_jumlah' | 'satuan_lain';
};

const satuanSama = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

const BERKALA = /\b(per|setiap|tiap|se)\s*(hari|pekan|minggu|bulan)\b(?!-)|\/\s*(hari|pekan|minggu|bulan)/i;

/** True where an indicator's words ("24 JP per minggu") name a pace, not an amount that entries add up to. */
export const berkala = (...teks: readonly string[]): boolean => BERKALA.test(teks.join(' '));

const persenDari = (
  indikator: Rhk['indikator'],
  volume: Readonly<Record<string, number>>,
): Pick<RingkasRhk, 'persen' | 'sebab'> => {
  for (const { aspek, indikator: teks, target, satuan } of indikator) {
    const amount = /^\s*(\d+)(?![\d.,]*\d)/.exec(target)?.[1];
    const unit = satuan.trim() || target.replace(/^[\s\d]+/, '');
    if (aspek !== 'kuantitas' || !Number(amount) || berkala(teks, target, satuan)) continue;
    const sum = Object.entries(volume).reduce(
      (total, [key, count]) => (satuanSama(key, unit) ? total + count : total),
      0,
    );
    return Object.keys(volume).length > 0 && sum === 0
      ? { persen: null, sebab: 'satuan_lain' }
      : { persen: Math.round((100 * sum) / Number(amount)) };
  }
  return { persen: null, sebab: 'bukan_jumlah' };
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
      ...persenDari(indikator, sums),
    };
  });
