import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSqliteStore, type Store, type WriteTx } from '../../../../server/store/index.ts';
import { anAccount } from '../../../support/builders.ts';
import { aTempDir } from '../../../support/temp-dir.ts';

const aStore = async (): Promise<Store> => {
  const store = await openSqliteStore(join(aTempDir(), 'kinerja.db'));
  onTestFinished(() => store.close());
  return store;
};

/** Calls `look` before each commit of a writing connection. */
const watchCommits = (look: () => void): void => {
  const original = Database.prototype.exec;
  Database.prototype.exec = function (this: Database.Database, source: string) {
    if (source === 'COMMIT' && !this.readonly) look();
    return original.call(this, source);
  } as typeof original;
  onTestFinished(() => {
    Database.prototype.exec = original;
  });
};

const enter = (i: number) => (tx: WriteTx) => tx.putAccount(anAccount({ id: `p_${i}`, nip: `${i}` }));
const names = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const entered = (store: Store, count: number): Promise<number[]> =>
  store.read(async (tx) => {
    const found: number[] = [];
    for (const i of names(count)) if (await tx.accountById(`p_${i}`)) found.push(i);
    return found;
  });

describe('works that wait at the same time', () => {
  test('share one commit, up to 32 of them', async () => {
    const store = await aStore();
    let commits = 0;
    watchCommits(() => {
      commits += 1;
    });
    await Promise.all(names(32).map((i) => store.write(enter(i))));
    expect(commits).toBe(1);
    await Promise.all(names(33).map((i) => store.write(enter(i))));
    expect(commits).toBe(3);
  });

  test('nobody hears of success before the commit, and nobody of failure in the middle', async () => {
    const store = await aStore();
    const told: number[] = [];
    const toldAtCommit: number[][] = [];
    watchCommits(() => toldAtCommit.push([...told]));
    const works = names(5).map((i) =>
      store
        .write(async (tx) => {
          await enter(i)(tx);
          if (i === 2) throw new Error('falls over');
        })
        .then(
          () => told.push(i),
          () => told.push(i),
        ),
    );
    await Promise.all(works);
    expect(toldAtCommit).toEqual([[]]);
    expect(told).toHaveLength(5);
  });

  test('one that falls over is taken back alone, half-done writes included; the others stand', async () => {
    const store = await aStore();
    const results = await Promise.allSettled(
      names(6).map((i) =>
        store.write(async (tx) => {
          await enter(i)(tx);
          await tx.savepoint(() => tx.putAccount(anAccount({ id: `q_${i}`, nip: `9${i}` })));
          if (i % 3 === 1) throw new Error(`${i} falls over`);
        }),
      ),
    );
    expect(results.map(({ status }) => status === 'fulfilled')).toEqual([
      true,
      false,
      true,
      true,
      false,
      true,
    ]);
    expect(results[4]).toMatchObject({ reason: new Error('4 falls over') });
    expect(await entered(store, 6)).toEqual([0, 2, 3, 5]);
    expect(await store.read((tx) => tx.accountById('q_1'))).toBeNull();
  });

  test('lines of a shard are numbered in the order of arrival, over several commits, without a gap', async () => {
    const store = await aStore();
    const numbers = await Promise.allSettled(
      names(80).map((i) =>
        store.write(async (tx) => {
          const { n } = await tx.lockShard('sek:12345678');
          await tx.advanceShard('sek:12345678', { n: n + 1, h: new Uint8Array([i]) });
          if (i % 10 === 9) throw new Error('falls over');
          return n + 1;
        }),
      ),
    );
    const taken = numbers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(taken).toEqual(names(72).map((i) => i + 1));
    expect(await store.read((tx) => tx.chainHead('sek:12345678'))).toEqual({
      n: 72,
      h: new Uint8Array([78]),
    });
  });

  test('where the commit itself fails, none of them is told that it stands', async () => {
    const store = await aStore();
    let fails = true;
    watchCommits(() => {
      if (!fails) return;
      fails = false;
      throw Object.assign(new Error('no room'), { code: 'SQLITE_FULL' });
    });
    const results = await Promise.allSettled(names(3).map((i) => store.write(enter(i))));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await entered(store, 3)).toEqual([]);
    await store.write(enter(1));
    expect(await entered(store, 3)).toEqual([1]);
  });
});
