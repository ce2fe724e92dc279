import type { JamPelajaran } from '../records/pegawai.ts';
import { type BlokMengajar, blokMengajar } from './jadwal-hari.ts';
import { jamDari, lama, menit } from './jam.ts';

/** A lesson as a person writes it: so many JP (`jp`) of one subject and class between two hours. */
export type Pelajaran = BlokMengajar & { readonly hari: number };

/** The highest number that a period of a day can bear. */
const JAM_KE_TERTINGGI = 20;

/** The lessons of a weekday (ISO), periods that touch as one. */
export const pelajaranHari = (pelajaran: readonly JamPelajaran[], hari: number): Pelajaran[] =>
  blokMengajar({ pelajaran: [...pelajaran] }, hari).map((blok) => ({ ...blok, hari }));

/** True for the periods that a lesson was put together from. */
export const bagianDari =
  ({ hari, mapel, kelas, mulai, selesai }: Pelajaran) =>
  (jam: JamPelajaran): boolean =>
    jam.hari === hari &&
    jam.mapel === mapel &&
    jam.kelas === kelas &&
    jam.mulai >= mulai &&
    jam.selesai <= selesai;

const sama = (a: JamPelajaran) => (b: JamPelajaran) =>
  a.hari === b.hari &&
  a.mulai === b.mulai &&
  a.selesai === b.selesai &&
  a.mapel === b.mapel &&
  a.kelas === b.kelas;

const urut = (a: JamPelajaran, b: JamPelajaran): number => {
  const [x, y] = [`${a.hari}${a.mulai}`, `${b.hari}${b.mulai}`];
  return x < y ? -1 : x > y ? 1 : 0;
};

/** The periods with others among them, by day and hour; one that is there already is not put in twice. */
export const masukkanJam = (
  pelajaran: readonly JamPelajaran[],
  baru: readonly JamPelajaran[],
): JamPelajaran[] => {
  const all = [...pelajaran];
  for (const jam of baru) if (!all.some(sama(jam))) all.push(jam);
  return all.sort(urut);
};

/** A lesson as its periods, all of the same length; numbered as they follow in the teacher's own day. */
const pecah = (pelajaran: readonly JamPelajaran[], satu: Pelajaran): JamPelajaran[] => {
  const { hari, mulai, mapel, kelas, jp } = satu;
  const sebelum = pelajaran.filter((jam) => jam.hari === hari && jam.mulai < mulai).length;
  const batas = (ke: number): string => jamDari(menit(mulai) + (lama(satu) * ke) / jp);
  return Array.from({ length: jp }, (_, ke) => ({
    ...{ hari, jamKe: Math.min(sebelum + ke + 1, JAM_KE_TERTINGGI) },
    ...{ mulai: batas(ke), selesai: batas(ke + 1), mapel, kelas },
  }));
};

/** Puts a lesson into each of the days. */
export const masukkanPelajaran = (
  pelajaran: readonly JamPelajaran[],
  satu: Pelajaran,
  hari: readonly number[],
): JamPelajaran[] =>
  hari.reduce<JamPelajaran[]>(
    (all, ke) => masukkanJam(all, pecah(all, { ...satu, hari: ke })),
    [...pelajaran],
  );

/** Takes a lesson out. */
export const lepasPelajaran = (pelajaran: readonly JamPelajaran[], satu: Pelajaran): JamPelajaran[] => {
  const bagian = bagianDari(satu);
  return pelajaran.filter((jam) => !bagian(jam));
};

/** Puts one lesson in the place of another; a break between its periods stays where only subject or class is another. */
export const gantiPelajaran = (
  pelajaran: readonly JamPelajaran[],
  semula: Pelajaran,
  { satu, hari }: { readonly satu: Pelajaran; readonly hari: readonly number[] },
): JamPelajaran[] => {
  const { mulai, selesai, jp, mapel, kelas } = satu;
  const tetap = semula.mulai === mulai && semula.selesai === selesai && semula.jp === jp;
  if (!tetap || hari.length !== 1 || hari[0] !== semula.hari)
    return masukkanPelajaran(lepasPelajaran(pelajaran, semula), satu, hari);
  const bagian = bagianDari(semula);
  return pelajaran.map((jam) => (bagian(jam) ? { ...jam, mapel, kelas } : jam));
};

/** Copies a day into others; what is there stays. */
export const salinHariJadwal = (
  pelajaran: readonly JamPelajaran[],
  dari: number,
  ke: readonly number[],
): JamPelajaran[] =>
  masukkanJam(
    pelajaran,
    ke.flatMap((hari) => pelajaran.filter((jam) => jam.hari === dari).map((jam) => ({ ...jam, hari }))),
  );
