import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Attempt,
  afterAddressFailure,
  afterFailure,
  attemptsLeft,
  type Counter,
  counterKeys,
  isFreshPair,
  waitFor,
} from '../../../../server/people/index.ts';
import { MONDAY_MORNING } from '../../../support/clock.ts';

const MINUTE = 60_000;
const NIP = '198703122011012004';
const nipOf = (i: number): string => String(199001012015011000 + i * 1000);

/** The counters as a store keeps them, and a password that is always wrong unless it is said to be right. */
const aGate = () => {
  const kept = new Map<string, Counter>();
  const of = (key: string): Counter | null => kept.get(key) ?? null;
  const put = (counter: Counter): void => void kept.set(counter.key, counter);
  let hashed = 0;
  const attempt = (who: Partial<Attempt>, now: number, isRight = false): number => {
    const whole: Attempt = { nip: NIP, address: '10.0.0.1', knownDevice: false, ...who };
    const keys = counterKeys(whole);
    const wait = waitFor(
      { akun: of(keys.akun), alamat: of(keys.alamat), sebaran: of(keys.sebaran) },
      whole,
      now,
    );
    if (wait > 0) return wait;
    hashed += 1;
    if (isRight) {
      kept.delete(keys.akun);
      return 0;
    }
    put(afterFailure(of(keys.akun), keys.akun, now));
    put(afterAddressFailure(of(keys.alamat), keys.alamat, now));
    if (isFreshPair(of(keys.pasangan), now)) put(afterAddressFailure(of(keys.sebaran), keys.sebaran, now));
    put(afterAddressFailure(of(keys.pasangan), keys.pasangan, now));
    return 0;
  };
  return { attempt, of, hashed: () => hashed };
};

describe('T01: one account', () => {
  test('200 tries at once reach the password check twelve times at most', () => {
    const gate = aGate();
    for (let i = 0; i < 200; i += 1) gate.attempt({ address: `10.0.0.${i}` }, MONDAY_MORNING);
    expect(gate.hashed()).toBeLessThanOrEqual(12);
  });

  test('10,000 tries in three hours reach it a hundred times at most', () => {
    const gate = aGate();
    for (let i = 0; i < 10_000; i += 1)
      gate.attempt({ address: `10.0.${i % 200}.1` }, MONDAY_MORNING + i * 1000);
    expect(gate.hashed()).toBeLessThanOrEqual(100);
  });

  test('five failures cost nothing, then each wait is twice the one before, up to a quarter of an hour', () => {
    const gate = aGate();
    for (let i = 0; i < 6; i += 1) expect(gate.attempt({}, MONDAY_MORNING)).toBe(0);
    let now = MONDAY_MORNING;
    const waits = Array.from({ length: 12 }, () => {
      const wait = gate.attempt({}, now);
      expect(gate.attempt({}, now + wait - 1)).toBe(1);
      now += wait;
      expect(gate.attempt({}, now)).toBe(0);
      return wait / 1000;
    });
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
  });

  test('a right password takes the count back', () => {
    const gate = aGate();
    for (let i = 0; i < 5; i += 1) gate.attempt({}, MONDAY_MORNING);
    gate.attempt({}, MONDAY_MORNING, true);
    for (let i = 0; i < 5; i += 1) expect(gate.attempt({}, MONDAY_MORNING)).toBe(0);
    expect(gate.attempt({}, MONDAY_MORNING)).toBe(0);
    expect(gate.attempt({}, MONDAY_MORNING)).toBeGreaterThan(0);
  });

  test('what is said to be left is what may still fail before waiting begins', () => {
    const gate = aGate();
    const { akun } = counterKeys({ nip: NIP, address: '10.0.0.1', knownDevice: false });
    let tries = 0;
    expect(attemptsLeft(null)).toBe(6);
    while (gate.attempt({}, MONDAY_MORNING) === 0) {
      tries += 1;
      expect(tries + attemptsLeft(gate.of(akun))).toBe(6);
    }
    expect(tries).toBe(6);
  });

  test('T29: outsiders never hold up the owner on her own phone, and her failures do not open their lane', () => {
    const gate = aGate();
    for (let i = 0; i < 5000; i += 1) gate.attempt({ address: '10.6.6.6' }, MONDAY_MORNING + i * 100);
    const now = MONDAY_MORNING + 5000 * 100;
    expect(gate.attempt({ knownDevice: true, address: '10.6.6.6' }, now, true)).toBe(0);
    expect(gate.attempt({ address: '10.6.6.6' }, now)).toBeGreaterThan(0);
  });

  test('nobody ever waits longer than a quarter of an hour, whatever the clock did meanwhile', () => {
    const step = fc.record({
      by: fc.integer({ min: -400 * 86_400_000, max: 86_400_000 }),
      address: fc.constantFrom('a', 'b'),
      knownDevice: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const gate = aGate();
        let now = MONDAY_MORNING;
        for (const { by, ...who } of steps) {
          now += by;
          const wait = gate.attempt(who, now);
          expect(wait).toBeLessThanOrEqual(15 * MINUTE);
          if (wait > 0) expect(gate.attempt(who, now + wait)).toBe(0);
        }
      }),
    );
  });

  test.each<[string, (gate: ReturnType<typeof aGate>, ahead: number) => void]>([
    [
      'an account',
      (gate, ahead) => Array.from({ length: 20 }, (_, i) => gate.attempt({}, ahead + i * 15 * MINUTE)),
    ],
    [
      'an address',
      (gate, ahead) => Array.from({ length: 400 }, (_, i) => gate.attempt({ nip: nipOf(i) }, ahead)),
    ],
  ])('a clock that ran years ahead and was set right does not lock out %s', (_, play) => {
    const gate = aGate();
    play(gate, MONDAY_MORNING + 3 * 365 * 86_400_000);
    expect(gate.attempt({}, MONDAY_MORNING)).toBe(0);
  });
});

