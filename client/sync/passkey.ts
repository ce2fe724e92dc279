import type * as z from 'zod/mini';
import {
  type DaftarKunciSandi,
  KunciSandi,
  KunciSandiSaya,
  type MasukKunciSandi,
  OpsiDaftarKunci,
  OpsiMasukKunci,
  SessionAnswer,
} from '../../shared/protocol/index.ts';
import { readAnswer, type Trouble } from './answer.ts';
import type { Outgoing, Transport } from './transport.ts';

const TIMEOUT = 30_000;
type Ya<T> = { readonly ok: true; readonly isi: T };

const ask = async <T>(
  transport: Transport,
  outgoing: Outgoing,
  schema: z.ZodMiniType<T>,
): Promise<Ya<T> | Trouble> => {
  const read = await readAnswer(await transport(outgoing));
  if (!read.ok) return read;
  const parsed = schema.safeParse(read.json);
  return parsed.success ? { ok: true, isi: parsed.data } : { ok: false, code: 'server_diam', floor: 0 };
};

const headers = { 'content-type': 'application/json' };
const encode = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));
const post = (path: string, value: unknown) =>
  ({ method: 'POST', path, headers, body: encode(value), timeout: TIMEOUT }) as const;

/** One's own passkeys, and whether more may be added here. */
export const fetchPasskeys = (transport: Transport): Promise<Ya<KunciSandiSaya> | Trouble> =>
  ask(transport, { method: 'GET', path: '/api/passkeys', timeout: TIMEOUT }, KunciSandiSaya);

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
export const dropPasskey = async (
  transport: Transport,
  id: string,
): Promise<{ readonly ok: true } | Trouble> => {
  const path = `/api/passkeys/${encodeURIComponent(id)}`;
  const incoming = await transport({ method: 'DELETE', path, timeout: TIMEOUT });
  if (incoming.kind === 'jawaban' && incoming.response.status === 204) return { ok: true };
  const read = await readAnswer(incoming);
  return read.ok ? { ok: false, code: 'server_diam', floor: 0 } : read;
};

/** What an authenticator needs to sign in. */
export const fetchSignInOptions = (transport: Transport): Promise<Ya<OpsiMasukKunci> | Trouble> =>
  ask(transport, { method: 'POST', path: '/api/session/passkey/options', timeout: TIMEOUT }, OpsiMasukKunci);

/** Signs in by what the authenticator signed. */
export const sendPasskeySignIn = (
  transport: Transport,
  wanted: MasukKunciSandi,
): Promise<Ya<SessionAnswer> | Trouble> =>
  ask(transport, post('/api/session/passkey', wanted), SessionAnswer);
