import { type MasukKunciSandi, refuse } from '../../shared/protocol/index.ts';
import { type Challenges, checkPasskey, isUsableKey, type RelyingParty } from '../people/index.ts';
import { holdAccount, type StoredPasskey } from '../store/index.ts';
import { countAttempt, countFailure, type NotSignedIn, takeBack } from './attempts.ts';
import { openSession, type SignedIn } from './open-session.ts';
import type { Rooms } from './rooms.ts';

/** Purpose of the challenges that anybody is given before she says who she is. */
export const SIGN_IN = 'masuk';

type Wanted = {
  readonly request: MasukKunciSandi;
  readonly rp: RelyingParty;
  readonly challenges: Challenges;
  readonly address: string;
  readonly cookies: string | null;
};

/**
 * Signs a person in by a passkey: throttle, then the signature, then the phone's key, as by a password. Its counters are its
 * own, but for those of the address: whoever plays with somebody's password does not hold her passkey up.
 */
export const passkeySignIn = async (rooms: Rooms, wanted: Wanted): Promise<SignedIn | NotSignedIn> => {
  const { request, rp, challenges, address, cookies } = wanted;
  const { key, label, ...assertion } = request;
  if (!isUsableKey(key)) return refuse('isi_salah', { bidang: 'key' });
  let found: StoredPasskey | null = null;
  const gate = await countAttempt(rooms, {
    ...{ address, cookies },
    find: async (tx) => {
      found = await tx.passkey(request.id);
      const account = found && (await tx.accountById(found.account));
      // Ids that nobody has are endless: they share one count, of the address that they come from.
      return { account, name: `kunci:${account?.nip ?? address}` };
    },
  });
  if (!gate.ok) return gate;
  const { account, attempt } = gate;
  const passkey = found as StoredPasskey | null;
  if (!passkey || account?.deactivatedAt !== null) {
    await countFailure(rooms, attempt);
    return refuse('kunci_sandi_salah');
  }
  const redeem = (challenge: string) => challenges.redeem(SIGN_IN, challenge);
  const checked = await checkPasskey({ rp, redeem }, passkey, assertion);
  if (!checked.ok) {
    await countFailure(rooms, attempt);
    return refuse(checked.lewat ? 'kunci_sandi_lewat' : 'kunci_sandi_salah');
  }
  if (!(await moveOn(rooms, passkey, checked.value))) return refuse('kunci_sandi_salah');
  const opened = await openSession(rooms, { key, label, cookies }, { account, attempt });
  if (!opened.ok) await takeBack(rooms, attempt);
  return opened;
};

/** Writes that it signed; false where it was taken away meanwhile, or another signature of the same count came first. */
export const moveOn = (
  { store, clock }: Rooms,
  { id, account }: StoredPasskey,
  counter: number,
): Promise<boolean> =>
  store.write(
    async (tx) => {
      const now = await tx.passkey(id);
      const isAhead =
        now?.account === account && (counter > now.counter || (counter === 0 && now.counter === 0));
      if (isAhead) await tx.putPasskey({ ...now, counter, usedAt: clock() });
      return isAhead;
    },
    { names: [holdAccount(account)] },
  );
