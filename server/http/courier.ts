import { type Context, Hono } from 'hono';
import {
  type CourierAnswer,
  LIMITS,
  type Refusal,
  refuse,
  toBase64Url,
} from '../../shared/protocol/index.ts';
import { gatherPiece, type Piece } from '../files/index.ts';
import { isSignedBy } from '../people/index.ts';
import { deliver } from './carried.ts';
import type { Intake } from './intake.ts';
import { problem, refusal } from './middleware/problem.ts';
import { whileRoom } from './middleware/room-left.ts';
import { packedJson } from './packed.ts';
import { pieceOf, refusePiece } from './piece.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { createTurns } from './turns.ts';
import { whoAsks } from './who.ts';

const HOUR = 3_600_000;
/** Carried files that one person may begin to bring within an hour: a whole school's, and no more. */
const MOST_AN_HOUR = 60;
/** Unfinished ones that nobody has gone on with are let go of after this. */
const KEPT = 24 * HOUR;

type Gather = (piece: Piece) => Promise<Response>;

/**
 * `GET /api/courier` says for which key carried files are sealed. `PUT /api/courier/:sha` brings one in pieces, as a
 * photo: a request here has 25 s, and a file of many megabytes would never arrive in one. The last piece has it opened
 * and delivered, and is answered after that is durable; sent again, everything in it is known already.
 */
export const courierRoutes = (rooms: Rooms, lanes: Lanes, intake: Intake): Hono => {
  const routes = new Hono();
  const inTurn = createTurns();
  const { id, key } = rooms.receipts;
  routes.get('/api/courier', (c) => c.json({ ...rooms.courier.key, bukti: { id, key } }));
  routes.put('/api/courier/:sha', whileRoom(rooms.roomLeft, { photos: true }), lanes('titipan'), (c) =>
    putCarried(rooms, c, (piece) =>
      inTurn(`${piece.owner}/${piece.sha}`, () => takeIn(rooms, c, { piece, intake })),
    ),
  );
  return routes;
};

const putCarried = async (rooms: Rooms, c: Context, gather: Gather): Promise<Response> => {
  const who = await whoAsks(rooms, c.req.raw);
  if (!who.ok) return refusal(c, who);
  const piece = await pieceOf(c, {
    owner: who.account.id,
    most: LIMITS.carriedBytes,
    tooLarge: 'terlalu_besar',
  });
  if (!piece.ok) return refusal(c, piece);
  if (!isSignedBy(who.device.key, piece.bytes, c.req.header('kinerja-signature')))
    return refusal(c, refuse('bukti_perangkat'));
  const wait = piece.offset === 0 ? await countBegun(rooms, piece.owner) : 0;
  if (wait > 0) return problem(c, 'terlalu_sering', { retryAfter: wait / 1000 });
  return gather(piece);
};

/** Milliseconds to wait where this person has begun too many within the hour; else counts one more, and tidies up. */
const countBegun = async ({ store, carriedFiles, clock }: Rooms, owner: string): Promise<number> => {
  const now = clock();
  const key = `titipan:${owner}`;
  const wait = await store.write(
    async (tx) => {
      const known = await tx.throttle(key);
      const live = known && known.since <= now && now - known.since < HOUR ? known : null;
      if (live && live.failures >= MOST_AN_HOUR) return live.since + HOUR - now;
      await tx.putThrottle({ key, failures: (live?.failures ?? 0) + 1, since: live?.since ?? now, until: 0 });
      return 0;
    },
    { names: [key] },
  );
  if (wait === 0) await carriedFiles.sweep(now - KEPT);
  return wait;
};

const takeIn = async (
  rooms: Rooms,
  c: Context,
  { piece, intake }: { readonly piece: Piece; readonly intake: Intake },
): Promise<Response> => {
  const gathered = await gatherPiece(rooms.carriedFiles, piece);
  if (!gathered.ok) return refusePiece(c, gathered);
  c.header('Upload-Offset', String(gathered.offset));
  if (!gathered.whole) return c.body(null, 204);
  const answer = await open({ ...rooms, intake, carrier: piece.owner }, new Uint8Array(gathered.whole));
  return 'code' in answer ? refusal(c, answer) : packedJson(c, answer);
};

const open = async (
  rooms: Rooms & { readonly intake: Intake; readonly carrier: string },
  bytes: Uint8Array<ArrayBuffer>,
): Promise<CourierAnswer | Refusal> => {
  const opened = await rooms.courier.open(bytes);
  if (!opened.ok) return opened;
  const delivery = await deliver(rooms, opened);
  if (!delivery.ok) return delivery;
  const { nama, counts, receipt } = delivery;
  return { nama, ...counts, bukti: toBase64Url(opened.sealReceipt(receipt)) };
};
