import type { MiddlewareHandler } from 'hono';

/** Names each request: shown in problem details as `instance` and in the log, so that a person can quote it. */
export const requestId =
  (makeId: () => string): MiddlewareHandler =>
  async (c, next) => {
    const id = makeId();
    c.set('requestId', id);
    await next();
    c.res.headers.set('Request-Id', id);
  };
