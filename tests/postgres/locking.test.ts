import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkCopy } from '../../server/operations/copies/check-copy.ts';
import {
  openPostgresStore,
  openSqliteCopy,
  type Store,
  StoreUnavailableError,
  type WriteTx,
} from '../../server/store/index.ts';
import { anAccount, aStoredCommand, aStoredRecord, GURU, SHARD } from '../support/builders.ts';
import { aPostgresDatabase } from '../support/postgres.ts';
import { appendTo } from '../support/store-contract-holds.ts';
import { aTempDir } from '../support/temp-dir.ts';

const OTHER = 'sek:20104523';

const closing = (store: Store): Store => {
  onTestFinished(() => store.close());
  return store;
};
const anOpenStore = async (url: string, connections?: number): Promise<Store> =>
  closing(await openPostgresStore(url, connections === undefined ? {} : { connections }));

/** The operator's own connection to the database. */
const anOperator = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
};

const count = async (tx: WriteTx, key: string): Promise<void> => {
  const failures = (await tx.throttle(key))?.failures ?? 0;
  await tx.putThrottle({ key, failures: failures + 1, since: 1, until: 0 });
};

/** Resolves for everybody once so many have come; whoever comes again later passes. */
const aGate = (most: number): (() => Promise<void>) => {
  let [come, open]: [number, () => void] = [0, () => undefined];
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    come += 1;
    if (come >= most) open();
    return opened;
  };
};

describe('several servers on one database', () => {
  test('I5: 64 writers on four of them give each of three schools its numbers without a gap', async () => {
    const url = await aPostgresDatabase();
    const stores = await Promise.all([1, 2, 3, 4].map(() => anOpenStore(url, 8)));
    const shards = [SHARD, OTHER, 'sek:30000001'];
    await Promise.all(
      Array.from({ length: 64 }, (_, i) => {
        const order = i % 2 === 0 ? shards : [...shards].reverse();
        const work = async (tx: WriteTx): Promise<void> => {
          for (const shard of order) await appendTo(tx, shard, i);
        };
        return stores[i % stores.length]?.write(work, { shards: order });
      }),
    );
    const operator = await anOperator(url);
    const { rows } = await operator.query(
      'SELECT shard, count(DISTINCT n) AS lines, max(n) AS last FROM commands GROUP BY shard',
    );
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row).toMatchObject({ lines: '64', last: '64' });
    const waited = await operator.query(
      'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
    );
    expect(waited.rows).toEqual([{ deadlocks: '0' }]);
  });

  test('whoever reads a number can read every smaller one, while others write', async () => {
    const url = await aPostgresDatabase();
    const [one, two, reading] = [
      await anOpenStore(url, 8),
      await anOpenStore(url, 8),
      await anOpenStore(url, 8),
    ];
    const writers = Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        (i % 2 === 0 ? one : two).write((tx) => appendTo(tx, SHARD, i), { shards: [SHARD] }),
      ),
    );
    const torn: unknown[] = [];
    for (let last = 0; last < 60; ) {
      const [head, lines] = await reading.read(
        async (tx) => [await tx.chainHead(SHARD), await tx.ledgerLines(SHARD, 0, 99)] as const,
      );
      const numbers = lines.map(({ outcome }) => (outcome.verdict === 'no' ? null : outcome.n));
      const whole = Array.from({ length: head.n }, (_, i) => i + 1);
      if (JSON.stringify(numbers) !== JSON.stringify(whole)) torn.push({ head: head.n, numbers });
      last = head.n;
    }
    await writers;
    expect(torn).toEqual([]);
  });
});

