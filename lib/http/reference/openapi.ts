import { z } from 'zod';
import { sessionCookieNames } from '@/lib/auth/sessions/cookies';
import { problemSchema } from '@/lib/http/rules/problem';
import { type Operation, operationsOf, type Schema } from './operations';

const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });

/** Of the server itself, before a body is read or while it is. */
const refusedBodies = { 411: ref('responses', 'Refusal'), 413: ref('responses', 'Refusal') };

const refusals = {
  '4XX': ref('responses', 'Refusal'),
  '5XX': ref('responses', 'Refusal'),
};

const securityOf: Record<Operation['security'], object[]> = {
  open: [{}],
  session: [{ session: [] }],
  'session or key': [{ session: [] }, { key: [] }],
};

function bodyOf({ body }: Operation) {
  if (!body) return {};
  const picture = { schema: { type: 'string', format: 'binary' } };
  const content =
    body === 'picture'
      ? { 'image/png': picture, 'image/jpeg': picture }
      : { 'application/json': { schema: body.schema } };
  return { requestBody: { required: body === 'picture' || body.required, content } };
}

function operationOf(operation: Operation) {
  const { id, noun, title, who, parameters, answer, security, writes, later } = operation;
  const content = answer.type
    ? { content: { [answer.type]: { schema: answer.schema ?? { type: 'string' } } } }
    : {};
  return {
    operationId: id,
    tags: [noun],
    summary: title,
    description: `Who may: ${who}`,
    security: securityOf[security],
    parameters: [...parameters, ...(writes ? [ref('parameters', 'IdempotencyKey')] : [])],
    ...bodyOf(operation),
    responses: {
      [answer.status]: { description: 'It worked.', ...content },
      ...(later ? { 202: { description: later, ...content } } : {}),
      ...(operation.body ? refusedBodies : {}),
      ...refusals,
    },
  };
}

const components = {
  parameters: {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      description: 'Chosen by the caller, once for each act: sent again with the same key, it is done once.',
      schema: { type: 'string', minLength: 8, maxLength: 200 },
    },
  },
  responses: {
    Refusal: {
      description:
        'A problem document (RFC 9457): what was refused, in a sentence, and by field where there is one.',
      content: { 'application/problem+json': { schema: ref('schemas', 'Problem') } },
    },
  },
  securitySchemes: {
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: sessionCookieNames[0],
      description: 'Set by POST /session. Without TLS its name has no prefix.',
    },
    key: {
      type: 'http',
      scheme: 'bearer',
      description: 'A key that an admin made. It may what its role may, where keys are allowed.',
    },
  },
};

/** The table of routes as an OpenAPI 3.1 document. @param server the address of the API, as callers reach it */
export function openApi(table: Parameters<typeof operationsOf>[0], server: string): Schema {
  const { operations, named } = operationsOf(table);
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: operationOf(operation),
    };
  }
  const { $schema: _, ...problem } = z.toJSONSchema(problemSchema);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Standby',
      version: '1',
      description:
        'Everything that the console can do. Instants are ISO 8601 in UTC; a version that is not the newest is refused with 409.',
    },
    servers: [{ url: server }],
    tags: [...new Set(operations.map(({ noun }) => noun))].map((name) => ({ name })),
    paths,
    components: { ...components, schemas: { ...named, Problem: problem } },
  };
}
