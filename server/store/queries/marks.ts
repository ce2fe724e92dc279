import { and, eq, lt } from 'drizzle-orm';
import type { SQLiteInsertValue } from 'drizzle-orm/sqlite-core';
import type { MarkReads, MarkWrites } from '../port.ts';
import { given, putter, type Room } from './statements.ts';

/** Words for all processes on this database. */
export const markReads = ({ db, prepare, tables: { marks } }: Room): MarkReads => {
  const one = prepare(
    db
      .select()
      .from(marks)
      .where(and(eq(marks.scope, given('scope')), eq(marks.key, given('key')))),
  );
  return { mark: async (scope, key) => (await one.get({ scope, key })) ?? null };
};

/** Putting and forgetting them. */
export const markWrites = (room: Room): MarkWrites => {
  const { db, change, dialect } = room;
  const { marks } = room.tables;
  const row = {
    ...{ scope: given('scope'), key: given('key'), value: given('value'), until: given('until') },
  } as unknown as SQLiteInsertValue<typeof marks>;
  const keep = change(db.insert(marks).values(row).onConflictDoNothing());
  const drop = change(
    db.delete(marks).where(and(eq(marks.scope, given('scope')), eq(marks.key, given('key')))),
  );
  const dropOld = change(db.delete(marks).where(lt(marks.until, given('time'))));
  return {
    putMark: putter(room, marks, [marks.scope, marks.key]),
    keepMark: async (mark) => dialect.changed(await keep(mark)) === 1,
    removeMark: async (scope, key) => void (await drop({ scope, key })),
    removeMarksBefore: async (time) => void (await dropOld({ time })),
  };
};
