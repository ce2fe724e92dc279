import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Words for all processes on this database, each for a while. */
export const marks = sqliteTable(
  'marks',
  {
    scope: text('scope').notNull(),
    key: text('key').notNull(),
    value: text('value').notNull(),
    /** Epoch ms. */
    until: integer('until').notNull(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.key] }), index('marks_until').on(table.until)],
);
