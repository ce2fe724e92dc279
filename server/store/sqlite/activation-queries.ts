import { eq } from 'drizzle-orm';
import type { ReadTx, WriteTx } from '../port.ts';
import { activations } from './schema-activation.ts';
import { type Db, given, putter } from './statements.ts';

/** Activation slips. */
export const activationReads = (db: Db): Pick<ReadTx, 'activationOf'> => {
  const byAccount = db
    .select()
    .from(activations)
    .where(eq(activations.account, given('account')))
    .prepare();
  return { activationOf: async (account) => byAccount.get({ account }) ?? null };
};

/** Issuing, counting tries, marking as used. */
export const activationWrites = (db: Db): Pick<WriteTx, 'putActivation'> => ({
  putActivation: putter(db, activations, [activations.account]),
});
