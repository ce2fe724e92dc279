import { type Context, Hono } from 'hono';
import {
  type Refusal,
  SARINGAN_PEGAWAI,
  type SaringanPegawai,
  Shard,
  TambahPegawai,
  TindakanPegawai,
} from '../../shared/protocol/index.ts';
import { readJson } from './body.ts';
import { notFound, refusal } from './middleware/problem.ts';
import { packedJson } from './packed.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { sebagaiAdmin } from './sebagai-admin.ts';
import type { AdminImpor } from './simpeg-meja.ts';
import type { StaffDesk } from './staff-desk.ts';

const JSON_BYTES = 16 * 1024;
const DIGITS = /^\d{1,6}$/;
const LETTERS = 100;

/**
 * People and organisation, for admins of an instansi only. Anybody else is answered as if there were no such address. What
 * is read is data of people, never a word of their work.
 */
export const staffRoutes = (rooms: Rooms, lanes: Lanes): Hono => {
  const routes = new Hono();
  const { staff } = rooms;
  routes.get('/api/staff', (c) => sebagaiAdmin(rooms, c, () => getPage(staff, c)));
  routes.post('/api/staff', lanes('teks'), (c) =>
    sebagaiAdmin(rooms, c, (admin) => postPerson(staff, c, admin)),
  );
  routes.get('/api/staff/:id', (c) => sebagaiAdmin(rooms, c, (admin) => getPerson(rooms, c, admin)));
  routes.post('/api/staff/:id', lanes('teks'), (c) =>
    sebagaiAdmin(rooms, c, (admin) => postAct(rooms, c, admin)),
  );
  routes.get('/api/units', (c) => sebagaiAdmin(rooms, c, async () => packedJson(c, await staff.unit())));
  routes.get('/api/organisation', (c) =>
    sebagaiAdmin(rooms, c, async (admin) => packedJson(c, await staff.keadaan(admin))),
  );
  return routes;
};

const idOf = (c: Context): string => c.req.param('id') ?? '';
const isSaringan = (teks: string): teks is SaringanPegawai =>
  (SARINGAN_PEGAWAI as readonly string[]).includes(teks);

const getPage = async (staff: StaffDesk, c: Context): Promise<Response> => {
  const { show = 'aktif', from = '0', find = '', unit = '' } = c.req.query();
  const known = isSaringan(show) && DIGITS.test(from) && (unit === '' || Shard.safeParse(unit).success);
  if (!known) return notFound(c);
  return packedJson(
    c,
    await staff.halaman({ saring: show, cari: find.slice(0, LETTERS), unit, mulai: Number(from) }),
  );
};

/** All that is kept of a person: she finds in her Riwayat who looked. */
const getPerson = async (rooms: Rooms, c: Context, { id, nama }: AdminImpor): Promise<Response> => {
  const satu = await rooms.staff.satu(idOf(c));
  if (!satu) return notFound(c);
  await rooms.ledger.notePersonLook({ id, nama, peran: 'admin' }, idOf(c));
  return packedJson(c, satu);
};

const postPerson = async (staff: StaffDesk, c: Context, admin: AdminImpor): Promise<Response> => {
  const body = await readJson(c.req.raw, { schema: TambahPegawai, limit: JSON_BYTES });
  if (!body.ok) return refusal(c, body);
  const hasil = await staff.tambah(admin, body.value);
  return hasil.ok ? c.json({ id: hasil.id }, 201) : refusal(c, hasil);
};

const postAct = async (rooms: Rooms, c: Context, admin: AdminImpor): Promise<Response> => {
  const body = await readJson(c.req.raw, { schema: TindakanPegawai, limit: JSON_BYTES });
  if (!body.ok) return refusal(c, body);
  const hasil: { readonly ok: true } | Refusal = await rooms.staff.lakukan(admin, idOf(c), body.value);
  return hasil.ok ? getPerson(rooms, c, admin) : refusal(c, hasil);
};
