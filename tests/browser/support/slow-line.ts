import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { aRandom } from '../../support/random.ts';

/** What a line is like: bytes a second each way, ms before anything comes, and the share of requests to the API that it drops. */
export type Quality = { readonly rate: number; readonly latency: number; readonly loss: number };

/** Requests that went over the line to the API, in order, each with what became of it. */
export type Passage = {
  readonly method: string;
  readonly path: string;
  readonly fate: 'sampai' | 'hilang' | 'jawaban-hilang';
};

/** A line in front of the service that is slow, late and unreliable; open (`null`) it hinders nothing. */
export type SlowLine = {
  readonly url: string;
  readonly be: (quality: Quality | null) => void;
  readonly passages: Passage[];
  readonly close: () => Promise<void>;
};

const SLICE_MS = 100;

/** Carries a body piece by piece at the line's rate: pieces of different requests take turns, as on one radio. */
const aRadio = () => {
  let free: Promise<unknown> = Promise.resolve();
  return async (bytes: number, rate: number): Promise<void> => {
    const mine = free.then(() => pause((bytes / rate) * 1000));
    free = mine;
    await mine;
  };
};

const slices = (body: Buffer, rate: number): Buffer[] => {
  const size = Math.max(1, Math.round((rate * SLICE_MS) / 1000));
  return Array.from({ length: Math.ceil(body.length / size) }, (_, i) =>
    body.subarray(i * size, (i + 1) * size),
  );
};

const bodyOf = async (from: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of from) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

const forward = (target: string, req: IncomingMessage, body: Buffer): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(target);
    const headers = { ...req.headers, 'content-length': String(body.length) };
    delete headers['transfer-encoding'];
    const out = ask({ port, method: req.method, path: req.url, headers, agent: false }, resolve);
    out.on('error', reject);
    out.end(body);
  });

/** Starts such a line; which requests are lost is drawn from `seed`. */
export const aSlowLine = async (target: string, seed: number): Promise<SlowLine> => {
  const random = aRandom(seed);
  const [up, down] = [aRadio(), aRadio()];
  const passages: Passage[] = [];
  let now: Quality | null = null;

  const note = (req: IncomingMessage, fate: Passage['fate']): void => {
    const path = req.url ?? '/';
    if (path.startsWith('/api/')) passages.push({ method: req.method ?? 'GET', path, fate });
  };
  const send = async (res: ServerResponse, body: Buffer, rate: number): Promise<void> => {
    for (const slice of slices(body, rate)) {
      await down(slice.length, rate);
      if (res.destroyed) return;
      res.write(slice);
    }
    res.end();
  };
  const carry = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const quality = now;
    const body = await bodyOf(req);
    const isApi = quality !== null && req.url?.startsWith('/api/') === true;
    const isLost = isApi && random.number() < quality.loss;
    const isTakenIn = isLost && random.number() < 0.5;
    if (quality) {
      await pause(quality.latency);
      for (const slice of slices(body, quality.rate)) await up(slice.length, quality.rate);
    }
    if (isLost && !isTakenIn) {
      note(req, 'hilang');
      return void res.destroy();
    }
    const answer = await forward(target, req, body);
    const content = await bodyOf(answer);
    note(req, isLost ? 'jawaban-hilang' : 'sampai');
    if (isLost) return void res.destroy();
    res.writeHead(answer.statusCode ?? 502, answer.headers);
    if (quality && content.length > 0) await send(res, content, quality.rate);
    else res.end(content);
  };

  const sockets = new Set<Socket>();
  const server = createServer((req, res) => {
    carry(req, res).catch(() => res.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    be: (quality) => {
      now = quality;
    },
    passages,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
};
