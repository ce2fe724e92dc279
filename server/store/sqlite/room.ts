import type { Database, RunResult } from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import type { Dialect, Question, Room } from '../queries/statements.ts';
import * as tables from './tables.ts';

const PLACE = sql.raw('rowid');

const dialect: Dialect = {
  place: PLACE,
  holds: (text, part) => sql`instr(${text}, ${part}) > 0`,
  lower: (text) => sql`lower(${text})`,
  changed: (result) => (result as RunResult).changes,
  field: (json, name) => sql`json_extract(${json}, ${sql.raw(`'$.${name}'`)})`,
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

/** What one connection to the file can be asked; answers come at once. */
export const roomOf = (connection: Database): Room => {
  const db = drizzle(connection);
  return {
    db,
    tables,
    dialect,
    prepare: <Row>(question: Question<Row>) => question.prepare() as Prepared<Row>,
    change: (change) => {
      const prepared = change.prepare() as Changing;
      return (given) => prepared.run(given);
    },
    all: (question) => question.prepare().all(),
    raw: (question) => db.all(question),
  };
};
