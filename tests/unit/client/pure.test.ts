import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JournalRow, JournalStatus } from '../../../client/store/index.ts';
import { mayTry, nextAttempt } from '../../../client/sync/attempt.ts';
import { nextDelay } from '../../../client/sync/backoff.ts';
import {
  nextBudget,
  patienceFor,
  pick,
  requestFor,
  smallerBudget,
  wireBytes,
} from '../../../client/sync/collect.ts';
import {
  afterVerdict,
  holdBehindRefused,
  matchVerdicts,
  requeueAfterFork,
  requeueAgain,
} from '../../../client/sync/settle.ts';
import { LIMITS, type SyncAnswer, type WireVerdict } from '../../../shared/protocol/index.ts';
import { aCommand, anEntri, SHARD } from '../../support/builders.ts';
import { aRandom } from '../../support/random.ts';

const aRow = (number: number, part: Partial<JournalRow> = {}): JournalRow => ({
  ...aCommand({ base: null, record: null, kind: 'entri.catat' }),
  id: `d_a.${number}.AAAAAAAAAAA`,
  device: 'd_a',
  number,
  target: `d_a.${number}.AAAAAAAAAAA`,
  status: 'antri',
  tries: 0,
  n: 0,
  ...part,
});
const OK: WireVerdict = { o: 1, r: 'ok', n: 7, rc: '7K2-M9Q' };
const NO: WireVerdict = { o: 1, r: 'no', code: 'bulan_terkunci', params: { bulan: '2026-11' } };
const WAIT: WireVerdict = { o: 1, r: 'wait', base: 'd_b.1.AAAAAAAAAAA' };

describe('waiting', () => {
  test('is at least what the server asked for, and else at most a quarter of an hour', () => {
    const { number } = aRandom(3);
    fc.assert(
      fc.property(fc.nat(60), fc.nat(3_600_000), (tries, floor) => {
        const wait = nextDelay(tries, number, floor);
        expect(wait).toBeGreaterThanOrEqual(Math.max(1000, floor));
        expect(wait).toBeLessThanOrEqual(Math.max(floor + 5000, 15 * 60_000 + 1000));
      }),
    );
  });

  test('grows with every failure, and no two phones wait alike', () => {
    const most = (tries: number) => nextDelay(tries, () => 0.999_999_9);
    expect([1, 2, 3, 20].map(most)).toEqual([6000, 11_000, 21_000, 901_000]);
    expect(new Set(Array.from({ length: 50 }, (_, seed) => nextDelay(5, aRandom(seed).number))).size).toBe(
      50,
    );
  });

  test.each([
    [undefined, true],
    [{ code: null, nextAt: null, floorUntil: 0 }, true],
    [{ code: 'server_diam', nextAt: 900, floorUntil: 0 }, true],
    [{ code: 'server_sibuk', nextAt: 900, floorUntil: 600 }, false],
    [{ code: 'server_sibuk', nextAt: 900, floorUntil: 400 }, true],
    [{ code: 'masuk_lagi', nextAt: null, floorUntil: 0 }, false],
  ] as const)('with %j an attempt by itself at 500 is allowed: %s', (attempt, may) => {
    expect(mayTry(attempt && { ...attempt, tries: 1, at: 0 }, 500)).toBe(may);
  });

  test('a wait that was counted by a clock that has been set back since is over', () => {
    const ahead = { code: 'server_sibuk', tries: 1, at: 9000, nextAt: 9900, floorUntil: 9800 } as const;
    expect(mayTry(ahead, 500)).toBe(true);
    expect(nextAttempt(ahead, 500)).toBe(500);
    expect(mayTry(ahead, 9500)).toBe(false);
    expect(nextAttempt(ahead, 9500)).toBe(9900);
  });

  test('a clock that was set back sends nobody to the network for whom only the person can sign in', () => {
    const signIn = { code: 'masuk_lagi', tries: 1, at: 9000, nextAt: null, floorUntil: 0 } as const;
    expect(mayTry(signIn, 500)).toBe(false);
    expect(nextAttempt(signIn, 500)).toBeNull();
  });
});

