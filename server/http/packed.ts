import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import { mauGzip } from './validators.ts';

const gzipAsync = promisify(gzip);
/** Below this the header costs more than the packing saves. */
const WORTH_BYTES = 400;
/** Up to this the way to another thread and back costs more than the packing. */
const AT_ONCE_BYTES = 32 * 1024;

/**
 * JSON, gzipped where the phone takes it: a page of entries shrinks to an eighth, which on 2G is a minute. No `Vary`: an
 * answer of the API is kept by nobody (`no-store`).
 */
export const packedJson = async (c: Context, value: unknown): Promise<Response> => {
  const bytes = Buffer.from(JSON.stringify(value));
  c.header('Content-Type', 'application/json');
  if (!mauGzip(c) || bytes.length < WORTH_BYTES) return c.body(new Uint8Array(bytes));
  c.header('Content-Encoding', 'gzip');
  const packed = bytes.length > AT_ONCE_BYTES ? await gzipAsync(bytes) : gzipSync(bytes);
  return c.body(new Uint8Array(packed));
};
