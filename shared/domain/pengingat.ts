import type { Satker } from '../records/satker.ts';
import type { LogHarian } from './alur.ts';
import { jenisHari } from './kalender.ts';
import { hariPekan, selisihHari } from './tanggal.ts';

/** When a person wants to be reminded: her own hour (`HH:MM`, school's time) and her own days (ISO weekdays). */
export type SetelanPengingat = { readonly jam: string; readonly hari: readonly number[] };

/** After school, on the days that schools work. */
export const SETELAN_PENGINGAT: SetelanPengingat = { jam: '15:30', hari: [1, 2, 3, 4, 5, 6] };

/** A reminder that comes hours late is noise: minutes after the own hour within which one is still sent. */
const MASIH_MENIT = 180;

const menit = (jam: string): number => Number(jam.slice(0, 2)) * 60 + Number(jam.slice(3, 5));

/**
 * Whether now is the time: once a day, at the own hour or soon after it, on the own days, and never on a day that the
 * school has free. `terakhir` is the day of the last one.
 */
export const waktunyaIngat = (
  kini: { readonly tanggal: string; readonly jam: string },
  { jam, hari }: SetelanPengingat,
  {
    satker,
    terakhir,
  }: { readonly satker: Pick<Satker, 'hariKerja' | 'kalender'> | null; readonly terakhir: string | null },
): boolean => {
  if (terakhir !== null && terakhir >= kini.tanggal) return false;
  const lewat = menit(kini.jam) - menit(jam);
  if (lewat < 0 || lewat > MASIH_MENIT) return false;
  if (!hari.includes(hariPekan(kini.tanggal))) return false;
  return satker === null || jenisHari(kini.tanggal, satker).jenis === 'kerja';
};

/** What the phone knows of a person's day. */
export type BahanPengingat = {
  readonly hariIni: string;
  readonly log: LogHarian;
  readonly batasIsianHari: number | null;
  /** Whether anything is recorded for today, sent or not; drafts are not. */
  readonly terisi: boolean;
  /** Ill or on leave today, as she told or may have told: nothing is said to her. */
  readonly tidakHadir: boolean;
  /** Working days before today that she owes and left without an entry, the oldest first. */
  readonly kosong: readonly string[];
  /** Entries that were given back to her. */
  readonly dikembalikan: number;
  /** Days of entries that wait for this head's answer; empty for who rates nobody. */
  readonly menunggu: readonly string[];
  /** How many of this head's teachers have fallen behind, and how many of them with yesterday; none for who rates nobody. */
  readonly tertinggal: { readonly jumlah: number; readonly baru: number };
};

/** What a reminder says: numbers and days, never what an entry holds. */
export type Pengingat =
  | { readonly jenis: 'dikembalikan'; readonly jumlah: number }
  | { readonly jenis: 'batas'; readonly jumlah: number; readonly sisa: number }
  | { readonly jenis: 'periksa'; readonly jumlah: number; readonly tertua: number }
  | { readonly jenis: 'tertinggal'; readonly jumlah: number }
  | { readonly jenis: 'kosong' };

/** Days before a date can no longer be typed in from which that is what matters most. */
const BATAS_DEKAT = 3;

/** Where entries are owed, the days that soon can no longer be typed in, and in how many days the first of them goes. */
const batasDekat = ({ log, batasIsianHari, kosong, hariIni }: BahanPengingat): Pengingat | null => {
  if (log !== 'wajib' || batasIsianHari === null) return null;
  const sisa = kosong
    .map((tanggal) => batasIsianHari - selisihHari(tanggal, hariIni))
    .filter((hari) => hari >= 0 && hari <= BATAS_DEKAT);
  return sisa.length > 0 ? { jenis: 'batas', jumlah: sisa.length, sisa: Math.min(...sisa) } : null;
};

/**
 * The one thing worth saying today, the most urgent first; null where nothing is owed. A school that asks for no daily log
 * reminds nobody of an empty day; a head hears how many have fallen behind when one more has, and once at the beginning of
 * a week, not the same number day after day. Nobody is reminded of anything on a day of illness or leave.
 */
export const isiPengingat = (bahan: BahanPengingat): Pengingat | null => {
  const { hariIni, log, terisi, tidakHadir, dikembalikan, menunggu, tertinggal } = bahan;
  if (tidakHadir) return null;
  if (dikembalikan > 0) return { jenis: 'dikembalikan', jumlah: dikembalikan };
  const batas = batasDekat(bahan);
  if (batas) return batas;
  const [tertua] = [...menunggu].sort();
  if (tertua !== undefined)
    return { jenis: 'periksa', jumlah: menunggu.length, tertua: Math.max(0, selisihHari(tertua, hariIni)) };
  if (tertinggal.jumlah > 0 && (tertinggal.baru > 0 || hariPekan(hariIni) === 1))
    return { jenis: 'tertinggal', jumlah: tertinggal.jumlah };
  return terisi || log === 'mati' ? null : { jenis: 'kosong' };
};
