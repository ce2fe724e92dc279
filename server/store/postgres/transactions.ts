import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { type Hold, type ReadTx, StoreUnavailableError, type WriteTx } from '../port.ts';
import { reads, writes } from '../queries/every.ts';
import type { Room } from '../queries/statements.ts';
import { causeOf, isConflict, isSilent, isUnavailable, translated } from './faults.ts';
import { type Again, guarded, type Holding } from './guarded.ts';
import { createQueues } from './queues.ts';
import { roomOf } from './room.ts';

/*
 * Isolation and locking, which `docs/scale.md` states and the contract of the store tests:
 *
 *   write   READ COMMITTED. First it takes all that the work holds, in one order for everybody: names, a school's among
 *           them, by their hash (advisory locks of the transaction: also a ledger that has no row yet can be held), then
 *           the schools' rows in `shards` by id (FOR NO KEY UPDATE). Whoever holds something waits only for what comes
 *           later, so works never wait for each other in a ring. Every statement after that sees all that those who held
 *           it before had committed, which is why n + 1 is taken once.
 *   read    REPEATABLE READ, READ ONLY: one snapshot, no lock, nothing to retry.
 *
 * A ledger that is not held cannot be written: the work throws. One whose hold may grow is ended instead, and run again from
 * its start with that ledger held too, so that the order stays. What two works change without holding it, a row of its
 * own, may still collide: the one that PostgreSQL ends for a deadlock or a serialization failure is run again.
 */

/** How often a work is run before it counts as a database that cannot work. */
const ATTEMPTS = 8;
/** Longest wait before the second attempt, ms; it doubles, and chance keeps two losers from meeting again. */
const FIRST_WAIT = 10;

type Work<Tx, T> = (tx: Tx) => Promise<T>;

/** What is going on in the transaction of one connection. */
type Scene = Holding & {
  /** The first statement that failed and was not undone by a savepoint: PostgreSQL commits nothing after it. */
  fault: unknown;
  savepoints: number;
};
type Stage = { readonly scene: Scene; readonly tx: WriteTx };

const emptyScene = (): Scene => ({
  held: new Set(),
  growing: false,
  missing: null,
  again: null,
  fault: null,
  savepoints: 0,
});

/** Two statements more. Whoever is usually right asks for none at first (`hopeful` in `server/ledger/decide.ts`). */
const savepointOn =
  (client: PoolClient, scene: Scene): WriteTx['savepoint'] =>
  async (work) => {
    scene.savepoints += 1;
    const name = `s${scene.savepoints}`;
    try {
      await client.query(`SAVEPOINT ${name}`);
      const result = await work();
      await client.query(`RELEASE ${name}`);
      return result;
    } catch (cause) {
      await client.query(`ROLLBACK TO ${name}; RELEASE ${name}`);
      scene.fault = null;
      throw translated(cause);
    } finally {
      scene.savepoints -= 1;
    }
  };

/** Where nobody answered, the next question would wait as long behind the one that is out. */
const hangUp = (client: PoolClient, cause: unknown): void => {
  if (isSilent(cause)) void client.end();
};

const stageOn = (client: PoolClient): Stage => {
  const scene = emptyScene();
  const onFault = (cause: unknown): void => {
    scene.fault ??= cause;
    if (isConflict(cause)) scene.again = 'conflict';
    hangUp(client, cause);
  };
  const tx = guarded(writes(roomOf(client, { onFault })), scene);
  return { scene, tx: { ...tx, savepoint: savepointOn(client, scene) } };
};

const HOLD_NAMES = `SELECT pg_advisory_xact_lock(key) FROM (
  SELECT DISTINCT hashtextextended(name, 0) AS key FROM unnest($1::text[]) AS name ORDER BY key) AS sorted`;
/** One at a time, in the order of their ids: a database spread over machines locks rows of one machine with a statement. */
const HOLD_SHARD = 'SELECT n FROM shards WHERE id = $1 FOR NO KEY UPDATE';

const take = async (
  client: PoolClient,
  { shards = [], names = [], growing = false }: Hold,
  scene: Scene,
): Promise<void> => {
  const all = [...names, ...shards.map((shard) => `satker:${shard}`)];
  if (all.length > 0) await client.query({ name: 'hold-names', text: HOLD_NAMES, values: [all] });
  for (const shard of [...new Set(shards)].sort())
    await client.query({ name: 'hold-shard', text: HOLD_SHARD, values: [shard] });
  Object.assign(scene, { held: new Set(shards), growing });
};

type Outcome<T> =
  | { readonly value: T }
  | { readonly again: Again; readonly missing: string | null; readonly cause: unknown };

const rollBack = async (client: PoolClient, cause?: unknown): Promise<void> => {
  // Who cannot work is not asked: its connection is closed, which rolls back as well.
  if (isUnavailable(causeOf(cause))) return;
  // A connection that is gone has rolled back by itself; whoever asked hears of the first fault, not of this one.
  await client.query('ROLLBACK').catch(() => undefined);
};

