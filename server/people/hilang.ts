import type { WipeOrder } from '../../shared/protocol/index.ts';
import type { ReadTx, StoredDevice, StoredLostPhone, WriteTx } from '../store/index.ts';
import { cutOff, phonesOf } from './devices.ts';

/*
 * A phone that was marked as lost (docs/decisions/0019). The mark cuts it off as well; taking it back, before the phone has
 * come, lets a phone in again that was live until then.
 */

/** A phone of an account, by any id that it has had. */
export type WhichPhone = { readonly account: string; readonly id: string; readonly now: number };

/** How marking, or taking the mark back, ended. */
export type Marked = { readonly label: string; readonly isNew: boolean };

/** A phone of an account by any id that it has had: all of them, the newest first; empty where there is none. */
export const phoneOf = async (
  tx: ReadTx,
  { account, id }: Pick<WhichPhone, 'account' | 'id'>,
): Promise<readonly StoredDevice[]> =>
  (await phonesOf(tx, account)).find((phone) => phone.some((device) => device.id === id)) ?? [];

/** The mark on a phone, whatever id of it is asked about; null where it is not lost. */
export const lossOf = async (
  tx: ReadTx,
  which: Pick<WhichPhone, 'account' | 'id'>,
): Promise<StoredLostPhone | null> => {
  const [newest] = await phoneOf(tx, which);
  return newest ? tx.lostPhone(newest.id) : null;
};

/** The phones of an account that are marked as lost: each mark, with the ids that the phone has had. */
export const lossesOf = async (
  tx: ReadTx,
  account: string,
): Promise<readonly { readonly lost: StoredLostPhone; readonly ids: readonly StoredDevice[] }[]> => {
  const found: { lost: StoredLostPhone; ids: readonly StoredDevice[] }[] = [];
  for (const ids of await phonesOf(tx, account)) {
    // A mark cuts off: a live phone has none, and costs no look.
    const lost = ids[0] && ids[0].revokedAt !== null ? await tx.lostPhone(ids[0].id) : null;
    if (lost) found.push({ lost, ids });
  }
  return found;
};

/** Marks a phone as lost; a repeat changes nothing. Null where the account has no such phone. */
export const markLost = async (tx: WriteTx, which: WhichPhone): Promise<Marked | null> => {
  const [newest] = await phoneOf(tx, which);
  if (!newest) return null;
  const { id: device, label, account } = newest;
  if (await tx.lostPhone(device)) return { label, isNew: false };
  const wasLive = newest.revokedAt === null ? 1 : 0;
  await cutOff(tx, which);
  await tx.putLostPhone({ device, account, markedAt: which.now, wasLive, orderedAt: null, wipedAt: null });
  return { label, isNew: true };
};

/** Takes the mark back; `terlambat` once the phone has been told. Null where there is no such phone or no mark. */
export const unmarkLost = async (tx: WriteTx, which: WhichPhone): Promise<Marked | 'terlambat' | null> => {
  const ids = await phoneOf(tx, which);
  const lost = ids[0] && (await tx.lostPhone(ids[0].id));
  if (!lost || !ids[0]) return null;
  if (lost.orderedAt !== null) return 'terlambat';
  await tx.removeLostPhone(lost.device);
  if (lost.wasLive === 1)
    for (const device of ids)
      if (device.revokedAt === lost.markedAt) await tx.putDevice({ ...device, revokedAt: null });
  return { label: ids[0].label, isNew: true };
};

/** The order for a lost phone that asks, and from now on no way back; null where it is not lost, or wiped already. */
export const orderFor = async (
  tx: WriteTx,
  { u, dev, nonce, now }: Omit<WipeOrder, 'sejak'> & { readonly now: number },
): Promise<WipeOrder | null> => {
  const lost = await lossOf(tx, { account: u, id: dev });
  if (!lost) return null;
  if (lost.orderedAt === null) await tx.putLostPhone({ ...lost, orderedAt: now });
  return { u, dev, nonce, sejak: lost.markedAt };
};

/** Notes that the data are gone; false where no order was given, or it was noted before. */
export const noteWiped = async (tx: WriteTx, which: WhichPhone): Promise<boolean> => {
  const lost = await lossOf(tx, which);
  if (!lost || lost.orderedAt === null || lost.wipedAt !== null) return false;
  await tx.putLostPhone({ ...lost, wipedAt: which.now });
  for (const session of await tx.sessionsOf(which.account))
    if ((await phoneOf(tx, which)).some(({ id }) => id === session.device))
      await tx.removeSession(session.tokenHash);
  return true;
};