describe('works that stand in each other’s way', () => {
  test('a ledger that is not held cannot be written, and nothing of that work is kept', async () => {
    const store = await anOpenStore(await aPostgresDatabase());
    const work = async (tx: WriteTx): Promise<void> => {
      await tx.putAccount(anAccount());
      await tx.insertCommand(aStoredCommand(1));
    };
    await expect(store.write(work, { shards: [OTHER] })).rejects.toThrow(
      `${SHARD} is written without being held`,
    );
    await expect(store.write((tx) => tx.putRecord(aStoredRecord(1)))).rejects.toThrow('without being held');
    for (const several of [
      (tx: WriteTx) => tx.putRecords([aStoredRecord(1)]),
      (tx: WriteTx) => tx.insertCommands([aStoredCommand(null), aStoredCommand(1)]),
    ])
      await expect(store.write(several, { shards: [OTHER] })).rejects.toThrow('without being held');
    await expect(store.write((tx) => tx.lockShard(SHARD), { shards: [] })).rejects.toThrow(
      'without being held',
    );
    expect(await store.read((tx) => tx.accountCount())).toBe(0);
  });

  test('two that lock what they did not hold in opposite order both come through: the loser runs again', async () => {
    const url = await aPostgresDatabase();
    const store = await anOpenStore(url);
    const gate = aGate(2);
    let runs = 0;
    const crossing = (first: string, second: string) =>
      store.write(async (tx) => {
        runs += 1;
        await count(tx, first);
        await gate();
        await count(tx, second);
      });
    await store.write(async (tx) => {
      for (const key of ['a', 'b']) await count(tx, key);
    });
    await Promise.all([crossing('a', 'b'), crossing('b', 'a')]);
    expect(runs).toBeGreaterThan(2);
    const counted = await store.read(async (tx) => [await tx.throttle('a'), await tx.throttle('b')]);
    expect(counted.map((one) => one?.failures)).toEqual([3, 3]);
  });

  /** A database in which counting fails as two serializable works fail, so many times. */
  const failing = async (times: number): Promise<Store> => {
    const url = await aPostgresDatabase();
    const operator = await anOperator(url);
    await operator.query(`CREATE SEQUENCE tried`);
    await operator.query(`CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF nextval('tried') <= ${times} THEN RAISE EXCEPTION 'lost' USING ERRCODE = '40001'; END IF;
      RETURN NEW; END $$`);
    await operator.query(
      'CREATE TRIGGER lose BEFORE INSERT ON throttles FOR EACH ROW EXECUTE FUNCTION lose()',
    );
    return anOpenStore(url);
  };

  test('a serialization failure is run again from the start, also where the work caught it', async () => {
    const store = await failing(3);
    await store.write(async (tx) => {
      await tx.putAccount(anAccount());
      await tx.savepoint(() => count(tx, 'a')).catch(() => undefined);
    });
    const found = await store.read(async (tx) => [
      await tx.accountCount(),
      (await tx.throttle('a'))?.failures,
    ]);
    expect(found).toEqual([1, 1]);
  });

  test('one that goes on failing ends as a database that cannot work, and the next work passes', async () => {
    const store = await failing(8);
    await expect(store.write((tx) => count(tx, 'a'))).rejects.toBeInstanceOf(StoreUnavailableError);
    await store.write((tx) => count(tx, 'a'));
    expect((await store.read((tx) => tx.throttle('a')))?.failures).toBe(1);
  });

  test('a school that is busy holds up no other, however many wait for it', async () => {
    const store = await anOpenStore(await aPostgresDatabase(), 4);
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const waiting = Array.from({ length: 12 }, (_, i) =>
      store.write(
        async (tx) => {
          if (i === 0) await released;
          await appendTo(tx, SHARD, i);
        },
        { shards: [SHARD] },
      ),
    );
    await store.write((tx) => appendTo(tx, OTHER, 1), { shards: [OTHER] });
    expect((await store.read((tx) => tx.chainHead(SHARD))).n).toBe(0);
    release();
    await Promise.all(waiting);
    expect((await store.read((tx) => tx.chainHead(SHARD))).n).toBe(12);
  });
});

describe('a transaction that PostgreSQL has given up', () => {
  /** PostgreSQL keeps no text with a NUL in it; SQLite does. */
  const failingStatement = (tx: WriteTx): Promise<void> => count(tx, 'a\0').catch(() => undefined);

  test('I5: a work that swallowed a failed statement is not taken for committed', async () => {
    const store = await anOpenStore(await aPostgresDatabase());
    const work = async (tx: WriteTx): Promise<string> => {
      await tx.putAccount(anAccount());
      await failingStatement(tx);
      return 'diterima';
    };
    await expect(store.write(work)).rejects.toThrow('invalid byte sequence');
    expect(await store.read((tx) => tx.accountCount())).toBe(0);
    await store.write((tx) => tx.putAccount(anAccount()));
    expect(await store.read((tx) => tx.accountCount())).toBe(1);
  });

  test('I5: nor is one whose savepoints crossed each other', async () => {
    const store = await anOpenStore(await aPostgresDatabase());
    const work = async (tx: WriteTx): Promise<string> => {
      await tx.putAccount(anAccount());
      const gate = aGate(2);
      await Promise.allSettled(
        ['a', 'b'].map((key) => tx.savepoint(() => gate().then(() => count(tx, key)))),
      );
      return 'diterima';
    };
    await expect(store.write(work)).rejects.toThrow('rolled back');
    expect(await store.read((tx) => tx.accountCount())).toBe(0);
  });

  test('one that failed inside a savepoint, which was undone, commits what stood before', async () => {
    const store = await anOpenStore(await aPostgresDatabase());
    await store.write(async (tx) => {
      await tx.putAccount(anAccount());
      await tx.savepoint(() => count(tx, 'a\0')).catch(() => undefined);
      await count(tx, 'b');
    });
    const found = await store.read(async (tx) => [
      await tx.accountCount(),
      (await tx.throttle('b'))?.failures,
    ]);
    expect(found).toEqual([1, 1]);
  });
});

