import { createHash } from 'node:crypto';
import { LIMITS, type Refusal, refuse } from '../../shared/protocol/index.ts';
import { inspectPhoto } from './inspect.ts';
import type { PhotoFiles } from './keep.ts';
import type { PhotoFacts } from './photo-facts.ts';

/** A piece of a photo: where it begins in the whole, how long the whole is. */
export type Piece = {
  readonly owner: string;
  readonly sha: string;
  readonly offset: number;
  readonly length: number;
  readonly bytes: Uint8Array;
};

/** How far a photo is now: `offset` bytes received; `facts` once it is whole, checked and kept. */
export type Received = { readonly ok: true; readonly offset: number; readonly facts: PhotoFacts | null };

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** True where the piece repeats bytes that are there already: a phone whose answer was lost sends them again. */
const repeats = (there: Uint8Array, { offset, bytes }: Piece): boolean => {
  const known = there.subarray(offset, offset + bytes.length);
  return Buffer.compare(known, bytes.subarray(0, known.length)) === 0;
};

/** What is there cannot become this photo: it goes, and the phone begins again. */
const startAgain = async (files: PhotoFiles, { owner, sha }: Piece, refusal: Refusal): Promise<Refusal> => {
  await files.dropPart(owner, sha);
  return refusal;
};

/** The last piece never lies in the unfinished file: a crash here must not leave one that looks complete. */
const finish = async (files: PhotoFiles, piece: Piece, whole: Uint8Array): Promise<Received | Refusal> => {
  const facts = inspectPhoto(whole);
  if (!facts.ok) return startAgain(files, piece, facts);
  await files.keep(piece.owner, piece.sha, whole);
  return { ok: true, offset: whole.length, facts };
};

/** How far a file is: `whole` once its last piece has come and the SHA-256 is right. */
export type Gathered = { readonly ok: true; readonly offset: number; readonly whole: Uint8Array | null };

/**
 * Takes in one piece of a file (tus rule: the offset must meet what is there; identical overlap is fine). The last piece
 * is never written, so a file that is whole is never mistaken for one that has been dealt with: sent again, it comes out
 * whole again. Refusals: `posisi_unggah` with the right `offset`, `sidik_beda`. Pieces of one file come one at a time.
 */
export const gatherPiece = async (files: PhotoFiles, piece: Piece): Promise<Gathered | Refusal> => {
  const { owner, sha, offset, length, bytes } = piece;
  const received = await files.partSize(owner, sha);
  if (received >= length) return startAgain(files, piece, refuse('posisi_unggah', { offset: 0 }));
  if (offset > received || offset + bytes.length > length)
    return refuse('posisi_unggah', { offset: received });
  const isLast = offset + bytes.length === length;
  const there = offset < received || isLast ? await files.readPart(owner, sha) : null;
  if (there && !repeats(there, piece))
    return startAgain(files, piece, refuse('posisi_unggah', { offset: 0 }));
  const fresh = bytes.subarray(received - offset);
  if (isLast) {
    const whole = Buffer.concat([there ?? new Uint8Array(), fresh]);
    if (sha256(whole) === sha) return { ok: true, offset: length, whole };
    return startAgain(files, piece, refuse('sidik_beda', { offset: 0 }));
  }
  if (fresh.length > 0) await files.writePart(owner, sha, received, fresh);
  return { ok: true, offset: received + fresh.length, whole: null };
};

/**
 * Takes in one piece of a photo, as {@link gatherPiece} does. The last one has the whole inspected, flushed and named
 * before this resolves, so the answer may rest on it. Refuses also with `foto_besar`, and with those of
 * {@link inspectPhoto}.
 */
export const receivePiece = async (files: PhotoFiles, piece: Piece): Promise<Received | Refusal> => {
  if (piece.length > LIMITS.fotoBytes) return refuse('foto_besar', { byte: piece.length });
  const gathered = await gatherPiece(files, piece);
  if (!gathered.ok) return gathered;
  const { offset, whole } = gathered;
  return whole ? finish(files, piece, whole) : { ok: true, offset, facts: null };
};
