import { type AccountDatabase, getMeta } from '../store/database.ts';
import { dropRevoked } from './grants.ts';

const KEPT = 30 * 86_400_000;

/**
 * Lets go of commands that every copy of the server has had for thirty days; `now` is the server's clock, epoch ms. Until
 * then even the oldest copy put back by force costs nothing. Own texts in a school that was left stayed for their sake,
 * and go with them.
 */
export const purgeSafe = async (db: AccountDatabase, now: number): Promise<void> => {
  const old = await db.journal
    .where('status')
    .equals('aman')
    .and(({ answeredAt = now }) => answeredAt < now - KEPT)
    .primaryKeys();
  if (old.length === 0) return;
  await db.journal.bulkDelete(old);
  const saya = await getMeta(db, 'saya');
  if (saya) await dropRevoked(db, saya);
};
