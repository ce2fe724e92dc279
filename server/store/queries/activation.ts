import { eq } from 'drizzle-orm';
import type { ReadTx, WriteTx } from '../port.ts';
import { given, putter, type Room } from './statements.ts';

/** Activation slips, and how old passwords are. */
export const activationReads = ({
  db,
  prepare,
  tables,
}: Room): Pick<ReadTx, 'activationOf' | 'passwordSetAt'> => {
  const { activations, passwordAges } = tables;
  const byAccount = prepare(
    db
      .select()
      .from(activations)
      .where(eq(activations.account, given('account'))),
  );
  const age = prepare(
    db
      .select({ setAt: passwordAges.setAt })
      .from(passwordAges)
      .where(eq(passwordAges.account, given('account'))),
  );
  return {
    activationOf: async (account) => (await byAccount.get({ account })) ?? null,
    passwordSetAt: async (account) => (await age.get({ account }))?.setAt ?? null,
  };
};

/** Issuing, counting tries, marking as used; a password set. */
export const activationWrites = (room: Room): Pick<WriteTx, 'putActivation' | 'putPasswordAge'> => {
  const { activations, passwordAges } = room.tables;
  return {
    putActivation: putter(room, activations, [activations.account]),
    putPasswordAge: putter(room, passwordAges, [passwordAges.account]),
  };
};
