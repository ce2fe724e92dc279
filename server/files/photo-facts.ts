import { LIMITS, type Refusal, refuse } from '../../shared/protocol/index.ts';

/** What a sound photo is: its type and size in pixels, as its own header says. */
export type PhotoFacts = {
  readonly ok: true;
  readonly mime: 'image/jpeg' | 'image/webp';
  readonly width: number;
  readonly height: number;
};

/** Facts within the limits of side and area: a small file can hold a picture that fills a phone's memory. */
export const sized = (mime: PhotoFacts['mime'], width: number, height: number): PhotoFacts | Refusal => {
  if (width < 1 || height < 1) return refuse('foto_rusak');
  if (width > LIMITS.fotoSide || height > LIMITS.fotoSide || width * height > LIMITS.fotoPixels)
    return refuse('foto_besar', { lebar: width, tinggi: height });
  return { ok: true, mime, width, height };
};

/** Bytes as text, for the names that formats write into their headers. */
export const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));
