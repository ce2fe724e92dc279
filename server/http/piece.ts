import type { Context } from 'hono';
import { LIMITS, type ProblemCode, type Refusal, refuse } from '../../shared/protocol/index.ts';
import type { Piece } from '../files/index.ts';
import { type BodyFault, readBytes } from './body.ts';
import { problem } from './middleware/problem.ts';

const SHA = /^[0-9a-f]{64}$/;
/** A day's quota frees itself bit by bit. */
const QUOTA_SECONDS = 3_600;
const DIGITS = /^\d{1,10}$/;

/** Whose file comes in pieces, how large it may be, and the code that says it is larger. */
type Wanted = { readonly owner: string; readonly most: number; readonly tooLarge: ProblemCode };

/** True for the SHA-256 that names a file in an address. */
export const isSha = (text: string): boolean => SHA.test(text);

/** Reads one piece of a file from a PUT with `Upload-Offset` and `Upload-Length`. */
export const pieceOf = async (
  c: Context,
  { owner, most, tooLarge }: Wanted,
): Promise<({ readonly ok: true } & Piece) | (Refusal & { errors?: BodyFault[] })> => {
  const [offset = '', length = ''] = [c.req.header('upload-offset'), c.req.header('upload-length')];
  const sha = c.req.param('sha') ?? '';
  if (!isSha(sha)) return refuse('tidak_ada');
  if (c.req.header('content-type') !== 'application/octet-stream') return refuse('jenis_isi');
  if (c.req.header('content-encoding')) return refuse('sandian_isi');
  if (!DIGITS.test(offset))
    return { ...refuse('isi_salah'), errors: [{ pointer: '/Upload-Offset', code: 'isi_salah' }] };
  if (!DIGITS.test(length) || Number(length) === 0)
    return { ...refuse('isi_salah'), errors: [{ pointer: '/Upload-Length', code: 'isi_salah' }] };
  if (Number(length) > most) return refuse(tooLarge, { byte: Number(length) });
  const bytes = await readBytes(c.req.raw, LIMITS.chunkMaxBytes);
  if (!bytes) return refuse('terlalu_besar', { batas: LIMITS.chunkMaxBytes });
  return { ok: true, owner, sha, offset: Number(offset), length: Number(length), bytes };
};

/** The right offset stands in the header as well as in the problem, as tus has it. */
export const refusePiece = (c: Context, result: Refusal): Response => {
  if (result.code === 'kuota_foto')
    return problem(c, result.code, { params: result.params, retryAfter: QUOTA_SECONDS });
  const offset = result.params?.['offset'];
  if (offset !== undefined) c.header('Upload-Offset', String(offset));
  return problem(c, result.code, { params: result.params });
};
