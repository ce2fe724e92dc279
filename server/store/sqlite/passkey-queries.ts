import { asc, eq } from 'drizzle-orm';
import type { ReadTx, WriteTx } from '../port.ts';
import { passkeys } from './schema-passkey.ts';
import { type Db, given, putter } from './statements.ts';

/** Passkeys by their id and by whose they are. */
export const passkeyReads = (db: Db): Pick<ReadTx, 'passkey' | 'passkeysOf'> => {
  const byId = db
    .select()
    .from(passkeys)
    .where(eq(passkeys.id, given('id')))
    .prepare();
  const own = db
    .select()
    .from(passkeys)
    .where(eq(passkeys.account, given('account')))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id))
    .prepare();
  return {
    passkey: async (id) => byId.get({ id }) ?? null,
    passkeysOf: async (account) => own.all({ account }),
  };
};

/** Adding one, its counter moving on, taking it away. */
export const passkeyWrites = (db: Db): Pick<WriteTx, 'putPasskey' | 'removePasskey'> => {
  const put = putter(db, passkeys, [passkeys.id]);
  const drop = db
    .delete(passkeys)
    .where(eq(passkeys.id, given('id')))
    .prepare();
  return {
    putPasskey: (passkey) => put({ ...passkey, publicKey: Buffer.from(passkey.publicKey) }),
    removePasskey: async (id) => void drop.run({ id }),
  };
};
