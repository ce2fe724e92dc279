import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import {
  LIMITS,
  type LostAnswer,
  LostAsk,
  LostMark,
  type Refusal,
  refuse,
  unpackCargo,
  wipeText,
} from '../../shared/protocol/index.ts';
import {
  cookie,
  isSignedBy,
  lossOf,
  markLost,
  noteWiped,
  orderFor,
  SESSION_COOKIE,
  unmarkLost,
} from '../people/index.ts';
import { holdAccount, type StoredAccount, type StoredDevice, type WriteTx } from '../store/index.ts';
import { readBytes, readJson } from './body.ts';
import { commandsIn, keepHandedPart } from './handed.ts';
import { dropWork, takeWork } from './handed-work.ts';
import type { Intake } from './intake.ts';
import { notFound, problem, refusal } from './middleware/problem.ts';
import { whileRoom } from './middleware/room-left.ts';
import { provePassword } from './own-proof.ts';
import { isSha } from './piece.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { type Who, whoAsks } from './who.ts';

const BODY_BYTES = 4096;
/** One photo and what is around it. */
const PART_BYTES = LIMITS.fotoBytes + 64 * 1024;

/**
 * Lost phones (docs/decisions/0019). `POST /api/lost` and `PUT /api/lost/:dev/:sha` are asked by the phone itself, believed
 * by its signature and without a session, which may have ended long ago; the others by its owner from another phone.
 */
export const hilangRoutes = (rooms: Rooms, lanes: Lanes, intake: Intake): Hono => {
  const routes = new Hono();
  routes.post('/api/lost', lanes('teks'), (c) => postAsk(rooms, c));
  routes.put('/api/lost/:dev/:sha', whileRoom(rooms.roomLeft, { photos: false }), lanes('titipan'), (c) =>
    putWork(rooms, c),
  );
  routes.post('/api/devices/:id/lost', lanes('masuk'), (c) => mark(rooms, c, 'hilang'));
  routes.post('/api/devices/:id/found', lanes('masuk'), (c) => mark(rooms, c, 'hilang_batal'));
  routes.post('/api/devices/:id/work', lanes('titipan'), (c) =>
    asOwner(rooms, c, (who, id) => takeWork(rooms, c, { intake, which: { account: who.account, id } })),
  );
  routes.delete('/api/devices/:id/work', (c) =>
    asOwner(rooms, c, (who, id) => dropWork(rooms, c, { account: who.account, id })),
  );
  return routes;
};

type Sender = { readonly account: StoredAccount; readonly device: StoredDevice };

/** The phone that signed these bytes; null for anybody else, a person without an account any more too. */
const senderOf = async (
  { store }: Rooms,
  { dev, bytes, signature }: { dev: string; bytes: Uint8Array; signature: string | undefined },
): Promise<Sender | null> => {
  const device = await store.read((tx) => tx.device(dev));
  const account = device && (await store.read((tx) => tx.accountById(device.account)));
  return device && account && isSignedBy(device.key, bytes, signature) ? { account, device } : null;
};

/** Orders, parts and the owner's word about a phone come one after the other: the mark is hers to take back until then. */
const holding = <T>({ store }: Rooms, account: string, work: (tx: WriteTx) => Promise<T>): Promise<T> =>
  store.write(work, { names: [holdAccount(account)] });

const postAsk = async (rooms: Rooms, c: Context): Promise<Response> => {
  const body = await readJson(c.req.raw, { schema: LostAsk, limit: BODY_BYTES });
  if (!body.ok) return refusal(c, body);
  const { u, dev, nonce, selesai } = body.value;
  const signature = c.req.header('kinerja-signature');
  const sender = await senderOf(rooms, { dev, bytes: body.bytes, signature });
  // Strangers learn nothing, and a phone that somebody else speaks for is not lost by that.
  if (sender?.account.id !== u) return c.json({ hilang: false } satisfies LostAnswer);
  if (selesai) return done(rooms, c, sender);
  // Most phones that ask are not lost: they cost no write.
  const lost = await rooms.store.read((tx) => lossOf(tx, { account: u, id: dev }));
  const order =
    lost && (await holding(rooms, u, (tx) => orderFor(tx, { u, dev, nonce, now: rooms.clock() })));
  if (!order) return c.json({ hilang: false } satisfies LostAnswer);
  const answer: LostAnswer = {
    hilang: true,
    perintah: { ...order, ...rooms.receipts.signText(wipeText(order)) },
  };
  return c.json(answer);
};

