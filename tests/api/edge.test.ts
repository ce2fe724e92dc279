import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { routeTable } from '../../server/http/route-table.ts';
import { StoreUnavailableError } from '../../server/store/index.ts';
import { type ProblemCode, problems } from '../../shared/protocol/index.ts';
import { aServer, SANDI, SRI } from '../support/server.ts';
import { aTempDir } from '../support/temp-dir.ts';
import { expectProblem, phoneOf } from './signed-in.ts';

const API = [
  '/api/session',
  '/api/sync',
  `/api/photos/${'a'.repeat(64)}`,
  '/api/time',
  '/api/openapi.json',
  '/healthz',
  '/masalah/terkunci',
];

describe('T09: other sites', () => {
  const unsafe: readonly (readonly [string, string])[] = [
    ['POST', '/api/sync'],
    ['POST', '/api/session'],
    ['DELETE', '/api/session'],
    ['PUT', `/api/photos/${'a'.repeat(64)}`],
    ['POST', '/api/nothing'],
  ];
  const from: readonly (readonly [string, Record<string, string | null>])[] = [
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
    ['a foreign origin in an old browser', { 'sec-fetch-site': null, origin: 'https://jahat.example' }],
    ['an opaque origin', { 'sec-fetch-site': null, origin: 'null' }],
    ['no origin at all, with a cookie', { 'sec-fetch-site': null }],
    ['a foreign origin that claims to be our own', { origin: 'https://jahat.example' }],
  ];

  test.each(
    unsafe.flatMap(([method, path]) => from.map(([who, headers]) => [method, path, who, headers] as const)),
  )('%s %s from %s%.0s is refused whatever its body says it is', async (method, path, _, headers) => {
    const server = await aServer();
    const phone = await phoneOf(server, SRI);
    const type = { 'content-type': 'text/plain' };
    await expectProblem(
      await phone.ask(path, { method, body: method === 'DELETE' ? null : '{}' }, { ...type, ...headers }),
      'asal_ditolak',
    );
    expect((await phone.ask('/api/session')).status).toBe(200);
  });

  test('our own origin in an old browser is let through', async () => {
    const server = await aServer();
    const phone = await phoneOf(server, SRI);
    const headers = { 'sec-fetch-site': null, origin: 'http://kinerja.test', host: 'kinerja.test' };
    expect((await phone.post({ headers })).status).toBe(200);
  });

  test('with origins configured, only those are ours, whatever Host says', async () => {
    const server = await aServer({ config: { origins: ['https://kinerja.example'] } });
    const phone = await phoneOf(server, SRI);
    const headers = { 'sec-fetch-site': null, host: 'jahat.example' };
    await expectProblem(
      await phone.post({ headers: { ...headers, origin: 'http://jahat.example' } }),
      'asal_ditolak',
    );
    expect((await phone.post({ headers: { ...headers, origin: 'https://kinerja.example' } })).status).toBe(
      200,
    );
  });
});

describe('addresses and methods', () => {
  test.each([
    '/api',
    '/api/',
    '/api/x',
    '/api/sync/',
    '/api/photos',
    '/api/../x',
    '/api/session/1',
    '/api/%2e%2e/x',
    '/api/photos/a/b',
  ])('%s is unknown', async (path) => {
    const server = await aServer();
    const response = await server.app.request(path);
    expect(response.status).toBe(404);
    if (path !== '/api/../x') await expectProblem(response, 'tidak_ada');
  });

  test.each(['PATCH', 'OPTIONS', 'PUT', 'DELETE', 'POST', 'TRACE', 'QUERY'])(
    '%s is answered on every route, or told what may be asked',
    async (method) => {
      const server = await aServer();
      for (const path of new Set(routeTable.map((row) => row.path))) {
        // What the app itself takes from other apps is a page, and no part of the API.
        if (path === '/bagikan') continue;
        const address = path.replace(/:[a-z]+/g, 'a');
        // `Request` knows no TRACE; a socket does.
        const request = new Proxy(
          new Request(`http://kinerja.test${address}`, { method: method === 'TRACE' ? 'GET' : method }),
          {
            get: (target, name) => (name === 'method' ? method : Reflect.get(target, name, target)),
          },
        );
        const response = await server.app.fetch(request);
        expect({ path, isWell: response.status < 500 }).toEqual({ path, isWell: true });
        const taken = routeTable.some(
          (row) =>
            row.method === method.toLowerCase() &&
            new RegExp(`^${row.path.replace(/:[a-z]+/g, '[^/]+')}$`).test(address),
        );
        if (taken) continue;
        expect({ path, status: response.status }).toEqual({ path, status: 405 });
        expect(response.headers.get('allow')?.split(', ')).not.toContain(method);
        await expectProblem(response, 'cara_salah');
      }
    },
  );

  test('whatever goes wrong inside is one problem without a word of what it was', async () => {
    const server = await aServer();
    const broken = createApp({
      ...server,
      clock: server.clock.now,
      store: { ...server.store, read: () => Promise.reject(new Error('SELECT * FROM /var/lib/secret')) },
    });
    const cookie = `__Host-sesi=${'a'.repeat(43)}`;
    const response = await broken.request('/api/session', { headers: { cookie } });
    const text = await response.clone().text();
    await expectProblem(response, 'gangguan');
    expect(text).not.toMatch(/SELECT|secret|at |node_modules/);
    expect(server.faults).toHaveLength(1);
  });

  test.each([
    [true, 'penuh'],
    [false, 'server_sibuk'],
  ] as const)(
    'a store that cannot work (full: %s) is %s, with a time to come again',
    async (isFull, code) => {
      const server = await aServer();
      const phone = await phoneOf(server, SRI);
      const broken = createApp({
        ...server,
        clock: server.clock.now,
        store: { ...server.store, write: () => Promise.reject(new StoreUnavailableError(isFull)) },
      });
      const headers = { cookie: phone.cookies, 'sec-fetch-site': 'same-origin' };
      const response = await broken.request('/api/session', { method: 'DELETE', headers });
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      await expectProblem(response, code);
      expect(server.faults).toEqual([]);
    },
  );

  test('a school that comes all at once is served in turns, and who finds no place is told when to come', async () => {
    const server = await aServer();
    const phone = await phoneOf(server, SRI);
    const responses = await Promise.all(Array.from({ length: 120 }, () => phone.post()));
    const refused = responses.filter(({ status }) => status !== 200);
    expect(responses.length - refused.length).toBeGreaterThanOrEqual(64);
    for (const response of refused) {
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThanOrEqual(5);
      await expectProblem(response, 'server_sibuk');
    }
    expect((await phone.post()).status).toBe(200);
  });
});

