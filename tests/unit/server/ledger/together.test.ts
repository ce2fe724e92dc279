import { expect, test } from 'vitest';
import { verifyLedger } from '../../../../server/ledger/index.ts';
import { aCatat, GURU, SHARD } from '../../../support/builders.ts';
import { aSchool, OTHER_GURU, OTHER_PHONE, PHONE } from './school.ts';

test('twenty requests at once get numbers without a gap, each command its own', async () => {
  const school = await aSchool();
  const who = [GURU, OTHER_GURU];
  const phones = [PHONE, OTHER_PHONE];
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      school.send(
        who[i % 2]!,
        phones[i % 2]!,
        ...[1, 2, 3].map((k) => ({ ...aCatat({ uraian: `Kegiatan ${i} bagian ${k}` }), number: i * 3 + k })),
      ),
    ),
  );
  const numbers = answers.flatMap(({ res }) => res.map((verdict) => ('n' in verdict ? verdict.n : 0)));
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i + 2));
  for (const { res } of answers) {
    const own = res.map((verdict) => ('n' in verdict ? verdict.n : 0));
    expect(own).toEqual([own[0], own[0]! + 1, own[0]! + 2]);
  }
  expect(await verifyLedger(school.store)).toEqual({ ok: true, lines: 61 });
});

test('the same request twenty times at once takes effect once', async () => {
  const school = await aSchool();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => school.send(GURU, PHONE, { ...aCatat(), number: 1 })),
  );
  expect(answers.filter(({ res }) => !('dup' in res[0]!))).toHaveLength(1);
  expect(new Set(answers.map(({ res }) => ('n' in res[0]! ? res[0].n : 0)))).toEqual(new Set([2]));
  expect((await school.store.read((tx) => tx.chainHead(SHARD))).n).toBe(2);
});

test('an answer holds what its own commands did, and a consistent page, while others write', async () => {
  const school = await aSchool();
  const answers = await Promise.all(
    Array.from({ length: 15 }, (_, i) =>
      school.send(GURU, PHONE, { ...aCatat({ uraian: `Kegiatan nomor urut ${i}` }), number: i + 1 }),
    ),
  );
  for (const { res, chg, pos } of answers) {
    const own = 'n' in res[0]! ? res[0].n : 0;
    expect(chg.map(({ n }) => n)).toContain(own);
    const { n } = pos[`${SHARD}/milik`]!;
    expect(chg.map((row) => row.n)).toEqual(Array.from({ length: n }, (_, i) => i + 1));
  }
});
