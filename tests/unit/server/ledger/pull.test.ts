import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS, type Position, type SyncAnswer } from '../../../../shared/protocol/index.ts';
import { aCatat, aStoredRecord, GURU, KEPALA, onEntri, SHARD } from '../../../support/builders.ts';
import { aTempDir } from '../../../support/temp-dir.ts';
import { aSchool, HEAD_PHONE, type Numbered, OTHER_GURU, OTHER_PHONE, PHONE, type School } from './school.ts';

const OWN = `${SHARD}/milik`;
const ALL = `${SHARD}/sekolah`;
type Answered = Omit<SyncAnswer, 'blob'>;

const PHONES: Readonly<Record<string, string>> = { [GURU]: PHONE, [KEPALA]: HEAD_PHONE };

const ask = async (school: School, who: string, pos: Record<string, Position>): Promise<Answered> => {
  const result = await school.exchange(who, { dev: PHONES[who]!, pos });
  if (!result.ok) throw new Error(result.code);
  return result.answer;
};

/** Pulls until there is no more; the records as a phone would hold them, and the last position. */
const replicate = async (
  school: School,
  who: string,
  scope: string,
  between: (page: Answered) => Promise<void> = async () => undefined,
) => {
  const records = new Map<string, SyncAnswer['chg'][number]>();
  const pages: Answered[] = [];
  let pos: Record<string, Position> = {};
  for (;;) {
    const page = await ask(school, who, pos);
    for (const row of page.chg) records.set(row.id, row);
    pages.push(page);
    pos = page.pos;
    if (!page.more) return { records, pages, position: pos[scope]! };
    await between(page);
  }
};

const entries = (count: number, from = 1): Numbered[] =>
  Array.from({ length: count }, (_, i) => ({
    ...aCatat({ uraian: `Kegiatan bernomor urut ${from + i}` }),
    number: from + i,
  }));

