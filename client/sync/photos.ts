import { LIMITS } from '../../shared/protocol/index.ts';
import { type AccountStore, getMeta, type PhotoRow, setMeta } from '../store/database.ts';
import { confirmPortal, readAnswer, type Trouble } from './answer.ts';
import type { Transport } from './transport.ts';

/** What the uploader needs of the world. `allowed` is asked before each piece: data saver may have been switched on. */
export type UploadParts = {
  readonly store: AccountStore;
  readonly transport: Transport;
  readonly clock: () => number;
  readonly allowed: () => boolean | Promise<boolean>;
};

const AIM = 8000;
/** A piece is cut for eight seconds; on a line that has become slower it may take five times that, and more after a failure. */
const PATIENCE = 40_000;
const MOST_PATIENCE = 160_000;
const MOST_TRIES = 3;

type Piece = { readonly ok: true; readonly offset: number; readonly done: boolean } | Trouble;

/** Pieces grow and shrink so that one takes about eight seconds: small enough to lose, large enough to get on. */
export const nextChunk = (size: number, took: number): number => {
  const wanted = took < AIM / 2 ? size * 2 : took > AIM ? size / 2 : size;
  return Math.max(LIMITS.chunkMinBytes, Math.min(LIMITS.chunkMaxBytes, Math.round(wanted)));
};

/** Codes that say the photo itself is not wanted: it is kept for its owner, and the others go on. */
const UNWANTED: ReadonlySet<Trouble['code']> = new Set([
  'bukan_foto',
  'foto_rusak',
  'foto_besar',
  'foto_bermetadata',
  'terlalu_besar',
  'isi_salah',
]);
/** Codes that send the upload back to where the server's last byte is. */
const RESTART: ReadonlySet<Trouble['code']> = new Set(['posisi_unggah', 'tidak_ada', 'sidik_beda']);

const offsetIn = ({ code, params }: Trouble): number =>
  code === 'posisi_unggah' && typeof params?.['offset'] === 'number' ? params['offset'] : 0;

/**
 * Sends the photos that wait, one at a time, after all text, each from where the server's last byte is. Nothing that the
 * server says deletes a photo: a refused one is parked with its reason.
 */
export const createUploader = ({ store: { db }, transport, clock, allowed }: UploadParts) => {
  const put = async (row: PhotoRow, bytes: ArrayBuffer): Promise<Piece> => {
    const size = (await getMeta(db, 'chunk')) ?? LIMITS.chunkStartBytes;
    const body = bytes.slice(row.offset, row.offset + size);
    const started = clock();
    const headers = {
      'content-type': 'application/octet-stream',
      'upload-offset': String(row.offset),
      'upload-length': String(row.size),
    };
    const path = `/api/photos/${row.sha}`;
    const tries = (await getMeta(db, 'attempt'))?.tries ?? 0;
    const timeout = Math.min(MOST_PATIENCE, PATIENCE * 2 ** Math.min(tries, 2));
    const incoming = await transport({ method: 'PUT', path, headers, body, timeout });
    if (
      incoming.kind === 'jawaban' &&
      (incoming.response.status === 201 || incoming.response.status === 204)
    ) {
      await setMeta(db, 'chunk', nextChunk(size, clock() - started));
      const offset = Number(incoming.response.headers.get('upload-offset') ?? row.offset + body.byteLength);
      return { ok: true, offset, done: incoming.response.status === 201 };
    }
    if (incoming.kind === 'putus') await setMeta(db, 'chunk', nextChunk(size, AIM * 2));
    const read = await readAnswer(incoming);
    return read.ok ? { ok: false, code: 'server_diam', floor: 0 } : confirmPortal(read, transport);
  };

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
    if (row?.status !== 'antri' || !(await allowed())) return false;
    const piece = await put(row, bytes);
    if (piece.ok && piece.done) await arrived(row);
    else if (piece.ok) await goOn(row, piece.offset);
    else if (RESTART.has(piece.code)) await goOn(row, offsetIn(piece));
    else if (UNWANTED.has(piece.code)) await park(sha, piece.code);
    else return piece;
    return true;
  };

  const sendOne = async (sha: string): Promise<Trouble | null> => {
    const stored = await db.bytes.get(sha);
    if (!stored) await park(sha, 'foto_rusak');
    for (let more: boolean | Trouble = stored !== undefined; more !== false; ) {
      if (more !== true) return more;
      more = await step(sha, stored?.bytes ?? new ArrayBuffer());
    }
    return null;
  };

  /** What the server said of a photo in its last answer; true where it has all of it. */
  const takeOffset = async ({ sha, size, offset }: PhotoRow, known: number | undefined): Promise<boolean> => {
    const isWhole = known !== undefined && known >= size;
    if (isWhole) await arrived({ sha, size });
    else if (known !== undefined && known !== offset) await db.photos.update(sha, { offset: known });
    return isWhole;
  };

  /** Sends all; ends at the first trouble with the line or the server. `offsets` are the server's own, from the last answer. */
  const run = async (
    offsets: Readonly<Record<string, { readonly off: number }>> = {},
  ): Promise<Trouble | null> => {
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
