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

/** Folder of secrets inside the data folder; its files never go into the database or its copies. */
export const secretsDir = (dataDir: string): string => join(dataDir, 'rahasia');

const sync = (path: string): void => {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
};

const isMissing = (cause: unknown): boolean => (cause as { code?: string }).code === 'ENOENT';

/** Bytes of a secret; null where there is none (yet). */
export const readSecret = (dataDir: string, name: string): Uint8Array | null => {
  try {
    return new Uint8Array(readFileSync(join(secretsDir(dataDir), name)));
  } catch (cause) {
    if (isMissing(cause)) return null;
    throw cause;
  }
};

/** Lays down a new secret: durable when it returns, readable by its owner alone. Throws where there is one already. */
export const writeSecret = (dataDir: string, name: string, bytes: Uint8Array): void => {
  const dir = secretsDir(dataDir);
  const path = join(dir, name);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  chmodSync(dir, 0o700);
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
