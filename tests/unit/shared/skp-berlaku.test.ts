import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bedaSkp, periodeSkp, skpBerlaku, skpPada } from '../../../shared/domain/index.ts';
import type { Skp } from '../../../shared/records/index.ts';
import { idOf } from './builders.ts';
import { anRhk, aSkp, aSkpRecord } from './skp-builders.ts';

const sah = (nomor: number, part: Partial<Skp> = {}) =>
  aSkpRecord({ id: idOf(nomor), content: aSkp(part), state: { tahap: 'DISETUJUI' } });
const { periode: _, ...lama } = aSkp();

describe('which SKP holds', () => {
  it('a new version takes the place of the old one when it is approved, and not before', () => {
    const baru = aSkpRecord({
      id: idOf(2),
      content: aSkp({ mengganti: idOf(1) }),
      state: { tahap: 'DIAJUKAN' },
    });
    expect(skpBerlaku([sah(1), baru]).map(({ id }) => id)).toEqual([idOf(1)]);
    const disetujui = { ...baru, state: { tahap: 'DISETUJUI' as const } };
    expect(skpBerlaku([disetujui, sah(1)]).map(({ id }) => id)).toEqual([idOf(2)]);
  });

  it('one of before there were periods is its whole year’s', () => {
    expect(periodeSkp(lama)).toEqual({ awal: '2026-01-01', akhir: '2026-12-31' });
    expect(skpPada([{ ...sah(1), content: lama }], '2026-11-23')?.id).toBe(idOf(1));
  });

  it.each([
    ['2026-03-01', 1],
    ['2026-06-30', 1],
    ['2026-07-01', 2],
    ['2026-06', 1],
    ['2026-07', 2],
    ['2026', 2],
    ['2025-05-05', null],
  ])('in a year of two posts, on %s it is number %s', (pada, nomor) => {
    const dua = [
      sah(2, { periode: { awal: '2026-07-01', akhir: '2026-12-31' } }),
      sah(1, { periode: { awal: '2026-01-01', akhir: '2026-06-30' } }),
    ];
    expect(skpPada(dua, pada)?.id ?? null).toBe(nomor === null ? null : idOf(nomor));
  });

  it('a date outside of all periods of its year still finds words', () => {
    expect(
      skpPada([sah(1, { periode: { awal: '2026-07-01', akhir: '2026-12-31' } })], '2026-02-02')?.id,
    ).toBe(idOf(1));
  });
});

describe('the difference of two versions', () => {
  it('names RHK that are new, changed and gone, and other parts by name', () => {
    const kini = aSkp({
      rhk: [anRhk({ rhk: 'Diubah' }), anRhk({ kode: 'BARU' })],
      lampiran: { dukungan: [], skema: ['Lain'], konsekuensi: [] },
    });
    const beda = bedaSkp(aSkp({ rhk: [anRhk(), anRhk({ kode: 'GR-U-02' })] }), kini);
    expect(beda.bagian).toEqual(['lampiran']);
    expect(
      beda.rhk.map(({ jenis, ...satu }) => [jenis, 'kini' in satu ? satu.kini.kode : satu.lama.kode]),
    ).toEqual([
      ['ubah', 'GR-U-01'],
      ['baru', 'BARU'],
      ['hilang', 'GR-U-02'],
    ]);
  });

  it('of a version with itself is none, nor of an old one with the same in the new shape', () => {
    expect(bedaSkp(lama, { ...aSkp(), perilaku: aSkp().perilaku })).toEqual({ bagian: [], rhk: [] });
    expect(bedaSkp(aSkp({ perilaku: [] }), aSkp({ perilaku: ['', ''] }))).toEqual({ bagian: [], rhk: [] });
  });

  it('what an old version knew nothing of is no change, until something is said', () => {
    const { penilai: __, lampiran: ___, ...kuno } = lama;
    const kosong = { dukungan: [], skema: [], konsekuensi: [] };
    expect(bedaSkp(kuno, aSkp({ lampiran: kosong }))).toEqual({ bagian: [], rhk: [] });
    expect(bedaSkp(kuno, aSkp()).bagian).toEqual(['lampiran']);
    const plt = { id: '', nama: 'Plt', nip: '', jabatan: '' };
    expect(bedaSkp(aSkp(), aSkp({ penilai: plt })).bagian).toEqual(['penilai']);
  });

  it('finds each RHK once on each side', () => {
    const kodeList = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D'));
    fc.assert(
      fc.property(kodeList, kodeList, (a, b) => {
        const isi = (kodes: string[]) => aSkp({ rhk: kodes.map((kode) => anRhk({ kode })) });
        const beda = bedaSkp(isi(a), isi(b)).rhk.map((satu) => satu.jenis);
        expect(beda.filter((jenis) => jenis === 'baru')).toHaveLength(
          b.filter((kode) => !a.includes(kode)).length,
        );
        expect(beda.filter((jenis) => jenis === 'hilang')).toHaveLength(
          a.filter((kode) => !b.includes(kode)).length,
        );
        expect(beda).not.toContain('ubah');
      }),
    );
  });
});
