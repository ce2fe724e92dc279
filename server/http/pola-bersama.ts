import { type Context, Hono } from 'hono';
import { type DaftarPola, IsiPolaSekolah, type Refusal } from '../../shared/protocol/index.ts';
import type { AdminMana } from './admin-mana.ts';
import { readJson } from './body.ts';
import { notFound, refusal } from './middleware/problem.ts';
import { packedJson } from './packed.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { sebagaiAdminMana } from './sebagai-admin.ts';

const JSON_BYTES = 16 * 1024;

/** Shared patterns (A06), for admins of a school or of the instansi. Anybody else is answered as if there were no such address. */
export const polaRoutes = (rooms: Rooms, lanes: Lanes): Hono => {
  const routes = new Hono();
  const { pola } = rooms.sekolah;
  const semua = '/api/schools/:npsn/patterns';
  const satu = `${semua}/:id`;
  routes.get(semua, (c) =>
    sebagaiAdminMana(rooms, c, async (admin) => jawab(c, await pola.daftar(admin, npsnOf(c)))),
  );
  routes.post(semua, lanes('teks'), (c) =>
    denganIsi(rooms, c, (admin, isi) => pola.tambah(admin, npsnOf(c), isi)),
  );
  routes.put(satu, lanes('teks'), (c) =>
    denganIsi(rooms, c, (admin, isi) => pola.ubah(admin, npsnOf(c), { id: idOf(c), isi })),
  );
  routes.delete(satu, lanes('teks'), (c) =>
    sebagaiAdminMana(rooms, c, async (admin) => jawab(c, await pola.pensiunkan(admin, npsnOf(c), idOf(c)))),
  );
  return routes;
};

const npsnOf = (c: Context): string => c.req.param('npsn') ?? '';
const idOf = (c: Context): string => c.req.param('id') ?? '';

const jawab = (c: Context, hasil: DaftarPola | Refusal | null): Response | Promise<Response> => {
  if (!hasil) return notFound(c);
  return 'code' in hasil ? refusal(c, hasil) : packedJson(c, hasil);
};

const denganIsi = (
  rooms: Rooms,
  c: Context,
  kerja: (admin: AdminMana, isi: IsiPolaSekolah) => Promise<DaftarPola | Refusal | null>,
): Promise<Response> =>
  sebagaiAdminMana(rooms, c, async (admin) => {
    const body = await readJson(c.req.raw, { schema: IsiPolaSekolah, limit: JSON_BYTES });
    return body.ok ? jawab(c, await kerja(admin, body.value)) : refusal(c, body);
  });
