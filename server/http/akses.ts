import { type Context, Hono } from 'hono';
import {
  BuktiDiri,
  isInstansi,
  type Refusal,
  refuse,
  type SekolahAkses,
} from '../../shared/protocol/index.ts';
import type { AdminAkses } from './akses-meja.ts';
import { readJson } from './body.ts';
import { notFound, problem, refusal } from './middleware/problem.ts';
import { provePassword } from './own-proof.ts';
import { packedJson } from './packed.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { type Who, whoAsks } from './who.ts';

const BODY_BYTES = 4096;
const LETTERS = 100;
const FROM = /^\d{1,6}$/;
const NPSN = /^[A-Z0-9]\d{7}$/;
/** How long signing in, or the password once more, is proof enough for acting on others' accounts (trust.md 4.4). */
const PROVEN = 600_000;
/** Scope of the marks of sessions that gave the password once more. */
const AGAIN = 'bukti-diri';

type Asked = { readonly who: Who; readonly admin: AdminAkses };
type Work = (asked: Asked) => Response | Promise<Response>;

/**
 * Accounts as their admins keep them: who is where signed in, slips, phones, sessions. Anybody else is answered as if there
 * were no such address, and so is an admin about people who are none of his.
 */
export const aksesRoutes = (rooms: Rooms, lanes: Lanes): Hono => {
  const { akses, clock, store } = rooms;
  const isProven = async ({ session }: Who): Promise<boolean> => {
    if (clock() - session.createdAt < PROVEN) return true;
    const mark = await store.read((tx) => tx.mark(AGAIN, session.tokenHash));
    // Longer than any lasts: the clock was set back since.
    return mark !== null && mark.until > clock() && mark.until <= clock() + PROVEN;
  };
  const asAdmin = async (c: Context, work: Work): Promise<Response> => {
    const who = await whoAsks(rooms, c.req.raw);
    if (!who.ok) return refusal(c, who);
    const admin = await adminOf(rooms, who);
    if (!admin) return notFound(c);
    c.header('Cache-Control', 'no-store');
    return work({ who, admin });
  };
  const acting = (c: Context, work: Work): Promise<Response> =>
    asAdmin(c, async (asked) =>
      (await isProven(asked.who)) ? work(asked) : refusal(c, refuse('bukti_diri')),
    );
  const routes = new Hono();
  routes.get('/api/access/schools', (c) =>
    asAdmin(c, async ({ admin }) => packedJson(c, (await akses.sekolah(admin)) satisfies SekolahAkses)),
  );
  routes.get('/api/access', (c) => asAdmin(c, ({ admin }) => getPeople(rooms, c, admin)));
  routes.get('/api/access/waiting', (c) =>
    asAdmin(c, async ({ admin }) => {
      const npsn = c.req.query('school') ?? '';
      return NPSN.test(npsn) ? packedJson(c, await akses.belumMasuk(admin, npsn)) : notFound(c);
    }),
  );
  routes.post('/api/access/proof', lanes('masuk'), (c) =>
    asAdmin(c, async ({ who }) => {
      const answer = await postProof(rooms, c, who);
      const mark = { scope: AGAIN, key: who.session.tokenHash, value: '', until: clock() + PROVEN };
      if (answer.ok) await store.write((tx) => tx.putMark(mark));
      return answer;
    }),
  );
  routes.post('/api/access/:id/slip', lanes('masuk'), (c) =>
    acting(c, async ({ admin }) => answerOf(c, await akses.terbitkan(admin, idOf(c)))),
  );
  routes.post('/api/access/:id/slip/second', (c) =>
    acting(c, async ({ admin }) => done(c, await akses.setujui(admin, idOf(c)))),
  );
  routes.delete('/api/access/:id/devices/:device', (c) =>
    acting(c, async ({ admin }) =>
      done(c, await akses.putuskan(admin, idOf(c), c.req.param('device') ?? '')),
    ),
  );
  const mark = (hilang: boolean) => (c: Context) =>
    acting(c, async ({ admin }) =>
      done(c, await akses.hilang(admin, idOf(c), { perangkat: c.req.param('device') ?? '', hilang })),
    );
  routes.post('/api/access/:id/devices/:device/lost', mark(true));
  routes.delete('/api/access/:id/devices/:device/lost', mark(false));
  routes.delete('/api/access/:id/passkeys/:key', (c) =>
    acting(c, async ({ admin }) => done(c, await akses.cabutKunci(admin, idOf(c), c.req.param('key') ?? ''))),
  );
  routes.delete('/api/access/:id/sessions', (c) =>
    acting(c, async ({ admin }) => answerOf(c, await akses.akhiri(admin, idOf(c)))),
  );
  return routes;
};

const idOf = (c: Context): string => c.req.param('id') ?? '';

/** An instansi's admin before a school's, where somebody is both. */
const adminOf = async ({ ledger }: Rooms, { account }: Who): Promise<AdminAkses | null> => {
  const hak = (await ledger.grantsOf(account.id)).filter(({ peran }) => peran === 'admin');
  const found = hak.find(({ s }) => isInstansi(s)) ?? hak[0];
  return found ? { id: account.id, nama: account.nama, shard: found.s } : null;
};

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

const postProof = async (rooms: Rooms, c: Context, who: Who): Promise<Response> => {
  const body = await readJson(c.req.raw, { schema: BuktiDiri, limit: BODY_BYTES });
  if (!body.ok) return refusal(c, body);
  const proof = await provePassword(rooms, c, { account: who.account, sandi: body.value.sandi });
  return proof.ok ? c.body(null, 204) : problem(c, proof.code, proof);
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
