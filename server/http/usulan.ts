import { type Context, Hono } from 'hono';
import { PutusanUsulan } from '../../shared/protocol/index.ts';
import { readJson } from './body.ts';
import { notFound, refusal } from './middleware/problem.ts';
import { packedJson } from './packed.ts';
import type { Lanes, Rooms } from './rooms.ts';
import type { AdminUsulan } from './usulan-meja.ts';
import { whoAsks } from './who.ts';

const JSON_BYTES = 16 * 1024;

/** Usulan perbaikan data, for admins of a school or of the instansi. Anybody else is answered as if there were no such address. */
export const usulanRoutes = (rooms: Rooms, lanes: Lanes): Hono => {
  const routes = new Hono();
  routes.get('/api/corrections', (c) =>
    sebagaiAdmin(rooms, c, async (admin) => packedJson(c, await rooms.usulan.daftar(admin))),
  );
  routes.post('/api/corrections/:id', lanes('teks'), (c) =>
    sebagaiAdmin(rooms, c, (admin) => putuskan(rooms, c, admin)),
  );
  return routes;
};

const sebagaiAdmin = async (
  rooms: Rooms,
  c: Context,
  kerja: (admin: AdminUsulan) => Promise<Response>,
): Promise<Response> => {
  const who = await whoAsks(rooms, c.req.raw);
  if (!who.ok) return refusal(c, who);
  const grants = await rooms.ledger.grantsOf(who.account.id);
  const hak = grants.filter(({ peran }) => peran === 'admin').map(({ s }) => s);
  if (hak.length === 0) return notFound(c);
  c.header('Cache-Control', 'no-store');
  return kerja({ id: who.account.id, nama: who.account.nama, hak });
};

const putuskan = async (rooms: Rooms, c: Context, admin: AdminUsulan): Promise<Response> => {
  const body = await readJson(c.req.raw, { schema: PutusanUsulan, limit: JSON_BYTES });
  if (!body.ok) return refusal(c, body);
  const hasil = await rooms.usulan.putuskan(admin, c.req.param('id') ?? '', body.value);
  return hasil.ok ? c.body(null, 202) : refusal(c, hasil);
};
