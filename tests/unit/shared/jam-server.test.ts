import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JAM_WAJAR, saatServer } from '../../../shared/domain/index.ts';

const TAHUN = 365 * 86_400_000;
const BENAR = Date.UTC(2026, 10, 23, 3);
const saat = fc.integer({ min: -3 * TAHUN, max: 3 * TAHUN });
const sejak = fc.integer({ min: 0, max: TAHUN });

test('a clock that is off, and stays so, tells the service’s time all the same, for as long as it may be told from one set right', () => {
  fc.assert(
    fc.property(saat, sejak, (skew, lama) => {
      fc.pre(skew < 0 || lama < skew - JAM_WAJAR || skew <= JAM_WAJAR);
      const lastOk = BENAR - skew;
      const kini = saatServer(lastOk + lama, { skew, lastOk });
      expect(Math.abs(kini - (BENAR + lama))).toBeLessThanOrEqual(JAM_WAJAR);
    }),
  );
});

test('a clock that was set right since the last answer is believed at once', () => {
  fc.assert(
    fc.property(saat, fc.integer({ min: 0, max: 86_400_000 }), (skew, lama) => {
      fc.pre(skew > JAM_WAJAR || lama < -skew - JAM_WAJAR);
      expect(saatServer(BENAR + lama, { skew, lastOk: BENAR - skew })).toBe(BENAR + lama);
    }),
  );
});

test('it is never earlier than what the service last said, and goes by the phone before the service has said anything', () => {
  fc.assert(
    fc.property(saat, saat, (skew, lama) => {
      fc.pre(Math.abs(skew) > JAM_WAJAR);
      const lastOk = BENAR - skew;
      expect(saatServer(lastOk + lama, { skew, lastOk })).toBeGreaterThanOrEqual(BENAR);
      expect(saatServer(lastOk + lama, { skew: 0, lastOk: null })).toBe(lastOk + lama);
    }),
  );
});
