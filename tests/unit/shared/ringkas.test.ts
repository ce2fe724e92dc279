import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type EntriTercatat,
  hariDitagih,
  type RingkasRhk,
  ringkasBulan,
  ringkasRhk,
} from '../../../shared/domain/index.ts';
import type { Entri, Rhk, Skp } from '../../../shared/records/index.ts';
import { anEntri, aSatker, entriData, kegiatan, satkerData, skpData } from './builders.ts';

const recorded = (content: Partial<Entri> = {}, part: Partial<EntriTercatat> = {}): EntriTercatat => ({
  content: anEntri(content),
  state: { tahap: 'DIAJUKAN' },
  deleted: false,
  ...part,
});
type Indikator = Rhk['indikator'][number];
const skpWith = (...indikator: Partial<Indikator>[]): Skp => ({
  tahun: 2026,
  pendekatan: 'kuantitatif',
  rhk: [
    {
      kode: 'GR-U-01',
      jenis: 'utama',
      rhk: 'RHK',
      intervensi: null,
      indikator: indikator.map((part) => ({
        aspek: 'kuantitas',
        indikator: 'Jumlah',
        target: '20',
        satuan: 'JP',
        ...part,
      })),
      rencanaAksi: [],
    },
  ],
});

describe('ringkasRhk', () => {
  it('sums entries, approvals and realisasi per unit; deleted, withdrawn and foreign ones count nowhere', () => {
    const entriList = [
      recorded({ realisasi: 2 }),
      recorded({ realisasi: 3 }, { state: { tahap: 'DISETUJUI' } }),
      recorded({ realisasi: 1, satuan: 'kegiatan' }, { state: { tahap: 'DIKEMBALIKAN' } }),
      recorded({ realisasi: 50 }, { state: { tahap: 'DITARIK' } }),
      recorded({ realisasi: 50 }, { deleted: true }),
      recorded({ realisasi: 50, rhk: 'GR-U-02' }),
      recorded({ realisasi: 50, rhk: null }),
    ];
    expect(ringkasRhk(skpWith({}), entriList)).toEqual([
      { kode: 'GR-U-01', jumlah: 3, disetujui: 1, volume: { JP: 5, kegiatan: 1 }, persen: 25 },
    ]);
  });

  it.each<[string, Partial<Indikator>[], number | null]>([
    ['an amount in the unit recorded', [{ target: '8' }], 25],
    ['a unit in other case', [{ target: '8', satuan: 'jp' }], 25],
    ['the unit within the target', [{ target: '8 JP', satuan: '' }], 25],
    ['passes 100', [{ target: '1' }], 200],
    ['another unit', [{ satuan: 'modul' }], null],
    ['no amount', [{ target: 'seluruh murid' }], null],
    ['nothing', [], null],
    ['zero', [{ target: '0' }], null],
    ['a pace per week', [{ indikator: 'Jumlah jam tatap muka per minggu' }], null],
    ['a pace per month in the target', [{ target: '8 JP/bulan', satuan: '' }], null],
    ['quality only', [{ aspek: 'kualitas' }], null],
    ['the amount after an indicator of quality', [{ aspek: 'kualitas', target: '1' }, { target: '8' }], 25],
    ['a fraction', [{ target: '2,5' }], null],
  ])('percent of a target with %s: %3$s', (_name, indikator, persen) => {
    expect(ringkasRhk(skpWith(...indikator), [recorded()])[0]?.persen).toBe(persen);
  });

  it.each<[string, Partial<Indikator>, RingkasRhk['sebab']]>([
    ['a target of no amount', { target: 'seluruh murid' }, 'bukan_jumlah'],
    ['a pace', { target: '8 JP/bulan', satuan: '' }, 'bukan_jumlah'],
    ['quality only', { aspek: 'kualitas' }, 'bukan_jumlah'],
    ['entries in another unit', { satuan: 'modul' }, 'satuan_lain'],
    ['an amount in the unit recorded', { target: '8' }, undefined],
  ])('says why there is no percent: %s', (_name, indikator, sebab) => {
    expect(ringkasRhk(skpWith(indikator), [recorded()])[0]?.sebab).toBe(sebab);
  });

  it('nothing recorded is zero percent', () => {
    expect(ringkasRhk(skpWith({}), [])[0]).toEqual({
      kode: 'GR-U-01',
      jumlah: 0,
      disetujui: 0,
      volume: {},
      persen: 0,
    });
  });

  it('loses no entry of a half year', () => {
    const entriList = kegiatan.map((row) => recorded(entriData(row)));
    const sum = ringkasRhk(skpData(), entriList).reduce((total, { jumlah }) => total + jumlah, 0);
    expect(sum).toBe(kegiatan.filter(({ rhkKode }) => rhkKode !== null).length);
  });
});

