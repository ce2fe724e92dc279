import { expect, test } from 'vitest';
import { simulate } from './simulate.ts';
import type { Step } from './steps.ts';

const [HEAD, TEACHER, FIRST, SECOND] = [0, 1, 2, 3];
const catat = (p: number, teks: number): Step => ({
  do: 'catat',
  p,
  siapa: 0,
  foto: false,
  draf: false,
  teks,
});
const kirim = (p: number, ...faults: ('permintaan-hilang' | null)[]): Step => ({
  do: 'kirim',
  p,
  siapa: 0,
  faults,
});
const many = (count: number, p: number, from: number): Step[] =>
  Array.from({ length: count }, (_, i) => catat(p, from + i));
const SALIN: Step = { do: 'salin' };
const A_MONTH: Step[] = Array.from({ length: 5 }, () => ({ do: 'waktu', menit: 12_960 }) as const);

/** Stories that once broke a promise, told as shortly as they can be; the seed that found each stands beside it. */
test.each([
  [
    // Seed 1015: pages lag behind verdicts, the copy that is put back has all of the position and none of those lines.
    'I1: what was accepted beyond the position is asked for again before the new history calls its numbers safe',
    [
      ...many(12, FIRST, 0),
      ...[kirim(FIRST), SALIN, catat(HEAD, 20), kirim(HEAD, null, 'permintaan-hilang')],
      { do: 'pulih', mundur: 0, cara: 'alat' },
      ...[...many(4, FIRST, 30), kirim(FIRST), SALIN, SALIN, SALIN, SALIN],
      ...[...A_MONTH, kirim(HEAD)],
    ],
  ],
  [
    // Seed 1018: the copy has a record back at a line that the pages before had passed over, since it stood further on.
    'I3: pages that a restore cuts in two are fetched once more from where they began',
    [
      ...[catat(TEACHER, 1), kirim(TEACHER), ...many(20, FIRST, 10), kirim(FIRST), SALIN],
      ...[{ do: 'ubah', p: TEACHER, siapa: 0, pick: 0, teks: 2 } as const, kirim(TEACHER)],
      kirim(HEAD, null, 'permintaan-hilang'),
      ...[{ do: 'hp-hilang', p: TEACHER } as const, { do: 'pulih', mundur: 0, cara: 'alat' } as const],
      kirim(HEAD),
    ],
  ],
  [
    // Seed 2008: the position of a school whose right is gone is remembered, so the answer that gives it back is thrown away.
    'I9: a right that comes back is filled again in the very round that brings it',
    [
      ...[catat(HEAD, 1), kirim(HEAD)],
      ...[{ do: 'hak', p: HEAD, siapa: 0, apa: 'cabut' } as const, kirim(HEAD)],
      { do: 'hak', p: HEAD, siapa: 0, apa: 'pulang' },
      { do: 'kirim', p: HEAD, siapa: 0, faults: [], mati: 1 },
    ],
  ],
  [
    // Seed 2003: the right goes while the lost history is being brought back, and the refusal was kept as "waits" for good.
    'I1: what a restore lost in a school whose right is gone is refused in sight of its author',
    [
      ...[catat(FIRST, 1), kirim(FIRST), { do: 'pulih', mundur: 2, cara: 'alat' } as const],
      { do: 'hak', p: FIRST, siapa: 0, apa: 'cabut' },
    ],
  ],
  [
    // Seed 3028: a copied phone has two ids with one key; one of them was revoked, and its commands went nowhere any more.
    'I6: where one id of a copied phone is revoked, what waits under it goes on under the other',
    [
      ...[{ do: 'klon', p: 4, ke: 0 } as const, catat(0, 1)],
      { do: 'kirim', p: 0, siapa: 0, faults: ['tunda'] },
      { do: 'kirim', p: 0, siapa: 0, faults: ['server-baru', 'ulang-nanti', 'app-lama'] },
      ...[catat(4, 2), kirim(4), catat(4, 3), { do: 'cabut-hp', p: 4, siapa: 0 } as const],
    ],
  ],
  [
    // Seed 3058: pages of a right that came back were thought to begin where the phone had stood before it went.
    'I3: pages of a right that came back begin from nothing once more when the server is started in their middle',
    [
      ...[...many(20, FIRST, 0), kirim(FIRST), catat(HEAD, 30), kirim(HEAD)],
      ...[{ do: 'hak', p: HEAD, siapa: 0, apa: 'cabut' } as const, kirim(HEAD)],
      ...[{ do: 'hak', p: HEAD, siapa: 0, apa: 'pulang' } as const, ...many(12, FIRST, 40)],
      ...[kirim(FIRST), kirim(HEAD, null, 'permintaan-hilang')],
      ...[{ do: 'server-mati' } as const, kirim(HEAD)],
    ],
  ],
  [
    // Seed 3018: cut off and signed in anew, then cloned; both numbered anew what had waited, each in its own order.
    'I2: what waited on a phone that was cut off, then signed in anew and cloned, arrives once',
    [
      ...[catat(FIRST, 1), { do: 'cabut-hp', p: FIRST, siapa: 0 } as const, kirim(FIRST)],
      ...[{ do: 'klon', p: FIRST, ke: SECOND } as const, catat(SECOND, 2), kirim(SECOND), kirim(FIRST)],
    ],
  ],
  [
    // The same the other way round: cloned, both cut off, and each signed in anew by itself.
    'I2: what waited on two copies of a phone arrives once, although each has signed in anew',
    [
      ...[catat(FIRST, 1), { do: 'ubah', p: FIRST, siapa: 0, pick: 0, teks: 2 } as const],
      { do: 'klon', p: FIRST, ke: SECOND },
      { do: 'cabut-hp', p: FIRST, siapa: 0 },
      ...[kirim(SECOND), catat(SECOND, 3), kirim(SECOND), kirim(FIRST), kirim(FIRST)],
    ],
  ],
] satisfies [string, Step[]][])('%s', async (_, trace) => {
  const { breaches } = await simulate({ seed: 1, phones: 5, steps: 0, trace });
  expect(breaches).toEqual([]);
});
