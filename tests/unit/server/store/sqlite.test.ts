import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSqliteStore, type Store, StoreUnavailableError } from '../../../../server/store/index.ts';
import { anAccount, aStoredCommand } from '../../../support/builders.ts';
import { storeContract } from '../../../support/store-contract.ts';
import { aTempDir } from '../../../support/temp-dir.ts';

const closeAtEnd = (store: Store): Store => {
  onTestFinished(() => store.close());
  return store;
};

describe('SQLite keeps the contract of the store', () => {
  storeContract(async () => closeAtEnd(await openSqliteStore(join(aTempDir(), 'kinerja.db'))));
});

describe('durability', () => {
  test('the file is in WAL, and commits are synced in full on the writing connection', async () => {
    const path = join(aTempDir(), 'kinerja.db');
    const seen: string[] = [];
    const original = Database.prototype.pragma;
    Database.prototype.pragma = function (
      this: Database.Database,
      source: string,
      options?: Database.PragmaOptions,
    ) {
      seen.push(source);
      return original.call(this, source, options);
    } as typeof original;
    onTestFinished(() => {
      Database.prototype.pragma = original;
    });
    closeAtEnd(await openSqliteStore(path));
    expect(seen.indexOf('synchronous = FULL')).toBeGreaterThan(seen.indexOf('journal_mode = WAL'));
    expect(seen.indexOf('synchronous')).toBeGreaterThan(seen.indexOf('synchronous = FULL'));
  });

  test('a start where commits would not be synced in full is refused', async () => {
    const path = join(aTempDir(), 'kinerja.db');
    await (await openSqliteStore(path)).close();
    const original = Database.prototype.pragma;
    Database.prototype.pragma = function (
      this: Database.Database,
      source: string,
      options?: Database.PragmaOptions,
    ) {
      return source === 'synchronous = FULL' ? undefined : original.call(this, source, options);
    } as typeof original;
    onTestFinished(() => {
      Database.prototype.pragma = original;
    });
    await expect(openSqliteStore(path)).rejects.toThrow('pragma synchronous is 1, not 2');
  });

  /** The files of a running store, as a crash at this moment would leave them. */
  const crashedCopy = (from: string): string => {
    const dir = aTempDir();
    for (const name of readdirSync(from))
      if (!name.endsWith('.kunci')) copyFileSync(join(from, name), join(dir, name));
    return dir;
  };

  test('F16: after an unclean stop the log gets a fresh inode before it is opened, and nothing is lost', async () => {
    const dir = aTempDir();
    const running = closeAtEnd(await openSqliteStore(join(dir, 'kinerja.db')));
    await running.write((tx) => tx.putAccount(anAccount()));
    const crashed = crashedCopy(dir);
    const wal = join(crashed, 'kinerja.db-wal');
    expect(statSync(wal).size).toBeGreaterThan(0);
    const before = statSync(wal).ino;
    const after = closeAtEnd(await openSqliteStore(join(crashed, 'kinerja.db')));
    expect(statSync(wal).ino).not.toBe(before);
    expect(await after.read((tx) => tx.accountById(anAccount().id))).toEqual(anAccount());
  });

  test('a clean stop is marked, and the mark is gone while the store is open', async () => {
    const path = join(aTempDir(), 'kinerja.db');
    const first = await openSqliteStore(path);
    expect(existsSync(`${path}.bersih`)).toBe(false);
    await first.close();
    expect(existsSync(`${path}.bersih`)).toBe(true);
    expect(existsSync(`${path}-wal`)).toBe(false);
    closeAtEnd(await openSqliteStore(path));
    expect(existsSync(`${path}.bersih`)).toBe(false);
  });

  test('closing waits for works under way', async () => {
    const path = join(aTempDir(), 'kinerja.db');
    const store = await openSqliteStore(path);
    const writing = store.write((tx) => tx.putAccount(anAccount()));
    await Promise.all([writing, store.close()]);
    const again = closeAtEnd(await openSqliteStore(path));
    expect(await again.read((tx) => tx.accountCount())).toBe(1);
  });

  test('a second server on the same file is refused, and the first goes on', async () => {
    const path = join(aTempDir(), 'kinerja.db');
    const store = closeAtEnd(await openSqliteStore(path));
    await expect(openSqliteStore(path)).rejects.toThrow('in use');
    await store.write((tx) => tx.putAccount(anAccount()));
    expect(await store.read((tx) => tx.accountCount())).toBe(1);
  });

  test('a guard that was removed, as one left behind, is made again, and still nobody else gets in', async () => {
    const path = join(aTempDir(), 'kinerja.db');
    const store = closeAtEnd(await openSqliteStore(path));
    await store.write((tx) => tx.putAccount(anAccount()));
    rmSync(`${path}.kunci`);
    await store.write((tx) => tx.putAccount(anAccount({ nama: 'Sri' })));
    await expect(openSqliteStore(path)).rejects.toThrow('in use');
    expect((await store.read((tx) => tx.accountById(anAccount().id)))?.nama).toBe('Sri');
  });

  test('once somebody gave the log a fresh inode behind its back, nothing more is acknowledged', async () => {
    const path = join(aTempDir(), 'kinerja.db');
    const told: unknown[] = [];
    const store = closeAtEnd(await openSqliteStore(path, { onBroken: (cause) => told.push(cause) }));
    await store.write((tx) => tx.putAccount(anAccount()));
    // As the start of a second process does it.
    copyFileSync(`${path}-wal`, `${path}-wal.baru`);
    renameSync(`${path}-wal.baru`, `${path}-wal`);
    const write = () => store.write((tx) => tx.putAccount(anAccount({ nama: 'Sri' })));
    await expect(write()).rejects.toThrow(StoreUnavailableError);
    await expect(write()).rejects.toThrow(StoreUnavailableError);
    expect(told).toEqual([expect.objectContaining({ message: expect.stringContaining('taken over') })]);
  });

  test('a damaged file is refused after a crash', async () => {
    const path = join(aTempDir(), 'kinerja.db');
    const store = await openSqliteStore(path);
    for (let n = 1; n < 300; n += 1) await store.write((tx) => tx.insertCommand(aStoredCommand(n)));
    await store.close();
    const raw = new Database(path);
    raw.unsafeMode(true);
    raw.exec('PRAGMA writable_schema = ON');
    raw.exec(
      "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'records') WHERE name = 'commands_number'",
    );
    raw.close();
    const crashed = aTempDir();
    copyFileSync(path, join(crashed, 'kinerja.db'));
    await expect(openSqliteStore(join(crashed, 'kinerja.db'))).rejects.toThrow(/damaged|malformed/);
  });

  test('a database of a newer version of the app is refused', async () => {
    const path = join(aTempDir(), 'kinerja.db');
    await (await openSqliteStore(path)).close();
    const raw = new Database(path);
    raw
      .prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)')
      .run('later', Date.UTC(2999, 0, 1));
    raw.close();
    await expect(openSqliteStore(path)).rejects.toThrow('newer version');
  });

  test('a full disk is said as such, takes back the whole transaction, and passes', async () => {
    const path = join(aTempDir(), 'kinerja.db');
    let writer: Database.Database | undefined;
    const original = Database.prototype.pragma;
    Database.prototype.pragma = function (
      this: Database.Database,
      source: string,
      options?: Database.PragmaOptions,
    ) {
      if (source === 'synchronous = FULL') writer = this;
      return original.call(this, source, options);
    } as typeof original;
    const store = closeAtEnd(await openSqliteStore(path));
    Database.prototype.pragma = original;
    const pages = writer?.pragma('page_count', { simple: true }) as number;
    writer?.pragma(`max_page_count = ${pages + 4}`);
    const big = aStoredCommand(2, { content: { ...aStoredCommand(2).content, body: 'x'.repeat(100_000) } });
    const writing = store.write(async (tx) => {
      await tx.insertCommand(aStoredCommand(1));
      await tx
        .savepoint(() => tx.insertCommand(big))
        .catch((cause) => {
          expect(cause).toBeInstanceOf(StoreUnavailableError);
          throw cause;
        });
    });
    await expect(writing).rejects.toMatchObject({ isFull: true });
    expect(await store.read((tx) => tx.ledgerLines(big.content.shard, 0, 9))).toEqual([]);
    writer?.pragma('max_page_count = 1000000');
    await store.write((tx) => tx.insertCommand(big));
    expect(await store.read((tx) => tx.ledgerLines(big.content.shard, 0, 9))).toHaveLength(1);
  });

  /** Makes the next COMMIT fail as a disk does. */
  const failNextCommit = (code: string): void => {
    const original = Database.prototype.exec;
    Database.prototype.exec = function (this: Database.Database, source: string) {
      if (source !== 'COMMIT' || !this.inTransaction || this.readonly) return original.call(this, source);
      Database.prototype.exec = original;
      throw Object.assign(new Error('disk I/O error'), { code });
    } as typeof original;
    onTestFinished(() => {
      Database.prototype.exec = original;
    });
  };

  test('after a flush that failed nothing is taken any more, it is said once, and the stop is not called clean', async () => {
    const path = join(aTempDir(), 'kinerja.db');
    const told: unknown[] = [];
    const store = await openSqliteStore(path, { onBroken: (cause) => told.push(cause) });
    failNextCommit('SQLITE_IOERR_FSYNC');
    const together = [1, 2].map((i) =>
      store.write((tx) => tx.putAccount(anAccount({ id: `p_${i}`, nip: `${i}` }))),
    );
    const results = await Promise.allSettled([...together, store.write(async () => 'later')]);
    for (const result of results)
      expect(result).toMatchObject({ reason: expect.any(StoreUnavailableError), status: 'rejected' });
    await expect(store.write(async () => 'much later')).rejects.toMatchObject({ isFull: false });
    expect(told).toHaveLength(1);
    expect(await store.read((tx) => tx.accountCount())).toBe(0);
    await store.close();
    expect(existsSync(`${path}.bersih`)).toBe(false);
  });

  test.each(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_BUSY'])(
    'after %s the store works on',
    async (code) => {
      const onBroken = (): never => expect.fail('this passes');
      const store = closeAtEnd(await openSqliteStore(join(aTempDir(), 'kinerja.db'), { onBroken }));
      failNextCommit(code);
      const put = () => store.write((tx) => tx.putAccount(anAccount()));
      await expect(put()).rejects.toBeInstanceOf(StoreUnavailableError);
      await put();
      expect(await store.read((tx) => tx.accountCount())).toBe(1);
    },
  );
});
