import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type EntriSekolah,
  isianSekolah,
  type RentangHari,
  SEBAB_KENDALA,
  sebaranRhk,
  tambahHari,
  trenPekan,
} from '../../../shared/domain/index.ts';
import {
  type BahanSekolah,
  gabungJumlah,
  jumlahRekam,
  PEKAN_PANTAU,
  rincianSekolah,
  trenPantau,
} from '../../../shared/pantau/index.ts';
import type { EntriState, Kendala, RecordOf } from '../../../shared/records/index.ts';
import { anEntri, anEntriRecord, aSatker, idOf, SHARD } from './builders.ts';
import { aSkp } from './skp-builders.ts';

const HARI_INI = '2026-11-24';
const ORANG = ['p_a', 'p_b', 'p_c', 'p_d', 'p_e', 'p_f'];
const SATKER = aSatker({
  kalender: [{ mulai: '2026-10-19', selesai: '2026-10-20', nama: 'Libur daerah', libur: true }],
});
const orang = (banyak: number): BahanSekolah['orang'] =>
  ORANG.slice(0, banyak).map((id) => ({ id, nama: `Guru ${id}`, masa: [{ mulai: '', akhir: null }] }));

type Tahap = EntriState['tahap'];
const entriAcak = fc
  .array(
    fc.record({
      owner: fc.constantFrom(...ORANG),
      lalu: fc.integer({ min: 1, max: 50 }),
      rhk: fc.constantFrom('GR-U-01', 'GR-U-02', null),
      tahap: fc.constantFrom<Tahap>('DIAJUKAN', 'DISETUJUI', 'DIKEMBALIKAN', 'DITARIK'),
    }),
    { maxLength: 60 },
  )
  .map((semua) =>
    semua.map(
      ({ owner, lalu, rhk, tahap }, i): RecordOf<'entri'> => ({
        ...anEntriRecord({ id: idOf(i + 1), owner, state: { tahap } }),
        content: anEntri({ uraian: 'Rahasia', rhk, tanggal: tambahHari(HARI_INI, -lalu) }),
      }),
    ),
  );
const kendalaAcak = fc
  .array(
    fc.record({
      owner: fc.constantFrom(...ORANG),
      sebab: fc.constantFrom(...SEBAB_KENDALA),
      lalu: fc.integer({ min: 1, max: 60 }),
      lama: fc.integer({ min: 0, max: 12 }),
    }),
    { maxLength: 6 },
  )
  .map((semua) =>
    semua.map(({ owner, sebab, lalu, lama }, i): RecordOf<'kendala'> => {
      const mulai = tambahHari(HARI_INI, -lalu);
      const content: Kendala = { sebab, mulai, selesai: tambahHari(mulai, lama), catatan: '', dari: owner };
      const id = idOf(i + 1, 'd_kendal');
      return {
        ...{ shard: SHARD, id, kind: 'kendala', owner, head: id, state: { tahap: 'DILAPORKAN' } },
        ...{ content, deleted: false, variants: [] },
      };
    }),
  );

const bahanDari = (
  entri: readonly RecordOf<'entri'>[],
  kendala: readonly RecordOf<'kendala'>[],
  banyak = 6,
): BahanSekolah => ({
  ...{ satker: SATKER, orang: orang(banyak), penilai: new Set(), mulai: '2026-09-01', hariIni: HARI_INI },
  jumlah: gabungJumlah([...entri, ...kendala].flatMap((satu) => jumlahRekam(satu, null))),
});

describe('one school from above', () => {
  it('is week by week what its head sees on his own phone', () => {
    fc.assert(
      fc.property(entriAcak, kendalaAcak, (entri, kendala) => {
        const diHp = { satker: SATKER, orang: orang(6), entri, kendala };
        const berutang = (rentang: RentangHari): number =>
          isianSekolah(diHp, rentang).filter(({ hariKerja }) => hariKerja > 0).length;
        expect(trenPantau(bahanDari(entri, kendala))).toEqual(
          trenPekan(diHp, tambahHari(HARI_INI, -1), PEKAN_PANTAU).map(
            ({ awal, akhir, hariKerja, terisi, kegiatan }) => ({
              ...{ awal, akhir, kegiatan },
              bagian: berutang({ awal, akhir }) < 5 ? null : Math.round((terisi / hariKerja) * 100),
            }),
          ),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('tells no share of days where fewer than five people owed any: illness of one could be worked out of it', () => {
    fc.assert(
      fc.property(entriAcak, kendalaAcak, fc.integer({ min: 0, max: 4 }), (entri, kendala, banyak) => {
        for (const { bagian } of trenPantau(bahanDari(entri, kendala, banyak))) expect(bagian).toBeNull();
      }),
      { numRuns: 40 },
    );
    const lengkap = trenPantau(bahanDari([], []));
    expect(lengkap.map(({ bagian }) => bagian)).toEqual(Array.from({ length: 8 }, () => 0));
    const mulai = { ...bahanDari([], []), mulai: '2026-11-10' };
    expect(trenPantau(mulai).map(({ awal }) => awal)).toEqual(['2026-11-09', '2026-11-16', '2026-11-23']);
  });

  it('spreads over RHK as the head’s does, with people and numbers in the place of entries and not a word of them', () => {
    const skp: RecordOf<'skp'>[] = ORANG.map((owner, i) => {
      const id = idOf(i + 1, 'd_skpskp');
      return {
        ...{ shard: SHARD, id, kind: 'skp', owner, head: id, state: { tahap: 'DISETUJUI' } },
        ...{ content: aSkp({ tahun: 2026 }), deleted: false, variants: [] },
      };
    });
    fc.assert(
      fc.property(entriAcak, (entri) => {
        const bahan = bahanDari(entri, []);
        const { rhk, tanda } = rincianSekolah(bahan, { entri, skp });
        const sebulan: EntriSekolah[] = entri.filter(
          ({ content }) => content.tanggal >= tambahHari(HARI_INI, -28),
        );
        const diHp = sebaranRhk(sebulan, skp);
        expect(rhk.map(({ perGuru: _, ...satu }) => satu)).toEqual(
          diHp.map(({ entri: ids, ...satu }) => ({ ...satu, jumlah: ids.length })),
        );
        for (const { jumlah, guru, perGuru } of rhk) {
          expect(perGuru.reduce((sum, satu) => sum + satu.jumlah, 0)).toBe(jumlah);
          expect(perGuru).toHaveLength(guru);
        }
        expect(JSON.stringify({ rhk, tanda })).not.toMatch(/Rahasia|d_abcdef/);
        expect(tanda.every(({ id, jumlah }) => ORANG.includes(id) && jumlah > 0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
