import { LIMITS } from '../../shared/protocol/index.ts';
import { type AccountStore, getMeta, setMeta } from '../store/database.ts';
import { confirmPortal, readAnswer, type Trouble } from './answer.ts';
import type { Signer, Transport } from './transport.ts';

/** What sending a piece of a file needs of the world. */
export type PieceParts = {
  readonly store: AccountStore;
  readonly transport: Transport;
  readonly clock: () => number;
};

/** A file that is on its way to `path`, and how much of it the server has. */
export type OnItsWay = {
  readonly path: string;
  readonly bytes: ArrayBuffer;
  readonly offset: number;
  /** Status of the answer to the last piece; any other is not believed. */
  readonly done: 200 | 201;
  /** Signs each piece where the server wants to know which phone brings it. */
  readonly sign?: Signer;
};

/** One piece was taken: `whole` is the answer to the last one. */
type Piece = { readonly ok: true; readonly offset: number; readonly whole: Response | null } | Trouble;

const AIM = 8000;
/** A piece is cut for eight seconds; on a line that has become slower it may take five times that, and more after a failure. */
const PATIENCE = 40_000;
const MOST_PATIENCE = 160_000;

/** Codes that send an upload back to where the server's last byte is. */
export const RESTART: ReadonlySet<Trouble['code']> = new Set(['posisi_unggah', 'tidak_ada', 'sidik_beda']);

/** Where the server's last byte is, from such a code. */
export const offsetIn = ({ code, params }: Trouble): number =>
  code === 'posisi_unggah' && typeof params?.['offset'] === 'number' ? params['offset'] : 0;

/** Pieces grow and shrink so that one takes about eight seconds: small enough to lose, large enough to get on. */
export const nextChunk = (size: number, took: number): number => {
  const wanted = took < AIM / 2 ? size * 2 : took > AIM ? size / 2 : size;
  return Math.max(LIMITS.chunkMinBytes, Math.min(LIMITS.chunkMaxBytes, Math.round(wanted)));
};

/** Sends the next piece of a file, as much as fits on this line in about eight seconds. */
export const putPiece = async (
  { store: { db }, transport, clock }: PieceParts,
  { path, bytes, offset, done, sign }: OnItsWay,
): Promise<Piece> => {
  const size = (await getMeta(db, 'chunk')) ?? LIMITS.chunkStartBytes;
  const body = bytes.slice(offset, offset + size);
  const started = clock();
  const headers = {
    'content-type': 'application/octet-stream',
    'upload-offset': String(offset),
    'upload-length': String(bytes.byteLength),
    ...(sign ? { 'kinerja-signature': await sign(new Uint8Array(body)) } : {}),
  };
  const tries = (await getMeta(db, 'attempt'))?.tries ?? 0;
  const timeout = Math.min(MOST_PATIENCE, PATIENCE * 2 ** Math.min(tries, 2));
  const incoming = await transport({ method: 'PUT', path, headers, body, timeout });
  if (incoming.kind === 'jawaban' && [204, done].includes(incoming.response.status)) {
    await setMeta(db, 'chunk', nextChunk(size, clock() - started));
    const { response } = incoming;
    const reached = Number(response.headers.get('upload-offset') ?? offset + body.byteLength);
    return { ok: true, offset: reached, whole: response.status === 204 ? null : response };
  }
  if (incoming.kind === 'putus') await setMeta(db, 'chunk', nextChunk(size, AIM * 2));
  const read = await readAnswer(incoming);
  return read.ok ? { ok: false, code: 'server_diam', floor: 0 } : confirmPortal(read, transport);
};
