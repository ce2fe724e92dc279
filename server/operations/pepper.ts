import { keepSecret, readSecret, secretPath } from './secret-file.ts';

const NAME = 'lada';
const SIZE = 32;

/**
 * The secret that goes into every password hash, kept outside the database: whoever copies the one without the other
 * has nothing to guess against. Null where it is not there (yet); losing it makes every password useless.
 */
export const readPepper = (dataDir: string): Uint8Array | null => {
  const bytes = readSecret(dataDir, NAME);
  if (bytes && bytes.length !== SIZE)
    throw new Error(`${secretPath(dataDir, NAME)} holds ${bytes.length} bytes instead of ${SIZE}`);
  return bytes;
};

/** Makes the secret of a new installation. */
export const makePepper = (dataDir: string, randomBytes: (size: number) => Uint8Array): Uint8Array =>
  keepSecret(dataDir, NAME, randomBytes(SIZE));
