import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  batasKeberatan,
  CAPAIAN,
  type Capaian,
  hitungSebaran,
  PREDIKAT,
  type Predikat,
  periksaSebaran,
  predikatDari,
  RATING,
  type Rating,
  type Sebaran,
} from '../../../shared/domain/index.ts';

const PADA = '2026-11-30';
const anyRating = fc.constantFrom(...RATING);
const rank = (rating: Rating): number => RATING.indexOf(rating);
const better = (predikat: Predikat | null): number => -PREDIKAT.indexOf(predikat as Predikat);

describe('the quadrant of PermenPANRB 6/2022', () => {
  it.each([
    ['DI_ATAS', 'DI_ATAS', 'SANGAT_BAIK'],
    ['DI_ATAS', 'SESUAI', 'BAIK'],
    ['DI_ATAS', 'DI_BAWAH', 'KURANG'],
    ['SESUAI', 'DI_ATAS', 'BAIK'],
    ['SESUAI', 'SESUAI', 'BAIK'],
    ['SESUAI', 'DI_BAWAH', 'KURANG'],
    ['DI_BAWAH', 'DI_ATAS', 'BUTUH_PERBAIKAN'],
    ['DI_BAWAH', 'SESUAI', 'BUTUH_PERBAIKAN'],
    ['DI_BAWAH', 'DI_BAWAH', 'SANGAT_KURANG'],
  ] as const)('hasil kerja %s and perilaku %s make %s', (hasil, perilaku, predikat) => {
    expect(predikatDari({ hasil, perilaku }, PADA)).toBe(predikat);
  });

  it('a predikat before hasil kerja, before perilaku, or before any rule is none', () => {
    fc.assert(
      fc.property(anyRating, (rating) => {
        expect(predikatDari({ hasil: null, perilaku: rating }, PADA)).toBeNull();
        expect(predikatDari({ hasil: rating, perilaku: null }, PADA)).toBeNull();
        expect(predikatDari({ hasil: rating, perilaku: rating }, '2021-12-31')).toBeNull();
        expect(predikatDari({ hasil: rating, perilaku: rating }, '2022-01-01')).not.toBeNull();
      }),
    );
  });

  it('better behaviour never makes a worse predikat', () => {
    fc.assert(
      fc.property(anyRating, anyRating, anyRating, (hasil, a, b) => {
        const [low, high] = rank(a) <= rank(b) ? [a, b] : [b, a];
        expect(better(predikatDari({ hasil, perilaku: high }, PADA))).toBeGreaterThanOrEqual(
          better(predikatDari({ hasil, perilaku: low }, PADA)),
        );
      }),
    );
  });

  it('behaviour below expectation never passes Kurang, results below never pass Butuh Perbaikan', () => {
    fc.assert(
      fc.property(anyRating, (other) => {
        expect(['KURANG', 'SANGAT_KURANG']).toContain(
          predikatDari({ hasil: other, perilaku: 'DI_BAWAH' }, PADA),
        );
        expect(['BUTUH_PERBAIKAN', 'SANGAT_KURANG']).toContain(
          predikatDari({ hasil: 'DI_BAWAH', perilaku: other }, PADA),
        );
      }),
    );
  });
});

/** Counts of the five predikat, best first. */
const sebaran = (...counts: readonly number[]) =>
  Object.fromEntries(PREDIKAT.map((predikat, i) => [predikat, counts[i] ?? 0])) as Sebaran;
const temuan = (counts: Sebaran, capaian: Capaian | null): string[] =>
  periksaSebaran(counts, { capaian, pada: PADA }).map(
    ({ jenis, predikat, ada, wajar }) => `${jenis} ${predikat.join('/')} ${ada} ${wajar}`,
  );