/**
 * PostgreSQL answers the COMMIT of a transaction in which a statement failed without an error, with the tag ROLLBACK:
 * nothing of it stands, also where the work swallowed the fault and thinks that it has done its part.
 */
const commit = async (client: PoolClient, scene: Scene): Promise<void> => {
  const { command } = await client.query('COMMIT');
  if (command !== 'COMMIT')
    throw scene.fault ?? new Error(`the transaction was rolled back (${command}), not committed`);
};

/** One run of the work from BEGIN to COMMIT. */
const attempt = async <T>(
  client: PoolClient,
  { scene, tx }: Stage,
  { work, hold }: { work: Work<WriteTx, T>; hold: Hold },
): Promise<Outcome<T>> => {
  Object.assign(scene, emptyScene());
  try {
    await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
    await take(client, hold, scene);
    const value = await work(tx);
    if (scene.again === null) {
      await commit(client, scene);
      return { value };
    }
    await rollBack(client);
    return { again: scene.again, missing: scene.missing, cause: null };
  } catch (cause) {
    await rollBack(client, cause);
    if (isConflict(causeOf(cause))) scene.again = 'conflict';
    if (scene.again === null || isUnavailable(causeOf(cause))) throw cause;
    return { again: scene.again, missing: scene.missing, cause };
  }
};

type Reader = { readonly room: Room; readonly tx: ReadTx };

const readerOn = (client: PoolClient): Reader => {
  const room = roomOf(client, { onFault: (cause) => hangUp(client, cause) });
  return { room, tx: reads(room) };
};

/** Runs works in transactions on connections of a pool. */
export const createTransactions = ({
  writing,
  reading,
  copying,
  patience,
}: {
  readonly writing: Pool;
  readonly reading: Pool;
  /** Its questions may take longer. */
  readonly copying: Pool;
  /** How long a work waits for those before it, ms. */
  readonly patience: number;
}) => {
  const stages = new WeakMap<PoolClient, Stage>();
  const readers = new WeakMap<PoolClient, Reader>();
  const inTurn = createQueues(patience);
  const underWay = new Set<Promise<unknown>>();

  const stageOf = (client: PoolClient): Stage => {
    const stage = stages.get(client) ?? stageOn(client);
    stages.set(client, stage);
    return stage;
  };
  const readerOf = (client: PoolClient): Reader => {
    const reader = readers.get(client) ?? readerOn(client);
    readers.set(client, reader);
    return reader;
  };

  /** A connection on which something failed that is not the work's own fault is not used again. */
  const on = async <T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> => {
    let client: PoolClient | undefined;
    try {
      client = await pool.connect();
      const result = await work(client);
      client.release();
      return result;
    } catch (cause) {
      const told = translated(cause);
      client?.release(told instanceof StoreUnavailableError);
      throw told;
    }
  };

  const persist = async <T>(work: Work<WriteTx, T>, wanted: Hold): Promise<T> => {
    let hold = wanted;
    for (let tries = 1; ; tries += 1) {
      const outcome = await on(writing, (client) => attempt(client, stageOf(client), { work, hold }));
      if ('value' in outcome) return outcome.value;
      if (outcome.again === 'more' && outcome.missing !== null) {
        // Each time one more is held, so this ends; it is no failure that counts.
        hold = { ...hold, shards: [...(hold.shards ?? []), outcome.missing] };
        tries -= 1;
        continue;
      }
      if (tries >= ATTEMPTS) throw new StoreUnavailableError(false, { cause: outcome.cause });
      if (outcome.again === 'conflict') await pause(randomInt(1, 1 + FIRST_WAIT * 2 ** (tries - 1)));
    }
  };

  const snapshot = <T>(pool: Pool, work: (reader: Reader) => Promise<T>): Promise<T> =>
    on(pool, async (client) => {
      try {
        await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
        const result = await work(readerOf(client));
        await rollBack(client);
        return result;
      } catch (cause) {
        await rollBack(client, cause);
        throw cause;
      }
    });

  const tracked = <T>(running: Promise<T>): Promise<T> => {
    underWay.add(running);
    const forget = (): void => void underWay.delete(running);
    running.then(forget, forget);
    return running;
  };

  return {
    write: <T>(work: Work<WriteTx, T>, hold: Hold = {}): Promise<T> => {
      const keys = [
        ...(hold.names ?? []).map((name) => `n ${name}`),
        ...(hold.shards ?? []).map((id) => `s ${id}`),
      ];
      return tracked(inTurn([...new Set(keys)], () => persist(work, hold)));
    },
    read: <T>(work: Work<ReadTx, T>): Promise<T> => tracked(snapshot(reading, ({ tx }) => work(tx))),
    /** Everything of one snapshot, row by row. */
    scan: (work: (room: Room) => Promise<void>): Promise<void> =>
      tracked(snapshot(copying, ({ room }) => work(room))),
    idle: async (): Promise<void> => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
};
