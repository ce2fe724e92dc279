import { index, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { integer, text } from './columns.ts';

export const marks = pgTable(
  'marks',
  {
    scope: text('scope').notNull(),
    key: text('key').notNull(),
    value: text('value').notNull(),
    until: integer('until').notNull(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.key] }), index('marks_until').on(table.until)],
);
