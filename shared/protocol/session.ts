import * as z from 'zod/mini';
import { WireGrant } from './sync.ts';

/** Public key of a device: ECDSA P-256 as JWK. The private half never leaves the phone. */
export const DeviceKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  y: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
});
export type DeviceKey = z.infer<typeof DeviceKey>;

/** Answer of POST and GET /api/session. The session itself is an HttpOnly cookie. */
export const SessionAnswer = z.object({
  account: z.object({ id: z.string(), nip: z.string(), nama: z.string(), jabatan: z.string() }),
  device: z.string(),
  grants: z.array(WireGrant),
  now: z.int(),
  /** The data key of the app lock, base64url, where it was sent along sealed, by its owner, to this server. */
  kunci: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))),
});
export type SessionAnswer = z.infer<typeof SessionAnswer>;
