import type { AccountDatabase } from '../store/database.ts';

const KEPT = 30 * 86_400_000;

/**
 * Lets go of commands that every copy of the server has had for thirty days; `now` is the server's clock, epoch ms. Until
 * then even the oldest copy put back by force costs nothing.
 */
export const purgeSafe = async (db: AccountDatabase, now: number): Promise<void> => {
  const old = await db.journal
    .where('status')
    .equals('aman')
    .and(({ answeredAt = now }) => answeredAt < now - KEPT)
    .primaryKeys();
  await db.journal.bulkDelete(old);
};
