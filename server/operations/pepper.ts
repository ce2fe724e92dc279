import { join } from 'node:path';
import { readSecret, secretsDir, writeSecret } from './secret-file.ts';

const SIZE = 32;
const NAME = 'lada';

/**
 * The secret that goes into every password hash, kept outside the database: whoever copies the one without the other
 * has nothing to guess against. Null where it is not there (yet); losing it makes every password useless.
 */
export const readPepper = (dataDir: string): Uint8Array | null => {
  const bytes = readSecret(dataDir, NAME);
  if (bytes && bytes.length !== SIZE)
    throw new Error(`${join(secretsDir(dataDir), NAME)} holds ${bytes.length} bytes instead of ${SIZE}`);
  return bytes;
};

/** Makes the secret of a new installation; durable when it returns, readable by its owner alone. */
export const makePepper = (dataDir: string, randomBytes: (size: number) => Uint8Array): Uint8Array => {
  const bytes = randomBytes(SIZE);
  writeSecret(dataDir, NAME, bytes);
  return bytes;
};
