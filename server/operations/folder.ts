import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartRefused } from './start-refused.ts';

const isCode = (cause: unknown, code: string): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === code;

/**
 * Makes a folder, its parents first, one by one: asked for all at once, Node 20 never comes back where a file system takes
 * no folders, as /proc. Throws a `StartRefused` there.
 */
export const makeFolder = (path: string): void => {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (cause) {
    // Another process was faster.
    if (isCode(cause, 'EEXIST')) return;
    if (!isCode(cause, 'ENOENT')) throw cause;
    throw new StartRefused(
      `Folder ${path} tidak dapat dibuat di sana. Pilih tempat lain lewat KINERJA_DATA atau KINERJA_CADANGAN.`,
      { cause },
    );
  }
};
