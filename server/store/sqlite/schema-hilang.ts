import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Phones that were marked as lost, by the newest id of each. */
export const lostPhones = sqliteTable('lost_phones', {
  device: text('device').primaryKey(),
  account: text('account').notNull(),
  markedAt: integer('marked_at').notNull(),
  /** 1 where the phone was live until then: taking the mark back lets it in again. */
  wasLive: integer('was_live').notNull(),
  orderedAt: integer('ordered_at'),
  wipedAt: integer('wiped_at'),
});

/** What lost phones handed over before they were wiped, packed as cargo; gone once the owner has decided. */
export const handed = sqliteTable(
  'handed',
  {
    /** SHA-256 of the bytes, hex. */
    id: text('id').primaryKey(),
    device: text('device').notNull(),
    receivedAt: integer('received_at').notNull(),
    entri: integer('entri').notNull(),
    foto: integer('foto').notNull(),
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
    /** What of it was refused after the owner's yes, as JSON; null while she has not answered. */
    refused: text('refused'),
  },
  (table) => [index('handed_device').on(table.device)],
);
