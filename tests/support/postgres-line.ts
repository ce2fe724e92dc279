import { createConnection, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * The line between service and database; `url` leads through it. It can be cut and mended, and it can fall silent, as a
 * network does that drops every packet: whoever is connected stays so, who comes anew is let in, and nothing arrives.
 */
export const aLine = async (url: string) => {
  const { searchParams, pathname } = new URL(url.replace('@/', '@x/'));
  const path = join(searchParams.get('host') ?? '', '.s.PGSQL.5432');
  const open = new Set<Socket>();
  let isSilent = false;
  const line = createServer((socket) => {
    const further = createConnection(path);
    for (const [one, other] of [
      [socket, further],
      [further, socket],
    ] as const) {
      open.add(one);
      one.on('error', () => undefined).on('close', () => other.destroy());
      one.on('data', (bytes) => {
        // What was said into a silent line is lost, also when it is heard again.
        if (!isSilent) other.write(bytes);
      });
    }
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => line.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = line.address() as { port: number };
  const cut = (): void => {
    line.close();
    for (const socket of open) socket.destroy();
    open.clear();
  };
  onTestFinished(cut);
  const fall = (silent: boolean): void => {
    isSilent = silent;
  };
  return {
    url: `postgres://kinerja@127.0.0.1:${port}${pathname}`,
    cut,
    mend: () => listen(port),
    silence: () => fall(true),
    speak: () => fall(false),
  };
};
