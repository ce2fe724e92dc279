import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { anAccount } from '../../support/builders.ts';
import type { Recorded } from './entries.ts';
import { startPage } from './page.ts';
import { start } from './process.ts';
import { openProxy } from './proxy.ts';

/** One contestant: the scripts of its server and of its client's page, and a word for the page. */
export type Contestant = {
  readonly name: string;
  readonly server: string;
  readonly client: string;
  readonly option?: string | undefined;
};

/** What one sync cost. */
export type Figures = {
  readonly wall: number;
  readonly clientCpu: number;
  readonly serverCpu: number;
  readonly up: number;
  readonly down: number;
  readonly requests: number;
};

/** The syncs of one run, in their order; `disk` is the server's bytes a entry after a clean stop. */
export type Run = {
  readonly push: Figures;
  readonly again: Figures;
  readonly pull: Figures;
  readonly nothing: Figures;
  readonly changeUp: Figures;
  readonly changeDown: Figures;
  readonly disk: number;
};

const QUIET = 150;
const NOTE = 'diubah sekali, untuk diukur';
const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const bytesIn = (dir: string): number =>
  readdirSync(dir, { recursive: true, withFileTypes: true }).reduce(
    (sum, entry) => (entry.isFile() ? sum + statSync(join(entry.parentPath, entry.name)).size : sum),
    0,
  );

type Side = Awaited<ReturnType<typeof openSide>>;

const openSide = async (contestant: Contestant, port: number, args: Readonly<Record<string, string>>) => {
  const proxy = await openProxy(port);
  const url = `http://127.0.0.1:${proxy.port}`;
  const option = contestant.option ?? '';
  const client = await startPage(new URL(contestant.client, import.meta.url).href, {
    url,
    args: { ...args, option },
  });
  return { proxy, client };
};

const quiet = async ({ proxy }: Side): Promise<void> => {
  for (let idle = 0; idle < QUIET; idle = performance.now() - proxy.lastAt()) await pause(QUIET / 3);
};

const open = async (contestant: Contestant) => {
  const root = mkdtempSync(join(tmpdir(), 'kinerja-ukur-'));
  const sandi = 'sawah-kapal-lima-merpati-47';
  const server = await start(script(contestant.server), [join(root, 'server'), sandi]);
  const { port, name = '' } = (await server.ask('place')).value as { port: number; name?: string };
  const args = { nip: anAccount().nip, sandi, name };
  const [a, b] = [await openSide(contestant, port, args), await openSide(contestant, port, args)];
  const close = async (): Promise<void> => {
    for (const { client, proxy } of [a, b]) {
      await client.end();
      proxy.close();
    }
    await server.end();
    rmSync(root, { recursive: true, force: true });
  };
  return { server, a, b, close, disk: () => bytesIn(join(root, 'server')) };
};

type Open = Awaited<ReturnType<typeof open>>;

/** One sync of one side. It ends when the client says so or the last byte has passed, whichever is later. */
const sync = async (
  { server }: Open,
  side: Side,
  expect: { entries: number; changed: number },
): Promise<Figures> => {
  const before = { ...side.proxy.counted(), cpu: await server.cpu(), at: performance.now() };
  const [told] = await Promise.all([
    side.client.ask('sync', { ...expect, note: NOTE }),
    server.ask('settled', { ...expect, note: NOTE }),
  ]);
  const done = performance.now();
  await quiet(side);
  await side.client.ask('rest');
  const { up, down, requests } = side.proxy.counted();
  return {
    wall: Math.max(done, side.proxy.lastAt()) - before.at,
    clientCpu: told.cpu,
    serverCpu: (await server.cpu()) - before.cpu,
    up: up - before.up,
    down: down - before.down,
    requests: requests - before.requests,
  };
};

const verify = async (side: Side, wanted: { entries: number; changed: number }): Promise<void> => {
  const seen = (await side.client.ask('look', NOTE)).value as {
    entries: number;
    changed: number;
    open?: number;
  };
  if (seen.entries !== wanted.entries || seen.changed !== wanted.changed || seen.open)
    throw new Error(`expected ${JSON.stringify(wanted)}, found ${JSON.stringify(seen)}`);
};

const scenario = async (line: Open, entries: readonly Recorded[]): Promise<Omit<Run, 'disk'>> => {
  const { a, b } = line;
  const count = entries.length;
  const unchanged = { entries: count, changed: 0 };
  const changed = { entries: count, changed: 1 };
  await sync(line, a, { entries: 0, changed: 0 });
  await a.client.ask('lay', entries);
  const push = await sync(line, a, unchanged);
  await verify(a, unchanged);
  const again = await sync(line, a, unchanged);
  const pull = await sync(line, b, unchanged);
  await verify(b, unchanged);
  await sync(line, b, unchanged);
  const nothing = await sync(line, a, unchanged);
  await a.client.ask('change', NOTE);
  const changeUp = await sync(line, a, changed);
  const changeDown = await sync(line, b, changed);
  await verify(b, changed);
  return { push, again, pull, nothing, changeUp, changeDown };
};

/** Lets one contestant do the whole work once: server, two clients, and a counting proxy before each of them. */
export const contest = async (contestant: Contestant, entries: readonly Recorded[]): Promise<Run> => {
  const line = await open(contestant);
  const empty = line.disk();
  try {
    const figures = await scenario(line, entries);
    await line.server.ask('close');
    return { ...figures, disk: Math.max(0, line.disk() - empty) / entries.length };
  } finally {
    await line.close();
  }
};
