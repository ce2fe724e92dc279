import type { Context } from 'hono';
import { isInstansi, type Refusal, refuse, type WireGrant } from '../../shared/protocol/index.ts';
import type { AdminMana } from './admin-mana.ts';
import { adminSession, keepAdminSession } from './admin-session.ts';
import { notFound, refusal } from './middleware/problem.ts';
import type { Rooms } from './rooms.ts';
import type { AdminImpor } from './simpeg-meja.ts';
import { type Who, whoAsks } from './who.ts';

/**
 * What an admin's route wants of the session beside the right itself: that its admin's part has not ended (`terbuka`), and
 * that it counts as use (`dipakai`) or also that he proved within minutes who he is (`bukti`). `pintu` wants nothing.
 */
export type Syarat = 'pintu' | 'terbuka' | 'dipakai' | 'bukti';

/** Whoever changes anything proves who he is, unless the route says otherwise: what is new is guarded from the start. */
const lazim = (c: Context): Syarat => (['GET', 'HEAD'].includes(c.req.method) ? 'dipakai' : 'bukti');

/** Why a session is not enough for what is asked; null where it is. */
const kurang = async (rooms: Rooms, { session }: Who, syarat: Syarat): Promise<Refusal | null> => {
  if (syarat === 'pintu') return null;
  const { open, proven } = await adminSession(rooms, session);
  if (!open) return refuse('sesi_admin');
  if (syarat === 'bukti' && !proven) return refuse('bukti_diri');
  if (syarat !== 'terbuka') await keepAdminSession(rooms, session);
  return null;
};

/** What is done for an admin, and by which session. */
type Kerja<T> = (admin: T, who: Who) => Response | Promise<Response>;
/** Who the admin is by his grants of that role; null where they are not enough. */
type Sebagai<T> = (who: Pick<AdminMana, 'id' | 'nama'>, hak: readonly WireGrant[]) => T | null;

const sebagai =
  <T>(siapa: Sebagai<T>) =>
  async (rooms: Rooms, c: Context, kerja: Kerja<T>, syarat: Syarat = lazim(c)): Promise<Response> => {
    const who = await whoAsks(rooms, c.req.raw);
    if (!who.ok) return refusal(c, who);
    const { id, nama } = who.account;
    const hak = (await rooms.ledger.grantsOf(id)).filter(({ peran }) => peran === 'admin');
    const admin = siapa({ id, nama }, hak);
    if (admin === null) return notFound(c);
    const sebab = await kurang(rooms, who, syarat);
    if (sebab) return refusal(c, sebab);
    c.header('Cache-Control', 'no-store');
    return kerja(admin, who);
  };

/** Hands on who asks where that is an admin of anything; for anybody else the address does not exist. */
export const sebagaiAdminMana = sebagai<AdminMana>((siapa, hak) =>
  hak.length === 0 ? null : { ...siapa, hak: hak.map(({ s }) => s) },
);

/** The same where that is an admin of an instansi. */
export const sebagaiAdmin = sebagai<AdminImpor>((siapa, hak) => {
  const instansi = hak.find(({ s }) => isInstansi(s))?.s;
  return instansi === undefined ? null : { ...siapa, instansi };
});

/** The same for what asks by his rights, school by school. */
export const sebagaiDinas = sebagai<AdminMana>((siapa, hak) =>
  hak.some(({ s }) => isInstansi(s)) ? { ...siapa, hak: hak.map(({ s }) => s) } : null,
);
