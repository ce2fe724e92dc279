import { gunzipSync, type InputType, inflateSync, type ZlibOptions } from 'node:zlib';
import type * as z from 'zod/mini';
import { LIMITS, type ProblemCode, type ProblemParams } from '../../shared/protocol/index.ts';
import { scanJson } from './json-scan.ts';
import { itsTurn } from './work-turn.ts';

/*
 * The way of a body, each step with its own answer (trust.md F8, F9):
 *   content type 415 → length 413 → inflating 413 → strict UTF-8 400 → depth, keys, doubled keys 400 → JSON 400 → schema 422
 * Hono's own reader replaces broken UTF-8 in silence and answers 500 to broken JSON, so it is never used.
 */

/** One fault of a body: JSON pointer (RFC 6901) and code. */
export type BodyFault = { readonly pointer: string; readonly code: string };

/** A parsed body with the exact bytes it was sent as (before any content encoding), or why it is refused. */
export type BodyResult<T> =
  | {
      readonly ok: true;
      readonly value: T;
      readonly bytes: Uint8Array;
      /** The same bytes as they came, where they came as one zlib stream (`Content-Encoding: deflate`). */
      readonly deflated?: Uint8Array | undefined;
    }
  | {
      readonly ok: false;
      readonly code: ProblemCode;
      readonly params?: ProblemParams;
      readonly errors?: readonly BodyFault[];
    };

type Form<T> = {
  readonly schema: z.ZodMiniType<T>;
  /** What travels packed is unpacked before the schema looks at it. */
  readonly unpack?: (json: unknown) => unknown;
  /** True where the texts are looked at one by one afterwards, as those of commands are, each with a verdict of its own. */
  readonly allowNul?: boolean;
};
type BodyOptions<T> = Form<T> & {
  /** Bytes at the most, after inflating. */
  readonly limit: number;
  /** True where `Content-Encoding: deflate` or `gzip` is understood. */
  readonly compressed?: boolean;
};

const MAX_FAULTS = 20;
/** A pointer repeats what came, so it must not be as long as that. */
const POINTER_LETTERS = 200;
type Inflate = (bytes: InputType, options: ZlibOptions) => unknown;
/** What zlib gives with `info`. */
type Inflated = { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } };
const refuse = (code: ProblemCode, params?: ProblemParams): BodyResult<never> =>
  params ? { ok: false, code, params } : { ok: false, code };

/** The phone hung up before its body was whole: nobody is left to answer, and nothing went wrong here. */
export class RequestAbortedError extends Error {
  constructor(options: ErrorOptions) {
    super('the request ended before its body', options);
    this.name = 'AbortError';
  }
}

type Streamed = (AsyncIterable<Uint8Array> & ReadableStream) | null;

const whole = async (request: Request, limit: number): Promise<Uint8Array | null> => {
  const bytes = new Uint8Array(await request.arrayBuffer());
  return bytes.length > limit ? null : bytes;
};

