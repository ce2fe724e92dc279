import { type Context, Hono } from 'hono';
import {
  DaftarKunciSandi,
  type KunciSandi,
  type KunciSandiSaya,
  MasukKunciSandi,
  MintaKunciSandi,
  type OpsiDaftarKunci,
  type OpsiMasukKunci,
  type Refusal,
  refuse,
} from '../../shared/protocol/index.ts';
import {
  ALGORITHMS,
  CHALLENGE_MS,
  type Challenges,
  checkNewPasskey,
  createChallenges,
  passkeyShown,
} from '../people/index.ts';
import { readJson } from './body.ts';
import { addressOf } from './connection.ts';
import { notFound, problem, refusal } from './middleware/problem.ts';
import { provePassword } from './own-proof.ts';
import { partyOf } from './passkey-party.ts';
import { passkeySignIn, SIGN_IN } from './passkey-sign-in.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { noteProof } from './security-log.ts';
import { sendSession } from './session.ts';
import { type Who, whoAsks } from './who.ts';

const BODY_BYTES = 32_768;
const MOST = 10;

/** All that a route of passkeys works with. */
type Desk = { readonly rooms: Rooms; readonly challenges: Challenges };

/**
 * Passkeys beside the password: `/api/passkeys` lists, adds and removes one's own, `/api/session/passkey` signs in by one.
 * Who decides on others, or keeps others' accounts, may have them (trust.md 4.7); the password and the slip remain.
 */
export const passkeyRoutes = (rooms: Rooms, lanes: Lanes): Hono => {
  const desk = { rooms, challenges: createChallenges(rooms) };
  const routes = new Hono();
  routes.get('/api/passkeys', (c) => asOwner(desk, c, (who) => getOwn(desk, c, who)));
  routes.post('/api/passkeys/options', lanes('masuk'), (c) =>
    asOwner(desk, c, (who) => postOptions(desk, c, who)),
  );
  routes.post('/api/passkeys', lanes('masuk'), (c) => asOwner(desk, c, (who) => postNew(desk, c, who)));
  routes.delete('/api/passkeys/:key', (c) => asOwner(desk, c, (who) => remove(desk, c, who)));
  routes.post('/api/session/passkey/options', lanes('masuk'), (c) => postSignInOptions(desk, c));
  routes.post('/api/session/passkey', lanes('masuk'), (c) => postSignIn(desk, c));
  return routes;
};

const asOwner = async (
  { rooms }: Desk,
  c: Context,
  work: (who: Who) => Promise<Response>,
): Promise<Response> => {
  const who = await whoAsks(rooms, c.req.raw);
  if (!who.ok) return refusal(c, who);
  c.header('Cache-Control', 'no-store');
  return work(who);
};

/** Teachers have no use for one: what theirs would open is on their phone anyway, and their password stays the only way. */
const mayAdd = async ({ rooms }: Desk, { account }: Who): Promise<boolean> =>
  (await rooms.ledger.grantsOf(account.id)).some(({ peran }) => peran !== 'guru' && peran !== 'pembaca');

const getOwn = async (desk: Desk, c: Context, who: Who): Promise<Response> => {
  const list = await desk.rooms.store.read((tx) => tx.passkeysOf(who.account.id));
  const boleh = partyOf(desk.rooms, c) !== null && (await mayAdd(desk, who));
  return c.json({ boleh, list: list.map(passkeyShown) } satisfies KunciSandiSaya);
};

/** Bound to the session in which the password was given: another that was stolen gets nothing by it. */
const registering = ({ session }: Who): string => `daftar:${session.tokenHash}`;

