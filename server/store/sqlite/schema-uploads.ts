import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Uploaded files of personnel data, each for an hour. */
export const uploads = sqliteTable(
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

/** What of them is long: how columns are matched, what the file would do, what was said yes to, which schools are done. */
export const uploadParts = sqliteTable(
  'upload_parts',
  {
    shard: text('shard').notNull(),
    id: text('id').notNull(),
    part: text('part').notNull(),
    content: text('content').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shard, table.id, table.part] })],
);
