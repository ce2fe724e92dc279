import { index, pgTable } from 'drizzle-orm/pg-core';
import { bytes, integer, text } from './columns.ts';

export const passkeys = pgTable(
  'passkeys',
  {
    id: text('id').primaryKey(),
    account: text('account').notNull(),
    nama: text('nama').notNull(),
    publicKey: bytes('public_key').notNull(),
    counter: integer('counter').notNull(),
    createdAt: integer('created_at').notNull(),
    usedAt: integer('used_at'),
  },
  (table) => [index('passkeys_account').on(table.account)],
);
