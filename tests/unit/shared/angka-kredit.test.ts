import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  ATURAN_AK,
  akIntegrasi,
  akumulasiAk,
  aturanAkPada,
  type BarisAk,
  bacaAk,
  golonganRuang,
  JENJANG_GURU,
  kapanCukup,
  kebutuhanAk,
  konversiAk,
  kurangAk,
  type Predikat,
  tulisAk,
} from '../../../shared/domain/index.ts';

const PREDIKAT = ['SANGAT_BAIK', 'BAIK', 'BUTUH_PERBAIKAN', 'KURANG', 'SANGAT_KURANG'] as const;
const setahun = (baris: Partial<BarisAk> = {}): BarisAk => ({
  tahun: 2025,
  bulanAwal: 1,
  bulanAkhir: 12,
  predikat: 'BAIK',
  jenjang: 'Ahli Pertama',
  ...baris,
});
const akDari = (baris: Partial<BarisAk>): number => {
  const hasil = konversiAk(setahun(baris));
  if (typeof hasil === 'string') throw new Error(hasil);
  return hasil.ak;
};

describe('konversiAk', () => {
  // All 20 cells of the table that goes with Peraturan BKN 3/2023.
  test.each([
    ['Ahli Pertama', ['18,75', '12,50', '9,38', '6,25', '3,13']],
    ['Ahli Muda', ['37,50', '25,00', '18,75', '12,50', '6,25']],
    ['Ahli Madya', ['56,25', '37,50', '28,13', '18,75', '9,38']],
    ['Ahli Utama', ['75,00', '50,00', '37,50', '25,00', '12,50']],
  ] as const)('a full year of %s earns what the table says for each predikat', (jenjang, cells) => {
    expect(PREDIKAT.map((predikat) => tulisAk(akDari({ jenjang, predikat })))).toEqual(cells);
  });

  test.each([
    ['Ahli Pertama', 'BAIK', 1, 2, '2,08'],
    ['Ahli Muda', 'BAIK', 3, 9, '14,58'],
    ['Ahli Pertama', 'SANGAT_BAIK', 8, 12, '7,81'],
  ] as const)(
    'part of a year is proportional: %s %s %i to %i',
    (...[jenjang, predikat, bulanAwal, bulanAkhir, ak]) => {
      expect(tulisAk(akDari({ jenjang, predikat, bulanAwal, bulanAkhir }))).toBe(ak);
    },
  );

  it('rounds a half up and never by more than half a hundredth', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...JENJANG_GURU),
        fc.constantFrom(...PREDIKAT),
        fc.integer({ min: 1, max: 12 }),
        (jenjang, predikat, bulan) => {
          const aturan = ATURAN_AK[0];
          const penuh = aturan.jenjang[jenjang].koefisien * aturan.persen[predikat] * bulan;
          const selisih = akDari({ jenjang, predikat, bulanAkhir: bulan }) * 1200 - penuh;
          expect(selisih).toBeGreaterThan(-600);
          expect(selisih).toBeLessThanOrEqual(600);
        },
      ),
    );
  });

  it('earns no less for a better predikat, a higher jenjang, or one month more', () => {
    for (const [i, jenjang] of JENJANG_GURU.entries())
      for (const [j, predikat] of PREDIKAT.entries())
        for (let bulanAkhir = 1; bulanAkhir <= 12; bulanAkhir += 1) {
          const ini = akDari({ jenjang, predikat, bulanAkhir });
          const atas = JENJANG_GURU[i + 1];
          if (atas) expect(akDari({ jenjang: atas, predikat, bulanAkhir })).toBeGreaterThan(ini);
          if (j > 0)
            expect(akDari({ jenjang, predikat: PREDIKAT[j - 1] ?? 'BAIK', bulanAkhir })).toBeGreaterThan(ini);
          if (bulanAkhir < 12)
            expect(akDari({ jenjang, predikat, bulanAkhir: bulanAkhir + 1 })).toBeGreaterThan(ini);
        }
  });

  it('refuses months that run backwards or do not exist, and years before the conversion of predikat', () => {
    for (const bulan of [
      { bulanAwal: 5, bulanAkhir: 4 },
      { bulanAwal: 0 },
      { bulanAkhir: 13 },
      { bulanAwal: Number.NaN },
    ])
      expect(konversiAk(setahun(bulan))).toBe('bulan_terbalik');
    expect(konversiAk(setahun({ tahun: 2022 }))).toBe('tanpa_aturan');
    expect(akDari({ tahun: 2023 })).toBe(1250);
  });
});

