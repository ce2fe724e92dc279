import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import {
  type ProblemCode,
  problems,
  type SyncAnswer,
  type SyncRequest,
} from '../../shared/protocol/index.ts';
import { pseudonym, readActivationCode } from '../people/index.ts';
import type { Rooms } from './rooms.ts';
import type { Proof } from './security-line.ts';
import { accountThatAsked, type Who } from './who.ts';

const idOf = (c: Context): string => (c.get('requestId') as string | undefined) ?? '';

/** Notes an attempt to prove who one is, by the NIP that was given or belongs to it; `kode` null where it succeeded. */
export const noteProof = (
  { log, clock, challengeKey }: Pick<Rooms, 'log' | 'clock' | 'challengeKey'>,
  c: Context,
  { cara, nip, kode }: { readonly cara: Proof; readonly nip: string; readonly kode: ProblemCode | null },
): void =>
  log.security({ apa: 'masuk', id: idOf(c), cara, akun: pseudonym(challengeKey, nip, clock()), kode });

/** By a slip where it has the form of its code, which no password has. */
export const proofBy = (sandi: string): Proof => (readActivationCode(sandi) === null ? 'sandi' : 'slip');

const rolesOf = async ({ ledger }: Pick<Rooms, 'ledger'>, account: string | null): Promise<string[]> => {
  if (account === null) return [];
  // That a line is worth less without its roles must not turn an answer into a fault.
  const grants = await ledger.grantsOf(account).catch(() => []);
  return [...new Set(grants.map(({ peran }) => peran))].sort();
};

/** Writes down what the API refuses: by `problem`, which leaves the code with the request. */
export const refusalLog =
  (rooms: Pick<Rooms, 'log' | 'ledger'>): MiddlewareHandler =>
  async (c, next) => {
    await next();
    const kode = c.get('problem') as ProblemCode | undefined;
    if (kode === undefined || problems[kode].status >= 500) return;
    const peran = await rolesOf(rooms, accountThatAsked(c.req.raw));
    const { method } = c.req;
    rooms.log.security({ apa: 'ditolak', id: idOf(c), method, route: routePath(c), kode, peran });
  };

const KIND = /^[A-Za-z]{1,20}\.[A-Za-z]{1,20}$/;

const isAuthority = (code: string): boolean =>
  Object.hasOwn(problems, code) && problems[code as ProblemCode].status === 403;

/** Writes down which commands of a sync somebody had no right to; a repeat was written down before. */
export const noteRefusedCommands = async (
  rooms: Pick<Rooms, 'log' | 'ledger'>,
  c: Context,
  { who, ops, res }: { readonly who: Who } & Pick<SyncRequest, 'ops'> & Pick<SyncAnswer, 'res'>,
): Promise<void> => {
  const found = new Map<string, { perintah: string; kode: string; jumlah: number }>();
  for (const verdict of res) {
    if (verdict.r !== 'no' || verdict.dup || !isAuthority(verdict.code)) continue;
    const kind = ops.find(({ n }) => n === verdict.o)?.k ?? '';
    // A kind is whatever the phone wrote: what reads like none stays out of the log.
    const perintah = KIND.test(kind) ? kind : '?';
    const key = `${perintah} ${verdict.code}`;
    const { jumlah } = found.get(key) ?? { jumlah: 0 };
    found.set(key, { perintah, kode: verdict.code, jumlah: jumlah + 1 });
  }
  if (found.size === 0) return;
  const peran = await rolesOf(rooms, who.account.id);
  for (const satu of found.values())
    rooms.log.security({ apa: 'perintah_ditolak', id: idOf(c), ...satu, peran });
};
