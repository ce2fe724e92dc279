import { and, count, eq, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { OVERDUE, type Overdue, type OverdueReads, type OverdueWrites } from '../stored-overdue.ts';
import { given, type Room } from './statements.ts';

type Rule = { readonly table: SQLiteTable; readonly isOver: SQL | undefined };

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** When a row of each kind has served its time; asked by the counting and by the removing alike. */
const rules = ({ db, tables }: Room): Readonly<Record<Overdue, Rule>> => {
  const { activations, burdenReports, devices, knownBrowsers } = tables;
  const { queues, reminders, sessions, throttles, views } = tables;
  const gone = db
    .select({ id: devices.id })
    .from(devices)
    .where(lt(devices.revokedAt, given('before')));
  return {
    sessions: { table: sessions, isOver: lt(sessions.expiresAt, given('before')) },
    // One that still holds somebody up is no past.
    throttles: {
      table: throttles,
      isOver: and(lt(throttles.since, given('before')), lt(throttles.until, given('before'))),
    },
    knownBrowsers: { table: knownBrowsers, isOver: lt(knownBrowsers.seenAt, given('before')) },
    activations: { table: activations, isOver: lt(activations.expiresAt, given('before')) },
    reminders: { table: reminders, isOver: inArray(reminders.device, gone) },
    queues: { table: queues, isOver: lt(queues.reportedAt, given('before')) },
    burdenReports: { table: burdenReports, isOver: lt(burdenReports.pekan, given('day')) },
    views: { table: views, isOver: lt(views.day, given('day')) },
  };
};

/** Counting of what has served its time. */
export const overdueReads = (room: Room): OverdueReads => {
  const { db, prepare } = room;
  const { photos } = room.tables;
  const counts = Object.entries(rules(room)).map(([kind, { table, isOver }]) => [
    kind,
    prepare(db.select({ count: count() }).from(table).where(isOver)),
  ]);
  const asked = Object.fromEntries(counts) as Record<Overdue, ReturnType<typeof prepare<{ count: number }>>>;
  const unfinished = prepare(
    db
      .select({ owner: photos.owner, sha: photos.sha })
      .from(photos)
      .where(and(eq(photos.state, 'menerima'), lt(photos.updatedAt, given('before'))))
      .limit(given('limit')),
  );
  return {
    overdue: async (kind, before) => (await asked[kind].get({ before, day: dayOf(before) }))?.count ?? 0,
    unfinishedPhotos: async (before, limit) => unfinished.all({ before, limit }),
  };
};

/** Removing it. */
export const overdueWrites = (room: Room): OverdueWrites => {
  const { db, change, dialect } = room;
  const { activations, knownBrowsers, passwordAges, reminders, views } = room.tables;
  const all = rules(room);
  // Two years of looks are many rows: a day at a time, so that nobody waits for all of them.
  const oldest = sql`${views.day} = (SELECT min(day) FROM ${views} AS first)`;
  const drops = Object.fromEntries(
    OVERDUE.map((kind) => {
      const { table, isOver } = all[kind];
      return [kind, change(db.delete(table).where(kind === 'views' ? and(isOver, oldest) : isOver))];
    }),
  ) as Record<Overdue, ReturnType<typeof change>>;
  const traces = [knownBrowsers, activations, passwordAges, reminders].map((table) =>
    change(db.delete(table).where(eq(table.account, given('account')))),
  );
  return {
    removeOverdue: async (kind, before) => dialect.changed(await drops[kind]({ before, day: dayOf(before) })),
    removeTracesOf: async (account) => {
      let sum = 0;
      for (const drop of traces) sum += dialect.changed(await drop({ account }));
      return sum;
    },
  };
};
