import { and, asc, desc, eq, gte, lt, sql } from 'drizzle-orm';
import type { ReadTx, WriteTx } from '../port.ts';
import { commandOf, envelopeOf, envelopeRow } from './rows.ts';
import { given, isALine, keeper, line, putter, type Room } from './statements.ts';

type Reads =
  | 'linesOfRecord'
  | 'linesOfOwner'
  | 'feedbackLines'
  | 'envelope'
  | 'view'
  | 'viewsOfRecord'
  | 'viewsOfOwner';

const viewReads = ({
  db,
  prepare,
  tables,
}: Room): Pick<ReadTx, 'view' | 'viewsOfRecord' | 'viewsOfOwner'> => {
  const { records, views } = tables;
  const isView = and(
    eq(views.shard, given('shard')),
    eq(views.record, given('record')),
    eq(views.viewer, given('viewer')),
    eq(views.day, given('day')),
  );
  const one = prepare(db.select().from(views).where(isView));
  const ofRecord = prepare(
    db
      .select()
      .from(views)
      .where(and(eq(views.shard, given('shard')), eq(views.record, given('record'))))
      .orderBy(asc(views.day), asc(views.firstAt)),
  );
  const ofOwner = prepare(
    db
      .select({ view: views, kind: records.kind })
      .from(views)
      .innerJoin(records, and(eq(records.shard, views.shard), eq(records.id, views.record)))
      .where(
        and(
          eq(records.shard, given('shard')),
          eq(records.owner, given('owner')),
          gte(views.day, given('since')),
        ),
      )
      .orderBy(asc(views.day), asc(views.firstAt)),
  );
  return {
    view: async (key) => (await one.get(key)) ?? null,
    viewsOfRecord: async (shard, record) => ofRecord.all({ shard, record }),
    viewsOfOwner: async (shard, owner, since) =>
      (await ofOwner.all({ shard, owner, since })).map(({ view, kind }) => ({ ...view, kind })),
  };
};

/** Questions that a person's history is put together from. */
export const historyReads = (room: Room): Pick<ReadTx, Reads> => {
  const { db, prepare } = room;
  const { commands, envelopes, records } = room.tables;
  const ofRecord = prepare(
    db
      .select()
      .from(commands)
      .where(and(eq(commands.shard, given('shard')), eq(commands.record, given('record')), isALine(commands)))
      .orderBy(asc(line(commands))),
  );
  const isOwn = and(
    eq(commands.shard, given('shard')),
    eq(records.owner, given('owner')),
    lt(commands.n, given('beforeN')),
  );
  const lines = () =>
    db
      .select({ line: commands })
      .from(commands)
      .innerJoin(records, and(eq(records.shard, commands.shard), eq(records.id, commands.record)));
  const ofOwner = prepare(lines().where(isOwn).orderBy(desc(commands.n)).limit(given('limit')));
  const isReturned = sql`EXISTS (SELECT 1 FROM ${commands} AS other WHERE other.shard = ${commands.shard}
    AND other.record = ${commands.record} AND other.kind = 'entri.kembalikan' AND +other.n IS NOT NULL)`;
  // A cross join is taken by SQLite in the order in which it stands: by her records, not through a school's whole ledger.
  const feedback = prepare(
    db
      .select({ line: commands })
      .from(records)
      .crossJoin(commands)
      .where(
        and(
          eq(records.shard, given('shard')),
          eq(records.owner, given('owner')),
          eq(commands.shard, records.shard),
          eq(commands.record, records.id),
          sql`${line(commands)} < ${given('beforeN')}`,
          sql`(${records.kind} = 'umpan' OR ${records.kind} = 'entri' AND ${isReturned})`,
        ),
      )
      .orderBy(desc(commands.n))
      .limit(given('limit')),
  );
  const envelope = prepare(
    db
      .select()
      .from(envelopes)
      .where(and(eq(envelopes.shard, given('shard')), eq(envelopes.id, given('id')))),
  );
  return {
    ...viewReads(room),
    linesOfRecord: async (shard, record) => (await ofRecord.all({ shard, record })).map(commandOf),
    linesOfOwner: async (wanted) => (await ofOwner.all(wanted)).map(({ line }) => commandOf(line)),
    feedbackLines: async (wanted) => (await feedback.all(wanted)).map(({ line }) => commandOf(line)),
    envelope: async (shard, id) => {
      const row = await envelope.get({ shard, id });
      return row ? envelopeOf(row) : null;
    },
  };
};

/** What stands beside the ledger: the signed requests, and who looked. */
export const historyWrites = (room: Room): Pick<WriteTx, 'putEnvelope' | 'putView'> => {
  const { envelopes, views } = room.tables;
  const keep = keeper(room, envelopes);
  return {
    putEnvelope: (envelope) => keep(envelopeRow(envelope)),
    putView: putter(room, views, [views.shard, views.record, views.viewer, views.day]),
  };
};
