import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALUR,
  alurTahun,
  berlakuPada,
  DOKUMEN_AKUNTABILITAS,
  hitungDokumen,
  SUB_INDIKATOR,
  UPAYA_BELAJAR,
} from '../../../shared/domain/index.ts';

const tahun = fc.integer({ min: 2015, max: 2099 });
const aturan = fc.array(fc.record({ sejak: tahun, alur: fc.constantFrom(...ALUR) }), { maxLength: 6 });

describe('two flows, one engine', () => {
  it('where the instansi has said nothing, teachers go their own way from 2025 on', () => {
    expect([2024, 2025, 2026].map((satu) => alurTahun(null, satu))).toEqual(['umum', 'guru', 'guru']);
  });

  it('a rule holds from its year on, whatever the order in which rules were written', () => {
    fc.assert(
      fc.property(aturan, tahun, (alur, satu) => {
        const berlaku = alur.filter(({ sejak }) => sejak <= satu);
        const terbaru = Math.max(...berlaku.map(({ sejak }) => sejak));
        const wanted = berlaku.filter(({ sejak }) => sejak === terbaru).map((one) => one.alur);
        const got = alurTahun({ alur }, satu);
        if (berlaku.length > 0) expect(wanted).toContain(got);
        else expect(got).toBe(alurTahun(null, satu));
      }),
    );
  });

  it('a rule of a later year changes nothing of the years before', () => {
    fc.assert(
      fc.property(aturan, tahun, fc.constantFrom(...ALUR), (alur, satu, baru) => {
        expect(alurTahun({ alur: [...alur, { sejak: satu + 1, alur: baru }] }, satu)).toBe(
          alurTahun({ alur }, satu),
        );
      }),
    );
  });
});

describe('tables of the teachers’ flow', () => {
  it('eight sub-indicators in three groups, each code once', () => {
    const rows = berlakuPada(SUB_INDIKATOR, 2026);
    expect(rows).toHaveLength(8);
    expect(new Set(rows.map(({ kelompok }) => kelompok)).size).toBe(3);
    expect(new Set(rows.map(({ kode }) => kode)).size).toBe(8);
    expect(berlakuPada(SUB_INDIKATOR, 2023)).toEqual([]);
  });

  it('a teacher shows three documents, a head four', () => {
    const rows = berlakuPada(DOKUMEN_AKUNTABILITAS, 2026);
    expect(rows.filter(({ untuk }) => untuk === 'guru')).toHaveLength(3);
    expect(rows.filter(({ untuk }) => untuk === 'kepala')).toHaveLength(4);
  });

  it('a row with an end holds up to and with it', () => {
    const row = { kode: 'X', nama: 'X', sejak: 2024, sampai: 2025 };
    expect([2023, 2024, 2025, 2026].map((satu) => berlakuPada([row], satu).length)).toEqual([0, 1, 1, 0]);
    expect(berlakuPada(UPAYA_BELAJAR, 2026)).toHaveLength(6);
  });

  it('a document counts as confirmed only where it is there, valid and sufficient', () => {
    const dokumen = ['A', 'B', 'C'].map((kode) => ({ kode }));
    const ya = { ada: true, sah: true, memadai: true };
    expect(hitungDokumen(dokumen, { A: ya, B: { ...ya, sah: false }, LAMA: ya })).toEqual({
      semua: 3,
      lengkap: 1,
      kurang: 1,
    });
  });
});
