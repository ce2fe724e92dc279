import { type Refusal, refuse } from '../../shared/protocol/index.ts';
import { ascii, type PhotoFacts, sized } from './photo-facts.ts';

const END = 0xd9;
const SCAN = 0xda;
/** Baseline, extended and progressive: what browsers show. Arithmetic and lossless frames they do not. */
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
/** Huffman tables, quantisation tables, restart interval. */
const TABLES: ReadonlySet<number> = new Set([0xc4, 0xdb, 0xdd]);
const COMMENT = 0xfe;

const u16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const isApp = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef;

/**
 * Segments that describe the picture itself: JFIF and Adobe's colour transform at their fixed lengths (a longer JFIF
 * carries a thumbnail, which may show what was cropped away), and the ICC profile. All others tell about people.
 */
const isAllowedApp = (bytes: Uint8Array, at: number): boolean => {
  const [marker, length] = [bytes[at + 1], u16(bytes, at + 2)];
  if (marker === 0xe0) return length === 16 && ascii(bytes, at + 4, at + 9) === 'JFIF\0';
  if (marker === 0xe2) return ascii(bytes, at + 4, at + 16) === 'ICC_PROFILE\0';
  return marker === 0xee && length === 14 && ascii(bytes, at + 4, at + 9) === 'Adobe';
};

const segmentFault = (bytes: Uint8Array, at: number): 'foto_rusak' | 'foto_bermetadata' | null => {
  const [marker, length] = [bytes[at + 1] ?? 0, u16(bytes, at + 2)];
  if (length < 2 || at + 2 + length > bytes.length) return 'foto_rusak';
  if (marker === COMMENT || (isApp(marker) && !isAllowedApp(bytes, at))) return 'foto_bermetadata';
  const isKnown = isApp(marker) || FRAMES.has(marker) || TABLES.has(marker) || marker === SCAN;
  return isKnown ? null : 'foto_rusak';
};

const frameSize = (bytes: Uint8Array, at: number): PhotoFacts | Refusal => {
  const components = bytes[at + 9] ?? 0;
  if (components < 1 || components > 4 || u16(bytes, at + 2) !== 8 + 3 * components)
    return refuse('foto_rusak');
  return sized('image/jpeg', u16(bytes, at + 7), u16(bytes, at + 5));
};

/** Where the next marker after picture data stands that is no restart and no stuffed byte; -1 where there is none. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  for (let i = from; i < bytes.length - 1; i += 1) {
    if (bytes[i] !== 0xff) continue;
    const next = bytes[i + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return i;
  }
  return -1;
};

const atEnd = (isLastByte: boolean, facts: PhotoFacts | null): PhotoFacts | Refusal => {
  if (!facts) return refuse('foto_rusak');
  return isLastByte ? facts : refuse('foto_bermetadata');
};

type Segment = { readonly marker: number; readonly at: number };

/** Markers with a segment behind them, in order, up to the end of the image or to where the bytes make no sense. */
function* segmentsOf(bytes: Uint8Array): Generator<Segment> {
  let at = 2;
  while (at >= 0 && at < bytes.length - 1 && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    // Any number of 0xff may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    yield { marker, at };
    const next = at + 2 + u16(bytes, at + 2);
    at = marker === SCAN ? endOfScan(bytes, next) : next;
  }
}

/** Walks the segments from start to end of the image: one frame, at least one scan, nothing unknown, nothing after. */
export const inspectJpeg = (bytes: Uint8Array): PhotoFacts | Refusal => {
  let facts: PhotoFacts | null = null;
  let isScanned = false;
  for (const { marker, at } of segmentsOf(bytes)) {
    if (marker === END) return atEnd(at + 2 === bytes.length, isScanned ? facts : null);
    const fault = segmentFault(bytes, at);
    if (fault) return refuse(fault);
    isScanned ||= marker === SCAN;
    if (!FRAMES.has(marker)) continue;
    // Of two frames a reader might show the one that was not measured.
    if (facts) return refuse('foto_rusak');
    const size = frameSize(bytes, at);
    if (!size.ok) return size;
    facts = size;
  }
  return refuse('foto_rusak');
};
