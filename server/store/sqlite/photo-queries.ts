import { and, asc, eq, gt, isNotNull, or, sql } from 'drizzle-orm';
import type { ReadTx, WriteTx } from '../port.ts';
import { commands, photos, records } from './schema.ts';
import { type Db, given, putter } from './statements.ts';

const isPhoto = and(eq(photos.owner, given('owner')), eq(photos.sha, given('sha')));

/** What is known of a photo; its bytes are in server/files. */
export const photoReads = (db: Db): Pick<ReadTx, 'photo' | 'wholePhotos' | 'photoBytes' | 'counts'> => {
  const one = db.select().from(photos).where(isPhoto).prepare();
  const whole = db
    .select()
    .from(photos)
    .where(
      and(
        eq(photos.state, 'utuh'),
        or(
          gt(photos.owner, given('owner')),
          and(eq(photos.owner, given('owner')), gt(photos.sha, given('sha'))),
        ),
      ),
    )
    .orderBy(asc(photos.owner), asc(photos.sha))
    .limit(given('limit'))
    .prepare();
  const bytes = db
    .select({
      all: sql<number>`coalesce(sum(${photos.size}), 0)`,
      recent: sql<number>`coalesce(sum(CASE WHEN ${photos.updatedAt} >= ${given('since')} THEN ${photos.size} END), 0)`,
    })
    .from(photos)
    .where(eq(photos.owner, given('owner')))
    .prepare();
  return {
    photoBytes: async (owner, since) => bytes.get({ owner, since }) ?? { all: 0, recent: 0 },
    photo: async (owner, sha) => one.get({ owner, sha }) ?? null,
    wholePhotos: async (after, limit) =>
      whole.all({ owner: after?.owner ?? '', sha: after?.sha ?? '', limit }),
    counts: async () => ({
      commands: await db.$count(commands, isNotNull(commands.n)),
      records: await db.$count(records),
      photos: await db.$count(photos, eq(photos.state, 'utuh')),
    }),
  };
};

/** Changes to what is known of photos. */
export const photoWrites = (db: Db): Pick<WriteTx, 'putPhoto' | 'removePhoto'> => {
  const drop = db.delete(photos).where(isPhoto).prepare();
  return {
    putPhoto: putter(db, photos, [photos.owner, photos.sha]),
    removePhoto: async (owner, sha) => void drop.run({ owner, sha }),
  };
};
