import { eq } from 'drizzle-orm';
import type { ReadTx, WriteTx } from '../port.ts';
import { given, putter, type Room } from './statements.ts';

/** Activation slips. */
export const activationReads = ({ db, prepare, tables }: Room): Pick<ReadTx, 'activationOf'> => {
  const { activations } = tables;
  const byAccount = prepare(
    db
      .select()
      .from(activations)
      .where(eq(activations.account, given('account'))),
  );
  return { activationOf: async (account) => (await byAccount.get({ account })) ?? null };
};

/** Issuing, counting tries, marking as used. */
export const activationWrites = (room: Room): Pick<WriteTx, 'putActivation'> => ({
  putActivation: putter(room, room.tables.activations, [room.tables.activations.account]),
});