describe('ringkasBulan', () => {
  const satker = satkerData();

  it('counts working days up to today, filled and empty', () => {
    const entriList = [
      '2026-11-02',
      '2026-11-02',
      '2026-11-03',
      '2026-11-07',
      '2026-11-30',
      '2026-10-30',
    ].map((tanggal) => recorded({ tanggal }));
    const bulan = ringkasBulan('2026-11', entriList, satker, '2026-11-06');
    expect([bulan.hariKerja, bulan.terisi, bulan.kosong]).toEqual([
      5,
      2,
      ['2026-11-04', '2026-11-05', '2026-11-06'],
    ]);
    expect(bulan.perTanggal.size).toBe(30);
    expect([
      bulan.perTanggal.get('2026-11-02'),
      bulan.perTanggal.get('2026-11-07'),
      bulan.perTanggal.get('2026-11-30'),
    ]).toEqual([
      { jumlah: 2, tingkat: 2 },
      { jumlah: 1, tingkat: 1, akhirPekan: true },
      { jumlah: 1, tingkat: 1 },
    ]);
  });

  it('sixteen working days up to 23 November 2026', () => {
    expect(ringkasBulan('2026-11', [], satker, '2026-11-23').hariKerja).toBe(16);
  });

  it('names holidays, and counts none of them as a working day', () => {
    const desember = ringkasBulan('2026-12', [], satker, '2026-12-31');
    expect(desember.perTanggal.get('2026-12-25')?.libur).toBe('Kelahiran Yesus Kristus (Natal)');
    expect([desember.hariKerja, desember.kosong.at(-1)]).toEqual([14, '2026-12-18']);
  });

  it('shades up to four', () => {
    const entriList = Array.from({ length: 9 }, () => recorded({ tanggal: '2026-11-02' }));
    expect(ringkasBulan('2026-11', entriList, null, '2026-11-30').perTanggal.get('2026-11-02')).toEqual({
      jumlah: 9,
      tingkat: 4,
    });
  });

  it('deleted and withdrawn entries fill no day', () => {
    const entriList = [
      recorded({ tanggal: '2026-11-02' }, { deleted: true }),
      recorded({ tanggal: '2026-11-03' }, { state: { tahap: 'DITARIK' } }),
    ];
    expect(ringkasBulan('2026-11', entriList, null, '2026-11-03').terisi).toBe(0);
  });

  it('a month to come has no empty days', () => {
    expect(ringkasBulan('2026-12', [], null, '2026-11-23')).toMatchObject({
      hariKerja: 0,
      terisi: 0,
      kosong: [],
    });
  });

  it('empty working days are asked for where the log is owed, never today, and nowhere else', () => {
    const bulan = ringkasBulan('2026-11', [recorded({ tanggal: '2026-11-03' })], null, '2026-11-05');
    expect(hariDitagih(bulan, 'wajib', '2026-11-05')).toEqual(['2026-11-02', '2026-11-04']);
    expect(hariDitagih(bulan, 'opsional', '2026-11-05')).toEqual([]);
    expect(hariDitagih(bulan, 'mati', '2026-11-05')).toEqual([]);
  });

  it('every working day is filled or empty', () => {
    const someDay = fc.integer({ min: 1, max: 31 }).map((day) => `2026-12-${String(day).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.array(someDay), someDay, (days, hariIni) => {
        const { hariKerja, terisi, kosong } = ringkasBulan(
          '2026-12',
          days.map((tanggal) => recorded({ tanggal })),
          aSatker(),
          hariIni,
        );
        expect(terisi + kosong.length).toBe(hariKerja);
      }),
    );
  });
});
