import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PUSTAKA_RHK } from '../../../shared/domain/index.ts';
import {
  ATURAN,
  cetakBagian,
  hitungBulan,
  hitungPredikat,
  jenisKerja,
  kelompokkan,
  kelompokSama,
  LEBAR,
  type Satuan,
  SISANYA,
  susunTerbitan,
  TABEL,
  type Tabel,
  Terbitan,
  tengah,
} from '../../../shared/publik/index.ts';
import { serangBersama } from '../../support/serangan-bersama.ts';
import { serang } from '../../support/serangan-publik.ts';
import { aSatker } from './builders.ts';
import { sekolahList } from './publik-builders.ts';

const aSatuan = (npsn: string, banyak: number, terisi = 0.8): Satuan => ({
  npsn,
  nama: `SD ${npsn}`,
  kabupaten: 'Kabupaten Arunika',
  guru: banyak,
  orang: Array.from({ length: banyak }, () => [terisi, 1 - terisi]),
});

describe('what is published', () => {
  test.each(TABEL)('%s: nobody and no hidden school can be told closer than the rule', (tabel) => {
    fc.assert(
      fc.property(sekolahList(tabel), (sekolah) => {
        const sempit = serang(susunTerbitan(tabel, '2026-10', sekolah), sekolah).filter(
          ({ rentang: [low, high] }) => high - low < LEBAR - 1e-6,
        );
        expect(sempit).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test.each(TABEL)(
    '%s: over months in which people come and go, no sum of them tells more than a month does',
    (tabel) => {
      const bulan = fc.array(sekolahList(tabel), { minLength: 2, maxLength: 4 });
      fc.assert(
        fc.property(bulan, (bulanan) => {
          const semua = bulanan.map((satuan, i) => ({
            terbitan: susunTerbitan(tabel, `2026-0${i + 1}`, satuan),
            satuan,
          }));
          const sempit = serangBersama(semua).filter(({ rentang: [low, high] }) => high - low < LEBAR - 1e-6);
          expect(sempit).toEqual([]);
        }),
        { numRuns: 10 },
      );
    },
  );

  test('predikat: whatever is printed, anybody may still hold another one', () => {
    fc.assert(
      fc.property(sekolahList('predikat'), (sekolah) => {
        for (const baris of susunTerbitan('predikat', '2025', sekolah).baris)
          for (const { persen, batas } of baris.bagian) {
            const orang = sekolah
              .filter(({ npsn }) => npsn === baris.npsn || baris.anggota.some((satu) => satu.npsn === npsn))
              .reduce((sum, satu) => sum + satu.orang.length, 0);
            const mungkin = Array.from({ length: orang + 1 }, (_, n) => n).filter((n) => {
              const share = (100 * n) / orang;
              if (batas === 'sedikitnya') return share >= persen;
              return batas === 'sebanyaknya' ? share <= persen : Math.round(share) === persen;
            });
            expect(mungkin.some((n) => n > 0)).toBe(true);
            expect(mungkin.some((n) => n < orang)).toBe(true);
          }
      }),
      { numRuns: 100 },
    );
  });

  test('the attack finds a table that was printed without the rules', () => {
    const sekolah = [aSatuan('20000001', 5, 1)];
    const bocor = susunTerbitan('pengisian', '2026-10', sekolah);
    const baris = bocor.baris.map((satu) => ({
      ...satu,
      bagian: [{ kategori: 'terisi', persen: 99, batas: 'sedikitnya' as const }],
    }));
    const sempit = serang({ ...bocor, baris }, sekolah).filter(({ rentang: [a, b] }) => b - a < LEBAR - 1e-6);
    expect(sempit.length).toBeGreaterThan(0);
  });

  test.each(TABEL)('%s: sums can be made of the printed lines alone, and of nothing else', (tabel) => {
    fc.assert(
      fc.property(sekolahList(tabel), (sekolah) => {
        const { baris, kabupaten, instansi } = susunTerbitan(tabel, '2026-10', sekolah);
        for (const jumlah of [...kabupaten, instansi]) {
          const milik = baris.filter(
            (satu) => jumlah.kabupaten === '' || satu.kabupaten === jumlah.kabupaten,
          );
          const guru = milik.reduce((sum, satu) => sum + satu.guru, 0);
          expect(jumlah.guru).toBe(guru);
          for (const { kategori, persen, batas } of jumlah.bagian) {
            const dariBaris = milik.reduce(
              (sum, satu) =>
                sum +
                satu.guru *
                  satu.bagian.filter((b) => b.kategori === kategori).reduce((s, b) => s + tengah(b), 0),
              0,
            );
            const mean = dariBaris / guru;
            if (batas === 'tepat') expect(Math.abs(mean - persen)).toBeLessThanOrEqual(0.5 + 1e-9);
            else expect(batas === 'sedikitnya' ? mean >= persen - 1e-9 : mean <= persen + 1e-9).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test.each(TABEL)('%s: every school is in one line, or counted as hidden, or has no teacher', (tabel) => {
    fc.assert(
      fc.property(sekolahList(tabel), (sekolah) => {
        const { baris, instansi } = susunTerbitan(tabel, '2026-10', sekolah);
        const disebut = baris.flatMap(({ npsn, anggota }) =>
          npsn === null ? anggota.map((a) => a.npsn) : [npsn],
        );
        expect(new Set(disebut).size).toBe(disebut.length);
        const ada = sekolah.filter(({ guru }) => guru > 0).length;
        expect(disebut.length + instansi.tersembunyi).toBe(ada);
        expect(instansi.sekolah).toBe(disebut.length);
      }),
      { numRuns: 40 },
    );
  });

  test('tables of the same people lay side by side tell nobody how many recorded nothing', () => {
    // Of each teacher: does she record anything? Who does not is missing from two of the three tables.
    const sekolah = fc.array(fc.array(fc.boolean(), { maxLength: 14 }), { maxLength: 8 });
    fc.assert(
      fc.property(sekolah, (list) => {
        const perTabel = list.map((guru, i) => {
          const npsn = String(20_000_001 + i);
          const mencatat = guru.filter(Boolean).length;
          const jenis = Array.from({ length: mencatat }, () => [0.5, 0.5, 0, 0, 0, 0, 0]);
          return kelompokSama({
            pengisian: { ...aSatuan(npsn, guru.length), orang: guru.map((ya) => (ya ? [1, 0] : [0, 1])) },
            periksa: { ...aSatuan(npsn, mencatat), guru: guru.length },
            jenis: { ...aSatuan(npsn, mencatat), guru: guru.length, orang: jenis },
          });
        });
        const terbit = (['pengisian', 'periksa', 'jenis'] as const).map((tabel) => {
          const satuan = perTabel.map((satu) => satu[tabel]);
          const terbitan = susunTerbitan(tabel, '2026-10', satuan);
          const sempit = serang(terbitan, satuan).filter(({ rentang: [a, b] }) => b - a < LEBAR - 1e-6);
          expect(sempit).toEqual([]);
          return {
            baris: terbitan.baris.map(({ npsn, anggota }) => npsn ?? anggota.map((a) => a.npsn)),
            tersembunyi: terbitan.tersembunyi,
          };
        });
        expect(terbit[1]).toEqual(terbit[0]);
        expect(terbit[2]).toEqual(terbit[0]);
      }),
      { numRuns: 60 },
    );
  });

  test('a school whose only teacher was ill all month is named as in any other month: its absence would tell', () => {
    const disebut = (terpencil: Satuan): string[] => {
      const { baris, tersembunyi } = susunTerbitan('pengisian', '2026-10', [
        ...['1', '2', '3', '4'].map((npsn) => aSatuan(npsn, 7)),
        terpencil,
      ]);
      const milik = baris.flatMap(({ npsn, anggota }) =>
        npsn === null ? anggota.map((a) => a.npsn) : [npsn],
      );
      return [...milik, ...tersembunyi.map(({ npsn }) => npsn)].sort();
    };
    const sehat = aSatuan('9', 1);
    expect(disebut({ ...sehat, orang: [] })).toEqual(disebut(sehat));
    expect(disebut(sehat)).toContain('9');
  });

  test('schools that bring nobody are no company for a small one', () => {
    const kosong = (npsn: string): Satuan => ({ ...aSatuan(npsn, 3), orang: [] });
    const { gabungan, tersembunyi } = kelompokkan(
      [aSatuan('1', 1), kosong('2'), kosong('3'), aSatuan('4', 20)],
      ATURAN.pengisian,
    );
    expect(gabungan).toEqual([]);
    expect(tersembunyi.map(({ npsn }) => npsn)).toEqual(['2', '3', '1']);
  });

  test('how schools are grouped does not depend on what their figures are', () => {
    fc.assert(
      fc.property(sekolahList('pengisian'), fc.integer({ min: 0, max: 1 }), (sekolah, nilai) => {
        const lain = sekolah.map((satu) => ({ ...satu, orang: satu.orang.map(() => [nilai, 1 - nilai]) }));
        const npsn = (daftar: readonly Satuan[]) =>
          Object.values(kelompokkan(daftar, ATURAN.pengisian)).map((satu) => satu.map((s: Satuan) => s.npsn));
        expect(npsn(lain)).toEqual(npsn(sekolah));
      }),
      { numRuns: 40 },
    );
  });

  test('a published table is what its schema says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Tabel>(...TABEL).chain((t) => sekolahList(t).map((s) => [t, s] as const)),
        ([t, s]) => {
          const terbitan = susunTerbitan(t, '2026-10', s);
          expect(Terbitan.parse(terbitan)).toEqual(terbitan);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('small groups', () => {
  test('a school of four is shown only with others of which it is a quarter at most', () => {
    const sekolah = [aSatuan('1', 4), aSatuan('2', 6), aSatuan('3', 7), aSatuan('4', 20)];
    const { sendiri, gabungan } = kelompokkan(sekolah, ATURAN.pengisian);
    expect(gabungan.map(({ npsn }) => npsn)).toEqual(['1', '2', '3']);
    expect(sendiri.map(({ npsn }) => npsn)).toEqual(['4']);
  });

  test('where others are too few, nothing is said of it and the rest stays', () => {
    const { sendiri, gabungan, tersembunyi } = kelompokkan(
      [aSatuan('1', 4), aSatuan('2', 6)],
      ATURAN.pengisian,
    );
    expect([sendiri.length, gabungan.length, tersembunyi.map(({ npsn }) => npsn)]).toEqual([1, 0, ['1']]);
  });

  test('five people are enough for filling, nine are too few for predikat', () => {
    expect(kelompokkan([aSatuan('1', 5)], ATURAN.pengisian).sendiri).toHaveLength(1);
    expect(kelompokkan([aSatuan('1', 9)], ATURAN.predikat).tersembunyi).toHaveLength(1);
    expect(kelompokkan([aSatuan('1', 10)], ATURAN.predikat).sendiri).toHaveLength(1);
  });
});

describe('printed shares', () => {
  const DUA = ATURAN.pengisian;
  test.each([
    [[1, 0], 'terisi', 95, 'sedikitnya'],
    [[0.95, 0.05], 'terisi', 95, 'sedikitnya'],
    [[0.94, 0.06], 'terisi', 94, 'tepat'],
    [[0.05, 0.95], 'kosong', 95, 'sedikitnya'],
    [[0, 1], 'kosong', 95, 'sedikitnya'],
  ] as const)('%j', (nilai, kategori, persen, batas) => {
    expect(cetakBagian(nilai, DUA)[0]).toEqual({ kategori, persen, batas });
  });

  test('what is too small to be said alone takes the smallest other one with it', () => {
    const tiga = { kategori: ['a', 'b', 'c'], ujung: 0.05 };
    expect(cetakBagian([0.6, 0.38, 0.02], tiga)).toEqual([
      { kategori: 'a', persen: 60, batas: 'tepat' },
      { kategori: SISANYA, persen: 40, batas: 'tepat' },
    ]);
    expect(cetakBagian([0.5, 0.3, 0.2], tiga).map(({ persen }) => persen)).toEqual([50, 30, 20]);
  });
});

describe('figures of a month', () => {
  // October 2026: 22 days from Senin to Jumat.
  const satker = aSatker({
    kalender: [{ mulai: '2026-10-28', selesai: '2026-10-28', nama: 'Libur', libur: true }],
  });
  const pada = Date.parse('2026-11-15T00:00:00Z');
  const hari = (tanggal: string) => Date.parse(`${tanggal}T05:00:00Z`);
  const entri = (owner: string, tanggal: string, part = {}) => ({
    ...{ owner, tanggal, rencanaAksi: 'AJR', tiba: hari(tanggal), diperiksa: null },
    ...part,
  });
  const bahan = (part = {}) => ({
    ...{ satker, bulan: '2026-10', pada, entri: [], kendala: [] },
    guru: [{ id: 'a', masa: [{ mulai: '2020-01-01', akhir: null }] }],
    ...part,
  });

  test('filling counts working days once each, free days and other people not at all', () => {
    const list = [
      entri('a', '2026-10-01'),
      entri('a', '2026-10-01'),
      entri('a', '2026-10-03'),
      entri('a', '2026-10-28'),
      entri('lain', '2026-10-02'),
    ];
    expect(hitungBulan('pengisian', bahan({ entri: list })).orang).toEqual([[1 / 21, 20 / 21]]);
  });

  test('a day of illness is owed by nobody, unless she recorded something on it', () => {
    const sakit = (mulai: string, selesai: string, sebab: 'SAKIT' | 'SINYAL' = 'SAKIT') => ({
      ...{ owner: 'a', deleted: false, state: { tahap: 'DILAPORKAN' } },
      content: { sebab, mulai, selesai },
    });
    const list = [entri('a', '2026-10-01'), entri('a', '2026-10-05')];
    const kendala = [sakit('2026-10-05', '2026-10-06'), sakit('2026-10-07', '2026-10-07', 'SINYAL')];
    expect(hitungBulan('pengisian', bahan({ entri: list, kendala })).orang).toEqual([[2 / 20, 18 / 20]]);
  });

  test('who came in the middle of the month owes only the days since', () => {
    const guru = [{ id: 'a', masa: [{ mulai: '2026-10-29', akhir: '2026-10-30' }] }];
    expect(hitungBulan('pengisian', bahan({ guru, entri: [entri('a', '2026-10-29')] })).orang).toEqual([
      [0.5, 0.5],
    ]);
    const lama = [{ id: 'a', masa: [{ mulai: '2020-01-01', akhir: '2026-09-30' }] }];
    expect(hitungBulan('pengisian', bahan({ guru: lama })).guru).toBe(0);
  });

  test('a school that wants no daily log has no filling, but work by kind', () => {
    const mati = bahan({ satker: { ...satker, logHarian: 'mati' }, entri: [entri('a', '2026-10-01')] });
    expect(hitungBulan('pengisian', mati).orang).toEqual([]);
    expect(hitungBulan('jenis', mati).orang).toHaveLength(1);
  });

  test('seven days to the hour are in time; what waits counts only once they are over', () => {
    const tiba = hari('2026-10-01');
    const list = [
      entri('a', '2026-10-01', { diperiksa: tiba + 7 * 86_400_000 }),
      entri('a', '2026-10-01', { diperiksa: tiba + 7 * 86_400_000 + 1 }),
      entri('a', '2026-10-01'),
      entri('a', '2026-10-01', { tiba: pada - 1000 }),
      entri('a', '2026-10-01', { tiba: null }),
    ];
    expect(hitungBulan('periksa', bahan({ entri: list })).orang).toEqual([[1 / 3, 2 / 3]]);
  });

  test('every activity of the catalogue has a kind, and what it does not know is said to be unknown', () => {
    for (const { kode } of PUSTAKA_RHK.katalogKegiatan) expect(jenisKerja(kode)).not.toBe('belum_dikenali');
    expect([jenisKerja('GR-U-01.AJR'), jenisKerja(null), jenisKerja('XYZ')]).toEqual([
      'melaksanakan',
      'belum_dikenali',
      'belum_dikenali',
    ]);
  });

  test('a predikat is one of five', () => {
    expect(hitungPredikat(satker, { guru: 12, predikat: ['BAIK', 'SANGAT_BAIK'] }).orang).toEqual([
      [0, 1, 0, 0, 0],
      [1, 0, 0, 0, 0],
    ]);
  });
});
