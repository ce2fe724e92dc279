import type { DaftarKunciSandi, KunciSandi, TandaKunciSandi } from '../../shared/protocol/index.ts';
import type { AktaAkses } from '../../shared/records/index.ts';
import type { StoredPasskey, WriteTx } from '../store/index.ts';

/** Where passkeys are bound to: the host name, and the origins from which they may be used. */
export type RelyingParty = { readonly id: string; readonly origins: readonly string[] };

/** EdDSA, ES256, RS256: what authenticators of the field can (WebAuthn 5.4, `pubKeyCredParams`). */
export const ALGORITHMS = [-8, -7, -257] as const;

type Asked = { readonly rp: RelyingParty; readonly redeem: (challenge: string) => Promise<boolean> };

/** Loaded when somebody first uses one: most schools never do. */
const library = () => import('@simplewebauthn/server');

/** How the look at what an authenticator sent ended: `lewat` where its challenge was none of ours, used or too old. */
type Looked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly lewat: boolean };

/** Runs a check of the library, which throws at everything that it refuses; what it says is for developers. */
const look = async <T>(
  { redeem }: Asked,
  check: (expectedChallenge: (challenge: string) => Promise<boolean>) => Promise<T | null>,
): Promise<Looked<T>> => {
  let lewat = false;
  try {
    const value = await check(async (challenge) => {
      lewat = !(await redeem(challenge));
      return !lewat;
    });
    return value === null ? { ok: false, lewat } : { ok: true, value };
  } catch {
    return { ok: false, lewat };
  }
};

const FORM = { type: 'public-key', clientExtensionResults: {} } as const;

/** A new passkey from what an authenticator made; user verification is demanded, where it was made is not asked. */
export const checkNewPasskey = (
  asked: Asked,
  { id, clientDataJSON, attestationObject }: Omit<DaftarKunciSandi, 'nama'>,
): Promise<Looked<Pick<StoredPasskey, 'id' | 'publicKey' | 'counter'>>> =>
  look(asked, async (expectedChallenge) => {
    const { verifyRegistrationResponse } = await library();
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { ...FORM, id, rawId: id, response: { clientDataJSON, attestationObject } },
      expectedChallenge,
      expectedOrigin: [...asked.rp.origins],
      expectedRPID: asked.rp.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...ALGORITHMS],
    });
    if (!verified || !registrationInfo) return null;
    const { id: made, publicKey, counter } = registrationInfo.credential;
    return made === id ? { id, publicKey, counter } : null;
  });

/**
 * The counter of a passkey after it signed: null where the signature, origin, host or user verification is not right, or
 * where the counter did not move on, as with a copy of the authenticator (WebAuthn 6.1.1, 7.2 step 22).
 */
export const checkPasskey = (
  asked: Asked,
  passkey: StoredPasskey,
  { id, clientDataJSON, authenticatorData, signature, userHandle }: TandaKunciSandi,
): Promise<Looked<number>> =>
  look(asked, async (expectedChallenge) => {
    const { verifyAuthenticationResponse } = await library();
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        ...{ ...FORM, id, rawId: id },
        response: { clientDataJSON, authenticatorData, signature, userHandle },
      },
      expectedChallenge,
      expectedOrigin: [...asked.rp.origins],
      expectedRPID: asked.rp.id,
      credential: { id, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter },
      requireUserVerification: true,
    });
    const isHers = Buffer.from(userHandle, 'base64url').toString() === passkey.account;
    return verified && isHers ? authenticationInfo.newCounter : null;
  });

/** A passkey as people see it: nothing that a check needs. */
export const passkeyShown = ({ id, nama, createdAt, usedAt }: StoredPasskey): KunciSandi => ({
  id,
  nama,
  createdAt,
  usedAt,
});

/**
 * The host name that passkeys of this page are bound to, by the configured origins; where none is configured, by the page's
 * own, and only on localhost, which is nobody else's. Null where there is none: an address of numbers is no host name.
 */
export const relyingPartyOf = (
  configured: readonly string[],
  { origin, host }: { readonly origin: string | null; readonly host: string | null },
): RelyingParty | null => {
  const own = origin ?? configured[0] ?? `http://${host}`;
  if (!URL.canParse(own)) return null;
  const id = new URL(own).hostname;
  if (/^[\d.]+$|^\[/.test(id)) return null;
  if (configured.length === 0) return id === 'localhost' ? { id, origins: [own] } : null;
  return configured.includes(own) ? { id, origins: configured } : null;
};

/** Takes all passkeys of an account away, as where it is given back to its owner; gives the lines that say so. */
export const removePasskeysOf = async (tx: WriteTx, account: string): Promise<AktaAkses[]> => {
  const gone: AktaAkses[] = [];
  for (const { id, nama } of await tx.passkeysOf(account)) {
    await tx.removePasskey(id);
    gone.push({ jenis: 'kunci_hapus', keterangan: nama });
  }
  return gone;
};
