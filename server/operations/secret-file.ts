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
  // A link, unlike a rename, never replaces a secret that another start has put there meanwhile.
  linkSync(draft, path);
  rmSync(draft);
  sync(dirname(path));
};

const isMissing = (cause: unknown): boolean => (cause as { code?: string }).code === 'ENOENT';

/** Folder of secrets: beside the database, never in it. */
export const secretsDir = (dataDir: string): string => join(dataDir, 'rahasia');
/** Where a secret of this name lies. */
export const secretPath = (dataDir: string, name: string): string => join(secretsDir(dataDir), name);

/** The bytes of a secret; null where it is not there (yet). */
export const readSecret = (dataDir: string, name: string): Uint8Array | null => {
  try {
    return new Uint8Array(readFileSync(secretPath(dataDir, name)));
  } catch (cause) {
    if (isMissing(cause)) return null;
    throw cause;
  }
};

/** Keeps a new secret; durable when it returns, readable by its owner alone. Throws where there is one already. */
export const keepSecret = (dataDir: string, name: string, bytes: Uint8Array): Uint8Array => {
  const path = secretPath(dataDir, name);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  chmodSync(dirname(path), 0o700);
  write(path, bytes);
  return bytes;
};
