import { is, sql } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Room } from '../queries/statements.ts';
import { openCopyIn } from '../sqlite/copy-in.ts';
import * as tables from '../sqlite/tables.ts';

const TABLES = Object.values(tables).filter((one) => is(one, SQLiteTable));
const PAGE = 500;

/**
 * Copies everything that one snapshot sees to a file of SQLite: the same tables, so the copy is opened, checked and counted
 * by what checks every copy, needs no server to be read, and is what an installation on SQLite starts from.
 */
export const copyToSqlite = async (
  { raw, dialect }: Room,
  path: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<void> => {
  let [done, total] = [0, 0];
  for (const table of TABLES) {
    const [row] = await raw(sql`SELECT count(*) AS rows FROM ${sql.identifier(getTableConfig(table).name)}`);
    total += Number(row?.['rows']);
  }
  const copy = openCopyIn(path);
  try {
    for (const table of TABLES) {
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof dialect.page>> = await dialect.page(raw, {
          table,
          after,
          limit: PAGE,
        });
        copy.add(getTableConfig(table).name, page.rows);
        done += page.rows.length;
        onProgress(done, total);
        after = page.next;
      } while (after !== null);
    }
  } catch (cause) {
    copy.abandon();
    throw cause;
  }
  copy.finish();
};
