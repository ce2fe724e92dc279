import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const SIZE = 32;

const sync = (path: string): void => {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
};

const write = (path: string, bytes: Uint8Array): void => {
  const draft = `${path}.baru`;
  rmSync(draft, { force: true });
  const handle = openSync(draft, 'wx', 0o600);
  writeSync(handle, bytes);
  fsyncSync(handle);
  closeSync(handle);
  // A link, unlike a rename, never replaces a pepper that another start has put there meanwhile.
  linkSync(draft, path);
  rmSync(draft);
  sync(dirname(path));
};

const isMissing = (cause: unknown): boolean => (cause as { code?: string }).code === 'ENOENT';

const pathIn = (dataDir: string): string => join(dataDir, 'rahasia', 'lada');

/**
 * The secret that goes into every password hash, kept outside the database: whoever copies the one without the other
 * has nothing to guess against. Null where it is not there (yet); losing it makes every password useless.
 */
export const readPepper = (dataDir: string): Uint8Array | null => {
  const path = pathIn(dataDir);
  try {
    const bytes = new Uint8Array(readFileSync(path));
    if (bytes.length !== SIZE) throw new Error(`${path} holds ${bytes.length} bytes instead of ${SIZE}`);
    return bytes;
  } catch (cause) {
    if (isMissing(cause)) return null;
    throw cause;
  }
};

/** Makes the secret of a new installation; durable when it returns, readable by its owner alone. */
export const makePepper = (dataDir: string, randomBytes: (size: number) => Uint8Array): Uint8Array => {
  const path = pathIn(dataDir);
  const bytes = randomBytes(SIZE);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  chmodSync(dirname(path), 0o700);
  write(path, bytes);
  return bytes;
};
