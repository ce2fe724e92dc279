import { Hono } from 'hono';
import { refusal } from './middleware/problem.ts';
import { packedJson } from './packed.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { sebagaiAdmin } from './sebagai-admin.ts';

/** The state of the service, for admins of an instansi only. Anybody else is answered as if there were no such address. */
export const sistemRoutes = (rooms: Rooms, lanes: Lanes): Hono => {
  const routes = new Hono();
  const { sistem } = rooms;
  // Its screen asks by itself while nobody may be there: that is no use, and on a full disk it must need no write.
  routes.get('/api/system', (c) =>
    sebagaiAdmin(rooms, c, async () => packedJson(c, await sistem.keadaan()), 'terbuka'),
  );
  routes.post('/api/system/copy', lanes('teks'), (c) =>
    sebagaiAdmin(
      rooms,
      c,
      async (admin) => {
        const hasil = await sistem.cadangkan(admin);
        return hasil.ok ? c.body(null, 202) : refusal(c, hasil);
      },
      // One copy more takes nothing from anybody.
      'dipakai',
    ),
  );
  return routes;
};