describe('T02: one address', () => {
  test('a list of 2,000 accounts stops at the 300th, and goes on no sooner than the window ends', () => {
    const gate = aGate();
    const waits = Array.from({ length: 2000 }, (_, i) => gate.attempt({ nip: nipOf(i) }, MONDAY_MORNING));
    expect(waits.findIndex((wait) => wait > 0)).toBe(300);
    expect(waits.at(-1)).toBe(10 * MINUTE);
    expect(gate.attempt({ nip: nipOf(9999) }, MONDAY_MORNING + 10 * MINUTE)).toBe(0);
  });

  test('the same list is found out again in the next window', () => {
    const gate = aGate();
    for (const start of [0, 11, 22, 33]) {
      const waits = Array.from({ length: 301 }, (_, i) =>
        gate.attempt({ nip: nipOf(i) }, MONDAY_MORNING + start * MINUTE),
      );
      expect(waits.at(-1)).toBeGreaterThan(0);
    }
  });

  test('600 failures stop, however few the accounts, even where the other window has just ended', () => {
    const gate = aGate();
    const waits = Array.from({ length: 601 }, (_, i) =>
      gate.attempt({ nip: nipOf(i % 200) }, MONDAY_MORNING),
    );
    expect(waits.findIndex((wait) => wait > 0)).toBe(600);
    // The window of all failures ended a minute ago, that of the accounts lasts four minutes more.
    const keys = counterKeys({ nip: NIP, address: 'x', knownDevice: false });
    const counter = (key: string, since: number): Counter => ({
      key,
      failures: 700,
      since: MONDAY_MORNING - since * MINUTE,
      until: 0,
    });
    const known = { akun: null, alamat: counter(keys.alamat, 11), sebaran: counter(keys.sebaran, 6) };
    expect(waitFor(known, { nip: NIP, address: 'x', knownDevice: false }, MONDAY_MORNING)).toBe(4 * MINUTE);
  });

  test('a school behind one address signs in all morning: 500 teachers, each with one slip', () => {
    const gate = aGate();
    for (let i = 0; i < 500; i += 1) {
      const at = MONDAY_MORNING + i * 5000;
      expect(gate.attempt({ nip: nipOf(i) }, at)).toBe(0);
      expect(gate.attempt({ nip: nipOf(i) }, at + 1000, true)).toBe(0);
    }
  });

  test('a phone that signed in before passes a crowded address', () => {
    const gate = aGate();
    for (let i = 0; i < 700; i += 1) gate.attempt({ nip: nipOf(i) }, MONDAY_MORNING);
    expect(gate.attempt({}, MONDAY_MORNING, true)).toBeGreaterThan(0);
    expect(gate.attempt({ knownDevice: true }, MONDAY_MORNING, true)).toBe(0);
    expect(gate.attempt({ address: '10.0.0.2' }, MONDAY_MORNING, true)).toBe(0);
  });
});

test('names of counters hold neither NIP nor address', () => {
  const keys = counterKeys({ nip: NIP, address: '36.81.4.2', knownDevice: true });
  expect(Object.values(keys).join()).not.toMatch(new RegExp(`${NIP}|36\\.81`));
  expect(new Set(Object.values(keys)).size).toBe(4);
});
