import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { reads } from '../queries/every.ts';
import { type Alone, holdAlone } from '../sqlite/alone.ts';
import { flushFile, putMark } from '../sqlite/durable-files.ts';
import { isNewest, migrateForward } from '../sqlite/migrate.ts';
import { isMoving, MOVING } from '../sqlite/moving.ts';
import { roomOf } from '../sqlite/room.ts';
import { createReader } from '../sqlite/transactions.ts';
import {
  type MovedPage,
  MoveRefusedError,
  type MoveSource,
  type MoveTarget,
  type Note,
  newNote,
  type PageWanted,
  readNote,
  type Side,
  writeNote,
} from './port.ts';
import { nameOf, type Place, type Row, SHAPES, type Shape, type Value } from './shape.ts';

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
const marks = (names: readonly string[]): string => names.map(() => '?').join(', ');

const hold = (path: string): Alone => {
  try {
    return holdAlone(path);
  } catch (cause) {
    throw Object.assign(new MoveRefusedError('dipakai', path), { cause });
  }
};

/** What takes the place of bytes that are no text; a text may also hold it as it is. */
const REPLACED = '\ufffd';

const bytesOf = (value: Value | undefined): Uint8Array | string =>
  value instanceof Uint8Array ? value : String(value);

/** The driver reads bytes that are no UTF-8 as a mark of its own: what cannot come over exactly is not moved. */
const assertReadable = (connection: Database.Database, shape: Shape, row: Row): void => {
  for (const [i, { name, kind }] of shape.columns.entries()) {
    const value = row[i];
    if (kind !== 'text' || typeof value !== 'string' || !value.includes(REPLACED)) continue;
    const key = shape.key.map((one) => row[shape.columns.findIndex((column) => column.name === one)]);
    const found = connection
      .prepare(
        `SELECT CAST("${name}" AS BLOB) FROM "${shape.name}" WHERE (${quoted(shape.key)}) = (${marks(shape.key)})`,
      )
      .pluck()
      .get(...key) as Value | undefined;
    if (!Buffer.from(value).equals(Buffer.from(bytesOf(found))))
      throw new MoveRefusedError('nilai', `${nameOf(shape, row)}: ${name}`);
  }
};

const sideOf = (connection: Database.Database): Pick<Side, 'page' | 'count'> => ({
  page: async (shape, { after, limit }: PageWanted): Promise<MovedPage> => {
    const names = shape.columns.map(({ name }) => name);
    const order = shape.byPlace ? ['rowid'] : shape.key;
    const since = after ? `WHERE (${order.join(', ')}) > (${marks(order)})` : '';
    const found = connection
      .prepare(
        `SELECT ${quoted(names)}, ${order.join(', ')} FROM "${shape.name}" ${since}
         ORDER BY ${order.join(', ')} LIMIT ${limit}`,
      )
      .raw(true)
      .safeIntegers(true)
      .all(...(after ?? [])) as Value[][];
    const rows = found.map((row) => row.slice(0, names.length));
    for (const row of rows) assertReadable(connection, shape, row);
    return { rows, last: (found.at(-1)?.slice(names.length) as Place | undefined) ?? null };
  },
  count: async ({ name }) => connection.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number,
});

/** Ids of all starts of the service, and the end of every ledger. */
const identityOf = (connection: Database.Database): string => {
  const all = (text: string): unknown[] => connection.prepare(text).raw(true).all();
  const eras = all('SELECT id FROM eras ORDER BY id');
  const heads = all('SELECT id, n, hex(h) FROM shards ORDER BY id');
  return createHash('sha256')
    .update(JSON.stringify([eras, heads]))
    .digest('hex');
};

