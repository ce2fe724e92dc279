import * as z from 'zod/mini';
import { LIMITS } from './limits.ts';
import { WireGrant } from './sync.ts';

/** Public key of a device: ECDSA P-256 as JWK. The private half never leaves the phone. */
export const DeviceKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  y: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
});
export type DeviceKey = z.infer<typeof DeviceKey>;

/** Request of POST /api/session: signs a person in and registers the device's key, or recognises a device of hers. */
export const SignInRequest = z.strictObject({
  nip: z.string().check(z.regex(/^\d{18}$/)),
  sandi: z.string().check(z.minLength(1), z.maxLength(LIMITS.passwordMax * 2)),
  key: DeviceKey,
  /** What the person sees in the list of devices, such as "Chrome di Android". */
  label: z.string().check(z.maxLength(80)),
});
export type SignInRequest = z.infer<typeof SignInRequest>;

/** Answer of POST and GET /api/session. The session itself is an HttpOnly cookie. */
export const SessionAnswer = z.object({
  account: z.object({ id: z.string(), nip: z.string(), nama: z.string(), jabatan: z.string() }),
  device: z.string(),
  grants: z.array(WireGrant),
  now: z.int(),
});
export type SessionAnswer = z.infer<typeof SessionAnswer>;
