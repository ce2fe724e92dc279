import { type Context, Hono } from 'hono';
import { KELOMPOK_CATATAN, type KelompokCatatan } from '../../shared/protocol/index.ts';
import { isTanggal } from '../../shared/records/index.ts';
import type { AdminMana } from './admin-mana.ts';
import type { CatatanDicari, Lanjut } from './catatan-meja.ts';
import { notFound } from './middleware/problem.ts';
import { packedJson } from './packed.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { sebagaiAdminMana } from './sebagai-admin.ts';

const LETTERS = 100;
const PLACE = /^(\d{1,15})~(sek:[A-Z0-9]\d{7})~(\d{1,12})$/;

/** Who did what, for admins of a school or of the instansi. Anybody else is answered as if there were no such address. */
export const catatanRoutes = (rooms: Rooms, lanes: Lanes): Hono => {
  const routes = new Hono();
  const { catatan } = rooms;
  routes.get('/api/audit', (c) => sebagaiAdminMana(rooms, c, (admin) => getPage(rooms, c, admin)));
  routes.get('/api/audit.csv', lanes('dokumen'), (c) =>
    // It leaves the service as a file: an export (trust.md 4.4).
    sebagaiAdminMana(rooms, c, (admin) => getCsv(rooms, c, admin), 'bukti'),
  );
  routes.get('/api/audit/views', (c) =>
    sebagaiAdminMana(rooms, c, async (admin) => {
      const sampai = c.req.query('until') ?? '';
      if (sampai !== '' && !isTanggal(sampai)) return notFound(c);
      return packedJson(c, await catatan.dilihat(admin, sampai || null));
    }),
  );
  routes.get('/api/audit/chain', (c) =>
    sebagaiAdminMana(rooms, c, async (admin) => packedJson(c, await catatan.rantai(admin))),
  );
  return routes;
};

const isKelompok = (teks: string): teks is KelompokCatatan => Object.hasOwn(KELOMPOK_CATATAN, teks);

/** What is asked for; null where the address says something that cannot be. */
const dicariDari = (c: Context): CatatanDicari | null => {
  const { from = '', until = '', kind = '', find = '' } = c.req.query();
  if ([from, until].some((tanggal) => tanggal !== '' && !isTanggal(tanggal))) return null;
  if (kind !== '' && !isKelompok(kind)) return null;
  return {
    ...{ dari: from || null, sampai: until || null },
    ...{ kelompok: isKelompok(kind) ? kind : null, cari: find.slice(0, LETTERS).trim() },
  };
};

const lanjutDari = (teks: string): Lanjut | null => {
  const [, receivedAt, shard = '', n] = PLACE.exec(teks) ?? [];
  return receivedAt === undefined ? null : { receivedAt: Number(receivedAt), shard, n: Number(n) };
};

const getPage = async ({ catatan }: Rooms, c: Context, admin: AdminMana): Promise<Response> => {
  const after = c.req.query('after') ?? '';
  const [dicari, lanjut] = [dicariDari(c), lanjutDari(after)];
  if (!dicari || (after !== '' && !lanjut)) return notFound(c);
  return packedJson(c, await catatan.halaman(admin, dicari, lanjut));
};

const getCsv = async ({ catatan }: Rooms, c: Context, admin: AdminMana): Promise<Response> => {
  const dicari = dicariDari(c);
  if (!dicari) return notFound(c);
  return c.body(await catatan.csv(admin, dicari), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="catatan-audit.csv"',
  });
};
