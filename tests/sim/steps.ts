import { aRandom, type TestRandom } from '../support/random.ts';
import { FAULTS, type Fault } from './network.ts';
import type { Tab } from './turns.ts';

/** Dies after so many awaits; undefined lives on. */
type Mortal = { readonly mati?: number };
/** `p` is a phone, `siapa` which of its accounts, `pick` which of the entries that it shows. */
type OnPhone = { readonly p: number; readonly siapa: number } & Mortal;
type OnEntri = OnPhone & { readonly pick: number };

/**
 * One thing that happens, as a plain datum: whatever was drawn at random is in it, and what it points at is counted
 * modulo what is there, so that a trace with steps left out still means something.
 */
export type Step =
  | ({
      readonly do: 'catat';
      readonly foto: boolean;
      readonly draf: boolean;
      readonly teks: number;
    } & OnPhone)
  | ({ readonly do: 'ubah' | 'perbaiki'; readonly teks: number } & OnEntri)
  | ({
      readonly do: 'hapus' | 'pulihkan' | 'tarik' | 'ajukan' | 'lihat' | 'setujui' | 'bukaLagi' | 'buang';
    } & OnEntri)
  | ({ readonly do: 'kembalikan' | 'umpan'; readonly teks: number } & OnEntri)
  | ({ readonly do: 'pilih'; readonly pakai: 'varian' | 'kini' | 'keduanya' } & OnEntri)
  | ({ readonly do: 'bacaUmpan' } & OnPhone)
  | ({ readonly do: 'bulan'; readonly kunci: boolean } & OnPhone)
  | ({
      readonly do: 'kirim';
      readonly faults: readonly (Fault | null)[];
      readonly serverMati?: number;
    } & OnPhone)
  | {
      readonly do: 'bersama';
      readonly ps: readonly number[];
      readonly faults: readonly (Fault | null)[];
      readonly serverMati?: number;
    }
  | {
      readonly do: 'dua-tab';
      readonly p: number;
      readonly siapa: number;
      readonly lain: number;
      readonly faults: readonly (Fault | null)[];
      /** Which tab hears its next answer; without it the first one's answers are held back for `jeda` turns of the loop. */
      readonly urutan?: readonly Tab[];
      readonly jeda: readonly number[];
    }
  | { readonly do: 'jaringan'; readonly p: number; readonly rusak: 'permintaan-hilang' | 'portal' | null }
  | { readonly do: 'antar'; readonly pick: number }
  | { readonly do: 'waktu'; readonly menit: number }
  | { readonly do: 'salin' | 'server-mati' }
  /** An import that lays several records down under one line; no seed draws it, since no command does it yet. */
  | { readonly do: 'impor'; readonly banyak: number }
  | { readonly do: 'pulih'; readonly mundur: number; readonly cara: 'alat' | 'tangan' }
  | { readonly do: 'server-penuh' | 'semua-terputus'; readonly ya: boolean }
  | { readonly do: 'hp-mati' | 'hp-hilang' | 'hp-potret' | 'hp-mundur'; readonly p: number }
  | { readonly do: 'hp-penuh'; readonly p: number; readonly ya: boolean }
  | { readonly do: 'klon'; readonly p: number; readonly ke: number }
  | { readonly do: 'masuk' | 'keluar' | 'cabut-hp'; readonly p: number; readonly siapa: number }
  | {
      readonly do: 'hak';
      readonly p: number;
      readonly siapa: number;
      readonly apa: 'pindah' | 'plt' | 'cabut' | 'pulang';
    };

type Draw = { readonly random: TestRandom; readonly phones: number; readonly at: number };

const below = ({ random }: Draw, n: number): number => Math.floor(random.number() * n);
const chance = ({ random }: Draw, p: number): boolean => random.number() < p;
const oneOf = <T>(draw: Draw, list: readonly T[]): T => list[below(draw, list.length)] as T;

const mortal = (draw: Draw): Mortal => (chance(draw, 0.06) ? { mati: 1 + below(draw, 40) } : {});
const onPhone = (draw: Draw): OnPhone => ({
  p: below(draw, draw.phones),
  siapa: chance(draw, 0.15) ? 1 : 0,
  ...mortal(draw),
});
const onHead = (draw: Draw): OnPhone => ({
  ...onPhone(draw),
  p: Math.floor(below(draw, draw.phones) / 5) * 5,
  siapa: 0,
});
const pick = (draw: Draw) => ({ pick: below(draw, 1000) });
const serverMortal = (draw: Draw) => (chance(draw, 0.04) ? { serverMati: 1 + below(draw, 60) } : {});
const faults = (draw: Draw): (Fault | null)[] =>
  chance(draw, 0.5)
    ? []
    : Array.from({ length: 1 + below(draw, 3) }, () => (chance(draw, 0.4) ? null : oneOf(draw, FAULTS)));