describe('small answers', () => {
  test('the time is a 204 with a date, so that a Wi-Fi sign-in page shows itself', async () => {
    const server = await aServer();
    const response = await server.app.request('/api/time');
    expect(response.status).toBe(204);
    expect(response.headers.get('date')).toBe('Mon, 23 Nov 2026 04:00:00 GMT');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('health says whether the database can be read', async () => {
    const server = await aServer();
    expect(await (await server.app.request('/healthz')).text()).toBe('ok');
    const broken = createApp({
      ...server,
      clock: server.clock.now,
      store: { ...server.store, read: () => Promise.reject(new Error('gone')) },
    });
    await expectProblem(await broken.request('/healthz'), 'server_sibuk');
  });

  test.each(Object.keys(problems) as ProblemCode[])('/masalah/%s is a page for people', async (code) => {
    const server = await aServer();
    const response = await server.app.request(`/masalah/${code}`);
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(text).toContain(problems[code].title);
    expect(text).not.toMatch(/<script|style=|<style/);
  });

  test.each(['/masalah/x', '/masalah/toString', '/masalah/%3Cscript%3E'])('%s is no page', async (path) => {
    const server = await aServer();
    await expectProblem(await server.app.request(path), 'tidak_ada');
  });

  test('the address of any screen opens the app where no service worker is yet; a person with a wrong one gets the app too, a program a problem', async () => {
    const staticDir = aTempDir();
    writeFileSync(join(staticDir, 'index.html'), '<!doctype html><title>e-Kinerja</title>');
    const { app } = await aServer({ staticDir });
    const routes = readFileSync(new URL('../../client/app/routes.tsx', import.meta.url), 'utf8');
    const screens = [...routes.matchAll(/<Route path="(\/[a-z-]*)/g)].map(([, path]) => path ?? '');
    expect(screens.length).toBeGreaterThan(40);
    for (const path of [...screens, '/masuk', '/ganti-akun', '/latihan', '/hilang']) {
      const response = await app.request(`${path}/x.y`);
      expect(`${path} ${response.status}`).toBe(`${path} 200`);
    }
    const wrong = await app.request('/kegiatann', { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect([wrong.status, wrong.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(await wrong.text()).toContain('e-Kinerja');
    await expectProblem(await app.request('/kegiatann'), 'tidak_ada');
    await expectProblem(await app.request('/api/x', { headers: { accept: 'text/html' } }), 'tidak_ada');
  });

  test('every answer has its id, the security headers, and one line in the log without who or what', async () => {
    const staticDir = aTempDir();
    mkdirSync(join(staticDir, 'assets'));
    writeFileSync(join(staticDir, 'index.html'), '<!doctype html>');
    const server = await aServer({ staticDir });
    await phoneOf(server, SRI);
    server.lines.length = 0;
    for (const path of ['/', ...API, '/api/nothing']) {
      const response = await server.app.request(path);
      expect(response.headers.get('request-id')).toMatch(/^[A-Za-z0-9_-]{12}$/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(response.headers.get('x-powered-by')).toBeNull();
    }
    expect(server.lines).toHaveLength(API.length + 2);
    expect(JSON.stringify(server.lines)).not.toContain(SRI.nip);
    expect(JSON.stringify(server.lines)).not.toContain(SANDI);
    expect(server.lines[3]?.route).toBe('/api/photos/:sha');
  });
});
