import { expect, test } from 'vitest';
import type { Store } from '../../server/store/index.ts';

/** What every room promises to several processes on one database. */
export const sharedContract = (open: () => Promise<Store>): void => {
  const mark = { scope: 'tantangan', key: 'a', value: 'x', until: 50 };

  test('a mark is the last that was put, and goes by its key or when its time is over', async () => {
    const store = await open();
    await store.write(async (tx) => {
      await tx.putMark(mark);
      await tx.putMark({ ...mark, value: 'y' });
      await tx.putMark({ ...mark, key: 'b', until: 49 });
      await tx.putMark({ ...mark, scope: 'lain' });
    });
    expect(await store.read((tx) => tx.mark('tantangan', 'a'))).toEqual({ ...mark, value: 'y' });
    expect(await store.read((tx) => tx.mark('tantangan', 'c'))).toBeNull();
    await store.write(async (tx) => {
      await tx.removeMarksBefore(50);
      await tx.removeMark('lain', 'a');
    });
    const left = ['a', 'b'].map((key) => store.read((tx) => tx.mark('tantangan', key)));
    expect((await Promise.all(left)).map((one) => one?.key)).toEqual(['a', undefined]);
    expect(await store.read((tx) => tx.mark('lain', 'a'))).toBeNull();
  });

  test('of many that keep one mark at once one alone hears that it is his', async () => {
    const store = await open();
    const tries = Array.from({ length: 12 }, (_, i) =>
      store.write((tx) => tx.keepMark({ ...mark, value: String(i) })),
    );
    const first = (await Promise.all(tries)).flatMap((isHis, i) => (isHis ? [String(i)] : []));
    expect(first).toHaveLength(1);
    expect((await store.read((tx) => tx.mark('tantangan', 'a')))?.value).toBe(first[0]);
  });
};
