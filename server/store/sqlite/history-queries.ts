import { and, asc, desc, eq, gte, lt, sql } from 'drizzle-orm';
import type { ReadTx, WriteTx } from '../port.ts';
import { commandOf, envelopeOf, envelopeRow } from './rows.ts';
import { commands, envelopes, records, views } from './schema.ts';
import { type Db, given, isALine, keeper, line, putter } from './statements.ts';

type Reads =
  | 'linesOfRecord'
  | 'linesOfOwner'
  | 'feedbackLines'
  | 'envelope'
  | 'view'
  | 'viewsOfRecord'
  | 'viewsOfOwner';

const isView = and(
  eq(views.shard, given('shard')),
  eq(views.record, given('record')),
  eq(views.viewer, given('viewer')),
  eq(views.day, given('day')),
);

const viewReads = (db: Db): Pick<ReadTx, 'view' | 'viewsOfRecord' | 'viewsOfOwner'> => {
  const one = db.select().from(views).where(isView).prepare();
  const ofRecord = db
    .select()
    .from(views)
    .where(and(eq(views.shard, given('shard')), eq(views.record, given('record'))))
    .orderBy(asc(views.day), asc(views.firstAt))
    .prepare();
  const ofOwner = db
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
    .orderBy(asc(views.day), asc(views.firstAt))
    .prepare();
  return {
    view: async (key) => one.get(key) ?? null,
    viewsOfRecord: async (shard, record) => ofRecord.all({ shard, record }),
    viewsOfOwner: async (shard, owner, since) =>
      ofOwner.all({ shard, owner, since }).map(({ view, kind }) => ({ ...view, kind })),
  };
};

/** Questions that a person's history is put together from. */
export const historyReads = (db: Db): Pick<ReadTx, Reads> => {
  const ofRecord = db
    .select()
    .from(commands)
    .where(and(eq(commands.shard, given('shard')), eq(commands.record, given('record')), isALine))
    .orderBy(asc(line))
    .prepare();
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
  const ofOwner = lines().where(isOwn).orderBy(desc(commands.n)).limit(given('limit')).prepare();
  const isReturned = sql`EXISTS (SELECT 1 FROM ${commands} AS other WHERE other.shard = ${commands.shard}
    AND other.record = ${commands.record} AND other.kind = 'entri.kembalikan' AND other.n IS NOT NULL)`;
  const feedback = lines()
    .where(and(isOwn, sql`(${records.kind} = 'umpan' OR ${records.kind} = 'entri' AND ${isReturned})`))
    .orderBy(desc(commands.n))
    .limit(given('limit'))
    .prepare();
  const envelope = db
    .select()
    .from(envelopes)
    .where(and(eq(envelopes.shard, given('shard')), eq(envelopes.id, given('id'))))
    .prepare();
  return {
    ...viewReads(db),
    linesOfRecord: async (shard, record) => ofRecord.all({ shard, record }).map(commandOf),
    linesOfOwner: async (wanted) => ofOwner.all(wanted).map(({ line }) => commandOf(line)),
    feedbackLines: async (wanted) => feedback.all(wanted).map(({ line }) => commandOf(line)),
    envelope: async (shard, id) => {
      const row = envelope.get({ shard, id });
      return row ? envelopeOf(row) : null;
    },
  };
};

/** What stands beside the ledger: the signed requests, and who looked. */
export const historyWrites = (db: Db): Pick<WriteTx, 'putEnvelope' | 'putView'> => {
  const keep = keeper(db, envelopes);
  return {
    putEnvelope: (envelope) => keep(envelopeRow(envelope)),
    putView: putter(db, views, [views.shard, views.record, views.viewer, views.day]),
  };
};
