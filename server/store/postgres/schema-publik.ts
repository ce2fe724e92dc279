import { pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { integer, text } from './columns.ts';

export const publications = pgTable('publications', {
  at: integer('at').primaryKey(),
  instansi: text('instansi').notNull(),
  tabel: text('tabel').notNull(),
  sejak: text('sejak').notNull(),
});

export const releases = pgTable(
  'releases',
  {
    tabel: text('tabel').notNull(),
    periode: text('periode').notNull(),
    madeAt: integer('made_at').notNull(),
    content: text('content').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tabel, table.periode] })],
);

export const queues = pgTable('queues', {
  device: text('device').primaryKey(),
  count: integer('count').notNull(),
  oldestAt: integer('oldest_at').notNull(),
  reportedAt: integer('reported_at').notNull(),
});
