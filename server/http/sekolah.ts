import { type Context, Hono } from 'hono';
import { LOGO_BYTES, type Refusal, refuse, type SatuSekolah } from '../../shared/protocol/index.ts';
import { IdentitasSatker } from '../../shared/records/index.ts';
import type { AdminMana } from './admin-mana.ts';
import { readBytes, readJson } from './body.ts';
import { notFound, refusal } from './middleware/problem.ts';
import { whileRoom } from './middleware/room-left.ts';
import { packedJson } from './packed.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { sebagaiAdminMana } from './sebagai-admin.ts';

const JSON_BYTES = 16 * 1024;
const DIGITS = /^\d{1,6}$/;
const LETTERS = 100;

/** Schools and their letterheads, for admins of a school or of the instansi. Anybody else is answered as if there were no such address. */
export const sekolahRoutes = (rooms: Rooms, lanes: Lanes): Hono => {
  const routes = new Hono();
  const { sekolah } = rooms;
  routes.get('/api/schools', (c) => sebagaiAdminMana(rooms, c, (admin) => getPage(rooms, c, admin)));
  routes.get('/api/schools/:npsn', (c) =>
    sebagaiAdminMana(rooms, c, async (admin) => jawab(c, await sekolah.satu(admin, npsnOf(c)))),
  );
  routes.put('/api/schools/:npsn', lanes('teks'), (c) =>
    sebagaiAdminMana(rooms, c, (admin) => putSchool(rooms, c, admin)),
  );
  routes.put('/api/schools/:npsn/logo', whileRoom(rooms.roomLeft, { photos: true }), lanes('titipan'), (c) =>
    sebagaiAdminMana(rooms, c, (admin) => putLogo(rooms, c, admin)),
  );
  routes.delete('/api/schools/:npsn/logo', lanes('teks'), (c) =>
    sebagaiAdminMana(rooms, c, async (admin) => jawab(c, await sekolah.lepasLogo(admin, npsnOf(c)))),
  );
  return routes;
};

const npsnOf = (c: Context): string => c.req.param('npsn') ?? '';

const jawab = (c: Context, hasil: SatuSekolah | Refusal | null): Response | Promise<Response> => {
  if (!hasil) return notFound(c);
  return 'code' in hasil ? refusal(c, hasil) : packedJson(c, hasil);
};

const getPage = async ({ sekolah }: Rooms, c: Context, admin: AdminMana): Promise<Response> => {
  const { from = '0', find = '' } = c.req.query();
  if (!DIGITS.test(from)) return notFound(c);
  return packedJson(c, await sekolah.halaman(admin, { cari: find.slice(0, LETTERS), mulai: Number(from) }));
};

const putSchool = async ({ sekolah }: Rooms, c: Context, admin: AdminMana): Promise<Response> => {
  const body = await readJson(c.req.raw, { schema: IdentitasSatker, limit: JSON_BYTES });
  return body.ok ? jawab(c, await sekolah.ubah(admin, npsnOf(c), body.value)) : refusal(c, body);
};

const putLogo = async ({ sekolah }: Rooms, c: Context, admin: AdminMana): Promise<Response> => {
  if (c.req.header('content-type') !== 'application/octet-stream') return refusal(c, refuse('jenis_isi'));
  if (c.req.header('content-encoding')) return refusal(c, refuse('sandian_isi'));
  const bytes = await readBytes(c.req.raw, LOGO_BYTES);
  if (!bytes) return refusal(c, refuse('gambar_besar', { batas: LOGO_BYTES }));
  return jawab(c, await sekolah.pasangLogo(admin, npsnOf(c), bytes));
};
