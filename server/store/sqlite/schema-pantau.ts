import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Sums that a school's records come to (`shared/pantau`), kept with each line of the ledger and never more than the records
 * say: they can be thrown away and counted anew. Without a rowid: the key is nearly all of a row.
 */
export const figures = sqliteTable(
  'figures',
  {
    shard: text('shard').notNull(),
    apa: text('apa', { enum: ['terisi', 'tunggu', 'periksa', 'kendala'] }).notNull(),
    hari: text('hari').notNull(),
    siapa: text('siapa').notNull(),
    nilai: integer('nilai').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shard, table.apa, table.hari, table.siapa] })],
);

/** By which version of the rules a shard's sums were counted; a shard without a line is to be counted anew. */
export const figureShards = sqliteTable('figure_shards', {
  shard: text('shard').primaryKey(),
  version: integer('version').notNull(),
});

/** How many people of a school reported a class of burden in a week, and nothing of who. */
export const burdens = sqliteTable(
  'burdens',
  {
    shard: text('shard').notNull(),
    pekan: text('pekan').notNull(),
    apa: text('apa', { enum: ['menit', 'detik'] }).notNull(),
    kelas: integer('kelas').notNull(),
    orang: integer('orang').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shard, table.pekan, table.apa, table.kelas] })],
);

/** The last week that somebody was counted in, so that she is counted once; not what she reported. */
export const burdenReports = sqliteTable('burden_reports', {
  account: text('account').primaryKey(),
  pekan: text('pekan').notNull(),
});
