import { type Context, Hono } from 'hono';
import {
  ChangePasswordRequest,
  type PasswordChanged,
  type PasswordRules,
  refuse,
} from '../../shared/protocol/index.ts';
import { keepPassword, ownPasswordFault, passwordHolds, passwordSince } from '../people/index.ts';
import { readJson } from './body.ts';
import { problem, refusal } from './middleware/problem.ts';
import { provePassword, type Refused } from './own-proof.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { type Who, whoAsks } from './who.ts';

const BODY_BYTES = 4096;

/** `GET /api/password` says by which rules one is made, `PUT` puts another in the place of one's own. */
export const passwordRoutes = (rooms: Rooms, lanes: Lanes): Hono => {
  const routes = new Hono();
  routes.get('/api/password', (c) => getRules(rooms, c));
  routes.put('/api/password', lanes('masuk'), (c) => putPassword(rooms, c));
  return routes;
};

const getRules = async ({ store, clock, config }: Rooms, c: Context): Promise<Response> => {
  const who = await whoAsks({ store, clock }, c.req.raw);
  if (!who.ok) return refusal(c, who);
  const since = await store.read((tx) => passwordSince(tx, who.account));
  const answer: PasswordRules = { aturan: config.sandi, sampai: passwordHolds(config.sandi, since) };
  c.header('Cache-Control', 'no-store');
  return c.json(answer);
};

const putPassword = async (rooms: Rooms, c: Context): Promise<Response> => {
  const who = await whoAsks(rooms, c.req.raw);
  if (!who.ok) return refusal(c, who);
  const body = await readJson(c.req.raw, { schema: ChangePasswordRequest, limit: BODY_BYTES });
  if (!body.ok) return refusal(c, body);
  const result = await changePassword(rooms, c, { who, wanted: body.value });
  if (!result.ok) return problem(c, result.code, { params: result.params, retryAfter: result.retryAfter });
  const answer: PasswordChanged = { ended: result.ended };
  return c.json(answer);
};

type Changed = { readonly ok: true; readonly ended: number };

/**
 * Whoever knows the old password sets a new one (ASVS 6.2.2, 6.2.3): every other session ends, and a slip that is under way
 * with it; this session goes on, so that an answer lost on the way leaves nobody outside.
 */
const changePassword = async (
  rooms: Rooms,
  c: Context,
  { who, wanted: { lama, baru } }: { readonly who: Who; readonly wanted: ChangePasswordRequest },
): Promise<Changed | Refused> => {
  const { store, clock, passwords, config, akses } = rooms;
  const { account, session } = who;
  const proof = await provePassword(rooms, c, { account, sandi: lama });
  if (!proof.ok) return proof;
  if (baru.normalize('NFC') === lama.normalize('NFC')) return refuse('sandi_sama');
  const fault = await store.read((tx) => ownPasswordFault(tx, account, { baru, aturan: config.sandi }));
  if (fault) return refuse(fault);
  const password = await passwords.hash(baru);
  return akses.sendiri<Changed | Refused>(account, async (tx) => {
    // Hashing took its time: the account may have been closed, reset or signed out meanwhile, and then that holds.
    const person = await tx.accountById(account.id);
    const stays = person?.password === account.password && person.deactivatedAt === null;
    if (!stays || !(await tx.session(session.tokenHash))) return { hasil: refuse('masuk_lagi'), catat: null };
    await keepPassword(tx, person, { password, now: clock() });
    const slip = await tx.activationOf(account.id);
    if (slip && slip.usedAt === null && slip.expiresAt > clock())
      await tx.putActivation({ ...slip, expiresAt: clock() });
    const ended = await tx.removeOtherSessionsOf(account.id, session.tokenHash);
    return { hasil: { ok: true, ended }, catat: { jenis: 'sandi', keterangan: '' } };
  });
};
