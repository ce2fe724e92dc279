import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Cargo,
  type CarriedHeader,
  carriedKind,
  fromBase64Url,
  headOf,
  joinBytes,
  packCargo,
  splitCarried,
  splitReceipt,
  toBase64Url,
  unpackCargo,
} from '../../../shared/protocol/index.ts';

const bytes = (minLength: number): fc.Arbitrary<Uint8Array<ArrayBuffer>> =>
  fc.uint8Array({ minLength, maxLength: 300 }).map((found) => new Uint8Array(found));
const letters = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'AZaz09_-'), minLength: length, maxLength: length });
const header: fc.Arbitrary<CarriedHeader> = fc.record({
  kunci: letters(11),
  ikat: letters(16),
  nama: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((nama) => nama.length <= 120),
  entri: fc.nat(5000),
  foto: fc.nat(5000),
  bagian: fc.integer({ min: 1, max: 99 }),
  dari: fc.integer({ min: 1, max: 99 }),
});
const cargo: fc.Arbitrary<Cargo> = fc.record({
  envelopes: fc.array(fc.record({ bytes: bytes(1), tanda: letters(86) }), { maxLength: 4 }),
  photos: fc.array(
    fc.record({
      bytes: bytes(1),
      sha: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
    }),
    { maxLength: 4 },
  ),
});

describe('a carried file', () => {
  test('has a clear part that says what it is, whatever letters a name has, and leaves the rest as it is', () => {
    fc.assert(
      fc.property(header, bytes(0), (wanted, rest) => {
        const file = joinBytes([headOf('titipan', wanted), rest]);
        expect(carriedKind(file)).toBe('titipan');
        expect(splitCarried(file)).toEqual({ head: headOf('titipan', wanted), header: wanted, sealed: rest });
        expect(splitReceipt(file)).toBeNull();
      }),
    );
  });

  test('holds envelopes and photos to the byte', () => {
    fc.assert(
      fc.property(cargo, (wanted) => {
        expect(unpackCargo(packCargo(wanted))).toEqual(wanted);
      }),
    );
  });

  test('that is cut, or has something behind it, is no cargo', () => {
    fc.assert(
      fc.property(cargo, fc.nat(), (wanted, cut) => {
        const whole = packCargo(wanted);
        expect(unpackCargo(whole.subarray(0, cut % whole.length))).toBeNull();
        expect(unpackCargo(joinBytes([whole, Uint8Array.of(0)]))).toBeNull();
      }),
    );
  });

  test('made of anything at all is read or refused, never a fault', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (found) => {
        const any = new Uint8Array(found);
        expect(() => [unpackCargo(any), splitCarried(any), splitReceipt(any)]).not.toThrow();
        expect(carriedKind(any)).toBeNull();
      }),
    );
  });

  test('a receipt is told apart by its first line', () => {
    const file = joinBytes([headOf('bukti', { ikat: 'A'.repeat(16), bagian: 2 }), Uint8Array.of(1, 2)]);
    expect(carriedKind(file)).toBe('bukti');
    expect(splitReceipt(file)).toMatchObject({ header: { ikat: 'A'.repeat(16), bagian: 2 } });
    expect(splitCarried(file)).toBeNull();
  });

  test('a header without end, over a kilobyte, or with members of its own is none', () => {
    const endless = joinBytes([
      headOf('titipan', {} as CarriedHeader).subarray(0, 21),
      new Uint8Array(4000).fill(65),
    ]);
    expect(splitCarried(endless)).toBeNull();
    const valid = {
      kunci: 'k'.repeat(11),
      ikat: 'i'.repeat(16),
      nama: 'Sri',
      entri: 1,
      foto: 0,
      bagian: 1,
      dari: 1,
    };
    expect(splitCarried(headOf('titipan', valid))).not.toBeNull();
    expect(splitCarried(headOf('titipan', { ...valid, lain: 1 } as CarriedHeader))).toBeNull();
    expect(splitCarried(headOf('titipan', { ...valid, bagian: 0 }))).toBeNull();
  });
});

test('base64url goes there and back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (found) => {
      expect(fromBase64Url(toBase64Url(found))).toEqual(new Uint8Array(found));
    }),
  );
});
