import { type DeviceKey, type Refusal, refuse, type SignInRequest } from '../../shared/protocol/index.ts';
import { keepPassword, ownPasswordFault, readActivationCode, removePasskeysOf } from '../people/index.ts';
import { holdAccount, type ReadTx, type StoredAccount, type StoredActivation } from '../store/index.ts';
import type { Rooms } from './rooms.ts';

/** Wrong codes after which a slip is void (trust.md, T04). */
const MOST_TRIES = 5;
/** Letters of a phone's name that the ledger keeps. */
const LABEL = 80;

const isLive = ({ tries, usedAt, expiresAt }: StoredActivation, now: number): boolean =>
  usedAt === null && tries < MOST_TRIES && now < expiresAt;

/** True for a phone whose newest id was revoked: it has to come with another key before a slip is spent on it. */
const isRevoked = async (tx: ReadTx, account: string, { x, y }: DeviceKey): Promise<boolean> => {
  const [newest] = (await tx.devicesOf(account))
    .filter(({ key }) => key.x === x && key.y === y)
    .sort((a, b) => b.createdAt - a.createdAt);
  return newest !== undefined && newest.revokedAt !== null;
};

/** A slip's code that was right, with a new password set by it; null where it is no such code. */
type Activated = { readonly ok: true; readonly account: StoredAccount };

/**
 * The code of an activation slip in the place of the password: proves by the hand that gave it who this is (trust.md 4.2).
 * The first time it is only looked at (`sandi_baru`); with a new password beside it, it is used up, and whatever opened the
 * account before opens it no more: every other session of the person ends, and her passkeys are gone. A wrong one is counted, and answered as a wrong password is.
 */
export const activate = async (
  { store, clock, passwords, akses, config: { sandi: aturan } }: Rooms,
  account: StoredAccount | null,
  { sandi, baru, key, label }: Pick<SignInRequest, 'sandi' | 'baru' | 'key' | 'label'>,
): Promise<Activated | Refusal | null> => {
  const code = readActivationCode(sandi);
  if (code === null) return null;
  const found = account && (await store.read((tx) => tx.activationOf(account.id)));
  const slip = found && isLive(found, clock()) ? found : null;
  const checked = await passwords.verify(slip?.hash ?? null, code);
  if (!checked.ok) return checked;
  if (!slip || !account) return null;
  if (!checked.matches) {
    await store.write(
      async (tx) => {
        const now = await tx.activationOf(account.id);
        if (now?.hash === slip.hash) await tx.putActivation({ ...now, tries: now.tries + 1 });
      },
      { names: [holdAccount(account.id)] },
    );
    return null;
  }
  if (slip.awaits === 1) return refuse('slip_menunggu');
  if (baru === undefined) return refuse('sandi_baru', { oleh: slip.issuedBy, aturan });
  if (await store.read((tx) => isRevoked(tx, account.id, key))) return refuse('perangkat_dicabut');
  const fault = await store.read((tx) => ownPasswordFault(tx, account, { baru, aturan }));
  if (fault) return refuse(fault);
  const password = await passwords.hash(baru);
  return akses.sendiri<Activated | null>(account, async (tx) => {
    // Of two that came at once with the same slip one is too late.
    const now = await tx.activationOf(account.id);
    // As she is now: hashing took its time, and somebody may have changed or closed the account meanwhile.
    const person = await tx.accountById(account.id);
    if (now?.hash !== slip.hash || !isLive(now, clock()) || person?.deactivatedAt !== null)
      return { hasil: null, catat: null };
    await tx.putActivation({ ...now, usedAt: clock() });
    const kept = await keepPassword(tx, person, { password, now: clock() });
    await tx.removeSessionsOf(account.id);
    const gone = await removePasskeysOf(tx, account.id);
    const used = { jenis: 'slip_dipakai', keterangan: label.slice(0, LABEL) } as const;
    return { hasil: { ok: true, account: kept }, catat: [used, ...gone] };
  });
};
