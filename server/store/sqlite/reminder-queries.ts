import { asc, eq, gt } from 'drizzle-orm';
import type { ReadTx, StoredReminder, WriteTx } from '../port.ts';
import { reminders } from './schema-reminder.ts';
import { type Db, given, putter } from './statements.ts';

const reminderOf = (row: typeof reminders.$inferSelect): StoredReminder => ({
  ...row,
  days: JSON.parse(row.days) as number[],
});

/** Phones that want to be woken. */
export const reminderReads = (db: Db): Pick<ReadTx, 'reminderOf' | 'reminders'> => {
  const byDevice = db
    .select()
    .from(reminders)
    .where(eq(reminders.device, given('device')))
    .prepare();
  const page = db
    .select()
    .from(reminders)
    .where(gt(reminders.device, given('after')))
    .orderBy(asc(reminders.device))
    .limit(given('limit'))
    .prepare();
  return {
    reminderOf: async (device) => {
      const row = byDevice.get({ device });
      return row ? reminderOf(row) : null;
    },
    reminders: async (after, limit) => page.all({ after, limit }).map(reminderOf),
  };
};

/** Asking to be woken, and no longer. */
export const reminderWrites = (db: Db): Pick<WriteTx, 'putReminder' | 'removeReminder'> => {
  const put = putter(db, reminders, [reminders.device]);
  const gone = db
    .delete(reminders)
    .where(eq(reminders.device, given('device')))
    .prepare();
  return {
    putReminder: (reminder) => put({ ...reminder, days: JSON.stringify(reminder.days) }),
    removeReminder: async (device) => {
      gone.run({ device });
    },
  };
};
