import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cookie,
  DEVICE_COOKIE,
  hashToken,
  LIFETIME,
  newToken,
  readCookie,
  SESSION_COOKIE,
} from '../../../../server/people/index.ts';
import { aRandom } from '../../../support/random.ts';

const TOKEN = newToken(aRandom().bytes);
const DAY = 86_400_000;

describe('session', () => {
  test('a token is 256 bits, and the database keeps only its SHA-256', () => {
    const asked: number[] = [];
    const { bytes } = aRandom();
    expect(
      newToken((size) => {
        asked.push(size);
        return bytes(size);
      }),
    ).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(asked).toEqual([32]);
    expect(hashToken('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
    expect(hashToken(TOKEN)).not.toContain(TOKEN);
  });

  test('a teacher may stay away for two months, a head for one, an admin for half an hour', () => {
    expect(LIFETIME).toEqual({
      guru: { idle: 60 * DAY, absolute: 180 * DAY },
      penilai: { idle: 30 * DAY, absolute: 90 * DAY },
      admin: { idle: DAY / 48, absolute: DAY / 2 },
    });
  });

  test('the cookie is for this host, for TLS, for no script and for no other site', () => {
    expect(cookie(SESSION_COOKIE, TOKEN, 59.9)).toBe(
      `__Host-sesi=${TOKEN}; Path=/; Max-Age=59; HttpOnly; Secure; SameSite=Strict`,
    );
    expect(cookie(DEVICE_COOKIE, '', 0)).toBe(
      '__Host-hp=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Strict',
    );
  });
});

describe('reading a cookie', () => {
  test.each<[string, string | null | undefined, string | null]>([
    ['alone', `__Host-sesi=${TOKEN}`, TOKEN],
    ['among others', `a=b; __Host-sesi=${TOKEN}; __Host-hp=x`, TOKEN],
    ['twice', `__Host-sesi=${TOKEN}; __Host-sesi=${TOKEN}`, null],
    ['twice, once planted', `__Host-sesi=planted-planted-planted; __Host-sesi=${TOKEN}`, null],
    ['under a longer name', `x__Host-sesi=${TOKEN}`, null],
    ['under another case', `__host-sesi=${TOKEN}`, null],
    ['empty', '__Host-sesi=', null],
    ['too short', '__Host-sesi=abc', null],
    ['too long', `__Host-sesi=${'a'.repeat(101)}`, null],
    ['in quotes', `__Host-sesi="${TOKEN}"`, null],
    ['not there', 'a=b', null],
    ['no header', null, null],
    ['nothing', undefined, null],
  ])('%s', (_, header, value) => {
    expect(readCookie(header, SESSION_COOKIE)).toBe(value);
  });

  test('whatever stands in the header, what comes out is a token or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (junk) => {
        expect(readCookie(`${junk}; __Host-sesi=${junk}`, SESSION_COOKIE) ?? TOKEN).toMatch(
          /^[A-Za-z0-9_-]{20,100}$/,
        );
      }),
    );
  });
});
