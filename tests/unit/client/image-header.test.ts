import { describe, expect, test } from 'vitest';
import { checkHeader, jpegSize } from '../../../client/actions/image-header.ts';
import { readDemoFoto } from '../../../server/operations/demo-data.ts';

const JPEG = readDemoFoto('papan-tulis.jpg');
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** A JPEG of nothing but markers: a thumbnail with an end of its own, the frame, a scan. */
const aJpeg = (width: number, height: number, end = Uint8Array.of(0xff, 0xd9)): Uint8Array => {
  const thumb = Uint8Array.of(0xff, 0xd8, 0xff, 0xd9);
  const exif = join(Uint8Array.of(0xff, 0xe1, 0, 2 + thumb.length), thumb);
  const frame = Uint8Array.of(0xff, 0xc2, 0, 8, 8, height >> 8, height & 255, width >> 8, width & 255, 1);
  const scan = Uint8Array.of(0xff, 0xda, 0, 2, 1, 0xff, 0x00, 2, 0xff, 0xd3, 3);
  return join(Uint8Array.of(0xff, 0xd8), exif, frame, scan, scan, end);
};

describe('a JPEG', () => {
  test('as a camera makes it may be decoded', () => {
    expect(checkHeader(JPEG)).toBeNull();
    expect(checkHeader(aJpeg(4000, 3000))).toBeNull();
    expect(jpegSize(aJpeg(4000, 3000))).toEqual({ width: 4000, height: 3000 });
  });

  test('with a film behind it, as phones append one, is whole', () => {
    expect(checkHeader(join(aJpeg(4000, 3000), new Uint8Array(200_000)))).toBeNull();
  });

  test('cut anywhere is broken, whatever its thumbnail ends with', () => {
    for (let length = 3; length < JPEG.length; length += 997)
      expect(checkHeader(JPEG.subarray(0, length))).toEqual({ ok: false, code: 'foto_rusak' });
    expect(checkHeader(aJpeg(4000, 3000, Uint8Array.of()))).toEqual({ ok: false, code: 'foto_rusak' });
  });

  test('too large to be decoded is refused before it is', () => {
    expect(checkHeader(aJpeg(30_000, 200))).toMatchObject({ code: 'foto_besar', params: { lebar: 30_000 } });
    expect(checkHeader(aJpeg(12_000, 9_000))).toMatchObject({ code: 'foto_besar' });
  });
});

const png = (end: string) => {
  const header = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52);
  return join(header, Uint8Array.of(0, 0, 4, 0, 0, 0, 3, 0, 8, 2, 0, 0, 0), text(end));
};
const webp = (extra: number) =>
  join(
    text('RIFF'),
    Uint8Array.of(22 + extra, 0, 0, 0),
    text('WEBPVP8X'),
    new Uint8Array(8),
    Uint8Array.of(255, 3, 0, 255, 2, 0),
  );

test.each([
  ['a whole PNG', png('....IEND....'), null],
  ['a cut PNG', png('....'), { code: 'foto_rusak' }],
  ['a whole WebP', webp(0), null],
  ['a cut WebP', webp(9), { code: 'foto_rusak' }],
  [
    'HEIC',
    join(Uint8Array.of(0, 0, 0, 24), text('ftypheic')),
    { code: 'bukan_foto', params: { jenis: 'heic' } },
  ],
  ['AVIF', join(Uint8Array.of(0, 0, 0, 24), text('ftypavif')), null],
  ['GIF', text('GIF89a..........'), { code: 'bukan_foto' }],
  ['SVG', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), { code: 'bukan_foto' }],
  ['HTML called .jpg', text('<!doctype html><title>x</title>'), { code: 'bukan_foto' }],
  ['PDF', text('%PDF-1.7'), { code: 'bukan_foto' }],
  ['nothing', new Uint8Array(), { code: 'bukan_foto' }],
])('%s is judged by its bytes', (_name, bytes, verdict) => {
  if (verdict === null) expect(checkHeader(bytes)).toBeNull();
  else expect(checkHeader(bytes)).toMatchObject(verdict);
});