const postOptions = async (desk: Desk, c: Context, who: Who): Promise<Response> => {
  const { rooms, challenges } = desk;
  const rp = partyOf(desk.rooms, c);
  if (!rp) return refusal(c, refuse('kunci_sandi_mati'));
  if (!(await mayAdd(desk, who))) return refusal(c, refuse('di_luar_wewenang'));
  const body = await readJson(c.req.raw, { schema: MintaKunciSandi, limit: BODY_BYTES });
  if (!body.ok) return refusal(c, body);
  const proof = await provePassword(rooms, c, { account: who.account, sandi: body.value.sandi });
  if (!proof.ok) return problem(c, proof.code, proof);
  const { id, nip, nama } = who.account;
  const own = await rooms.store.read((tx) => tx.passkeysOf(id));
  if (own.length >= MOST) return refusal(c, refuse('kunci_sandi_penuh'));
  return c.json({
    challenge: challenges.issue(registering(who)),
    rp: { id: rp.id, name: 'e-Kinerja Luring' },
    user: { id: Buffer.from(id).toString('base64url'), name: nip, displayName: nama },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    excludeCredentials: own.map((one) => ({ type: 'public-key', id: one.id })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    attestation: 'none',
    timeout: CHALLENGE_MS,
  } satisfies OpsiDaftarKunci);
};

const postNew = async (desk: Desk, c: Context, who: Who): Promise<Response> => {
  const { rooms, challenges } = desk;
  const rp = partyOf(desk.rooms, c);
  if (!rp) return refusal(c, refuse('kunci_sandi_mati'));
  const body = await readJson(c.req.raw, { schema: DaftarKunciSandi, limit: BODY_BYTES });
  if (!body.ok) return refusal(c, body);
  const { nama, ...made } = body.value;
  const redeem = (challenge: string) => challenges.redeem(registering(who), challenge);
  const checked = await checkNewPasskey({ rp, redeem }, made);
  if (!checked.ok) return refusal(c, refuse(checked.lewat ? 'kunci_sandi_lewat' : 'kunci_sandi_salah'));
  const { account, session } = who;
  const kept = await rooms.akses.sendiri<Refusal | { ok: true; kunci: KunciSandi }>(account, async (tx) => {
    // As it is now: checking took its time, and the session may have been ended meanwhile.
    if (!(await tx.session(session.tokenHash))) return { hasil: refuse('masuk_lagi'), catat: null };
    if (await tx.passkey(checked.value.id)) return { hasil: refuse('kunci_sandi_ada'), catat: null };
    if ((await tx.passkeysOf(account.id)).length >= MOST)
      return { hasil: refuse('kunci_sandi_penuh'), catat: null };
    const passkey = { ...checked.value, account: account.id, nama, createdAt: rooms.clock(), usedAt: null };
    await tx.putPasskey(passkey);
    return {
      hasil: { ok: true, kunci: passkeyShown(passkey) },
      catat: { jenis: 'kunci', keterangan: nama },
    };
  });
  return kept.ok ? c.json(kept.kunci, 201) : refusal(c, kept);
};

const remove = async ({ rooms }: Desk, c: Context, { account }: Who): Promise<Response> => {
  const isGone = await rooms.akses.sendiri(account, async (tx) => {
    const passkey = await tx.passkey(c.req.param('key') ?? '');
    if (passkey?.account !== account.id) return { hasil: false, catat: null };
    await tx.removePasskey(passkey.id);
    return { hasil: true, catat: { jenis: 'kunci_hapus', keterangan: passkey.nama } };
  });
  return isGone ? c.body(null, 204) : notFound(c);
};

const postSignInOptions = (desk: Desk, c: Context): Response | Promise<Response> => {
  const rp = partyOf(desk.rooms, c);
  if (!rp) return refusal(c, refuse('kunci_sandi_mati'));
  const challenge = desk.challenges.issue(SIGN_IN);
  return c.json({
    challenge,
    rpId: rp.id,
    userVerification: 'required',
    timeout: CHALLENGE_MS,
  } satisfies OpsiMasukKunci);
};

/** NIP of whoever has this passkey; its own id where nobody does. */
const nipBehind = ({ store }: Rooms, id: string): Promise<string> =>
  store.read(async (tx) => {
    const passkey = await tx.passkey(id);
    return (passkey && (await tx.accountById(passkey.account))?.nip) ?? id;
  });

const postSignIn = async (desk: Desk, c: Context): Promise<Response> => {
  const { rooms, challenges } = desk;
  const rp = partyOf(desk.rooms, c);
  if (!rp) return refusal(c, refuse('kunci_sandi_mati'));
  const body = await readJson(c.req.raw, { schema: MasukKunciSandi, limit: BODY_BYTES });
  if (!body.ok) return refusal(c, body);
  const result = await passkeySignIn(rooms, {
    ...{ request: body.value, rp, challenges },
    address: addressOf(c, rooms.config.trustProxy),
    cookies: c.req.header('cookie') ?? null,
  });
  const nip = result.ok ? result.account.nip : await nipBehind(rooms, body.value.id);
  noteProof(rooms, c, { cara: 'kunci_sandi', nip, kode: result.ok ? null : result.code });
  return result.ok
    ? sendSession(rooms, c, result)
    : problem(c, result.code, { params: result.params, retryAfter: result.retryAfter });
};
