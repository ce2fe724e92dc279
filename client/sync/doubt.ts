import type { SyncAnswer } from '../../shared/protocol/index.ts';
import type { AccountDatabase, PhotoRow } from '../store/database.ts';
import { MOST_ASKED } from './collect.ts';

/*
 * A photo follows its text, so no position on this phone vouches for it: a server that was put on a copy from between the
 * two has the text, the phone's place in its history, and not the photo. Each time that the server was started it is
 * therefore asked for the photos that it was heard to have and that may be in no copy yet. Those wait with all their bytes
 * counted as sent: nothing is sent again before the answer, and nobody is told that all is sent.
 */

const isDoubtful = ({ offset, size }: PhotoRow): boolean => offset >= size;
const inDoubt = (db: AccountDatabase) => db.photos.where('status').equals('antri').and(isDoubtful);

/** The server was started since it was heard last: what it said of photos is asked for again. Within the caller's transaction. */
export const doubtPhotos = async (db: AccountDatabase): Promise<void> => {
  await db.photos
    .where('status')
    .equals('terkirim')
    .modify((row) => void Object.assign(row, { status: 'antri', offset: row.size, tries: 0 }));
};

/** Hashes of the photos that the next request asks for, those in doubt first. */
export const photosToAsk = async (db: AccountDatabase): Promise<string[]> => {
  const [doubtful, waiting, vouched] = await Promise.all([
    inDoubt(db).primaryKeys(),
    db.photos.where('status').equals('antri').primaryKeys(),
    db.photos.where('carried').equals(1).primaryKeys(),
  ]);
  return [...new Set([...doubtful, ...waiting, ...vouched])].slice(0, MOST_ASKED);
};

/** Whether there is any photo that the server has not been asked for since it was started. */
export const isAnyDoubted = async (db: AccountDatabase): Promise<boolean> => (await inDoubt(db).count()) > 0;

/** What a request asked for and its answer says: there, or to be sent from where it is. Within the caller's transaction. */
export const settleDoubts = async (
  db: AccountDatabase,
  asked: readonly string[],
  { blob, now }: Pick<SyncAnswer, 'blob' | 'now'>,
): Promise<void> => {
  for (const row of await inDoubt(db).toArray()) {
    if (!asked.includes(row.sha)) continue;
    const offset = blob[row.sha]?.off ?? 0;
    const stand = offset >= row.size ? { status: 'terkirim' as const, sentAt: now } : { offset };
    await db.photos.update(row.sha, stand);
  }
};