describe('pages', () => {
  test('a teacher gets her own records and the school’s, the head gets all', async () => {
    const school = await aSchool();
    await school.send(GURU, PHONE, ...entries(2));
    await school.send(OTHER_GURU, OTHER_PHONE, ...entries(3));
    const own = await replicate(school, GURU, OWN);
    expect([...own.records.values()].map(({ o }) => o).sort()).toEqual(['', GURU, GURU]);
    const all = await replicate(school, KEPALA, ALL);
    expect(all.records.size).toBe(6);
    expect(own.position).toEqual(all.position);
    expect(own.position.n).toBe(6);
  });

  test('a position that is up to date brings nothing and stays', async () => {
    const school = await aSchool();
    await school.send(GURU, PHONE, ...entries(2));
    const { position } = await replicate(school, GURU, OWN);
    const page = await ask(school, GURU, { [OWN]: position });
    expect(page).toMatchObject({ chg: [], more: false, pos: { [OWN]: position } });
  });

  test('what others do moves the position on without bringing their records', async () => {
    const school = await aSchool();
    const { position } = await replicate(school, GURU, OWN);
    await school.send(OTHER_GURU, OTHER_PHONE, ...entries(3));
    const page = await ask(school, GURU, { [OWN]: position });
    expect(page.chg).toEqual([]);
    expect(page.pos[OWN]?.n).toBe(position.n + 3);
  });

  test('a record that changed often comes once, as it is now', async () => {
    const school = await aSchool();
    const [first] = entries(1);
    const sent = await school.send(GURU, PHONE, first!);
    const id = sent.chg.at(-1)!.id;
    await school.send(GURU, PHONE, { ...onEntri('entri.tarik', id, id), number: 2 });
    const { records, pages } = await replicate(school, GURU, OWN);
    expect(pages.flatMap(({ chg }) => chg).filter((row) => row.id === id)).toHaveLength(1);
    expect(records.get(id)).toMatchObject({ n: 3, st: { tahap: 'DITARIK' } });
  });

  test('a deleted record comes as deleted, with what its owner needs to bring it back', async () => {
    const school = await aSchool();
    const sent = await school.send(GURU, PHONE, ...entries(1));
    const { id } = sent.chg.at(-1)!;
    const answer = await school.send(GURU, PHONE, { ...onEntri('entri.hapus', id, id), number: 2 });
    expect(answer.chg.at(-1)).toMatchObject({ id, del: 1, b: { uraian: 'Kegiatan bernomor urut 1' } });
  });

  test('I9: writers between the pages lose no row and double none', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: LIMITS.recordsPerPage + 1, max: LIMITS.recordsPerPage + 220 }),
        fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 3 }),
        async (count, bursts) => {
          const school = await aSchool();
          for (let from = 1; from <= count; from += 500)
            await school.send(GURU, PHONE, ...entries(Math.min(500, count - from + 1), from));
          let next = count + 1;
          const { records, pages, position } = await replicate(school, GURU, OWN, async (page) => {
            const burst = bursts.pop() ?? 0;
            if (burst > 0) await school.send(GURU, PHONE, ...entries(burst, next));
            next += burst;
            const { id } = page.chg[1]!;
            await school.send(KEPALA, HEAD_PHONE, { ...onEntri('entri.setujui', id, id), number: next });
          });
          const stored = await school.store.read((tx) =>
            tx.changedRecords({ shard: SHARD, afterN: 0, owners: [GURU, ''], limit: 9999 }),
          );
          expect(new Map([...records].map(([id, { n, head }]) => [id, [n, head]]))).toEqual(
            new Map(stored.map(({ record, n }) => [record.id, [n, record.head]])),
          );
          expect(position.n).toBe((await school.store.read((tx) => tx.chainHead(SHARD))).n);
          for (const page of pages) expect(page.chg.length).toBeLessThanOrEqual(LIMITS.recordsPerPage);
        },
      ),
      { numRuns: 6 },
    );
  });

  test('I9: a phone does not get back what it created itself, and everybody else does', async () => {
    const school = await aSchool();
    const { pos } = await ask(school, GURU, {});
    await school.send(OTHER_GURU, OTHER_PHONE, ...entries(3));
    const sent = await school.exchange(GURU, { dev: PHONE, pos, commands: entries(4) });
    if (!sent.ok) throw new Error(sent.code);
    expect(sent.answer).toMatchObject({ chg: [], more: false, pos: { [OWN]: { n: 8 } } });
    expect((await replicate(school, KEPALA, ALL)).records.size).toBe(8);
    const again = await school.exchange(GURU, { dev: PHONE, pos, commands: entries(4) });
    if (!again.ok) throw new Error(again.code);
    expect(again.answer.chg.map(({ n }) => n)).toEqual([5, 6, 7, 8]);
    const { pos: later } = again.answer;
    const id = again.answer.chg[0]!.id;
    const changed = await school.exchange(GURU, {
      dev: PHONE,
      pos: later,
      commands: [{ ...onEntri('entri.hapus', id, id), number: 5 }],
    });
    expect(changed.ok && changed.answer.chg).toMatchObject([{ id, del: 1, n: 9 }]);
  });

  test('records of equal number are never on two pages, however many there are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 260 }), { minLength: 1, maxLength: 4 }),
        async (runs) => {
          const school = await aSchool();
          let made = 0;
          await school.store.write(async (tx) => {
            for (const [at, run] of runs.entries()) {
              for (let i = 0; i < run; i += 1) {
                made += 1;
                await tx.putRecord(aStoredRecord(at + 2, { id: `d_x.${made}.AAAAAAAAAAA` }));
              }
            }
          });
          // The lines themselves, so that positions have a hash to carry.
          await school.send(OTHER_GURU, OTHER_PHONE, ...entries(runs.length));
          const { records, pages } = await replicate(school, GURU, OWN);
          expect([...records.keys()].filter((id) => id.startsWith('d_x.'))).toHaveLength(made);
          const onPages = new Map<number, Set<number>>();
          for (const [at, page] of pages.entries())
            for (const { n } of page.chg) onPages.set(n, (onPages.get(n) ?? new Set()).add(at));
          for (const places of onPages.values()) expect(places.size).toBe(1);
        },
      ),
      { numRuns: 8 },
    );
  });
});

