import { connect, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type HttpServer, listen } from '../../../../server/operations/index.ts';

const PLACE = { host: '127.0.0.1', port: 0 };

/** A raw connection that keeps what it hears. */
const call = (server: HttpServer, path: string): { socket: Socket; ended: Promise<string> } => {
  const { hostname, port } = new URL(server.url);
  const socket = connect({ host: hostname, port: Number(port) });
  let heard = '';
  socket.on('data', (bytes) => {
    heard += bytes.toString();
  });
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`);
  return {
    socket,
    ended: new Promise((resolve) => socket.on('close', () => resolve(heard)).on('error', () => undefined)),
  };
};

/** A server whose answers wait for the test; `asked` says that a request is inside. */
const aPatientServer = async () => {
  let release: () => void = () => undefined;
  let enter: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    enter = resolve;
  });
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const server = await listen(async (request) => {
    if (new URL(request.url).pathname === '/cepat') return new Response('cepat');
    enter();
    await released;
    return new Response('selesai');
  }, PLACE);
  return { server, asked, release: () => release() };
};

describe('the HTTP server', () => {
  it('finishes the answer that was begun, says that it closes, and takes nobody new', async () => {
    const { server, asked, release } = await aPatientServer();
    const slow = call(server, '/lambat');
    await asked;
    const drained = server.drain(10_000);
    await expect(fetch(`${server.url}/cepat`)).rejects.toThrow();
    release();
    await drained;
    expect(await slow.ended).toMatch(/200 OK[\s\S]*Connection: close[\s\S]*selesai/i);
  });

  it('sends an answer to its end to a phone that reads slowly', async () => {
    const LARGE = 20_000_000;
    const server = await listen(() => new Response(new Uint8Array(LARGE)), PLACE);
    const phone = call(server, '/foto');
    await new Promise((resolve) => phone.socket.once('data', resolve));
    phone.socket.pause();
    const drained = server.drain(10_000);
    phone.socket.resume();
    await drained;
    expect((await phone.ended).length).toBeGreaterThan(LARGE);
  });

  it('does not wait for connections that a browser merely keeps open', async () => {
    const { server } = await aPatientServer();
    const idle = call(server, '/cepat');
    await new Promise((resolve) => idle.socket.once('data', resolve));
    // Longer than a test may take.
    await server.drain(3_600_000);
    expect(await idle.ended).toContain('cepat');
  });

  it('cuts off what lasts longer than its patience', async () => {
    const { server, asked } = await aPatientServer();
    const slow = call(server, '/lambat');
    await asked;
    await server.drain(50);
    expect(await slow.ended).toBe('');
  });

  it('refuses a port that is taken', async () => {
    const { server } = await aPatientServer();
    const port = Number(new URL(server.url).port);
    await expect(listen(() => new Response(), { ...PLACE, port })).rejects.toThrow(/EADDRINUSE/);
    await server.drain(0);
  });
});
