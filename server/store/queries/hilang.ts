import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import type { HilangReads, HilangWrites } from '../port.ts';
import { given, putter, type Room } from './statements.ts';

/** Lost phones, and what they handed over. */
export const hilangReads = ({ db, prepare, tables }: Room): HilangReads => {
  const { handed, lostPhones } = tables;
  const byDevice = prepare(
    db
      .select()
      .from(lostPhones)
      .where(eq(lostPhones.device, given('device'))),
  );
  const parts = prepare(
    db
      .select()
      .from(handed)
      .where(eq(handed.device, given('device')))
      .orderBy(asc(handed.receivedAt), asc(handed.id)),
  );
  const sums = prepare(
    db
      .select({
        entri: sql<number>`coalesce(sum(case when ${handed.refused} is null then ${handed.entri} end), 0)`,
        foto: sql<number>`coalesce(sum(case when ${handed.refused} is null then ${handed.foto} end), 0)`,
        bytes: sql<number>`coalesce(sum(length(${handed.bytes})), 0)`,
      })
      .from(handed)
      .where(eq(handed.device, given('device'))),
  );
  const refusals = prepare(
    db
      .select({ refused: handed.refused })
      .from(handed)
      .where(and(eq(handed.device, given('device')), isNotNull(handed.refused)))
      .orderBy(asc(handed.receivedAt), asc(handed.id)),
  );
  return {
    lostPhone: async (device) => (await byDevice.get({ device })) ?? null,
    handedOf: async (device) => parts.all({ device }),
    handedRefusals: async (device) =>
      (await refusals.all({ device })).flatMap(({ refused }) => (refused === null ? [] : [refused])),
    handedSums: async (device) => {
      const row = await sums.get({ device });
      return { entri: Number(row?.entri ?? 0), foto: Number(row?.foto ?? 0), bytes: Number(row?.bytes ?? 0) };
    },
  };
};

/** Marking one, taking the mark back, keeping and letting go of what was handed over. */
export const hilangWrites = (room: Room): HilangWrites => {
  const { db, change } = room;
  const { handed, lostPhones } = room.tables;
  const put = putter(room, lostPhones, [lostPhones.device]);
  const keep = putter(room, handed, [handed.id]);
  const unmark = change(db.delete(lostPhones).where(eq(lostPhones.device, given('device'))));
  const drop = change(db.delete(handed).where(eq(handed.id, given('id'))));
  return {
    putLostPhone: (lost) => put(lost),
    removeLostPhone: async (device) => void (await unmark({ device })),
    keepHanded: (part) => keep({ ...part, bytes: Buffer.from(part.bytes) }),
    removeHanded: async (id) => void (await drop({ id })),
  };
};
