import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';

/** One line a request: method, route pattern, status, duration. Never an address with an id, a NIP, a cookie or a body. */
export type AccessLine = {
  readonly id: string;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
};

/** Hands each finished request to the log, under the pattern of the route that answered: an address may name a person. */
export const accessLog =
  (write: (line: AccessLine) => void, clock: () => number): MiddlewareHandler =>
  async (c, next) => {
    const start = clock();
    await next();
    write({
      id: c.get('requestId') as string,
      method: c.req.method,
      route: routePath(c),
      status: c.res.status,
      ms: Math.round(clock() - start),
    });
  };
