import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  LIMITS,
  packRequest,
  packRows,
  packVerdicts,
  receiptCode,
  SyncAnswer,
  SyncRequest,
  toWireCommand,
  unpackAnswer,
  unpackRequest,
  unpackRows,
  unpackVerdicts,
  type WireVerdict,
} from '../../../shared/protocol/index.ts';
import { aCommand, anEntri, SHARD } from './builders.ts';

const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const request = (ops: readonly unknown[]) => ({
  p: 1,
  app: 'test',
  u: 'p_guru01',
  dev: 'd_abcdef',
  g: '',
  pos: {},
  ops,
  ask: [],
});

const parsed = (json: unknown) => SyncRequest.parse(unpackRequest(json));
const tried = (json: unknown) => SyncRequest.safeParse(unpackRequest(json));

const entries = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    toWireCommand({
      ...aCommand({ kind: 'entri.catat', record: null, base: null, at: 1_795_420_800_000 + i * 977 }),
      number: i + 1,
      body: anEntri({ uraian: `Mengajar kelas 5A, pertemuan ke-${i}` }),
    }),
  );

describe('rows in tables', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constant([]), fc.constant(['a']));
  const row = fc.record(
    {
      n: fc.nat(),
      k: fc.constantFrom('x', 'y'),
      at: fc.nat(),
      b: fc.oneof(fc.dictionary(fc.constantFrom('p', 'q', 'r.s', 'n'), value), fc.constant(null)),
      st: fc.record({ tahap: fc.constantFrom('A', 'B') }),
    },
    { requiredKeys: ['n', 'k'] },
  );

  test('come out as they went in, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        expect(unpackRows(overTheWire(packRows(rows)))).toEqual(overTheWire(rows));
      }),
    );
  });

  test.each(['constructor', '__proto__', 'toString'])(
    'a member that is called %s is one of the row alone',
    (name) => {
      const table = JSON.parse(`{"rows":2,"same":{"${name}.jejak":7},"each":{"n":[1,1],"b.p":["x","y"]}}`);
      const rows = unpackRows([table]) as object[];
      expect(rows.map((row) => Object.keys(row).sort())).toEqual([0, 1].map(() => ['b', 'n', name].sort()));
      expect([Object, Object.prototype, Object.prototype.toString].some((one) => 'jejak' in one)).toBe(false);
    },
  );

  test('say once what a queue of entries says in each of them', () => {
    const rows = entries(50);
    const packed = packRows(rows);
    expect(packed).toMatchObject([{ rows: 50, same: { k: 'entri.catat', s: SHARD } }]);
    expect(JSON.stringify(packed).length).toBeLessThan(JSON.stringify(rows).length / 2);
    expect(parsed(overTheWire(request(packed))).ops).toEqual(rows);
  });

  test.each([
    ['columns of unequal length', { rows: 3, same: {}, each: { n: [1, 1] } }],
    ['one row', { rows: 1, same: entries(1)[0], each: {} }],
    ['more rows than a request may have', { rows: LIMITS.commandsPerRequest + 1, same: {}, each: {} }],
    ['a member that no command has', { rows: 2, same: { ...entries(1)[0], z: 1 }, each: {} }],
    ['a number that is none', { rows: 2, same: { ...entries(1)[0] }, each: { n: [1, 'x'] } }],
    ['a column that there is not', { rows: 2, same: { ...entries(1)[0] }, each: { base: 'd' } }],
    ['more than a table', { rows: 2, same: { ...entries(1)[0] }, each: { n: [1, 1] }, extra: 1 }],
    ['nothing but its size', { rows: 2 }],
    [
      'words that would fill a disk',
      { rows: 500, same: { ...entries(1)[0], b: 'x'.repeat(9000) }, each: {} },
    ],
  ])('are no request with %s', (_, table) => {
    expect(tried(request([table])).success).toBe(false);
  });

  test('are together no more commands than a request may have', () => {
    const some = packRows(entries(400));
    expect(tried(request(some)).success).toBe(true);
    expect(tried(request([...some, ...some])).success).toBe(false);
  });
});

describe('what is empty', () => {
  test('stays at home, but the word that nothing more is given back travels', () => {
    expect(packRequest({ ...request([]), ops: [] })).toEqual({
      p: 1,
      app: 'test',
      u: 'p_guru01',
      dev: 'd_abcdef',
      g: '',
      pos: {},
    });
    const last = parsed(overTheWire(packRequest({ ...request([]), ops: [], give: [] })));
    expect(last.give).toEqual([]);
  });
});

