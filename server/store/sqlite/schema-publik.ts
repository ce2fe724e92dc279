import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What the instansi chose to publish, each choice a row, so that it can be told later who could see what when. */
export const publications = sqliteTable('publications', {
  at: integer('at').primaryKey(),
  instansi: text('instansi').notNull(),
  /** JSON list. */
  tabel: text('tabel').notNull(),
  sejak: text('sejak').notNull(),
});

/** Published tables, frozen: whoever compares two days finds the same figures, and nobody's in between. */
export const releases = sqliteTable(
  'releases',
  {
    tabel: text('tabel').notNull(),
    periode: text('periode').notNull(),
    madeAt: integer('made_at').notNull(),
    content: text('content').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tabel, table.periode] })],
);

/** Phones that said that something waits on them; a row goes when nothing does any more. */
export const queues = sqliteTable('queues', {
  device: text('device').primaryKey(),
  count: integer('count').notNull(),
  oldestAt: integer('oldest_at').notNull(),
  reportedAt: integer('reported_at').notNull(),
});
