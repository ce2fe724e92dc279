import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  awalHari,
  bertemu,
  kedudukan,
  masaHak,
  tambahHari,
  tanggalPada,
  tolakanTugas,
  tugasBerlaku,
} from '../../../shared/domain/index.ts';

const hari = fc.integer({ min: 0, max: 3000 }).map((jarak) => tambahHari('2024-01-01', jarak));
const masa = fc
  .tuple(hari, fc.option(fc.integer({ min: 0, max: 400 })))
  .map(([mulai, lama]) => ({ mulai, akhir: lama === null ? null : tambahHari(mulai, lama) }));
const zona = fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura');

describe('the right of an assignment', () => {
  test('holds at an instant exactly where the assignment holds on the date of its zone', () => {
    fc.assert(
      fc.property(
        masa,
        zona,
        fc.integer({ min: 1_700_000_000_000, max: 2_000_000_000_000 }),
        (satu, di, saat) => {
          const { since, until } = masaHak(satu, di);
          const berlaku = since <= saat && (until === null || saat < until);
          expect(berlaku).toBe(tugasBerlaku(satu, tanggalPada(saat, di)));
        },
      ),
    );
  });
  test('begins with the first millisecond of its first day and not one before', () => {
    fc.assert(
      fc.property(hari, zona, (tanggal, di) => {
        const awal = awalHari(tanggal, di);
        expect([tanggalPada(awal, di), tanggalPada(awal - 1, di)]).toEqual([
          tanggal,
          tambahHari(tanggal, -1),
        ]);
      }),
    );
  });
});

test('two stretches of days meet exactly where some day lies in both', () => {
  fc.assert(
    fc.property(masa, masa, (a, b) => {
      const kandidat = [a.mulai, b.mulai];
      expect(bertemu(a, b)).toBe(kandidat.some((satu) => tugasBerlaku(a, satu) && tugasBerlaku(b, satu)));
      expect(bertemu(b, a)).toBe(bertemu(a, b));
    }),
  );
});

describe('an assignment is refused', () => {
  const plt = { jenis: 'plt', mulai: '2026-11-01', akhir: '2027-01-31' } as const;
  test.each([
    ['that ends before it begins', { ...plt, akhir: '2026-10-31' }, 'masa_terbalik'],
    ['of somebody who stands in without a last day', { ...plt, akhir: null }, 'masa_terbuka'],
    ['of somebody who stands in for more than a year', { ...plt, akhir: '2027-11-02' }, 'masa_terbuka'],
    ['of a day', { ...plt, akhir: '2026-11-01' }, null],
    [
      'of a head for good, without an end',
      { jenis: 'kepala', mulai: '2026-11-01', akhir: null } as const,
      null,
    ],
  ])('%s: %o', (_, satu, code) => {
    expect(tolakanTugas(satu, [])).toBe(code);
  });
  test('beside one of the same kind that shares a day with it, and no other', () => {
    const ada = { ...plt, sebab: null };
    expect(tolakanTugas({ ...plt, mulai: '2027-01-31', akhir: '2027-02-28' }, [ada])).toBe('masa_bertumpuk');
    expect(tolakanTugas({ ...plt, mulai: '2027-02-01', akhir: '2027-02-28' }, [ada])).toBeNull();
    expect(tolakanTugas({ ...plt, jenis: 'plh' }, [ada])).toBeNull();
  });
});

describe('how a person stands in a unit', () => {
  const induk = (mulai: string, akhir: string | null) => ({
    jenis: 'induk' as const,
    mulai,
    akhir,
    sebab: null,
  });
  test.each([
    ['without any assignment: there all along', [], 'bertugas'],
    ['while hers holds', [induk('2026-01-01', null)], 'bertugas'],
    ['before it begins', [induk('2026-12-01', null)], 'belum'],
    ['after it ended', [induk('2026-01-01', '2026-11-25')], 'pergi'],
    ['on its last day', [induk('2026-01-01', '2026-11-26')], 'bertugas'],
    ['gone, and coming back', [induk('2026-01-01', '2026-06-30'), induk('2027-01-01', null)], 'belum'],
    [
      'teaching beside her own school',
      [{ ...induk('2026-01-01', null), jenis: 'nonInduk' as const }],
      'nonInduk',
    ],
    [
      'standing in for the head says nothing of her',
      [{ ...induk('2026-01-01', '2026-02-01'), jenis: 'plt' as const }],
      'bertugas',
    ],
  ])('%s', (_, tugas, di) => {
    expect(kedudukan(tugas, '2026-11-26')).toBe(di);
  });
});
