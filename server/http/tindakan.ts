import { type Context, Hono } from 'hono';
import type { DaftarTindakan, PratinjauTindakan, Refusal } from '../../shared/protocol/index.ts';
import { IsiTindakan } from '../../shared/records/index.ts';
import type { AdminMana } from './admin-mana.ts';
import { readJson } from './body.ts';
import { notFound, refusal } from './middleware/problem.ts';
import { packedJson } from './packed.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { type Syarat, sebagaiDinas } from './sebagai-admin.ts';

const JSON_BYTES = 4 * 1024;
type Hasil = DaftarTindakan | PratinjauTindakan | Refusal | null;

/** What an instansi does about causes, for its admins. Anybody else is answered as if there were no such address. */
export const tindakanRoutes = (rooms: Rooms, lanes: Lanes): Hono => {
  const routes = new Hono();
  const { tindakan } = rooms.sekolah;
  routes.get('/api/actions', (c) =>
    sebagaiDinas(rooms, c, async (admin) => jawab(c, await tindakan.daftar(admin))),
  );
  routes.post('/api/actions/preview', lanes('teks'), (c) =>
    denganIsi(rooms, c, (admin, isi) => tindakan.pratinjau(admin, isi), 'dipakai'),
  );
  routes.post('/api/actions', lanes('teks'), (c) =>
    denganIsi(rooms, c, (admin, isi) => tindakan.lakukan(admin, isi)),
  );
  routes.delete('/api/actions/:id', lanes('teks'), (c) =>
    sebagaiDinas(rooms, c, async (admin) =>
      jawab(c, await tindakan.urungkan(admin, c.req.param('id') ?? '')),
    ),
  );
  return routes;
};

const jawab = (c: Context, hasil: Hasil): Response | Promise<Response> => {
  if (!hasil) return notFound(c);
  return 'code' in hasil ? refusal(c, hasil) : packedJson(c, hasil);
};

const denganIsi = (
  rooms: Rooms,
  c: Context,
  kerja: (admin: AdminMana, isi: IsiTindakan) => Promise<Hasil>,
  syarat?: Syarat,
): Promise<Response> =>
  sebagaiDinas(
    rooms,
    c,
    async (admin) => {
      const body = await readJson(c.req.raw, { schema: IsiTindakan, limit: JSON_BYTES });
      return body.ok ? jawab(c, await kerja(admin, body.value)) : refusal(c, body);
    },
    syarat,
  );
