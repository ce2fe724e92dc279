import { getMeta, type PhotoRow } from '../store/database.ts';
import type { Trouble } from './answer.ts';
import { forgetTrouble } from './attempt.ts';
import { offsetIn, type PieceParts, putPiece, RESTART } from './pieces.ts';

/** What the uploader needs of the world. `allowed` is asked before each piece: data saver may have been switched on. */
export type UploadParts = PieceParts & {
  readonly allowed: () => boolean | Promise<boolean>;
};

const MOST_TRIES = 3;

/** What a piece meets that the line has lost. */
const LOST: ReadonlySet<Trouble['code']> = new Set(['server_diam', 'tanpa_internet']);

/** Codes that say the photo itself is not wanted: it is kept for its owner, and the others go on. */
const UNWANTED: ReadonlySet<Trouble['code']> = new Set([
  'bukan_foto',
  'foto_rusak',
  'foto_besar',
  'foto_bermetadata',
  'terlalu_besar',
  'isi_salah',
]);

/**
 * Sends the photos that wait, one at a time, after all text, each from where the server's last byte is. Nothing that the
 * server says deletes a photo: a refused one is parked with its reason.
 */
export const createUploader = (parts: UploadParts) => {
  const { store, clock } = parts;
  const { db } = store;
  const arrived = async ({ sha, size }: Pick<PhotoRow, 'sha' | 'size'>): Promise<void> => {
    const sentAt = clock() + ((await getMeta(db, 'skew')) ?? 0);
    await db.photos.update(sha, { offset: size, status: 'terkirim', tries: 0, code: undefined, sentAt });
  };

  const park = (sha: string, code: string): Promise<unknown> =>
    db.photos.update(sha, { status: 'parkir', code });

  /** Notes how far a photo is; counts a try where the server does not get on with it. */
  const goOn = async (row: PhotoRow, offset: number): Promise<void> => {
    if (offset > row.offset) return void (await db.photos.update(row.sha, { offset, tries: 0 }));
    if (row.tries + 1 >= MOST_TRIES) return void (await park(row.sha, 'sidik_beda'));
    await db.photos.update(row.sha, { offset: Math.min(row.size, offset), tries: row.tries + 1 });
  };

  /** One piece: true where the photo wants another one, false where it is done or set aside. */
  const step = async (sha: string, bytes: ArrayBuffer): Promise<boolean | Trouble> => {
    const row = await db.photos.get(sha);
    if (row?.status !== 'antri' || !(await parts.allowed())) return false;
    const piece = await putPiece(parts, { path: `/api/photos/${sha}`, bytes, offset: row.offset, done: 201 });
    if (piece.ok && piece.whole) await arrived(row);
    else if (piece.ok) await goOn(row, piece.offset);
    else if (RESTART.has(piece.code)) await goOn(row, offsetIn(piece));
    else if (UNWANTED.has(piece.code)) await park(sha, piece.code);
    else return piece;
    return true;
  };

  /** One piece that the line loses goes again at once, smaller; a second in a row is trouble. */
  const stepTwice = async (sha: string, bytes: ArrayBuffer): Promise<boolean | Trouble> => {
    const more = await step(sha, bytes);
    if (typeof more !== 'boolean') return LOST.has(more.code) ? step(sha, bytes) : more;
    await forgetTrouble(db, clock());
    return more;
  };

  const sendOne = async (sha: string): Promise<Trouble | null> => {
    const stored = await db.bytes.get(sha);
    if (!stored) await park(sha, 'foto_rusak');
    for (let more: boolean | Trouble = stored !== undefined; more !== false; ) {
      if (more !== true) return more;
      more = await stepTwice(sha, stored?.bytes ?? new ArrayBuffer());
    }
    return null;
  };

  /** What the server said of a photo in its last answer; true where it has all of it, or is still to be asked whether it has. */
  const takeOffset = async ({ sha, size, offset }: PhotoRow, known: number | undefined): Promise<boolean> => {
    if (known === undefined) return offset >= size;
    const isWhole = known >= size;
    if (isWhole) await arrived({ sha, size });
    else if (known !== offset) await db.photos.update(sha, { offset: known });
    return isWhole;
  };

  /** A photo that only a receipt vouches for, by what the server itself says of it. */
  const confirm = async (row: PhotoRow, known: number | undefined): Promise<void> => {
    if (known === undefined) return;
    const isThere = known >= row.size;
    const stand = isThere ? {} : { status: 'antri' as const, offset: known };
    await db.photos.update(row.sha, { ...stand, carried: undefined });
  };

  /** Sends all; ends at the first trouble with the line or the server. `offsets` are the server's own, from the last answer. */
  const run = async (
    offsets: Readonly<Record<string, { readonly off: number }>> = {},
  ): Promise<Trouble | null> => {
    for (const row of await db.photos.where('carried').equals(1).toArray())
      await confirm(row, offsets[row.sha]?.off);
    for (const row of await db.photos.where('status').equals('antri').toArray()) {
      if (await takeOffset(row, offsets[row.sha]?.off)) continue;
      const trouble = await sendOne(row.sha);
      if (trouble) return trouble;
    }
    return null;
  };

  return { run };
};
export type Uploader = ReturnType<typeof createUploader>;
