import { and, eq } from 'drizzle-orm';
import type { ReadTx, WriteTx } from '../port.ts';
import { photos } from './schema.ts';
import { type Db, given, putter } from './statements.ts';

const isPhoto = and(eq(photos.owner, given('owner')), eq(photos.sha, given('sha')));

/** What is known of a photo; its bytes are in server/files. */
export const photoReads = (db: Db): Pick<ReadTx, 'photo'> => {
  const one = db.select().from(photos).where(isPhoto).prepare();
  return { photo: async (owner, sha) => one.get({ owner, sha }) ?? null };
};

/** Changes to what is known of photos. */
export const photoWrites = (db: Db): Pick<WriteTx, 'putPhoto' | 'removePhoto'> => {
  const drop = db.delete(photos).where(isPhoto).prepare();
  return {
    putPhoto: putter(db, photos, [photos.owner, photos.sha]),
    removePhoto: async (owner, sha) => void drop.run({ owner, sha }),
  };
};
