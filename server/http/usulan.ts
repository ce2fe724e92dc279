import { type Context, Hono } from 'hono';
import { PutusanUsulan } from '../../shared/protocol/index.ts';
import { readJson } from './body.ts';
import { refusal } from './middleware/problem.ts';
import { packedJson } from './packed.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { sebagaiAdminMana } from './sebagai-admin.ts';
import type { AdminUsulan } from './usulan-meja.ts';

const JSON_BYTES = 16 * 1024;

/** Usulan perbaikan data, for admins of a school or of the instansi. Anybody else is answered as if there were no such address. */
export const usulanRoutes = (rooms: Rooms, lanes: Lanes): Hono => {
  const routes = new Hono();
  routes.get('/api/corrections', (c) => sebagaiAdminMana(rooms, c, (admin) => getWaiting(rooms, c, admin)));
  routes.post('/api/corrections/:id', lanes('teks'), (c) =>
    sebagaiAdminMana(rooms, c, (admin) => putuskan(rooms, c, admin)),
  );
  return routes;
};

/** What waits, with all that its owners wrote: each finds in her Riwayat who read it. */
const getWaiting = async (rooms: Rooms, c: Context, { id, nama, hak }: AdminUsulan): Promise<Response> => {
  const found = await rooms.usulan.daftar({ id, nama, hak });
  const list = found.list.map((satu) => ({ shard: satu.shard, record: satu.id }));
  if (list.length > 0) await rooms.ledger.noteLooks({ id, nama, peran: 'admin' }, list);
  return packedJson(c, found);
};

const putuskan = async (rooms: Rooms, c: Context, admin: AdminUsulan): Promise<Response> => {
  const body = await readJson(c.req.raw, { schema: PutusanUsulan, limit: JSON_BYTES });
  if (!body.ok) return refusal(c, body);
  const hasil = await rooms.usulan.putuskan(admin, c.req.param('id') ?? '', body.value);
  return hasil.ok ? c.body(null, 202) : refusal(c, hasil);
};
