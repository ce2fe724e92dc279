import type { Database, RunResult } from 'better-sqlite3';
import { is, Param, Placeholder, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import type { Dialect, Question, Room, Selecting, Written } from '../queries/statements.ts';
import { isOffice } from './office.ts';
import * as tables from './tables.ts';

const PLACE = sql.raw('rowid');

const dialect: Dialect = {
  place: PLACE,
  holds: (text, part) => sql`instr(${text}, ${part}) > 0`,
  lower: (text) => sql`lower(${text})`,
  changed: (result) => (result as RunResult).changes,
  among: (column, list) => sql`${column} IN (SELECT value FROM json_each(${list}))`,
  isOffice,
  // Written out, so that an index on just this is used.
  field: (json, name) => sql`${json} ->> ${sql.raw(`'$.${name}'`)}`,
  tanggal: (content) => sql`CASE WHEN json_valid(${content}) THEN ${content} ->> '$.tanggal' END`,
  page: async (raw, { table, after, limit }) => {
    const rows = await raw(
      sql`SELECT ${PLACE} AS "_place", * FROM ${sql.identifier(getTableConfig(table).name)}
          WHERE ${PLACE} > ${Number(after ?? -1)} ORDER BY ${PLACE} LIMIT ${limit}`,
    );
    return { rows, next: rows.length < limit ? null : String(rows.at(-1)?.['_place']) };
  },
  integrity: async (raw) =>
    (await raw(sql`PRAGMA integrity_check`))
      .map(({ integrity_check: found }) => String(found))
      .filter((line) => line !== 'ok'),
};

type Prepared<Row> = ReturnType<Question<Row>['prepare']> & {
  readonly get: (given?: Record<string, unknown>) => Row | undefined;
};
type Changing = { readonly run: (given?: Record<string, unknown>) => unknown };

type Values = Readonly<Record<string, unknown>>;

/**
 * The statement of a query that drizzle has written, and the values for its places in their order. Drizzle takes no part
 * in running it: filling in and mapping cost it more than SQLite takes for a row. Columns here are text, integers and
 * buffers, which go in and come out as they are.
 */
const statementOf = (connection: Database, query: Written) => {
  const { sql: text, params } = query.toSQL();
  const names = params.map((param) => {
    const place = is(param, Param) ? param.value : param;
    if (!is(place, Placeholder)) throw new Error(`only given values: ${text}`);
    return place.name;
  });
  return {
    statement: connection.prepare(text),
    valuesOf: (values: Values): unknown[] => {
      const list = new Array<unknown>(names.length);
      for (let i = 0; i < names.length; i += 1) list[i] = values[names[i] as string];
      return list;
    },
  };
};

/** A select that runs for every request or command, prepared to cost no more than SQLite takes for it. */
const quick = <Row extends object>(connection: Database, query: Selecting<Row>) => {
  const { statement, valuesOf } = statementOf(connection, query);
  statement.raw();
  const keys = Object.keys(query._.selectedFields);
  const rowOf = (found: readonly unknown[]): Row => {
    const row: Record<string, unknown> = {};
    for (let i = 0; i < keys.length; i += 1) row[keys[i] ?? ''] = found[i];
    return row as Row;
  };
  return {
    get: (values: Values = {}): Row | undefined => {
      const found = statement.get(...valuesOf(values)) as unknown[] | undefined;
      return found && rowOf(found);
    },
    all: (values: Values = {}): Row[] => (statement.all(...valuesOf(values)) as unknown[][]).map(rowOf),
  };
};

/** What one connection to the file can be asked; answers come at once. */
export const roomOf = (connection: Database): Room => {
  const db = drizzle(connection);
  return {
    db,
    tables,
    dialect,
    prepare: <Row>(question: Question<Row>) => question.prepare() as Prepared<Row>,
    quick: (question) => quick(connection, question),
    quickChange: (change) => {
      const { statement, valuesOf } = statementOf(connection, change);
      return (given = {}) => statement.run(valuesOf(given));
    },
    change: (change) => {
      const prepared = change.prepare() as Changing;
      return (given) => prepared.run(given);
    },
    all: (question) => question.prepare().all(),
    raw: (question) => db.all(question),
  };
};
