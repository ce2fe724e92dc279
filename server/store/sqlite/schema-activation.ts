import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * The last activation slip of each person: the code only as a hash, who issued it, how often somebody tried another, and
 * when it was used. A new one takes the place of the one before. `awaits` is 1 until a second issuer has agreed.
 */
export const activations = sqliteTable('activations', {
  account: text('account').primaryKey(),
  hash: text('hash').notNull(),
  issuedAt: integer('issued_at').notNull(),
  issuedBy: text('issued_by').notNull(),
  expiresAt: integer('expires_at').notNull(),
  tries: integer('tries').notNull(),
  usedAt: integer('used_at'),
  issuer: text('issuer'),
  awaits: integer('awaits').notNull().default(0),
  secondedBy: text('seconded_by'),
});

/** When each person last set a password of her own; without a row it is as old as the account. */
export const passwordAges = sqliteTable('password_ages', {
  account: text('account').primaryKey(),
  setAt: integer('set_at').notNull(),
});
