import { Hono } from 'hono';
import { problem } from './middleware/problem.ts';
import type { Rooms } from './rooms.ts';

/** `GET /healthz`: whether the service can read its database. */
export const healthRoutes = ({ store }: Pick<Rooms, 'store'>): Hono => {
  const routes = new Hono();
  routes.get('/healthz', async (c) => {
    const works = await store
      .read((tx) => tx.accountCount())
      .then(
        () => true,
        () => false,
      );
    c.header('Cache-Control', 'no-store');
    return works ? c.text('ok') : problem(c, 'server_sibuk', { retryAfter: 10 });
  });
  return routes;
};