/** Opens a file for moving what is in it, and holds it; nothing in it is changed. */
export const openSqliteSource = async (path: string): Promise<MoveSource> => {
  if (!existsSync(path)) throw new MoveRefusedError('tidak-ada', path);
  const alone = hold(path);
  try {
    const connection = new Database(path, { readonly: true, fileMustExist: true });
    connection.pragma('trusted_schema = OFF');
    if (isMoving(connection)) throw new MoveRefusedError('isi', path);
    if (!isNewest(connection)) throw new MoveRefusedError('lama', path);
    return {
      ...sideOf(connection),
      identity: identityOf(connection),
      close: async () => {
        connection.close();
        alone.close();
      },
    };
  } catch (cause) {
    alone.close();
    throw cause;
  }
};

const hasRows = (connection: Database.Database): boolean => {
  const tables = connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
  return SHAPES.some(
    ({ name }) => tables.includes(name) && connection.prepare(`SELECT 1 FROM "${name}"`).get() !== undefined,
  );
};

const noteIn = (connection: Database.Database): Note =>
  readNote(connection.prepare(`SELECT catatan FROM "${MOVING}"`).pluck().get() as string);

/** The note to begin with or go on from; null where this very move was finished before. */
const begin = (connection: Database.Database, path: string, source: string): Note | null => {
  if (!isMoving(connection)) {
    if (hasRows(connection)) {
      // Whoever was killed after the last step asks again: then it is verified once more, and nothing is written.
      if (isNewest(connection) && identityOf(connection) === source) return null;
      throw new MoveRefusedError('isi', path);
    }
    connection.transaction(() => {
      connection.exec(`CREATE TABLE "${MOVING}" (catatan TEXT NOT NULL)`);
      connection.prepare(`INSERT INTO "${MOVING}" VALUES (?)`).run(writeNote(newNote(source)));
    })();
  }
  migrateForward(connection);
  const note = noteIn(connection);
  if (note.source !== source) throw new MoveRefusedError('lain', path);
  return note;
};

/** A log that is flushed when it is laid into the file: whoever pulls the plug finds an earlier moment, and it is whole. */
const openFile = (path: string): Database.Database => {
  const connection = new Database(path);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = NORMAL');
  // Tables come in an order that needs none of it; what refers to nothing is looked for at the end.
  connection.pragma('foreign_keys = OFF');
  return connection;
};

const finish = (connection: Database.Database): void => {
  const lost = connection.pragma('foreign_key_check') as unknown[];
  if (lost.length > 0) throw new Error(`${lost.length} rows refer to what is not there`);
  // All rows are on disk before the note goes.
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.pragma('synchronous = FULL');
  connection.exec(`DROP TABLE IF EXISTS "${MOVING}"`);
  connection.exec('PRAGMA optimize');
  connection.pragma('wal_checkpoint(TRUNCATE)');
};

/** Opens a file for moving into: a new one, an empty one, or the one that this very history was being moved into. */
export const openSqliteTarget = async (path: string, source: string): Promise<MoveTarget> => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const alone = hold(path);
  const connection = openFile(path);
  const close = async (): Promise<void> => {
    connection.close();
    alone.close();
  };
  let begun: Note | null;
  try {
    begun = begin(connection, path, source);
  } catch (cause) {
    await close();
    throw cause;
  }
  const inserts = new Map<string, Database.Statement>();
  const insertInto = ({ name, columns }: Shape): Database.Statement => {
    const names = columns.map((column) => column.name);
    const made =
      inserts.get(name) ??
      connection.prepare(`INSERT INTO "${name}" (${quoted(names)}) VALUES (${marks(names)})`);
    inserts.set(name, made);
    return made;
  };
  const reader = createReader(connection, reads(roomOf(connection)));
  return {
    ...sideOf(connection),
    begun,
    put: async (shape, rows, note) => {
      const insert = insertInto(shape);
      connection.transaction(() => {
        for (const row of rows) insert.run(...row);
        connection.prepare(`UPDATE "${MOVING}" SET catatan = ?`).run(writeNote(note));
      })();
    },
    store: { read: reader.read },
    finish: async () => {
      finish(connection);
      connection.close();
      flushFile(path);
      putMark(`${path}.bersih`);
    },
    close,
  };
};
