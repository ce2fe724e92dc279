import { createHash } from 'node:crypto';
import { S3mini } from 's3mini';
import type { PhotoFiles } from './keep.ts';
import { folderName, photoName } from './names.ts';

/** A bucket of a store that speaks S3 (AWS, MinIO, Ceph, an Indonesian cloud), and who may write into it. */
export type Bucket = {
  /** Address of the bucket with its name as path, `https://s3.example/kinerja`; longer paths are no part of it. */
  readonly address: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
};

/** A store that does not answer for so long is away, ms. */
const PATIENCE = 20_000;
const PAGE = 1_000;
/** What has not arrived whole; beside `foto/`, so that a rule of the store may drop it by itself after some days. */
const UNFINISHED = 'bagian/';
/** Offsets sort as text. */
const DIGITS = 10;

/**
 * As the errors of a disk: the phone is told to come again, and the operator hears of it. What the store said stays in
 * `cause`; it may name keys.
 */
class BucketError extends Error {
  readonly code = 'EIO';
  constructor(cause: unknown) {
    super('the photo store cannot work', { cause });
    this.name = 'BucketError';
  }
}

type Listed = { readonly key: string; readonly size: number; readonly at: number };

/** Pieces that follow one another from the first byte on; one after a gap counts for nothing. */
const inARow = (pieces: readonly Listed[]): Listed[] => {
  const row: Listed[] = [];
  let end = 0;
  for (const piece of pieces) {
    if (Number(piece.key.slice(-DIGITS)) !== end) break;
    row.push(piece);
    end += piece.size;
  }
  return row;
};

/** The bucket's own verbs, with the errors of a disk and `absent` for what is not there. */
const openBucket = ({ address, region, keyId, secret }: Bucket) => {
  const store = new S3mini({
    endpoint: address,
    region,
    accessKeyId: keyId,
    secretAccessKey: secret,
    requestAbortTimeout: PATIENCE,
  });
  const ask = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      throw new BucketError(cause);
    }
  };
  /** All objects whose key begins so, by key. */
  const list = (prefix: string): Promise<Listed[]> =>
    ask(async () => {
      const found: Listed[] = [];
      let token: string | undefined;
      do {
        const page = await store.listObjectsPaged('/', prefix, PAGE, token);
        // An empty list is none; no list at all is no bucket.
        if (!page?.objects) throw new Error('no such bucket');
        for (const { Key: key, Size: size, LastModified } of page.objects)
          found.push({ key, size, at: LastModified.getTime() });
        token = page.nextContinuationToken;
      } while (token);
      return found.sort((a, b) => (a.key < b.key ? -1 : 1));
    });
  const read = (key: string): Promise<Uint8Array | null> =>
    ask(async () => {
      const bytes = await store.getObjectArrayBuffer(key);
      return bytes && new Uint8Array(bytes);
    });
  /** Durable when it resolves: the store compares the bytes with their checksum, and answers what it keeps. */
  const write = (key: string, bytes: Uint8Array): Promise<void> =>
    ask(async () => {
      const checksum = createHash('sha256').update(bytes).digest('base64');
      const headers = { 'x-amz-checksum-sha256': checksum };
      await store.putObject(key, bytes, 'application/octet-stream', undefined, headers, bytes.length);
    });
  const remove = async (objects: readonly Listed[]): Promise<void> => {
    for (const { key } of objects) await ask(() => store.deleteObject(key));
  };
  return { list, read, write, remove };
};

/**
 * Photos in a bucket, so that many servers share them and no disk is outgrown. A whole photo is one object; the pieces of
 * an unfinished one are objects named by their offset, since an object cannot be added to.
 */
export const createPhotoBucket = (
  bucket: Bucket,
  { unfinished = UNFINISHED }: { readonly unfinished?: string } = {},
): PhotoFiles => {
  const { list, read, write, remove } = openBucket(bucket);
  const kept = (owner: string, sha: string): string => `foto/${folderName(owner)}/${photoName(sha)}`;
  const pieces = (owner: string, sha: string): string =>
    `${unfinished}${folderName(owner)}/${photoName(sha)}/`;
  const piece = (owner: string, sha: string, offset: number): string =>
    `${pieces(owner, sha)}${String(offset).padStart(DIGITS, '0')}`;
  const dropPart = async (owner: string, sha: string): Promise<void> =>
    remove(await list(pieces(owner, sha)));
  return {
    partSize: async (owner, sha) =>
      inARow(await list(pieces(owner, sha))).reduce((sum, { size }) => sum + size, 0),
    readPart: async (owner, sha) => {
      const parts: Uint8Array[] = [];
      for (const { key } of inARow(await list(pieces(owner, sha))))
        parts.push((await read(key)) ?? new Uint8Array());
      return new Uint8Array(Buffer.concat(parts));
    },
    writePart: async (owner, sha, offset, bytes) => {
      if (offset === 0) await dropPart(owner, sha);
      await write(piece(owner, sha, offset), bytes);
    },
    keep: async (owner, sha, bytes) => {
      await write(kept(owner, sha), bytes);
      await dropPart(owner, sha);
    },
    dropPart,
    drop: async (owner, sha) => {
      await dropPart(owner, sha);
      const key = kept(owner, sha);
      await remove((await list(key)).filter((object) => object.key === key));
    },
    size: async (owner, sha) => {
      const key = kept(owner, sha);
      return (await list(key)).find((object) => object.key === key)?.size ?? null;
    },
    read: (owner, sha) => read(kept(owner, sha)),
    sweep: async (before) => {
      const photos = new Map<string, Listed[]>();
      for (const object of await list(unfinished)) {
        const photo = object.key.slice(0, object.key.lastIndexOf('/'));
        photos.set(photo, [...(photos.get(photo) ?? []), object]);
      }
      const old = [...photos.values()].filter((parts) => parts.every(({ at }) => at < before));
      await remove(old.flat());
      return old.length;
    },
  };
};
