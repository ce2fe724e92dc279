import * as z from 'zod/mini';
import { LIMITS } from './limits.ts';

/**
 * Rules that a password is made by: `nist` as NIST 800-63B-4 has it, long and nothing else; `bssn` where an instansi reads
 * BSSN 4/2021 more strictly: mixed as well, and renewed every {@link PASSWORD_DAYS} days.
 */
export const ATURAN_SANDI = ['nist', 'bssn'] as const;
/** One of them. */
export type AturanSandi = (typeof ATURAN_SANDI)[number];

/** Days that a password holds under `bssn`. */
export const PASSWORD_DAYS = 180;

/** Answer of GET /api/password: by which rules, and until when (epoch ms) the one in force holds; null for good. */
export const PasswordRules = z.object({ aturan: z.enum(ATURAN_SANDI), sampai: z.nullable(z.int()) });
export type PasswordRules = z.infer<typeof PasswordRules>;

/** Request of PUT /api/password: the password in force and the one that takes its place. */
export const ChangePasswordRequest = z.strictObject({
  lama: z.string().check(z.minLength(1), z.maxLength(LIMITS.passwordMax * 2)),
  baru: z.string().check(z.minLength(1), z.maxLength(LIMITS.passwordMax * 2)),
});
export type ChangePasswordRequest = z.infer<typeof ChangePasswordRequest>;

/** Answer of PUT /api/password: on how many other phones and browsers the account was signed in until now. */
export const PasswordChanged = z.object({ ended: z.int() });
export type PasswordChanged = z.infer<typeof PasswordChanged>;
