import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** True where the origin is this service's own: by its configured origins, else by the Host that was asked. */
const isOwn = (origin: string, host: string | null, origins: readonly string[]): boolean => {
  if (origins.length > 0) return origins.includes(origin);
  try {
    return host !== null && new URL(origin).host === host;
  } catch {
    return false;
  }
};

/**
 * Refuses unsafe requests that another site caused (T09). `Sec-Fetch-Site` decides where the browser sends it; older
 * browsers send `Origin`; a request with cookies and neither is refused, one without cookies has nothing to steal.
 */
export const originGuard =
  (origins: readonly string[]): MiddlewareHandler =>
  async (c, next) => {
    if (SAFE.has(c.req.method)) return next();
    const { headers } = c.req.raw;
    const site = headers.get('sec-fetch-site');
    const origin = headers.get('origin');
    if (site !== null && site !== 'same-origin') return problem(c, 'asal_ditolak');
    if (origin !== null && !isOwn(origin, headers.get('host'), origins)) return problem(c, 'asal_ditolak');
    if (site === null && origin === null && headers.has('cookie')) return problem(c, 'asal_ditolak');
    return next();
  };
