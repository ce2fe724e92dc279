import { type Context, Hono } from 'hono';
import { isInstansi, type Refusal, type SekolahAkses } from '../../shared/protocol/index.ts';
import type { AdminMana } from './admin-mana.ts';
import type { AdminAkses } from './akses-meja.ts';
import { notFound, refusal } from './middleware/problem.ts';
import { packedJson } from './packed.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { sebagaiAdminMana } from './sebagai-admin.ts';

const LETTERS = 100;
const FROM = /^\d{1,6}$/;
const NPSN = /^[A-Z0-9]\d{7}$/;

type Work = (admin: AdminAkses) => Response | Promise<Response>;

/** An instansi's admin before a school's, where somebody is both. */
const keeper = ({ id, nama, hak }: AdminMana): AdminAkses => ({
  ...{ id, nama, shard: hak.find(isInstansi) ?? hak[0] ?? '' },
});

/**
 * Accounts as their admins keep them: who is where signed in, slips, phones, sessions. Anybody else is answered as if there
 * were no such address, and so is an admin about people who are none of his.
 */
export const aksesRoutes = (rooms: Rooms, lanes: Lanes): Hono => {
  const { akses } = rooms;
  const asAdmin = (c: Context, work: Work): Promise<Response> =>
    sebagaiAdminMana(rooms, c, (admin) => work(keeper(admin)));
  const routes = new Hono();
  routes.get('/api/access/schools', (c) =>
    asAdmin(c, async (admin) => packedJson(c, (await akses.sekolah(admin)) satisfies SekolahAkses)),
  );
  routes.get('/api/access', (c) => asAdmin(c, (admin) => getPeople(rooms, c, admin)));
  routes.get('/api/access/waiting', (c) =>
    asAdmin(c, async (admin) => {
      const npsn = c.req.query('school') ?? '';
      return NPSN.test(npsn) ? packedJson(c, await akses.belumMasuk(admin, npsn)) : notFound(c);
    }),
  );
  routes.post('/api/access/:id/slip', lanes('masuk'), (c) =>
    asAdmin(c, async (admin) => answerOf(c, await akses.terbitkan(admin, idOf(c)))),
  );
  routes.post('/api/access/:id/slip/second', (c) =>
    asAdmin(c, async (admin) => done(c, await akses.setujui(admin, idOf(c)))),
  );
  routes.delete('/api/access/:id/devices/:device', (c) =>
    asAdmin(c, async (admin) => done(c, await akses.putuskan(admin, idOf(c), c.req.param('device') ?? ''))),
  );
  const mark = (hilang: boolean) => (c: Context) =>
    asAdmin(c, async (admin) =>
      done(c, await akses.hilang(admin, idOf(c), { perangkat: c.req.param('device') ?? '', hilang })),
    );
  routes.post('/api/access/:id/devices/:device/lost', mark(true));
  routes.delete('/api/access/:id/devices/:device/lost', mark(false));
  routes.delete('/api/access/:id/passkeys/:key', (c) =>
    asAdmin(c, async (admin) => done(c, await akses.cabutKunci(admin, idOf(c), c.req.param('key') ?? ''))),
  );
  routes.delete('/api/access/:id/sessions', (c) =>
    asAdmin(c, async (admin) => answerOf(c, await akses.akhiri(admin, idOf(c)))),
  );
  return routes;
};

const idOf = (c: Context): string => c.req.param('id') ?? '';

const getPeople = async ({ akses }: Rooms, c: Context, admin: AdminAkses): Promise<Response> => {
  const [npsn, mulai, cari] = [
    c.req.query('school') ?? '',
    c.req.query('from') ?? '0',
    c.req.query('find') ?? '',
  ];
  if (!FROM.test(mulai) || (npsn !== '' && !NPSN.test(npsn))) return notFound(c);
  const dicari = { npsn: npsn || null, mulai: Number(mulai), cari: cari.trim().slice(0, LETTERS) };
  return packedJson(c, await akses.orang(admin, dicari));
};

type Done = { readonly ok: true } | Refusal | null;

const done = (c: Context, result: Done): Response | Promise<Response> => {
  if (!result) return notFound(c);
  return result.ok ? c.body(null, 204) : refusal(c, result);
};

const answerOf = (
  c: Context,
  result: ({ readonly ok: true } & object) | Refusal | null,
): Response | Promise<Response> => {
  if (!result || 'code' in result) return done(c, result);
  const { ok: _, ...answer } = result;
  return c.json(answer);
};
