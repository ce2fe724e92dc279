import type { Penugasan } from '../records/penugasan.ts';
import { hariKe, SELISIH_JAM, tambahHari } from './tanggal.ts';

/** Days that an assignment holds, both included; no end where `akhir` is null. */
export type Masa = Pick<Penugasan, 'mulai' | 'akhir'>;
/** An assignment as the rules see it. */
export type Tugas = Masa & Pick<Penugasan, 'jenis' | 'sebab' | 'dicatat'>;

/** The kinds of assignment that make somebody the penilai of a unit. */
export const JENIS_KEPALA: readonly Penugasan['jenis'][] = ['kepala', 'plt', 'plh'];
/** Those that stand in for a head: never without a last day (SE Kepala BKN 1/SE/I/2021: three months, extended by three more). */
export const JENIS_SEMENTARA: readonly Penugasan['jenis'][] = ['plt', 'plh'];
/** Longest that one such assignment may last, days: a slip of the year is caught, an instansi's own rule is not hindered. */
export const BATAS_SEMENTARA = 366;

const HARI = 86_400_000;
const JAM = 3_600_000;

/** Epoch ms at which a date begins in a zone of Indonesia; western time where the zone is none of them. */
export const awalHari = (tanggal: string, zona: string): number =>
  hariKe(tanggal) * HARI - (SELISIH_JAM[zona] ?? 7) * JAM;

/** True where the assignment holds on a date. */
export const tugasBerlaku = ({ mulai, akhir }: Masa, tanggal: string): boolean =>
  mulai <= tanggal && (akhir === null || tanggal <= akhir);

/** The right of an assignment, epoch ms: from its first day's midnight to the midnight after its last, on the server's clock. */
export const masaHak = ({ mulai, akhir }: Masa, zona: string): { since: number; until: number | null } => ({
  since: awalHari(mulai, zona),
  until: akhir === null ? null : awalHari(tambahHari(akhir, 1), zona),
});

/** True where two stretches of days share one. */
export const bertemu = (a: Masa, b: Masa): boolean =>
  (b.akhir === null || a.mulai <= b.akhir) && (a.akhir === null || b.mulai <= a.akhir);

/**
 * Why an assignment cannot be made beside the person's others in that unit: `masa_terbalik`, `masa_terbuka` (somebody
 * stands in without a last day, or for longer than the limit), `masa_bertumpuk`.
 */
export const tolakanTugas = (
  baru: Pick<Tugas, 'jenis'> & Masa,
  lain: readonly Tugas[],
): 'masa_terbalik' | 'masa_terbuka' | 'masa_bertumpuk' | null => {
  const { jenis, mulai, akhir } = baru;
  if (akhir !== null && akhir < mulai) return 'masa_terbalik';
  if (JENIS_SEMENTARA.includes(jenis) && (akhir === null || hariKe(akhir) - hariKe(mulai) >= BATAS_SEMENTARA))
    return 'masa_terbuka';
  return lain.some((satu) => satu.jenis === jenis && bertemu(satu, baru)) ? 'masa_bertumpuk' : null;
};

/** How a person stands in a unit on a date, by her assignments there; without any she has been there all along. */
export const kedudukan = (
  tugas: readonly Tugas[],
  tanggal: string,
): 'bertugas' | 'nonInduk' | 'belum' | 'pergi' => {
  const [tetap, lain] = [
    tugas.filter(({ jenis }) => jenis === 'induk' || jenis === 'kepala'),
    tugas.filter(({ jenis }) => jenis === 'nonInduk'),
  ];
  if (tetap.some((satu) => tugasBerlaku(satu, tanggal))) return 'bertugas';
  if (lain.some((satu) => tugasBerlaku(satu, tanggal))) return 'nonInduk';
  const semua = [...tetap, ...lain];
  if (semua.length === 0) return 'bertugas';
  return semua.some(({ mulai }) => mulai > tanggal) ? 'belum' : 'pergi';
};
