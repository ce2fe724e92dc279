import { Hono } from 'hono';
import type { RecoveryAnswer } from '../../shared/protocol/index.ts';
import { refusal } from './middleware/problem.ts';
import { packedJson } from './packed.ts';
import type { Rooms } from './rooms.ts';
import { whoAsks } from './who.ts';

/** `GET /api/recovery`: lost histories of the schools that the person looks after; for others the list is empty. */
export const recoveryRoutes = (rooms: Rooms): Hono => {
  const routes = new Hono();
  routes.get('/api/recovery', async (c) => {
    const who = await whoAsks(rooms, c.req.raw);
    if (!who.ok) return refusal(c, who);
    const answer: RecoveryAnswer = { list: [...(await rooms.ledger.recoveriesFor(who.account.id))] };
    c.header('Cache-Control', 'no-store');
    return packedJson(c, answer);
  });
  return routes;
};
