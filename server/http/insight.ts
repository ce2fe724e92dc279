import { type Context, Hono } from 'hono';
import { isInstansi, refuse, Shard, type WireGrant } from '../../shared/protocol/index.ts';
import type { Siap } from '../insight/index.ts';
import { adminSession, keepAdminSession } from './admin-session.ts';
import { notFound, refusal } from './middleware/problem.ts';
import type { Rooms } from './rooms.ts';
import { dipegang, mauGzip } from './validators.ts';
import { whoAsks } from './who.ts';

/** The schools that somebody is over: all of an instansi, those of a pengawas, an admin's own; null where she is over none. */
type Wilayah =
  | (({ readonly semua: true } | { readonly semua: false; readonly shards: readonly string[] }) & {
      /** Those that she oversees as pengawas: an admin reads no more than days. */
      readonly binaan: ReadonlySet<string>;
    })
  | null;

const wilayahDari = (grants: readonly WireGrant[]): Wilayah => {
  const binaan = new Set(grants.flatMap(({ peran, s }) => (peran === 'atasan' ? [s] : [])));
  if (grants.some(({ peran, s }) => peran === 'admin' && isInstansi(s))) return { semua: true, binaan };
  const shards = grants.filter(({ peran, s }) => (peran === 'atasan' || peran === 'admin') && !isInstansi(s));
  return shards.length > 0 ? { semua: false, shards: [...new Set(shards.map(({ s }) => s))], binaan } : null;
};

/** Nobody but the app keeps it, and it asks with the validator that it holds. */
const jawab = (c: Context, siap: Siap): Response => {
  const padat = mauGzip(c);
  const headers = new Headers({
    'Cache-Control': 'no-store',
    ETag: `"${siap.etag}${padat ? '-gzip' : ''}"`,
  });
  if (c.req.header('if-none-match') !== undefined && dipegang(c, siap))
    return new Response(null, { status: 304, headers });
  headers.set('Content-Type', siap.jenis);
  if (padat) headers.set('Content-Encoding', 'gzip');
  return new Response(padat ? siap.gzip : siap.isi, { headers });
};

/**
 * Schools from above, for a pengawas, an admin of a school and one of an instansi; for anybody else there is no such
 * address. Figures, and of a school its people by name: no word of anybody's work, and nothing of her health. First signs and
 * the spread over RHK only a pengawas of the school is told.
 */
export const insightRoutes = (rooms: Rooms): Hono => {
  const routes = new Hono();
  const { pantau } = rooms.insight;
  const sebagaiPemantau = async (
    c: Context,
    kerja: (wilayah: NonNullable<Wilayah>) => Promise<Response>,
  ): Promise<Response> => {
    const who = await whoAsks(rooms, c.req.raw);
    if (!who.ok) return refusal(c, who);
    const grants = await rooms.ledger.grantsOf(who.account.id);
    const wilayah = wilayahDari(grants);
    if (!wilayah) return notFound(c);
    // A pengawas who is an admin as well is asked too: a table that silently lost schools would be believed.
    if (grants.some(({ peran }) => peran === 'admin')) {
      if (!(await adminSession(rooms, who.session)).open) return refusal(c, refuse('sesi_admin'));
      await keepAdminSession(rooms, who.session);
    }
    return kerja(wilayah);
  };
  routes.get('/api/insight', (c) =>
    sebagaiPemantau(c, async (wilayah) =>
      jawab(c, await pantau.tabel(wilayah.semua ? null : wilayah.shards)),
    ),
  );
  routes.get('/api/insight/:shard', (c) =>
    sebagaiPemantau(c, async (wilayah) => {
      const { success, data: shard } = Shard.safeParse(c.req.param('shard'));
      if (!success || isInstansi(shard) || !(wilayah.semua || wilayah.shards.includes(shard)))
        return notFound(c);
      const siap = await pantau.sekolah(shard, { rinci: wilayah.binaan.has(shard) });
      return siap ? jawab(c, siap) : notFound(c);
    }),
  );
  return routes;
};