describe('a verdict', () => {
  test.each<[JournalStatus, WireVerdict, JournalStatus]>([
    ['antri', OK, 'diterima'],
    ['antri', NO, 'ditolak'],
    ['antri', WAIT, 'menunggu'],
    ['menunggu', OK, 'diterima'],
    ['menunggu', NO, 'ditolak'],
    ['antri', { ...OK, r: 'beda', head: 'x' }, 'beda'],
    ['antri', { o: 1, r: 'no', code: 'gangguan' }, 'menunggu'],
    ['diterima', WAIT, 'diterima'],
    ['diterima', NO, 'diterima'],
    ['gugur', NO, 'gugur'],
    ['gugur', OK, 'diterima'],
    ['ditahan', WAIT, 'ditahan'],
  ])('on a command that is %s: %j makes it %s', (status, verdict, expected) => {
    expect(afterVerdict(aRow(1, { status }), verdict, { now: 99 }).status).toBe(expected);
  });

  test('keeps number, receipt and time of what was taken, code and facts of what was not', () => {
    expect(afterVerdict(aRow(1), OK, { now: 99 })).toMatchObject({
      n: 7,
      receipt: '7K2-M9Q',
      answeredAt: 99,
      tries: 1,
    });
    expect(afterVerdict(aRow(1), NO, { now: 99 })).toMatchObject({
      code: 'bulan_terkunci',
      params: { bulan: '2026-11' },
    });
  });

  test('belongs to its command by order and number, or the whole answer is none', () => {
    const answer = (...res: WireVerdict[]) => ({ res }) as unknown as SyncAnswer;
    const sent = [aRow(1), aRow(2)];
    expect(matchVerdicts(sent, answer(OK, { ...OK, o: 2 }))).toHaveLength(2);
    expect(matchVerdicts(sent, answer({ ...OK, o: 2 }, OK))).toBeNull();
    expect(matchVerdicts(sent, answer(OK))).toBeNull();
    expect(matchVerdicts([], answer())).toEqual([]);
  });
});

describe('a refused command', () => {
  /** Commands on random earlier ones; some refused. */
  const chains = fc
    .array(
      fc.record({
        on: fc.option(fc.nat(30), { nil: null }),
        status: fc.constantFrom<JournalStatus>('antri', 'menunggu', 'ditahan', 'ditolak'),
      }),
      { maxLength: 30 },
    )
    .map((steps) =>
      steps.map(({ on, status }, i) =>
        aRow(i + 1, { status, base: on === null || i === 0 ? null : `d_a.${(on % i) + 1}.AAAAAAAAAAA` }),
      ),
    );

  test('holds exactly the commands whose chain of bases contains it', () => {
    fc.assert(
      fc.property(chains, (rows) => {
        const after = new Map(rows.map((row) => [row.id, row]));
        for (const row of holdBehindRefused(rows)) after.set(row.id, row);
        for (const row of rows) {
          let held = false;
          for (let base = row.base; base !== null; base = after.get(base)?.base ?? null)
            held ||= after.get(base)?.status === 'ditolak';
          if (row.status !== 'ditolak') expect(after.get(row.id)?.status === 'ditahan').toBe(held);
          else expect(after.get(row.id)?.status).toBe('ditolak');
        }
      }),
    );
  });

  test('goes again where the server says that the refusal was its own fault', () => {
    const rows = [
      aRow(1, { status: 'ditolak', code: 'isi_salah' }),
      aRow(2, { status: 'ditolak', code: 'terkunci' }),
    ];
    expect(requeueAgain(rows, ['isi_salah'])).toMatchObject([
      { number: 1, status: 'antri', code: undefined },
    ]);
  });
});

test('after a fork all that was accepted in that shard goes again, under its own name, with its line in each lost history', () => {
  const rows = [
    aRow(1, { status: 'diterima', n: 5, root: 'e_2', lost: [['e_1', 4]] }),
    aRow(2, { status: 'beda', n: 6, root: 'e_2' }),
    aRow(3, { status: 'ditolak' }),
    aRow(4, { status: 'aman', n: 3 }),
    aRow(5, { status: 'diterima', n: 9, shard: 'sek:20104523' }),
  ];
  const again = requeueAfterFork(rows, SHARD).map(({ number, status, n, lost }) => [number, status, n, lost]);
  expect(again).toEqual([
    [
      1,
      'antri',
      0,
      [
        ['e_1', 4],
        ['e_2', 5],
      ],
    ],
    [2, 'antri', 0, [['e_2', 6]]],
    [4, 'antri', 0, [['', 3]]],
  ]);
});

