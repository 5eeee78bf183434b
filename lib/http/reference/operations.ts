import { z } from 'zod';
import type { Handled } from '@/lib/http/api/handled';
import { viewNames } from '@/lib/platform/answers/view';
import type { PolicyRow } from '@/lib/platform/policy';
import { asRoute, type Callable, type Route } from '@/lib/platform/route';
import { whoMay } from './who-may';

export type Schema = Record<string, unknown>;

/** A line of the table of routes, as the reference tells it. */
export interface Operation {
  method: string;
  /** With its parameters in braces. */
  path: string;
  /** `post-runs-ref-pause`: of the operation in the document, and of its place on the page. */
  id: string;
  /** The part of the product that it is about: the first word of its path. */
  noun: string;
  title: string;
  who: string;
  security: 'open' | 'session' | 'session or key';
  parameters: { name: string; in: 'path' | 'query'; required: boolean; schema: Schema }[];
  /** What the body is: JSON of this shape, a picture, or nothing. */
  body: { schema: Schema; required: boolean } | 'picture' | null;
  answer: { status: number; type: string; schema: Schema | null };
  /** What an answer of 202 means, where there is one besides. */
  later?: string;
  writes: boolean;
}

/** Schemas that have a name, as they were met. */
export type Named = Record<string, Schema>;

/** What a format or a whole number says by itself is not said again. */
function shorten({ jsonSchema }: { jsonSchema: Schema }): void {
  if (jsonSchema.format) delete jsonSchema.pattern;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
}

const options = { metadata: viewNames, unrepresentable: 'any', override: shorten } as const;

/** The one schema without a name that refers to itself is that of any JSON. */
const anyJson = /\{"\$ref":"#\/\$defs\/__[^"]+"\}/g;

function jsonSchema(schema: z.ZodType, io: 'input' | 'output', named: Named): Schema {
  // Asked for as a part, so that a view with a name of its own becomes a reference too.
  const whole = z.toJSONSchema(z.object({ it: schema }), { ...options, io });
  const text = JSON.stringify({ views: whole.$defs ?? {}, it: whole.properties?.it });
  const plain = text.replaceAll(anyJson, '{}').replaceAll('"#/$defs/', '"#/components/schemas/');
  const { views, it } = JSON.parse(plain) as { views: Named; it: Schema };
  for (const [name, { id: _, ...view }] of Object.entries(views)) {
    if (!name.startsWith('__')) named[name] = view;
  }
  return it;
}

function takesApart(input: Schema, names: string[], method: string): Pick<Operation, 'parameters' | 'body'> {
  const { properties = {}, required = [], ...rest } = input as { properties?: Named; required?: string[] };
  const inPath = names.map((name) => ({
    name,
    in: 'path' as const,
    required: true,
    schema: properties[name] ?? { type: 'string' },
  }));
  const others = Object.entries(properties).filter(([name]) => !names.includes(name));
  if (method === 'GET') {
    const asked = others.map(([name, schema]) => {
      return { name, in: 'query' as const, required: required.includes(name), schema };
    });
    return { parameters: [...inPath, ...asked], body: null };
  }
  const needed = required.filter((name) => !names.includes(name));
  const plain = Object.keys(rest).every((key) => ['type', 'additionalProperties', '$schema'].includes(key));
  if (others.length === 0 && plain) return { parameters: inPath, body: null };
  const schema = {
    ...rest,
    properties: Object.fromEntries(others),
    ...(needed.length > 0 ? { required: needed } : {}),
  };
  return { parameters: inPath, body: { schema, required: needed.length > 0 || !plain } };
}

/** “run.chooseSnapshot” → “Run: choose snapshot”. */
function titleOf({ commandName, queryName = '' }: Callable): string {
  const apart = (commandName ?? queryName).replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const words = apart.replace('.', ': ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function securityOf(row: PolicyRow): Operation['security'] {
  if (row.yes.includes('ANONYMOUS')) return 'open';
  return row.key ? 'session or key' : 'session';
}

function placeOf(address: string) {
  const [method = '', pattern = ''] = address.split(' ');
  const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
  const path = pattern.replaceAll(/:(\w+)/g, '{$1}');
  const id = address.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const [, first = ''] = pattern.split('/');
  const noun = first === 'docs' || first === 'openapi.json' ? 'reference' : first;
  return { method, path, id, noun, names, writes: method !== 'GET' };
}

function answerOf(
  schema: z.ZodType,
  { status, sends }: Pick<Route, 'status' | 'sends'>,
  named: Named,
): Operation['answer'] {
  if (sends === 'file') return { status: 200, type: 'application/octet-stream', schema: null };
  if (sends === 'mail') return { status: 200, type: 'text/html', schema: null };
  const isNothing = schema instanceof z.ZodVoid || schema instanceof z.ZodUndefined;
  if (isNothing) return { status: status ?? 204, type: '', schema: null };
  return { status: status ?? 200, type: 'application/json', schema: jsonSchema(schema, 'output', named) };
}

function ofCall(address: string, route: Route, named: Named): Operation {
  const { names, ...place } = placeOf(address);
  const { call, takes, caller } = route;
  const given = jsonSchema(call.input, 'input', named);
  const linked = caller === 'link';
  const known = { ...given, properties: { ...(given.properties as Named) } };
  if (linked) delete known.properties.ref;
  const apart = takesApart(known, names, place.method);
  const inPath = names.map((name) => ({
    name,
    in: 'path' as const,
    required: true,
    schema: { type: 'string' },
  }));
  const picture = { name: 'name', in: 'query' as const, required: false, schema: { type: 'string' } };
  return {
    ...place,
    title: titleOf(call),
    who: linked ? 'Whoever has the private link.' : whoMay(call.policy),
    security: linked ? 'open' : securityOf(call.policy),
    ...(takes === 'picture' ? { parameters: [...inPath, picture], body: 'picture' } : apart),
    answer: answerOf(call.answer, route, named),
  };
}

function ofHandled(address: string, row: Handled, named: Named): Operation {
  const { names, ...place } = placeOf(address);
  return {
    ...place,
    title: row.says,
    who: typeof row.who === 'string' ? row.who : whoMay(row.who),
    security: typeof row.who === 'string' ? (row.security ?? 'open') : securityOf(row.who),
    ...takesApart(jsonSchema(row.input, 'input', named), names, place.method),
    ...(row.later ? { later: row.later } : {}),
    answer: row.type ? { status: 200, type: row.type, schema: null } : answerOf(row.answer, row, named),
  };
}

/** The table of routes as operations, in the order of their paths, and the views that they name. */
export function operationsOf(table: Record<string, Callable | Route | Handled>): {
  operations: Operation[];
  named: Named;
} {
  const named: Named = {};
  const operations = Object.entries(table).map(([address, row]) =>
    'handle' in row ? ofHandled(address, row, named) : ofCall(address, asRoute(row), named),
  );
  return { operations: operations.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)), named };
}
