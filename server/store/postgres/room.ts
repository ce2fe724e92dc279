import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { PgDialect } from 'drizzle-orm/pg-core';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { ClientBase, PoolClient, QueryResult } from 'pg';
import type { Db, Dialect, Question, Room, Tables } from '../queries/statements.ts';
import { causeOf } from './faults.ts';
import { isOffice } from './office.ts';
import * as postgresTables from './tables.ts';

type Given = Record<string, unknown>;
type Prepared = { readonly execute: (given?: Given) => Promise<unknown> };
type Preparable = { readonly prepare: (name: string) => Prepared };

/** Columns of a table's primary key, in its order; SQLite's tables and PostgreSQL's have the same. */
const keyOf = (table: SQLiteTable): readonly string[] => {
  const { primaryKeys, columns } = getTableConfig(table);
  const [composite] = primaryKeys;
  return (composite?.columns ?? columns.filter(({ primary }) => primary)).map(({ name }) => name);
};

const dialect: Dialect = {
  // Rows of `eras` are never changed, so a later one lies further on.
  place: sql.raw('ctid'),
  holds: (text, part) => sql`strpos(${text}, ${part}) > 0`,
  // By bytes, whatever language the database was made for.
  lower: (text) => sql`lower((${text}) COLLATE "C")`,
  changed: (result) => (result as QueryResult).rowCount ?? 0,
  among: (column, list) => sql`${column} IN (SELECT json_array_elements_text(${list}::json))`,
  isOffice,
  field: (json, name) => sql`(${json}::json ->> ${sql.raw(`'${name}'`)})`,
  tanggal: (content) => sql`(${content}::json ->> 'tanggal')`,
  page: async (raw, { table, after, limit }) => {
    const names = keyOf(table);
    const key = sql.join(
      names.map((name) => sql.identifier(name)),
      sql`, `,
    );
    const last = after === null ? null : (JSON.parse(after) as (string | number)[]);
    const since = last
      ? sql`WHERE (${key}) > (${sql.join(
          last.map((value) => sql`${value}`),
          sql`, `,
        )})`
      : sql``;
    const rows = await raw(
      sql`SELECT * FROM ${sql.identifier(getTableConfig(table).name)} ${since} ORDER BY ${key} LIMIT ${limit}`,
    );
    const end = rows.at(-1);
    return {
      rows,
      next: rows.length < limit || !end ? null : JSON.stringify(names.map((name) => end[name])),
    };
  },
  // Checksums of pages are the server's own business (`initdb --data-checksums`, pg_amcheck).
  integrity: async () => [],
};

const tables = postgresTables satisfies Record<keyof Tables, unknown>;

/** Told of a statement that failed, before whoever asked hears of it. */
type Watch = { readonly onFault: (cause: unknown) => void };

/** What one connection can be asked; one question at a time, also where they come together. */
export const roomOf = (client: ClientBase, { onFault }: Watch): Room => {
  const db = drizzle(client as PoolClient);
  let [names, last]: [number, Promise<unknown>] = [0, Promise.resolve()];
  const inTurn = <T>(ask: () => Promise<T>): Promise<T> => {
    const answer = last.then(ask).catch((cause: unknown) => {
      onFault(causeOf(cause));
      throw causeOf(cause);
    });
    last = answer.catch(() => undefined);
    return answer;
  };
  /** Put together when it is first asked; the name lets the server keep what it has parsed. */
  const prepared = (question: unknown): Prepared['execute'] => {
    let made: Prepared | undefined;
    return (given) =>
      inTurn(() => {
        made ??= (question as Preparable).prepare(`q${names++}`);
        return made.execute(given);
      });
  };
  const select = <Row>(question: Question<Row>) => {
    const rows = prepared(question) as (given?: Given) => Promise<Row[]>;
    return { all: rows, get: async (given?: Given) => (await rows(given))[0] };
  };
  return {
    db: db as unknown as Db,
    tables: tables as unknown as Tables,
    dialect,
    prepare: select,
    quick: select,
    quickChange: prepared,
    change: prepared,
    all: <Row>(question: Question<Row>) =>
      inTurn(() => (question as unknown as Prepared).execute() as Promise<Row[]>),
    // Past the builder, which would give counters as text.
    raw: (question) =>
      inTurn(async () => {
        const { sql: text, params } = new PgDialect().sqlToQuery(question);
        return (await client.query<Readonly<Record<string, unknown>>>(text, params)).rows;
      }),
  };
};
