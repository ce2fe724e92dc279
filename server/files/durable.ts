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

/** Makes a directory with those above it; each new name is flushed in the directory that holds it. */
export const makeDirectory = async (path: string): Promise<void> => {
  const first = await mkdir(path, { recursive: true });
  if (first === undefined) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) await syncDirectory(dirname(made));
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
