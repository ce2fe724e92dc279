import { type Context, Hono } from 'hono';
import { PilihanPublikasi } from '../../shared/protocol/index.ts';
import { readJson } from './body.ts';
import { refusal } from './middleware/problem.ts';
import { packedJson } from './packed.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { sebagaiAdmin } from './sebagai-admin.ts';
import type { AdminImpor } from './simpeg-meja.ts';

const JSON_BYTES = 4 * 1024;
const LETTERS = 120;
/** The page of the public, without its search and its way into other pages. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; sandbox";

/** What is public, for admins of an instansi only. Anybody else is answered as if there were no such address. */
export const publikasiRoutes = (rooms: Rooms, lanes: Lanes): Hono => {
  const routes = new Hono();
  const { publikasi } = rooms;
  routes.get('/api/publication', (c) =>
    sebagaiAdmin(rooms, c, async () => packedJson(c, await publikasi.keadaan())),
  );
  routes.get('/api/publication/preview', lanes('dokumen'), (c) =>
    sebagaiAdmin(rooms, c, async () => {
      const { tables = '', name = '' } = c.req.query();
      const dilihat = { instansi: name.slice(0, LETTERS), tabel: tables.split(',') };
      c.header('Content-Security-Policy', POLICY);
      return c.html(await publikasi.pratinjau(dilihat));
    }),
  );
  routes.put('/api/publication', lanes('teks'), (c) =>
    sebagaiAdmin(rooms, c, (admin) => putChoice(rooms, c, admin)),
  );
  return routes;
};

const putChoice = async ({ publikasi }: Rooms, c: Context, admin: AdminImpor): Promise<Response> => {
  const body = await readJson(c.req.raw, { schema: PilihanPublikasi, limit: JSON_BYTES });
  if (!body.ok) return refusal(c, body);
  const hasil = await publikasi.atur(admin, body.value);
  return hasil.ok ? packedJson(c, await publikasi.keadaan()) : refusal(c, hasil);
};
