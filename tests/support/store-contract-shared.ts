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

  test('a name that one line holds alone no other gets, until it lets go or is over', async () => {
    const store = await open();
    const [one, two] = [await store.openLine(), await store.openLine()];
    expect(await one.grip('x', 'alone')).toBe(true);
    expect([await two.grip('x', 'alone'), await two.grip('x', 'together')]).toEqual([false, false]);
    expect(await two.grip('y', 'alone')).toBe(true);
    await one.letGo('x', 'alone');
    expect(await two.grip('x', 'alone')).toBe(true);
    const waiting = one.wait('x');
    expect([await one.stands(), await two.stands()]).toEqual([true, true]);
    await two.close();
    await two.lost;
    await waiting;
    expect([await one.stands(), await two.stands()]).toEqual([true, false]);
    await one.close();
  });

  test('a name that is held together is held by all who say so, and by nobody alone', async () => {
    const store = await open();
    const lines = [await store.openLine(), await store.openLine(), await store.openLine()] as const;
    const [one, two, three] = lines;
    expect([await one.grip('x', 'together'), await two.grip('x', 'together')]).toEqual([true, true]);
    expect(await three.grip('x', 'alone')).toBe(false);
    await one.letGo('x', 'together');
    expect(await three.grip('x', 'alone')).toBe(false);
    await two.letGo('x', 'together');
    expect(await three.grip('x', 'alone')).toBe(true);
    for (const line of lines) await line.close();
  });

  test('a topic that is told is heard on every line that listens', async () => {
    const store = await open();
    const lines = [await store.openLine(), await store.openLine()];
    const heard = lines.map(
      (line) => new Promise<string>((resolve) => void line.onNews((topic) => resolve(topic))),
    );
    for (const line of lines) await line.stands();
    await store.tell('cadangan');
    expect(await Promise.all(heard)).toEqual(['cadangan', 'cadangan']);
    for (const line of lines) await line.close();
  });
};
