import type { MiddlewareHandler } from 'hono';
import { notFound } from './problem.ts';

/**
 * Nothing here has a NUL in its name. SQLite looks past one and finds nothing; PostgreSQL refuses to look (finding F9), so
 * that the same address would be unknown to one service and a fault of the other.
 */
export const noNul: MiddlewareHandler = async (c, next) => (c.req.url.includes('%00') ? notFound(c) : next());
