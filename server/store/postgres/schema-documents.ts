import { index, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { bytes, integer, text } from './columns.ts';

export const documents = pgTable(
  'documents',
  {
    shard: text('shard').notNull(),
    code: text('code').notNull(),
    owner: text('owner').notNull(),
    kind: text('kind').notNull(),
    about: text('about').notNull(),
    fingerprint: bytes('fingerprint').notNull(),
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
