import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPhotoDirectory, type PhotoFiles, receivePiece } from '../../../../server/files/index.ts';
import { readDemoFoto } from '../../../../server/operations/demo-data.ts';
import { LIMITS } from '../../../../shared/protocol/index.ts';
import { shaOf } from '../../../support/builders.ts';
import { MONDAY_MORNING } from '../../../support/clock.ts';
import { aTempDir } from '../../../support/temp-dir.ts';

const FOTO = readDemoFoto('papan-tulis.jpg');
const SHA = shaOf(FOTO);
const LENGTH = FOTO.length;
const OWNER = 'p_guru01';

type Sent = { owner?: string; sha?: string; bytes?: Uint8Array; length?: number };
/** Sends the photo's bytes from `offset` up to `end`. */
const send = (
  files: PhotoFiles,
  [offset, end]: readonly [number, number],
  { owner = OWNER, sha = SHA, bytes = FOTO, length = LENGTH }: Sent = {},
) => receivePiece(files, { owner, sha, offset, length, bytes: bytes.subarray(offset, end) });
const wholePhoto = { ok: true, offset: LENGTH, facts: { ok: true, mime: 'image/jpeg' } };
const filesIn = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(root, path)).isFile(),
  );

/** Heads of segments and chunks that hold what a camera knows, and the words to look for afterwards. */
const KEPALA = [
  'Exif\0\0MM\0*',
  'http://ns.adobe.com/xap/1.0/\0',
  'Photoshop 3.0\0',
  'MPF\0',
  'JFXX\0',
  '',
  'GPS\0',
];
const LOKASI = /GPSLatitude|7\.5561|Arunika/;
const PENANDA = [0xe1, 0xe1, 0xed, 0xe2, 0xe0, 0xfe, 0xe9] as const;

/** The photo with a place in it: a segment of each kind, at its start or before its picture, or bytes behind its end. */
const denganLokasi = (i: number): Buffer => {
  const words = `GPSLatitude -7.5561${i}\0Jalan Melati ${i}, Arunika\0`.repeat(1 + (i % 5));
  const photo = Buffer.from(FOTO);
  if (i % 8 === 7) return Buffer.concat([photo, Buffer.from(words)]);
  const data = Buffer.from(`${KEPALA[i % 8] ?? ''}${words}`, 'latin1');
  const head = Buffer.from([0xff, PENANDA[i % 8] ?? 0xfe, (data.length + 2) >> 8, (data.length + 2) & 0xff]);
  // Behind the first segment, or before it.
  const at = i % 2 === 0 ? 2 : 4 + photo.readUInt16BE(4);
  return Buffer.concat([photo.subarray(0, at), head, data, photo.subarray(at)]);
};

