import type { MiddlewareHandler } from 'hono';

/**
 * No inline script or style, nothing from elsewhere, and no string that becomes script: the one script URL that code
 * may name passes the policy `kinerja` (the service worker's).
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types kinerja',
].join('; ');

const TWO_YEARS = 63_072_000;

const FIXED: readonly (readonly [string, string])[] = [
  ['Content-Security-Policy', CONTENT_SECURITY_POLICY],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()'],
];

/**
 * An answer of the API is never a page: it may load nothing and stand in no frame, and what only pages obey is left out.
 * Every one of these bytes travels on 2G with every request of every phone.
 */
const API: readonly (readonly [string, string])[] = [
  ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
  ['X-Content-Type-Options', 'nosniff'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
];

/**
 * Every answer's security headers, in one place. A route that is stricter (photos) sets its own policy first and keeps it.
 * HSTS only where the request came over TLS; `Clear-Site-Data` not here: it would kill every queue of this
 * origin. One answer sends it, for the browser's own cache alone (`hilang.ts`).
 */
export const securityHeaders =
  (isSecure: (request: Request) => boolean): MiddlewareHandler =>
  async (c, next) => {
    await next();
    const isApi = c.req.path.startsWith('/api/');
    for (const [name, value] of isApi ? API : FIXED)
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    if (isSecure(c.req.raw))
      c.res.headers.set('Strict-Transport-Security', `max-age=${TWO_YEARS}; includeSubDomains`);
    if (isApi && !c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
  };
