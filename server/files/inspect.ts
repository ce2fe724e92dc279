import { LIMITS, type Refusal, refuse } from '../../shared/protocol/index.ts';
import { inspectJpeg } from './jpeg.ts';
import { ascii, type PhotoFacts } from './photo-facts.ts';
import { inspectWebp } from './webp.ts';

const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
const isWebp = (bytes: Uint8Array): boolean =>
  bytes.length >= 16 && ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP';

/**
 * Looks at the bytes, never at a name: JPEG or WebP, whole, within the pixel limits, without EXIF, XMP, comments or
 * anything after its end (where scripts and places hide). Refusals: `bukan_foto`, `foto_rusak`, `foto_besar`, `foto_bermetadata`.
 */
export const inspectPhoto = (bytes: Uint8Array): PhotoFacts | Refusal => {
  if (bytes.length > LIMITS.fotoBytes) return refuse('foto_besar', { byte: bytes.length });
  if (isJpeg(bytes)) return inspectJpeg(bytes);
  return isWebp(bytes) ? inspectWebp(bytes) : refuse('bukan_foto');
};
