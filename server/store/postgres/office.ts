import { sql } from 'drizzle-orm';
import { WORK } from '../office.ts';

/** As in `server/store/sqlite/office.ts`: the same words in the index `commands_office` and in the question that uses it. */
export const isOffice = sql.raw(
  ['n IS NOT NULL', ...WORK.map((kind) => `kind NOT LIKE '${kind}.%'`)].join(' AND '),
);
