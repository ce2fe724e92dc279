import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands between phone and service answers instead of the service. */
export type Instead = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};
/** `telan`: the service does the work, its answer is lost on the way. Undefined: passed through. */
export type Meeting = Instead | 'telan' | undefined;
type Meet = (method: string, path: string) => Meeting | Promise<Meeting>;

/** A proxy in front of the service that can become a captive portal, a busy server, or a line that loses answers. */
export type Gate = {
  readonly url: string;
  /** Decides from now on about every request; `null` lets all through. */
  readonly meet: (decide: Meet | null) => void;
  /** Most sync requests that were under way at the same time. */
  readonly mostAtOnce: () => number;
  readonly close: () => Promise<void>;
};

const forward = (target: string, req: IncomingMessage): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(target);
    const out = ask({ port, method: req.method, path: req.url, headers: req.headers, agent: false }, resolve);
    out.on('error', reject);
    req.pipe(out);
  });

const pass = async (target: string, req: IncomingMessage, res: ServerResponse): Promise<void> => {
  const answer = await forward(target, req);
  res.writeHead(answer.statusCode ?? 502, answer.headers);
  answer.pipe(res);
};

const swallow = async (target: string, req: IncomingMessage, res: ServerResponse): Promise<void> => {
  const answer = await forward(target, req);
  answer.resume().on('end', () => res.destroy());
};

/** Starts a gate on a free port. */
export const aGate = async (target: string): Promise<Gate> => {
  let decide: Meet | null = null;
  let [now, most] = [0, 0];
  const handle = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const path = req.url ?? '/';
    const met = await decide?.(req.method ?? 'GET', path);
    if (met === undefined) return pass(target, req, res);
    if (met === 'telan') return swallow(target, req, res);
    req.resume();
    res.writeHead(met.status, met.headers).end(met.body);
  };
  const server = createServer((req, res) => {
    if (req.url === '/api/sync') {
      now += 1;
      most = Math.max(most, now);
      res.once('close', () => {
        now -= 1;
      });
    }
    handle(req, res).catch(() => res.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    meet: (next) => {
      decide = next;
    },
    mostAtOnce: () => most,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
