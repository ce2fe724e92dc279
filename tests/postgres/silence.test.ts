import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { openPostgresStore, type Store, StoreUnavailableError } from '../../server/store/index.ts';
import { expectProblem, phoneOf } from '../api/signed-in.ts';
import { aCatat, anAccount, SHARD } from '../support/builders.ts';
import { aPostgresDatabase } from '../support/postgres.ts';
import { aLine } from '../support/postgres-line.ts';
import { aServer, SRI } from '../support/server.ts';
import { appendTo } from '../support/store-contract-holds.ts';

/** How long a silent database is awaited here, ms. */
const PATIENCE = 600;

const aStoreOnALine = async (connections?: number) => {
  const line = await aLine(await aPostgresDatabase());
  const openStore = (): Promise<Store> =>
    openPostgresStore(line.url, {
      patience: PATIENCE,
      ...(connections === undefined ? {} : { connections }),
    });
  return { line, openStore };
};

test('a network to the database that falls silent ends every request with 503 and when to come again, and nothing needs a restart', async () => {
  const { line, openStore } = await aStoreOnALine();
  const server = await aServer({ openStore });
  const phones = [await phoneOf(server, SRI), await phoneOf(server, SRI), await phoneOf(server, SRI)];
  for (const phone of phones) await phone.add(aCatat());
  line.silence();
  const [health, ...answers] = await Promise.all([
    server.request('/healthz'),
    ...phones.map((phone) => phone.post()),
  ]);
  for (const answer of [health, ...answers]) {
    expect(Number(answer?.headers.get('retry-after'))).toBeGreaterThan(0);
    if (answer) await expectProblem(answer, 'server_sibuk');
  }
  line.speak();
  for (const phone of phones) {
    await phone.syncAll();
    expect([...phone.verdicts.values()]).toMatchObject([{ r: 'ok' }]);
  }
});

test('I5: a COMMIT that nobody answers is no promise, and its connection is not used again', async () => {
  const { line, openStore } = await aStoreOnALine(2);
  const store = await openStore();
  onTestFinished(() => store.close());
  const work = store.write(
    async (tx) => {
      await appendTo(tx, SHARD, 1);
      line.silence();
    },
    { shards: [SHARD] },
  );
  await expect(work).rejects.toBeInstanceOf(StoreUnavailableError);
  line.speak();
  await store.write((tx) => appendTo(tx, SHARD, 2), { shards: [SHARD] });
  expect((await store.read((tx) => tx.chainHead(SHARD))).n).toBe(1);
});

test('works that wait for the same school behind a silent one end as well, and the next ones keep their turn', async () => {
  const { line, openStore } = await aStoreOnALine();
  const store = await openStore();
  onTestFinished(() => store.close());
  line.silence();
  const waiting = Array.from({ length: 12 }, (_, i) =>
    store.write((tx) => appendTo(tx, SHARD, i), { shards: [SHARD] }),
  );
  for (const one of await Promise.allSettled(waiting))
    expect(one).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailableError) });
  line.speak();
  await Promise.all(
    Array.from({ length: 4 }, (_, i) => store.write((tx) => appendTo(tx, SHARD, i), { shards: [SHARD] })),
  );
  expect((await store.read((tx) => tx.chainHead(SHARD))).n).toBe(4);
});

test('a statement that takes too long is ended by the database itself, and the same connection goes on', async () => {
  const url = await aPostgresDatabase();
  const operator = new pg.Client({ connectionString: url });
  await operator.connect();
  onTestFinished(() => operator.end());
  await operator.query(`CREATE FUNCTION sleep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    PERFORM pg_sleep(20); RETURN NEW; END $$`);
  await operator.query(
    'CREATE TRIGGER sleep BEFORE INSERT ON accounts FOR EACH ROW EXECUTE FUNCTION sleep()',
  );
  const store = await openPostgresStore(url, { patience: PATIENCE, connections: 2 });
  onTestFinished(() => store.close());
  await expect(store.write((tx) => tx.putAccount(anAccount()))).rejects.toBeInstanceOf(StoreUnavailableError);
  await store.write((tx) => appendTo(tx, SHARD, 1), { shards: [SHARD] });
  expect(await store.read((tx) => tx.accountCount())).toBe(0);
});
