import type { SealKeys } from '../ledger/index.ts';
import { keepSecret, readSecret } from './secret-file.ts';

const SIZE = 32;
const NAME = 'segel';

/**
 * Keys of the seal, the one in use first: 32 bytes each, one after the other. A new key is put in front by whoever looks
 * after the service; the old ones still open what they sealed. Made where there are none.
 */
export const sealKeysOf = (dataDir: string, randomBytes: (size: number) => Uint8Array): SealKeys => {
  const bytes = readSecret(dataDir, NAME);
  if (bytes === null) {
    return [keepSecret(dataDir, NAME, randomBytes(SIZE))];
  }
  const keys = Array.from({ length: Math.floor(bytes.length / SIZE) }, (_, i) =>
    bytes.subarray(i * SIZE, (i + 1) * SIZE),
  );
  const [first, ...older] = keys;
  if (!first || bytes.length % SIZE !== 0) throw new Error(`the key file holds ${bytes.length} bytes`);
  return [first, ...older];
};
