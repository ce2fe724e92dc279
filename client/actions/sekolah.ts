import type { AturanAlur, AturanPeriode, Capaian, LogHarian } from '../../shared/domain/index.ts';
import { refuse } from '../../shared/protocol/index.ts';
import type { HariKhusus } from '../../shared/records/index.ts';
import { satkerOf } from '../store/index.ts';
import { actOnce, type Done } from './act.ts';
import type { Acting } from './journal.ts';

const onSatker = async (acting: Acting, kind: string, body: unknown): Promise<Done> => {
  const satker = await satkerOf(acting.store, acting.shard);
  return satker ? actOnce(acting, { kind, record: satker.id, body }) : refuse('tidak_ada');
};

/** Locks a month (`YYYY-MM`): nothing in it changes any more. */
export const kunciBulan = (acting: Acting, bulan: string): Promise<Done> =>
  onSatker(acting, 'bulan.kunci', { bulan });
/** Opens a locked month again; the reason goes on record. */
export const bukaBulan = (acting: Acting, bulan: string, alasan: string): Promise<Done> =>
  onSatker(acting, 'bulan.buka', { bulan, alasan });
/** Lets a person fill in a date beyond the limit of days; an empty `pemilik` means everybody. */
export const bukaTanggal = (
  acting: Acting,
  izin: { readonly pemilik: string; readonly tanggal: string },
): Promise<Done> => onSatker(acting, 'tanggal.buka', izin);
/** Takes that back; what was recorded on the date meanwhile stays. */
export const tutupTanggal = (
  acting: Acting,
  izin: { readonly pemilik: string; readonly tanggal: string },
): Promise<Done> => onSatker(acting, 'tanggal.tutup', izin);

/** Sets how the school evaluates from a year on. */
export const aturPeriode = (acting: Acting, aturan: AturanPeriode): Promise<Done> =>
  onSatker(acting, 'periode.atur', aturan);
/** Sets which flow the school follows from a year on. */
export const aturAlur = (acting: Acting, aturan: AturanAlur): Promise<Done> =>
  onSatker(acting, 'alur.atur', aturan);
/** Says whether the daily log is owed, welcome or not asked for. */
export const aturLog = (acting: Acting, logHarian: LogHarian): Promise<Done> =>
  onSatker(acting, 'log.atur', { logHarian });
/** In one command at most: a calendar that is longer goes in several. */
const HARI_SEKALI = 100;

/** Puts days into the school's calendar; under the same days and name they are replaced. */
export const tambahKalender = async (acting: Acting, hari: readonly HariKhusus[]): Promise<Done> => {
  const done = await onSatker(acting, 'kalender.tambah', { hari: hari.slice(0, HARI_SEKALI) });
  const sisa = hari.slice(HARI_SEKALI);
  return done.ok && sisa.length > 0 ? tambahKalender(acting, sisa) : done;
};

/** Takes days out of the school's calendar, by days and name. */
export const hapusKalender = async (acting: Acting, hari: readonly HariKhusus[]): Promise<Done> => {
  const nama = hari
    .slice(0, HARI_SEKALI)
    .map(({ mulai, selesai, nama: teks }) => ({ mulai, selesai, nama: teks }));
  const done = await onSatker(acting, 'kalender.hapus', { hari: nama });
  const sisa = hari.slice(HARI_SEKALI);
  return done.ok && sisa.length > 0 ? hapusKalender(acting, sisa) : done;
};

/** Notes the organisation's result of a period (its short name). */
export const catatCapaian = (acting: Acting, periode: string, capaian: Capaian): Promise<Done> =>
  onSatker(acting, 'capaian.catat', { periode, capaian });
