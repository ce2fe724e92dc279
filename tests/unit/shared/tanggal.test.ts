import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bulanDari,
  hariKe,
  hariPekan,
  jamPada,
  selisihHari,
  tambahBulan,
  tambahHari,
  tanggalBulan,
  tanggalDari,
  tanggalPada,
  ZONA_TERDEPAN,
} from '../../../shared/domain/index.ts';
import { isTanggal } from '../../../shared/records/index.ts';

const DAY = 86_400_000;
const FIRST = Date.UTC(2015, 0, 1) / DAY;
const LAST = Date.UTC(2099, 11, 31) / DAY;
const aDay = fc.integer({ min: FIRST, max: LAST });

describe('dates', () => {
  it('agree with Date.UTC on every day from 2015 to 2099', () => {
    const wrong: string[] = [];
    for (let day = FIRST; day <= LAST; day += 1) {
      const date = new Date(day * DAY);
      const tanggal = date.toISOString().slice(0, 10);
      const iso = date.getUTCDay() === 0 ? 7 : date.getUTCDay();
      if (
        !isTanggal(tanggal) ||
        hariKe(tanggal) !== day ||
        tanggalDari(day) !== tanggal ||
        hariPekan(tanggal) !== iso
      )
        wrong.push(tanggal);
    }
    expect(wrong).toEqual([]);
  });

  it('are the same whether reckoned or asked of the calendar of the zone', () => {
    const zona = fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Asia/Kolkata');
    const saat = fc.oneof(
      fc.integer({ min: -10 * 365 * DAY, max: 300 * 365 * DAY }),
      fc.integer({ min: 0, max: 60_000 }).map((day) => day * DAY - 7 * 3_600_000),
    );
    fc.assert(
      fc.property(saat, zona, (at, zone) => {
        const asked = new Intl.DateTimeFormat('en-CA', {
          timeZone: zone,
          year: 'numeric',
          month: '2-digit',
          day: '2-digit',
        });
        expect(tanggalPada(at, zone)).toBe(asked.format(at));
      }),
      { numRuns: 2000 },
    );
  });

  it('exist exactly where the calendar has them: every month and day of every year', () => {
    const wrong: string[] = [];
    for (let year = 2014; year <= 2100; year += 1)
      for (let month = 0; month <= 13; month += 1)
        for (let day = 0; day <= 32; day += 1) {
          const tanggal = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const date = new Date(Date.UTC(year, month - 1, day));
          const exists =
            year >= 2015 &&
            year <= 2099 &&
            date.getUTCFullYear() === year &&
            date.getUTCMonth() === month - 1 &&
            date.getUTCDate() === day;
          if (isTanggal(tanggal) !== exists) wrong.push(tanggal);
        }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2096-02-29', true],
    ['2026-11-31', false],
    ['2026-1-1', false],
    ['2026-11-23T00:00', false],
    [' 2026-11-23', false],
    ['9999-12-31', false],
    ['0000-01-01', false],
  ])('%s: %s', (tanggal, exists) => {
    expect(isTanggal(tanggal)).toBe(exists);
  });

  it('add and subtract without loss', () => {
    fc.assert(
      fc.property(
        aDay,
        aDay,
        (a, b) => tambahHari(tanggalDari(a), selisihHari(tanggalDari(a), tanggalDari(b))) === tanggalDari(b),
      ),
    );
  });

  it('a month holds all its days and no other', () => {
    expect([
      tanggalBulan('2024-02').length,
      tanggalBulan('2026-02').length,
      tanggalBulan('2026-12').at(-1),
    ]).toEqual([29, 28, '2026-12-31']);
    fc.assert(
      fc.property(aDay, (day) => tanggalBulan(bulanDari(tanggalDari(day))).includes(tanggalDari(day))),
    );
  });

  it.each([
    ['2026-11', 1, '2026-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-11', -23, '2024-12'],
    ['2026-11', 0, '2026-11'],
  ])('%s and %i months is %s', (bulan, langkah, expected) => {
    expect(tambahBulan(bulan, langkah)).toBe(expected);
  });
});

describe('zones', () => {
  const at = (iso: string): number => Date.parse(iso);

  it.each([
    ['Asia/Jakarta', '2026-11-23T16:59:00Z', '2026-11-23', '23:59'],
    ['Asia/Jakarta', '2026-11-23T17:00:00Z', '2026-11-24', '00:00'],
    ['Asia/Makassar', '2026-11-23T15:59:00Z', '2026-11-23', '23:59'],
    ['Asia/Makassar', '2026-11-23T16:00:00Z', '2026-11-24', '00:00'],
    ['Asia/Jayapura', '2026-11-23T14:59:00Z', '2026-11-23', '23:59'],
    ['Asia/Jayapura', '2026-11-23T15:00:00Z', '2026-11-24', '00:00'],
    ['Asia/Jakarta', '2026-12-31T17:00:00Z', '2027-01-01', '00:00'],
    ['Asia/Jakarta', '2028-02-28T17:00:00Z', '2028-02-29', '00:00'],
  ])('%s at %s: %s %s', (zona, iso, tanggal, jam) => {
    expect([tanggalPada(at(iso), zona), jamPada(at(iso), zona)]).toEqual([tanggal, jam]);
  });

  it('no school is a day ahead of the easternmost zone', () => {
    fc.assert(
      fc.property(
        aDay,
        fc.integer({ min: 0, max: DAY - 1 }),
        fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'),
        (day, ms, zona) => tanggalPada(day * DAY + ms, zona) <= tanggalPada(day * DAY + ms, ZONA_TERDEPAN),
      ),
    );
  });
});
