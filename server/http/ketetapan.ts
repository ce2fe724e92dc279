import { type Context, Hono } from 'hono';
import { IsiKetetapan, KetetapanBaru } from '../../shared/protocol/index.ts';
import { readJson } from './body.ts';
import type { KetetapanMeja } from './ketetapan-meja.ts';
import { refusal } from './middleware/problem.ts';
import { packedJson } from './packed.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { sebagaiAdmin } from './sebagai-admin.ts';

const JSON_BYTES = 64 * 1024;

/** What an instansi decides for all of its schools, for its admins only. Anybody else is answered as if there were no such address. */
export const ketetapanRoutes = (rooms: Rooms, lanes: Lanes): Hono => {
  const routes = new Hono();
  const { ketetapan } = rooms;
  routes.get('/api/decisions', (c) =>
    sebagaiAdmin(rooms, c, async () => packedJson(c, await ketetapan.daftar())),
  );
  routes.post('/api/decisions/preview', lanes('teks'), (c) =>
    sebagaiAdmin(
      rooms,
      c,
      async () => {
        const body = await readJson(c.req.raw, { schema: IsiKetetapan, limit: JSON_BYTES });
        return body.ok ? packedJson(c, await ketetapan.pratinjau(body.value)) : refusal(c, body);
      },
      'dipakai',
    ),
  );
  routes.post('/api/decisions', lanes('teks'), (c) =>
    sebagaiAdmin(rooms, c, async (admin) => {
      const body = await readJson(c.req.raw, { schema: KetetapanBaru, limit: JSON_BYTES });
      return body.ok ? jawab(c, await ketetapan.mulai(admin, body.value)) : refusal(c, body);
    }),
  );
  routes.post('/api/decisions/:id/portion', lanes('teks'), (c) =>
    sebagaiAdmin(rooms, c, async (admin) => jawab(c, await ketetapan.sebagian(admin, idOf(c)))),
  );
  routes.post('/api/decisions/:id/undo', lanes('teks'), (c) =>
    sebagaiAdmin(rooms, c, async (admin) => jawab(c, await ketetapan.urungkan(admin, idOf(c)))),
  );
  return routes;
};

const idOf = (c: Context): string => c.req.param('id') ?? '';

const jawab = (
  c: Context,
  hasil: Awaited<ReturnType<KetetapanMeja['mulai']>>,
): Response | Promise<Response> => (hasil.ok ? packedJson(c, hasil.ketetapan) : refusal(c, hasil));
