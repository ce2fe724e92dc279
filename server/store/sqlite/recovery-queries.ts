import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { canonicalJson } from '../../../shared/protocol/index.ts';
import type { ReadTx, StoredEra, WriteTx } from '../port.ts';
import { eras, recoveredLines, recoveries, recoveryReports } from './schema.ts';
import { type Db, given, putter } from './statements.ts';

/** Questions about starts of the server and lost histories. */
export const recoveryReads = (
  db: Db,
): Pick<ReadTx, 'eras' | 'recoveries' | 'recoveryReports' | 'recoveredLines'> => {
  const starts = db.select().from(eras).orderBy(desc(eras.startedAt), desc(sql`rowid`)).prepare();
  const lost = db
    .select()
    .from(recoveries)
    .where(eq(recoveries.shard, given('shard')))
    .orderBy(desc(recoveries.id))
    .prepare();
  const reports = db
    .select()
    .from(recoveryReports)
    .where(and(eq(recoveryReports.shard, given('shard')), eq(recoveryReports.recovery, given('recovery'))))
    .prepare();
  const lines = db
    .select({ n: recoveredLines.n })
    .from(recoveredLines)
    .where(and(eq(recoveredLines.shard, given('shard')), eq(recoveredLines.recovery, given('recovery'))))
    .orderBy(asc(recoveredLines.n))
    .prepare();
  return {
    eras: async () =>
      starts.all().map(({ heads, ...era }) => ({ ...era, heads: JSON.parse(heads) as StoredEra['heads'] })),
    recoveries: async (shard) => lost.all({ shard }),
    recoveryReports: async (shard, recovery) => reports.all({ shard, recovery }),
    recoveredLines: async (shard, recovery) => lines.all({ shard, recovery }).map(({ n }) => n),
  };
};

/** Marks of starts, and what is known of lost histories. */
export const recoveryWrites = (
  db: Db,
): Pick<WriteTx, 'putEra' | 'putRecovery' | 'putRecoveryReport' | 'addRecoveredLine'> => {
  const put = putter(db, eras, [eras.id]);
  return {
    putEra: ({ heads, ...era }) => put({ ...era, heads: canonicalJson(heads) }),
    putRecovery: putter(db, recoveries, [recoveries.shard, recoveries.id]),
    putRecoveryReport: putter(db, recoveryReports, [
      recoveryReports.shard,
      recoveryReports.recovery,
      recoveryReports.device,
    ]),
    addRecoveredLine: putter(db, recoveredLines, [
      recoveredLines.shard,
      recoveredLines.recovery,
      recoveredLines.n,
    ]),
  };
};
