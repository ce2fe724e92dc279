import { pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { integer, text } from './columns.ts';

export const uploads = pgTable(
  'uploads',
  {
    shard: text('shard').notNull(),
    id: text('id').notNull(),
    berkas: text('berkas').notNull(),
    sumber: text('sumber').notNull(),
    sha: text('sha').notNull(),
    openedAt: integer('opened_at').notNull(),
    changedAt: integer('changed_at').notNull(),
    tahap: text('tahap', { enum: ['membaca', 'siap', 'menerapkan', 'selesai', 'gagal'] }).notNull(),
    round: integer('round').notNull(),
    done: integer('done').notNull(),
    total: integer('total').notNull(),
    reading: text('reading'),
    sentence: text('sentence'),
    actor: text('actor'),
    worker: text('worker'),
    tries: integer('tries').notNull(),
    impor: text('impor'),
    jumlah: text('jumlah'),
  },
  (table) => [primaryKey({ columns: [table.shard, table.id] })],
);

export const uploadParts = pgTable(
  'upload_parts',
  {
    shard: text('shard').notNull(),
    id: text('id').notNull(),
    part: text('part').notNull(),
    content: text('content').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shard, table.id, table.part] })],
);
