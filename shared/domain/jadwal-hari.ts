import type { Jadwal, JamPelajaran } from '../records/pegawai.ts';
import type { Rentang } from './jam.ts';
import { menit } from './jam.ts';

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
