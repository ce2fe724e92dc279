import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createPhotoBucket,
  createPhotoDirectory,
  type PhotoFiles,
  receivePiece,
} from '../../../../server/files/index.ts';
import { readDemoFoto } from '../../../../server/operations/demo-data.ts';
import { shaOf } from '../../../support/builders.ts';
import { type S3Server, startS3 } from '../../../support/s3.ts';
import { aTempDir } from '../../../support/temp-dir.ts';

const FOTO = readDemoFoto('papan-tulis.jpg');
const SHA = shaOf(FOTO);
const LENGTH = FOTO.length;
const FAR_AWAY = 10_000_000_000_000;

let s3: S3Server;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.stop());

const PLACES: [string, () => PhotoFiles][] = [
  ['a directory', () => createPhotoDirectory(aTempDir())],
  ['a bucket of an S3 server', () => createPhotoBucket(s3.bucket)],
];

let owners = 0;
const newOwner = (): string => {
  owners += 1;
  return `p_${owners}`;
};
const send = (files: PhotoFiles, owner: string, [offset, end]: readonly [number, number]) =>
  receivePiece(files, { owner, sha: SHA, offset, length: LENGTH, bytes: FOTO.subarray(offset, end) });
const wholePhoto = { ok: true, offset: LENGTH, facts: { ok: true, mime: 'image/jpeg' } };

describe.each(PLACES)('photos in %s', (_, open) => {
  test('come piece by piece, and are whole, equal to the byte and alone in the end', async () => {
    const [files, owner] = [open(), newOwner()];
    expect(await files.partSize(owner, SHA)).toBe(0);
    expect(await files.readPart(owner, SHA)).toEqual(new Uint8Array());
    expect(await send(files, owner, [0, 5000])).toEqual({ ok: true, offset: 5000, facts: null });
    expect(await send(files, owner, [5000, 9000])).toEqual({ ok: true, offset: 9000, facts: null });
    expect(await files.partSize(owner, SHA)).toBe(9000);
    expect(shaOf(await files.readPart(owner, SHA))).toBe(shaOf(FOTO.subarray(0, 9000)));
    expect([await files.read(owner, SHA), await files.size(owner, SHA)]).toEqual([null, null]);
    expect(await send(files, owner, [9000, LENGTH])).toMatchObject(wholePhoto);
    expect(shaOf((await files.read(owner, SHA)) ?? new Uint8Array())).toBe(SHA);
    expect(await files.size(owner, SHA)).toBe(LENGTH);
    expect(await files.partSize(owner, SHA)).toBe(0);
  });

  test('may come in overlapping and repeated pieces, and begin again after other bytes', async () => {
    const [files, owner] = [open(), newOwner()];
    await send(files, owner, [0, 6000]);
    expect(await send(files, owner, [2000, 8000])).toMatchObject({ ok: true, offset: 8000 });
    expect(await send(files, owner, [9000, LENGTH])).toMatchObject({ code: 'posisi_unggah' });
    const other = { owner, sha: SHA, offset: 0, length: LENGTH, bytes: FOTO.subarray(1, 9000) };
    expect(await receivePiece(files, other)).toMatchObject({ code: 'posisi_unggah', params: { offset: 0 } });
    expect(await files.partSize(owner, SHA)).toBe(0);
    expect(await send(files, owner, [0, 4000])).toMatchObject({ ok: true, offset: 4000 });
    expect(await send(files, owner, [4000, LENGTH])).toMatchObject(wholePhoto);
  });

  test('of one person are none of another, whatever her name is', async () => {
    const files = open();
    for (const owner of ['../../etc', 'a/b', '', 'p q?x=1&y', '😀'.repeat(50)]) {
      expect(await files.read(owner, SHA)).toBeNull();
      expect(await send(files, owner, [0, LENGTH])).toMatchObject(wholePhoto);
    }
    for (const sha of ['../../kinerja.db', `${SHA}/..`, SHA.toUpperCase(), ''])
      await expect((async () => files.read('p', sha))()).rejects.toThrow('SHA-256');
  });

  test('that nobody adds to are swept, and nothing else is', async () => {
    const files = open();
    const [whole, left] = [newOwner(), newOwner()];
    await files.sweep(FAR_AWAY);
    await send(files, whole, [0, LENGTH]);
    await send(files, left, [0, 3000]);
    await send(files, left, [3000, 6000]);
    expect(await files.sweep(0)).toBe(0);
    expect(await files.partSize(left, SHA)).toBe(6000);
    expect(await files.sweep(FAR_AWAY)).toBe(1);
    expect(await files.partSize(left, SHA)).toBe(0);
    expect(await files.size(whole, SHA)).toBe(LENGTH);
  });
});

describe('a bucket', () => {
  test('that is away, or does not take the key, fails as a disk does: the phone comes again', async () => {
    const gone = { ...s3.bucket, address: 'http://127.0.0.1:9/kinerja' };
    const locked = { ...s3.bucket, keyId: 'wrong' };
    const missing = { ...s3.bucket, address: s3.bucket.address.replace('kinerja', 'tidak-ada') };
    for (const bucket of [gone, locked, missing])
      await expect(send(createPhotoBucket(bucket), newOwner(), [0, LENGTH])).rejects.toMatchObject({
        code: 'EIO',
        message: 'the photo store cannot work',
      });
  });

  test('with a piece after a gap holds what stands before the gap', async () => {
    const [files, owner] = [createPhotoBucket(s3.bucket), newOwner()];
    await files.writePart(owner, SHA, 0, FOTO.subarray(0, 1000));
    await files.writePart(owner, SHA, 3000, FOTO.subarray(3000, 4000));
    expect(await files.partSize(owner, SHA)).toBe(1000);
    expect(await send(files, owner, [1000, LENGTH])).toMatchObject(wholePhoto);
    expect(await files.partSize(owner, SHA)).toBe(0);
  });
});

test('a directory writes where its own names lead and nowhere else', async () => {
  const root = aTempDir();
  await send(createPhotoDirectory(root), '../x', [0, LENGTH]);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  expect(files.filter((name) => statSync(join(root, name)).isFile())).toHaveLength(1);
});
