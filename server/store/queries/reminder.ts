import { asc, eq, gt } from 'drizzle-orm';
import type { ReadTx, StoredReminder, WriteTx } from '../port.ts';
import { given, putter, type Room, type Tables } from './statements.ts';

const reminderOf = (row: Tables['reminders']['$inferSelect']): StoredReminder => ({
  ...row,
  days: JSON.parse(row.days) as number[],
});

/** Phones that want to be woken. */
export const reminderReads = ({ db, prepare, tables }: Room): Pick<ReadTx, 'reminderOf' | 'reminders'> => {
  const { reminders } = tables;
  const byDevice = prepare(
    db
      .select()
      .from(reminders)
      .where(eq(reminders.device, given('device'))),
  );
  const page = prepare(
    db
      .select()
      .from(reminders)
      .where(gt(reminders.device, given('after')))
      .orderBy(asc(reminders.device))
      .limit(given('limit')),
  );
  return {
    reminderOf: async (device) => {
      const row = await byDevice.get({ device });
      return row ? reminderOf(row) : null;
    },
    reminders: async (after, limit) => (await page.all({ after, limit })).map(reminderOf),
  };
};

/** Asking to be woken, and no longer. */
export const reminderWrites = (room: Room): Pick<WriteTx, 'putReminder' | 'removeReminder'> => {
  const { db, change, tables } = room;
  const { reminders } = tables;
  const put = putter(room, reminders, [reminders.device]);
  const gone = change(db.delete(reminders).where(eq(reminders.device, given('device'))));
  return {
    putReminder: (reminder) => put({ ...reminder, days: JSON.stringify(reminder.days) }),
    removeReminder: async (device) => {
      await gone({ device });
    },
  };
};
