import { expect, test } from 'vitest';
import { gathered } from '../../../../server/ledger/gathered.ts';
import type { StoredDevice } from '../../../../server/store/index.ts';
import { aStoredCommand, SHARD } from '../../../support/builders.ts';
import { aSchool, PHONE } from './school.ts';

const aPhone = (maxNumber: number): StoredDevice => ({ id: PHONE, maxNumber }) as unknown as StoredDevice;

test('a number that the phone used is looked for, one that it never used is not until this request uses it', async () => {
  const { store } = await aSchool();
  await store.write(async (tx) => {
    const asked: number[] = [];
    const noting = {
      ...tx,
      commandsByNumber: async (_: string, number: number) => {
        asked.push(number);
        return [];
      },
    };
    const { tx: gathering } = gathered(noting, aPhone(7));
    for (const number of [7, 8]) await gathering.commandsByNumber(PHONE, number);
    await gathering.commandsByNumber('d_lain', 9);
    await gathering.insertCommand({ ...aStoredCommand(70), device: PHONE, number: 8 });
    await gathering.commandsByNumber(PHONE, 8);
    expect(asked).toEqual([7, 9, 8]);
  });
});

test('the end of a chain is written once, and sums of one day as one', async () => {
  const { store } = await aSchool();
  await store.write(async (tx) => {
    const written: unknown[] = [];
    const noting = {
      ...tx,
      advanceShard: async (...head: unknown[]) => void written.push(head),
      addFigure: async (figure: unknown) => void written.push(figure),
    };
    const { tx: gathering, settle } = gathered(noting, null);
    const h = new Uint8Array(32);
    const sum = { shard: SHARD, apa: 'terisi', hari: '2026-07-01', siapa: 'p_guru', nilai: 1 } as const;
    for (const n of [91, 92]) {
      await gathering.advanceShard(SHARD, { n, h });
      await gathering.addFigure(sum);
    }
    expect(written).toEqual([]);
    expect((await gathering.lockShard(SHARD)).n).toBe(92);
    await settle();
    expect(written).toEqual([[SHARD, { n: 92, h }], { ...sum, nilai: 2 }]);
  });
});
