import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { type AccessLine, accessLog } from '../../../../server/http/middleware/access-log.ts';
import { securityHeaders } from '../../../../server/http/middleware/headers.ts';
import { originGuard } from '../../../../server/http/middleware/origin-guard.ts';
import {
  methodNotAllowed,
  notFound,
  onError,
  problem,
  refusal,
} from '../../../../server/http/middleware/problem.ts';
import { requestId } from '../../../../server/http/middleware/request-id.ts';
import { type ProblemCode, ProblemDetails, problems } from '../../../../shared/protocol/index.ts';
import { aClock } from '../../../support/clock.ts';

const named = (): Hono => new Hono().use(requestId(() => 'r-1'));

describe('problem details', () => {
  test.each(Object.keys(problems) as ProblemCode[])(
    '%s is written in the members of RFC 9457',
    async (code) => {
      const response = await named()
        .get('/', (c) => problem(c, code))
        .request('/');
      const { status, title } = problems[code];
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(response.headers.get('content-language')).toBe('id');
      expect(ProblemDetails.parse(await response.json())).toEqual({
        type: `/masalah/${code}`,
        title,
        status,
        instance: 'r-1',
        code,
      });
    },
  );

  test('a refusal brings its facts and its faults', async () => {
    const app = named().get('/', (c) =>
      refusal(c, {
        code: 'isi_salah',
        params: { bidang: 'nip' },
        errors: [{ pointer: '/nip', code: 'invalid_format' }],
      }),
    );
    expect(await (await app.request('/')).json()).toMatchObject({
      code: 'isi_salah',
      params: { bidang: 'nip' },
      errors: [{ pointer: '/nip', code: 'invalid_format' }],
    });
  });

  test('a code that nobody knows becomes a plain fault', async () => {
    const app = named().get('/', (c) => refusal(c, { code: 'toString' }));
    expect(await (await app.request('/')).json()).toMatchObject({ code: 'gangguan', status: 500 });
  });

  test.each([
    [0, '1'],
    [0.2, '1'],
    [7.01, '8'],
  ])('Retry-After of %d s is whole and never sooner: %s', async (retryAfter, header) => {
    const app = named().get('/', (c) => problem(c, 'server_sibuk', { retryAfter }));
    expect((await app.request('/')).headers.get('retry-after')).toBe(header);
  });

  test('T31: an exception is told to the log, and nothing of it to the person', async () => {
    const told: [string, string][] = [];
    const app = named().get('/', () => {
      throw new Error('SELECT nip FROM /srv/kinerja.db');
    });
    app.onError(onError((error, id) => told.push([error.message, id])));
    const text = await (await app.request('/')).text();
    expect(JSON.parse(text)).toEqual({
      type: '/masalah/gangguan',
      title: problems.gangguan.title,
      status: 500,
      instance: 'r-1',
      code: 'gangguan',
    });
    expect(told).toEqual([['SELECT nip FROM /srv/kinerja.db', 'r-1']]);
  });

  test.each([
    ['a hung-up socket', Object.assign(new Error('aborted'), { code: 'ECONNRESET' })],
    ['an aborted request', Object.assign(new Error('gone'), { name: 'AbortError' })],
  ])('F13: %s is counted and not logged', async (_, error) => {
    let [logged, counted] = [0, 0];
    const app = named().get('/', () => {
      throw error;
    });
    app.onError(
      onError(
        () => {
          logged += 1;
        },
        () => {
          counted += 1;
        },
      ),
    );
    await app.request('/');
    expect([logged, counted]).toEqual([0, 1]);
  });

  test('unknown addresses and unknown ways are problems, the latter with what may be asked', async () => {
    const app = named()
      .get('/a', (c) => c.text('a'))
      .all('/a', methodNotAllowed(['GET', 'HEAD']))
      .notFound(notFound) as Hono;
    expect(await (await app.request('/b')).json()).toMatchObject({ code: 'tidak_ada' });
    const wrong = await app.request('/a', { method: 'DELETE' });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect(await wrong.json()).toMatchObject({ code: 'cara_salah' });
  });
});

