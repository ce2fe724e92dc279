import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedDemo, startSentence } from '../../server/operations/index.ts';
import { moveSentence, moveStore } from '../../server/operations/move/move-command.ts';
import { placeFrom } from '../../server/operations/move/place.ts';
import {
  compareRows,
  copyRows,
  openMoveSource,
  openMoveTarget,
  openPostgresStore,
  openSqliteStore,
} from '../../server/store/index.ts';
import { type Row, SHAPES, type Shape, type Value } from '../../server/store/move/shape.ts';
import { PROJECT } from '../faults/support/process.ts';
import { aPostgresDatabase } from '../support/postgres.ts';
import { aTempDir } from '../support/temp-dir.ts';
import { aDataFolder } from '../unit/server/operations/data-rooms.ts';

const placeOf = (text: string) => {
  const place = placeFrom(text);
  if (!place) throw new Error(text);
  return place;
};

/** Every value of every row with its type, as SQLite has it. */
const dumpOf = (path: string): Record<string, string> => {
  const connection = new Database(path, { readonly: true });
  const dumped = SHAPES.map(({ name, columns, key, byPlace }) => {
    const parts = columns.map((column) => `typeof("${column.name}") || ':' || hex("${column.name}")`);
    const order = byPlace ? 'rowid' : key.join(', ');
    const rows = connection
      .prepare(`SELECT ${parts.join(" || '|' || ")} FROM "${name}" ORDER BY ${order}`)
      .pluck()
      .all();
    return [name, rows.join('\n')] as const;
  });
  connection.close();
  return Object.fromEntries(dumped);
};

/** In-process, with everything that it says. */
const moved = async (from: string, to: string): Promise<{ code: number; said: string }> => {
  const said: string[] = [];
  const code = await moveStore({
    from: placeOf(from),
    to: placeOf(to),
    clock: Date.now,
    say: (text) => void said.push(text),
  });
  return { code, said: said.join('') };
};

/** Lines that give a table's count and SHA-256. */
const digestsIn = (said: string): string[] => said.split('\n').filter((line) => / [0-9a-f]{64}$/.test(line));

const refusal = async (from: string, to: string): Promise<string | null> => {
  try {
    await moved(from, to);
  } catch (cause) {
    return moveSentence(cause);
  }
  return null;
};

/** The real command line, as people call it. */
const commandLine = async (from: string, to: string): Promise<{ code: number; said: string }> => {
  const argv = ['--import', 'tsx', 'server/operations/migrate-store-cli.ts', '--from', from, '--to', to];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, argv, { cwd: PROJECT });
    return { code: 0, said: stdout };
  } catch (cause) {
    const { code, stdout, stderr } = cause as { code: number; stdout: string; stderr: string };
    return { code, said: stdout + stderr };
  }
};

/** Moves in a process of its own, and kills it at the page for which `at` says so; gives how many pages it had written. */
const killedAt = async (
  from: string,
  to: string,
  at: (page: string, nth: number) => boolean,
): Promise<number> => {
  const argv = ['--import', 'tsx', join(PROJECT, 'tests/postgres/move-process.ts'), from, to, '100'];
  const child = spawn(process.execPath, argv, { cwd: PROJECT, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  let pages = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('halaman')) continue;
    pages += 1;
    if (at(line, pages)) child.kill('SIGKILL');
    else child.stdin.write('\n');
  }
  expect(await ended).toBe('SIGKILL');
  return pages;
};

let demo = '';
beforeAll(async () => {
  const { dir, rooms } = await aDataFolder();
  await seedDemo(rooms);
  await rooms.store.close();
  demo = dir;
});
afterAll(() => rmSync(demo, { recursive: true, force: true }));

/** A demo school whose service has stopped. */
const aDemoSchool = (): string => {
  const path = join(aTempDir(), 'kinerja.db');
  copyFileSync(join(demo, 'kinerja.db'), path);
  return path;
};

const shaOfFile = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** Everything is copied, and nothing compared. */
const half = async (from: string, to: string): Promise<void> => {
  const source = await openMoveSource(placeOf(from));
  const target = await openMoveTarget(placeOf(to), source);
  await copyRows({ source, target }, { onProgress: () => undefined });
  await target.close();
  await source.close();
};

const pgAsked = async (url: string, text: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};

/** The sentence with which a store does not open; null where it does. */
const startOn = async (where: string): Promise<string | null> => {
  try {
    const store = await (where.startsWith('postgres') ? openPostgresStore(where) : openSqliteStore(where));
    await store.close();
    return null;
  } catch (cause) {
    return startSentence(cause);
  }
};

