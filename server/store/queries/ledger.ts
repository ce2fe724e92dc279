import { and, asc, eq, gt, isNotNull } from 'drizzle-orm';
import { parseCommandId } from '../../../shared/protocol/index.ts';
import type { ChainHead, ReadTx, WriteTx } from '../port.ts';
import { commandOf, commandRow } from './rows.ts';
import { given, inserter, putter, type Room } from './statements.ts';

type Reads =
  | 'chainHead'
  | 'chainHashAt'
  | 'commandIn'
  | 'commandsByNumber'
  | 'isInHistory'
  | 'ledgerLines'
  | 'shards';

const BEFORE_FIRST: ChainHead = { n: 0, h: new Uint8Array() };

/** Questions about shards and commands. */
export const ledgerReads = ({ db, prepare, quick, tables }: Room): Pick<ReadTx, Reads> => {
  const { commands, shards, skeletons } = tables;
  const head = quick(
    db
      .select()
      .from(shards)
      .where(eq(shards.id, given('shard'))),
  );
  const ids = prepare(db.select({ id: shards.id }).from(shards).orderBy(asc(shards.id)));
  const hashAt = quick(
    db
      .select({ h: commands.h })
      .from(commands)
      .where(and(eq(commands.shard, given('shard')), eq(commands.n, given('n')))),
  );
  const byId = quick(
    db
      .select()
      .from(commands)
      .where(
        and(
          eq(commands.shard, given('shard')),
          eq(commands.device, given('device')),
          eq(commands.number, given('number')),
          eq(commands.hash, given('hash')),
        ),
      ),
  );
  const byNumber = quick(
    db
      .select()
      .from(commands)
      .where(and(eq(commands.device, given('device')), eq(commands.number, given('number')))),
  );
  const inHistory = quick(
    db
      .select({ n: commands.n })
      .from(commands)
      .where(
        and(
          eq(commands.shard, given('shard')),
          eq(commands.device, given('device')),
          eq(commands.number, given('number')),
          eq(commands.hash, given('hash')),
          eq(commands.record, given('record')),
          isNotNull(commands.n),
        ),
      ),
  );
  const inLostHistory = quick(
    db
      .select({ n: skeletons.n })
      .from(skeletons)
      .where(
        and(
          eq(skeletons.shard, given('shard')),
          eq(skeletons.device, given('device')),
          eq(skeletons.number, given('number')),
          eq(skeletons.hash, given('hash')),
          eq(skeletons.record, given('record')),
        ),
      ),
  );
  const lines = quick(
    db
      .select()
      .from(commands)
      .where(and(eq(commands.shard, given('shard')), gt(commands.n, given('afterN'))))
      .orderBy(asc(commands.n))
      .limit(given('limit')),
  );
  return {
    chainHead: async (shard) => {
      const row = await head.get({ shard });
      return row ? { n: row.n, h: new Uint8Array(row.h) } : BEFORE_FIRST;
    },
    chainHashAt: async (shard, n) => {
      const h = (await hashAt.get({ shard, n }))?.h;
      return h ? new Uint8Array(h) : null;
    },
    commandIn: async (shard, commandId) => {
      const parts = parseCommandId(commandId);
      const row = parts && (await byId.get({ shard, ...parts }));
      return row ? commandOf(row) : null;
    },
    commandsByNumber: async (device, number) => (await byNumber.all({ device, number })).map(commandOf),
    isInHistory: async (shard, record, commandId) => {
      const parts = parseCommandId(commandId);
      if (parts === null) return false;
      const wanted = { shard, record, ...parts };
      return (await inHistory.get(wanted)) !== undefined || (await inLostHistory.get(wanted)) !== undefined;
    },
    ledgerLines: async (shard, afterN, limit) => (await lines.all({ shard, afterN, limit })).map(commandOf),
    shards: async () => (await ids.all()).map(({ id }) => id),
  };
};

/** The only statements that lengthen a ledger. One writer holds the whole file, so the shard's lock is already held. */
export const ledgerWrites = (
  room: Room,
  reads: Pick<ReadTx, 'chainHead'>,
): Pick<WriteTx, 'lockShard' | 'advanceShard' | 'insertCommand' | 'insertCommands'> => {
  const put = putter(room, room.tables.shards, [room.tables.shards.id]);
  const insert = inserter(room, room.tables.commands);
  return {
    lockShard: reads.chainHead,
    advanceShard: (shard, { n, h }) => put({ id: shard, n, h: Buffer.from(h) }),
    insertCommand: (command) => insert.one(commandRow(command)),
    insertCommands: (list) => insert.each(list, commandRow),
  };
};
