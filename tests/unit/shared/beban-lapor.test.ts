import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bacaLaporan, laporanBeban, teksLaporan, type Ukuran } from '../../../shared/domain/index.ts';
import { ATURAN, sumbanganBeban, susunTerbitan } from '../../../shared/publik/index.ts';

/** Thursday; the week before began on the 16th. */
const HARI_INI = '2026-11-26';
const ukur = (hari: string, detik: number, jumlah = 1): Ukuran => ({
  ...{ hari, cara: 'form', ms: detik * 1000 * jumlah, jumlah },
});

describe('what a phone tells of a week', () => {
  test('is of the week that is over, in classes, and nothing where nothing was measured', () => {
    const seminggu = [
      ukur('2026-11-16', 45),
      ukur('2026-11-18', 20),
      ukur('2026-11-20', 90),
      ukur('2026-11-23', 900),
    ];
    expect(laporanBeban(seminggu, HARI_INI)).toEqual({ pekan: '2026-11-16', menit: 0, detik: 1 });
    expect(laporanBeban([ukur('2026-11-23', 900)], HARI_INI)).toBeNull();
    const berat = Array.from({ length: 40 }, () => ukur('2026-11-17', 130));
    expect(laporanBeban(berat, HARI_INI)).toEqual({ pekan: '2026-11-16', menit: 2, detik: 3 });
  });

  test('travels as a text that reads back, on every day on which it is taken', () => {
    const laporan = { pekan: '2026-11-16', menit: 2, detik: 3 };
    for (const hari of ['2026-11-23', HARI_INI, '2026-11-30'])
      expect(bacaLaporan(teksLaporan(laporan), hari)).toEqual(laporan);
  });

  test.each([
    ['2026-11-17 0 0', 'no Senin'],
    ['2026-11-23 0 0', 'a week that goes on'],
    ['2026-11-09 0 0', 'a week that is long over'],
    ['2026-11-16 3 0', 'no class'],
    ['2026-11-16 0 4', 'no class'],
    ['2026-11-16 0', 'not all of it'],
    ['', 'nothing'],
  ])('%s is not counted: %s', (teks) => {
    expect(bacaLaporan(teks, HARI_INI)).toBeNull();
  });
});

describe('the table of burden', () => {
  test('a school counts for no more people than reported in its fullest week, however many weeks there are', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            pekan: fc.constantFrom('2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26'),
            kelas: fc.nat({ max: 2 }),
            orang: fc.integer({ min: 1, max: 9 }),
          }),
          { maxLength: 12 },
        ),
        (pekan) => {
          const bagian = sumbanganBeban(pekan);
          const per = new Map<string, number>();
          for (const satu of pekan) per.set(satu.pekan, (per.get(satu.pekan) ?? 0) + satu.orang);
          expect(bagian).toHaveLength(Math.max(0, ...per.values()));
          for (const satu of bagian) expect(satu.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1);
        },
      ),
    );
  });

  test('who reports every week weighs no more than who reports once: her minutes cannot be told from the school’s', () => {
    // Five in the first week; in the three others she alone.
    const pekan = [
      { pekan: '2026-10-05', kelas: 2, orang: 5 },
      ...['2026-10-12', '2026-10-19', '2026-10-26'].map((satu) => ({ pekan: satu, kelas: 0, orang: 1 })),
    ];
    const satuan = { npsn: '1', nama: 'SD 1', kabupaten: 'Arunika', guru: 5, orang: sumbanganBeban(pekan) };
    const [baris] = susunTerbitan('beban', '2026-10', [satuan]).baris;
    // Her reports of the four weeks among all eight, were all of them counted.
    expect(baris?.bagian).toEqual([
      { kategori: 'lebih_60', persen: 95, batas: 'sedikitnya' },
      { kategori: 'sisanya', persen: 5, batas: 'sebanyaknya' },
    ]);
    fc.assert(
      fc.property(fc.array(fc.subarray([0, 1, 2, 3, 4, 5, 6]), { minLength: 1, maxLength: 5 }), (hadir) => {
        // Each person in a class of her own week by week: the share of the one who came most is what an attacker sees.
        const dihitung = sumbanganBeban(
          hadir.flatMap((siapa, i) => [
            { pekan: `2026-10-0${i + 1}`, kelas: 2, orang: siapa.filter((satu) => satu === 0).length },
            { pekan: `2026-10-0${i + 1}`, kelas: 0, orang: siapa.filter((satu) => satu !== 0).length },
          ]),
        );
        if (dihitung.length >= ATURAN.beban.minimal)
          expect(dihitung[0]?.[2] ?? 0).toBeLessThanOrEqual(1 / ATURAN.beban.minimal + 1e-9);
      }),
    );
  });

  test('four people are not shown alone, whatever they reported', () => {
    const satuan = (npsn: string, orang: number) => ({
      ...{ npsn, nama: npsn, kabupaten: 'Arunika', guru: orang },
      orang: sumbanganBeban([{ pekan: '2026-10-05', kelas: 2, orang }]),
    });
    const { baris, tersembunyi } = susunTerbitan('beban', '2026-10', [satuan('1', 4), satuan('2', 5)]);
    expect(ATURAN.beban.minimal).toBe(5);
    expect(baris.map(({ npsn }) => npsn)).toEqual(['2']);
    expect(tersembunyi.map(({ npsn }) => npsn)).toEqual(['1']);
  });
});