describe('a server that fails', () => {
  test('connections that are cut end works as unavailable, with nothing kept, and the next ones pass', async () => {
    const url = await aPostgresDatabase();
    const [store, operator] = [await anOpenStore(url), await anOperator(url)];
    const cut = () =>
      operator.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
    const work = store.write(async (tx) => {
      await tx.putAccount(anAccount());
      await cut();
      await tx.accountById(GURU);
    });
    await expect(work).rejects.toBeInstanceOf(StoreUnavailableError);
    expect(await store.read((tx) => tx.accountCount())).toBe(0);
    await store.write((tx) => tx.putAccount(anAccount()));
    expect(await store.read((tx) => tx.accountCount())).toBe(1);
  });

  test('where nobody answers the start is refused as a database that cannot work', async () => {
    const nowhere = `postgres://kinerja@/kinerja?host=${encodeURIComponent(aTempDir())}`;
    await expect(openPostgresStore(nowhere)).rejects.toBeInstanceOf(StoreUnavailableError);
  });

  test('commits are flushed also where the database was told not to', async () => {
    const url = await aPostgresDatabase();
    const operator = await anOperator(url);
    const name = new URL(url.replace('@/', '@x/')).pathname.slice(1);
    await operator.query(`ALTER DATABASE ${name} SET synchronous_commit = off`);
    await operator.query(`CREATE TABLE said (value text)`);
    await operator.query(`CREATE FUNCTION say() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO said VALUES (current_setting('synchronous_commit')); RETURN NEW; END $$`);
    await operator.query('CREATE TRIGGER say BEFORE INSERT ON accounts FOR EACH ROW EXECUTE FUNCTION say()');
    const store = await anOpenStore(url);
    await store.write((tx) => tx.putAccount(anAccount()));
    expect((await operator.query('SELECT value FROM said')).rows).toEqual([{ value: 'on' }]);
  });

  test('a database of a newer version of the app is refused', async () => {
    const url = await aPostgresDatabase();
    const operator = await anOperator(url);
    await operator.query(
      `INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('later', ${Date.UTC(2999, 0, 1)})`,
    );
    await expect(openPostgresStore(url)).rejects.toThrow('newer version');
  });
});

test('two servers that start at once on an empty database lay its tables down once', async () => {
  const operator = await anOperator(await aPostgresDatabase());
  const url = `${await aPostgresDatabase()}`;
  const name = new URL(url.replace('@/', '@x/')).pathname.slice(1);
  await operator.query(`DROP DATABASE ${name}`);
  await operator.query(`CREATE DATABASE ${name}`);
  const stores = await Promise.all([openPostgresStore(url), openPostgresStore(url), openPostgresStore(url)]);
  for (const store of stores) closing(store);
  expect(await stores[0]?.read((tx) => tx.accountCount())).toBe(0);
});

test('a copy is a file of SQLite with every row, made while others write, that passes what checks every copy', async () => {
  const store = await anOpenStore(await aPostgresDatabase());
  await store.write((tx) => tx.putAccount(anAccount()));
  for (let i = 1; i <= 3; i += 1)
    await store.write((tx) => tx.putDocument({ ...DOCUMENT, code: `K${i}` }), { shards: [SHARD] });
  const path = join(aTempDir(), 'salinan.db');
  const steps: (readonly [number, number])[] = [];
  await Promise.all([
    store.copyTo(path, (done, total) => steps.push([done, total])),
    store.write((tx) => tx.putAccount(anAccount({ id: 'p_2', nip: '2' }))),
  ]);
  expect(steps.at(-1)?.[0]).toBe(steps.at(-1)?.[1]);
  expect(await checkCopy(path)).toMatchObject({ counts: { commands: 0, records: 0, photos: 0 } });
  const copy = openSqliteCopy(path);
  onTestFinished(() => copy.close());
  expect(await copy.read((tx) => tx.accountById(GURU))).toEqual(anAccount());
  const [issued] = await copy.read((tx) => tx.documentsByCode('K2'));
  expect(new Uint8Array(issued?.fingerprint ?? [])).toEqual(DOCUMENT.fingerprint);
});

const DOCUMENT = {
  ...{ shard: SHARD, code: 'K1', owner: GURU, kind: 'skp', about: '2026', content: '{}' },
  ...{ fingerprint: Uint8Array.of(1, 0, 255), issuedAt: 5, issuedBy: GURU },
};