describe('a store moved from SQLite to PostgreSQL and back', () => {
  test('a demo school is there and back equal to the byte, verified, and nothing of the source is changed', async () => {
    const path = aDemoSchool();
    const [url, back] = [await aPostgresDatabase(), join(aTempDir(), 'balik', 'kinerja.db')];
    const before = shaOfFile(path);
    const there = await moved(`sqlite:${path}`, url);
    expect(there.code).toBe(0);
    const digests = digestsIn(there.said);
    expect(digests).toContainEqual(expect.stringMatching(/^ {2}commands +[\d.]+ /));
    expect(there.said).toMatch(/Rantai, tanda tangan, dan catatan utuh/);
    expect(shaOfFile(path)).toBe(before);
    // Nothing counts by itself here, so there is no counter to set.
    expect(await pgAsked(url, 'SELECT 1 FROM pg_sequences WHERE schemaname = $$public$$')).toEqual([]);
    const store = await openPostgresStore(url);
    expect(await store.read((tx) => tx.accountCount())).toBeGreaterThan(12);
    await store.close();
    expect((await moved(url, `sqlite:${back}`)).code).toBe(0);
    // Whoever was killed after the last step asks again: it verifies once more, and writes nothing.
    const once = shaOfFile(back);
    const [backAgain, thereAgain] = [await moved(url, `sqlite:${back}`), await moved(`sqlite:${path}`, url)];
    expect([backAgain.code, thereAgain.code]).toEqual([0, 0]);
    expect([digestsIn(backAgain.said), digestsIn(thereAgain.said)]).toEqual([digests, digests]);
    expect(shaOfFile(back)).toBe(once);
    expect(dumpOf(back)).toEqual(dumpOf(path));
    const again = await openSqliteStore(back);
    await again.close();
    expect(readdirSync(join(back, '..')).sort()).toEqual([
      'kinerja.db',
      'kinerja.db.bersih',
      'kinerja.db.kunci',
    ]);
  }, 120_000);

  test('killed there, and killed on its way back, it goes on where it was; until it is verified no service starts there', async () => {
    const path = aDemoSchool();
    const [url, back] = [await aPostgresDatabase(), join(aTempDir(), 'kinerja.db')];
    const from = `sqlite:${path}`;
    const before = shaOfFile(path);
    await killedAt(from, url, (_, nth) => nth === 9);
    expect(await startOn(url)).toMatch(/belum selesai diperiksa/);
    const source = await openMoveSource(placeOf(from));
    const target = await openMoveTarget(placeOf(url), source);
    // What nine pages brought is there, and what a tenth may have brought with its note.
    expect(target.begun?.done.length).toBeGreaterThan(1);
    await target.close();
    await source.close();
    expect(await commandLine(from, url)).toMatchObject({
      code: 0,
      said: expect.stringMatching(/utuh: [\d.]+ baris buku besar/),
    });
    await killedAt(url, `sqlite:${back}`, (_, nth) => nth === 7);
    expect(await startOn(back)).toMatch(/belum selesai diperiksa/);
    expect((await moved(url, `sqlite:${back}`)).code).toBe(0);
    expect(dumpOf(back)).toEqual(dumpOf(path));
    expect(shaOfFile(path)).toBe(before);
  }, 120_000);

  test('a byte that is another one in the target is found, named, and keeps it closed', async () => {
    const path = aDemoSchool();
    const url = await aPostgresDatabase();
    await half(`sqlite:${path}`, url);
    const rows = await pgAsked(
      url,
      `UPDATE commands SET salt = set_byte(salt, 0, get_byte(salt, 0) # 1)
       WHERE n = 7 AND shard = (SELECT min(id) FROM shards WHERE n > 7) RETURNING device, number`,
    );
    const { code, said } = await moved(`sqlite:${path}`, url);
    expect(code).toBe(2);
    const [{ device, number } = {}] = rows;
    expect(said).toMatch(new RegExp(`berbeda.*\n  commands \\(.*device ${device}, number ${number}`));
    expect(await startOn(url)).toMatch(/belum selesai diperiksa/);
  });
});

describe('a move is refused', () => {
  test('where somebody works on the source or the target, and where the target holds anything', async () => {
    const path = aDemoSchool();
    const [url, other] = [await aPostgresDatabase(), await aPostgresDatabase()];
    const from = `sqlite:${path}`;
    const served = await openSqliteStore(path);
    expect(await refusal(from, url)).toMatch(/sedang dipakai proses lain/);
    await served.close();
    const onTarget = await openPostgresStore(url);
    expect(await refusal(from, url)).toMatch(/sedang dipakai proses lain/);
    expect(await refusal(url, `sqlite:${join(aTempDir(), 'kinerja.db')}`)).toMatch(/sedang dipakai/);
    await onTarget.write((tx) => tx.putEra({ id: 'e1', startedAt: 1, cause: 'mulai', heads: {} }));
    await onTarget.close();
    expect(await refusal(from, url)).toMatch(/tidak kosong/);
    expect(await refusal(url, from)).toMatch(/tidak kosong/);
    expect(await refusal('sqlite:/tidak/ada.db', other)).toMatch(/Tidak ada basis data/);
  });

  test('where it was begun from another history, or the source was served since', async () => {
    const path = aDemoSchool();
    const url = await aPostgresDatabase();
    await half(`sqlite:${path}`, url);
    const served = await openSqliteStore(path);
    await served.write((tx) => tx.putEra({ id: 'e1', startedAt: 1, cause: 'mulai', heads: {} }));
    await served.close();
    expect(await refusal(`sqlite:${path}`, url)).toMatch(/sejarah lain/);
  });

  test('while it goes on, no service opens either side', async () => {
    const path = aDemoSchool();
    const url = await aPostgresDatabase();
    const source = await openMoveSource(placeOf(`sqlite:${path}`));
    const target = await openMoveTarget(placeOf(url), source);
    const [here, there] = [await startOn(path), await startOn(url)];
    await target.close();
    await source.close();
    expect([here, there]).toEqual([
      expect.stringMatching(/sedang dipakai/),
      expect.stringMatching(/sedang dipindahkan/),
    ]);
  });
});

