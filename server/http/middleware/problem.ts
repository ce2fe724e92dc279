import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import {
  isProblemCode,
  type ProblemCode,
  type ProblemParams,
  problems,
} from '../../../shared/protocol/index.ts';
import type { BodyFault } from '../body.ts';

/** What an error answer may say besides its code. */
export type ProblemExtras = {
  readonly params?: ProblemParams | undefined;
  readonly errors?: readonly BodyFault[] | undefined;
  /** Seconds, for 429 and 503. */
  readonly retryAfter?: number | undefined;
  readonly allow?: readonly string[] | undefined;
};

/** The one writer of `application/problem+json` (RFC 9457). Never a stack, a name or a NIP. */
export const problem = (
  c: Context,
  code: ProblemCode,
  { params, errors, retryAfter, allow }: ProblemExtras = {},
): Response => {
  const { status, title } = problems[code];
  const instance = (c.get('requestId') as string | undefined) ?? '';
  // For the log of refusals: the answer itself is bytes by then.
  c.set('problem', code);
  c.header('Content-Language', 'id');
  if (retryAfter !== undefined) c.header('Retry-After', String(Math.max(1, Math.ceil(retryAfter))));
  if (allow) c.header('Allow', allow.join(', '));
  const body = {
    type: `/masalah/${code}`,
    title,
    status,
    instance,
    code,
    ...(params ? { params } : {}),
    ...(errors ? { errors } : {}),
  };
  return c.body(JSON.stringify(body), status as ContentfulStatusCode, {
    'Content-Type': 'application/problem+json; charset=utf-8',
  });
};

/** An expected refusal as an answer. */
export const refusal = (
  c: Context,
  {
    code,
    params,
    errors,
  }: { code: string; params?: ProblemParams | undefined; errors?: readonly BodyFault[] | undefined },
): Response => problem(c, isProblemCode(code) ? code : 'gangguan', { params, errors });

/** True where the phone hung up in the middle of sending: counted, not logged (finding F13). */
const isAborted = (error: Error): boolean =>
  error.name === 'AbortError' || (error as { code?: string }).code === 'ECONNRESET';

/** The edge where the unexpected is caught: once, with the request's id, and nothing of it in the answer. */
export const onError =
  (log: (error: Error, requestId: string) => void, onAbort: () => void = () => undefined): ErrorHandler =>
  (error, c) => {
    if (isAborted(error)) onAbort();
    else log(error, (c.get('requestId') as string | undefined) ?? '');
    return problem(c, 'gangguan');
  };

/** Unknown addresses of the API. */
export const notFound: NotFoundHandler = (c) => problem(c, 'tidak_ada');

/** A known address asked in an unknown way. */
export const methodNotAllowed =
  (allow: readonly string[]) =>
  (c: Context): Response =>
    problem(c, 'cara_salah', { allow });
