import { pgTable } from 'drizzle-orm/pg-core';
import { integer, text } from './columns.ts';

export const activations = pgTable('activations', {
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

export const passwordAges = pgTable('password_ages', {
  account: text('account').primaryKey(),
  setAt: integer('set_at').notNull(),
});