/**
 * The data are gone. What the browser itself keeps of photos that it showed goes with this answer: the one place where
 * `Clear-Site-Data` is sent, and of `"cache"` alone, which no queue lies in.
 */
const done = async (rooms: Rooms, c: Context, { account, device }: Sender): Promise<Response> => {
  const { id, nama } = account;
  const here = await whoAsks(rooms, c.req.raw);
  await rooms.akses.sendiri({ id, nama }, async (tx) => {
    const isNew = await noteWiped(tx, { account: id, id: device.id, now: rooms.clock() });
    return {
      hasil: null,
      catat: isNew ? { jenis: 'terhapus', keterangan: device.label.slice(0, 80) } : null,
    };
  });
  if (!here.ok && here.code === 'perangkat_dicabut') c.header('Set-Cookie', cookie(SESSION_COOKIE, '', 0));
  c.header('Clear-Site-Data', '"cache"');
  return c.json({ hilang: false } satisfies LostAnswer);
};

/** Keeps a part of what a lost phone had not sent: apart from everything, and unread until its owner says yes. */
const putWork = async (rooms: Rooms, c: Context): Promise<Response> => {
  const [dev, sha] = [c.req.param('dev') ?? '', c.req.param('sha') ?? ''];
  if (!isSha(sha)) return notFound(c);
  if (c.req.header('content-type') !== 'application/octet-stream') return refusal(c, refuse('jenis_isi'));
  const bytes = await readBytes(c.req.raw, PART_BYTES);
  if (!bytes) return refusal(c, refuse('terlalu_besar', { batas: PART_BYTES }));
  const sender = await senderOf(rooms, { dev, bytes, signature: c.req.header('kinerja-signature') });
  if (!sender) return notFound(c);
  const kept = await keepPart(rooms, sender, { sha, bytes });
  return kept.ok ? c.body(null, 204) : refusal(c, kept);
};

const keepPart = async (
  rooms: Rooms,
  { account, device }: Sender,
  { sha, bytes }: { readonly sha: string; readonly bytes: Uint8Array },
): Promise<{ readonly ok: true } | Refusal> => {
  const cargo = unpackCargo(new Uint8Array(bytes));
  if (!cargo || createHash('sha256').update(bytes).digest('hex') !== sha) return refuse('isi_salah');
  return holding(rooms, account.id, async (tx) => {
    const lost = await lossOf(tx, { account: account.id, id: device.id });
    if (!lost || lost.orderedAt === null || lost.wipedAt !== null) return refuse('tidak_ada');
    const entri = cargo.envelopes.reduce((sum, { bytes: one }) => sum + commandsIn(one), 0);
    return keepHandedPart(tx, {
      ...{ id: sha, device: lost.device, receivedAt: rooms.clock() },
      ...{ entri, foto: cargo.photos.length, bytes, refused: null },
    });
  });
};

const asOwner = async (
  rooms: Rooms,
  c: Context,
  work: (who: Who, id: string) => Promise<Response>,
): Promise<Response> => {
  const who = await whoAsks(rooms, c.req.raw);
  return who.ok ? work(who, c.req.param('id') ?? '') : refusal(c, who);
};

/** Marks a phone as lost, or as found again, by the password once more: a stolen session must not wipe the others. */
const mark = (rooms: Rooms, c: Context, jenis: 'hilang' | 'hilang_batal'): Promise<Response> =>
  asOwner(rooms, c, async ({ account, device }, id) => {
    const body = await readJson(c.req.raw, { schema: LostMark, limit: BODY_BYTES });
    if (!body.ok) return refusal(c, body);
    const proof = await provePassword(rooms, c, { account, sandi: body.value.sandi });
    if (!proof.ok) return problem(c, proof.code, proof);
    if (id === device.id) return refusal(c, refuse('hilang_sendiri'));
    const which = { account: account.id, id, now: rooms.clock() };
    const done = await rooms.akses.sendiri({ id: account.id, nama: account.nama }, async (tx) => {
      const marked = await (jenis === 'hilang' ? markLost(tx, which) : unmarkLost(tx, which));
      const isNew = marked !== null && marked !== 'terlambat' && marked.isNew;
      return { hasil: marked, catat: isNew ? { jenis, keterangan: marked.label.slice(0, 80) } : null };
    });
    if (!done) return notFound(c);
    return done === 'terlambat' ? refusal(c, refuse('tahap_salah')) : c.body(null, 204);
  });
