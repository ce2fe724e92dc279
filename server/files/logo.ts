import { type Refusal, refuse } from '../../shared/protocol/index.ts';
import { inspectPhoto } from './inspect.ts';

/** Wide enough for two centimetres of paper at 300 dpi. */
const SISI = 320;
const PIKSEL = 25_000_000;
const JENIS: ReadonlySet<string> = new Set(['png', 'jpeg', 'webp']);

const AWAL: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0xff, 0xd8, 0xff],
  [0x52, 0x49, 0x46, 0x46],
];
const berawal = (bytes: Uint8Array): boolean =>
  AWAL.some((awal) => awal.every((byte, i) => bytes[i] === byte));

/** A picture drawn anew, with nothing of the file that it came in. */
export type Logo = { readonly ok: true; readonly jpeg: Uint8Array };

/**
 * Looks at the bytes, never at a name: PNG, JPEG or WebP, of which one still picture is drawn anew on white as a small
 * JPEG, the one form that paper, screens and PDF all show. Whatever else the file held (scripts, places, other pictures)
 * is not in it. An SVG is a program and no picture. Refusals: `bukan_gambar`, `gambar_rusak`, `gambar_besar`.
 */
export const gambarLogo = async (bytes: Uint8Array): Promise<Logo | Refusal> => {
  if (!berawal(bytes)) return refuse('bukan_gambar');
  // Only who hands in a logo waits for it to load.
  const { default: sharp } = await import('sharp');
  const asli = sharp(bytes, { failOn: 'error', limitInputPixels: PIKSEL, pages: 1 });
  try {
    const { format, width, height } = await asli.metadata();
    if (!JENIS.has(format)) return refuse('bukan_gambar');
    if (width * height > PIKSEL) return refuse('gambar_besar', { lebar: width, tinggi: height });
    const jpeg = await asli
      .rotate()
      .flatten({ background: '#fff' })
      .resize({ width: SISI, height: SISI, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
      .toBuffer();
    // What is kept passes the same eye as a photo.
    return inspectPhoto(jpeg).ok ? { ok: true, jpeg } : refuse('gambar_rusak');
  } catch (cause) {
    const besar = cause instanceof Error && /pixel limit/i.test(cause.message);
    return refuse(besar ? 'gambar_besar' : 'gambar_rusak');
  }
};
