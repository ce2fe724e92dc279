import * as z from 'zod/mini';
import { LIMITS } from './limits.ts';

/** Request of PUT /api/password: the password in force and the one that takes its place. */
export const ChangePasswordRequest = z.strictObject({
  lama: z.string().check(z.minLength(1), z.maxLength(LIMITS.passwordMax * 2)),
  baru: z.string().check(z.minLength(1), z.maxLength(LIMITS.passwordMax * 2)),
});
export type ChangePasswordRequest = z.infer<typeof ChangePasswordRequest>;

/** Answer of PUT /api/password: on how many other phones and browsers the account was signed in until now. */
export const PasswordChanged = z.object({ ended: z.int() });
export type PasswordChanged = z.infer<typeof PasswordChanged>;
