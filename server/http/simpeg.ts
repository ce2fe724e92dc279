import { type Context, Hono } from 'hono';
import {
  PadankanKolom,
  type Refusal,
  refuse,
  SARINGAN,
  type Saringan,
  TerapkanImpor,
} from '../../shared/protocol/index.ts';
import { BATAS_SIMPEG } from '../people/index.ts';
import { readBytes, readJson } from './body.ts';
import { notFound, refusal } from './middleware/problem.ts';
import { packedJson } from './packed.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { sebagaiAdmin } from './sebagai-admin.ts';
import type { AdminImpor } from './simpeg-meja.ts';

const JSON_BYTES = 1024 * 1024;
const DIGITS = /^\d{1,6}$/;
const LETTERS = 200;

/**
 * Import of personnel data, for admins of an instansi only: a file is laid on the desk, looked at, matched, applied, undone.
 * Anybody else is answered as if there were no such address.
 */
export const simpegRoutes = (rooms: Rooms, lanes: Lanes): Hono => {
  const routes = new Hono();
  routes.get('/api/simpeg', (c) =>
    sebagaiAdmin(rooms, c, async (admin) => c.json(await rooms.simpeg.daftar(admin))),
  );
  routes.post('/api/simpeg', lanes('titipan'), (c) =>
    // Neither laying a file down nor saying what its headers mean changes anybody: applying it does.
    sebagaiAdmin(rooms, c, (admin) => postFile(rooms, c, admin), 'dipakai'),
  );
  routes.get('/api/simpeg/:id', (c) =>
    sebagaiAdmin(rooms, c, async (admin) => jawab(c, await rooms.simpeg.keadaan(admin, idOf(c)))),
  );
  routes.get('/api/simpeg/:id/rows', (c) => sebagaiAdmin(rooms, c, (admin) => getRows(rooms, c, admin)));
  routes.get('/api/simpeg/:id/faults.xlsx', (c) =>
    sebagaiAdmin(rooms, c, (admin) => getFaults(rooms, c, admin), 'bukti'),
  );
  routes.put('/api/simpeg/:id/columns', lanes('teks'), (c) =>
    sebagaiAdmin(rooms, c, (admin) => putColumns(rooms, c, admin), 'dipakai'),
  );
  routes.post('/api/simpeg/:id/apply', lanes('teks'), (c) =>
    sebagaiAdmin(rooms, c, (admin) => postApply(rooms, c, admin)),
  );
  routes.post('/api/simpeg/:id/continue', lanes('teks'), (c) =>
    sebagaiAdmin(rooms, c, (admin) => postContinue(rooms, c, admin)),
  );
  routes.delete('/api/simpeg/:id', (c) => sebagaiAdmin(rooms, c, (admin) => undo(rooms, c, admin)));
  return routes;
};

const idOf = (c: Context): string => c.req.param('id') ?? '';

const jawab = (c: Context, isi: object | null): Response | Promise<Response> =>
  isi ? packedJson(c, isi) : notFound(c);

const selesai = (c: Context, hasil: { readonly ok: true } | Refusal): Response =>
  hasil.ok ? c.body(null, 202) : refusal(c, hasil);

const namaBerkas = (c: Context, name: string, bawaan: string): string =>
  (c.req.query(name) ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}/\\]/gu, '')
    .slice(0, LETTERS)
    .normalize('NFC')
    .trim() || bawaan;

const postFile = async (rooms: Rooms, c: Context, admin: AdminImpor): Promise<Response> => {
  if (c.req.header('content-type') !== 'application/octet-stream') return refusal(c, refuse('jenis_isi'));
  if (c.req.header('content-encoding')) return refusal(c, refuse('sandian_isi'));
  const bytes = await readBytes(c.req.raw, BATAS_SIMPEG.berkas);
  if (!bytes) return refusal(c, refuse('terlalu_besar', { batas: BATAS_SIMPEG.berkas }));
  const file = {
    bytes,
    berkas: namaBerkas(c, 'name', 'berkas'),
    sumber: namaBerkas(c, 'source', 'SIMPEG').slice(0, 60),
  };
  const dibuka = await rooms.simpeg.buka(admin, file);
  return dibuka.ok ? c.json({ id: dibuka.id }, 202) : refusal(c, dibuka);
};

const isSaringan = (teks: string): teks is Saringan => (SARINGAN as readonly string[]).includes(teks);

const getRows = async (rooms: Rooms, c: Context, admin: AdminImpor): Promise<Response> => {
  const [saring = 'semua', mulai = '0', cari = ''] = [
    c.req.query('show'),
    c.req.query('from'),
    c.req.query('find'),
  ];
  if (!isSaringan(saring) || !DIGITS.test(mulai)) return notFound(c);
  const dicari = { saring, mulai: Number(mulai), cari: cari.slice(0, LETTERS) };
  return jawab(c, await rooms.simpeg.halaman(admin, idOf(c), dicari));
};

const getFaults = async (rooms: Rooms, c: Context, admin: AdminImpor): Promise<Response> => {
  const berkas = await rooms.simpeg.berkasSalah(admin, idOf(c));
  if (!berkas) return notFound(c);
  return c.body(new Uint8Array(berkas), 200, {
    'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'Content-Disposition': 'attachment; filename="perlu-diperbaiki.xlsx"',
  });
};

const putColumns = async (rooms: Rooms, c: Context, admin: AdminImpor): Promise<Response> => {
  const body = await readJson(c.req.raw, { schema: PadankanKolom, limit: JSON_BYTES });
  return body.ok
    ? selesai(c, await rooms.simpeg.padankan(admin, idOf(c), body.value.pemetaan))
    : refusal(c, body);
};

const postApply = async (rooms: Rooms, c: Context, admin: AdminImpor): Promise<Response> => {
  const body = await readJson(c.req.raw, { schema: TerapkanImpor, limit: JSON_BYTES });
  return body.ok ? selesai(c, await rooms.simpeg.terapkan(admin, idOf(c), body.value)) : refusal(c, body);
};

const postContinue = async (rooms: Rooms, c: Context, admin: AdminImpor): Promise<Response> => {
  const hasil = await rooms.simpeg.lanjutkan(admin, idOf(c));
  return hasil.ok ? c.json({ id: hasil.id }, 202) : refusal(c, hasil);
};

const undo = async (rooms: Rooms, c: Context, admin: AdminImpor): Promise<Response> => {
  const hasil = await rooms.simpeg.urungkan(admin, idOf(c));
  if (!hasil.ok) return refusal(c, hasil);
  return c.json({ kembali: hasil.kembali, tetap: hasil.tetap });
};