describe('the distribution pattern of SE MenPANRB 3/2023', () => {
  it.each([
    ['Istimewa at its limit of 70 %', sebaran(28, 12, 0, 0, 0), 'ISTIMEWA', []],
    ['Istimewa beyond it', sebaran(29, 11, 0, 0, 0), 'ISTIMEWA', ['paling-banyak SANGAT_BAIK 29 28']],
    ['Istimewa without a majority', sebaran(10, 20, 10, 0, 0), 'ISTIMEWA', ['terbanyak SANGAT_BAIK 10 21']],
    ['Baik with somebody to mend', sebaran(8, 28, 4, 0, 0), 'BAIK', []],
    ['Baik with nobody below', sebaran(12, 28, 0, 0, 0), 'BAIK', ['harus-ada BUTUH_PERBAIKAN/KURANG 0 1']],
    [
      'Baik for everybody',
      sebaran(0, 40, 0, 0, 0),
      'BAIK',
      ['paling-banyak BAIK 40 28', 'harus-ada BUTUH_PERBAIKAN/KURANG 0 1'],
    ],
    ['Butuh Perbaikan at its limits', sebaran(4, 12, 24, 0, 0), 'BUTUH_PERBAIKAN', []],
    [
      'Butuh Perbaikan beyond both',
      sebaran(5, 12, 23, 0, 0),
      'BUTUH_PERBAIKAN',
      ['paling-sedikit BUTUH_PERBAIKAN 23 24', 'paling-banyak SANGAT_BAIK 5 4'],
    ],
    ['Kurang at its limits', sebaran(4, 8, 4, 24, 0), 'KURANG', []],
    [
      'Kurang without Butuh Perbaikan',
      sebaran(4, 12, 0, 24, 0),
      'KURANG',
      ['paling-sedikit BUTUH_PERBAIKAN 0 4'],
    ],
    ['Sangat Kurang at its limits', sebaran(0, 12, 2, 2, 24), 'SANGAT_KURANG', []],
    [
      'Sangat Kurang with a Sangat Baik',
      sebaran(1, 11, 2, 2, 24),
      'SANGAT_KURANG',
      ['paling-banyak SANGAT_BAIK 1 0'],
    ],
    ['an organisation whose result nobody knows', sebaran(40, 0, 0, 0, 0), null, []],
  ] as const)('%s', (_name, counts, capaian, expected) => {
    expect(temuan(counts, capaian)).toEqual(expected);
  });

  it('warns nobody where ten people or fewer are rated, and may warn from eleven on', () => {
    const anyCounts = fc.array(fc.constantFrom(...PREDIKAT), { maxLength: 10 });
    fc.assert(
      fc.property(anyCounts, fc.constantFrom(...CAPAIAN), (held, capaian) => {
        expect(periksaSebaran(hitungSebaran(held), { capaian, pada: PADA })).toEqual([]);
      }),
    );
    expect(temuan(sebaran(11, 0, 0, 0, 0), 'ISTIMEWA')).toEqual(['paling-banyak SANGAT_BAIK 11 7']);
  });

  it('counts everybody once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PREDIKAT)), (held) => {
        const counts = hitungSebaran(held);
        expect(PREDIKAT.reduce((sum, predikat) => sum + counts[predikat], 0)).toBe(held.length);
      }),
    );
  });

  it('what it suggests lies within the pattern: moved there, a limit no longer warns', () => {
    const anyPeople = fc.array(fc.constantFrom(...PREDIKAT), { minLength: 11, maxLength: 60 });
    fc.assert(
      fc.property(anyPeople, fc.constantFrom(...CAPAIAN), (held, capaian) => {
        for (const { jenis, ada, wajar } of periksaSebaran(hitungSebaran(held), { capaian, pada: PADA }))
          expect(jenis === 'paling-banyak' ? ada > wajar : ada < wajar).toBe(true);
      }),
    );
  });
});

describe('the window of an objection', () => {
  it('ends 14 times 24 hours after the read mark, whatever the calendar says', () => {
    const dibaca = Date.UTC(2026, 10, 26, 3, 12);
    expect(new Date(batasKeberatan(dibaca)).toISOString()).toBe('2026-12-10T03:12:00.000Z');
  });
});
