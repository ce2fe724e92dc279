import type { Jadwal, JamPelajaran } from '../records/pegawai.ts';
import { bertumpuk, menit, type Rentang } from './jam.ts';

/** Lesson periods of one subject and class that follow each other, as the one activity that a teacher records. */
export type BlokMengajar = Rentang & { readonly mapel: string; readonly kelas: string; readonly jp: number };

/** A break between two periods of the same lesson; longer ones part them. */
const ISTIRAHAT = 30;

const bersambung = (blok: BlokMengajar, next: JamPelajaran): boolean => {
  const jeda = menit(next.mulai) - menit(blok.selesai);
  return blok.mapel === next.mapel && blok.kelas === next.kelas && jeda >= 0 && jeda <= ISTIRAHAT;
};

/** The lessons of a weekday (ISO, 1 = Senin) in order, periods that touch merged; `jp` counts the periods. */
export const blokMengajar = (jadwal: Jadwal | null, hari: number): BlokMengajar[] => {
  const blocks: BlokMengajar[] = [];
  const periods = (jadwal?.pelajaran ?? [])
    .filter((jam) => jam.hari === hari)
    .sort((a, b) => (a.mulai < b.mulai ? -1 : 1));
  for (const jam of periods) {
    const last = blocks.at(-1);
    if (last && bersambung(last, jam))
      blocks[blocks.length - 1] = { ...last, selesai: jam.selesai, jp: last.jp + 1 };
    else blocks.push({ mulai: jam.mulai, selesai: jam.selesai, mapel: jam.mapel, kelas: jam.kelas, jp: 1 });
  }
  return blocks;
};

/** What a teacher writes of a lesson: "Mengajar Matematika kelas 5A". */
export const uraianMengajar = ({ mapel, kelas }: BlokMengajar): string =>
  kelas === '' ? `Mengajar ${mapel}` : `Mengajar ${mapel} kelas ${kelas}`;

/** Why a timetable cannot be: a period that ends before it begins (`lain` is itself), or that shares a minute with one before it. */
export type TemuanJadwal = {
  readonly kode: 'jam_terbalik' | 'bertumpuk';
  readonly jam: JamPelajaran;
  readonly lain: JamPelajaran;
};

/** What is wrong with the periods of a timetable, in their order; two classes at once are one period of both. */
export const periksaJadwal = ({ pelajaran }: Jadwal): TemuanJadwal[] =>
  pelajaran.flatMap((jam, i): TemuanJadwal[] => {
    const kode = jam.selesai <= jam.mulai ? 'jam_terbalik' : 'bertumpuk';
    const tumpuk = (other: JamPelajaran): boolean => other.hari === jam.hari && bertumpuk(other, jam);
    const lain = kode === 'jam_terbalik' ? jam : pelajaran.slice(0, i).find(tumpuk);
    return lain ? [{ kode, jam, lain }] : [];
  });
