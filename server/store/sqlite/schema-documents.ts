import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Documents that were issued, frozen as they were: what a code on paper stands for, for ever. `content` is the canonical
 * JSON that the fingerprint is of; `about` names what two versions of one document share.
 */
export const documents = sqliteTable(
  'documents',
  {
    shard: text('shard').notNull(),
    code: text('code').notNull(),
    owner: text('owner').notNull(),
    kind: text('kind').notNull(),
    about: text('about').notNull(),
    fingerprint: blob('fingerprint', { mode: 'buffer' }).notNull(),
    content: text('content').notNull(),
    issuedAt: integer('issued_at').notNull(),
    issuedBy: text('issued_by').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.code] }),
    index('documents_code').on(table.code),
    index('documents_about').on(table.shard, table.owner, table.kind, table.about),
  ],
);
