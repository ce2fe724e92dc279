import {
  type DaftarKunciSandi,
  KunciSandi,
  KunciSandiSaya,
  type MasukKunciSandi,
  OpsiDaftarKunci,
  OpsiMasukKunci,
  SessionAnswer,
} from '../../shared/protocol/index.ts';
import type { Trouble } from './answer.ts';
import { ask, jsonOf, tell, type Ya } from './ask.ts';
import type { Transport } from './transport.ts';

const post = (path: string, value: unknown) => ({ method: 'POST', path, ...jsonOf(value) }) as const;

/** One's own passkeys, and whether more may be added here. */
export const fetchPasskeys = (transport: Transport): Promise<Ya<KunciSandiSaya> | Trouble> =>
  ask(transport, { method: 'GET', path: '/api/passkeys' }, KunciSandiSaya);

/** What an authenticator needs to make one, for the password once more. */
export const fetchPasskeyOptions = (
  transport: Transport,
  sandi: string,
): Promise<Ya<OpsiDaftarKunci> | Trouble> =>
  ask(transport, post('/api/passkeys/options', { sandi }), OpsiDaftarKunci);

/** Has one kept that the authenticator made. */
export const sendPasskey = (
  transport: Transport,
  made: DaftarKunciSandi,
): Promise<Ya<KunciSandi> | Trouble> => ask(transport, post('/api/passkeys', made), KunciSandi);

/** Takes one of one's own away. */
export const dropPasskey = (transport: Transport, id: string): Promise<Ya<null> | Trouble> =>
  tell(transport, { method: 'DELETE', path: `/api/passkeys/${encodeURIComponent(id)}` });

/** What an authenticator needs to sign in. */
export const fetchSignInOptions = (transport: Transport): Promise<Ya<OpsiMasukKunci> | Trouble> =>
  ask(transport, { method: 'POST', path: '/api/session/passkey/options' }, OpsiMasukKunci);

/** Signs in by what the authenticator signed. */
export const sendPasskeySignIn = (
  transport: Transport,
  wanted: MasukKunciSandi,
): Promise<Ya<SessionAnswer> | Trouble> =>
  ask(transport, post('/api/session/passkey', wanted), SessionAnswer);
