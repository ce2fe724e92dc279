import { type Context, Hono } from 'hono';
import type { DevicesAnswer } from '../../shared/protocol/index.ts';
import { cutOff, ownDevices } from '../people/index.ts';
import { holdAccount } from '../store/index.ts';
import { notFound, refusal } from './middleware/problem.ts';
import type { Rooms } from './rooms.ts';
import { whoAsks } from './who.ts';

/** `GET /api/devices` lists a person's own phones, `DELETE /api/devices/:id` cuts one of them off. */
export const deviceRoutes = (rooms: Rooms): Hono => {
  const routes = new Hono();
  routes.get('/api/devices', (c) => list(rooms, c));
  routes.delete('/api/devices/:id', (c) => cut(rooms, c));
  return routes;
};

const list = async (rooms: Rooms, c: Context): Promise<Response> => {
  const who = await whoAsks(rooms, c.req.raw);
  if (!who.ok) return refusal(c, who);
  const answer: DevicesAnswer = { list: await rooms.store.read((tx) => ownDevices(tx, who.device)) };
  c.header('Cache-Control', 'no-store');
  return c.json(answer);
};

const cut = async (rooms: Rooms, c: Context): Promise<Response> => {
  const who = await whoAsks(rooms, c.req.raw);
  if (!who.ok) return refusal(c, who);
  const wanted = { account: who.account.id, id: c.req.param('id') ?? '', now: rooms.clock() };
  return (await rooms.store.write((tx) => cutOff(tx, wanted), { names: [holdAccount(wanted.account)] }))
    ? c.body(null, 204)
    : notFound(c);
};
