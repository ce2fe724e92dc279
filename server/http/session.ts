import { type Context, Hono } from 'hono';
import { SignInRequest } from '../../shared/protocol/index.ts';
import { cookie, DEVICE_COOKIE, hashToken, readCookie, SESSION_COOKIE } from '../people/index.ts';
import { readJson } from './body.ts';
import { addressOf } from './connection.ts';
import { problem, refusal } from './middleware/problem.ts';
import type { SignedIn } from './open-session.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { noteProof, proofBy } from './security-log.ts';
import { signIn } from './sign-in.ts';
import { holdSession, sessionAnswer, sessionCookie, whoAsks } from './who.ts';

const BODY_BYTES = 4096;
/** The longest that browsers keep a cookie. */
const MARK_SECONDS = 400 * 86_400;

/** `POST /api/session` signs in, `GET` says who is signed in, `DELETE` forgets the session and nothing else. */
export const sessionRoutes = (rooms: Rooms, lanes: Lanes): Hono => {
  const routes = new Hono();
  routes.post('/api/session', lanes('masuk'), (c) => postSession(rooms, c));
  routes.get('/api/session', async (c) => {
    const who = await whoAsks(rooms, c.req.raw);
    return who.ok ? c.json(await sessionAnswer(rooms, who)) : refusal(c, who);
  });
  routes.delete('/api/session', async (c) => {
    const token = readCookie(c.req.header('cookie'), SESSION_COOKIE);
    if (token) {
      const hash = hashToken(token);
      await rooms.store.write((tx) => tx.removeSession(hash), { names: [holdSession(hash)] });
    }
    c.header('Set-Cookie', cookie(SESSION_COOKIE, '', 0));
    return c.body(null, 204);
  });
  return routes;
};

const postSession = async (rooms: Rooms, c: Context): Promise<Response> => {
  const body = await readJson(c.req.raw, { schema: SignInRequest, limit: BODY_BYTES });
  if (!body.ok) return refusal(c, body);
  const address = addressOf(c, rooms.config.trustProxy);
  const result = await signIn(rooms, {
    request: body.value,
    address,
    cookies: c.req.header('cookie') ?? null,
  });
  const { nip, sandi } = body.value;
  const [cara, kode] = [proofBy(sandi), result.ok ? null : result.code];
  noteProof(rooms, c, { cara, nip: result.ok ? result.account.nip : nip, kode });
  if (!result.ok) return problem(c, result.code, { params: result.params, retryAfter: result.retryAfter });
  // Only here, where the password has just been found right: a session that lies open on the phone opens no lock.
  const { kunci } = body.value;
  return sendSession(rooms, c, result, kunci ? await rooms.courier.openLock(kunci, result.account.id) : null);
};

/** Tells a phone that it is signed in, with the cookies that say so from now on; `kunci` is what opens its lock. */
export const sendSession = async (
  rooms: Rooms,
  c: Context,
  signedIn: SignedIn,
  kunci: string | null = null,
): Promise<Response> => {
  const { token, mark, expiresAt } = signedIn;
  c.header('Set-Cookie', sessionCookie(token, expiresAt, rooms.clock()), { append: true });
  c.header('Set-Cookie', cookie(DEVICE_COOKIE, mark, MARK_SECONDS), { append: true });
  return c.json({ ...(await sessionAnswer(rooms, signedIn)), ...(kunci ? { kunci } : {}) });
};
