import { asc, eq } from 'drizzle-orm';
import type { ReadTx, WriteTx } from '../port.ts';
import { given, putter, type Room } from './statements.ts';

/** Passkeys by their id and by whose they are. */
export const passkeyReads = ({ db, prepare, tables }: Room): Pick<ReadTx, 'passkey' | 'passkeysOf'> => {
  const { passkeys } = tables;
  const byId = prepare(
    db
      .select()
      .from(passkeys)
      .where(eq(passkeys.id, given('id'))),
  );
  const own = prepare(
    db
      .select()
      .from(passkeys)
      .where(eq(passkeys.account, given('account')))
      .orderBy(asc(passkeys.createdAt), asc(passkeys.id)),
  );
  return {
    passkey: async (id) => (await byId.get({ id })) ?? null,
    passkeysOf: async (account) => own.all({ account }),
  };
};

/** Adding one, its counter moving on, taking it away. */
export const passkeyWrites = (room: Room): Pick<WriteTx, 'putPasskey' | 'removePasskey'> => {
  const { db, change } = room;
  const { passkeys } = room.tables;
  const put = putter(room, passkeys, [passkeys.id]);
  const drop = change(db.delete(passkeys).where(eq(passkeys.id, given('id'))));
  return {
    putPasskey: (passkey) => put({ ...passkey, publicKey: Buffer.from(passkey.publicKey) }),
    removePasskey: async (id) => void (await drop({ id })),
  };
};
