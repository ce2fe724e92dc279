import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Passkeys of each person: the public half, how often the authenticator says that it signed, and the name she gave it. */
export const passkeys = sqliteTable(
  'passkeys',
  {
    /** Credential id as the authenticator chose it, base64url. */
    id: text('id').primaryKey(),
    account: text('account').notNull(),
    nama: text('nama').notNull(),
    /** COSE key. */
    publicKey: blob('public_key', { mode: 'buffer' }).notNull(),
    counter: integer('counter').notNull(),
    createdAt: integer('created_at').notNull(),
    usedAt: integer('used_at'),
  },
  (table) => [index('passkeys_account').on(table.account)],
);
