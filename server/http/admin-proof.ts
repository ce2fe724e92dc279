import { type Context, Hono } from 'hono';
import { BuktiDiri, type OpsiBuktiKunci, refuse, type TandaKunciSandi } from '../../shared/protocol/index.ts';
import { CHALLENGE_MS, type Challenges, changeKey, checkPasskey, createChallenges } from '../people/index.ts';
import { openAdminSession } from './admin-session.ts';
import { readJson } from './body.ts';
import { problem, refusal } from './middleware/problem.ts';
import { countOwn, provePassword, type Refused } from './own-proof.ts';
import { partyOf } from './passkey-party.ts';
import { moveOn } from './passkey-sign-in.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { sebagaiAdminMana } from './sebagai-admin.ts';
import { noteProof } from './security-log.ts';
import type { Who } from './who.ts';

const BODY_BYTES = 32_768;

/**
 * An admin's proof of who he is, inside a session: `POST /api/access/proof` takes his password or a passkey of his, begins
 * the admin's part of the session anew, and is enough for ten minutes of acting on others; `…/options` is what an
 * authenticator needs.
 */
export const adminProofRoutes = (rooms: Rooms, lanes: Lanes): Hono => {
  const challenges = createChallenges(rooms);
  const routes = new Hono();
  routes.post('/api/access/proof', lanes('masuk'), (c) =>
    sebagaiAdminMana(rooms, c, (_, who) => postProof(rooms, c, { who, challenges }), 'pintu'),
  );
  routes.post('/api/access/proof/options', lanes('masuk'), (c) =>
    sebagaiAdminMana(rooms, c, (_, who) => postOptions(rooms, c, { who, challenges }), 'pintu'),
  );
  return routes;
};

type Asked = { readonly who: Who; readonly challenges: Challenges };

/** Bound to the session: what another one asked for proves nothing here. */
const purposeOf = ({ session }: Who): string => `bukti:${session.tokenHash}`;

const postOptions = async (rooms: Rooms, c: Context, { who, challenges }: Asked): Promise<Response> => {
  const rp = partyOf(rooms, c);
  if (!rp) return refusal(c, refuse('kunci_sandi_mati'));
  const own = await rooms.store.read((tx) => tx.passkeysOf(who.account.id));
  return c.json({
    challenge: challenges.issue(purposeOf(who)),
    rpId: rp.id,
    userVerification: 'required',
    timeout: CHALLENGE_MS,
    userHandle: Buffer.from(who.account.id).toString('base64url'),
    allowCredentials: own.map(({ id }) => ({ type: 'public-key', id })),
  } satisfies OpsiBuktiKunci);
};

const postProof = async (rooms: Rooms, c: Context, { who, challenges }: Asked): Promise<Response> => {
  const body = await readJson(c.req.raw, { schema: BuktiDiri, limit: BODY_BYTES });
  if (!body.ok) return refusal(c, body);
  const proof = await ('kunci' in body.value
    ? provePasskey(rooms, c, { who, challenges, tanda: body.value.kunci })
    : provePassword(rooms, c, { account: who.account, sandi: body.value.sandi }));
  if (!proof.ok) return problem(c, proof.code, proof);
  await openAdminSession(rooms, who.session);
  return c.body(null, 204);
};

type ByKey = Asked & { readonly tanda: TandaKunciSandi };

const provePasskey = async (
  rooms: Rooms,
  c: Context,
  asked: ByKey,
): Promise<{ readonly ok: true } | Refused> => {
  const proof = await lookAtPasskey(rooms, c, asked);
  const { nip } = asked.who.account;
  noteProof(rooms, c, { cara: 'kunci_sandi_lagi', nip, kode: proof.ok ? null : proof.code });
  return proof;
};

/** Counted on its own: whoever plays with passkeys does not hold the password up. */
const lookAtPasskey = async (
  rooms: Rooms,
  c: Context,
  { who, challenges, tanda }: ByKey,
): Promise<{ readonly ok: true } | Refused> => {
  const rp = partyOf(rooms, c);
  if (!rp) return refuse('kunci_sandi_mati');
  const key = `kunci-${changeKey(who.account.nip)}`;
  const gate = await countOwn(rooms, key);
  if (!gate.ok) return gate;
  const passkey = await rooms.store.read((tx) => tx.passkey(tanda.id));
  if (passkey?.account !== who.account.id) return refuse('kunci_sandi_salah');
  const redeem = (challenge: string) => challenges.redeem(purposeOf(who), challenge);
  const checked = await checkPasskey({ rp, redeem }, passkey, tanda);
  if (!checked.ok) return refuse(checked.lewat ? 'kunci_sandi_lewat' : 'kunci_sandi_salah');
  if (!(await moveOn(rooms, passkey, checked.value))) return refuse('kunci_sandi_salah');
  await rooms.store.write((tx) => tx.removeThrottle(key), { names: [key] });
  return { ok: true };
};
