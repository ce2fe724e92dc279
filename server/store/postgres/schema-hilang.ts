import { index, pgTable } from 'drizzle-orm/pg-core';
import { bytes, integer, text } from './columns.ts';

export const lostPhones = pgTable('lost_phones', {
  device: text('device').primaryKey(),
  account: text('account').notNull(),
  markedAt: integer('marked_at').notNull(),
  wasLive: integer('was_live').notNull(),
  orderedAt: integer('ordered_at'),
  wipedAt: integer('wiped_at'),
});

export const handed = pgTable(
  'handed',
  {
    id: text('id').primaryKey(),
    device: text('device').notNull(),
    receivedAt: integer('received_at').notNull(),
    entri: integer('entri').notNull(),
    foto: integer('foto').notNull(),
    bytes: bytes('bytes').notNull(),
    refused: text('refused'),
  },
  (table) => [index('handed_device').on(table.device)],
);
