import { and, asc, desc, eq } from 'drizzle-orm';
import { canonicalJson } from '../../../shared/protocol/index.ts';
import type { ReadTx, StoredEra, WriteTx } from '../port.ts';
import { given, putter, type Room } from './statements.ts';

/** Questions about starts of the server and lost histories. */
export const recoveryReads = ({
  db,
  prepare,
  quick,
  tables,
  dialect,
}: Room): Pick<ReadTx, 'eras' | 'recoveries' | 'recoveryReports' | 'recoveredLines'> => {
  const { eras, recoveredLines, recoveries, recoveryReports } = tables;
  const starts = prepare(db.select().from(eras).orderBy(desc(eras.startedAt), desc(dialect.place)));
  const lost = quick(
    db
      .select()
      .from(recoveries)
      .where(eq(recoveries.shard, given('shard')))
      .orderBy(desc(recoveries.id)),
  );
  const reports = prepare(
    db
      .select()
      .from(recoveryReports)
      .where(and(eq(recoveryReports.shard, given('shard')), eq(recoveryReports.recovery, given('recovery')))),
  );
  const lines = prepare(
    db
      .select({ n: recoveredLines.n })
      .from(recoveredLines)
      .where(and(eq(recoveredLines.shard, given('shard')), eq(recoveredLines.recovery, given('recovery'))))
      .orderBy(asc(recoveredLines.n)),
  );
  return {
    eras: async () =>
      (await starts.all()).map(({ heads, ...era }) => ({
        ...era,
        heads: JSON.parse(heads) as StoredEra['heads'],
      })),
    recoveries: async (shard) => lost.all({ shard }),
    recoveryReports: async (shard, recovery) => reports.all({ shard, recovery }),
    recoveredLines: async (shard, recovery) => (await lines.all({ shard, recovery })).map(({ n }) => n),
  };
};

/** Marks of starts, and what is known of lost histories. */
export const recoveryWrites = (
  room: Room,
): Pick<WriteTx, 'putEra' | 'putRecovery' | 'putRecoveryReport' | 'addRecoveredLine'> => {
  const { eras, recoveredLines, recoveries, recoveryReports } = room.tables;
  const put = putter(room, eras, [eras.id]);
  return {
    putEra: ({ heads, ...era }) => put({ ...era, heads: canonicalJson(heads) }),
    putRecovery: putter(room, recoveries, [recoveries.shard, recoveries.id]),
    putRecoveryReport: putter(room, recoveryReports, [
      recoveryReports.shard,
      recoveryReports.recovery,
      recoveryReports.device,
    ]),
    addRecoveredLine: putter(room, recoveredLines, [
      recoveredLines.shard,
      recoveredLines.recovery,
      recoveredLines.n,
    ]),
  };
};
