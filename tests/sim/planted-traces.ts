import type { Fault } from './network.ts';
import type { PlantName } from './plants.ts';
import type { Step } from './steps.ts';

/*
 * One school of five phones: 0 the head's, 1 a teacher's, 2 and 3 another one's, 4 shared by two. Each story is the
 * shortest that the simulation, or its reader, has found for its fault.
 */

const HEAD = 0;
const TEACHER = 1;
const [FIRST, SECOND] = [2, 3];
const SHARED = 4;

const catat = (p: number, teks = 1): Step => ({ do: 'catat', p, siapa: 0, foto: false, draf: false, teks });
const ubah = (p: number, teks: number): Step => ({ do: 'ubah', p, siapa: 0, pick: 0, teks });
const kirim = (p: number, ...faults: (Fault | null)[]): Step => ({ do: 'kirim', p, siapa: 0, faults });
const setujui: Step = { do: 'setujui', p: HEAD, siapa: 0, pick: 0 };
const lihat: Step = { do: 'lihat', p: HEAD, siapa: 0, pick: 0 };
const salin: Step = { do: 'salin' };
const pulih = (mundur = 0): Step => ({ do: 'pulih', mundur, cara: 'tangan' });
const hilang = (p: number): Step => ({ do: 'hp-hilang', p });
const many = (count: number, p: number): Step[] => Array.from({ length: count }, (_, i) => catat(p, i));

/** What happens where each fault shows. */
export const TRACES: Readonly<Record<PlantName, readonly Step[]>> = {
  'cursor-only': [catat(TEACHER), kirim(TEACHER), pulih(), catat(FIRST), kirim(FIRST)],
  'tool-epoch': [catat(TEACHER), kirim(TEACHER), pulih()],
  'stable-newest': [catat(TEACHER), kirim(TEACHER), salin, kirim(TEACHER), hilang(TEACHER), pulih(1)],
  'stable-of-the-fork': [
    // The position has reached what was accepted: what lies beyond it is asked for again in any case.
    ...[catat(TEACHER), kirim(TEACHER), kirim(TEACHER), pulih()],
    ...[catat(FIRST), catat(FIRST, 2), kirim(FIRST), salin, salin, salin],
  ],
  'purge-at-ack': [catat(TEACHER), kirim(TEACHER)],
  'number-outside-the-lock': [
    ...[catat(SECOND), catat(FIRST, 2), catat(FIRST, 3)],
    { do: 'bersama', ps: [FIRST, SECOND], faults: [] },
  ],
  'no-dedupe': [catat(TEACHER), kirim(TEACHER, 'jawaban-hilang')],
  'stop-on-refusal': [
    ...[catat(TEACHER), kirim(TEACHER), kirim(HEAD), setujui, kirim(HEAD)],
    ...[ubah(TEACHER, 2), kirim(TEACHER), catat(TEACHER, 3)],
  ],
  'ignore-base': [
    ...[catat(FIRST), kirim(FIRST), kirim(SECOND)],
    ...[ubah(FIRST, 2), ubah(SECOND, 3), kirim(FIRST), kirim(SECOND)],
  ],
  'stale-approval': [
    ...[catat(TEACHER), kirim(TEACHER), kirim(HEAD), lihat],
    ...[ubah(TEACHER, 2), kirim(TEACHER), setujui, kirim(HEAD)],
  ],
  'split-at-equal-n': [
    catat(TEACHER),
    kirim(TEACHER, 'jawaban-hilang'),
    { do: 'impor', banyak: 12 },
    kirim(HEAD),
  ],
  'moved-position': [
    ...[...many(20, TEACHER), kirim(TEACHER), kirim(HEAD), pulih(), kirim(TEACHER)],
    // One tab has fetched a page anew when the other hears of the fork, forgets it, and is cut off.
    {
      ...{ do: 'dua-tab', p: HEAD, siapa: 0, lain: HEAD, jeda: [], urutan: ['a', 'a', 'b', 'a', 'a', 'a'] },
      faults: [null, null, null, null, 'permintaan-hilang'],
    },
  ],
  'session-of-another': [
    catat(SHARED),
    { do: 'masuk', p: SHARED, siapa: 1 },
    // Nobody hears the answer, so that only the ledger can tell.
    { do: 'kirim', p: SHARED, siapa: 2, faults: ['jawaban-hilang'] },
  ],
  'give-list-dropped': [
    ...[catat(TEACHER), kirim(TEACHER), kirim(HEAD), hilang(TEACHER), pulih()],
    ...[catat(FIRST), kirim(FIRST), kirim(HEAD, null, null, 'permintaan-hilang'), pulih()],
  ],
};
