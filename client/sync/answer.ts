import {
  isProblemCode,
  type ProblemCode,
  ProblemDetails,
  type ProblemParams,
  todaysCode,
} from '../../shared/protocol/index.ts';
import type { Incoming, Transport } from './transport.ts';

/** Codes that only the phone can know. */
export type LocalCode = 'tanpa_internet' | 'server_diam' | 'wifi_masuk';

/** Why nothing came of a request; `floor` is the ms that the server asks to wait. No code of these deletes anything. */
export type Trouble = {
  readonly ok: false;
  readonly code: ProblemCode | LocalCode;
  readonly params?: ProblemParams;
  readonly floor: number;
};

const LONGEST_FLOOR = 3_600_000;
const PROBE_TIMEOUT = 10_000;

const trouble = (code: Trouble['code'], floor = 0, params?: ProblemParams): Trouble =>
  params ? { ok: false, code, floor, params } : { ok: false, code, floor };

const retryAfter = ({ headers }: Response): number => {
  const seconds = Number(headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) ? Math.min(LONGEST_FLOOR, Math.max(0, seconds * 1000)) : 0;
};

const parse = async (response: Response): Promise<unknown> => {
  try {
    return (await response.json()) as unknown;
  } catch {
    return undefined;
  }
};

const isBusy = ({ status }: Response): boolean => status === 429 || status === 503;

const fromProblem = async (response: Response): Promise<Trouble> => {
  const floor = retryAfter(response);
  const details = ProblemDetails.safeParse(await parse(response));
  const code = details.success ? todaysCode(details.data.code) : '';
  return details.success && isProblemCode(code)
    ? trouble(code, floor, details.data.params)
    : trouble(isBusy(response) ? 'server_sibuk' : 'server_diam', floor);
};

/** "Network Authentication Required" (RFC 6585): what a Wi-Fi that wants to be signed in to says of itself. */
const WIFI_MASUK = 511;

/** Something that is not our service answered: a Wi-Fi that wants to be signed in to, or a proxy before a dead server. */
const fromStranger = (response: Response): Trouble =>
  response.status >= 500 && response.status !== WIFI_MASUK
    ? trouble('server_diam', retryAfter(response))
    : trouble('wifi_masuk');

/**
 * Reads an answer: the JSON of a 200, or what went wrong. Anything else than JSON where JSON belongs is believed to be
 * nothing at all (`wifi_masuk`, to be confirmed by {@link confirmPortal}). A text cut in the middle is no answer either.
 */
export const readAnswer = async (
  incoming: Incoming,
): Promise<{ readonly ok: true; readonly json: unknown } | Trouble> => {
  if (incoming.kind === 'putus') return trouble(incoming.dekat ? 'tanpa_internet' : 'server_diam');
  const { response } = incoming;
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('application/problem+json')) return fromProblem(response);
  if (isBusy(response)) return trouble('server_sibuk', retryAfter(response));
  if (!response.ok || !type.startsWith('application/json')) return fromStranger(response);
  const json = await parse(response);
  return json === undefined ? trouble('server_diam') : { ok: true, json };
};

/** Asks `/api/time`: a 204 comes from the service alone, so what looked like a Wi-Fi sign-in page was something else. */
export const confirmPortal = async (found: Trouble, transport: Transport): Promise<Trouble> => {
  if (found.code !== 'wifi_masuk') return found;
  const probe = await transport({ method: 'GET', path: '/api/time', timeout: PROBE_TIMEOUT });
  const isPortal = probe.kind === 'jawaban' && probe.response.status !== 204;
  return isPortal ? found : { ...found, code: 'server_diam' };
};
