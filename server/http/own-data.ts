import { Hono } from 'hono';
import { ownData } from '../people/index.ts';
import { refusal } from './middleware/problem.ts';
import { packedJson } from './packed.ts';
import type { Rooms } from './rooms.ts';
import { whoAsks } from './who.ts';

/** `GET /api/own-data`: what the service keeps about whoever asks, beside the records that her phone holds. */
export const ownDataRoutes = (rooms: Rooms): Hono => {
  const routes = new Hono();
  routes.get('/api/own-data', async (c) => {
    const who = await whoAsks(rooms, c.req.raw);
    if (!who.ok) return refusal(c, who);
    c.header('Cache-Control', 'no-store');
    return packedJson(c, await rooms.store.read((tx) => ownData(tx, who.account, rooms.clock())));
  });
  return routes;
};
