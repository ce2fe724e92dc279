import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg, { type Client } from 'pg';
import { holdAlone, isMoving, MOVING } from '../postgres/alone.ts';
import { translated } from '../postgres/faults.ts';
import { assertDurable, DURABLE, isNewest, migrateForward, types } from '../postgres/prepare.ts';
import { roomOf } from '../postgres/room.ts';
import { reads } from '../queries/every.ts';
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
import { type Place, type Row, SHAPES, type Shape, type Value } from './shape.ts';

/** Which database it is, without who asks and by which password. */
const shown = (url: string): string => {
  const { pathname, searchParams, host } = new URL(url.replace('@/', '@localhost/'));
  return `${searchParams.get('host') ?? host}${pathname}`;
};

const INT8 = 20;
/** All 64 bits. */
const exact = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? BigInt : pg.types.getTypeParser(oid, format as 'text'),
};

/** Who was ended a moment ago may still be leaving. */
const [PATIENCE, STEP] = [1_000, 100];

const holdOrRefuse = async (client: Client, url: string): Promise<void> => {
  for (let waited = 0; !(await holdAlone(client)); waited += STEP) {
    if (waited >= PATIENCE) throw new MoveRefusedError('dipakai', shown(url));
    await pause(STEP);
  }
};

const connectTo = async (url: string): Promise<Client> => {
  const client = new pg.Client({
    connectionString: url,
    types,
    connectionTimeoutMillis: 10_000,
    application_name: 'e-kinerja-luring pindah',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await holdOrRefuse(client, url);
    await client.query('SET statement_timeout = 0; SET lock_timeout = 0');
    return client;
  } catch (cause) {
    await client.end().catch(() => undefined);
    throw translated(cause);
  }
};

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

const pageOf = async (client: Client, shape: Shape, { after, limit }: PageWanted): Promise<MovedPage> => {
  const names = shape.columns.map(({ name }) => name);
  const order = shape.byPlace ? 'ctid' : quoted(shape.key);
  const given = (after ?? []).map((_, i) => (shape.byPlace ? `$${i + 1}::tid` : `$${i + 1}`)).join(', ');
  const since = after ? `WHERE (${order}) > (${given})` : '';
  const { rows: found } = await client.query<Value[]>({
    text: `SELECT ${quoted(names)}, ${shape.byPlace ? 'ctid::text AS place' : order} FROM "${shape.name}" ${since}
           ORDER BY ${order} LIMIT ${limit}`,
    values: (after ?? []).map(String),
    rowMode: 'array',
    types: exact,
  });
  return {
    rows: found.map((row) => row.slice(0, names.length)),
    last: (found.at(-1)?.slice(names.length) as Place | undefined) ?? null,
  };
};

const sideOf = (client: Client): Pick<Side, 'page' | 'count'> => ({
  page: (shape, wanted) => pageOf(client, shape, wanted),
  count: async ({ name }) => {
    const { rows } = await client.query<{ rows: number }>(`SELECT count(*) AS rows FROM "${name}"`);
    return Number(rows[0]?.rows);
  },
});

/** As SQLite's: ids of all starts of the service, and the end of every ledger. */
const identityOf = async (client: Client): Promise<string> => {
  const all = async (text: string): Promise<unknown[]> =>
    (await client.query<unknown[]>({ text, rowMode: 'array' })).rows;
  const eras = await all('SELECT id FROM eras ORDER BY id');
  const heads = await all("SELECT id, n, upper(encode(h, 'hex')) FROM shards ORDER BY id");
  return createHash('sha256')
    .update(JSON.stringify([eras, heads]))
    .digest('hex');
};

/** Opens a database for moving what is in it, and holds it; nothing in it is changed. */
export const openPostgresSource = async (url: string): Promise<MoveSource> => {
  const client = await connectTo(url);
  try {
    await client.query('SET default_transaction_read_only = on');
    if (await isMoving(client)) throw new MoveRefusedError('isi', shown(url));
    if (!(await isNewest(client))) throw new MoveRefusedError('lama', shown(url));
    return { ...sideOf(client), identity: await identityOf(client), close: () => client.end() };
  } catch (cause) {
    await client.end();
    throw cause;
  }
};

const hasRows = async (client: Client): Promise<boolean> => {
  const { rows } = await client.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  for (const { name } of SHAPES.filter((shape) => rows.some((row) => row.name === shape.name)))
    if ((await client.query(`SELECT 1 FROM "${name}" LIMIT 1`)).rows.length > 0) return true;
  return false;
};

/** The note to begin with or go on from; null where this very move was finished before. */
const begin = async (
  client: Client,
  { url, source }: { url: string; source: string },
): Promise<Note | null> => {
  await assertDurable(client);
  if (!(await isMoving(client))) {
    if (await hasRows(client)) {
      // Whoever was killed after the last step asks again: then it is verified once more, and nothing is written.
      if ((await isNewest(client)) && (await identityOf(client)) === source) return null;
      throw new MoveRefusedError('isi', shown(url));
    }
    await client.query('BEGIN');
    await client.query(`CREATE SCHEMA pindah; CREATE TABLE ${MOVING} (catatan text NOT NULL)`);
    await client.query(`INSERT INTO ${MOVING} VALUES ($1)`, [writeNote(newNote(source))]);
    await client.query('COMMIT');
  }
  await migrateForward(client);
  // Whoever pulls the plug finds an earlier moment, and it is whole: rows and note are of one transaction.
  await client.query('SET synchronous_commit = off');
  const note = await noteIn(client);
  if (note.source !== source) throw new MoveRefusedError('lain', shown(url));
  return note;
};

const noteIn = async (client: Client): Promise<Note> => {
  const { rows } = await client.query<{ catatan: string }>(`SELECT catatan FROM ${MOVING}`);
  return readNote(rows[0]?.catatan ?? '{}');
};

const asJson = (value: Value): string | null => {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  return value === null ? null : String(value);
};

/** All rows of a page in one value: a row for each would be a question for each. */
const insertAll = async (client: Client, { name, columns }: Shape, rows: readonly Row[]): Promise<void> => {
  const names = columns.map((column) => column.name);
  const list = rows.map((row) => Object.fromEntries(names.map((one, i) => [one, asJson(row[i] ?? null)])));
  await client.query({
    name: `pindah-${name}`,
    text: `INSERT INTO "${name}" (${quoted(names)})
           SELECT ${quoted(names)} FROM json_populate_recordset(null::"${name}", $1::json)`,
    values: [JSON.stringify(list)],
  });
};

const finish = async (client: Client): Promise<void> => {
  // This commit is flushed, and with it all before it; also where it waits for its standbys.
  await client.query('RESET synchronous_commit');
  await client.query(DURABLE);
  await client.query(`DROP TABLE ${MOVING}; DROP SCHEMA pindah`);
  await client.query('ANALYZE');
};

/** Where nobody else writes, all that is read in one work belongs to one moment. */
const readerOn = (client: Client): MoveTarget['store'] => {
  const tx = reads(roomOf(client, { onFault: () => undefined }));
  return { read: (work) => work(tx) };
};

/** Opens a database for moving into: an empty one, or the one that this very history was being moved into. */
export const openPostgresTarget = async (url: string, source: string): Promise<MoveTarget> => {
  const client = await connectTo(url);
  let begun: Note | null;
  try {
    begun = await begin(client, { url, source });
  } catch (cause) {
    await client.end();
    throw translated(cause);
  }
  return {
    ...sideOf(client),
    begun,
    put: async (shape, rows, note) => {
      await client.query('BEGIN');
      if (rows.length > 0) await insertAll(client, shape, rows);
      await client.query(`UPDATE ${MOVING} SET catatan = $1`, [writeNote(note)]);
      await client.query('COMMIT');
    },
    store: readerOn(client),
    finish: () => (begun === null ? Promise.resolve() : finish(client)),
    close: () => client.end(),
  };
};
