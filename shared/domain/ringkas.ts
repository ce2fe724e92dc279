import type { RecordOf } from '../records/record.ts';
import type { Satker } from '../records/satker.ts';
import type { LogHarian } from './alur.ts';
import { jenisHari } from './kalender.ts';
import { tanggalBulan } from './tanggal.ts';

/** An entry's record, as far as sums need it. */
export type EntriTercatat = Pick<RecordOf<'entri'>, 'content' | 'state' | 'deleted'>;

/** Deleted and withdrawn entries count nowhere. */
export const berlaku = ({ deleted, state }: EntriTercatat): boolean => !deleted && state.tahap !== 'DITARIK';

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

/**
 * A month without the days on which she was ill or on leave, or (`sejak`) did not serve yet: they are owed by nobody. One
 * that she filled in stays.
 */
export const tanpaAbsen = (
  ringkas: RingkasBulan,
  tidakHadir: ReadonlySet<string>,
  sejak = '',
): RingkasBulan => {
  const kosong = ringkas.kosong.filter((tanggal) => tanggal >= sejak && !tidakHadir.has(tanggal));
  return { ...ringkas, kosong, hariKerja: ringkas.terisi + kosong.length };
};

/** Working days before today that the school wants filled in and are not, the oldest first; none where it only welcomes a log. */
export const hariDitagih = (
  { kosong }: Pick<RingkasBulan, 'kosong'>,
  logHarian: LogHarian,
  hariIni: string,
): string[] => (logHarian === 'wajib' ? kosong.filter((tanggal) => tanggal < hariIni) : []);
