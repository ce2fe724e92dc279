import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bacaLaporan, laporanBeban, teksLaporan, type Ukuran } from '../../../shared/domain/index.ts';
import {
  ATURAN,
  cetakBagian,
  kelasTengah,
  sumbanganBeban,
  susunTerbitan,
  TABEL_BEBAN,
} from '../../../shared/publik/index.ts';

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
          const bagian = sumbanganBeban('beban', pekan);
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
    const satuan = {
      npsn: '1',
      nama: 'SD 1',
      kabupaten: 'Arunika',
      guru: 5,
      orang: sumbanganBeban('beban', pekan),
    };
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
          'beban',
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
      orang: sumbanganBeban('beban', [{ pekan: '2026-10-05', kelas: 2, orang }]),
    });
    const { baris, tersembunyi } = susunTerbitan('beban', '2026-10', [satuan('1', 4), satuan('2', 5)]);
    expect(ATURAN.beban.minimal).toBe(5);
    expect(baris.map(({ npsn }) => npsn)).toEqual(['2']);
    expect(tersembunyi.map(({ npsn }) => npsn)).toEqual(['1']);
  });

  test('minutes and seconds of the same reports count the same people of a school, whatever they reported', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            pekan: fc.constantFrom('2026-10-05', '2026-10-12', '2026-10-19'),
            menit: fc.nat({ max: 2 }),
            detik: fc.nat({ max: 3 }),
          }),
          { maxLength: 30 },
        ),
        (laporan) => {
          const sebagai = (apa: 'menit' | 'detik') =>
            laporan.map((satu) => ({ pekan: satu.pekan, kelas: satu[apa], orang: 1 }));
          const [menit, detik] = [
            sumbanganBeban('beban', sebagai('menit')),
            sumbanganBeban('detik', sebagai('detik')),
          ];
          expect(detik).toHaveLength(menit.length);
          for (const satu of detik) expect(satu).toHaveLength(ATURAN.detik.kategori.length);
        },
      ),
    );
  });

  test('the middle class that is said follows from what is printed, and is the true one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TABEL_BEBAN),
        fc.array(fc.nat({ max: 40 }), { minLength: 4, maxLength: 4 }),
        (tabel, banyak) => {
          const { kategori } = ATURAN[tabel];
          const isi = kategori.map((_, i) => banyak[i] ?? 0);
          const total = isi.reduce((sum, satu) => sum + satu, 0);
          if (total === 0) return;
          const nilai = isi.map((satu) => satu / total);
          const kelas = kelasTengah(tabel, cetakBagian(nilai, ATURAN[tabel]));
          if (kelas === null) return;
          const ke = kategori.indexOf(kelas);
          const sampai = nilai.slice(0, ke + 1).reduce((sum, satu) => sum + satu, 0);
          expect(sampai).toBeGreaterThanOrEqual(0.5 - 0.005 * kategori.length);
          expect(sampai - (nilai[ke] ?? 0)).toBeLessThanOrEqual(0.5);
        },
      ),
    );
    expect(kelasTengah('detik', cetakBagian([0.2, 0.5, 0.2, 0.1], ATURAN.detik))).toBe('sampai_60_detik');
    expect(kelasTengah('beban', cetakBagian([0, 0.02, 0.98], ATURAN.beban))).toBe('lebih_60');
    // Half and half: nobody can say in which of two the middle person lies, so nothing is said.
    expect(kelasTengah('beban', [{ kategori: 'sisanya', persen: 95, batas: 'sedikitnya' }])).toBeNull();
  });
});