describe('akumulasiAk', () => {
  it('adds up BKN’s own training example to 20,83', () => {
    const { baris, jumlah } = akumulasiAk(
      [setahun({ tahun: 2024, bulanAkhir: 2 }), setahun({ tahun: 2023, predikat: 'SANGAT_BAIK' })],
      'Ahli Pertama',
    );
    expect(baris.map(({ tahun, persen, koefisien, ak }) => [tahun, persen, koefisien, ak])).toEqual([
      [2023, 150, 1250, 1875],
      [2024, 100, 1250, 208],
    ]);
    expect(tulisAk(jumlah)).toBe('20,83');
  });

  it('begins at 0 in a new jenjang', () => {
    const list = [setahun({ tahun: 2024 }), setahun({ tahun: 2025, jenjang: 'Ahli Muda' })];
    expect(akumulasiAk(list, 'Ahli Muda').jumlah).toBe(2500);
    expect(akumulasiAk(list, 'Ahli Madya')).toEqual({ baris: [], jumlah: 0, salah: [] });
  });

  it('of two rows for the same months the lesser counts, in whatever order they come', () => {
    const list = [setahun({ predikat: 'BAIK' }), setahun({ predikat: 'KURANG' })];
    for (const urutan of [list, [...list].reverse()])
      expect(akumulasiAk(urutan, 'Ahli Pertama')).toMatchObject({
        jumlah: 625,
        salah: [{ baris: list[0], sebab: 'bertumpuk' }],
      });
  });

  it('counts no month twice, whatever the rows and their order, and names what it leaves out', () => {
    const anyRow = fc.record({
      tahun: fc.integer({ min: 2022, max: 2026 }),
      bulanAwal: fc.integer({ min: 1, max: 12 }),
      bulanAkhir: fc.integer({ min: 1, max: 12 }),
      predikat: fc.constantFrom(...PREDIKAT),
      jenjang: fc.constant('Ahli Muda' as const),
    });
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 12 }), (list) => {
        const { baris, jumlah, salah } = akumulasiAk(list, 'Ahli Muda');
        const bulan = baris.flatMap(({ tahun, bulanAwal, bulanAkhir }) =>
          Array.from({ length: bulanAkhir - bulanAwal + 1 }, (_, i) => tahun * 12 + bulanAwal + i),
        );
        expect(new Set(bulan).size).toBe(bulan.length);
        expect(baris.length + salah.length).toBe(list.length);
        expect(jumlah).toBe(baris.reduce((total, { ak }) => total + ak, 0));
        expect(akumulasiAk([...list].reverse(), 'Ahli Muda').baris).toEqual(baris);
      }),
    );
  });
});

describe('kebutuhanAk', () => {
  // The teachers' template: AK kumulatif to reach each pangkat inside the jenjang.
  test.each([
    ['Ahli Pertama', 'Penata Muda, III/a', 'III/b', '50,00', 'Ahli Muda', '100,00'],
    ['Ahli Pertama', 'Penata Muda Tk. I, III/b', 'III/c', '100,00', 'Ahli Muda', '100,00'],
    ['Ahli Muda', 'Penata, III/c', 'III/d', '100,00', 'Ahli Madya', '200,00'],
    ['Ahli Muda', 'Penata Tk. I, III/d', 'IV/a', '200,00', 'Ahli Madya', '200,00'],
    ['Ahli Madya', 'Pembina, IV/a', 'IV/b', '150,00', 'Ahli Utama', '450,00'],
    ['Ahli Madya', 'Pembina Tk. I, IV/b', 'IV/c', '300,00', 'Ahli Utama', '450,00'],
    ['Ahli Madya', 'Pembina Utama Muda, IV/c', 'IV/d', '450,00', 'Ahli Utama', '450,00'],
    ['Ahli Utama', 'Pembina Utama Madya, IV/d', 'IV/e', '200,00', null, null],
    ['Ahli Utama', 'Pembina Utama, IV/e', null, null, null, null],
  ] as const)('%s %s', (...cells) => {
    const [jenjang, golongan, pangkat, ak, atas, akJenjang] = cells;
    const butuh = kebutuhanAk({ status: 'PNS', golongan, jenjang }, '2026-11');
    expect([
      butuh?.pangkat?.menuju ?? null,
      butuh?.pangkat ? tulisAk(butuh.pangkat.kumulatif) : null,
    ]).toEqual([pangkat, ak]);
    expect([
      butuh?.jenjang?.menuju ?? null,
      butuh?.jenjang ? tulisAk(butuh.jenjang.kumulatif) : null,
    ]).toEqual([atas, akJenjang]);
  });

  it('knows no pangkat of a PPPK, of a jenjang that is none, and of a golongan of another jenjang', () => {
    expect(kebutuhanAk({ status: 'PPPK', golongan: 'IX', jenjang: 'Ahli Pertama' }, '2026-11')).toBeNull();
    expect(kebutuhanAk({ status: 'PPPK', golongan: 'III/a', jenjang: 'Ahli Pertama' }, '2026-11')).toBeNull();
    expect(kebutuhanAk({ status: 'PNS', golongan: 'III/a', jenjang: 'Kepala' }, '2026-11')).toBeNull();
    expect(kebutuhanAk({ status: 'PNS', golongan: 'IV/a', jenjang: 'Ahli Muda' }, '2026-11')).toBeNull();
    expect(golonganRuang('IX')).toBeNull();
  });
});

