import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { ChangesWanted, ReadTx, WriteTx } from '../port.ts';
import { type RecordRow, recordOf, recordRow } from './rows.ts';
import { records } from './schema.ts';
import { type Db, given, putter, quick } from './statements.ts';

/** Questions about records. */
export const recordReads = (
  db: Db,
): Pick<ReadTx, 'record' | 'changedRecords' | 'recordsOfKind' | 'recordsHolding'> => {
  const byId = quick(
    db,
    db
      .select()
      .from(records)
      .where(and(eq(records.shard, given('shard')), eq(records.id, given('id')))),
  );
  const ofKind = quick(
    db,
    db
      .select()
      .from(records)
      .where(and(eq(records.shard, given('shard')), eq(records.kind, given('kind')))),
  );
  const ofKindAndOwner = quick(
    db,
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
  const holding = db
    .select()
    .from(records)
    .where(
      and(
        eq(records.shard, given('shard')),
        eq(records.owner, given('owner')),
        sql`instr(${records.content} || ${records.variants}, ${given('text')}) > 0`,
      ),
    )
    .prepare();
  return {
    record: async (shard, id) => {
      const row = byId.get({ shard, id });
      return row ? recordOf(row) : null;
    },
    changedRecords: changedRecords(db),
    recordsOfKind: async (shard, kind, owner) =>
      (owner === undefined ? ofKind.all({ shard, kind }) : ofKindAndOwner.all({ shard, kind, owner })).map(
        recordOf,
      ),
    recordsHolding: async (wanted) => holding.all(wanted).map(recordOf),
  };
};

/** Lines from 1 to 0: none. */
const NO_LINES = [1, 0] as const;
/** Answered by the index, so that what is left out is never read. */
const notExcepted = sql`${records.n} NOT BETWEEN ${given('first')} AND ${given('last')}`;

/** Asked owner by owner, so that each list comes off its index in order and a long one is never sorted for a page. */
const changedRecords = (db: Db): ReadTx['changedRecords'] => {
  const ofAll = quick(
    db,
    db
      .select()
      .from(records)
      .where(and(eq(records.shard, given('shard')), gt(records.n, given('afterN')), notExcepted))
      .orderBy(asc(records.n))
      .limit(given('limit')),
  );
  const ofOwner = quick(
    db,
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
    db,
    db
      .select()
      .from(records)
      .where(
        and(
          eq(records.shard, given('shard')),
          gt(records.n, given('afterN')),
          sql`(${records.kind} IN ('satker', 'pegawai') OR ${records.kind} = 'evaluasi' AND json_extract(${records.state}, '$.keberatan') IS NOT NULL)`,
        ),
      )
      .orderBy(asc(records.n))
      .limit(given('limit')),
  );
  const rows = ({ shard, afterN, owners, limit, except = NO_LINES }: ChangesWanted): RecordRow[] => {
    const [first, last] = except;
    if (owners === 'keberatan') return objected.all({ shard, afterN, limit });
    if (owners === null) return ofAll.all({ shard, afterN, limit, first, last });
    const lists = owners.flatMap((owner) => ofOwner.all({ shard, owner, afterN, limit, first, last }));
    return lists.sort((a, b) => a.n - b.n).slice(0, limit);
  };
  return async (wanted) => rows(wanted).map(recordOf);
};

/** The only statements that write records; only the ledger calls them. */
export const recordWrites = (db: Db): Pick<WriteTx, 'putRecord' | 'removeRecordsOf'> => {
  const put = putter(db, records, [records.shard, records.id]);
  const clear = db
    .delete(records)
    .where(eq(records.shard, given('shard')))
    .prepare();
  return {
    putRecord: (stored) => put(recordRow(stored)),
    removeRecordsOf: async (shard) => void clear.run({ shard }),
  };
};
