import type * as z from 'zod/mini';
import type { ProblemCode } from '../../shared/protocol/index.ts';

/** A part of the address, or a header. */
export type Param = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly summary: string;
  readonly required?: boolean;
};
type Answer = {
  readonly summary: string;
  readonly schema?: z.ZodMiniType;
  readonly type?: string;
  readonly headers?: readonly string[];
};

/** One route of the API as it is described to others; a test compares these rows with the routes of the app. */
export type RouteRow = {
  readonly method: 'get' | 'head' | 'put' | 'post' | 'delete';
  /** With parameters as in Hono, such as `/api/photos/:sha`. */
  readonly path: string;
  readonly summary: string;
  /** False where anybody may ask. */
  readonly session: boolean;
  readonly params?: readonly Param[];
  readonly body?: { readonly type: string; readonly schema?: z.ZodMiniType };
  readonly answers: Readonly<Record<number, Answer>>;
  readonly problems: readonly ProblemCode[];
};

/** What a body may be refused for. */
export const BODY: readonly ProblemCode[] = [
  'jenis_isi',
  'sandian_isi',
  'terlalu_besar',
  'utf8_rusak',
  'json_rusak',
  'json_dalam',
  'kunci_ganda',
  'isi_salah',
];
/** What may happen on any route. */
export const ALWAYS: readonly ProblemCode[] = ['gangguan', 'server_sibuk'];
/** On every route that changes anything. */
export const GUARD: readonly ProblemCode[] = [...ALWAYS, 'asal_ditolak', 'penuh'];
/** On every route of a signed-in person. */
export const SESSION: readonly ProblemCode[] = ['masuk_lagi', 'perangkat_dicabut'];
/** On every route of an admin: the admin's part of his session may have ended. */
export const ADMIN: readonly ProblemCode[] = [...SESSION, 'sesi_admin'];
/** On those that act on others, or take their data away as a file: he may have to prove once more who he is. */
export const ADMIN_ACT: readonly ProblemCode[] = [...ADMIN, 'bukti_diri'];