describe('kapanCukup', () => {
  const awal = { punya: 0, mulai: '2023-01', jenjang: 'Ahli Pertama' } as const;

  // Years per step of the regulation's table: 4 always Baik, 2,7 always Sangat Baik.
  test.each([
    ['BAIK', 5000, '2026-12'],
    ['BAIK', 10_000, '2030-12'],
    ['SANGAT_BAIK', 5000, '2025-08'],
    ['SANGAT_BAIK', 10_000, '2028-04'],
    ['KURANG', 5000, '2030-12'],
  ] as const)('from nothing, always %s, %i hundredths are reached by %s', (predikat, butuh, bulan) => {
    expect(kapanCukup({ ...awal, predikat, butuh })).toBe(bulan);
  });

  it('BKN’s example: two points short at the end of a year, enough after two months at Baik', () => {
    expect(kapanCukup({ ...awal, punya: 4792, butuh: 5000, mulai: '2024-01', predikat: 'BAIK' })).toBe(
      '2024-02',
    );
  });

  it('what is held already needs no month; a working life that is too short gives none', () => {
    expect(kapanCukup({ ...awal, punya: 5000, butuh: 5000, predikat: 'BAIK' })).toBe('2022-12');
    expect(kapanCukup({ ...awal, butuh: 900_000, predikat: 'BAIK' })).toBeNull();
  });

  it('is the first month that suffices: the rows up to it add up to enough, up to the month before to less', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Predikat>(...PREDIKAT),
        fc.constantFrom(...JENJANG_GURU),
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        (predikat, jenjang, punya, bulanMulai) => {
          const mulai = `2026-${String(bulanMulai).padStart(2, '0')}`;
          const bulan = kapanCukup({ punya, butuh: 10_000, mulai, predikat, jenjang });
          if (bulan === null) return;
          const sampai = (tahunAkhir: number, bulanAkhir: number): number => {
            const list = Array.from({ length: Math.max(0, tahunAkhir - 2026 + 1) }, (_, i) => ({
              tahun: 2026 + i,
              bulanAwal: i === 0 ? bulanMulai : 1,
              bulanAkhir: 2026 + i === tahunAkhir ? bulanAkhir : 12,
              predikat,
              jenjang,
            }));
            return punya + akumulasiAk(list, jenjang).jumlah;
          };
          const [tahun, ke] = [Number(bulan.slice(0, 4)), Number(bulan.slice(5))];
          expect(sampai(tahun, ke)).toBeGreaterThanOrEqual(10_000);
          expect(ke === 1 ? sampai(tahun - 1, 12) : sampai(tahun, ke - 1)).toBeLessThan(10_000);
        },
      ),
    );
  });
});

describe('figures', () => {
  it('AK integrasi is AK konvensional less the nilai dasar of the jenjang; less than that is no figure', () => {
    expect(JENJANG_GURU.map((jenjang) => akIntegrasi(100_000, jenjang))).toEqual([
      90_000, 80_000, 60_000, 15_000,
    ]);
    expect(akIntegrasi(31_250, 'Ahli Muda')).toBe(11_250);
    expect(akIntegrasi(19_999, 'Ahli Muda')).toBeNull();
    expect(kurangAk(11_250, 20_000)).toBe(8750);
    expect(kurangAk(20_001, 20_000)).toBe(0);
  });

  it('what is written is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), (perseratus) => {
        expect(bacaAk(tulisAk(perseratus))).toBe(perseratus);
      }),
    );
    expect(tulisAk(123_456)).toBe('1.234,56');
    expect([
      bacaAk('20.5'),
      bacaAk(' 100 '),
      bacaAk('12,345'),
      bacaAk('-1'),
      bacaAk('1e3'),
      bacaAk(''),
    ]).toEqual([2050, 10_000, null, null, null, null]);
  });

  it('a month has the tables of its time, and at most one', () => {
    const lama = { ...ATURAN_AK[0], berlakuDari: '2015-01-01', berlakuSampai: '2022-12-31' };
    const list = [lama, ...ATURAN_AK];
    expect([
      aturanAkPada('2014-12', list),
      aturanAkPada('2022-12', list),
      aturanAkPada('2023-01', list),
    ]).toEqual([null, lama, ATURAN_AK[0]]);
  });
});
