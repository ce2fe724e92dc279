import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cacatPin, jedaPin, PIN_HABIS, PIN_MIN, sisaTunggu } from '../../../shared/domain/index.ts';

test.each([
  ['', 'pendek'],
  ['28491', 'pendek'],
  ['284a17', 'bukan_angka'],
  ['000000', 'mudah'],
  ['123456', 'mudah'],
  ['654321', 'mudah'],
  ['567890', 'mudah'],
  ['284917', null],
  ['2849172849', null],
])('the PIN %s: %s', (pin, cacat) => {
  expect(cacatPin(pin)).toBe(cacat);
});

test('three wrong PINs are free, then each costs at least as much as the one before, an hour at most', () => {
  expect([0, 1, 2].map(jedaPin)).toEqual([0, 0, 0]);
  const all = Array.from({ length: PIN_HABIS - 3 }, (_, i) => jedaPin(i + 3));
  expect(all).toEqual([...all].sort((a, b) => a - b));
  expect([all[0], Math.max(...all)]).toEqual([5000, 3_600_000]);
  expect(jedaPin(1000)).toBe(3_600_000);
  expect(PIN_MIN).toBe(6);
});

test('a wait never lasts longer than it is, whatever the clock does, and is over at its end', () => {
  fc.assert(
    fc.property(fc.nat(1e9), fc.nat(1e7), fc.integer({ min: -1e12, max: 1e12 }), (sejak, lama, jauh) => {
      const tunggu = { sejak, sampai: sejak + lama };
      const sisa = sisaTunggu(tunggu, sejak + jauh);
      expect(sisa).toBeGreaterThanOrEqual(0);
      expect(sisa).toBeLessThanOrEqual(lama);
      if (jauh >= lama) expect(sisa).toBe(0);
    }),
  );
  expect(sisaTunggu(null, 0)).toBe(0);
});
