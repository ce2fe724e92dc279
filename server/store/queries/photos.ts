import { and, asc, count, eq, gt, isNotNull, or, sql } from 'drizzle-orm';
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
  const lines = prepare(db.select({ count: count() }).from(commands).where(isNotNull(commands.n)));
  const kept = prepare(db.select({ count: count() }).from(records));
  const here = prepare(db.select({ count: count() }).from(photos).where(eq(photos.state, 'utuh')));
  return {
    photoBytes: async (owner, since) => (await bytes.get({ owner, since })) ?? { all: 0, recent: 0 },
    photo: async (owner, sha) => (await one.get({ owner, sha })) ?? null,
    wholePhotos: async (after, limit) =>
      whole.all({ owner: after?.owner ?? '', sha: after?.sha ?? '', limit }),
    counts: async () => ({
      commands: (await lines.get())?.count ?? 0,
      records: (await kept.get())?.count ?? 0,
      photos: (await here.get())?.count ?? 0,
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
