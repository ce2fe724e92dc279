import { type Context, Hono } from 'hono';
import {
  LIMITS,
  OLDEST_PROTOCOL,
  type Refusal,
  refuse,
  type SyncAnswer,
  SyncRequest,
  unpackRequest,
} from '../../shared/protocol/index.ts';
import { catatAntrean, catatBeban } from '../insight/index.ts';
import { enterForgotten, isSignedBy } from '../people/index.ts';
import { StoreUnavailableError } from '../store/index.ts';
import { readJson } from './body.ts';
import { refusal } from './middleware/problem.ts';
import { whileRoom } from './middleware/room-left.ts';
import { inFormOf } from './older-form.ts';
import { packedJson } from './packed.ts';
import { receivedBytes } from './photo-offset.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { noteRefusedCommands } from './security-log.ts';
import { renewed, type Who, whoAsks } from './who.ts';

/** Stands beside the request, not in it: what is signed is kept, and this is to be forgotten. */
const BEBAN = 'kinerja-beban';

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
    allowNul: true,
  });
  if (!body.ok) return refusal(c, body.code === 'isi_salah' ? { ...body, code: 'amplop' } : body);
  const request = body.value;
  const signature = c.req.header('kinerja-signature') ?? '';
  const belief = await beliefIn(rooms, who, { request, bytes: body.bytes, signature });
  if (!belief.ok) return refusal(c, belief);
  const { signer } = belief;
  const signed = { bytes: body.bytes, deflated: body.deflated, signature, carrier: null, signer };
  const result = await rooms.ledger.exchange(who.account, { request, signed });
  if (!result.ok) return refusal(c, result);
  const phone = { dev: signer ?? request.dev, q: request.q };
  await noteRefusedCommands(rooms, c, { who, ops: request.ops, res: result.answer.res });
  await heard(rooms, c, who, { request: phone, answer: result.answer });
  const answer: SyncAnswer = {
    ...result.answer,
    blob: await offsets(rooms, who.account.id, request.ask),
  };
  const set = await renewed(rooms, who, c.req.raw);
  if (set) c.header('Set-Cookie', set);
  return packedJson(c, inFormOf(request.p, answer));
};

/**
 * What was accepted is on disk already: that its phone's queue, or its person's burden, could not be noted is no reason to deny it. A store that is
 * full or busy says so to whoever next has something to keep.
 */
const heard = (
  { store, clock, log }: Rooms,
  c: Context,
  { account }: Who,
  said: Omit<Parameters<typeof catatAntrean>[1], 'now'>,
): Promise<void> =>
  Promise.all([
    catatAntrean(store, { ...said, now: clock() }),
    catatBeban(store, { account: account.id, teks: c.req.header(BEBAN) ?? '', now: clock() }),
  ]).then(
    () => undefined,
    (cause: unknown) => {
      if (!(cause instanceof StoreUnavailableError)) log.fault(cause, c.get('requestId') as string);
    },
  );

type Signed = {
  readonly request: SyncRequest;
  readonly bytes: Uint8Array;
  readonly signature: string;
};

/** `signer` is the phone that vouches for another one of this person's; null where the request's own signed it. */
type Belief = { readonly ok: true; readonly signer: string | null } | Refusal;

/**
 * Whether a request is believed. Not where it is too old, another person's, of a phone that is not hers, or not signed.
 * What a phone numbered under an id that it had before (revoked since, or under a key that it has no more) keeps its
 * names: the phone that is signed in now vouches for it with its own key, and the ledger knows a repeat by its old name,
 * whichever copy of the phone brings it (docs/decisions/0022).
 */
const beliefIn = async (
  { store, clock, ledger }: Rooms,
  { account, device: own }: Who,
  signed: Signed,
): Promise<Belief> => {
  const { request, bytes, signature } = signed;
  if (request.p < OLDEST_PROTOCOL) return refuse('app_lama');
  if (request.u !== account.id) return refuse('bukan_pemilik');
  const device =
    (await store.read((tx) => tx.device(request.dev))) ??
    (await enterForgotten(store, { own, mayBeHers: ledger.mayBeDeviceOf, now: clock(), ...signed }));
  if (!device || device.account !== account.id) return refuse('perangkat_dicabut');
  const isLive = device.revokedAt === null;
  const isIts = isSignedBy(device.key, bytes, signature);
  if (isIts && isLive) return { ok: true, signer: null };
  // Whoever asks is not revoked. A copied phone has two ids with one key: where one was cut off, the other vouches.
  if (isSignedBy(own.key, bytes, signature)) return { ok: true, signer: own.id };
  return refuse(isLive ? 'bukti_perangkat' : 'perangkat_dicabut');
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
