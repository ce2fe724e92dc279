import { and, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { canonicalJson, commandId, parseCommandId } from '../../../shared/protocol/index.ts';
import { GIVEN_BACK, type HistoryEntry, type ReadTx, type StoredSkeleton, type WriteTx } from '../port.ts';
import { commands, skeletons } from './schema.ts';
import { type Db, given, isALine, putter, quick } from './statements.ts';

type SkeletonRow = typeof skeletons.$inferSelect;

const skeletonOf = ({ device, number, hash, content, ...row }: SkeletonRow): StoredSkeleton => ({
  ...row,
  id: commandId(device, number, hash),
  content: content === null ? null : (JSON.parse(content) as StoredSkeleton['content']),
});

type Found = {
  readonly record: string | null;
  readonly device: string;
  readonly number: number;
  readonly hash: string;
  readonly n: number | null;
  readonly lostN?: number;
};

const inOrder = (a: Found, b: Found): number => (a.n ?? 0) - (b.n ?? 0) || (a.lostN ?? 0) - (b.lostN ?? 0);

/** One of a list that is given as JSON: a list of any length is one prepared statement. */
const isAmong = (column: SQLWrapper): SQL =>
  sql`${column} IN (SELECT value FROM json_each(${given('among')}))`;

/** What belongs to the history of records: accepted commands, and those of a lost history that are known again. */
export const lostReads = (db: Db): Pick<ReadTx, 'historiesOf' | 'skeleton'> => {
  const one = quick(
    db,
    db
      .select()
      .from(skeletons)
      .where(
        and(
          eq(skeletons.shard, given('shard')),
          eq(skeletons.device, given('device')),
          eq(skeletons.number, given('number')),
          eq(skeletons.hash, given('hash')),
        ),
      ),
  );
  const accepted = quick(
    db,
    db
      .select({
        record: commands.record,
        device: commands.device,
        number: commands.number,
        hash: commands.hash,
        n: commands.n,
      })
      .from(commands)
      .where(
        and(
          eq(commands.shard, given('shard')),
          isAmong(commands.record),
          isALine,
          sql`${commands.kind} <> ${sql.raw(`'${GIVEN_BACK}'`)}`,
        ),
      ),
  );
  const known = quick(
    db,
    db
      .select()
      .from(skeletons)
      .where(and(eq(skeletons.shard, given('shard')), isAmong(skeletons.record))),
  );
  return {
    historiesOf: async (shard, records) => {
      const histories = new Map<string, HistoryEntry[]>(records.map((id) => [id, []]));
      const wanted = { shard, among: JSON.stringify(records) };
      const found = [...accepted.all(wanted), ...known.all(wanted)].sort(inOrder);
      for (const { record, device, number, hash, n } of found)
        histories.get(record ?? '')?.push([commandId(device, number, hash), n ?? 0]);
      return histories;
    },
    skeleton: async (shard, id) => {
      const parts = parseCommandId(id);
      const row = parts && one.get({ shard, ...parts });
      return row ? skeletonOf(row) : null;
    },
  };
};

/** Enters a command of a lost history, or the content that has come for it. */
export const lostWrites = (db: Db): Pick<WriteTx, 'putSkeleton'> => {
  const put = putter(db, skeletons, [skeletons.shard, skeletons.device, skeletons.number, skeletons.hash]);
  return {
    putSkeleton: async ({ id, content, ...skeleton }) => {
      const parts = parseCommandId(id);
      if (!parts) throw new Error(`no command id: ${id}`);
      await put({ ...skeleton, ...parts, content: content === null ? null : canonicalJson(content) });
    },
  };
};
