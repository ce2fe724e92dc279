import { createHash } from 'node:crypto';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * How long a session lives, in ms: without use, and at the most. A village may be without signal for weeks. `admin` is no
 * session of its own but the admin's part of one: what he may do to others ends long before what he may do for himself, so
 * that a phone on which an admin also teaches goes on sending (docs/decisions/0029).
 */
export const LIFETIME = {
  guru: { idle: 60 * DAY, absolute: 180 * DAY },
  penilai: { idle: 30 * DAY, absolute: 90 * DAY },
  admin: { idle: HOUR / 2, absolute: 12 * HOUR },
} as const;

export const SESSION_COOKIE = '__Host-sesi';
/** Marks a browser in which somebody signed in before: outsiders' failures do not slow it down. */
export const DEVICE_COOKIE = '__Host-hp';

/** 256 random bits; the database keeps only {@link hashToken} of it. */
export const newToken = (randomBytes: (size: number) => Uint8Array): string =>
  Buffer.from(randomBytes(32)).toString('base64url');

/** SHA-256 of a token, base64url. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Set-Cookie value; `maxAge` in seconds, 0 to forget. */
export const cookie = (name: string, value: string, maxAge: number): string =>
  `${name}=${value}; Path=/; Max-Age=${Math.floor(maxAge)}; HttpOnly; Secure; SameSite=Strict`;

/** A cookie's value; null where it is absent, doubled or malformed. */
export const readCookie = (header: string | null | undefined, name: string): string | null => {
  const values = (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1));
  return values.length === 1 && /^[A-Za-z0-9_-]{20,100}$/.test(values[0] ?? '') ? (values[0] ?? null) : null;
};
