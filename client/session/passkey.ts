import {
  type DaftarKunciSandi,
  fromBase64Url,
  type OpsiDaftarKunci,
  type OpsiMasukKunci,
  type TandaKunciSandi,
} from '../../shared/protocol/index.ts';
import { fetchSignInOptions, fetchTransport, sendPasskeySignIn } from '../sync/index.ts';
import { deviceLabel, makeDeviceKey, publicPart } from './device-key.ts';
import { afterLeaving, keptKey, type Place, remember, type SignInResult } from './sign-in.ts';

/*
 * Passkeys by the browser's own JSON methods (WebAuthn Level 3, 5.1.8 to 5.1.10): browsers that lack them are offered none,
 * and nothing of a library travels.
 */

/** True where this browser can make and use passkeys in the form that is spoken here; an address of numbers is no host name. */
export const dapatKunciSandi = (): boolean =>
  'PublicKeyCredential' in globalThis &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential &&
  !/^[\d.]+$|^\[/.test(location.hostname);

const base64url = (buffer: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** Null where the person chose none, or something else was asked meanwhile; throws nothing that people could not mend. */
const chosen = async (asked: Promise<Credential | null>): Promise<PublicKeyCredential | string | null> => {
  try {
    return (await asked) as PublicKeyCredential | null;
  } catch (cause) {
    const name = cause instanceof DOMException ? cause.name : '';
    if (name === 'InvalidStateError') return 'kunci_sandi_ada';
    return name === 'SecurityError' || name === 'NotSupportedError' ? 'kunci_sandi_mati' : null;
  }
};

/** What an authenticator of this phone makes; null where the person gave up, a code where it cannot be. */
export const buatKunciSandi = async (
  options: OpsiDaftarKunci,
): Promise<Omit<DaftarKunciSandi, 'nama'> | 'kunci_sandi_ada' | 'kunci_sandi_mati' | null> => {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const made = await chosen(navigator.credentials.create({ publicKey }));
  if (made === null || typeof made === 'string') return made as 'kunci_sandi_ada' | null;
  const { clientDataJSON, attestationObject } = made.response as AuthenticatorAttestationResponse;
  return {
    id: made.id,
    clientDataJSON: base64url(clientDataJSON),
    attestationObject: base64url(attestationObject),
  };
};

type Tanya = { readonly diam?: boolean; readonly signal?: AbortSignal };
/** With whose key it is, where that is known before: an authenticator that is told may keep it to itself. */
type Opsi = OpsiMasukKunci & { readonly userHandle?: string };

/** What an authenticator signs for these options; null where the person chose none, a code where it cannot be. */
export const tandaiKunci = async (
  { userHandle: known, ...options }: Opsi,
  { diam = false, signal }: Tanya = {},
): Promise<TandaKunciSandi | 'kunci_sandi_mati' | 'kunci_sandi_salah' | null> => {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const mediation = diam ? 'conditional' : 'optional';
  const signed = await chosen(
    navigator.credentials.get({ publicKey, mediation, ...(signal ? { signal } : {}) }),
  );
  if (signed === null) return null;
  if (typeof signed === 'string') return 'kunci_sandi_mati';
  const { clientDataJSON, authenticatorData, signature, userHandle } =
    signed.response as AuthenticatorAssertionResponse;
  const handle = userHandle ? base64url(userHandle) : known;
  if (!handle) return 'kunci_sandi_salah';
  return {
    id: signed.id,
    clientDataJSON: base64url(clientDataJSON),
    authenticatorData: base64url(authenticatorData),
    signature: base64url(signature),
    userHandle: handle,
  };
};

/** The account that an authenticator signed for. */
const akunDari = ({ userHandle }: TandaKunciSandi): string =>
  new TextDecoder().decode(fromBase64Url(userHandle) ?? new Uint8Array());

type Asking = Place & {
  /** Offered among what the keyboard suggests, instead of in a window of its own. */
  readonly diam?: boolean;
  readonly signal?: AbortSignal;
};

/** Signs in by a passkey; null where the person chose none. The device is registered just as with a password. */
export const masukDenganKunci = async (
  { diam = false, signal, ...place }: Asking,
  fresh?: CryptoKeyPair,
): Promise<SignInResult | null> => {
  const { transport = fetchTransport, agent = navigator.userAgent } = place;
  const asked = await fetchSignInOptions(transport);
  if (!asked.ok) return asked;
  const tanda = await tandaiKunci(asked.isi, signal ? { diam, signal } : { diam });
  if (tanda === null) return null;
  if (typeof tanda === 'string') return { ok: false, code: tanda };
  const id = akunDari(tanda);
  const key = fresh ?? (await keptKey({ id }, place)) ?? (await makeDeviceKey());
  await afterLeaving();
  const answer = await sendPasskeySignIn(transport, {
    ...tanda,
    key: await publicPart(key),
    label: deviceLabel(agent),
  });
  // As with a password: the old key was revoked, so a new one is registered; the challenge is spent, so she is asked again.
  if (!answer.ok && answer.code === 'perangkat_dicabut' && !fresh)
    return masukDenganKunci(place, await makeDeviceKey());
  if (!answer.ok) return answer;
  await remember(answer.isi, key, place);
  return { ok: true, id: answer.isi.account.id };
};

/** A challenge lives five minutes; another is asked for before it ends. */
const ROUND = 240_000;

/**
 * Offers passkeys in the list of what the keyboard suggests, for as long as the signal lasts, and hands on how it ended. What
 * nobody asked for does not fail aloud: only `kunci_sandi_mati` and what came of a choice is told.
 */
export const tawarkanKunci = async (
  signal: AbortSignal,
  onHasil: (result: SignInResult) => void,
): Promise<void> => {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
  while (!signal.aborted) {
    const round = AbortSignal.any([signal, AbortSignal.timeout(ROUND)]);
    const result = await masukDenganKunci({ diam: true, signal: round });
    // Nobody has chosen yet, unless the browser gave up before the time was over.
    if (result === null && round.aborted) continue;
    if (result && (result.ok || result.code.startsWith('kunci_sandi'))) onHasil(result);
    return;
  }
};
