import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeConfig } from '../../../../server/config.ts';
import { openApiDocument } from '../../../../server/http/openapi.ts';
import { routeTable } from '../../../../server/http/route-table.ts';
import { registry } from '../../../../shared/commands/index.ts';
import { problems } from '../../../../shared/protocol/index.ts';
import { aDataFolder, type DataFolder } from './data-rooms.ts';

type App = Awaited<ReturnType<DataFolder['app']>>;
let folder: DataFolder;
let app: App;
beforeAll(async () => {
  folder = await aDataFolder();
  app = await folder.app();
});
afterAll(() => folder.remove());

/** The document is plain JSON; its leaves are texts and numbers, looked at as texts. */
type Node = { readonly [key: string]: Node };
const document = JSON.parse(JSON.stringify(openApiDocument('1.2.3'))) as Node;

describe('the description of the API', () => {
  it('has a row for every route of the app, and no row without one', () => {
    const served = app.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
      .map(({ method, path }) => `${method} ${path}`);
    // Hono answers HEAD by the handler of GET, so HEAD has no route of its own.
    const described = routeTable
      .filter(({ method }) => method !== 'head')
      .map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect(new Set(described)).toEqual(new Set(served));
    expect(described).toHaveLength(new Set(described).size);
  });

  it('is served, as OpenAPI 3.1 with the version of the app', async () => {
    const answer = await app.request('/api/openapi.json');
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(openApiDocument('0.0.0'))));
    expect(document).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' } });
  });

  it('names each operation once, and every parameter of its path', () => {
    const ids = Object.values(document['paths'] ?? {}).flatMap((item) =>
      Object.values(item).map((one) => one['operationId']),
    );
    expect(new Set(ids).size).toBe(routeTable.length);
    for (const { path, params = [] } of routeTable) {
      const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
      expect(params.filter(({ in: place }) => place === 'path').map(({ name }) => name)).toEqual(inPath);
    }
  });

  it('refers only to what it holds', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      ([, path]) => path ?? '',
    );
    expect(refs.length).toBeGreaterThan(10);
    for (const ref of new Set(refs)) {
      let node: Node | undefined = document;
      for (const part of ref.split('/')) node = node?.[part];
      expect([ref, typeof node]).toEqual([ref, 'object']);
    }
  });

  it('gives each refusal under its status, as problem+json', () => {
    for (const { method, path, problems: codes } of routeTable) {
      const { responses } = document['paths']?.[path.replace(/:(\w+)/g, '{$1}')]?.[method] ?? ({} as Node);
      for (const code of codes) {
        const answer = responses?.[String(problems[code].status)];
        expect(String(answer?.['description'])).toContain(`\`${code}\``);
        expect(Object.keys(answer?.['content'] ?? {})).toEqual(['application/problem+json']);
      }
    }
  });

  it('describes the body of every command', () => {
    const schemas = document['components']?.['schemas'] ?? ({} as Node);
    for (const { kind, version } of registry.values())
      expect(Object.keys(schemas)).toContain(`${kind}.v${version}`);
    expect(JSON.stringify(schemas['entri.catat.v1'])).toContain('rencanaAksi');
  });

  it('asks for a session where the app does', async () => {
    for (const { method, path, session } of routeTable) {
      const answer = await app.request(path.replace(':sha', 'a'.repeat(64)).replace(':code', 'tidak_ada'), {
        method: method.toUpperCase(),
        headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
      });
      expect([method, path, answer.status === 401]).toEqual([method, path, session]);
    }
  });
});

describe('docs/konfigurasi.md', () => {
  it('holds the very table of the configuration', () => {
    expect(readFileSync('docs/konfigurasi.md', 'utf8')).toContain(describeConfig());
  });
});
