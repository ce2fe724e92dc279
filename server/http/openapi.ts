import { Hono } from 'hono';
import * as z from 'zod/mini';
import { registry } from '../../shared/commands/index.ts';
import { type ProblemCode, ProblemDetails, problems } from '../../shared/protocol/index.ts';
import { type RouteRow, routeTable } from './route-table.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Rules that JSON Schema cannot say (letters counted as people do, dates that exist) are left out, never guessed.
 * As input in both directions: an answer may gain members, which clients ignore.
 */
const schemaOf = (schema: z.ZodMiniType<unknown>): unknown => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
};

/** Body of each command of this version, as `b` of `ops` in POST /api/sync holds it. */
const commandSchemas = (): Json =>
  Object.fromEntries(
    [...registry.values()].map(({ kind, version, body, record, creates }) => [
      `${kind}.v${version}`,
      {
        description: `${creates ? 'Creates' : 'Changes'} a record of kind \`${record}\``,
        allOf: [schemaOf(body)],
      },
    ]),
  );

const pathOf = (path: string): string => path.replace(/:([a-z]+)/g, '{$1}');

const refusals = (codes: readonly ProblemCode[]): Json => {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes)
    byStatus.set(problems[code].status, [...(byStatus.get(problems[code].status) ?? []), code]);
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, list]) => [
        status,
        {
          description: list.map((code) => `\`${code}\` ${problems[code].title}`).join(' · '),
          content: {
            'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDetails' } },
          },
        },
      ]),
  );
};

const answersOf = ({ answers }: RouteRow): Json =>
  Object.fromEntries(
    Object.entries(answers).map(([status, { summary, schema, type, headers }]) => [
      status,
      {
        description: summary,
        ...(headers
          ? { headers: Object.fromEntries(headers.map((name) => [name, { schema: { type: 'string' } }])) }
          : {}),
        ...(schema ? { content: { 'application/json': { schema: schemaOf(schema) } } } : {}),
        ...(type ? { content: { [type]: {} } } : {}),
      },
    ]),
  );

const operationOf = (row: RouteRow): Json => ({
  summary: row.summary,
  operationId: `${row.method}${row.path.replace(/[/:.]+(.)/g, (_, letter: string) => letter.toUpperCase())}`,
  security: row.session ? [{ sesi: [] }] : [],
  ...(row.params
    ? {
        parameters: row.params.map(({ name, in: place, summary, required }) => ({
          name,
          in: place,
          description: summary,
          required: required ?? false,
          schema: { type: 'string' },
        })),
      }
    : {}),
  ...(row.body
    ? {
        requestBody: {
          required: true,
          content: { [row.body.type]: row.body.schema ? { schema: schemaOf(row.body.schema) } : {} },
        },
      }
    : {}),
  responses: { ...answersOf(row), ...refusals(row.problems) },
});

/** The API as OpenAPI 3.1, from the very schemas that parse requests and answers. */
export const openApiDocument = (version: string): Json => {
  const paths: Record<string, Record<string, Json>> = {};
  for (const row of routeTable)
    paths[pathOf(row.path)] = { ...paths[pathOf(row.path)], [row.method]: operationOf(row) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'e-Kinerja Luring',
      version,
      description:
        'Commands go up, state comes down; every refusal is problem+json (RFC 9457) with a stable code.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths,
    components: {
      schemas: { ProblemDetails: schemaOf(ProblemDetails), ...commandSchemas() },
      securitySchemes: { sesi: { type: 'apiKey', in: 'cookie', name: '__Host-sesi' } },
    },
  };
};

/** `GET /api/openapi.json`; made at the first request and kept. */
export const openApiRoutes = (version: string): Hono => {
  let text: string | undefined;
  const routes = new Hono();
  routes.get('/api/openapi.json', (c) => {
    text ??= JSON.stringify(openApiDocument(version));
    return c.body(text, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' });
  });
  return routes;
};
