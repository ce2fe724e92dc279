import { randomBytes } from 'node:crypto';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createDirectories, syncDirectory, writeAt } from './durable.ts';
import { folderName, photoName } from './names.ts';

/**
 * Where photos are kept: a directory, or a bucket of an object store. Names are made of owner and SHA-256, never of what
 * a person sent.
 */
export type PhotoFiles = {
  /** Bytes of an unfinished photo that have arrived; always fewer than the whole, which only {@link keep} writes. */
  readonly partSize: (owner: string, sha: string) => Promise<number>;
  /** Empty where nothing has arrived. */
  readonly readPart: (owner: string, sha: string) => Promise<Uint8Array>;
  /** Writes bytes at an offset of the unfinished photo and flushes them. */
  readonly writePart: (owner: string, sha: string, offset: number, bytes: Uint8Array) => Promise<void>;
  /** Keeps the whole, checked photo in place of the unfinished one; durable when it resolves. */
  readonly keep: (owner: string, sha: string, bytes: Uint8Array) => Promise<void>;
  readonly dropPart: (owner: string, sha: string) => Promise<void>;
  /** Removes the kept photo and what has arrived of it; free of effect where there is none. */
  readonly drop: (owner: string, sha: string) => Promise<void>;
  /** Size of the kept photo in bytes; null where there is none. */
  readonly size: (owner: string, sha: string) => Promise<number | null>;
  /** The kept bytes; null where there are none. */
  readonly read: (owner: string, sha: string) => Promise<Uint8Array | null>;
  /** Removes unfinished photos that nobody has added to since `before` (epoch ms); says how many. */
  readonly sweep: (before: number) => Promise<number>;
};

const UNFINISHED = /^[0-9a-f]{64}\.(part|whole(\.[0-9a-f]+)?)$/;

/** What `work` gives, or `absent` where the file is not there. */
const unlessMissing = async <T>(work: Promise<T>, absent: T): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return absent;
    throw error;
  }
};

/** Photos in a directory, two levels deep, each file named by its SHA-256 under a hash of its owner. */
export const createPhotoDirectory = (root: string): PhotoFiles => {
  const makeDirectory = createDirectories(root);
  const folder = (owner: string): string => {
    const name = folderName(owner);
    return join(root, name.slice(0, 2), name);
  };
  const kept = (owner: string, sha: string): string => join(folder(owner), photoName(sha));
  const part = (owner: string, sha: string): string => `${kept(owner, sha)}.part`;
  const sweepFile = async (path: string, before: number): Promise<number> => {
    const found = await unlessMissing(stat(path), null);
    if (!found || found.mtimeMs >= before) return 0;
    await rm(path, { force: true });
    return 1;
  };
  return {
    partSize: async (owner, sha) => (await unlessMissing(stat(part(owner, sha)), null))?.size ?? 0,
    readPart: (owner, sha) => unlessMissing<Uint8Array>(readFile(part(owner, sha)), new Uint8Array()),
    writePart: async (owner, sha, offset, bytes) => {
      await makeDirectory(folder(owner));
      await writeAt(part(owner, sha), { flag: offset === 0 ? 'w' : 'r+', offset, bytes });
    },
    keep: async (owner, sha, bytes) => {
      await makeDirectory(folder(owner));
      // A name of its own: another process on the same folder may be keeping the same photo, and must not empty this file.
      const whole = `${kept(owner, sha)}.whole.${randomBytes(6).toString('hex')}`;
      await writeAt(whole, { flag: 'w', offset: 0, bytes });
      await rename(whole, kept(owner, sha));
      await syncDirectory(folder(owner));
      for (const left of [part(owner, sha), `${kept(owner, sha)}.whole`]) await rm(left, { force: true });
    },
    dropPart: (owner, sha) => rm(part(owner, sha), { force: true }),
    drop: async (owner, sha) => {
      for (const path of [part(owner, sha), kept(owner, sha)]) await rm(path, { force: true });
    },
    size: async (owner, sha) => (await unlessMissing(stat(kept(owner, sha)), null))?.size ?? null,
    read: (owner, sha) => unlessMissing<Uint8Array | null>(readFile(kept(owner, sha)), null),
    sweep: async (before) => {
      const files = await unlessMissing(readdir(root, { recursive: true }), []);
      const unfinished = files.filter((path) => UNFINISHED.test(path.slice(path.lastIndexOf('/') + 1)));
      let swept = 0;
      for (const path of unfinished) swept += await sweepFile(join(root, path), before);
      return swept;
    },
  };
};