describe('a request', () => {
  const nobody = new Set<string>();
  const room = { budget: 1_000_000, done: nobody };

  test('carries commands of one device id, in the order of their numbers, and only those that may travel', () => {
    const rows = [
      aRow(4),
      aRow(2, { device: 'd_old' }),
      aRow(3, { device: 'd_old', status: 'menunggu' }),
      aRow(5, { status: 'ditolak' }),
      aRow(1, { device: 'd_old', status: 'ditahan' }),
    ];
    expect(pick(rows, room).map(({ number }) => number)).toEqual([2, 3]);
    expect(
      pick(rows, { ...room, done: new Set([rows[1]!.id, rows[2]!.id]) }).map(({ number }) => number),
    ).toEqual([4]);
  });

  test('holds as much as its budget allows, and never nothing', () => {
    const rows = Array.from({ length: 700 }, (_, i) => aRow(i + 1));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500_000 }), (budget) => {
        const picked = pick(rows, { budget, done: nobody });
        const bytes = picked.reduce((sum, row) => sum + wireBytes(row), 0);
        expect(picked.length).toBeGreaterThan(0);
        expect(picked.length).toBeLessThanOrEqual(LIMITS.commandsPerRequest);
        if (picked.length > 1) expect(bytes).toBeLessThanOrEqual(budget);
      }),
    );
    expect(
      pick([aRow(1, { body: anEntri({ catatan: 'x'.repeat(900) }) })], { budget: 1, done: nobody }),
    ).toHaveLength(1);
  });

  test('tells how many wait and since when, and where nothing waits says nothing of it', () => {
    const saya = { id: 'p', nip: '1', nama: 'S', jabatan: 'G', device: 'd_a', grantVersion: '', grants: [] };
    const asked = { saya, pos: {}, ask: [], given: null, app: '1', now: 5000 };
    const open = [aRow(1, { at: 3000 }), aRow(2, { at: 4000 })];
    expect(requestFor([], { ...asked, open }).q).toEqual({ c: 2, age: 2000 });
    expect(requestFor([], { ...asked, open: [] })).not.toHaveProperty('q');
  });

  test('grows on a fast line while it is full, and shrinks on a slow one', () => {
    expect(nextBudget(16_384, { bytes: 16_000, ms: 500 })).toBe(32_768);
    expect(nextBudget(16_384, { bytes: 400, ms: 500 })).toBe(16_384);
    expect(nextBudget(16_384, { bytes: 16_000, ms: 6000 })).toBe(16_384);
    expect(nextBudget(16_384, { bytes: 16_000, ms: 20_000 })).toBe(8000);
    expect(smallerBudget(16_384, 10_000)).toBe(5000);
    expect(smallerBudget(1024, 1200)).toBe(1024);
  });
});

test('a request is waited for as long as its line may need: longer for more bytes, a slower line, and after silence', () => {
  const line = fc.record({
    bytes: fc.integer({ min: 0, max: 500_000 }),
    budget: fc.integer({ min: 1024, max: 470_000 }),
    tries: fc.integer({ min: 0, max: 30 }),
  });
  return fc.assert(
    fc.property(line, ({ bytes, budget, tries }) => {
      const patience = patienceFor(bytes, { budget, tries });
      expect(patience).toBeGreaterThanOrEqual(20_000);
      expect(patience).toBeLessThanOrEqual(180_000);
      expect(patienceFor(bytes * 2, { budget, tries })).toBeGreaterThanOrEqual(patience);
      expect(patienceFor(bytes, { budget: budget / 2, tries })).toBeGreaterThanOrEqual(patience);
      expect(patienceFor(bytes, { budget, tries: tries + 1 })).toBeGreaterThanOrEqual(patience);
    }),
  );
});
