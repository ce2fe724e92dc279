import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What passed the proxy: payload bytes of TCP with HTTP headers, and requests (a websocket is one). */
export type Counted = { readonly up: number; readonly down: number; readonly requests: number };

/** A TCP proxy that counts what passes between one client and the server. */
export type Proxy = {
  readonly port: number;
  readonly counted: () => Counted;
  /** Milliseconds of `performance.now()` when the last byte passed. */
  readonly lastAt: () => number;
  readonly close: () => void;
};

const REQUEST_LINE = /(?:GET|HEAD|POST|PUT|DELETE|OPTIONS|PATCH) \/\S* HTTP\/1\.1\r\n/g;
/** Longest tail of a chunk in which a request line may have begun. */
const TAIL = 600;

/** Counts request lines in a stream whose chunks may cut one in two. */
const requestCounter = (): ((chunk: Buffer) => number) => {
  let tail = '';
  return (chunk) => {
    const text = tail + chunk.toString('latin1');
    let found = 0;
    let end = 0;
    for (const match of text.matchAll(REQUEST_LINE)) {
      found += 1;
      end = match.index + match[0].length;
    }
    tail = text.slice(Math.max(end, text.length - TAIL));
    return found;
  };
};

/** Opens a proxy to `target` on a free port of 127.0.0.1. */
export const openProxy = (target: number): Promise<Proxy> => {
  const total = { up: 0, down: 0, requests: 0 };
  const sockets = new Set<Socket>();
  let at = 0;
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    const requestsIn = requestCounter();
    near.on('data', (chunk) => {
      total.up += chunk.length;
      total.requests += requestsIn(chunk);
      at = performance.now();
    });
    far.on('data', (chunk) => {
      total.down += chunk.length;
      at = performance.now();
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.setNoDelay(true);
      one.on('error', () => other.destroy());
      one.on('close', () => sockets.delete(one));
    }
    near.pipe(far).pipe(near);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        counted: () => ({ ...total }),
        lastAt: () => at,
        close: () => {
          server.close();
          for (const socket of sockets) socket.destroy();
        },
      }),
    );
  });
};
