import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kataMasalah } from '../../../client/i18n/id/masalah.ts';
import * as p from '../../../shared/protocol/index.ts';
import { idOf, SHARD } from './builders.ts';

describe('the list of problems', () => {
  const codes = Object.keys(p.problems);

  it('has codes in snake_case, each once', () => {
    expect(codes.filter((code) => !/^[a-z0-9]+(_[a-z0-9]+)*$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('has statuses of errors that HTTP knows, and 460 for a photo whose bytes differ', () => {
    const known = new Set([400, 401, 403, 404, 405, 409, 413, 415, 422, 426, 429, 460, 500, 503, 507]);
    expect(Object.values(p.problems).filter(({ status }) => !known.has(status))).toEqual([]);
  });

  it('has a short title for each, without words of machines or of regret', () => {
    for (const { title } of Object.values(p.problems)) {
      expect(title.length).toBeLessThanOrEqual(40);
      expect(title).not.toMatch(/maaf|mohon|tidak valid|invalid|error|offline|sinkron/i);
      expect(title).toMatch(/^\p{Lu}.*[^.!]$/u);
    }
  });

  it('is asked by own members only', () => {
    expect(['__proto__', 'constructor', 'toString', '', null, 7].map(p.isProblemCode)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(codes.every(p.isProblemCode)).toBe(true);
  });

  it('has one code for one thing: the other one of before is understood, and stands for nothing else', () => {
    expect(p.todaysCode('nip_terpakai')).toBe('nip_dipakai');
    expect(p.isProblemCode('nip_terpakai')).toBe(false);
    for (const code of [...codes, 'kode_yang_akan_datang', '__proto__'])
      expect(p.todaysCode(code)).toBe(code);
    expect(kataMasalah('nip_terpakai')).toBe(kataMasalah('nip_dipakai'));
  });

  it('makes refusals with and without facts', () => {
    expect([p.refuse('kembar'), p.refuse('kembar', { id: 'e1' })]).toEqual([
      { ok: false, code: 'kembar' },
      { ok: false, code: 'kembar', params: { id: 'e1' } },
    ]);
  });
});

const SCOPE = `${SHARD}/milik`;
const command = (part: object = {}) => ({ n: 1, k: 'entri.catat', v: 1, s: SHARD, at: 1, b: {}, ...part });
const request = (part: object = {}) => ({
  p: 1,
  app: '0.1.0',
  u: 'p_guru01',
  dev: 'd_abcdef',
  g: '',
  pos: {},
  ops: [],
  ask: [],
  ...part,
});
const answer = (part: object = {}) => ({
  p: 1,
  now: 1,
  era: 'e_1',
  res: [],
  chg: [],
  pos: {},
  more: false,
  stable: {},
  grant: null,
  blob: {},
  again: [],
  next: 900,
  ...part,
});
const signIn = (part: object = {}) => ({
  nip: '198501012010011001',
  sandi: 'x',
  key: { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) },
  label: 'HP',
  ...part,
});

/** Schema, what is special, value, accepted. */
const rows: [string, { safeParse: (value: unknown) => { success: boolean } }, unknown, boolean][] = [
  ['a command that creates', p.WireCommand, command(), true],
  ['a command that changes', p.WireCommand, command({ d: idOf(1), base: idOf(2) }), true],
  ['command number 0', p.WireCommand, command({ n: 0 }), false],
  ['the largest command number', p.WireCommand, command({ n: p.LIMITS.deviceNumberMax }), true],
  [
    'a command number that no id can hold',
    p.WireCommand,
    command({ n: p.LIMITS.deviceNumberMax + 1 }),
    false,
  ],
  ['a command number with a fraction', p.WireCommand, command({ n: 1.5 }), false],
  ['a kind of 41 letters', p.WireCommand, command({ k: 'a'.repeat(41) }), false],
  ['version 0', p.WireCommand, command({ v: 0 }), false],
  ['version 1000', p.WireCommand, command({ v: 1000 }), false],
  ['a shard that is no school', p.WireCommand, command({ s: 'dinas:1' }), false],
  ['a record id that is a path', p.WireCommand, command({ d: '../../etc' }), false],
  ['a base of null', p.WireCommand, command({ base: null }), false],
  ['a time that is text', p.WireCommand, command({ at: '1' }), false],
  ['a member too many', p.WireCommand, command({ x: 1 }), false],
  ['an empty request', p.SyncRequest, request(), true],
  [
    'a request with everything',
    p.SyncRequest,
    request({
      pos: { [SCOPE]: { n: 5, h: 'obLD1OX2Bxg' } },
      ops: [command()],
      ask: ['a'.repeat(64)],
      give: [
        {
          s: 'sek:69593332',
          k: 'entri',
          id: idOf(1),
          o: 'p_a',
          n: 7,
          head: idOf(1),
          st: { tahap: 'DIAJUKAN' },
          seal: 'ab',
        },
      ],
      q: { c: 3, age: 1 },
    }),
    true,
  ],
  ['a bare number as position', p.SyncRequest, request({ pos: { [SCOPE]: 5 } }), false],
  ['a position before the first', p.SyncRequest, request({ pos: { [SCOPE]: { n: -1, h: '' } } }), false],
  [
    'a scope of another view',
    p.SyncRequest,
    request({ pos: { [`${SHARD}/semua`]: { n: 1, h: '' } } }),
    false,
  ],
  [
    '500 commands',
    p.SyncRequest,
    request({ ops: Array.from({ length: 500 }, (_, n) => command({ n: n + 1 })) }),
    true,
  ],
  [
    '501 commands',
    p.SyncRequest,
    request({ ops: Array.from({ length: 501 }, (_, n) => command({ n: n + 1 })) }),
    false,
  ],
  ['101 photos asked for', p.SyncRequest, request({ ask: Array(101).fill('a'.repeat(64)) }), false],
  ['a photo by another name', p.SyncRequest, request({ ask: ['../a'] }), false],
  ['a device id with a dot', p.SyncRequest, request({ dev: 'd.a' }), false],
  ['no device', p.SyncRequest, request({ dev: '' }), false],
  ['no request', p.SyncRequest, null, false],
  ['a list', p.SyncRequest, [], false],
  ['an empty answer', p.SyncAnswer, answer(), true],
  [
    'every verdict',
    p.SyncAnswer,
    answer({
      res: [
        { o: 1, r: 'ok', n: 1, rc: '7K2-M9Q' },
        { o: 2, r: 'no', code: 'kembar', params: { a: 1 } },
        { o: 3, r: 'wait', base: idOf(1) },
        { o: 4, r: 'beda', n: 2, rc: '7K2-M9Q', head: idOf(1), dup: 1 },
      ],
    }),
    true,
  ],
  ['a verdict that is none', p.SyncAnswer, answer({ res: [{ o: 1, r: 'yes' }] }), false],
  ['an answer of a newer server with more members', p.SyncAnswer, answer({ motd: 'x' }), true],
  ['a page of a captive portal', p.SyncAnswer, '<html>', false],
  [
    'grants',
    p.SyncAnswer,
    answer({ grant: { g: 'k7', list: [{ s: SHARD, view: 'milik', peran: 'guru' }] } }),
    true,
  ],
  [
    'a grant of a role unknown',
    p.SyncAnswer,
    answer({ grant: { g: 'k7', list: [{ s: SHARD, view: 'milik', peran: 'raja' }] } }),
    false,
  ],
  ['a sign-in', p.SignInRequest, signIn(), true],
  ['a NIP of 17 digits', p.SignInRequest, signIn({ nip: '19850101201001100' }), false],
  ['a NIP with spaces', p.SignInRequest, signIn({ nip: '19850101 201001 1 1' }), false],
  ['no password', p.SignInRequest, signIn({ sandi: '' }), false],
  ['a password of 257 letters', p.SignInRequest, signIn({ sandi: 'x'.repeat(257) }), false],
  ['a private key', p.SignInRequest, signIn({ key: { ...signIn().key, d: 'x' } }), false],
  ['a key of another curve', p.SignInRequest, signIn({ key: { ...signIn().key, crv: 'P-384' } }), false],
];

describe('the wire', () => {
  it.each(rows)('%s', (_name, schema, value, accepted) => {
    expect(schema.safeParse(value).success).toBe(accepted);
  });

  it('takes no junk for a request or an answer, and never throws', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        (junk) => !p.SyncRequest.safeParse(junk).success && !p.SyncAnswer.safeParse(junk).success,
      ),
    );
  });
});

describe('scopes', () => {
  it.each(['milik', 'sekolah'] as const)('come apart as they were put together: %s', (view) => {
    expect(p.parseScope(p.scopeName(p.shardOf('69593332'), view))).toEqual({ shard: SHARD, view });
  });

  it.each(['', SHARD, `${SHARD}/`, `${SHARD}/milik/`, 'sek:695/milik', `${SHARD}/milik\n`])(
    '%j is none',
    (scope) => {
      expect(p.parseScope(scope)).toBeNull();
    },
  );
});

describe('receipts', () => {
  it('read the first 30 bits of the chain hash as six letters', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (hash) => {
        const bits = [...hash.slice(0, 4)]
          .map((byte) => byte.toString(2).padStart(8, '0'))
          .join('')
          .slice(0, 30);
        const letters = bits
          .match(/.{5}/g)!
          .map((group) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number.parseInt(group, 2)])
          .join('');
        expect(p.receiptCode(hash)).toBe(`${letters.slice(0, 3)}-${letters.slice(3)}`);
      }),
    );
  });

  it('have no letters that are taken for each other', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4 }), (hash) =>
        /^[^ILOU]{3}-[^ILOU]{3}$/.test(p.receiptCode(hash)),
      ),
    );
  });
});
