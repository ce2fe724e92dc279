import { type Context, Hono } from 'hono';
import { LIMITS, refuse } from '../../shared/protocol/index.ts';
import { adminSession } from './admin-session.ts';
import type { Intake } from './intake.ts';
import { notFound, refusal } from './middleware/problem.ts';
import { whileRoom } from './middleware/room-left.ts';
import { receivedBytes } from './photo-offset.ts';
import { isSha, pieceOf, refusePiece } from './piece.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { whoAsks } from './who.ts';

/**
 * `HEAD` says how much of an own photo has arrived, `PUT` brings bytes from an offset on, `GET` shows a photo to those
 * who may see an entry that names it. Whoever may not gets the very answer of a photo that does not exist.
 */
export const photoRoutes = (rooms: Rooms, lanes: Lanes, intake: Intake): Hono => {
  const routes = new Hono();
  // Hono hands HEAD to the handler of GET.
  routes.get('/api/photos/:sha', (c) => (c.req.method === 'HEAD' ? headPhoto(rooms, c) : getPhoto(rooms, c)));
  routes.put('/api/photos/:sha', whileRoom(rooms.roomLeft, { photos: true }), lanes('foto'), (c) =>
    putPhoto(rooms, c, intake),
  );
  return routes;
};

const headPhoto = async (rooms: Rooms, c: Context): Promise<Response> => {
  const who = await whoAsks(rooms, c.req.raw);
  if (!who.ok) return refusal(c, who);
  const sha = c.req.param('sha') ?? '';
  const photo = await rooms.store.read((tx) => tx.photo(who.account.id, sha));
  if (!photo) return notFound(c);
  c.header('Upload-Offset', String(await receivedBytes(rooms, who.account.id, sha)));
  c.header('Upload-Length', String(photo.size));
  return c.body(null, 200);
};

const getPhoto = async (rooms: Rooms, c: Context): Promise<Response> => {
  const who = await whoAsks(rooms, c.req.raw);
  if (!who.ok) return refusal(c, who);
  const [sha, owner] = [c.req.param('sha') ?? '', c.req.query('pemilik') ?? ''];
  if (!isSha(sha)) return notFound(c);
  const sight = { reader: who.account.id, owner, sha };
  if (!(await rooms.ledger.maySeePhoto({ ...sight, admin: false }))) {
    if (!(await rooms.ledger.maySeePhoto({ ...sight, admin: true }))) return notFound(c);
    // Evidence for an admin's eyes: only while he is at his desk.
    if (!(await adminSession(rooms, who.session)).open) return refusal(c, refuse('sesi_admin'));
  }
  const photo = await rooms.store.read((tx) => tx.photo(owner, sha));
  const bytes = photo?.state === 'utuh' ? await rooms.files.read(owner, sha) : null;
  if (!photo || !bytes) return notFound(c);
  if (owner !== who.account.id) await rooms.ledger.notePhotoView({ viewer: who.account, owner, sha });
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': photo.mime ?? 'application/octet-stream',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'Content-Disposition': `attachment; filename="${sha.slice(0, 12)}.${photo.mime === 'image/webp' ? 'webp' : 'jpg'}"`,
    // Bytes of one hash never change; `private` keeps them out of shared caches.
    'Cache-Control': 'private, max-age=31536000, immutable',
  });
};

const putPhoto = async (rooms: Rooms, c: Context, intake: Intake): Promise<Response> => {
  const who = await whoAsks(rooms, c.req.raw);
  if (!who.ok) return refusal(c, who);
  const piece = await pieceOf(c, {
    owner: who.account.id,
    most: LIMITS.fotoBytes,
    tooLarge: 'foto_besar',
  });
  if (!piece.ok) return refusal(c, piece);
  const result = await intake(piece);
  if (!result.ok) return refusePiece(c, result);
  c.header('Upload-Offset', String(result.offset));
  return c.body(null, result.isWhole ? 201 : 204);
};
