import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { ChangesWanted, ReadTx, WriteTx } from '../port.ts';
import { type RecordRow, recordOf, recordRow } from './rows.ts';
import { given, putters, type Room } from './statements.ts';

/** Questions about records. */
export const recordReads = (
  room: Room,
): Pick<ReadTx, 'record' | 'changedRecords' | 'recordsOfKind' | 'recordsHolding'> => {
  const { db, prepare, quick, dialect } = room;
  const { records } = room.tables;
  const byId = quick(
    db
      .select()
      .from(records)
      .where(and(eq(records.shard, given('shard')), eq(records.id, given('id')))),
  );
  const ofKind = quick(
    db
      .select()
      .from(records)
      .where(and(eq(records.shard, given('shard')), eq(records.kind, given('kind')))),
  );
  const ofKindAndOwner = quick(
    db
      .select()
      .from(records)
      .where(
        and(
          eq(records.shard, given('shard')),
          eq(records.kind, given('kind')),
          eq(records.owner, given('owner')),
        ),
      ),
  );
  const holding = prepare(
    db
      .select()
      .from(records)
      .where(
        and(
          eq(records.shard, given('shard')),
          eq(records.owner, given('owner')),
          dialect.holds(sql`${records.content} || ${records.variants}`, sql`${given('text')}`),
        ),
      ),
  );
  return {
    record: async (shard, id) => {
      const row = await byId.get({ shard, id });
      return row ? recordOf(row) : null;
    },
    changedRecords: changedRecords(room),
    recordsOfKind: async (shard, kind, owner) =>
      (
        await (owner === undefined ? ofKind.all({ shard, kind }) : ofKindAndOwner.all({ shard, kind, owner }))
      ).map(recordOf),
    recordsHolding: async (wanted) => (await holding.all(wanted)).map(recordOf),
  };
};

/** Lines from 1 to 0: none. */
const NO_LINES = [1, 0] as const;

/** Asked owner by owner, so that each list comes off its index in order and a long one is never sorted for a page. */
const changedRecords = ({ db, quick, tables, dialect }: Room): ReadTx['changedRecords'] => {
  const { records } = tables;
  // Answered by the index, so that what is left out is never read.
  const notExcepted = sql`${records.n} NOT BETWEEN ${given('first')} AND ${given('last')}`;
  const ofAll = quick(
    db
      .select()
      .from(records)
      .where(and(eq(records.shard, given('shard')), gt(records.n, given('afterN')), notExcepted))
      .orderBy(asc(records.n))
      .limit(given('limit')),
  );
  const ofOwner = quick(
    db
      .select()
      .from(records)
      .where(
        and(
          eq(records.shard, given('shard')),
          eq(records.owner, given('owner')),
          gt(records.n, given('afterN')),
          notExcepted,
        ),
      )
      .orderBy(asc(records.n))
      .limit(given('limit')),
  );
  const objected = quick(
    db
      .select()
      .from(records)
      .where(
        and(
          eq(records.shard, given('shard')),
          gt(records.n, given('afterN')),
          sql`(${records.kind} IN ('satker', 'pegawai') OR ${records.kind} = 'evaluasi' AND ${dialect.field(records.state, 'keberatan')} IS NOT NULL)`,
        ),
      )
      .orderBy(asc(records.n))
      .limit(given('limit')),
  );
  const rows = async (wanted: ChangesWanted): Promise<RecordRow[]> => {
    const { shard, afterN, owners, limit, except: [first, last] = NO_LINES } = wanted;
    if (owners === 'keberatan') return objected.all({ shard, afterN, limit });
    if (owners === null) return ofAll.all({ shard, afterN, limit, first, last });
    const lists: RecordRow[] = [];
    for (const owner of owners)
      lists.push(...(await ofOwner.all({ shard, owner, afterN, limit, first, last })));
    return lists.sort((a, b) => a.n - b.n).slice(0, limit);
  };
  return async (wanted) => (await rows(wanted)).map(recordOf);
};

/** The only statements that write records; only the ledger calls them. */
export const recordWrites = (room: Room): Pick<WriteTx, 'putRecord' | 'putRecords' | 'removeRecordsOf'> => {
  const { db, change } = room;
  const { records } = room.tables;
  const put = putters(room, records, [records.shard, records.id]);
  const clear = change(db.delete(records).where(eq(records.shard, given('shard'))));
  return {
    putRecord: (stored) => put.one(recordRow(stored)),
    putRecords: (list) => put.each(list, recordRow),
    removeRecordsOf: async (shard) => void (await clear({ shard })),
  };
};
