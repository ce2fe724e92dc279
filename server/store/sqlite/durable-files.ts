import { closeSync, existsSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const CHUNK = 1024 * 1024;

const withFile = <T>(path: string, flags: string, work: (file: number) => T): T => {
  const file = openSync(path, flags);
  try {
    return work(file);
  } finally {
    closeSync(file);
  }
};

/** Makes what was created, renamed or removed beside a file survive a power cut. */
export const syncDirectoryOf = (path: string): void => withFile(dirname(path), 'r', fsyncSync);

const copyBytes = (from: number, to: number): void => {
  const buffer = Buffer.allocUnsafe(CHUNK);
  for (let size = readSync(from, buffer); size > 0; size = readSync(from, buffer))
    writeSync(to, buffer, 0, size);
  fsyncSync(to);
};

/**
 * Gives a file a fresh inode with the same bytes, all of them on disk. After a failed fsync the kernel may show bytes
 * that it has dropped: a command answered from them would be gone after the next power cut (finding F16).
 */
export const giveFreshInode = (path: string): void => {
  if (!existsSync(path)) return;
  const copy = `${path}.baru`;
  withFile(path, 'r', (from) => withFile(copy, 'w', (to) => copyBytes(from, to)));
  renameSync(copy, path);
  syncDirectoryOf(path);
};

/** Writes an empty file that survives a power cut. */
export const putMark = (path: string): void => {
  withFile(path, 'w', fsyncSync);
  syncDirectoryOf(path);
};

/** Removes a mark, durably; true where it was there. */
export const takeMark = (path: string): boolean => {
  if (!existsSync(path)) return false;
  rmSync(path);
  syncDirectoryOf(path);
  return true;
};

/** Flushes a file and its name. */
export const flushFile = (path: string): void => {
  withFile(path, 'r+', fsyncSync);
  syncDirectoryOf(path);
};
