import { type Refusal, refuse, type SignInRequest } from '../../shared/protocol/index.ts';
import { keepPassword, ownPasswordFault, passwordHolds, passwordSince } from '../people/index.ts';
import type { StoredAccount } from '../store/index.ts';
import type { Rooms } from './rooms.ts';

/** The account with a password that holds. */
type Holds = { readonly ok: true; readonly account: StoredAccount };

/**
 * Where the instansi has passwords renewed (`KINERJA_SANDI=bssn`), one that was right but is too old lets nobody in: it is
 * answered `sandi_usang`, and with a new one beside it that one takes its place. By NIST 800-63B-4, the default, no password
 * grows old. Sessions of before go on to their own end: nobody is thrown out in the middle of the work.
 */
export const renewed = async (
  { store, clock, passwords, akses, config: { sandi: aturan } }: Rooms,
  account: StoredAccount,
  { sandi, baru }: Pick<SignInRequest, 'sandi' | 'baru'>,
): Promise<Holds | Refusal> => {
  if (aturan === 'nist') return { ok: true, account };
  const until = passwordHolds(aturan, await store.read((tx) => passwordSince(tx, account)));
  if (until === null || clock() < until) return { ok: true, account };
  if (baru === undefined) return refuse('sandi_usang', { aturan });
  if (baru.normalize('NFC') === sandi.normalize('NFC')) return refuse('sandi_sama');
  const fault = await store.read((tx) => ownPasswordFault(tx, account, { baru, aturan }));
  if (fault) return refuse(fault);
  const password = await passwords.hash(baru);
  return akses.sendiri<Holds | Refusal>(account, async (tx) => {
    // As she is now: hashing took its time.
    const person = await tx.accountById(account.id);
    if (person?.password !== account.password || person.deactivatedAt !== null)
      return { hasil: refuse('sandi_salah'), catat: null };
    const kept = await keepPassword(tx, person, { password, now: clock() });
    return { hasil: { ok: true, account: kept }, catat: { jenis: 'sandi', keterangan: '' } };
  });
};
