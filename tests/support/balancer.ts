import { createConnection, createServer, type Socket } from 'node:net';

/** How often it asks whether a server takes requests, ms. */
const LOOK_EVERY = 100;

/** A balancer that knows nothing but addresses: connections go round the servers whose `/readyz` answers 200. */
export type Balancer = {
  readonly port: number;
  readonly url: string;
  /** Sends connections there as well, once it is ready. */
  readonly add: (url: string) => void;
  readonly remove: (url: string) => void;
  readonly close: () => void;
};

const isReady = async (url: string): Promise<boolean> => {
  try {
    const answer = await fetch(`${url}/readyz`, { headers: { connection: 'close' } });
    await answer.body?.cancel();
    return answer.status === 200;
  } catch {
    return false;
  }
};

/** Passes bytes on, whole connections at a time; tries nothing twice, so whoever is sent where nobody listens is lost. */
export const aBalancer = async (): Promise<Balancer> => {
  const ready = new Map<string, boolean>();
  const open = new Set<Socket>();
  let turn = 0;
  const look = (): void => {
    for (const url of ready.keys())
      void isReady(url).then((now) => {
        if (ready.has(url)) ready.set(url, now);
      });
  };
  const connect = (client: Socket): void => {
    const live = [...ready].filter(([, now]) => now).map(([url]) => url);
    turn += 1;
    const url = live[turn % live.length];
    if (url === undefined) return void client.destroy();
    const server = createConnection(Number(new URL(url).port), '127.0.0.1');
    client.pipe(server).pipe(client);
    server.on('error', () => client.destroy());
    client.on('close', () => server.destroy());
    open.add(server);
    server.on('close', () => open.delete(server));
  };
  const balancer = createServer({ allowHalfOpen: false }, (client) => {
    open.add(client);
    client.on('error', () => undefined).on('close', () => open.delete(client));
    connect(client);
  });
  await new Promise<void>((resolve) => balancer.listen(0, '127.0.0.1', resolve));
  const timer = setInterval(look, LOOK_EVERY);
  timer.unref();
  const { port } = balancer.address() as { port: number };
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    add: (url) => void ready.set(url, false),
    remove: (url) => void ready.delete(url),
    close: () => {
      clearInterval(timer);
      balancer.close();
      for (const socket of open) socket.destroy();
    },
  };
};
