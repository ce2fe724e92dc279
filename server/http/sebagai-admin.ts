import type { Context } from 'hono';
import type { AdminMana } from './admin-mana.ts';
import { notFound, refusal } from './middleware/problem.ts';
import type { Rooms } from './rooms.ts';
import { whoAsks } from './who.ts';

/** Hands on who asks where that is an admin of anything; for anybody else the address does not exist. */
export const sebagaiAdminMana = async (
  rooms: Rooms,
  c: Context,
  kerja: (admin: AdminMana) => Response | Promise<Response>,
): Promise<Response> => {
  const who = await whoAsks(rooms, c.req.raw);
  if (!who.ok) return refusal(c, who);
  const grants = await rooms.ledger.grantsOf(who.account.id);
  const hak = grants.filter(({ peran }) => peran === 'admin').map(({ s }) => s);
  if (hak.length === 0) return notFound(c);
  c.header('Cache-Control', 'no-store');
  return kerja({ id: who.account.id, nama: who.account.nama, hak });
};
