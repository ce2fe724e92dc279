import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'hono';
import { mauGzip } from './validators.ts';

const gzipAsync = promisify(gzip);
/** Below this the header costs more than the packing saves. */
const WORTH_BYTES = 400;

/**
 * JSON, gzipped where the phone takes it: a page of entries shrinks to an eighth, which on 2G is a minute. No `Vary`: an
 * answer of the API is kept by nobody (`no-store`).
 */
export const packedJson = async (c: Context, value: unknown): Promise<Response> => {
  const bytes = Buffer.from(JSON.stringify(value));
  c.header('Content-Type', 'application/json');
  if (!mauGzip(c) || bytes.length < WORTH_BYTES) return c.body(new Uint8Array(bytes));
  c.header('Content-Encoding', 'gzip');
  return c.body(new Uint8Array(await gzipAsync(bytes)));
};
