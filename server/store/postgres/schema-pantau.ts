import { pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { integer, text } from './columns.ts';

export const figures = pgTable(
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

export const figureShards = pgTable('figure_shards', {
  shard: text('shard').primaryKey(),
  version: integer('version').notNull(),
});

export const burdens = pgTable(
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

export const burdenReports = pgTable('burden_reports', {
  account: text('account').primaryKey(),
  pekan: text('pekan').notNull(),
});
