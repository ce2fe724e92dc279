import { LIMITS, type Refusal, refuse } from '../../shared/protocol/index.ts';

type Size = { readonly width: number; readonly height: number };
/** What a file says of itself before any decoder sees it; `whole` is false where its end is missing. */
type Header = { readonly size: Size | null; readonly whole: boolean };

/** Most that a cheap phone should be asked to decode: three times what the server takes, as cameras of 50 Mpx are common. */
const MOST_SIDE = 16_000;
const MOST_PIXELS = LIMITS.fotoPixels * 3;

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));
const u16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const u32 = (bytes: Uint8Array, at: number): number => u16(bytes, at) * 65_536 + u16(bytes, at + 2);
const little = (bytes: Uint8Array, at: number, length: number): number =>
  Array.from(bytes.subarray(at, at + length)).reduceRight((sum, byte) => sum * 256 + byte, 0);

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Where the picture data after a scan header ends: at the next marker that is neither a stuffed byte nor a restart. */
const afterScan = (bytes: Uint8Array, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
};

/**
 * Walks a JPEG from marker to marker. Browsers show half a JPEG with a grey rest and call it a photo; a whole one has
 * its end marker, after which cameras may append whatever they like, a film even.
 */
const readJpeg = (bytes: Uint8Array): Header => {
  let size: Size | null = null;
  for (let at = 2; at + 1 < bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return { size: null, whole: false };
    if (marker === 0xd9) return { size, whole: true };
    if (marker === 0xff) at += 1;
    else {
      if (isFrame(marker)) size = { height: u16(bytes, at + 5), width: u16(bytes, at + 7) };
      const end = at + 2 + u16(bytes, at + 2);
      at = marker === 0xda ? afterScan(bytes, end) : end;
    }
  }
  return { size, whole: false };
};

const readPng = (bytes: Uint8Array): Header => ({
  size: { width: u32(bytes, 16), height: u32(bytes, 20) },
  whole: ascii(bytes, Math.max(8, bytes.length - 64), bytes.length).includes('IEND'),
});

const webpSize = (bytes: Uint8Array): Size | null => {
  const kind = ascii(bytes, 12, 16);
  if (kind === 'VP8X') return { width: little(bytes, 24, 3) + 1, height: little(bytes, 27, 3) + 1 };
  if (kind === 'VP8 ') return { width: little(bytes, 26, 2) & 0x3fff, height: little(bytes, 28, 2) & 0x3fff };
  if (kind !== 'VP8L') return null;
  const bits = little(bytes, 21, 4);
  return { width: (bits & 0x3fff) + 1, height: (Math.floor(bits / 0x4000) & 0x3fff) + 1 };
};

const readWebp = (bytes: Uint8Array): Header => ({
  size: webpSize(bytes),
  whole: little(bytes, 4, 4) + 8 <= bytes.length,
});

const judge = ({ size, whole }: Header): Refusal | null => {
  if (!size || !whole || size.width === 0 || size.height === 0) return refuse('foto_rusak');
  const { width, height } = size;
  const isLarge = width > MOST_SIDE || height > MOST_SIDE || width * height > MOST_PIXELS;
  return isLarge ? refuse('foto_besar', { lebar: width, tinggi: height }) : null;
};

/**
 * What the bytes say, before any decoder sees them: null where the browser may try. Refusals: `bukan_foto` (SVG, HTML,
 * PDF, GIF, anything else; `jenis: heic` for HEIC), `foto_besar`, `foto_rusak` (the end is missing).
 */
export const checkHeader = (bytes: Uint8Array): Refusal | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return judge(readJpeg(bytes));
  if (bytes[0] === 0x89 && ascii(bytes, 1, 4) === 'PNG') return judge(readPng(bytes));
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return judge(readWebp(bytes));
  if (ascii(bytes, 4, 8) === 'ftyp')
    return /avif|avis/.test(ascii(bytes, 8, 12)) ? null : refuse('bukan_foto', { jenis: 'heic' });
  return refuse('bukan_foto');
};

/** Width and height of a JPEG as its header has them, before it is turned upright; null for other kinds. */
export const jpegSize = (bytes: Uint8Array): Size | null => (bytes[0] === 0xff ? readJpeg(bytes).size : null);
