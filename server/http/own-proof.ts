import type { Context } from 'hono';
import { type Refusal, refuse } from '../../shared/protocol/index.ts';
import { afterFailure, attemptsLeft, changeKey, waitToChange } from '../people/index.ts';
import type { StoredAccount } from '../store/index.ts';
import type { Rooms } from './rooms.ts';
import { noteProof } from './security-log.ts';

/** A refusal; `retryAfter` in seconds. */
export type Refused = Refusal & { readonly retryAfter?: number };

const BUSY_SECONDS = 5;

/** Counted before the password or the passkey is looked at, as at the sign-in; a right one takes the count back. */
export const countOwn = ({ store, clock }: Rooms, key: string): Promise<{ readonly ok: true } | Refused> =>
  store.write(
    async (tx) => {
      const counter = await tx.throttle(key);
      const wait = waitToChange(counter, clock());
      if (wait > 0) return { ...refuse('terlalu_sering'), retryAfter: wait / 1000 };
      await tx.putThrottle(afterFailure(counter, key, clock()));
      return { ok: true };
    },
    { names: [key] },
  );

const prove = async (rooms: Rooms, { account, sandi }: Asked): Promise<{ readonly ok: true } | Refused> => {
  const key = changeKey(account.nip);
  const gate = await countOwn(rooms, key);
  if (!gate.ok) return gate;
  const checked = await rooms.passwords.verify(account.password || null, sandi);
  if (!checked.ok) return { ...checked, retryAfter: BUSY_SECONDS };
  if (!checked.matches) {
    const counter = await rooms.store.read((tx) => tx.throttle(key));
    return refuse('sandi_lama_salah', { sisa: attemptsLeft(counter) });
  }
  await rooms.store.write((tx) => tx.removeThrottle(key), { names: [key] });
  return { ok: true };
};

type Asked = { readonly account: StoredAccount; readonly sandi: string };

/** Whether somebody who is signed in knows her own password: asked before what only she may do (ASVS 7.5.1), and noted. */
export const provePassword = async (
  rooms: Rooms,
  c: Context,
  asked: Asked,
): Promise<{ readonly ok: true } | Refused> => {
  const proof = await prove(rooms, asked);
  const kode = proof.ok ? null : proof.code;
  noteProof(rooms, c, { cara: 'sandi_lagi', nip: asked.account.nip, kode });
  return proof;
};
