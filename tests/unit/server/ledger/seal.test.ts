import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSealed, type SealKeys, sealed } from '../../../../server/ledger/seal.ts';
import { canonicalJson, toWireRecord } from '../../../../shared/protocol/index.ts';
import { anEntriRecord } from '../../../support/builders.ts';

const KEY = new Uint8Array(32).fill(7);
const KEYS: SealKeys = [KEY];
const wire = toWireRecord(anEntriRecord(), 12);
const now = sealed(KEYS, wire).seal ?? '';

/** The seal of this record as it would be with so many bytes. */
const ofBytes = (bytes: number): string => {
  const text = canonicalJson(['kinerja-segel-1', wire.s, wire.id, wire.n, wire]);
  const mark = createHmac('sha256', KEY).update(text).digest();
  return now.slice(0, 2) + mark.subarray(0, bytes).toString('base64url');
};

describe('a seal', () => {
  test('of today opens its record, and so does one of the first servers, which was longer', () => {
    expect(now).toHaveLength(2 + 16);
    expect(isSealed(KEYS, { ...wire, seal: now })).toBe(true);
    expect(isSealed(KEYS, { ...wire, seal: ofBytes(16) })).toBe(true);
  });

  test('of any other length opens nothing: a short one could be guessed', () => {
    for (let bytes = 0; bytes <= 32; bytes += 1)
      expect(isSealed(KEYS, { ...wire, seal: ofBytes(bytes) })).toBe(bytes === 12 || bytes === 16);
  });

  test('with one letter changed, or on a record with one thing changed, opens nothing', () => {
    const at = fc.integer({ min: 0, max: now.length - 1 });
    fc.assert(
      fc.property(at, fc.constantFrom(...'AQgwBRhx'), (i, letter) => {
        const other = now.slice(0, i) + letter + now.slice(i + 1);
        expect(isSealed(KEYS, { ...wire, seal: other })).toBe(other === now);
      }),
    );
    expect(isSealed(KEYS, { ...wire, n: 13, seal: now })).toBe(false);
    expect(isSealed(KEYS, { ...wire, o: 'p_lain', seal: now })).toBe(false);
  });

  test('is HMAC-SHA-256 of the canonical record, whatever stands in it, and of a key of any length', () => {
    const texts = fc.string({ unit: 'binary' });
    const record = fc.record(
      {
        ...{ s: texts, k: texts, id: texts, o: texts, n: fc.nat(), head: texts },
        st: fc.record({ tahap: texts, pada: fc.nat() }, { requiredKeys: ['tahap'] }),
        ...{ b: fc.jsonValue(), del: fc.constant(1 as const), root: texts },
        var: fc.array(fc.record({ id: texts, k: texts, b: fc.jsonValue(), st: fc.record({ tahap: texts }) })),
        hist: fc.array(fc.tuple(texts, fc.nat())),
      },
      { requiredKeys: ['s', 'k', 'id', 'o', 'n', 'head', 'st'] },
    );
    const keys = fc.uint8Array({ minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(record, keys, (one, key) => {
        const { root: _, ...covered } = one;
        const text = canonicalJson(['kinerja-segel-1', one.s, one.id, one.n, covered]);
        const mark = createHmac('sha256', key).update(text).digest().subarray(0, 12).toString('base64url');
        expect(sealed([key], one).seal?.slice(2)).toBe(mark);
      }),
    );
  });
});
