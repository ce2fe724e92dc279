import { type ChangePasswordRequest, PasswordChanged, PasswordRules } from '../../shared/protocol/index.ts';
import { readAnswer, type Trouble } from './answer.ts';
import type { Transport } from './transport.ts';

const TIMEOUT = 30_000;
const JSON_TYPE = { 'content-type': 'application/json' };

/** Puts another password in the place of the one in force; how many other sessions ended. */
export const sendPassword = async (
  transport: Transport,
  wanted: ChangePasswordRequest,
): Promise<({ readonly ok: true } & PasswordChanged) | Trouble> => {
  const body = new TextEncoder().encode(JSON.stringify(wanted));
  const read = await readAnswer(
    await transport({ method: 'PUT', path: '/api/password', headers: JSON_TYPE, body, timeout: TIMEOUT }),
  );
  if (!read.ok) return read;
  const parsed = PasswordChanged.safeParse(read.json);
  return parsed.success ? { ok: true, ...parsed.data } : { ok: false, code: 'server_diam', floor: 0 };
};

/** By which rules a password is made here, and until when the one in force holds. */
export const fetchPasswordRules = async (
  transport: Transport,
): Promise<({ readonly ok: true } & PasswordRules) | Trouble> => {
  const read = await readAnswer(await transport({ method: 'GET', path: '/api/password', timeout: TIMEOUT }));
  if (!read.ok) return read;
  const parsed = PasswordRules.safeParse(read.json);
  return parsed.success ? { ok: true, ...parsed.data } : { ok: false, code: 'server_diam', floor: 0 };
};
