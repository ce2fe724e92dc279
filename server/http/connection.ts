import type { Context } from 'hono';
import { readCookie, SESSION_COOKIE } from '../people/index.ts';

type Socket = { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string | undefined } } };

/**
 * Address of whoever asks, as far as it can be believed: with `trustProxy` proxies in front, the entry that the
 * outermost of them wrote; without, the socket's. Entries further left are the client's own invention.
 */
export const addressOf = (c: Context, trustProxy: number): string => {
  const socket = (c.env as Socket | undefined)?.incoming?.socket?.remoteAddress ?? '';
  if (trustProxy === 0) return socket;
  const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  return hops.at(-trustProxy) || socket;
};

/** Whose request this is before anybody has looked at it: a session's, or an address's where there is none. */
export const whoseRequest =
  (trustProxy: number) =>
  (c: Context): string =>
    readCookie(c.req.header('cookie'), SESSION_COOKIE) ?? addressOf(c, trustProxy);

/** True where the person's connection is TLS, be it to a trusted proxy. */
export const isSecure =
  (trustProxy: number) =>
  (request: Request): boolean =>
    request.url.startsWith('https:') ||
    (trustProxy > 0 && request.headers.get('x-forwarded-proto') === 'https');
