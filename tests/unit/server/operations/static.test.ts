import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staticRoutes } from '../../../../server/http/static.ts';

const PAGE = `<!doctype html><title>uji</title>${'<p>halaman</p>'.repeat(50)}`;
const SCRIPT = `${'export const jumlah = (a, b) => a + b;\n'.repeat(40)}`;
let outside: string;
let app: Hono;

const file = (name: string, bytes: string | Uint8Array): void => {
  mkdirSync(join(outside, 'client', name, '..'), { recursive: true });
  writeFileSync(join(outside, 'client', name), bytes);
};

beforeAll(() => {
  outside = mkdtempSync(join(tmpdir(), 'kinerja-statis-'));
  file('index.html', PAGE);
  file('sw.js', 'self.skipWaiting();');
  file('manifest.webmanifest', '{"id":"/"}');
  file('tema.js', SCRIPT);
  file('assets/main-AbC123.js', SCRIPT);
  file('ikon-192.png', new Uint8Array([137, 80, 78, 71]));
  file('.rahasia', 'tersembunyi');
  writeFileSync(join(outside, 'rahasia.txt'), 'di luar');
  const { status } = spawnSync(process.execPath, ['house/compress.mjs', join(outside, 'client')]);
  expect(status).toBe(0);
  app = new Hono();
  app.route('/', staticRoutes(join(outside, 'client')));
  app.notFound((c) => c.text('tidak ada', 404));
});
afterAll(() => rmSync(outside, { recursive: true, force: true }));

const get = async (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  await app.request(path, { method, headers });

describe('static files', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['/sw.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['/tema.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['/manifest.webmanifest', 'application/manifest+json', 'no-cache'],
    ['/assets/main-AbC123.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/ikon-192.png', 'image/png', 'public, max-age=86400'],
  ])('%s has type %s and caching %s', async (path, type, cache) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('cache-control')).toBe(cache);
    expect(answer.headers.get('etag')).toMatch(/^"[\w-]{22}"$/);
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
  });

  it.each([
    '/',
    '/masuk',
    '/catat',
    '/catat/d1',
    '/kegiatan/d_a.1.AbCdEfGhIjK',
    '/kegiatan/kalender',
    '/guru/p_1/rhk',
  ])('%s answers with the page', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe(PAGE);
  });

  it.each([
    '/assets/hilang.js',
    '/tidak-ada',
    '/api/apa',
    '/.rahasia',
    '/../rahasia.txt',
    '/..%2frahasia.txt',
    '/assets/..%2f..%2frahasia.txt',
    '/%2e%2e/rahasia.txt',
    '/assets%5c..%5c..%5crahasia.txt',
    '/index.html%00.js',
    '/index.html.br',
  ])('%s is not there', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('tidak ada');
  });

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.0,gzip;q=0', null],
    ['br;q=0.5', 'br'],
    ['identity', null],
    ['', null],
  ])('Accept-Encoding "%s" gets %s', async (accepted, encoding) => {
    const answer = await get('/assets/main-AbC123.js', { 'accept-encoding': accepted });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(answer.headers.get('content-length')).toBe(String(bytes.byteLength));
    const plain =
      encoding === 'br'
        ? brotliDecompressSync(bytes)
        : encoding === 'gzip'
          ? gunzipSync(bytes)
          : Buffer.from(bytes);
    expect(plain.toString()).toBe(SCRIPT);
  });

  it('answers 304 to the tag of any encoding, and 200 to another', async () => {
    const packed = await get('/sw.js', { 'accept-encoding': 'br' });
    const tag = packed.headers.get('etag') ?? '';
    for (const known of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
      const again = await get('/sw.js', { 'if-none-match': known });
      expect([known, again.status]).toEqual([known, 304]);
      expect(await again.text()).toBe('');
    }
    expect((await get('/sw.js', { 'if-none-match': '"lain"' })).status).toBe(200);
  });

  it('answers HEAD with the headers alone', async () => {
    const answer = await get('/tema.js', {}, 'HEAD');
    expect(answer.headers.get('content-length')).toBe(String(SCRIPT.length));
    expect(await answer.text()).toBe('');
  });

  it('leads a share to the app where no service worker took it', async () => {
    const answer = await get('/bagikan', {}, 'POST');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
  });

  it('answers 404, not a page of another build, where nothing was built', async () => {
    const empty = new Hono();
    empty.route('/', staticRoutes(join(outside, 'tidak-dibangun')));
    expect((await empty.request('/')).status).toBe(404);
  });
});