const collect = async (body: Streamed, limit: number): Promise<Uint8Array | null> => {
  if (!body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of body) {
    total += chunk.length;
    if (total > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, total);
};

/**
 * Reads at most `limit` bytes; null where there is more. The rest of a larger body is not read. Resolves when the
 * request's turn to work has come: the minutes that a slow line takes are not spent holding a place in the lane.
 */
export const readBytes = async (request: Request, limit: number): Promise<Uint8Array | null> => {
  const announced = request.headers.get('content-length');
  if (Number(announced ?? 0) > limit) return null;
  // Node lets no more in than was announced, and to read that at once spares a stream and a second Request.
  const read = announced === null ? collect(request.body as Streamed, limit) : whole(request, limit);
  const bytes = await read.catch((cause: unknown) => {
    throw new RequestAbortedError({ cause });
  });
  if (bytes) await itsTurn(request);
  return bytes;
};

type Decoded = { readonly bytes: Uint8Array; readonly deflated?: Uint8Array | undefined };

/** At once: what may be inflated is small, and a thread costs more than inflating it. */
const inflateBytes = (bytes: Uint8Array, encoding: string, limit: number): Decoded | ProblemCode => {
  const maxOutputLength = Math.min(limit, Math.max(64 * 1024, bytes.length * LIMITS.inflateRatio));
  const inflate: Inflate = encoding === 'gzip' ? gunzipSync : inflateSync;
  try {
    const { buffer, engine } = inflate(bytes, { maxOutputLength, info: true }) as Inflated;
    // Zlib passes over what follows the stream: such bytes are not kept as they came.
    const isWhole = encoding === 'deflate' && engine.bytesWritten === bytes.length;
    return { bytes: buffer, deflated: isWhole ? bytes : undefined };
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'terlalu_besar' : 'sandian_isi';
  }
};

const decode = async (
  request: Request,
  { limit, compressed }: { limit: number; compressed: boolean },
): Promise<Decoded | ProblemCode> => {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return 'jenis_isi';
  const encoding = (request.headers.get('content-encoding') ?? 'identity').trim().toLowerCase();
  if (encoding !== 'identity' && !(compressed && (encoding === 'deflate' || encoding === 'gzip')))
    return 'sandian_isi';
  const bytes = await readBytes(request, limit);
  if (!bytes) return 'terlalu_besar';
  return encoding === 'identity' ? { bytes } : inflateBytes(bytes, encoding, limit);
};

/** A NUL as JSON writes it, behind an even number of backslashes. */
const NUL = /(?<!\\)(?:\\\\)*\\u0000/;

type Parsed =
  | { readonly ok: true; readonly json: unknown; readonly hasNul: boolean }
  | { readonly ok: false; readonly code: ProblemCode };

const parseText = (bytes: Uint8Array): Parsed => {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { ok: false, code: 'utf8_rusak' };
  }
  const fault = scanJson(text, { depth: LIMITS.jsonDepth, keys: LIMITS.jsonKeys });
  if (fault) return { ok: false, code: fault };
  try {
    return { ok: true, json: JSON.parse(text) as unknown, hasNul: NUL.test(text) };
  } catch {
    return { ok: false, code: 'json_rusak' };
  }
};

const escapePointer = (part: PropertyKey): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1');

type Issue = {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly code?: string | undefined;
  /** Members that the schema does not know; zod points at the object that holds them. */
  readonly keys?: readonly string[] | undefined;
};

const pointerTo = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => `/${escapePointer(part)}`)
    .join('')
    .slice(0, POINTER_LETTERS);

/** Faults of a schema as pointers and codes, at most 20; a schema's own code stands as its message. */
export const faultsOf = (issues: readonly Issue[]): BodyFault[] =>
  issues
    .slice(0, MAX_FAULTS)
    .flatMap(({ path, message, code, keys }) =>
      (keys?.slice(0, MAX_FAULTS).map((key) => [...path, key]) ?? [path]).map((place) => ({
        pointer: pointerTo(place),
        code: /^[a-z0-9]+(_[a-z0-9]+)+$/.test(message) ? message : (code ?? 'isi_salah'),
      })),
    )
    .slice(0, MAX_FAULTS);

/** Parses bytes as JSON of a schema, as strictly as a body of their own. */
export const parseJson = <T>(
  bytes: Uint8Array,
  { schema, unpack, allowNul = false }: Form<T>,
): BodyResult<T> => {
  const parsed = parseText(bytes);
  if (!parsed.ok) return refuse(parsed.code);
  // No text of ours has one. SQLite hides what follows it, and PostgreSQL takes no text that has one (finding F9).
  if (!allowNul && parsed.hasNul)
    return { ok: false, code: 'isi_salah', errors: [{ pointer: '', code: 'teks_terlarang' }] };
  const checked = schema.safeParse(unpack ? unpack(parsed.json) : parsed.json);
  if (!checked.success) return { ok: false, code: 'isi_salah', errors: faultsOf(checked.error.issues) };
  return { ok: true, value: checked.data, bytes };
};

/** Reads, decodes and parses a JSON body; every refusal has its own code and nothing is repaired in silence. */
export const readJson = async <T>(
  request: Request,
  { limit, compressed = false, ...form }: BodyOptions<T>,
): Promise<BodyResult<T>> => {
  const decoded = await decode(request, { limit, compressed });
  if (typeof decoded === 'string')
    return refuse(decoded, decoded === 'terlalu_besar' ? { batas: limit } : undefined);
  const parsed = parseJson(decoded.bytes, form);
  return parsed.ok ? { ...parsed, deflated: decoded.deflated } : parsed;
};
