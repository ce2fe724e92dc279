import { LIMITS, type Refusal, refuse } from '../../shared/protocol/index.ts';
import type { FotoRujukan } from '../../shared/records/index.ts';
import type { NewPhoto } from '../store/index.ts';
import { checkHeader, jpegSize } from './image-header.ts';

type Encoded = { readonly bytes: ArrayBuffer; readonly mime: FotoRujukan['mime'] };

const SIDES = [1280, 1024, 800, 640] as const;
const QUALITIES = [0.72, 0.6, 0.48] as const;
const THUMB_SIDE = 160;

/** The long side becomes `side` at the most; a small picture stays as it is. */
const shrunk = (
  { width, height }: { width: number; height: number },
  side: number,
): { width: number; height: number } => {
  const scale = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

/** Draws onto a new canvas: what comes out holds pixels only, no EXIF, no position, no thumbnail. */
const draw = (bitmap: ImageBitmap, side: number): OffscreenCanvas | HTMLCanvasElement => {
  const { width, height } = shrunk(bitmap, side);
  const canvas =
    typeof OffscreenCanvas === 'undefined'
      ? Object.assign(document.createElement('canvas'), { width, height })
      : new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d') as CanvasRenderingContext2D | null;
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  return canvas;
};

const toBlob = (
  canvas: OffscreenCanvas | HTMLCanvasElement,
  type: string,
  quality: number,
): Promise<Blob | null> =>
  'convertToBlob' in canvas
    ? canvas.convertToBlob({ type, quality })
    : new Promise((resolve) => canvas.toBlob(resolve, type, quality));

/** WebP where the browser writes it, else JPEG: Safari answers PNG to a wish for WebP. */
const encode = async (canvas: OffscreenCanvas | HTMLCanvasElement, quality: number): Promise<Encoded> => {
  const webp = await toBlob(canvas, 'image/webp', quality);
  const blob = webp?.type === 'image/webp' ? webp : await toBlob(canvas, 'image/jpeg', quality);
  if (!blob) throw new Error('the canvas gave no picture');
  return { bytes: await blob.arrayBuffer(), mime: blob.type === 'image/webp' ? 'image/webp' : 'image/jpeg' };
};

const shrinkTo = async (bitmap: ImageBitmap, target: number): Promise<Encoded> => {
  let best: Encoded | null = null;
  for (const side of SIDES) {
    const canvas = draw(bitmap, side);
    for (const quality of QUALITIES) {
      best = await encode(canvas, quality);
      if (best.bytes.byteLength <= target) return best;
    }
  }
  return best as Encoded;
};

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

let turn: Promise<unknown> = Promise.resolve();

/** Asks the decoder for a small bitmap at once: 12 Mpx take 48 MB of a phone's memory, 1,280 pixels take five. */
const smallBitmap = (file: Blob, bytes: Uint8Array): Promise<ImageBitmap> => {
  const size = jpegSize(bytes);
  const upright = { imageOrientation: 'from-image' } as const;
  if (!size || Math.max(size.width, size.height) <= SIDES[0]) return createImageBitmap(file, upright);
  // By one side only, so that the shape stays; turning it upright afterwards changes nothing about what is enough.
  const side = size.width >= size.height ? { resizeWidth: SIDES[0] } : { resizeHeight: SIDES[0] };
  return createImageBitmap(file, { ...upright, ...side, resizeQuality: 'medium' });
};

const shrinkNow = async (file: Blob): Promise<({ ok: true } & NewPhoto) | Refusal> => {
  const raw = new Uint8Array(await file.arrayBuffer());
  const fault = checkHeader(raw);
  if (fault) return fault;
  let bitmap: ImageBitmap;
  try {
    bitmap = await smallBitmap(file, raw);
  } catch {
    return refuse('foto_rusak');
  }
  try {
    const { bytes, mime } = await shrinkTo(bitmap, LIMITS.fotoTargetBytes);
    const thumb = await encode(draw(bitmap, THUMB_SIDE), 0.6);
    const sha = hex(await crypto.subtle.digest('SHA-256', bytes));
    return { ok: true, foto: { sha, size: bytes.byteLength, mime }, bytes, thumb };
  } finally {
    bitmap.close();
  }
};

/**
 * Makes a picture from camera or gallery small enough for 2G (about 120 KB, long side 1,280) and free of everything but
 * its pixels, upright. One at a time: two decoded photos at once are more than a cheap phone holds.
 * Refusals: `bukan_foto`, `foto_rusak`, `foto_besar`.
 */
export const shrinkPhoto = (file: Blob): Promise<({ ok: true } & NewPhoto) | Refusal> => {
  const run = turn.then(() => shrinkNow(file));
  turn = run.catch(() => undefined);
  return run;
};
