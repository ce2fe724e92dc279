import * as z from 'zod/mini';
import { LIMITS } from './limits.ts';
import { DeviceKey } from './session.ts';

/** Base64url without padding, up to `max` letters. */
const base64url = (max: number) => z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(max));
/** A credential id is 1023 bytes at the most (WebAuthn 4, "Credential ID"). */
const CredentialId = base64url(1364);

/** What a person calls a passkey, such as "HP dinas". */
const NamaKunci = z.string().check(z.trim(), z.minLength(1), z.maxLength(60));

/** A passkey as its owner and her admin see it. Times in epoch ms; `usedAt` null while nobody signed in with it. */
export const KunciSandi = z.object({
  id: z.string(),
  nama: z.string(),
  createdAt: z.int(),
  usedAt: z.nullable(z.int()),
});
export type KunciSandi = z.infer<typeof KunciSandi>;

/** Answer of GET /api/passkeys: one's own, and whether this account may add any here. */
export const KunciSandiSaya = z.object({ boleh: z.boolean(), list: z.array(KunciSandi) });
export type KunciSandiSaya = z.infer<typeof KunciSandiSaya>;

/** Request of POST /api/passkeys/options: the password once more, before another way in is made. */
export const MintaKunciSandi = z.strictObject({
  sandi: z.string().check(z.minLength(1), z.maxLength(LIMITS.passwordMax * 2)),
});
export type MintaKunciSandi = z.infer<typeof MintaKunciSandi>;

const Descriptor = z.object({ type: z.literal('public-key'), id: CredentialId });

/** Its answer: PublicKeyCredentialCreationOptionsJSON (WebAuthn Level 3, 5.1.8). */
export const OpsiDaftarKunci = z.object({
  challenge: base64url(200),
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: base64url(86), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.int() })),
  excludeCredentials: z.array(Descriptor),
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
  attestation: z.literal('none'),
  timeout: z.int(),
});
export type OpsiDaftarKunci = z.infer<typeof OpsiDaftarKunci>;

/** Request of POST /api/passkeys: what the authenticator made, and what the person calls it. */
export const DaftarKunciSandi = z.strictObject({
  nama: NamaKunci,
  id: CredentialId,
  clientDataJSON: base64url(4096),
  attestationObject: base64url(16_384),
});
export type DaftarKunciSandi = z.infer<typeof DaftarKunciSandi>;

/** Answer of POST /api/session/passkey/options: PublicKeyCredentialRequestOptionsJSON; no account is named. */
export const OpsiMasukKunci = z.object({
  challenge: base64url(200),
  rpId: z.string(),
  userVerification: z.literal('required'),
  timeout: z.int(),
});
export type OpsiMasukKunci = z.infer<typeof OpsiMasukKunci>;

/** What an authenticator signed: an assertion, in the parts that a check needs. */
export const TandaKunciSandi = z.strictObject({
  id: CredentialId,
  clientDataJSON: base64url(4096),
  authenticatorData: base64url(4096),
  signature: base64url(2048),
  userHandle: base64url(86),
});
export type TandaKunciSandi = z.infer<typeof TandaKunciSandi>;

/**
 * Answer of POST /api/access/proof/options: the same for whoever is signed in, with her own passkeys; none where she has none.
 * `userHandle` stands for the one that an authenticator may leave out when it is told which key to use (CTAP 2.1, 6.2.3).
 */
export const OpsiBuktiKunci = z.extend(OpsiMasukKunci, {
  allowCredentials: z.array(Descriptor),
  userHandle: base64url(86),
});
export type OpsiBuktiKunci = z.infer<typeof OpsiBuktiKunci>;

/** Request of POST /api/session/passkey: an assertion in the place of NIP and password; the rest as at the other sign-in. */
export const MasukKunciSandi = z.extend(TandaKunciSandi, {
  key: DeviceKey,
  label: z.string().check(z.maxLength(80)),
});
export type MasukKunciSandi = z.infer<typeof MasukKunciSandi>;
