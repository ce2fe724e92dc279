import { and, asc, eq, gt, isNotNull, or, sql } from 'drizzle-orm';
import type { ReadTx, WriteTx } from '../port.ts';
import { given, putter, type Room, type Tables } from './statements.ts';

const isPhoto = ({ photos }: Tables) => and(eq(photos.owner, given('owner')), eq(photos.sha, given('sha')));

/** What is known of a photo; its bytes are in server/files. */
export const photoReads = ({
  db,
  prepare,
  tables,
}: Room): Pick<ReadTx, 'photo' | 'wholePhotos' | 'photoBytes' | 'counts'> => {
  const { commands, photos, records } = tables;
  const one = prepare(db.select().from(photos).where(isPhoto(tables)));
  const whole = prepare(
    db
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
      .limit(given('limit')),
  );
  const bytes = prepare(
    db
      .select({
        all: sql<number>`coalesce(sum(${photos.size}), 0)`.mapWith(Number),
        recent:
          sql<number>`coalesce(sum(CASE WHEN ${photos.updatedAt} >= ${given('since')} THEN ${photos.size} END), 0)`.mapWith(
            Number,
          ),
      })
      .from(photos)
      .where(eq(photos.owner, given('owner'))),
  );
  return {
    photoBytes: async (owner, since) => (await bytes.get({ owner, since })) ?? { all: 0, recent: 0 },
    photo: async (owner, sha) => (await one.get({ owner, sha })) ?? null,
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
export const photoWrites = (room: Room): Pick<WriteTx, 'putPhoto' | 'removePhoto'> => {
  const { db, change, tables } = room;
  const { photos } = tables;
  const drop = change(db.delete(photos).where(isPhoto(tables)));
  return {
    putPhoto: putter(room, photos, [photos.owner, photos.sha]),
    removePhoto: async (owner, sha) => void (await drop({ owner, sha })),
  };
};
