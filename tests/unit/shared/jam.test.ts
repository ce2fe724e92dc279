import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bertumpuk, jamDari, lama, menit, type Rentang, slotBebas } from '../../../shared/domain/index.ts';

const minutes = fc.integer({ min: 0, max: 1439 });
const aRentang = fc
  .tuple(minutes, minutes)
  .filter(([a, b]) => a < b)
  .map(([a, b]): Rentang => ({ mulai: jamDari(a), selesai: jamDari(b) }));

describe('jam', () => {
  it('turns minutes into a clock and back for every minute of a day', () => {
    for (let at = 0; at < 1440; at += 1) expect(menit(jamDari(at))).toBe(at);
  });

  it.each([
    [-5, '00:00'],
    [1440, '23:59'],
    [449.6, '07:30'],
  ])('holds %d within the day: %s', (at, jam) => {
    expect(jamDari(at)).toBe(jam);
  });

  it.each([
    ['07:30–08:40', '08:40–09:15', false],
    ['07:30–08:40', '08:39–09:15', true],
    ['07:30–12:00', '08:00–09:00', true],
    ['07:30–08:40', '07:30–08:40', true],
    ['07:30–08:40', '13:00–14:00', false],
  ])('%s and %s overlap: %s', (a, b, expected) => {
    const [first, second] = [a, b].map(
      (span): Rentang => ({ mulai: span.slice(0, 5), selesai: span.slice(6) }),
    ) as [Rentang, Rentang];
    expect([bertumpuk(first, second), bertumpuk(second, first)]).toEqual([expected, expected]);
  });
});

describe('slotBebas', () => {
  it('never overlaps what is taken while a free minute is left', () => {
    fc.assert(
      fc.property(aRentang, fc.array(aRentang, { maxLength: 6 }), (ingin, terisi) => {
        const slot = slotBebas(ingin, terisi);
        const free = Array.from({ length: 1439 }, (_, at) => at).some(
          (at) => !terisi.some((taken) => menit(taken.mulai) <= at && at < menit(taken.selesai)),
        );
        expect(lama(slot)).toBeGreaterThan(0);
        if (free) expect(terisi.filter((taken) => bertumpuk(taken, slot))).toEqual([]);
        else expect(slot).toEqual(ingin);
      }),
    );
  });

  it('leaves a free wish as it is', () => {
    fc.assert(
      fc.property(aRentang, fc.array(aRentang, { maxLength: 4 }), (ingin, terisi) => {
        fc.pre(!terisi.some((taken) => bertumpuk(taken, ingin)));
        expect(slotBebas(ingin, terisi)).toEqual(ingin);
      }),
    );
  });

  it.each([
    ['moves to the end of what is taken', '08:00–09:00', ['07:30–08:40'], '08:40–09:40'],
    ['skips a gap that is too short', '08:00–09:00', ['07:30–08:40', '09:00–10:00'], '10:00–11:00'],
    ['is cut where only little room is left', '23:00–23:50', ['22:00–23:30'], '23:30–23:59'],
    ['goes before where nothing is left after', '22:00–23:00', ['21:00–23:59'], '20:00–21:00'],
  ])('%s', (_name, ingin, terisi, expected) => {
    const span = (words: string): Rentang => ({ mulai: words.slice(0, 5), selesai: words.slice(6) });
    expect(slotBebas(span(ingin), terisi.map(span))).toEqual(span(expected));
  });
});
