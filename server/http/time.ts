import { Hono } from 'hono';
import type { Rooms } from './rooms.ts';

/** `GET /api/time`: 204 and the date. Whatever else a phone gets comes from a Wi-Fi sign-in page in between. */
export const timeRoutes = ({ clock }: Pick<Rooms, 'clock'>): Hono => {
  const routes = new Hono();
  routes.get('/api/time', (c) => {
    c.header('Date', new Date(clock()).toUTCString());
    return c.body(null, 204);
  });
  return routes;
};
