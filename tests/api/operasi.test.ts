import { describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { aServer, SRI, type TestServer } from '../support/server.ts';
import { phoneOf } from './signed-in.ts';

const TOKEN = 'a-token-of-more-than-twenty';
const dengan = (token: string): RequestInit => ({ headers: { authorization: `Bearer ${token}` } });

const metrik = async (server: TestServer): Promise<Map<string, number>> => {
  const text = await (await server.request('/metrics', dengan(TOKEN))).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
};

/** The same service, with parts that fail. */
const rusak = (server: TestServer, part: Partial<TestServer['store']>) =>
  createApp({ ...server, clock: server.clock.now, store: { ...server.store, ...part } });

describe('whether it works', () => {
  test('it is ready while what phones send is taken and kept', async () => {
    const server = await aServer();
    const response = await server.request('/readyz');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({ siap: true, baca: true, tulis: true, ruang: 'lega' });
  });

  test('it is not ready where the database takes nothing, or the disk is full; and says which', async () => {
    const server = await aServer();
    const app = rusak(server, { write: () => Promise.reject(new Error('flush failed')) });
    const satu = await app.request('/readyz');
    expect(satu.status).toBe(503);
    expect(await satu.json()).toMatchObject({ siap: false, baca: true, tulis: false });
    server.disk.left = 'habis';
    expect((await server.request('/readyz')).status).toBe(503);
  });

  test('told to stop, it asks to be sent nobody more, and serves whoever comes', async () => {
    const server = await aServer();
    const leaving = createApp({ ...server, clock: server.clock.now, isLeaving: () => true });
    const ready = await leaving.request('/readyz');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ siap: false, tulis: true, pamit: true });
    expect((await leaving.request('/healthz')).status).toBe(200);
    expect((await leaving.request('/api/time')).status).toBe(204);
  });

  test('it is not ready while it does not know which run of the service it is in', async () => {
    const server = await aServer();
    const apart = createApp({ ...server, clock: server.clock.now, isJoined: () => false });
    const ready = await apart.request('/readyz');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ siap: false, baca: true, tulis: false });
  });

  test('the page for people tells what works, what does not, and that nothing on the phones is lost', async () => {
    const server = await aServer();
    const baik = await (await server.request('/status')).text();
    expect(baik).toContain('Layanan bekerja.');
    expect(baik).not.toMatch(/<script|style=|✗/);
    const mati = rusak(server, {
      read: () => Promise.reject(new Error('gone')),
      write: () => Promise.reject(new Error('gone')),
    });
    const buruk = await (await mati.request('/status')).text();
    expect(buruk).toContain('Layanan sedang terganggu.');
    expect(buruk).toContain('Tidak ada isian di HP yang hilang');
    server.clock.forward(5000);
    server.disk.left = 'sempit';
    expect(await (await server.request('/status')).text()).toContain('Foto menunggu di HP');
  });
});

describe('figures', () => {
  test('are not there without a token in the configuration, and for nobody without it', async () => {
    const tanpa = await aServer();
    expect((await tanpa.request('/metrics', dengan(TOKEN))).status).toBe(404);
    const server = await aServer({ config: { metrik: TOKEN } });
    for (const init of [{}, dengan('lain'), { headers: { authorization: TOKEN } }]) {
      const response = await server.request('/metrics', init, '127.0.0.1');
      expect([response.status, await response.text()]).toEqual([401, '']);
    }
    expect((await server.request('/metrics', dengan(TOKEN))).status).toBe(200);
  });

  test('count requests by route, and name nobody', async () => {
    const server = await aServer({ config: { metrik: TOKEN } });
    await phoneOf(server, SRI);
    await server.request('/masalah/terkunci');
    const found = await metrik(server);
    expect(found.get('kinerja_http_requests_total{method="GET",route="/masalah/:code",status="200"}')).toBe(
      1,
    );
    expect(found.get('kinerja_ready')).toBe(1);
    const text = [...found.keys()].join('\n');
    expect(text).not.toMatch(/terkunci|\d{18}|p_guru/);
    expect(text.match(/^kinerja_copy_age/m)).toBeNull();
  });

  test('the oldest known unsent work grows while nothing is heard of its phone, and goes when it arrived', async () => {
    const server = await aServer({ config: { metrik: TOKEN } });
    const phone = await phoneOf(server, SRI);
    const umur = async () => (await metrik(server)).get('kinerja_queue_oldest_seconds');
    expect(await umur()).toBe(0);
    await phone.sync({ request: { q: { c: 3, age: 3_600_000 } } });
    expect((await metrik(server)).get('kinerja_queue_commands')).toBe(3);
    server.clock.forward(2 * 3_600_000);
    expect(await umur()).toBe(3 * 3600);
    await phone.sync();
    expect(await umur()).toBe(0);
  });

  test('a queue that cannot be noted is no reason to refuse what was sent', async () => {
    const server = await aServer();
    const phone = await phoneOf(server, SRI);
    const app = rusak(server, {
      read: (work) => server.store.read((tx) => work({ ...tx, queue: () => Promise.reject(new Error('x')) })),
    });
    Object.assign(server, { fetch: async (request: Request) => app.fetch(request) });
    expect((await phone.sync({ request: { q: { c: 3, age: 1000 } } })).res).toEqual([]);
    expect(server.faults).toHaveLength(1);
  });
});
