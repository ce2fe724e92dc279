import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';

const SECOND = 1000;
/**
 * Node's defaults let a slow drip of bytes hold a socket for minutes (finding F7). The check interval is the one that
 * people forget; a phone on 2G sends what fits in about 8 s, so 25 s for a whole request leaves room.
 */
const LIMITS = {
  headersTimeout: 10 * SECOND,
  requestTimeout: 25 * SECOND,
  keepAliveTimeout: 5 * SECOND,
  connectionsCheckingInterval: 2 * SECOND,
  maxHeaderSize: 16 * 1024,
};
const REQUESTS_PER_SOCKET = 500;
const IDLE_SWEEP = 100;

export type Fetch = (request: Request, bindings: HttpBindings) => Response | Promise<Response>;

export type HttpServer = {
  readonly url: string;
  /** Goes on serving, but keeps no connection open beyond its answer: whoever comes next may come elsewhere. */
  readonly farewell: () => void;
  /** Accepts nobody any more, answers who is being served within `patience` ms, then ends what is left. */
  readonly drain: (patience: number) => Promise<void>;
};

const listening = (server: Server, { host, port }: { host: string; port: number }): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server.address() as AddressInfo);
    });
  });

/** Rejects where {@link listen} would; to be asked before what cannot be taken back. */
export const assertFree = async (place: { readonly host: string; readonly port: number }): Promise<void> => {
  const probe = createServer();
  await listening(probe, place);
  await new Promise((resolve) => probe.close(resolve));
};

const drain = async (server: Server, patience: number): Promise<void> => {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // `close` alone would wait for sockets that a browser merely keeps open.
  const sweep = setInterval(() => server.closeIdleConnections(), IDLE_SWEEP);
  const limit = setTimeout(() => server.closeAllConnections(), patience);
  server.closeIdleConnections();
  await closed;
  clearInterval(sweep);
  clearTimeout(limit);
};

/**
 * Node takes a socket for idle once its answer was handed over, though most of it may still wait here for a phone that
 * reads slowly; `close` and the sweep would cut it. So idle ones go when no answer is on its way any more.
 */
const spareSlowReaders = (server: Server): void => {
  let leaving = 0;
  server.on('request', (_, outgoing) => {
    leaving += 1;
    outgoing.once('close', () => {
      leaving -= 1;
    });
  });
  const closeIdle = server.closeIdleConnections.bind(server);
  server.closeIdleConnections = () => {
    if (leaving === 0) closeIdle();
  };
};

const shown = (host: string): string =>
  host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;

/** Listens on host and port (0: a free one) and answers with `fetch`; rejects where the port is taken. `limits` are for tests, which cannot wait. */
export const listen = async (
  fetch: Fetch,
  place: { readonly host: string; readonly port: number },
  limits: Partial<typeof LIMITS> = {},
): Promise<HttpServer> => {
  let draining = false;
  const answer = getRequestListener(async (request, bindings) => {
    const response = await fetch(request, bindings as HttpBindings);
    if (draining) (bindings as HttpBindings).outgoing.setHeader('Connection', 'close');
    return response;
  });
  const listener: RequestListener = (incoming, outgoing) => void answer(incoming, outgoing);
  const server = createServer({ ...LIMITS, ...limits }, listener);
  spareSlowReaders(server);
  server.maxRequestsPerSocket = REQUESTS_PER_SOCKET;
  const { port } = await listening(server, place);
  return {
    url: `http://${shown(place.host)}:${port}`,
    farewell: () => {
      draining = true;
    },
    drain: (patience) => {
      draining = true;
      return drain(server, patience);
    },
  };
};