describe('security headers', () => {
  const app = (isSecure: boolean): Hono =>
    new Hono()
      .use(securityHeaders(() => isSecure))
      .get('/api/a', (c) => c.json(1))
      .get('/api/foto', (c) =>
        c.body('x', 200, {
          'Content-Security-Policy': "default-src 'none'; sandbox",
          'Cache-Control': 'private',
        }),
      )
      .get('/api/error', () => {
        throw new Error('a');
      })
      .get('/a', (c) => c.text('a', 200, { 'Cache-Control': 'no-cache' }))
      .onError((_, c) => c.text('error', 500));
  const security = (response: Response) =>
    Object.fromEntries(
      [...response.headers].filter(([name]) => !['content-type', 'content-length'].includes(name)),
    );

  const BASE = {
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types kinerja",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };

  /** What an answer that is never a page needs: it is stricter, and short. */
  const API = {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  };

  test.each(['/api/a', '/api/error', '/api/unknown'])(
    '%s: nothing may be loaded, framed, sniffed or stored',
    async (path) => {
      expect(security(await app(false).request(path))).toEqual({ ...API, 'cache-control': 'no-store' });
    },
  );

  test('the page keeps its own caching', async () => {
    expect(security(await app(false).request('/a'))).toEqual({ ...BASE, 'cache-control': 'no-cache' });
  });

  test('over TLS browsers are told to stay there, for two years', async () => {
    expect(security(await app(true).request('/api/a'))).toEqual({
      ...API,
      'cache-control': 'no-store',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
    });
  });

  test('a route that is stricter keeps its own policy', async () => {
    expect(security(await app(false).request('/api/foto'))).toEqual({
      ...API,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private',
    });
  });
});

describe('T09: the guard of unsafe methods', () => {
  const HOST = 'kinerja.test';
  const ask = (method: string, headers: Record<string, string>, origins: readonly string[] = []) =>
    new Hono()
      .use(originGuard(origins))
      .all('/', (c) => c.text('through'))
      .request('/', { method, headers: { host: HOST, ...headers } });
  const own = `http://${HOST}`;

  test.each<[string, Record<string, string>, 200 | 403]>([
    ['our page', { 'sec-fetch-site': 'same-origin', origin: own }, 200],
    ['our service worker, in the background', { 'sec-fetch-site': 'same-origin' }, 200],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://jahat.example' }, 403],
    ['a sister site', { 'sec-fetch-site': 'same-site', origin: 'http://lain.kinerja.test' }, 403],
    ['the address bar', { 'sec-fetch-site': 'none' }, 403],
    ['a made-up value', { 'sec-fetch-site': 'SAME-ORIGIN' }, 403],
    ['an old browser on our page', { origin: own, cookie: 'a=1' }, 200],
    ['an old browser on another site', { origin: 'https://jahat.example' }, 403],
    ['the same host on another port', { origin: `${own}:81` }, 403],
    ['an opaque origin', { origin: 'null' }, 403],
    ['no sign of where from, with a cookie', { cookie: '__Host-sesi=a' }, 403],
    ['no sign of where from, without a cookie', {}, 200],
  ])('%s', async (_, headers, status) => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
      expect((await ask(method, headers)).status).toBe(status);
    for (const method of ['GET', 'HEAD', 'OPTIONS']) expect((await ask(method, headers)).status).toBe(200);
  });

  test('where origins are configured, Host has no say', async () => {
    const origins = ['https://kinerja.example'];
    expect((await ask('POST', { origin: own }, origins)).status).toBe(403);
    expect((await ask('POST', { origin: 'https://kinerja.example' }, origins)).status).toBe(200);
  });
});

describe('access log', () => {
  test('a line names the route and nobody: no address, NIP, query, cookie or body', async () => {
    const lines: AccessLine[] = [];
    const clock = aClock();
    const app = named()
      .use(accessLog((line) => lines.push(line), clock.now))
      .post('/api/orang/:nip', (c) => {
        clock.forward(12);
        return c.text('ok');
      })
      .get('/api/error', () => {
        throw new Error('a');
      });
    app.onError((_, c) => c.text('error', 500));
    await app.request('/api/orang/198703122011012004?sandi=rahasia', {
      method: 'POST',
      body: 'isi',
      headers: { cookie: 'a=kue' },
    });
    await app.request('/api/error');
    await app.request('/198703122011012004/Sri%0AWahyuni');
    expect(lines).toEqual([
      { id: 'r-1', method: 'POST', route: '/api/orang/:nip', status: 200, ms: 12 },
      { id: 'r-1', method: 'GET', route: '/api/error', status: 500, ms: 0 },
      { id: 'r-1', method: 'GET', route: '/*', status: 404, ms: 0 },
    ]);
  });
});
