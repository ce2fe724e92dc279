import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { joinPeers, type Peers } from '../../server/operations/index.ts';
import { openPostgresStore } from '../../server/store/index.ts';
import { aPostgresDatabase } from '../support/postgres.ts';
import { aRandom } from '../support/random.ts';

/** Processes on one database; each `join` is one more. */
const aTown = async () => {
  const url = await aPostgresDatabase();
  let seed = 0;
  const join = async (wasPutBack = false): Promise<Peers> => {
    const store = await openPostgresStore(url, { connections: 2 });
    seed += 1;
    const peers = await joinPeers({
      ...{ store, clock: () => seed, randomBytes: aRandom(seed).bytes },
      wasPutBack: async () => wasPutBack,
      onFault: () => undefined,
    });
    onTestFinished(async () => {
      await peers.close();
      await store.close();
    });
    return peers;
  };
  const begun = async (wasPutBack = false): Promise<Peers> => {
    const peers = await join(wasPutBack);
    await peers.begun();
    return peers;
  };
  const operator = new pg.Client({ connectionString: url });
  await operator.connect();
  onTestFinished(() => operator.end());
  /** Breaks the lines of all processes, as when PostgreSQL is stopped; or of whoever leads, who holds one name more than the database and its life. */
  const cut = (whose: 'all' | 'leader') =>
    operator.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE '%jalur'
         AND datname = current_database()${
           whose === 'all'
             ? ''
             : ` AND pid IN (SELECT pid FROM pg_locks
         WHERE locktype = 'advisory' GROUP BY pid HAVING count(*) > 2)`
         }`,
    );
  return { join, begun, cut };
};

/** Resolves when it comes to lead. */
const leading = (peers: Peers): Promise<void> => new Promise((resolve) => peers.onLead(resolve));
const leaders = async (all: readonly Peers[]): Promise<boolean[]> =>
  Promise.all(all.map((peers) => peers.leads()));

/** Asked until it is known again: a broken line is being mended meanwhile. */
const runOf = async (peers: Peers): Promise<ReturnType<Peers['run']>> => {
  for (;;) {
    try {
      return peers.run();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
};

test('all processes say one run; it is another once all of them have gone, and not before', async () => {
  const { begun } = await aTown();
  const one = await begun();
  const run = one.run();
  const two = await begun(true);
  expect([one.isFirst, two.isFirst]).toEqual([true, false]);
  expect(two.run()).toEqual(run);
  await one.close();
  const three = await begun(true);
  expect(three.run()).toEqual(run);
  await two.close();
  await three.close();
  const four = await begun();
  expect([four.isFirst, four.run().root]).toEqual([true, run.root]);
  expect(four.run().era).not.toBe(run.era);
});

test('one leads; another does when it resigns, and one does again when its line breaks, in the same run', async () => {
  const { begun, cut } = await aTown();
  const [one, two] = [await begun(), await begun()];
  expect(await leaders([one, two])).toEqual([true, false]);
  const second = leading(two);
  await one.resign();
  await second;
  expect(await leaders([one, two])).toEqual([false, true]);
  const three = await begun();
  const run = three.run();
  const next = Promise.race([leading(two), leading(three)]);
  await cut('leader');
  await next;
  expect((await leaders([one, two, three])).filter(Boolean)).toHaveLength(1);
  expect(await runOf(two)).toEqual(run);
});

test('where the lines of all are broken the database may be another: they go on in a new run, the same for all', async () => {
  const { begun, cut } = await aTown();
  const [one, two] = [await begun(), await begun()];
  const before = one.run();
  await cut('all');
  const since = async (peers: Peers): Promise<ReturnType<Peers['run']>> => {
    for (;;) {
      const run = await runOf(peers);
      if (run.era !== before.era) return run;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const [first, second] = [await since(one), await since(two)];
  expect(first).toEqual(second);
  expect((await leaders([one, two])).filter(Boolean)).toHaveLength(1);
});

test('one begins at a time: the next waits until the one before has settled everything', async () => {
  const { join } = await aTown();
  const first = await join();
  const order: string[] = [];
  const second = join().then(async (peers) => {
    order.push('second');
    await peers.begun();
    return peers;
  });
  await first.leads();
  order.push('first');
  await first.begun();
  expect((await second).isFirst).toBe(false);
  expect(order).toEqual(['first', 'second']);
});
