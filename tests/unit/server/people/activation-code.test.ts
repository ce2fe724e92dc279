import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  activationCode,
  CODE_BYTES,
  printedCode,
  readActivationCode,
} from '../../../../server/people/index.ts';

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const aCode = fc
  .uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES })
  .map((bytes) => activationCode(bytes));
const at = fc.integer({ min: 0, max: 13 });

test('a code is read back however it is typed', () => {
  fc.assert(
    fc.property(aCode, (code) => {
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{14}$/);
      const spoken = printedCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
      for (const typed of [code, printedCode(code), ` ${code} `, spoken])
        expect(readActivationCode(typed)).toBe(code);
    }),
  );
});

test('any one wrong symbol is noticed', () => {
  fc.assert(
    fc.property(aCode, at, fc.constantFrom(...SYMBOLS), (code, i, symbol) => {
      fc.pre(code[i] !== symbol);
      expect(readActivationCode(code.slice(0, i) + symbol + code.slice(i + 1))).toBeNull();
    }),
  );
});

test('any two neighbours that change places are noticed', () => {
  fc.assert(
    fc.property(aCode, fc.integer({ min: 0, max: 12 }), (code, i) => {
      const [a = '', b = ''] = [code[i], code[i + 1]];
      fc.pre(a !== b);
      expect(readActivationCode(code.slice(0, i) + b + a + code.slice(i + 2))).toBeNull();
    }),
  );
});

test('a password is no code, but by a chance of one in thirty-two where it has just its shape', () => {
  for (const text of ['', 'sawah-kapal-lima-merpati-47', 'K7M2-9QWX-3TRF', 'U'.repeat(14), '1'.repeat(15)])
    expect(readActivationCode(text)).toBeNull();
});