/** Tables whose rows stand by themselves. */
const FREE = SHAPES.filter(
  ({ name }) => !['grants', 'devices', 'sessions', 'known_browsers', 'commands', 'accounts'].includes(name),
);

const letters = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replaceAll('\0', ''));
const odd = fc.oneof(
  letters,
  fc.constantFrom(
    '',
    ' ',
    '\ufffd',
    '\ufeff',
    '\u001f',
    '"\\x00"',
    '\\u0000',
    "';--",
    '{"a":1}',
    '👩🏽‍🏫',
    'é',
    'e\u0301',
  ),
);
const whole = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.constantFrom(0n, -1n, 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)),
);
const bytes = fc.uint8Array({ maxLength: 40 }).map((list) => Buffer.from(list));
const aRow = (shape: Shape): fc.Arbitrary<Row> =>
  fc.tuple(
    ...shape.columns.map(({ kind, notNull }): fc.Arbitrary<Value> => {
      const value: fc.Arbitrary<Value> = kind === 'text' ? odd : kind === 'integer' ? whole : bytes;
      return notNull ? value : fc.option(value);
    }),
  );
const keyOf = ({ columns, key }: Shape, row: Row): string =>
  key.map((name) => String(row[columns.findIndex((column) => column.name === name)])).join('\u0000');
const someRows = fc.tuple(
  ...FREE.map((shape) =>
    // By place: enough for two digits, which as texts stand in another order.
    fc.uniqueArray(aRow(shape), {
      minLength: shape.byPlace ? 11 : 0,
      maxLength: 12,
      selector: (row) => keyOf(shape, row),
    }),
  ),
);

/** A file with the tables and these rows in them. */
const aFileOf = async (path: string, tables: readonly (readonly Row[])[]): Promise<void> => {
  mkdirSync(join(path, '..'), { recursive: true });
  await (await openSqliteStore(path)).close();
  const connection = new Database(path);
  for (const [i, { name, columns }] of FREE.entries())
    for (const row of tables[i] ?? [])
      connection
        .prepare(
          `INSERT INTO "${name}" (${columns.map((one) => one.name).join()}) VALUES (${columns.map(() => '?').join()})`,
        )
        .run(...row);
  connection.close();
};

/** Rows alone, without the audit: what chance writes is no ledger. */
const copied = async (from: string, to: string): Promise<readonly string[]> => {
  const source = await openMoveSource(placeOf(from));
  const target = await openMoveTarget(placeOf(to), source);
  const told = { most: 5, onProgress: () => undefined };
  await copyRows({ source, target }, told);
  const compared = await compareRows({ source, target }, told);
  await target.finish();
  await target.close();
  await source.close();
  return compared.flatMap(({ differs }) => differs ?? []);
};

describe('values come over exactly', () => {
  test('any text, any 64-bit number, any bytes and nothing at all, in every table, there and back', async () => {
    const folder = aTempDir();
    let nth = 0;
    await fc.assert(
      fc.asyncProperty(someRows, async (tables) => {
        nth += 1;
        const [first, last] = [join(folder, `${nth}`, 'a.db'), join(folder, `${nth}`, 'b.db')];
        const url = await aPostgresDatabase();
        await aFileOf(first, tables);
        expect(await copied(`sqlite:${first}`, url)).toEqual([]);
        expect(await copied(url, `sqlite:${last}`)).toEqual([]);
        expect(dumpOf(last)).toEqual(dumpOf(first));
      }),
      { numRuns: 3, endOnFailure: true },
    );
  }, 120_000);

  test.each([
    ['a NUL in a text', "UPDATE accounts SET nama = 'a' || char(0) || 'b'", 'accounts'],
    ['bytes that are no UTF-8', "UPDATE records SET head = CAST(x'41ff' AS TEXT)", 'records'],
    ['a number where a text belongs', 'UPDATE accounts SET password = CAST(1.5 AS REAL)', null],
    ['bytes where a text belongs', "UPDATE accounts SET jabatan = x'00ff'", 'accounts'],
    ['a text where a number belongs', "UPDATE records SET deleted = 'tidak'", 'records'],
  ])('%s is not moved as something else: the row is named', async (_, change, table) => {
    const path = aDemoSchool();
    const connection = new Database(path);
    connection.exec(change);
    connection.close();
    const sentence = await refusal(`sqlite:${path}`, await aPostgresDatabase());
    if (table === null) expect(sentence).toBeNull();
    else expect(sentence).toMatch(new RegExp(`Isi ${table} \\(.*tidak dapat dipindahkan dengan tepat`));
  });
});
