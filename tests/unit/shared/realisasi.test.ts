import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buktiRealisasi, realisasiIndikator, usulRealisasi } from '../../../shared/domain/index.ts';
import type { EntriState, RecordOf } from '../../../shared/records/index.ts';
import { anEntri, anEntriRecord } from './builders.ts';

const NOVEMBER = { awal: '2026-11-01', akhir: '2026-11-30' };
const RHK = 'GR-U-01';

const entri = (
  tanggal: string,
  tahap: EntriState['tahap'] = 'DISETUJUI',
  part: Partial<RecordOf<'entri'>['content']> = {},
): RecordOf<'entri'> => anEntriRecord({ state: { tahap }, content: anEntri({ tanggal, ...part }) });

describe('realisasi proposed from the record', () => {
  it('worked example: two lessons and a document of November, what was not approved left out', () => {
    const rows = [
      entri('2026-10-31'),
      entri('2026-11-01', 'DISETUJUI', { realisasi: 2, satuan: 'JP' }),
      entri('2026-11-30', 'DISETUJUI', { realisasi: 3, satuan: 'jp ' }),
      entri('2026-11-12', 'DISETUJUI', {
        realisasi: 1,
        satuan: 'dokumen',
        tautan: ['https://contoh.id/modul'],
      }),
      entri('2026-11-13', 'DIAJUKAN'),
      entri('2026-11-14', 'DIKEMBALIKAN'),
      entri('2026-11-15', 'DITARIK'),
      entri('2026-11-16', 'DISETUJUI', { rhk: 'GR-U-02' }),
      entri('2026-11-17', 'DISETUJUI', { rhk: null }),
      anEntriRecord({
        state: { tahap: 'DISETUJUI' },
        deleted: true,
        content: anEntri({ tanggal: '2026-11-18' }),
      }),
      entri('2026-12-01'),
    ];
    const usul = usulRealisasi(RHK, rows, NOVEMBER);
    expect(usul).toEqual({
      kode: RHK,
      kegiatan: 3,
      berbukti: 1,
      volume: [
        { satuan: 'JP', jumlah: 5, kegiatan: 2 },
        { satuan: 'dokumen', jumlah: 1, kegiatan: 1 },
      ],
      awal: '2026-11-01',
      akhir: '2026-11-30',
    });
    const indikator = { aspek: 'kuantitas', indikator: 'Jumlah jam', target: '24', satuan: 'jp' } as const;
    expect(realisasiIndikator(indikator, usul)).toBe(5);
    expect(realisasiIndikator({ ...indikator, satuan: '', target: '4 dokumen' }, usul)).toBe(1);
    expect(realisasiIndikator({ ...indikator, aspek: 'kualitas' }, usul)).toBeNull();
    expect(realisasiIndikator({ ...indikator, satuan: 'laporan' }, usul)).toBeNull();
    expect(realisasiIndikator({ ...indikator, satuan: '', target: '24' }, usul)).toBeNull();
  });

  it('nothing recorded is said as nothing', () => {
    expect(usulRealisasi(RHK, [], NOVEMBER)).toEqual({
      kode: RHK,
      kegiatan: 0,
      berbukti: 0,
      volume: [],
      awal: null,
      akhir: null,
    });
  });

  it('a figure is proposed only for an indicator that counts the same unit and means a sum of it', () => {
    const rows = [
      entri('2026-11-02', 'DISETUJUI', { realisasi: 4, satuan: 'JP' }),
      entri('2026-11-03', 'DISETUJUI', { realisasi: 7, satuan: ' jp' }),
      entri('2026-11-04', 'DISETUJUI', { realisasi: 85, satuan: 'persen' }),
      entri('2026-11-05', 'DISETUJUI', { realisasi: 20, satuan: 'murid' }),
      entri('2026-11-06', 'DISETUJUI', { realisasi: 18, satuan: 'murid' }),
      entri('2026-11-09', 'DISETUJUI', { realisasi: 3, satuan: 'orang  tua' }),
      entri('2026-11-10', 'DISETUJUI', { realisasi: 2, satuan: 'hari' }),
    ];
    const usul = usulRealisasi(RHK, rows, NOVEMBER);
    const dari = (indikator: string, target: string, satuan: string, aspek = 'kuantitas') =>
      realisasiIndikator({ aspek: aspek as 'kuantitas', indikator, target, satuan }, usul);
    expect(dari('Jumlah jam tatap muka', '24', 'JP')).toBe(11);
    expect(dari('Jumlah orang tua yang dihubungi', '28', 'Orang tua')).toBe(3);
    const tidakDiusulkan = [
      ['Jumlah projek yang difasilitasi', '1', 'projek', 'kuantitas'],
      ['Jumlah jam tatap muka per minggu', '24', 'JP', 'kuantitas'],
      ['Jumlah jam tatap muka', '24 JP', 'JP/minggu', 'kuantitas'],
      ['Jam mengajar dalam seminggu', '24', 'JP', 'kuantitas'],
      ['Persentase kehadiran', '85', 'persen', 'kualitas'],
      ['Persentase kehadiran', '85', 'persen', 'kuantitas'],
      ['Rerata jam tatap muka', '24', 'JP', 'kuantitas'],
      // Who was there on two days is counted on both.
      ['Jumlah murid yang mengikuti remedial', '20', 'murid', 'kuantitas'],
      ['Hasil diolah paling lambat', '7', 'hari', 'waktu'],
      ['Hasil diolah paling lambat', '7', 'hari', 'kuantitas'],
    ] as const;
    expect(
      tidakDiusulkan.filter(([teks, target, satuan, aspek]) => dari(teks, target, satuan, aspek) !== null),
    ).toEqual([]);
  });

  it('what is proposed is what was recorded in that unit, and in no other', () => {
    const satuan = fc.constantFrom('JP', 'jp ', 'dokumen', 'Dokumen', 'hari', 'kegiatan');
    const anyRow = fc
      .tuple(fc.integer({ min: 1, max: 9999 }), satuan)
      .map(([realisasi, unit]) => entri('2026-11-10', 'DISETUJUI', { realisasi, satuan: unit }));
    const samakan = (unit: string): string => unit.trim().toLowerCase();
    fc.assert(
      fc.property(fc.array(anyRow), satuan, (rows, wanted) => {
        const indikator = { aspek: 'kuantitas', indikator: 'Jumlah', target: '8', satuan: wanted } as const;
        const cocok = rows.filter(({ content }) => samakan(content.satuan) === samakan(wanted));
        expect(realisasiIndikator(indikator, usulRealisasi(RHK, rows, NOVEMBER))).toBe(
          cocok.length === 0 ? null : cocok.reduce((sum, { content }) => sum + content.realisasi, 0),
        );
      }),
    );
  });

  it('every figure is the sum of the entries behind it, and parts of a period add up to the whole', () => {
    const anyRow = fc
      .tuple(
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom('DISETUJUI', 'DIAJUKAN', 'DIKEMBALIKAN', 'DITARIK'),
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom('JP', 'jp', 'dokumen'),
      )
      .map(([day, tahap, realisasi, satuan]) =>
        entri(`2026-11-${String(day).padStart(2, '0')}`, tahap as EntriState['tahap'], { realisasi, satuan }),
      );
    fc.assert(
      fc.property(fc.array(anyRow), fc.integer({ min: 2, max: 30 }), (rows, cut) => {
        const usul = usulRealisasi(RHK, rows, NOVEMBER);
        const bukti = buktiRealisasi(RHK, rows, NOVEMBER);
        const total = (one: typeof usul): number => one.volume.reduce((sum, { jumlah }) => sum + jumlah, 0);
        expect(usul.kegiatan).toBe(bukti.length);
        expect(total(usul)).toBe(bukti.reduce((sum, { content }) => sum + content.realisasi, 0));
        const day = (n: number): string => `2026-11-${String(n).padStart(2, '0')}`;
        const parts = [
          usulRealisasi(RHK, rows, { awal: NOVEMBER.awal, akhir: day(cut - 1) }),
          usulRealisasi(RHK, rows, { awal: day(cut), akhir: NOVEMBER.akhir }),
        ];
        expect(parts.reduce((sum, part) => sum + part.kegiatan, 0)).toBe(usul.kegiatan);
        expect(parts.reduce((sum, part) => sum + total(part), 0)).toBe(total(usul));
      }),
    );
  });
});
