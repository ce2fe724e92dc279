import { randomBytes, randomFillSync } from 'node:crypto';

const POOL = 8192;
const LARGE = 256;

/**
 * Random bytes from the system, drawn by the pool: every ledger line has a salt, and to ask for sixteen bytes alone costs
 * ten times what they cost among thousands. What was given out is wiped from the pool.
 */
export const createChance = (): ((size: number) => Uint8Array) => {
  const pool = new Uint8Array(POOL);
  let used = POOL;
  return (size) => {
    if (size > LARGE) return new Uint8Array(randomBytes(size));
    if (used + size > POOL) {
      randomFillSync(pool);
      used = 0;
    }
    const given = pool.slice(used, used + size);
    pool.fill(0, used, used + size);
    used += size;
    return given;
  };
};
