import { asc, eq, sql } from 'drizzle-orm';
import type { HilangReads, HilangWrites } from '../port.ts';
import { handed, lostPhones } from './schema-hilang.ts';
import { type Db, given, putter } from './statements.ts';

/** Lost phones, and what they handed over. */
export const hilangReads = (db: Db): HilangReads => {
  const byDevice = db
    .select()
    .from(lostPhones)
    .where(eq(lostPhones.device, given('device')))
    .prepare();
  const parts = db
    .select()
    .from(handed)
    .where(eq(handed.device, given('device')))
    .orderBy(asc(handed.receivedAt), asc(handed.id))
    .prepare();
  const sums = db
    .select({
      entri: sql<number>`coalesce(sum(${handed.entri}), 0)`,
      foto: sql<number>`coalesce(sum(${handed.foto}), 0)`,
      bytes: sql<number>`coalesce(sum(length(${handed.bytes})), 0)`,
    })
    .from(handed)
    .where(eq(handed.device, given('device')))
    .prepare();
  return {
    lostPhone: async (device) => byDevice.get({ device }) ?? null,
    handedOf: async (device) => parts.all({ device }),
    handedSums: async (device) => sums.get({ device }) ?? { entri: 0, foto: 0, bytes: 0 },
  };
};

/** Marking one, taking the mark back, keeping and letting go of what was handed over. */
export const hilangWrites = (db: Db): HilangWrites => {
  const put = putter(db, lostPhones, [lostPhones.device]);
  const keep = putter(db, handed, [handed.id]);
  const unmark = db
    .delete(lostPhones)
    .where(eq(lostPhones.device, given('device')))
    .prepare();
  const drop = db
    .delete(handed)
    .where(eq(handed.id, given('id')))
    .prepare();
  return {
    putLostPhone: (lost) => put(lost),
    removeLostPhone: async (device) => void unmark.run({ device }),
    keepHanded: (part) => keep({ ...part, bytes: Buffer.from(part.bytes) }),
    removeHanded: async (id) => void drop.run({ id }),
  };
};
