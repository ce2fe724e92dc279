import type { Context } from 'hono';
import type { Siap } from '../insight/index.ts';

/** True where whoever asks takes gzip. */
export const mauGzip = (c: Context): boolean =>
  /(^|[,\s])gzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(c.req.header('accept-encoding') ?? '');

/** True where whoever asks holds this very content, in whatever encoding (RFC 9110 section 13.1.2: weak comparison). */
export const dipegang = (c: Context, { etag, diubah }: Siap): boolean => {
  const tags = c.req.header('if-none-match');
  if (tags !== undefined)
    return tags.split(',').some((tag) => {
      const plain = tag.trim().replace(/^W\//, '');
      return plain === '*' || plain === `"${etag}"` || plain === `"${etag}-gzip"`;
    });
  const since = Date.parse(c.req.header('if-modified-since') ?? '');
  return Number.isFinite(since) && Math.floor(diubah / 1000) * 1000 <= since;
};
