import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Flushes a directory, so that a new name in it survives a power cut. */
export const syncDirectory = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Makes a directory below the root, with those between; all their names are on disk when it resolves. */
export type MakeDirectory = (path: string) => Promise<void>;

/**
 * Names are flushed once in the life of a process, also of directories that are there already: whoever made them may have
 * been killed before the flush, or the flush may have failed.
 */
export const createDirectories = (root: string): MakeDirectory => {
  const flushed = new Set<string>();
  return async (path) => {
    if (flushed.has(path)) return;
    await mkdir(path, { recursive: true });
    for (let name = path; name.length >= root.length; name = dirname(name))
      await syncDirectory(dirname(name));
    flushed.add(path);
  };
};

/** Writes all bytes at an offset and flushes them; `w` begins anew. One write may take less than it was given. */
export const writeAt = async (
  path: string,
  { flag, offset, bytes }: { flag: 'w' | 'r+'; offset: number; bytes: Uint8Array },
): Promise<void> => {
  const handle = await open(path, flag, 0o600);
  try {
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, offset + done);
      done += bytesWritten;
    }
    await handle.datasync();
  } finally {
    await handle.close();
  }
};