describe('an answer of a newer server', () => {
  test('is read for what is known of it, though its tables and runs have members that nobody here knows', () => {
    const verdicts = [1, 2, 3].map((o): WireVerdict => ({ o, r: 'ok', n: o + 8, rc: '7K2-M9Q' }));
    const records = [1, 2, 3].map((n) => ({
      ...{ s: SHARD, k: 'entri', id: `d_abcdef.${n}.AAAAAAAAAAA`, o: 'p_guru01', n },
      ...{ head: `d_abcdef.${n}.AAAAAAAAAAA`, st: { tahap: 'DIAJUKAN' }, b: null },
    }));
    const grown = (items: readonly object[]) => items.map((item) => ({ ...item, baru: { a: 1 } }));
    const answer = { p: 2, now: 1, era: 'e', pos: {}, next: 900, baru: [1] };
    const packed = { res: grown(packVerdicts(verdicts)), chg: grown(packRows(records)) };
    expect(packed.chg).toHaveLength(1);
    const read = SyncAnswer.parse(unpackAnswer(overTheWire({ ...answer, ...packed })));
    expect(read.res).toEqual(verdicts);
    expect(read.chg).toEqual(records);
  });
});

describe('verdicts in runs', () => {
  const rc = fc.uint8Array({ minLength: 4, maxLength: 4 }).map(receiptCode);
  const seal = fc
    .tuple(
      fc.constantFrom('k1', 'k1', 'k1', 'k2'),
      fc.constantFrom(12, 12, 12, 16),
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
    )
    .map(([key, bytes, mark]) => ({ seal: key + Buffer.from(mark.slice(0, bytes)).toString('base64url') }));
  const verdict = fc.oneof(
    {
      arbitrary: fc.record({
        r: fc.constant('ok' as const),
        gap: fc.constantFrom(1, 1, 1, 2),
        skip: fc.constantFrom(1, 1, 1, 5),
        rc,
        sealed: fc.oneof({ arbitrary: seal, weight: 4 }, fc.constant({})),
      }),
      weight: 5,
    },
    {
      arbitrary: fc.record({ r: fc.constant('dup' as const), gap: fc.constant(1), skip: fc.constant(1), rc }),
      weight: 2,
    },
    {
      arbitrary: fc.record({ r: fc.constant('no' as const), gap: fc.constant(1), skip: fc.constant(1), rc }),
      weight: 1,
    },
  );

  test('come out as they went in, command by command', () => {
    fc.assert(
      fc.property(fc.array(verdict, { maxLength: 30 }), (wanted) => {
        let [o, n] = [0, 10];
        const verdicts = wanted.map(({ r, gap, skip, rc: receipt, ...rest }): WireVerdict => {
          o += gap;
          if (r === 'no') return { o, r, code: 'teks_pendek' };
          n += skip;
          return r === 'dup'
            ? { o, r: 'ok', n, rc: receipt, dup: 1 }
            : { o, r, n, rc: receipt, ...('sealed' in rest ? rest.sealed : {}) };
        });
        expect(unpackVerdicts(overTheWire(packVerdicts(verdicts)))).toEqual(verdicts);
      }),
    );
  });

  test('seals of two lengths, as around an update of the server, come out whole', () => {
    const verdicts = [12, 12, 16, 16, 12].map(
      (bytes, i): WireVerdict => ({
        o: i + 1,
        r: 'ok',
        n: i + 9,
        rc: '7K2-M9Q',
        seal: `k1${Buffer.alloc(bytes, i).toString('base64url')}`,
      }),
    );
    expect(packVerdicts(verdicts)).toHaveLength(3);
    expect(unpackVerdicts(overTheWire(packVerdicts(verdicts)))).toEqual(verdicts);
  });

  test('a queue that was taken as a whole is one line of the answer', () => {
    const verdicts = Array.from(
      { length: 40 },
      (_, i): WireVerdict => ({ o: i + 1, r: 'ok', n: i + 9, rc: '7K2-M9Q' }),
    );
    const res = packVerdicts(verdicts);
    expect(res).toEqual([{ ...verdicts[0], rcs: '7K2M9Q'.repeat(39) }]);
    const answer = { p: 1, now: 1, era: 'e', res, chg: [], pos: {}, more: false, stable: {} };
    const whole = { ...answer, grant: null, blob: {}, again: [], next: 900 };
    expect(SyncAnswer.parse(unpackAnswer(overTheWire(whole))).res).toEqual(verdicts);
  });
});