/** What happens how often. Restores and losses are many times more frequent than in life. */
const TABLE: readonly (readonly [number, (draw: Draw) => Step])[] = [
  [20, (d) => ({ do: 'catat', ...onPhone(d), foto: chance(d, 0.06), draf: chance(d, 0.3), teks: d.at })],
  [9, (d) => ({ do: 'ubah', ...onPhone(d), ...pick(d), teks: d.at })],
  [2, (d) => ({ do: 'perbaiki', ...onPhone(d), ...pick(d), teks: d.at })],
  [3, (d) => ({ do: oneOf(d, ['hapus', 'hapus', 'pulihkan']), ...onPhone(d), ...pick(d) })],
  [3, (d) => ({ do: oneOf(d, ['tarik', 'ajukan']), ...onPhone(d), ...pick(d) })],
  [3, (d) => ({ do: 'pilih', ...onPhone(d), ...pick(d), pakai: oneOf(d, ['varian', 'kini', 'keduanya']) })],
  [1, (d) => ({ do: 'buang', ...onPhone(d), ...pick(d) })],
  [4, (d) => ({ do: 'lihat', ...onHead(d), ...pick(d) })],
  [5, (d) => ({ do: 'setujui', ...onHead(d), ...pick(d) })],
  [3, (d) => ({ do: 'kembalikan', ...onHead(d), ...pick(d), teks: d.at })],
  [2, (d) => ({ do: 'bukaLagi', ...onHead(d), ...pick(d) })],
  [2, (d) => ({ do: 'umpan', ...(chance(d, 0.5) ? onHead(d) : onPhone(d)), ...pick(d), teks: d.at })],
  [2, (d) => ({ do: 'bacaUmpan', ...onPhone(d) })],
  [1, (d) => ({ do: 'bulan', ...onHead(d), kunci: chance(d, 0.4) })],
  [30, (d) => ({ do: 'kirim', ...onPhone(d), faults: faults(d), ...serverMortal(d) })],
  [6, (d) => ({ do: 'kirim', ...onHead(d), faults: faults(d), ...serverMortal(d) })],
  [
    2,
    (d) => ({
      do: 'bersama',
      ps: Array.from({ length: 2 + below(d, 3) }, () => below(d, d.phones)),
      faults: faults(d),
      ...serverMortal(d),
    }),
  ],
  [
    2,
    (d) => ({
      do: 'dua-tab',
      p: below(d, d.phones),
      siapa: 0,
      lain: below(d, d.phones),
      faults: faults(d),
      ...(chance(d, 0.5) ? { urutan: Array.from({ length: 8 }, () => oneOf(d, ['a', 'b'] as const)) } : {}),
      jeda: [below(d, 400), below(d, 100), below(d, 400)],
    }),
  ],
  [
    1,
    (d) => ({
      do: 'jaringan',
      p: below(d, d.phones),
      rusak: oneOf(d, ['permintaan-hilang', 'portal', null, null]),
    }),
  ],
  [2, (d) => ({ do: 'antar', ...pick(d) })],
  [3, (d) => ({ do: 'waktu', menit: oneOf(d, [5, 60, 60 * 12, 60 * 24 * 9]) })],
  [4, () => ({ do: 'salin' })],
  [1, (d) => ({ do: 'pulih', mundur: below(d, 3), cara: oneOf(d, ['alat', 'tangan']) })],
  [0.5, () => ({ do: 'server-mati' })],
  [0.5, (d) => ({ do: 'server-penuh', ya: chance(d, 0.4) })],
  [0.5, (d) => ({ do: 'semua-terputus', ya: chance(d, 0.3) })],
  [1, (d) => ({ do: 'hp-mati', p: below(d, d.phones) })],
  [0.3, (d) => ({ do: 'hp-hilang', p: below(d, d.phones) })],
  [0.6, (d) => ({ do: 'hp-potret', p: below(d, d.phones) })],
  [0.3, (d) => ({ do: 'hp-mundur', p: below(d, d.phones) })],
  [0.7, (d) => ({ do: 'hp-penuh', p: below(d, d.phones), ya: chance(d, 0.3) })],
  [0.2, (d) => ({ do: 'klon', p: below(d, d.phones), ke: below(d, d.phones) })],
  [3, (d) => ({ do: 'masuk', p: below(d, d.phones), siapa: below(d, 2) })],
  [0.5, (d) => ({ do: 'keluar', p: below(d, d.phones), siapa: 0 })],
  [0.2, (d) => ({ do: 'cabut-hp', p: below(d, d.phones), siapa: 0 })],
  [
    0.8,
    (d) => ({
      do: 'hak',
      p: below(d, d.phones),
      siapa: 0,
      apa: oneOf(d, ['pindah', 'plt', 'cabut', 'pulang', 'pulang', 'pulang']),
    }),
  ],
];

const TOTAL = TABLE.reduce((sum, [weight]) => sum + weight, 0);

const drawOne = (draw: Draw): Step => {
  let left = draw.random.number() * TOTAL;
  for (const [weight, make] of TABLE) {
    left -= weight;
    if (left < 0) return make(draw);
  }
  return { do: 'salin' };
};

/** All that happens in one run, by its seed alone. */
export const drawSteps = (
  seed: number,
  shape: { readonly phones: number; readonly steps: number },
): Step[] => {
  const random = aRandom(seed);
  return Array.from({ length: shape.steps }, (_, at) => drawOne({ random, phones: shape.phones, at }));
};
