import type { Transport } from '../../client/sync/index.ts';
import { ORIGIN } from './server.ts';

/** Takes a request to a server: the app itself, or a real socket. */
export type Carrier = (request: Request) => Promise<Response>;

/** What a bad line does to one request. */
export type Fault =
  /** Never reaches the server. */
  | 'permintaan-hilang'
  /** The server has done its work; the phone never hears of it. */
  | 'jawaban-hilang'
  /** The answer's text is cut in the middle. */
  | 'jawaban-terpotong'
  /** The server gets it twice; the phone hears the second answer. */
  | 'dua-kali'
  /** A Wi-Fi sign-in page answers instead, with 200. */
  | 'portal';

/** An answer in the server's place, such as a proxy's. */
export type Stranger = (request: Request) => Response;

/** One phone's line to the server, with its cookies, and with faults on demand. */
export type Line = {
  readonly transport: Transport;
  /** Faults for the next requests, one each; null lets one pass. */
  readonly next: (...faults: readonly (Fault | Stranger | null)[]) => void;
  /** A fault for every request from now on; null mends the line. */
  readonly always: (fault: Fault | Stranger | null) => void;
  /** What went over the line: `POST /api/sync`, and so on. */
  readonly sent: string[];
  cookies: Map<string, string>;
};

const portal: Stranger = () =>
  new Response('<!doctype html><title>Wi-Fi</title>', { headers: { 'content-type': 'text/html' } });

const cut = async (response: Response): Promise<Response> => {
  if (response.status === 204) return response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return new Response(bytes.subarray(0, Math.floor(bytes.length / 2)), {
    status: response.status,
    headers: response.headers,
  });
};

const keep = (cookies: Map<string, string>, setCookie: string): void => {
  const [pair = '', ...rest] = setCookie.split('; ');
  const at = pair.indexOf('=');
  if (rest.includes('Max-Age=0')) cookies.delete(pair.slice(0, at));
  else cookies.set(pair.slice(0, at), pair.slice(at + 1));
};

/** A line to the server behind `carrier`. */
export const aLine = (carrier: Carrier): Line => {
  let standing: Fault | Stranger | null = null;
  const queue: (Fault | Stranger | null)[] = [];
  const deliver = async (line: Line, make: () => Request): Promise<Response> => {
    const request = make();
    request.headers.set('sec-fetch-site', 'same-origin');
    if (line.cookies.size > 0)
      request.headers.set('cookie', [...line.cookies].map((pair) => pair.join('=')).join('; '));
    const response = await carrier(request);
    for (const cookie of response.headers.getSetCookie()) keep(line.cookies, cookie);
    return response;
  };
  const answer = async (
    line: Line,
    fault: Fault | Stranger | null,
    make: () => Request,
  ): Promise<Response | null> => {
    if (fault === 'permintaan-hilang') return null;
    if (fault === 'portal') return portal(make());
    if (typeof fault === 'function') return fault(make());
    if (fault === 'dua-kali') await deliver(line, make);
    const response = await deliver(line, make);
    if (fault === 'jawaban-hilang') return null;
    return fault === 'jawaban-terpotong' ? cut(response) : response;
  };
  const line: Line = {
    cookies: new Map(),
    sent: [],
    next: (...faults) => void queue.push(...faults),
    always: (fault) => {
      standing = fault;
    },
    transport: async ({ method, path, headers, body }) => {
      line.sent.push(`${method} ${path}`);
      const init = { method, ...(headers ? { headers } : {}), ...(body ? { body } : {}) };
      const response = await answer(
        line,
        queue.shift() ?? standing,
        () => new Request(`${ORIGIN}${path}`, init),
      );
      return response ? { kind: 'jawaban', response } : { kind: 'putus', dekat: false };
    },
  };
  return line;
};
