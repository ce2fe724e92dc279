import { expect, test } from 'vitest';
import { pengukur } from '../../../client/app/pengukur.ts';

test('time in which the page was not to be seen is not counted', () => {
  const ukur = pengukur(1000, true);
  ukur.tampak(false, 5000);
  expect(ukur.sampai(60_000)).toBe(4000);
  ukur.tampak(true, 60_000);
  expect(ukur.sampai(61_000)).toBe(5000);
});

test('a form that is come back to counts on from where it was', () => {
  expect(pengukur(1000, true, 7000).sampai(2000)).toBe(8000);
});

test('begun unseen it counts nothing, said twice it counts once, and a clock set back takes nothing away', () => {
  const ukur = pengukur(1000, false);
  expect(ukur.sampai(9000)).toBe(0);
  ukur.tampak(true, 9000);
  ukur.tampak(true, 10_000);
  expect(ukur.sampai(11_000)).toBe(2000);
  ukur.tampak(false, 500);
  expect(ukur.sampai(99_000)).toBe(1000);
});
