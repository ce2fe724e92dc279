import { sql } from 'drizzle-orm';
import { WORK } from '../office.ts';

/**
 * True for accepted lines that are nobody's own work: what admins, heads and the service did to schools, people and accounts.
 * The same words stand in the index `commands_office` and in the question that uses it; else SQLite would read everything.
 */
export const isOffice = sql.raw(
  ['n IS NOT NULL', ...WORK.map((kind) => `kind NOT GLOB '${kind}.*'`)].join(' AND '),
);
