import { type Context, Hono } from 'hono';
import {
  LIMITS,
  OLDEST_PROTOCOL,
  packAnswer,
  type Refusal,
  refuse,
  type SyncAnswer,
  SyncRequest,
  unpackRequest,
} from '../../shared/protocol/index.ts';
import { enterForgotten, isSignedBy } from '../people/index.ts';
import { readJson } from './body.ts';
import { refusal } from './middleware/problem.ts';
import { whileRoom } from './middleware/room-left.ts';
import { packedJson } from './packed.ts';
import { receivedBytes } from './photo-offset.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { renewed, type Who, whoAsks } from './who.ts';

/**
 * `POST /api/sync`: commands up, verdicts and changes down. A lane is taken before the body is read; then session,
 * body, owner, phone, signature; the ledger does the rest, and answers only after its commit.
 */
export const syncRoutes = (rooms: Rooms, lanes: Lanes): Hono => {
  const routes = new Hono();
  routes.post('/api/sync', whileRoom(rooms.roomLeft, { photos: false }), lanes('teks'), (c) =>
    postSync(rooms, c),
  );
  return routes;
};

const postSync = async (rooms: Rooms, c: Context): Promise<Response> => {
  const who = await whoAsks(rooms, c.req.raw);
  if (!who.ok) return refusal(c, who);
  const body = await readJson(c.req.raw, {
    schema: SyncRequest,
    unpack: unpackRequest,
    limit: LIMITS.requestBytes,
    compressed: true,
  });
  if (!body.ok) return refusal(c, body.code === 'isi_salah' ? { ...body, code: 'amplop' } : body);
  const request = body.value;
  const signature = c.req.header('kinerja-signature') ?? '';
  const doubtful = await doubtOf(rooms, who, { request, bytes: body.bytes, signature });
  if (doubtful) return refusal(c, doubtful);
  const signed = { bytes: body.bytes, signature, carrier: null };
  const result = await rooms.ledger.exchange(who.account, { request, signed });
  if (!result.ok) return refusal(c, result);
  const answer: SyncAnswer = {
    ...result.answer,
    blob: await offsets(rooms, who.account.id, request.ask),
  };
  const set = await renewed(rooms, who, c.req.raw);
  if (set) c.header('Set-Cookie', set);
  return packedJson(c, packAnswer(answer));
};

type Signed = {
  readonly request: SyncRequest;
  readonly bytes: Uint8Array;
  readonly signature: string;
};

/** Why this request is not believed: too old, another person's, a phone that is not hers, bytes that it did not sign. */
const doubtOf = async (
  { store, clock }: Rooms,
  { account, device: own }: Who,
  signed: Signed,
): Promise<Refusal | null> => {
  const { request, bytes, signature } = signed;
  if (request.p < OLDEST_PROTOCOL) return refuse('app_lama');
  if (request.u !== account.id) return refuse('bukan_pemilik');
  const device =
    (await store.read((tx) => tx.device(request.dev))) ??
    (await enterForgotten(store, { own, now: clock(), ...signed }));
  if (!device || device.account !== account.id || device.revokedAt !== null)
    return refuse('perangkat_dicabut');
  return isSignedBy(device.key, bytes, signature) ? null : refuse('bukti_perangkat');
};

const offsets = async (
  rooms: Rooms,
  owner: string,
  asked: readonly string[],
): Promise<SyncAnswer['blob']> => {
  const found: SyncAnswer['blob'] = {};
  for (const sha of asked) found[sha] = { off: await receivedBytes(rooms, owner, sha) };
  return found;
};
