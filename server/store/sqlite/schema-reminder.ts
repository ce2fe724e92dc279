import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Phones that want to be woken for a reminder: the address at their push service, and when. */
export const reminders = sqliteTable('reminders', {
  device: text('device').primaryKey(),
  account: text('account').notNull(),
  endpoint: text('endpoint').notNull(),
  hour: text('hour').notNull(),
  /** ISO weekdays as JSON. */
  days: text('days').notNull(),
  lastDay: text('last_day').notNull(),
  failures: integer('failures').notNull(),
});
