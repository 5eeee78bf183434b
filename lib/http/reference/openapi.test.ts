import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { apiRoutes } from '@/lib/routes';
import { openApi } from './openapi';

const document = openApi(apiRoutes, 'https://standby.example/api/v1');

const ref = z.strictObject({ $ref: z.string() });
const schema = z.record(z.string(), z.unknown());
const content = z.record(z.string().regex(/^[a-z]+\/[a-z+-]+$/), z.strictObject({ schema }));
const parameter = z.strictObject({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean().optional(),
  description: z.string().optional(),
  schema,
});
const response = z.strictObject({ description: z.string(), content: content.optional() });
const operation = z.strictObject({
  operationId: z.string().regex(/^[a-z0-9-]+$/),
  tags: z.array(z.string()).length(1),
  summary: z.string().min(3),
  description: z.string().regex(/^Who may: [A-Z].*\.$/),
  security: z.array(z.partialRecord(z.enum(['session', 'key']), z.array(z.never()))),
  parameters: z.array(z.union([parameter, ref])),
  requestBody: z.strictObject({ required: z.boolean(), content }).optional(),
  responses: z.record(z.string().regex(/^([2-5]\d\d|[45]XX)$/), z.union([response, ref])),
});

/** OpenAPI 3.1, as far as this document uses it; what it does not know is refused. */
const openApiDocument = z.strictObject({
  openapi: z.literal('3.1.1'),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.array(z.strictObject({ url: z.url() })),
  tags: z.array(z.strictObject({ name: z.string() })),
  paths: z.record(
    z.string().regex(/^\//),
    z.partialRecord(z.enum(['get', 'post', 'put', 'patch', 'delete']), operation),
  ),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[A-Za-z0-9._-]+$/), schema),
    parameters: z.record(z.string(), parameter),
    responses: z.record(z.string(), response),
    securitySchemes: z.record(z.string(), schema),
  }),
});

const read = openApiDocument.parse(JSON.parse(JSON.stringify(document)));
const operations = Object.entries(read.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, found]) => ({
    path,
    method,
    found: found as z.infer<typeof operation>,
  })),
);

/** Every `$ref` of a value, wherever it stands. */
function refsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === '$ref' ? [String(part)] : refsOf(part)));
}

describe('the OpenAPI document', () => {
  test('has an operation for every line of the table, and no other', () => {
    const written = operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`);
    const lines = Object.keys(apiRoutes).map((address) => address.replaceAll(/:(\w+)/g, '{$1}'));
    expect(written.sort()).toEqual(lines.sort());
    expect(new Set(operations.map(({ found }) => found.operationId)).size).toBe(operations.length);
  });

  test('points to nothing that is not in it', () => {
    const refs = new Set(refsOf(document));
    expect(refs.size).toBeGreaterThan(50);
    for (const place of refs) {
      const [, ...way] = place.split('/');
      const found = way.reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], document);
      expect(found, place).toBeTypeOf('object');
    }
  });

  test.each(operations)('$method $path declares the parameters of its path', ({ path, found }) => {
    const declared = found.parameters.flatMap((one) => ('in' in one && one.in === 'path' ? [one.name] : []));
    expect(declared).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  });

  test('says of a run what it takes and what comes back', () => {
    expect(read.paths['/runs']?.post).toMatchObject({
      summary: 'Run: start',
      description: 'Who may: Responders, managers and admins. API keys of these roles may too.',
      requestBody: {
        content: { 'application/json': { schema: { properties: { planId: { format: 'uuid' } } } } },
      },
      responses: {
        201: { content: { 'application/json': { schema: { $ref: '#/components/schemas/RunActView' } } } },
        '4XX': { $ref: '#/components/responses/Refusal' },
      },
    });
  });

  test('gives every view a name of its own', () => {
    const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.ts'),
    );
    const text = files.map((path) => readFileSync(join('lib', path), 'utf8')).join('\n');
    const names = [...text.matchAll(/= view\('(\w+)'/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(80);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
