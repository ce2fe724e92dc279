import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { isSignedBy, isUsableKey } from '../../../../server/people/index.ts';
import type { DeviceKey } from '../../../../shared/protocol/index.ts';
import { aKeyPair, publicKey, sign } from '../../../support/phone.ts';

const BODY = new TextEncoder().encode('{"p":1,"ops":[]}');
const flipped = (bytes: Uint8Array, bit: number): Uint8Array =>
  bytes.map((byte, i) => (i === Math.floor(bit / 8) % bytes.length ? byte ^ (1 << (bit % 8)) : byte));

let keys: CryptoKeyPair;
let key: DeviceKey;
let signature: string;
beforeAll(async () => {
  keys = await aKeyPair();
  key = await publicKey(keys);
  signature = await sign(keys, BODY);
});

describe('the signature of a phone', () => {
  test('as its browser makes it, over any bytes, again and again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (bytes) => {
        expect(isSignedBy(key, bytes, await sign(keys, bytes))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test('does not stand for a body in which one bit differs, nor with one bit of its own turned', () => {
    fc.assert(
      fc.property(fc.nat(), (bit) => {
        expect(isSignedBy(key, flipped(BODY, bit), signature)).toBe(false);
        const turned = Buffer.from(flipped(Buffer.from(signature, 'base64url'), bit)).toString('base64url');
        expect(isSignedBy(key, BODY, turned)).toBe(false);
      }),
    );
  });

  test('of another phone is not this one’s', async () => {
    const other = await aKeyPair();
    expect(isSignedBy(key, BODY, await sign(other, BODY))).toBe(false);
    expect(isSignedBy(await publicKey(other), BODY, signature)).toBe(false);
  });

  test('is not that of the mirrored point, which has the same x', () => {
    const prime = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
    const y = prime - BigInt(`0x${Buffer.from(key.y, 'base64url').toString('hex')}`);
    const mirrored = {
      ...key,
      y: Buffer.from(y.toString(16).padStart(64, '0'), 'hex').toString('base64url'),
    };
    expect(isSignedBy(key, BODY, signature)).toBe(true);
    expect(isUsableKey(mirrored)).toBe(true);
    expect(isSignedBy(mirrored, BODY, signature)).toBe(false);
  });

  test.each<[string, () => string | null | undefined]>([
    ['none', () => null],
    ['undefined', () => undefined],
    ['an empty one', () => ''],
    ['a short one', () => signature.slice(1)],
    ['a long one', () => `${signature}A`],
    ['one in plain base64', () => `${signature.slice(0, 84)}+/`],
    ['all zeros', () => 'A'.repeat(86)],
    ['one with a line end', () => `${signature}\n`],
  ])('%s is no signature', (_, made) => {
    expect(isSignedBy(key, BODY, made())).toBe(false);
  });
});

describe('a key that is to be registered', () => {
  test('is usable as a browser exports it', () => {
    expect(isUsableKey(key)).toBe(true);
  });

  test('is a point on the curve: with its coordinates exchanged or one bit turned it is none', () => {
    expect(isUsableKey({ ...key, x: key.y, y: key.x })).toBe(false);
    fc.assert(
      fc.property(fc.nat(255), (bit) => {
        const x = Buffer.from(flipped(Buffer.from(key.x, 'base64url'), bit)).toString('base64url');
        const made = { ...key, x };
        expect(isUsableKey(made) && isSignedBy(made, BODY, signature)).toBe(false);
      }),
    );
    const nothing = 'A'.repeat(43);
    expect(isUsableKey({ ...key, x: nothing, y: nothing })).toBe(false);
  });

  test('thousands of keys may pass, and each is checked by its own', async () => {
    for (let i = 0; i < 2100; i += 1) isUsableKey({ ...key, y: `${String(i).padStart(42, 'B')}A` });
    expect(isSignedBy(key, BODY, signature)).toBe(true);
  });
});