describe('receiving a photo', () => {
  test('piece by piece, until the last makes it whole, checked and kept', async () => {
    const root = aTempDir();
    const files = createPhotoDirectory(root);
    expect(await files.partSize(OWNER, SHA)).toBe(0);
    expect(await send(files, [0, 9000])).toEqual({ ok: true, offset: 9000, facts: null });
    expect(await files.partSize(OWNER, SHA)).toBe(9000);
    expect(await files.read(OWNER, SHA)).toBeNull();
    expect(await send(files, [9000, LENGTH])).toMatchObject(wholePhoto);
    expect(shaOf((await files.read(OWNER, SHA))!)).toBe(SHA);
    expect(filesIn(root)).toHaveLength(1);
  });

  test('in any pieces, repeated, overlapping, beyond and cut off: the very bytes in the end', async () => {
    const files = createPhotoDirectory(aTempDir());
    let owners = 0;
    const move = fc.record({
      from: fc.constantFrom('there', 'before', 'start', 'beyond'),
      back: fc.nat(6000),
      size: fc.integer({ min: 0, max: 12_000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 12 }), async (moves) => {
        owners += 1;
        const owner = `p_${owners}`;
        let isKept = false;
        for (const { from, back, size } of moves) {
          if (isKept) break;
          const there = await files.partSize(owner, SHA);
          const starts = { there, before: Math.max(0, there - back), start: 0, beyond: there + 1 + back };
          const offset = Math.min(starts[from], LENGTH);
          const end = Math.min(LENGTH, offset + size);
          const result = await send(files, [offset, end], { owner });
          if (offset > there)
            expect(result).toEqual({ ok: false, code: 'posisi_unggah', params: { offset: there } });
          else expect(result).toMatchObject({ ok: true, offset: Math.max(there, end) });
          isKept = result.ok && result.facts !== null;
          if (!isKept) expect(await files.partSize(owner, SHA)).toBeLessThan(LENGTH);
        }
        if (!isKept)
          expect(await send(files, [await files.partSize(owner, SHA), LENGTH], { owner })).toMatchObject(
            wholePhoto,
          );
        expect(shaOf((await files.read(owner, SHA))!)).toBe(SHA);
      }),
      { numRuns: 60 },
    );
  });

  test('an overlap that differs is no repetition: what was there goes, and it begins again', async () => {
    const files = createPhotoDirectory(aTempDir());
    const other = FOTO.map((byte, i) => (i === 50 ? byte ^ 1 : byte));
    await send(files, [0, 100], { bytes: other });
    expect(await send(files, [0, 200])).toEqual({ ok: false, code: 'posisi_unggah', params: { offset: 0 } });
    expect(await files.partSize(OWNER, SHA)).toBe(0);
    expect(await send(files, [0, LENGTH])).toMatchObject(wholePhoto);
  });

  test('one wrong byte anywhere is found by the hash, nothing is kept, and it begins again', async () => {
    const root = aTempDir();
    const files = createPhotoDirectory(root);
    await fc.assert(
      fc.asyncProperty(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const bytes = FOTO.map((byte, i) => (i === at ? byte ^ mask : byte));
        await send(files, [0, 20_000], { bytes });
        expect(await send(files, [20_000, LENGTH], { bytes })).toEqual({
          ok: false,
          code: 'sidik_beda',
          params: { offset: 0 },
        });
        expect(filesIn(root)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test('T22: 200 photos that say where they were taken, in every place that a photo can say it, leave no byte behind', async () => {
    const root = aTempDir();
    const files = createPhotoDirectory(root);
    for (let i = 0; i < 200; i += 1) {
      const bytes = denganLokasi(i);
      const range = [0, bytes.length] as const;
      const refused = await send(files, range, { bytes, sha: shaOf(bytes), length: bytes.length });
      expect({ i, ...refused }).toMatchObject({ i, ok: false, code: 'foto_bermetadata' });
    }
    expect(filesIn(root)).toEqual([]);
    // The same photo without it is kept as it is.
    expect(await send(files, [0, LENGTH])).toMatchObject(wholePhoto);
    expect(filesIn(root).some((path) => LOKASI.test(readFileSync(join(root, path)).toString('latin1')))).toBe(
      false,
    );
  });

  test('what has the right hash and is no photo is not kept', async () => {
    const root = aTempDir();
    const files = createPhotoDirectory(root);
    const page = Buffer.from('<!doctype html><script>alert(1)</script>');
    const refused = await send(files, [0, page.length], {
      bytes: page,
      sha: shaOf(page),
      length: page.length,
    });
    expect(refused).toEqual({ ok: false, code: 'bukan_foto' });
    expect(filesIn(root)).toEqual([]);
  });

  test.each([
    ['a piece over the length', [0, 500], { length: 400 }, 'posisi_unggah'],
    ['a length over the limit', [0, 10], { length: LIMITS.fotoBytes + 1 }, 'foto_besar'],
  ] as const)('%s is refused, and nothing is written', async (_, range, sent, code) => {
    const root = aTempDir();
    expect(await send(createPhotoDirectory(root), range, sent)).toMatchObject({ ok: false, code });
    expect(filesIn(root)).toEqual([]);
  });

  test('a part that is longer than the photo is to be gives way', async () => {
    const files = createPhotoDirectory(aTempDir());
    await send(files, [0, 5000]);
    expect(await send(files, [0, 10], { length: 100 })).toEqual({
      ok: false,
      code: 'posisi_unggah',
      params: { offset: 0 },
    });
    expect(await files.partSize(OWNER, SHA)).toBe(0);
  });

  test('the same photo of two people lies there twice, and neither learns of the other', async () => {
    const files = createPhotoDirectory(aTempDir());
    await send(files, [0, LENGTH]);
    expect(await files.partSize('p_guru02', SHA)).toBe(0);
    expect(await files.read('p_guru02', SHA)).toBeNull();
    expect(await send(files, [0, 9000], { owner: 'p_guru02' })).toMatchObject({ facts: null });
  });
});

describe('a power cut', () => {
  const failing = (files: PhotoFiles, verb: 'keep' | 'dropPart'): PhotoFiles => ({
    ...files,
    [verb]: () => Promise.reject(new Error('no power')),
  });

  test('between the last byte and the keeping leaves nothing that looks whole, and the photo arrives all the same', async () => {
    const files = createPhotoDirectory(aTempDir());
    await send(files, [0, 9000]);
    await expect(send(failing(files, 'keep'), [9000, LENGTH])).rejects.toThrow('no power');
    expect(await files.partSize(OWNER, SHA)).toBe(9000);
    expect(await send(files, [9000, LENGTH])).toMatchObject(wholePhoto);
  });

  test('before the row is written: the same photo again is kept again', async () => {
    const files = createPhotoDirectory(aTempDir());
    await send(files, [0, LENGTH]);
    expect(await files.partSize(OWNER, SHA)).toBe(0);
    expect(await send(files, [0, 9000])).toMatchObject({ offset: 9000 });
    expect(await send(files, [9000, LENGTH])).toMatchObject(wholePhoto);
  });

  test('that left half a final file does not harm the next attempt', async () => {
    const root = aTempDir();
    const files = createPhotoDirectory(root);
    await send(files, [0, LENGTH]);
    const [kept = ''] = filesIn(root);
    writeFileSync(join(root, `${kept}.whole`), FOTO.subarray(0, 77));
    expect(await send(files, [0, LENGTH])).toMatchObject(wholePhoto);
    expect(filesIn(root)).toEqual([kept]);
    expect(shaOf((await files.read(OWNER, SHA))!)).toBe(SHA);
  });
});

describe('the directory', () => {
  test('is made of names of its own: owners and hashes from outside lead nowhere else', async () => {
    const dir = aTempDir();
    const root = join(dir, 'foto');
    const files = createPhotoDirectory(root);
    for (const owner of ['../../etc', '/etc', 'a/b', '..', '', 'p\0q', '😀'.repeat(100)])
      expect(await send(files, [0, LENGTH], { owner })).toMatchObject(wholePhoto);
    expect(readdirSync(dir)).toEqual(['foto']);
    expect(filesIn(root)).toHaveLength(7);
    for (const path of filesIn(root)) expect(path).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{24}\/[0-9a-f]{64}$/);
    for (const sha of ['../../kinerja.db', `${SHA}/..`, SHA.toUpperCase(), '', `${SHA}\n`])
      await expect((async () => files.read(OWNER, sha))()).rejects.toThrow('SHA-256');
  });

  test('is readable by its owner alone', async () => {
    const root = aTempDir();
    const files = createPhotoDirectory(root);
    await send(files, [0, LENGTH]);
    await send(files, [0, 10], { owner: 'p_guru02' });
    for (const path of filesIn(root)) expect(statSync(join(root, path)).mode & 0o077).toBe(0);
  });

  test('sweeps what nobody added to for long, and nothing else', async () => {
    const root = aTempDir();
    const files = createPhotoDirectory(root);
    expect(await files.sweep(MONDAY_MORNING)).toBe(0);
    await send(files, [0, LENGTH]);
    await send(files, [0, 100], { owner: 'old' });
    await send(files, [0, 100], { owner: 'new' });
    mkdirSync(join(root, 'ab'), { recursive: true });
    writeFileSync(join(root, 'ab', 'catatan.part'), 'not ours');
    const old = new Date(MONDAY_MORNING - 1);
    for (const path of filesIn(root)) utimesSync(join(root, path), old, old);
    await send(files, [100, 200], { owner: 'new' });
    expect(await files.sweep(MONDAY_MORNING)).toBe(1);
    expect(await files.partSize('old', SHA)).toBe(0);
    expect(await files.partSize('new', SHA)).toBe(200);
    expect(await files.read(OWNER, SHA)).not.toBeNull();
    expect(filesIn(root)).toContain('ab/catatan.part');
  });

  test('that is missing is an empty one', async () => {
    const files = createPhotoDirectory(join(aTempDir(), 'nowhere'));
    expect([await files.sweep(0), await files.partSize(OWNER, SHA), await files.read(OWNER, SHA)]).toEqual([
      0,
      0,
      null,
    ]);
    expect(await files.readPart(OWNER, SHA)).toEqual(new Uint8Array());
  });
});
