import type { Transport } from '../../client/sync/index.ts';
import { beat, Killed, type Life } from './pulse.ts';

/** What a bad line does to one request. */
export type Fault =
  /** Never reaches the server. */
  | 'permintaan-hilang'
  /** The server has done its work; the phone never hears of it. */
  | 'jawaban-hilang'
  | 'jawaban-terpotong'
  /** The server gets it twice; the phone hears the second answer. */
  | 'dua-kali'
  /** Held back by the network, and delivered when the phone has long given up: reordering and late duplicates. */
  | 'tunda'
  /** Answered at once, and delivered once more later. */
  | 'ulang-nanti'
  /** A Wi-Fi sign-in page answers in the server's place. */
  | 'portal'
  /** A proxy answers that the server is busy. */
  | 'sibuk'
  /** The server fails over it. */
  | 'gangguan'
  /** A server of a much later version, which takes nothing from this app any more; put back before it does harm. */
  | 'app-lama'
  /** A server of the next version: its answer has members that this app does not know. */
  | 'server-baru';

export const FAULTS: readonly Fault[] = [
  'permintaan-hilang',
  'jawaban-hilang',
  'jawaban-terpotong',
  'dua-kali',
  'tunda',
  'ulang-nanti',
  'portal',
  'sibuk',
  'gangguan',
  'app-lama',
  'server-baru',
];

/** A request that is still under way somewhere. */
export type Letter = { readonly make: () => Request; readonly address: string };

/** Takes a request to the server: null where no answer comes. */
export type Carrier = (request: Request, address: string) => Promise<Response | null>;

/** One phone's way to the server: its cookies, what the line does next, and its process, which may die while it waits. */
export type Line = {
  readonly cookies: Map<string, string>;
  /** Faults of the next requests, one each. */
  next: (Fault | null)[];
  /** Fault of every request while it lasts. */
  standing: 'permintaan-hilang' | 'portal' | null;
};

export type LineParts = {
  readonly line: Line;
  readonly address: string;
  readonly carry: Carrier;
  readonly mail: Letter[];
  readonly life: Life;
  /** Waits before an answer is heard: how another tab gets ahead of this one. */
  readonly hold?: (() => Promise<void>) | undefined;
};

const ORIGIN = 'http://kinerja.test';

const portal = (): Response =>
  new Response('<!doctype html><title>Wi-Fi</title>', { headers: { 'content-type': 'text/html' } });
const busy = (): Response => new Response('', { status: 503, headers: { 'retry-after': '30' } });

const refusing = (status: number, code: string): Response =>
  new Response(JSON.stringify({ type: `/masalah/${code}`, title: code, status, code }), {
    ...{ status, headers: { 'content-type': 'application/problem+json' } },
  });

const cut = async (response: Response): Promise<Response> => {
  if (response.status === 204) return response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return new Response(bytes.subarray(0, Math.floor(bytes.length / 2)), response);
};

type Grown = Record<string, unknown>;

/** The same answer as a server of the next version gives it. */
const newer = async (response: Response): Promise<Response> => {
  if (!response.headers.get('content-type')?.startsWith('application/json')) return response;
  const json = (await response.json()) as Grown;
  const grown = (item: unknown): unknown =>
    typeof item === 'object' && item !== null && !Array.isArray(item) ? { ...item, baru: { a: 1 } } : item;
  const grow = (list: unknown): unknown => (Array.isArray(list) ? list.map(grown) : list);
  const body = {
    ...json,
    baru: [1],
    ...('era' in json ? { res: grow(json['res']), chg: grow(json['chg']) } : {}),
  };
  return new Response(JSON.stringify(body), response);
};

const keep = (cookies: Map<string, string>, setCookie: string): void => {
  const [pair = '', ...rest] = setCookie.split('; ');
  const at = pair.indexOf('=');
  if (rest.includes('Max-Age=0')) cookies.delete(pair.slice(0, at));
  else cookies.set(pair.slice(0, at), pair.slice(at + 1));
};

const inPlace = (fault: Fault | null): Response | null | undefined => {
  if (fault === 'permintaan-hilang') return null;
  if (fault === 'portal') return portal();
  if (fault === 'gangguan') return refusing(500, 'gangguan');
  if (fault === 'app-lama') return refusing(426, 'app_lama');
  return fault === 'sibuk' ? busy() : undefined;
};

const deliver = async (
  { line, address, carry, mail }: LineParts,
  make: () => Request,
): Promise<Response | null> => {
  const fault = line.next.shift() ?? line.standing;
  const stranger = inPlace(fault);
  if (stranger !== undefined) return stranger;
  if (fault === 'tunda' || fault === 'ulang-nanti') mail.push({ make, address });
  if (fault === 'tunda') return null;
  if (fault === 'dua-kali') await carry(make(), address);
  const response = await carry(make(), address);
  if (!response || fault === 'jawaban-hilang') return null;
  for (const cookie of response.headers.getSetCookie()) keep(line.cookies, cookie);
  if (fault === 'jawaban-terpotong') return cut(response);
  return fault === 'server-baru' ? newer(response) : response;
};

const die = (life: Life): void => {
  if (beat(life)) throw new Killed();
};

/** The transport of one life of a phone. */
export const aTransport =
  (parts: LineParts): Transport =>
  async ({ method, path, headers, body }) => {
    die(parts.life);
    const sent = body ? new Uint8Array(body).slice() : null;
    const cookie = [...parts.line.cookies].map((pair) => pair.join('=')).join('; ');
    const all = { ...headers, 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) };
    const make = () =>
      new Request(`${ORIGIN}${path}`, { method, headers: all, ...(sent ? { body: sent } : {}) });
    const response = await deliver(parts, make);
    await parts.hold?.();
    die(parts.life);
    return response ? { kind: 'jawaban', response } : { kind: 'putus', dekat: false };
  };
