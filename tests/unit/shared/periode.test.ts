import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aturanPeriode,
  bacaKodePeriode,
  batasPengisian,
  bertumpangPeriode,
  kodePeriode,
  type Periode,
  periodeSetahun,
  periodeTahun,
  rentangPeriode,
  TIPE_PERIODE,
  tambahHari,
} from '../../../shared/domain/index.ts';

const anyTipe = fc.constantFrom(...TIPE_PERIODE);
const anyTahun = fc.integer({ min: 2022, max: 2099 });
const anyPeriode = fc.tuple(anyTahun, anyTipe, fc.nat()).map(([tahun, tipe, i]) => {
  const all = periodeSetahun(tahun, tipe);
  return all[i % all.length] as Periode;
});
const setiapBulan = { sejak: 2026, tipe: 'bulanan', batasHari: 5 } as const;

describe('periods of evaluation', () => {
  it.each([
    [{ tahun: 2026, tipe: 'bulanan', angka: 11 }, '2026-11-01', '2026-11-30', '2026-12-05', '2026-B11'],
    [{ tahun: 2028, tipe: 'bulanan', angka: 2 }, '2028-02-01', '2028-02-29', '2028-03-05', '2028-B2'],
    [{ tahun: 2026, tipe: 'triwulanan', angka: 1 }, '2026-01-01', '2026-03-31', '2026-04-05', '2026-T1'],
    [{ tahun: 2026, tipe: 'triwulanan', angka: 4 }, '2026-10-01', '2026-12-31', '2027-01-05', '2026-T4'],
    [{ tahun: 2026, tipe: 'tahunan', angka: 1 }, '2026-01-01', '2026-12-31', '2027-01-10', '2026-A1'],
  ] as const)('%o runs from %s to %s, to be filled in by %s', (...row) => {
    const [periode, awal, akhir, batas, kode] = row;
    expect(rentangPeriode(periode)).toEqual({ awal, akhir });
    expect(batasPengisian(periode, setiapBulan)).toBe(batas);
    expect(kodePeriode(periode)).toBe(kode);
  });

  it('the periods of a year cover it day by day, without gap or overlap', () => {
    fc.assert(
      fc.property(anyTahun, anyTipe, (tahun, tipe) => {
        const all = periodeSetahun(tahun, tipe).map(rentangPeriode);
        expect(all[0]?.awal).toBe(`${tahun}-01-01`);
        expect(all.at(-1)?.akhir).toBe(`${tahun}-12-31`);
        for (const [i, { awal }] of all.slice(1).entries())
          expect(tambahHari(all[i]?.akhir ?? '', 1)).toBe(awal);
      }),
    );
  });

  it('a name is read back as its period, and no two periods share one', () => {
    fc.assert(
      fc.property(anyPeriode, anyPeriode, (a, b) => {
        expect(bacaKodePeriode(kodePeriode(a))).toEqual(a);
        expect(kodePeriode(a) === kodePeriode(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
    for (const none of ['2026-B0', '2026-B13', '2026-T5', '2026-A2', '2026-X1', '1926-B1', '', '2026-B01'])
      expect(bacaKodePeriode(none)).toBeNull();
  });

  it('two overlap where they share a day and neither is the year that they make up', () => {
    fc.assert(
      fc.property(anyPeriode, anyPeriode, (a, b) => {
        const [x, y] = [rentangPeriode(a), rentangPeriode(b)];
        const shares = !(x.akhir < y.awal || y.akhir < x.awal);
        expect(bertumpangPeriode(a, b)).toBe(shares && (a.tipe === 'tahunan') === (b.tipe === 'tahunan'));
        expect(bertumpangPeriode(b, a)).toBe(bertumpangPeriode(a, b));
      }),
    );
    const [november, triwulan] = [
      { tahun: 2026, tipe: 'bulanan', angka: 11 },
      { tahun: 2026, tipe: 'triwulanan', angka: 4 },
    ] as const;
    expect(bertumpangPeriode(november, triwulan)).toBe(true);
  });

  it('a year keeps the rule that was in force in it; without one it is each month by the 5th', () => {
    const periodik = [
      { sejak: 2027, tipe: 'triwulanan', batasHari: 7 },
      { sejak: 2026, tipe: 'bulanan', batasHari: 3 },
    ] as const;
    const satker = { periodik: [...periodik] };
    expect([2025, 2026, 2027, 2040].map((tahun) => aturanPeriode(satker, tahun).batasHari)).toEqual([
      5, 3, 7, 7,
    ]);
    expect(periodeTahun(2026, aturanPeriode(satker, 2026))).toHaveLength(13);
    expect(periodeTahun(2027, aturanPeriode(satker, 2027)).map(kodePeriode)).toEqual([
      '2027-T1',
      '2027-T2',
      '2027-T3',
      '2027-T4',
      '2027-A1',
    ]);
    expect(aturanPeriode(null, 2026).tipe).toBe('bulanan');
  });

  it('a year served under several SKP is evaluated by their days: none twice, each under a name of its own', () => {
    const batas = fc.uniqueArray(fc.integer({ min: 1, max: 364 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(anyTahun, batas, (tahun, hari) => {
        const mulai = [0, ...hari.sort((a, b) => a - b)].map((n) => tambahHari(`${tahun}-01-01`, n));
        const skp = mulai.map((awal, i) => ({
          awal,
          akhir: mulai[i + 1] ? tambahHari(mulai[i + 1] as string, -1) : `${tahun}-12-31`,
        }));
        const bagian = periodeTahun(tahun, setiapBulan, skp).slice(12);
        expect(bagian.map(rentangPeriode)).toEqual(skp);
        expect(bagian.map((satu) => bacaKodePeriode(kodePeriode(satu)))).toEqual(bagian);
        for (const [i, satu] of bagian.entries())
          for (const [j, lain] of bagian.entries()) expect(bertumpangPeriode(satu, lain)).toBe(i === j);
      }),
    );
    expect(periodeTahun(2026, setiapBulan, [{ awal: '2026-01-01', akhir: '2026-12-31' }])).toEqual(
      periodeTahun(2026, setiapBulan),
    );
  });

  it.each(['2026-A1-0701-0630', '2026-B7-0701-0715', '2026-A1-0701', '2026-A1-1301-1331x'])(
    '%s names no period',
    (kode) => expect(bacaKodePeriode(kode)).toBeNull(),
  );
});
