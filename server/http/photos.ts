import { type Context, Hono } from 'hono';
import { LIMITS, type Refusal, refuse } from '../../shared/protocol/index.ts';
import { overQuota, QUOTA_WINDOW, receivePiece } from '../files/index.ts';
import { type BodyFault, readBytes } from './body.ts';
import { notFound, problem, refusal } from './middleware/problem.ts';
import { whileRoom } from './middleware/room-left.ts';
import { receivedBytes } from './photo-offset.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { createTurns, type Turns } from './turns.ts';
import { whoAsks } from './who.ts';

const SHA = /^[0-9a-f]{64}$/;
/** A day's quota frees itself bit by bit. */
const QUOTA_SECONDS = 3_600;
const DIGITS = /^\d{1,10}$/;

/**
 * `HEAD` says how much of an own photo has arrived, `PUT` brings bytes from an offset on, `GET` shows a photo to those
 * who may see an entry that names it. Whoever may not gets the very answer of a photo that does not exist.
 */
export const photoRoutes = (rooms: Rooms, lanes: Lanes): Hono => {
  const routes = new Hono();
  const inTurn = createTurns();
  // Hono hands HEAD to the handler of GET.
  routes.get('/api/photos/:sha', (c) => (c.req.method === 'HEAD' ? headPhoto(rooms, c) : getPhoto(rooms, c)));
  routes.put('/api/photos/:sha', whileRoom(rooms.roomLeft, { photos: true }), lanes('foto'), (c) =>
    putPhoto(rooms, c, inTurn),
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
  if (!SHA.test(sha) || !(await rooms.ledger.maySeePhoto({ reader: who.account.id, owner, sha })))
    return notFound(c);
  const photo = await rooms.store.read((tx) => tx.photo(owner, sha));
  const bytes = photo?.state === 'utuh' ? await rooms.files.read(owner, sha) : null;
  if (!photo || !bytes) return notFound(c);
  if (owner !== who.account.id) await rooms.ledger.notePhotoView({ viewer: who.account, owner, sha });
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': photo.mime ?? 'application/octet-stream',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Content-Disposition': `attachment; filename="${sha.slice(0, 12)}.${photo.mime === 'image/webp' ? 'webp' : 'jpg'}"`,
    // Bytes of one hash never change; `private` keeps them out of shared caches.
    'Cache-Control': 'private, max-age=31536000, immutable',
  });
};

type Piece = {
  readonly owner: string;
  readonly sha: string;
  readonly offset: number;
  readonly length: number;
  readonly bytes: Uint8Array;
};
type Put = { readonly ok: true; readonly offset: number; readonly isWhole: boolean };

const putPhoto = async (rooms: Rooms, c: Context, inTurn: Turns): Promise<Response> => {
  const who = await whoAsks(rooms, c.req.raw);
  if (!who.ok) return refusal(c, who);
  const piece = await pieceOf(c, who.account.id);
  if (!piece.ok) return refusal(c, piece);
  const { owner, sha } = piece;
  const result = await inTurn(`${owner}/${sha}`, () => takeIn(rooms, piece));
  if (!result.ok) return refusePiece(c, result);
  c.header('Upload-Offset', String(result.offset));
  return c.body(null, result.isWhole ? 201 : 204);
};

/** The right offset stands in the header as well as in the problem, as tus has it. */
const refusePiece = (c: Context, result: Refusal): Response => {
  if (result.code === 'kuota_foto')
    return problem(c, result.code, { params: result.params, retryAfter: QUOTA_SECONDS });
  const offset = result.params?.['offset'];
  if (offset !== undefined) c.header('Upload-Offset', String(offset));
  return problem(c, result.code, { params: result.params });
};

const pieceOf = async (
  c: Context,
  owner: string,
): Promise<({ readonly ok: true } & Piece) | (Refusal & { errors?: BodyFault[] })> => {
  const [offset = '', length = ''] = [c.req.header('upload-offset'), c.req.header('upload-length')];
  const sha = c.req.param('sha') ?? '';
  if (!SHA.test(sha)) return refuse('tidak_ada');
  if (c.req.header('content-type') !== 'application/octet-stream') return refuse('jenis_isi');
  if (c.req.header('content-encoding')) return refuse('sandian_isi');
  if (!DIGITS.test(offset))
    return { ...refuse('isi_salah'), errors: [{ pointer: '/Upload-Offset', code: 'isi_salah' }] };
  if (!DIGITS.test(length) || Number(length) === 0)
    return { ...refuse('isi_salah'), errors: [{ pointer: '/Upload-Length', code: 'isi_salah' }] };
  if (Number(length) > LIMITS.fotoBytes) return refuse('foto_besar', { byte: Number(length) });
  const bytes = await readBytes(c.req.raw, LIMITS.chunkMaxBytes);
  if (!bytes) return refuse('terlalu_besar', { batas: LIMITS.chunkMaxBytes });
  return { ok: true, owner, sha, offset: Number(offset), length: Number(length), bytes };
};

/** The row that says `utuh` follows the file: there may be a file without it, never the other way round. */
const takeIn = async (rooms: Rooms, piece: Piece): Promise<Put | Refusal> => {
  const { owner, sha, length: size } = piece;
  const since = rooms.clock() - QUOTA_WINDOW;
  const [known, used] = await rooms.store.read(
    async (tx) => [await tx.photo(owner, sha), await tx.photoBytes(owner, since)] as const,
  );
  if (known?.state === 'utuh') return { ok: true, offset: known.size, isWhole: true };
  const refused = known ? null : overQuota(used, size);
  if (refused) return refused;
  const result = await receivePiece(rooms.files, piece);
  if (!result.ok) return result;
  const { facts, offset } = result;
  const row = { owner, sha, size, mime: facts?.mime ?? null, received: offset, updatedAt: rooms.clock() };
  if (!known || facts)
    await rooms.store.write((tx) => tx.putPhoto({ ...row, state: facts ? 'utuh' : 'menerima' }));
  return { ok: true, offset, isWhole: facts !== null };
};
