import { type Context, Hono } from 'hono';
import { type DevicesAnswer, LostMark } from '../../shared/protocol/index.ts';
import { cutOff, ownDevices } from '../people/index.ts';
import { holdAccount } from '../store/index.ts';
import { readJson } from './body.ts';
import { notFound, problem, refusal } from './middleware/problem.ts';
import { provePassword } from './own-proof.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { whoAsks } from './who.ts';

const BODY_BYTES = 4096;

/** `GET /api/devices` lists a person's own phones, `POST /api/devices/:id/cut` cuts one of them off. */
export const deviceRoutes = (rooms: Rooms, lanes: Lanes): Hono => {
  const routes = new Hono();
  routes.get('/api/devices', (c) => list(rooms, c));
  routes.post('/api/devices/:id/cut', lanes('masuk'), (c) => cut(rooms, c));
  return routes;
};

const list = async (rooms: Rooms, c: Context): Promise<Response> => {
  const who = await whoAsks(rooms, c.req.raw);
  if (!who.ok) return refusal(c, who);
  const answer: DevicesAnswer = { list: await rooms.store.read((tx) => ownDevices(tx, who.device)) };
  c.header('Cache-Control', 'no-store');
  return c.json(answer);
};

/** By the password once more (ASVS 7.5.2): whoever holds a stolen session must not put her own phones out. */
const cut = async (rooms: Rooms, c: Context): Promise<Response> => {
  const who = await whoAsks(rooms, c.req.raw);
  if (!who.ok) return refusal(c, who);
  const body = await readJson(c.req.raw, { schema: LostMark, limit: BODY_BYTES });
  if (!body.ok) return refusal(c, body);
  const proof = await provePassword(rooms, c, { account: who.account, sandi: body.value.sandi });
  if (!proof.ok) return problem(c, proof.code, proof);
  const wanted = { account: who.account.id, id: c.req.param('id') ?? '', now: rooms.clock() };
  return (await rooms.store.write((tx) => cutOff(tx, wanted), { names: [holdAccount(wanted.account)] }))
    ? c.body(null, 204)
    : notFound(c);
};