describe('grants', () => {
  test('the list comes when the phone’s version is stale, and not when it is current', async () => {
    const school = await aSchool();
    const first = await school.exchange(GURU, { dev: PHONE, g: '' });
    const grant = first.ok ? first.answer.grant : null;
    expect(grant).toEqual({
      g: expect.stringMatching(/^[A-Za-z0-9_-]{16}$/),
      list: [{ s: SHARD, view: 'milik', peran: 'guru' }],
    });
    expect(await school.exchange(GURU, { dev: PHONE, g: grant!.g })).toMatchObject({
      ok: true,
      answer: { grant: null },
    });
  });

  test('a change of rights makes the version stale on the next request', async () => {
    const school = await aSchool();
    const first = await school.exchange(GURU, { dev: PHONE });
    const g = first.ok ? (first.answer.grant?.g ?? '') : '';
    await school.grant({ account: GURU, view: 'sekolah', peran: 'penilai' });
    const second = await school.exchange(GURU, { dev: PHONE, g });
    expect(second).toMatchObject({
      answer: { grant: { list: [{ view: 'milik' }, { view: 'sekolah', peran: 'penilai' }] } },
    });
    expect(Object.keys(second.ok ? second.answer.pos : {}).sort()).toEqual([OWN, ALL]);
  });

  test('two schools are two scopes, each with a position of its own', async () => {
    const school = await aSchool();
    const other = 'sek:20104523';
    await school.grant({ account: GURU, shard: other });
    const answer = await school.send(GURU, PHONE, { ...aCatat({}, other), number: 1 });
    expect(answer.res).toMatchObject([{ r: 'ok', n: 1 }]);
    expect(answer.pos).toMatchObject({ [OWN]: { n: 1 }, [`${other}/milik`]: { n: 1 } });
  });
});

describe('forks', () => {
  const forked = async () => {
    const school = await aSchool();
    await school.send(GURU, PHONE, ...entries(2));
    const copy = join(aTempDir(), 'kinerja.db');
    await school.store.write(async () => undefined);
    for (const suffix of ['', '-wal']) copyFileSync(`${school.path}${suffix}`, `${copy}${suffix}`);
    await school.send(GURU, PHONE, ...entries(3, 3));
    const { position } = await replicate(school, GURU, OWN);
    return { restored: await aSchool(copy, { fresh: false }), position };
  };

  test('F4: a server restored from an older copy says so, names the scope, and touches no command', async () => {
    const { restored, position } = await forked();
    const commands = entries(1, 9);
    const result = await restored.exchange(GURU, { dev: PHONE, pos: { [OWN]: position }, commands });
    expect(result).toEqual({ ok: false, code: 'sejarah_berubah', params: { scope: OWN } });
    expect(await restored.store.read((tx) => tx.commandsByNumber(PHONE, 9))).toEqual([]);
  });

  test('F4: also after others have written past that number again', async () => {
    const { restored, position } = await forked();
    await restored.send(OTHER_GURU, OTHER_PHONE, ...entries(20));
    expect((await restored.store.read((tx) => tx.chainHead(SHARD))).n).toBeGreaterThan(position.n);
    const result = await restored.exchange(GURU, { dev: PHONE, pos: { [OWN]: position } });
    expect(result).toMatchObject({ code: 'sejarah_berubah' });
  });

  test('I1 I2: everything sent again after a restore ends up once', async () => {
    const { restored } = await forked();
    const answer = await restored.send(GURU, PHONE, ...entries(5));
    expect(answer.res.map((verdict) => ('dup' in verdict ? 'dup' : verdict.r))).toEqual([
      'dup',
      'dup',
      'ok',
      'ok',
      'ok',
    ]);
    expect((await restored.store.read((tx) => tx.chainHead(SHARD))).n).toBe(6);
  });

  test.each([
    ['a number beyond the head', { n: 99, h: 'AAAAAAAAAAA' }],
    ['another hash', { n: 1, h: 'AAAAAAAAAAA' }],
    ['no hash', { n: 1, h: '' }],
    ['a hash before the first line', { n: 0, h: 'AAAAAAAAAAA' }],
  ])('a position with %s is of another history', async (_, position) => {
    const school = await aSchool();
    expect(await school.exchange(GURU, { dev: PHONE, pos: { [OWN]: position } })).toMatchObject({
      code: 'sejarah_berubah',
    });
  });

  test('a position in a scope that the person does not hold is passed over, so that it tells nothing', async () => {
    const school = await aSchool();
    const pos = { [ALL]: { n: 99, h: 'AAAAAAAAAAA' }, 'sek:20104523/milik': { n: 9, h: '' } };
    const result = await school.exchange(GURU, { dev: PHONE, pos });
    expect(result).toMatchObject({ ok: true });
    expect(Object.keys(result.ok ? result.answer.pos : {})).toEqual([OWN]);
  });
});

test('the next asking is spread around a quarter of an hour', async () => {
  const school = await aSchool();
  const all = await Promise.all(Array.from({ length: 40 }, () => school.send(GURU, PHONE)));
  const seconds = all.map(({ next }) => next);
  expect(Math.min(...seconds)).toBeGreaterThanOrEqual(720);
  expect(Math.max(...seconds)).toBeLessThanOrEqual(1080);
  expect(new Set(seconds).size).toBeGreaterThan(20);
});
