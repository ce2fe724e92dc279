import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspectPhoto } from '../../../../server/files/index.ts';
import { readDemoFoto } from '../../../../server/operations/demo-data.ts';
import { LIMITS } from '../../../../shared/protocol/index.ts';

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../fixtures/foto/${name}`, import.meta.url));
const text = (value: string): Uint8Array => Buffer.from(value, 'latin1');
const join = (...parts: (Uint8Array | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Uint8Array.from(part)));
const with_ = (bytes: Uint8Array, at: number, ...values: number[]): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  copy.set(values, at);
  return copy;
};
const codeOf = (bytes: Uint8Array): string => {
  const found = inspectPhoto(bytes);
  return found.ok ? 'ok' : found.code;
};

const NAMES = ['papan-tulis.jpg', 'daftar-hadir.jpg', 'latihan-pramuka.jpg'] as const;
const FOTO = readDemoFoto('papan-tulis.jpg');
/** Where the frame header of the photo stands. */
const FRAME = Buffer.from(FOTO).findIndex((byte, i) => byte === 0xff && [0xc0, 0xc2].includes(FOTO[i + 1]!));
const segment = (marker: number, data: Uint8Array): Uint8Array =>
  join([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff], data);
/** The photo with something between its start and its first segment. */
const carrying = (...parts: Uint8Array[]): Uint8Array =>
  join(FOTO.subarray(0, 2), ...parts, FOTO.subarray(2));
const measuring = (width: number, height: number): Uint8Array =>
  with_(FOTO, FRAME + 5, height >> 8, height & 0xff, width >> 8, width & 0xff);

describe('photos as phones shrink them', () => {
  test.each(NAMES)('%s is sound', (name) => {
    expect(inspectPhoto(readDemoFoto(name))).toEqual({
      ok: true,
      mime: 'image/jpeg',
      width: expect.any(Number),
      height: expect.any(Number),
    });
  });

  test.each(NAMES)('%s cut anywhere is refused', (name) => {
    const whole = readDemoFoto(name);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (length) => {
        expect(['foto_rusak', 'bukan_foto']).toContain(codeOf(whole.subarray(0, length)));
      }),
    );
  });

  test('whatever a byte is changed to, there is an answer', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(1200), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        (changes) => {
          const changed = changes.reduce((bytes, [at, value]) => with_(bytes, at, value), FOTO);
          expect(['ok', 'foto_rusak', 'foto_besar', 'foto_bermetadata', 'bukan_foto']).toContain(
            codeOf(changed),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('what is no photo, or more than one', () => {
  test.each<[string, () => Uint8Array, string]>([
    ['an SVG with scripts, called .jpg', () => fixture('bahaya-svg.jpg'), 'bukan_foto'],
    [
      'a JPEG with a web page in a comment and a script behind its end',
      () => fixture('bahaya-poliglot.jpg'),
      'foto_bermetadata',
    ],
    ['nothing', () => new Uint8Array(), 'bukan_foto'],
    ['a PNG', () => join([0x89], text('PNG\r\n\x1a\n'), new Uint8Array(40)), 'bukan_foto'],
    ['a GIF', () => text(`GIF89a${'\0'.repeat(40)}`), 'bukan_foto'],
    ['HEIC', () => text(`\0\0\0\x18ftypheic${'\0'.repeat(40)}`), 'bukan_foto'],
    ['a BMP', () => text(`BM${'\0'.repeat(60)}`), 'bukan_foto'],
    ['a TIFF', () => text(`II*\0${'\0'.repeat(60)}`), 'bukan_foto'],
    ['a RIFF that is sound', () => text(`RIFF\x24\0\0\0WAVEfmt ${'\0'.repeat(30)}`), 'bukan_foto'],
    ['HTML', () => text('<!doctype html><script>alert(1)</script>'), 'bukan_foto'],
    ['zeros behind the end', () => join(FOTO, [0]), 'foto_bermetadata'],
    ['a second photo behind the end', () => join(FOTO, FOTO), 'foto_bermetadata'],
    ['EXIF', () => carrying(segment(0xe1, text('Exif\0\0MM\0*'))), 'foto_bermetadata'],
    ['XMP', () => carrying(segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0<x/>'))), 'foto_bermetadata'],
    ['IPTC', () => carrying(segment(0xed, text('Photoshop 3.0\0'))), 'foto_bermetadata'],
    ['a comment', () => carrying(segment(0xfe, text('Jl. Merdeka 5'))), 'foto_bermetadata'],
    ['an empty comment', () => carrying(segment(0xfe, text(''))), 'foto_bermetadata'],
    ['several pictures in one (MPF)', () => carrying(segment(0xe2, text('MPF\0MM\0*'))), 'foto_bermetadata'],
    [
      'a segment that says it is ICC and is not',
      () => carrying(segment(0xe2, text('ICC_PROFILX\0\x01\x01'))),
      'foto_bermetadata',
    ],
    [
      'JFIF with a thumbnail',
      () => carrying(segment(0xe0, text(`JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01abc`))),
      'foto_bermetadata',
    ],
    ['JFXX', () => carrying(segment(0xe0, text('JFXX\0\x10'))), 'foto_bermetadata'],
    [
      'words behind Adobe’s five letters',
      () => carrying(segment(0xee, text('Adobe\0d\0\0\0\0\x01 rahasia'))),
      'foto_bermetadata',
    ],
    ['Adobe’s colour transform', () => carrying(segment(0xee, text('Adobe\0d\0\0\0\0\x01'))), 'ok'],
    ['fill bytes before a segment', () => carrying(Uint8Array.of(0xff, 0xff)), 'ok'],
    ['a reserved segment', () => carrying(segment(0xf3, text('rahasia'))), 'foto_rusak'],
    ['a second start', () => carrying(Uint8Array.of(0xff, 0xd8)), 'foto_rusak'],
    ['bytes between segments', () => join(FOTO.subarray(0, 20), text('x'), FOTO.subarray(20)), 'foto_rusak'],
    ['a segment longer than the file', () => carrying(Uint8Array.of(0xff, 0xe0, 0xff, 0xff)), 'foto_rusak'],
    ['a segment of length one', () => carrying(Uint8Array.of(0xff, 0xdb, 0, 1)), 'foto_rusak'],
    ['two frames', () => carrying(segment(0xc0, text('\x08\0\x10\0\x10\x01\x01\x11\0'))), 'foto_rusak'],
    ['an arithmetic frame', () => with_(FOTO, FRAME + 1, 0xc9), 'foto_rusak'],
    [
      'a frame and no picture',
      () => join([0xff, 0xd8], segment(0xc0, text('\x08\0\x10\0\x10\x01\x01\x11\0')), [0xff, 0xd9]),
      'foto_rusak',
    ],
    ['start and end', () => Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), 'foto_rusak'],
    ['more bytes than a photo may have', () => join(FOTO, new Uint8Array(LIMITS.fotoBytes)), 'foto_besar'],
  ])('%s', (_, bytes, code) => {
    expect(codeOf(bytes())).toBe(code);
  });

  test.each([
    [4096, 4096, 'ok'],
    [4097, 10, 'foto_besar'],
    [10, 4097, 'foto_besar'],
    [30_000, 30_000, 'foto_besar'],
    [65_535, 1, 'foto_besar'],
    [0, 100, 'foto_rusak'],
    [100, 0, 'foto_rusak'],
  ])('%i × %i pixels: %s', (width, height, code) => {
    const found = inspectPhoto(measuring(width, height));
    expect(found.ok ? 'ok' : found.code).toBe(code);
    if (code === 'foto_besar') expect(found).toMatchObject({ params: { lebar: width, tinggi: height } });
  });
});

describe('WebP', () => {
  const base64 = (value: string): Uint8Array => Buffer.from(value, 'base64');
  const LOSSY = base64('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA');
  const LOSSLESS = base64('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==');
  const ALPHA = base64(
    'UklGRkoAAABXRUJQVlA4WAoAAAAQAAAAAAAAAAAAQUxQSAwAAAARBxAR/Q9ERP8DAABWUDggGAAAABQBAJ0BKgEAAQAAAP4AAA3AAP7mtQAAAA==',
  );
  const MOVING = base64(
    'UklGRlIAAABXRUJQVlA4WAoAAAASAAAAAAAAAAAAQU5JTQYAAAD/////AABBTk1GJgAAAAAAAAAAAAAAAAAAAGQAAABWUDhMDQAAAC8AAAAQBxAREYiI/gcA',
  );
  const u32 = (value: number): number[] => [
    value & 0xff,
    (value >> 8) & 0xff,
    (value >> 16) & 0xff,
    value >>> 24,
  ];
  const chunk = (kind: string, data: Uint8Array, pad = 0): Uint8Array =>
    join(text(kind), u32(data.length), data, data.length % 2 ? [pad] : []);
  const riff = (...chunks: Uint8Array[]): Uint8Array => {
    const body = join(text('WEBP'), ...chunks);
    return join(text('RIFF'), u32(body.length), body);
  };
  const lossy = LOSSY.subarray(12);
  const canvas = (width: number, height: number): Uint8Array =>
    chunk('VP8X', join([0, 0, 0, 0], u32(width - 1).slice(0, 3), u32(height - 1).slice(0, 3)));
  const lossyOf = (width: number, height: number): Uint8Array =>
    riff(with_(lossy, 8 + 6, width & 0xff, width >> 8, height & 0xff, height >> 8));

  test.each<[string, Uint8Array]>([
    ['lossy', LOSSY],
    ['lossless', LOSSLESS],
    ['with an alpha channel', ALPHA],
    ['with a canvas and a colour profile', riff(canvas(1, 1), chunk('ICCP', text('acsp!')), lossy)],
  ])('%s is sound', (_, bytes) => {
    expect(inspectPhoto(bytes)).toEqual({ ok: true, mime: 'image/webp', width: 1, height: 1 });
  });

  test.each<[string, Uint8Array, string]>([
    ['EXIF', riff(canvas(1, 1), lossy, chunk('EXIF', text('MM\0*'))), 'foto_bermetadata'],
    ['XMP', riff(canvas(1, 1), lossy, chunk('XMP ', text('<x/>'))), 'foto_bermetadata'],
    ['a chunk that nobody knows', riff(lossy, chunk('note', text('Jl. Merdeka 5!'))), 'foto_bermetadata'],
    [
      'a letter in the padding',
      riff(canvas(1, 1), chunk('ICCP', text('a'), 0x41), lossy),
      'foto_bermetadata',
    ],
    ['bytes behind the end', join(LOSSY, text('<script>')), 'foto_bermetadata'],
    ['a moving picture', MOVING, 'bukan_foto'],
    ['two pictures', riff(canvas(1, 1), lossy, lossy), 'foto_rusak'],
    ['two kinds of picture', riff(canvas(1, 1), lossy, LOSSLESS.subarray(12)), 'foto_rusak'],
    ['a canvas and no picture', riff(canvas(1, 1)), 'foto_rusak'],
    ['a profile without a canvas', riff(chunk('ICCP', text('acsp')), lossy), 'foto_rusak'],
    ['a canvas smaller than its picture', riff(canvas(1, 1), lossyOf(4000, 4000).subarray(12)), 'foto_rusak'],
    ['a canvas larger than its picture', riff(canvas(4000, 4000), lossy), 'foto_rusak'],
    ['a canvas of another width', riff(canvas(2, 1), lossy), 'foto_rusak'],
    ['a canvas of another height', riff(canvas(1, 2), lossy), 'foto_rusak'],
    ['a picture that is no key frame', riff(with_(lossy, 8, 0x31)), 'foto_rusak'],
    ['a picture without its start code', riff(with_(lossy, 8 + 3, 0)), 'foto_rusak'],
    ['a lossless picture without its mark', riff(with_(LOSSLESS.subarray(12), 8, 0)), 'foto_rusak'],
    ['a chunk longer than the file', riff(with_(lossy, 4, 0xff, 0xff, 0xff, 0xff)), 'foto_rusak'],
    ['an empty picture', riff(chunk('VP8 ', new Uint8Array())), 'foto_rusak'],
    ['no chunk at all', join(text('RIFF'), u32(8), text('WEBP'), new Uint8Array(4)), 'foto_rusak'],
    ['no side', lossyOf(0, 5), 'foto_rusak'],
    ['a side of 4,097', lossyOf(4097, 5), 'foto_besar'],
    ['16,383 pixels square', lossyOf(16_383, 16_383), 'foto_besar'],
  ])('%s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  test('cut anywhere it is refused; whatever a byte is changed to, there is an answer', () => {
    for (const whole of [LOSSY, LOSSLESS, ALPHA])
      for (let length = 0; length < whole.length; length += 1)
        expect(['foto_rusak', 'bukan_foto']).toContain(codeOf(whole.subarray(0, length)));
    fc.assert(
      fc.property(fc.constantFrom(LOSSY, LOSSLESS, ALPHA), fc.nat(), fc.nat(255), (whole, at, value) => {
        expect(typeof codeOf(with_(whole, at % whole.length, value))).toBe('string');
      }),
      { numRuns: 500 },
    );
  });
});
