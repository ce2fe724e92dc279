import { pgTable } from 'drizzle-orm/pg-core';
import { integer, text } from './columns.ts';

export const reminders = pgTable('reminders', {
  device: text('device').primaryKey(),
  account: text('account').notNull(),
  endpoint: text('endpoint').notNull(),
  hour: text('hour').notNull(),
  days: text('days').notNull(),
  lastDay: text('last_day').notNull(),
  failures: integer('failures').notNull(),
});
