import * as z from 'zod/mini';
import { LIMITS } from './limits.ts';
import { DeviceKey } from './session.ts';

/** Request of POST /api/session: signs a person in and registers the device's key, or recognises a device of hers. */
export const SignInRequest = z.strictObject({
  nip: z.string().check(z.regex(/^\d{18}$/)),
  sandi: z.string().check(z.minLength(1), z.maxLength(LIMITS.passwordMax * 2)),
  /** A new password, where `sandi` is the code of an activation slip. */
  baru: z.optional(z.string().check(z.minLength(1), z.maxLength(LIMITS.passwordMax * 2))),
  key: DeviceKey,
  /** A forgotten PIN: the app lock's data key as the phone sealed it to this server; see docs/decisions/0012. */
  kunci: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{151}$/))),
  /** What the person sees in the list of devices, such as "Chrome di Android". */
  label: z.string().check(z.maxLength(80)),
});
export type SignInRequest = z.infer<typeof SignInRequest>;
