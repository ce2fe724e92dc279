import { type Refusal, refuse } from '../../shared/protocol/index.ts';
import { ascii, type PhotoFacts, sized } from './photo-facts.ts';

type Chunk = { readonly at: number; readonly length: number };
type Size = readonly [width: number, height: number];

const HEADER = 12;
const STILL = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP']);
const MOVING = new Set(['ANIM', 'ANMF']);

const u24 = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
const u32 = (bytes: Uint8Array, at: number): number => u24(bytes, at) + (bytes[at + 3] ?? 0) * 0x1000000;

/** Chunks by name, of which each may stand once; a pad byte is there and empty. */
const chunksOf = (bytes: Uint8Array): ReadonlyMap<string, Chunk> | Refusal => {
  const chunks = new Map<string, Chunk>();
  let at = HEADER;
  while (at < bytes.length) {
    const [kind, length] = [ascii(bytes, at, at + 4), u32(bytes, at + 4)];
    const next = at + 8 + length + (length % 2);
    if (at + 8 > bytes.length || next > bytes.length) return refuse('foto_rusak');
    if (MOVING.has(kind)) return refuse('bukan_foto');
    if (!STILL.has(kind) || (length % 2 === 1 && bytes[next - 1] !== 0)) return refuse('foto_bermetadata');
    if (chunks.has(kind)) return refuse('foto_rusak');
    chunks.set(kind, { at: at + 8, length });
    at = next;
  }
  return chunks;
};

/** Of a lossy key frame: start code, then two numbers of 14 bits. */
const lossySize = (bytes: Uint8Array, { at, length }: Chunk): Size | null => {
  const isKeyFrame = ((bytes[at] ?? 1) & 1) === 0 && u24(bytes, at + 3) === 0x2a019d;
  if (length < 10 || !isKeyFrame) return null;
  const both = u32(bytes, at + 6);
  return [both & 0x3fff, (both >>> 16) & 0x3fff];
};

const losslessSize = (bytes: Uint8Array, { at, length }: Chunk): Size | null => {
  if (length < 5 || bytes[at] !== 0x2f) return null;
  const both = u32(bytes, at + 1);
  return [(both & 0x3fff) + 1, ((both >>> 14) & 0x3fff) + 1];
};

const canvasOf = (bytes: Uint8Array, { at, length }: Chunk): Size | null =>
  length === 10 ? [u24(bytes, at + 4) + 1, u24(bytes, at + 7) + 1] : null;

const pictureSize = (bytes: Uint8Array, chunks: ReadonlyMap<string, Chunk>): Size | null => {
  const [lossy, lossless, extended] = ['VP8 ', 'VP8L', 'VP8X'].map((kind) => chunks.get(kind));
  if ((lossy && lossless) || (!extended && chunks.size !== 1)) return null;
  const size = lossy ? lossySize(bytes, lossy) : lossless ? losslessSize(bytes, lossless) : null;
  const canvas = extended ? canvasOf(bytes, extended) : size;
  return size?.[0] === canvas?.[0] && size?.[1] === canvas?.[1] ? size : null;
};

/** Walks the chunks of a RIFF: one still picture of the size that its canvas names, nothing unknown, nothing after. */
export const inspectWebp = (bytes: Uint8Array): PhotoFacts | Refusal => {
  const end = u32(bytes, 4) + 8;
  if (end > bytes.length) return refuse('foto_rusak');
  if (end < bytes.length) return refuse('foto_bermetadata');
  const chunks = chunksOf(bytes);
  if ('ok' in chunks) return chunks;
  const size = pictureSize(bytes, chunks);
  return size ? sized('image/webp', ...size) : refuse('foto_rusak');
};
