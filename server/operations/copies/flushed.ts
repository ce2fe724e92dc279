import { closeSync, copyFileSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';

const flush = (path: string): void => {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
};

/** Copies a file so that it is there whole or not at all, also after a power cut. */
export const flushed = (from: string, to: string): void => {
  const draft = `${to}.baru`;
  copyFileSync(from, draft);
  flush(draft);
  renameSync(draft, to);
  flush(dirname(to));
};
