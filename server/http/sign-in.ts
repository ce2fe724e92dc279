import { refuse, type SignInRequest } from '../../shared/protocol/index.ts';
import { isUsableKey } from '../people/index.ts';
import { activate } from './activate.ts';
import { countAttempt, countFailure, type Gate, type NotSignedIn, takeBack } from './attempts.ts';
import { openSession, type SignedIn } from './open-session.ts';
import { renewed } from './renew-password.ts';
import type { Rooms } from './rooms.ts';

type Wanted = { readonly request: SignInRequest; readonly address: string; readonly cookies: string | null };

const BUSY_SECONDS = 5;

/**
 * Signs a person in: throttle, then password, then the phone's key. Every attempt is counted before the password is
 * looked at; a right one takes the count back.
 */
export const signIn = async (rooms: Rooms, wanted: Wanted): Promise<SignedIn | NotSignedIn> => {
  const { request } = wanted;
  if (!isUsableKey(request.key)) return refuse('isi_salah', { bidang: 'key' });
  const { nip } = request;
  const gate = await countAttempt(rooms, {
    ...wanted,
    find: async (tx) => {
      // Who knows her number as it was before a correction comes in by it as well; who holds it now comes first.
      const account = (await tx.accountByNip(nip)) ?? (await tx.accountByNipLama(nip));
      return { account, name: account?.nip ?? nip };
    },
  });
  if (!gate.ok) return gate;
  // Empty until it is activated: then no password is the right one.
  const person = gate.account?.deactivatedAt === null ? gate.account : null;
  const stored = person?.password || null;
  const checked = await rooms.passwords.verify(stored, request.sandi);
  if (!checked.ok) return { ...checked, retryAfter: BUSY_SECONDS };
  if (!checked.matches || !gate.account) return bySlip(rooms, wanted, { ...gate, account: person });
  const account = await renewed(rooms, gate.account, wanted.request);
  if (!account.ok) {
    await takeBack(rooms, gate.attempt);
    return account;
  }
  return openSession(
    rooms,
    { ...wanted.request, cookies: wanted.cookies },
    { account: account.account, attempt: gate.attempt },
  );
};

/** Not her password: perhaps the code of a slip. One that is right but has no new password beside it is no failure. */
const bySlip = async (rooms: Rooms, wanted: Wanted, gate: Gate): Promise<SignedIn | NotSignedIn> => {
  const slip = await activate(rooms, gate.account, wanted.request);
  if (slip === null) return refuse('sandi_salah', { sisa: await countFailure(rooms, gate.attempt) });
  if (slip.ok)
    return openSession(
      rooms,
      { ...wanted.request, cookies: wanted.cookies },
      { account: slip.account, attempt: gate.attempt },
    );
  if (slip.code === 'server_sibuk') return { ...slip, retryAfter: BUSY_SECONDS };
  await takeBack(rooms, gate.attempt);
  return slip;
};
