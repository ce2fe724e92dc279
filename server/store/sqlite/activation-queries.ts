import { eq } from 'drizzle-orm';
import type { ReadTx, WriteTx } from '../port.ts';
import { activations, passwordAges } from './schema-activation.ts';
import { type Db, given, putter } from './statements.ts';

/** Activation slips, and how old passwords are. */
export const activationReads = (db: Db): Pick<ReadTx, 'activationOf' | 'passwordSetAt'> => {
  const byAccount = db
    .select()
    .from(activations)
    .where(eq(activations.account, given('account')))
    .prepare();
  const age = db
    .select({ setAt: passwordAges.setAt })
    .from(passwordAges)
    .where(eq(passwordAges.account, given('account')))
    .prepare();
  return {
    activationOf: async (account) => byAccount.get({ account }) ?? null,
    passwordSetAt: async (account) => age.get({ account })?.setAt ?? null,
  };
};

/** Issuing, counting tries, marking as used; a password set. */
export const activationWrites = (db: Db): Pick<WriteTx, 'putActivation' | 'putPasswordAge'> => ({
  putActivation: putter(db, activations, [activations.account]),
  putPasswordAge: putter(db, passwordAges, [passwordAges.account]),
});
